//! The diary and both futures, entry by entry.

use leptos::prelude::*;

use super::{
    told::{Row, Rows, amount_words},
    worlds::WORLDS,
};
use crate::ui::{
    components::entry_link::EntryLink,
    live::{live, on, views},
    reader::reader,
};
use english::counted;
use examples::{BranchLine, Outcome};

/// Lines that are shown at first, and as many again whenever more are wanted.
const LINES: usize = 30;

/// The table; `changed` is the number of the entry that was changed. On a phone there is room for one of its three columns, which can be switched.
pub(super) fn lines(rows: Rows, changed: Signal<usize>) -> AnyView {
    let reader = reader();
    let most = RwSignal::new(LINES);
    let shown = RwSignal::new(2);
    let body = move || {
        let (rows, _) = rows.run((most.get(), reader.figure.get())).unwrap_or_default();
        let first = rows.iter().find(|row| row.replayed.outcome == Outcome::Impossible);
        let first = first.map(|row| row.line.number);
        let changed = changed.get();
        let row = |row: Row| {
            let number = row.line.number;
            let (is_first, is_later) = (first == Some(number), number > changed);
            view! { <LineRow row is_first is_later /> }.into_any()
        };
        rows.into_iter().map(row).collect::<Vec<_>>()
    };
    let more = move || {
        let (_, more) = rows.run((most.get(), reader.figure.get())).unwrap_or_default();
        (more > 0).then(|| {
            let next = more.min(LINES);
            view! {
                <p class="more">
                    {format!("and {} ", counted::counted(more, "more entry", "more entries"))}
                    <button on:click=on(move |_| most.update(|most| *most += LINES))>
                        {format!("Show the next {next}")}
                    </button>
                </p>
            }
            .into_any()
        })
    };
    let switch = |(at, (name, _)): (usize, (&'static str, &'static str))| {
        view! {
            <button
                aria-pressed=live(move || (shown.get() == at).to_string())
                on:click=on(move |_| shown.set(at))
            >
                {name}
            </button>
        }
        .into_any()
    };
    let heads = move || {
        let figure = reader.figure_name();
        let head = |(name, class): (&'static str, &'static str)| {
            let figure = figure.clone();
            view! {
                <th scope="col" class=class>
                    {name}
                </th>
                <th scope="col" class=[class, " amount"].concat()>
                    {figure}
                </th>
            }
            .into_any()
        };
        WORLDS.map(head).into_iter().collect::<Vec<_>>()
    };
    let class = move || {
        let (_, class) = WORLDS.get(shown.get()).copied().unwrap_or_default();
        ["futures show-", class].concat()
    };
    view! {
        <div class="switch" role="group" aria-label="Which entries">
            {WORLDS.into_iter().enumerate().map(switch).collect::<Vec<_>>()}
        </div>
        <div class="wide">
            <table class=live(class)>
                <caption class="unseen">"The diary and both futures, entry by entry"</caption>
                <thead>
                    <tr>
                        <th scope="col">"No."</th>
                        {views(heads)}
                    </tr>
                </thead>
                <tbody>{views(body)}</tbody>
            </table>
        </div>
        {views(more)}
    }
    .into_any()
}

#[component]
fn LineRow(row: Row, is_first: bool, is_later: bool) -> impl IntoView {
    let Row { line, replayed, decided, amounts } = row;
    let number = line.number;
    let is_changed = matches!(decided.outcome, Outcome::Struck | Outcome::Written);
    let [diary, after_replay, after_deciding] = amounts.map(amount_words);
    let [of_diary, of_replay, of_deciding] = WORLDS.map(|(_, class)| class);
    let amount = |class: &str| [class, " amount"].concat();
    view! {
        <tr data-entry=number.to_string() class:changed=is_changed>
            <td class="number">
                <EntryLink entry=number words=number.to_string() />
            </td>
            <td class=of_diary>
                <bdi dir="ltr">{line.what}</bdi>
            </td>
            <td class=amount(of_diary)>{diary}</td>
            <td class=of_replay>{became(&replayed, is_first, false)}</td>
            <td class=amount(of_replay)>{after_replay}</td>
            <td class=of_deciding>{became(&decided, false, is_later)}</td>
            <td class=amount(of_deciding)>{after_deciding}</td>
        </tr>
    }
}

/// What became of an entry: a mark and a word, the line or the command, and why.
fn became(line: &BranchLine, is_first: bool, is_decided: bool) -> AnyView {
    let (class, mark) = match line.outcome {
        Outcome::Kept if is_decided => ("as-it-was accepted", "✓ accepted"),
        Outcome::Kept => ("as-it-was", ""),
        Outcome::Struck => ("struck", "✕ left out"),
        Outcome::Written => ("written", "✎ written"),
        Outcome::Refused => ("refused", "✕ refused"),
        Outcome::NotBrought => ("refused", "✕ does not come along"),
        Outcome::Impossible if is_first => ("impossible first", "⚠ This could not have happened"),
        Outcome::Impossible => ("impossible", "⚠ could not have happened"),
    };
    let mark = (!mark.is_empty()).then(|| view! { <span class="fate">{mark}</span> }.into_any());
    let what = line.what.clone();
    let what = match line.outcome {
        Outcome::Struck => view! { <s>{what}</s> }.into_any(),
        _ => view! { <bdi dir="ltr">{what}</bdi> }.into_any(),
    };
    let why = (!line.why.is_empty())
        .then(|| view! { <span class="because">{line.why.clone()}</span> }.into_any());
    view! { <div class=class>{mark} {what} {why}</div> }.into_any()
}
