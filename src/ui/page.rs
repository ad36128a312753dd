//! The diary: a ruled page on which lines are only ever added at the end.

pub mod lines;

pub mod refusals;

pub mod row;

mod window;

use leptos::prelude::*;

use self::lines::Lines;
use super::{
    live::{live, on},
    notebook::Refused,
    reader::reader,
    sum::Sum,
    words,
};
use crate::{
    counted::noun,
    keeping::{CommandId, SaveStatus},
};

/// What the page shows beside its lines.
#[derive(Clone, Copy)]
pub struct PageState {
    /// The refusals that their reader may not have seen yet.
    pub refusals: RwSignal<Vec<Refused>>,
    /// How the keeping stands.
    pub status: RwSignal<SaveStatus>,
    /// What else has happened, in words.
    pub told: RwSignal<String>,
    /// The diaries that were left while commands waited in them, with how many wait.
    pub left: RwSignal<Vec<(String, usize)>>,
    /// What the diary is called.
    pub name: Signal<String>,
    /// The stored form of an entry.
    pub stored: Callback<usize, Option<String>>,
    /// These refusals have been on the screen.
    pub painted: Callback<Vec<CommandId>>,
    /// The reader has seen these refusals.
    pub seen: Callback<Vec<CommandId>>,
}

/// The diary with its figures and their sum, where they are on show, and its lines.
#[component]
pub fn DiaryPage(
    /// The diary's figures, large; none while they are covered.
    figures: Option<AnyView>,
    /// What is shown beside the lines.
    state: PageState,
) -> impl IntoView {
    let PageState { refusals, status, told, left, name, stored, .. } = state;
    let reader = reader();
    let kept = move || {
        let mut words = words::of_status(status.get()).to_owned();
        for (name, waiting) in left.get() {
            let requests = if waiting == 1 { "1 request" } else { "some requests" };
            words += &[" · ", requests, " for ", &name, " still on the way"].concat();
        }
        let told = told.get();
        if told.is_empty() { words } else { format!("{words} · {told}") }
    };
    let entries = move || noun(reader.last(), " entry", " entries").to_owned();
    let figures = figures.map(|figures| {
        view! {
            <div class="figures">{figures}</div>
            <Sum />
        }
        .into_any()
    });
    view! {
        <section class="diary" aria-labelledby="diary-heading" data-diary=live(move || name.get())>
            <div class="diary-head">
                <h2 id="diary-heading">"Diary"</h2>
                <p class="aside">
                    <span data-testid="entry-count">{live(move || reader.last().to_string())}</span>
                    {live(entries)}
                    " · times in "
                    {reader.clock.zone().name()}
                    " · "
                    {live(kept)}
                </p>
            </div>
            {figures}
            <Lines stored refusals />
        </section>
    }
}

/// Whether the reader can go to another moment here. Where the time machine is covered there is no
/// way back, so nothing leads away.
#[derive(Clone, Copy)]
pub struct Travels(pub bool);

impl Travels {
    /// What holds for the component that asks. Unless somebody has said otherwise, one can travel.
    fn here() -> bool {
        use_context::<Self>().is_none_or(|Self(can)| can)
    }
}

/// A link to an entry: it lights the entry up, travels to it and marks it. Where one can't, it is plain text.
#[component]
pub fn EntryLink(
    /// The entry's number.
    entry: usize,
    /// What the link says.
    words: String,
) -> impl IntoView {
    let reader = reader();
    let lit = move || reader.lit.get() == Some(entry);
    if !Travels::here() {
        return view! {
            <span data-entry=entry.to_string() class:lit=live(lit)>
                {words}
            </span>
        }
        .into_any();
    }
    view! {
        <button
            class="entry-link"
            data-entry=entry.to_string()
            class:lit=live(lit)
            title=format!("Entry {entry}: go to the moment when it had just been written")
            on:click=on(move |_| reader.come_to(entry))
        >
            {words}
        </button>
    }
    .into_any()
}
