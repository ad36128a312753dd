//! The snapshot-only world: an instant photo of today. A new picture takes the place of the old.

use chrono::{DateTime, Utc};
use leptos::prelude::*;

use super::reader::reader;
use crate::{browser::clock, domain::calendar};

/// The photo with its caption. It has no past, and says so when the reader travels.
#[component]
pub fn Photo(
    /// When the row was last overwritten.
    #[prop(into)]
    updated_at: Signal<Option<DateTime<Utc>>>,
    /// What is on the picture.
    children: Children,
) -> impl IntoView {
    let reader = reader();
    let updated = move || match updated_at.get() {
        Some(at) => calendar::moment_words(at, &clock::ZONE),
        None => "never".into(),
    };
    let caption = move || {
        if reader.in_past() {
            "I only know today. That moment was overwritten."
        } else {
            "One row. Every change overwrites it."
        }
    };
    view! {
        <h2 class="photo-heading">"Snapshot only"</h2>
        <div class="photo" class:lost=move || reader.in_past()>
            <div class="picture">{children()}</div>
            <p class="updated">
                <span>"updated_at "</span>
                <time>{updated}</time>
            </p>
            <p class="caption">{caption}</p>
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
    // Counts the pictures, so that each has an element of its own and its animation starts anew.
    let picture = Memo::new(move |before: Option<&(usize, String, String)>| {
        let now = value.get();
        match before {
            Some((count, _, old)) if *old != now => (count + 1, old.clone(), now),
            Some(same) => same.clone(),
            None => (0, String::new(), now),
        }
    });
    let old = move || {
        let (count, old, _) = picture.get();
        (count > 0).then_some((count, old))
    };
    view! {
        <For each=move || old() key=|(count, _)| *count let((_, old))>
            <s class="overwritten" aria-hidden="true">
                {old}
            </s>
        </For>
        {move || value.get()}
    }
}
