//! The snapshot-only world: an instant photo of today. A new picture takes the place of the old.

use chrono::{DateTime, Utc};
use leptos::prelude::*;

use super::{live::live, reader::reader};
use examples::calendar;

/// The photo with its caption. It has no past, and says so when the reader travels.
#[component]
pub fn Photo(
    /// When the row was last overwritten.
    updated_at: Callback<(), Option<DateTime<Utc>>>,
    /// What is on the picture.
    children: Children,
) -> impl IntoView {
    let reader = reader();
    let updated = move || match updated_at.run(()) {
        Some(at) => calendar::moment_words(at, &reader.clock.zone()),
        None => "never".into(),
    };
    let caption = move || {
        let words = if reader.in_past() {
            "I only know today. That moment was overwritten."
        } else {
            "One row. Every change overwrites it."
        };
        words.to_owned()
    };
    view! {
        <h2 class="photo-heading">"Snapshot only"</h2>
        <div class="photo" class:lost=live(move || reader.in_past())>
            <div class="picture">{children()}</div>
            <p class="updated">
                <span>"updated_at "</span>
                <time>{live(updated)}</time>
            </p>
            <p class="caption">{live(caption)}</p>
        </div>
    }
}

/// A value in the row. When it is overwritten, the old one is struck out for a moment and is gone.
#[component]
pub fn Overwritten(
    /// The value as it is now.
    #[prop(into)]
    value: Signal<String>,
) -> impl IntoView {
    // Each picture is a new view, so that the animation of its old value starts anew.
    let before = StoredValue::new(None);
    let picture = move || {
        let now = value.get();
        let old = before.try_update_value(|before| before.replace(now.clone())).flatten();
        let old = old
            .filter(|old| *old != now)
            .map(|old| view! { <s class="overwritten" aria-hidden="true">{old}</s> }.into_any());
        view! { {old} {now} }.into_any()
    };
    live(picture)
}
