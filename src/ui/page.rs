//! The diary: a ruled page on which lines are only ever added at the end.

use leptos::prelude::*;

use super::{
    cabinet::Keeping,
    live::{live, on, views},
    notebook::Refusal,
    reader::reader,
    sum::Sum,
};
use crate::{
    browser::{clock, dom},
    domain::{Line, Money, calendar},
};

/// What the page shows beside its lines.
#[derive(Clone, Copy)]
pub struct PageState {
    /// The wish that was refused last.
    pub refusal: RwSignal<Option<Refusal>>,
    /// How keeping the last entry went.
    pub keeping: RwSignal<Keeping>,
    /// What another tab did before the last wish.
    pub told: RwSignal<String>,
    /// The stored form of an entry.
    pub stored: Callback<usize, Option<String>>,
}

/// The diary with its figures, their sum, its lines, and the last wish that left no ink.
#[component]
pub fn DiaryPage(
    /// The diary's figures, large.
    figures: AnyView,
    /// What is shown beside the lines.
    state: PageState,
) -> impl IntoView {
    let PageState { refusal, keeping, told, stored } = state;
    let reader = reader();
    let kept = move || {
        let kept = match keeping.get() {
            Keeping::Saved => "saved in this browser",
            Keeping::InOnePlace => "saved in one place only",
            Keeping::Writing => "saving…",
            Keeping::InMemory => "in memory only",
            Keeping::ReadOnly => "can only be read",
            Keeping::Failed => "not everything is kept",
        };
        let told = told.get();
        if told.is_empty() { kept.to_owned() } else { format!("{kept} · {told}") }
    };
    view! {
        <section class="diary" aria-labelledby="diary-heading">
            <div class="diary-head">
                <h2 id="diary-heading">"Diary"</h2>
                <p class="aside">
                    <span data-testid="entry-count">{live(move || reader.last().to_string())}</span>
                    " entries · times in "
                    {clock::zone_name()}
                    " · "
                    {live(kept)}
                </p>
            </div>
            <div class="figures">{figures}</div>
            <Sum />
            <Lines stored refusal />
        </section>
    }
}

/// The id of what the lines scroll in.
const PAPER: &str = "paper";

/// The lines, oldest first. Those after the moment that is shown are “not yet”.
#[component]
fn Lines(
    stored: Callback<usize, Option<String>>,
    refusal: RwSignal<Option<Refusal>>,
) -> impl IntoView {
    let reader = reader();
    // Lines that come after this one were written before the reader's eyes.
    let seen = reader.lines.with_untracked(|lines| lines.len());
    // Which lines show their stored form. Kept here, since the rows are made anew when lines come.
    let opened = RwSignal::new(Vec::new());
    let row = move |line: &Line| {
        let fresh = line.number > seen;
        view! { <LineRow fresh line=line.clone() stored opened /> }.into_any()
    };
    let rows = move || reader.lines.with(|lines| lines.iter().map(row).collect::<Vec<_>>());
    let blank = move || {
        let words = "A blank page. The first line is yours to write.";
        (reader.last() == 0).then(|| view! { <p class="blank">{words}</p> }.into_any())
    };
    Effect::new(move || {
        // A refusal takes room from the paper, so the line may have to be shown again, once the
        // page has been laid out.
        refusal.track();
        let line = format!("tr[data-entry='{}']", reader.page());
        request_animation_frame(move || dom::keep_in_sight(PAPER, &line));
    });
    view! {
        <div class="paper" id=PAPER>
            <table class="lines">
                <caption class="unseen">"Diary entries"</caption>
                <thead>
                    <tr>
                        <th scope="col">"No."</th>
                        <th scope="col">"When"</th>
                        <th scope="col">"What happened"</th>
                        {reader
                            .figures
                            .iter()
                            .map(|name| view! { <th scope="col">{*name}</th> }.into_any())
                            .collect::<Vec<_>>()}
                    </tr>
                </thead>
                <tbody>
                    {views(rows)}
                </tbody>
            </table>
            {views(blank)}
        </div>
    }
}

#[component]
fn LineRow(
    line: Line,
    fresh: bool,
    stored: Callback<usize, Option<String>>,
    opened: RwSignal<Vec<usize>>,
) -> impl IntoView {
    let reader = reader();
    let number = line.number;
    let local = calendar::local_time(line.at, &clock::ZONE);
    let day = calendar::short_day(local.date()).replace(' ', "\u{a0}");
    let when = format!("{day}, {}", calendar::time_words(local.time()));
    let not_yet = move || reader.page() < number;
    let toggle = move |_| {
        opened.update(|opened| match opened.iter().position(|open| *open == number) {
            Some(at) => {
                opened.remove(at);
            }
            None => opened.push(number),
        });
    };
    let stored_form = move || {
        let is_open = opened.with(|opened| opened.contains(&number));
        let form = is_open.then(|| stored.run(number)).flatten();
        form.unwrap_or_default()
    };
    let corrects = line.corrects.map(|entry| {
        view! {
            " "
            <EntryLink entry words=format!("corrects entry {entry}") />
        }
        .into_any()
    });
    let figure = |amount: &Option<Money>| {
        let amount = amount.map(|amount| amount.to_string()).unwrap_or_default();
        view! { <td class="amount">{amount}</td> }.into_any()
    };
    view! {
        <tr
            data-entry=number.to_string()
            class:fresh=fresh
            class:not-yet=live(not_yet)
            class:at-cursor=live(move || reader.page() == number && reader.in_past())
            class:lit=live(move || reader.lit.get() == Some(number))
        >
            <td class="number">
                // The slider does the same by keyboard, so it is no stop on the way there.
                <button
                    tabindex="-1"
                    aria-label=format!("Go to entry {number}")
                    on:click=on(move |_| reader.visit(number))
                >
                    {number.to_string()}
                </button>
            </td>
            <td class="when">
                <span title=calendar::day_words(local.date())>{when}</span>
            </td>
            <td class="what">
                <details on:toggle=on(toggle)>
                    <summary>
                        <bdi>{line.what}</bdi>
                        <span class="not-yet-mark">
                            {live(move || if not_yet() { " · not yet" } else { "" }.to_owned())}
                        </span>
                    </summary>
                    <code class="stored">{live(stored_form)}</code>
                </details>
                {corrects}
            </td>
            {line.figures.iter().map(figure).collect::<Vec<_>>()}
        </tr>
    }
}

/// A link to an entry: it lights the entry up and travels to it.
#[component]
pub fn EntryLink(
    /// The entry's number.
    entry: usize,
    /// What the link says.
    words: String,
) -> impl IntoView {
    let reader = reader();
    view! {
        <button
            class="entry-link"
            data-entry=entry.to_string()
            class:lit=live(move || reader.lit.get() == Some(entry))
            title=format!("Entry {entry}: go to the moment when it had just been written")
            on:click=on(move |_| reader.visit(entry))
        >
            {words}
        </button>
    }
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
