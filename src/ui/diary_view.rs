//! The diary: a ruled page on which entries are only ever added at the end.

mod find_bar;

mod items;

pub mod lines;

pub mod refusals;

pub mod row;

mod window;

use leptos::prelude::*;

use self::{lines::Lines, window::Window};
use super::{
    find::Find, live::live, reader::reader, session_status::DiaryViewState, sum::Sum, words,
};
use english::counted::noun;

/// The diary's figures, large. On a phone they stand beside the snapshot, always in sight.
pub fn figures_now(figures: AnyView) -> AnyView {
    let reader = reader();
    let entries = move || noun(reader.last(), " entry, kept", " entries, all kept").to_owned();
    view! {
        <div class="figures" role="group" aria-label="The diary now">
            <p class="narrow" aria-hidden="true">"The Diary"</p>
            {figures}
            <p class="narrow aside" aria-hidden="true">
                {live(move || reader.last().to_string())} {live(entries)}
            </p>
        </div>
    }
    .into_any()
}

/// The diary: the sum of what is on show, and its entries.
#[component]
pub fn DiaryPage(
    /// Whether there is a sum: not while the figures are covered.
    has_sum: bool,
    /// What is shown beside the lines.
    state: DiaryViewState,
) -> impl IntoView {
    let DiaryViewState { name, stored, .. } = state;
    let reader = reader();
    let entries = move || noun(reader.last(), " entry", " entries").to_owned();
    let window = Window::open();
    let find = use_context::<Find>();
    let sum = has_sum.then(|| view! { <Sum /> }.into_any());
    view! {
        <section class="diary" aria-label="Diary" data-diary=live(move || name.get())>
            <div class="world-head">
                <h2>"The Diary"</h2>
                {find.map(find_bar::opens)}
                <p class="aside">
                    <span data-testid="entry-count">{live(move || reader.last().to_string())}</span>
                    {live(entries)}
                </p>
                {window.ways()}
            </div>
            <div class="sheet">
                {find.map(find_bar::bar)}
                {sum}
                <Lines stored window />
            </div>
        </section>
    }
}

/// How the diary is kept, and which clock its times are of.
#[component]
pub fn Kept(
    /// The state of the diary.
    state: DiaryViewState,
) -> impl IntoView {
    let DiaryViewState { status, told, left, .. } = state;
    let zone = reader().clock.zone().name();
    let kept = move || {
        let mut words = words::of_status(status.get()).to_owned();
        for (name, waiting) in left.get() {
            let requests = if waiting == 1 { "1 request" } else { "some requests" };
            words += &[" · ", requests, " for ", &name, " still on the way"].concat();
        }
        let told = told.get();
        if told.is_empty() { words } else { format!("{words} · {told}") }
    };
    view! {
        <p class="aside kept-words">
            "Times in " {zone} " · " <span data-testid="kept">{live(kept)}</span>
        </p>
    }
}
