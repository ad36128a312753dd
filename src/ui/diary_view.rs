//! The diary: a ruled page on which lines are only ever added at the end.

pub mod lines;

pub mod refusals;

pub mod row;

mod window;

use leptos::prelude::*;

use self::lines::Lines;
use super::{live::live, reader::reader, session_status::DiaryViewState, sum::Sum, words};
use english::counted::noun;

/// The diary with its figures and their sum, where they are on show, and its lines.
#[component]
pub fn DiaryPage(
    /// The diary's figures, large; none while they are covered.
    figures: Option<AnyView>,
    /// What is shown beside the lines.
    state: DiaryViewState,
) -> impl IntoView {
    let DiaryViewState { refusals, status, told, left, name, stored, .. } = state;
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
