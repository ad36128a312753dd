//! The snapshot-only world: an instant photo of today. A new picture takes the place of the old.

use chrono::{DateTime, Utc};
use leptos::prelude::*;
use web_sys::AnimationEvent;

use super::{
    live::{live, memo, on, views},
    reader::reader,
};
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
        Some(at) => {
            let local = calendar::local_time(at, &reader.clock.zone());
            // One line of the caption has room for it.
            let day = calendar::short_day(local.date());
            [&day, " ", &calendar::time_words(local.time())].concat()
        }
        None => "never".into(),
    };
    let caption = move || {
        let words = if reader.in_past() {
            "I only know today."
        } else if reader.wrote.get().is_some() {
            "The old value is gone."
        } else {
            "Every change overwrites it."
        };
        words.to_owned()
    };
    // On a phone it is a strip at first, with room for few of its cells.
    let is_whole = RwSignal::new(false);
    let press = move |_| is_whole.update(|is_whole| *is_whole = !*is_whole);
    view! {
        <h2 class="photo-heading world-head">"Snapshot only"</h2>
        <div
            class="photo"
            class:lost=live(move || reader.in_past())
            class:whole=live(move || is_whole.get())
        >
            <button
                class="plain unfold"
                aria-label="The whole snapshot"
                aria-expanded=live(move || is_whole.get().to_string())
                on:click=on(press)
            ></button>
            <div class="picture">{children()}</div>
            <p class="updated">
                <span>"Changed: "</span>
                <time>{live(updated)}</time>
            </p>
            <p class="caption">{live(caption)}</p>
        </div>
    }
}

/// So many letters of both values stand beside each other on the picture.
const BESIDE: usize = 20;

/// So many letters of a number have room at the largest size of type.
pub(super) const LARGE: usize = 9;

/// And so many on the snapshot.
const WIDE: usize = 6;

/// What was shown last, and what it has overwritten.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Cell {
    /// Which diary's row it is in. Another diary has another row, which overwrites nothing of this one.
    edition: usize,
    now: String,
    /// The value that was overwritten last, and the how manieth that was.
    gone: Option<String>,
    times: usize,
}

impl Cell {
    /// Whether the old value and the new one have no room beside each other.
    fn is_long(&self) -> bool {
        let letters = |words: &str| words.chars().count();
        letters(&self.now) + self.gone.as_deref().map_or(0, letters) > BESIDE
    }

    /// Whether it is a number that is too long to be as large as others. Words may be broken.
    fn is_large(&self) -> bool {
        self.now.len() > LARGE && !self.now.contains(char::is_alphabetic)
    }

    /// Whether it is a number from a thousand on, which has room on one line when it is a little smaller.
    fn is_wide(&self) -> bool {
        self.now.len() > WIDE && !self.is_large() && !self.is_words()
    }

    /// Whether it is words. They are longer than most numbers.
    fn is_words(&self) -> bool {
        self.now.contains(char::is_alphabetic)
    }

    fn show(before: Option<&Self>, edition: usize, now: String) -> Self {
        match before.filter(|before| before.edition == edition) {
            None => {
                // A count begins once: what has been counted is not told anew.
                let times = before.map_or(0, |before| before.times);
                Self { edition, now, gone: None, times }
            }
            Some(before) if before.now == now => before.clone(),
            Some(before) => {
                Self { edition, now, gone: Some(before.now.clone()), times: before.times + 1 }
            }
        }
    }
}

/// A value in the row. When it is overwritten, the old one is struck out for a moment and is gone.
#[component]
pub fn Overwritten(
    /// The value as it is now.
    #[prop(into)]
    value: Signal<String>,
) -> impl IntoView {
    let reader = reader();
    let cell = memo(move |before: Option<&Cell>| Cell::show(before, reader.edition(), value.get()));
    let forgotten = RwSignal::new(0);
    let is_seen = memo(move |_| {
        let forgotten = forgotten.get();
        cell.with(|cell| cell.gone.is_some() && cell.times > forgotten)
    });
    // The stroke through it ends first, and is an animation of its own.
    let forget = move |event: AnimationEvent| {
        if !event.animation_name().starts_with("struck") {
            forgotten.set(cell.with_untracked(|cell| cell.times));
        }
    };
    // An animation starts anew by another name: there are two of the same look, for every other time.
    let old = move || {
        is_seen.get().then(|| {
            view! {
                <s
                    class="overwritten"
                    class:again=live(move || cell.with(|cell| cell.times % 2 == 0))
                    class:long=live(move || cell.with(Cell::is_long))
                    aria-hidden="true"
                    on:animationend=on(forget)
                >
                    {live(move || cell.with(|cell| cell.gone.clone().unwrap_or_default()))}
                </s>
            }
            .into_any()
        })
    };
    view! {
        <span
            class="cell"
            class:wide=live(move || cell.with(Cell::is_wide))
            class:large=live(move || cell.with(Cell::is_large))
            class:words=live(move || cell.with(Cell::is_words))
        >
            {views(old)}
            {live(move || cell.with(|cell| cell.now.clone()))}
        </span>
    }
}
