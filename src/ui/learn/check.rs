//! A page of the course.

use leptos::prelude::*;

use super::HEADING;
use crate::course::{Learned, lesson::Command};

/// The page.
pub(super) fn page(_: Signal<Learned>, _: Callback<Command>, _: Callback<String>) -> AnyView {
    view! { <h2 class="question" id=HEADING tabindex="-1">"Soon"</h2> }.into_any()
}
