//! The bench of a chapter.

use leptos::prelude::*;

use crate::course::Bench;

/// A bench, and who hears of the buttons that are pressed.
#[component]
pub fn BenchView(
    /// Which bench.
    bench: Bench,
    /// Hears of it.
    pressed: Callback<&'static str>,
) -> impl IntoView {
    let _stub = (bench, pressed);
}
