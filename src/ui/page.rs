//! The diary: a ruled page on which lines are only ever added at the end.

use leptos::{children::ViewFn, html, prelude::*};

use super::{
    notebook::{Keeping, Refusal},
    reader::reader,
    sum::Sum,
};
use crate::{
    browser::clock,
    domain::{Line, calendar},
};

/// The diary with its figures, their sum, its lines, and the last wish that left no ink.
#[component]
pub fn DiaryPage(
    /// The diary's figures, large.
    figures: ViewFn,
    /// The wish that was refused last.
    refusal: RwSignal<Option<Refusal>>,
    /// How keeping the last entry went.
    keeping: RwSignal<Keeping>,
    /// The stored form of an entry.
    stored: Callback<usize, Option<String>>,
) -> impl IntoView {
    let reader = reader();
    let count = move || reader.last();
    let kept = move || match keeping.get() {
        Keeping::Saved => "saved in this browser",
        Keeping::Writing => "writing…",
        Keeping::InMemory => "in memory only",
        Keeping::Failed => "the last entry was not kept",
    };
    view! {
        <section class="diary" aria-labelledby="diary-heading">
            <div class="diary-head">
                <h2 id="diary-heading">"Diary"</h2>
                <p class="aside">
                    <span data-testid="entry-count">{count}</span>
                    " entries · times in "
                    {clock::zone_name()}
                    " · "
                    {kept}
                </p>
            </div>
            <div class="figures">{figures.run()}</div>
            <Sum />
            <Lines stored refusal />
            <NoInk refusal />
        </section>
    }
}

/// The lines, oldest first. Those after the moment that is shown are “not yet”.
#[component]
fn Lines(
    stored: Callback<usize, Option<String>>,
    refusal: RwSignal<Option<Refusal>>,
) -> impl IntoView {
    let reader = reader();
    let paper = NodeRef::<html::Div>::new();
    // Lines that come after this one were written before the reader's eyes.
    let seen = reader.lines.with_untracked(|lines| lines.len());
    let lines = move || reader.lines.get().iter().cloned().collect::<Vec<_>>();
    Effect::new(move || {
        // A refusal takes room from the paper, so the line may have to be shown again.
        refusal.track();
        keep_in_sight(paper, reader.page());
    });
    view! {
        <div class="paper" node_ref=paper>
            <table class="lines" class:two-figures=reader.figures.len() == 2>
                <caption class="unseen">"Diary entries"</caption>
                <thead>
                    <tr>
                        <th scope="col">"No."</th>
                        <th scope="col">"When"</th>
                        <th scope="col">"What happened"</th>
                        {reader
                            .figures
                            .iter()
                            .map(|name| view! { <th scope="col">{*name}</th> })
                            .collect_view()}
                    </tr>
                </thead>
                <tbody>
                    <For each=lines key=|line| line.number let(line)>
                        <LineRow fresh={line.number > seen} line stored />
                    </For>
                </tbody>
            </table>
            <Show when=move || reader.last() == 0>
                <p class="blank">"A blank page. The first line is yours to write."</p>
            </Show>
        </div>
    }
}

#[component]
fn LineRow(line: Line, fresh: bool, stored: Callback<usize, Option<String>>) -> impl IntoView {
    let reader = reader();
    let number = line.number;
    let local = calendar::local_time(line.at, &clock::ZONE);
    let when = format!(
        "{}, {}",
        calendar::short_day(local.date()).replace(' ', "\u{a0}"),
        calendar::time_words(local.time())
    );
    let not_yet = move || reader.page() < number;
    let is_open = RwSignal::new(false);
    let stored_form = move || is_open.get().then(|| stored.run(number)).flatten();
    let corrects = line.corrects.map(|entry| {
        view! {
            " "
            <EntryLink entry>{format!("corrects entry {entry}")}</EntryLink>
        }
    });
    let figure = |amount: &Option<_>| {
        view! { <td class="amount">{amount.map_or_else(String::new, |amount: crate::domain::Money| amount.to_string())}</td> }
    };
    view! {
        <tr
            data-entry=number
            class:fresh=fresh
            class:not-yet=not_yet
            class:at-cursor=move || reader.page() == number && reader.in_past()
            class:lit=move || reader.lit.get() == Some(number)
            on:mouseenter=move |_| reader.lit.set(Some(number))
            on:mouseleave=move |_| reader.lit.set(None)
            on:focusin=move |_| reader.lit.set(Some(number))
            on:focusout=move |_| reader.lit.set(None)
        >
            <td class="number">
                // The slider does the same by keyboard, so it is no stop on the way there.
                <button
                    tabindex="-1"
                    aria-label=format!("Go to entry {number}")
                    on:click=move |_| reader.travel(number)
                >
                    {number}
                </button>
            </td>
            <td class="when">
                <span title=calendar::day_words(local.date())>{when}</span>
            </td>
            <td class="what">
                <details on:toggle=move |_| is_open.update(|open| *open = !*open)>
                    <summary>
                        <bdi>{line.what}</bdi>
                        <span class="not-yet-mark">{move || not_yet().then_some(" · not yet")}</span>
                    </summary>
                    <code class="stored">{stored_form}</code>
                </details>
                {corrects}
            </td>
            {line.figures.iter().map(figure).collect_view()}
        </tr>
    }
}

/// A link to an entry: it lights the entry up and travels to it.
#[component]
pub fn EntryLink(
    /// The entry's number.
    entry: usize,
    /// What the link says.
    children: Children,
) -> impl IntoView {
    let reader = reader();
    view! {
        <button
            class="entry-link"
            class:lit=move || reader.lit.get() == Some(entry)
            title=format!("Entry {entry}: go to the moment when it had just been written")
            on:click=move |_| reader.travel(entry)
            on:mouseenter=move |_| reader.lit.set(Some(entry))
            on:mouseleave=move |_| reader.lit.set(None)
            on:focus=move |_| reader.lit.set(Some(entry))
            on:blur=move |_| reader.lit.set(None)
        >
            {children()}
        </button>
    }
}

/// The last wish that was refused: it stands beside the diary, and no line was written.
#[component]
fn NoInk(refusal: RwSignal<Option<Refusal>>) -> impl IntoView {
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
        })
    };
    view! { {line} }
}

/// Scrolls the page's paper, and nothing else, so that the line of the cursor is seen.
fn keep_in_sight(paper: NodeRef<html::Div>, page: usize) {
    let Some(paper) = paper.get() else { return };
    let row = paper.query_selector(&format!("tr[data-entry='{page}']")).ok().flatten();
    let Some(row) = row else {
        paper.set_scroll_top(0);
        return;
    };
    let (sheet, line) = (paper.get_bounding_client_rect(), row.get_bounding_client_rect());
    // Two lines of room, so that what comes before and after the cursor is seen as well.
    let room = 2.0 * line.height();
    let below = line.bottom() + room - sheet.bottom();
    let above = sheet.top() + 2.0 * room - line.top();
    let by = if below > 0.0 {
        below
    } else if above > 0.0 {
        -above
    } else {
        return;
    };
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a page is far less than 2^31 pixels high"
    )]
    paper.set_scroll_top(paper.scroll_top() + by as i32);
}
