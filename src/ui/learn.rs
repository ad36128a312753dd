//! The course on the screen. All of this is in a part that is fetched when the place is opened.

use leptos::prelude::*;

use super::{cabinet::Cabinet, live::live};

/// The course; `hash` is the place in the address, such as `#/learn/a1`.
pub(super) fn place(cabinet: Cabinet, hash: Signal<String>) -> AnyView {
    let keeps = cabinet.keeps();
    view! {
        <div class="learn">
            <p class="question">{live(move || hash.get())}</p>
            <p>{keeps.to_string()}</p>
        </div>
    }
    .into_any()
}
