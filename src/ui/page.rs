//! The diary: a ruled page on which lines are only ever added at the end.

pub mod lines;

pub mod row;

mod window;

use leptos::prelude::*;

use self::lines::Lines;
use super::{
    cabinet::Keeping,
    live::{live, on, views},
    notebook::Refusal,
    reader::reader,
    sum::Sum,
};

/// What the page shows beside its lines.
#[derive(Clone, Copy)]
pub struct PageState {
    /// The wish that was refused last.
    pub refusal: RwSignal<Option<Refusal>>,
    /// How keeping the last entry went.
    pub keeping: RwSignal<Keeping>,
    /// What else has happened, in words.
    pub told: RwSignal<String>,
    /// The stored form of an entry.
    pub stored: Callback<usize, Option<String>>,
}

/// The diary with its figures and their sum, where they are on show, and its lines.
#[component]
pub fn DiaryPage(
    /// The diary's figures, large; none while they are covered.
    figures: Option<AnyView>,
    /// What is shown beside the lines.
    state: PageState,
) -> impl IntoView {
    let PageState { refusal, keeping, told, stored } = state;
    let reader = reader();
    let kept = move || {
        let kept = match keeping.get() {
            Keeping::Saved => "saved in this browser",
            Keeping::Unkept => "kept as soon as you do something",
            Keeping::InOnePlace => "saved in one place only",
            Keeping::Writing => "saving…",
            Keeping::InMemory => "in memory only",
            Keeping::ReadOnly => "can only be read",
            Keeping::Failed => "not everything is kept",
        };
        let told = told.get();
        if told.is_empty() { kept.to_owned() } else { format!("{kept} · {told}") }
    };
    let entries = move || if reader.last() == 1 { " entry" } else { " entries" }.to_owned();
    let figures = figures.map(|figures| {
        view! {
            <div class="figures">{figures}</div>
            <Sum />
        }
        .into_any()
    });
    view! {
        <section class="diary" aria-labelledby="diary-heading">
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
            <Lines stored refusal />
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

/// A link to an entry: it lights the entry up and travels to it. Where one can't, it is plain text.
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
            on:click=on(move |_| reader.visit(entry))
        >
            {words}
        </button>
    }
    .into_any()
}

/// The last wish that was refused: it stands beside the diary, and no line was written.
#[component]
pub fn NoInk(
    /// The wish that was refused last.
    refusal: RwSignal<Option<Refusal>>,
) -> impl IntoView {
    let reader = reader();
    let line = move || {
        let here = refusal.get().filter(|refusal| refusal.page == reader.page());
        here.map(|Refusal { wish, why, .. }| {
            view! {
                <p class="no-ink" data-testid="refusal">
                    <span class="mark" aria-hidden="true">"✕"</span>
                    <span>
                        <bdi class="wish">{wish}</bdi>
                        ": "
                        <bdi>{why}</bdi>
                        " "
                        <em>"No line was written."</em>
                    </span>
                </p>
            }
            .into_any()
        })
    };
    views(line)
}
