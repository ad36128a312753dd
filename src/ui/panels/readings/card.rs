//! One reading as a card: its question, what can be done with it, and its table.

use leptos::prelude::*;

use super::replay::{Gathered, Open};
use crate::ui::{
    answers::{Proof, ProofProps},
    components::entry_link::EntryLink,
    live::{live, on, views},
};
use english::counted;
use examples::{
    questions::{Citation, More, Sign},
    readings::{Cell, ReportTable, Row},
};

/// One reading; `at` tells it from the others.
pub(super) fn card(open: Open, at: usize) -> AnyView {
    let gathered = open.gathered;
    let id = format!("reading-{at}");
    let labelled_by = id.clone();
    let (name, question) =
        gathered.with_untracked(|Gathered { table, .. }| (table.name, table.question));
    let is_behind = move || gathered.with(|gathered| gathered.behind > 0);
    let pause_label =
        move || if open.follows() { "Pause this report" } else { "Catch up" }.to_owned();
    let pause = move |_| if untrack(|| open.follows()) { open.pause() } else { open.catch_up() };
    view! {
        <div class="card reading" class:behind=live(is_behind) role="group" aria-labelledby=labelled_by>
            <h4 id=id>{name}</h4>
            <p class="asks">{question}</p>
            <p class="read-to">{live(move || gathered.with(progress_words))}</p>
            <div class="wishes">
                <button on:click=on(pause)>{live(pause_label)}</button>
                <button on:click=on(move |_| open.step())>"Read one entry"</button>
                <button on:click=on(move |_| open.rebuild())>"Rebuild"</button>
                <button on:click=on(move |_| open.delete())>"Delete this report"</button>
            </div>
            <p class="outcome">{live(move || open.outcome.get())}</p>
            {views(move || gathered.with(table_view))}
        </div>
    }
    .into_any()
}

/// “Read up to entry 8 of 11: 3 entries behind.”
fn progress_words(gathered: &Gathered) -> String {
    let Gathered { version, behind, .. } = *gathered;
    let last = version + behind;
    match (version, behind) {
        (0, 0) => "There is nothing to read yet. Write a first entry.".into(),
        (0, _) => format!("Empty: it has read 0 of {}.", counted::entries(last)),
        (_, 0) => format!("Read up to entry {version} of {last}."),
        _ => format!("Read up to entry {version} of {last}: {} behind.", counted::entries(behind)),
    }
}

fn table_view(gathered: &Gathered) -> AnyView {
    let ReportTable { name, columns, left_out, rows, foot, note, .. } = &gathered.table;
    if rows.is_empty() {
        let words = match (gathered.version, gathered.behind) {
            (0, 0) => "",
            (0, _) => "It is empty. Rebuild it, and it is filled from the diary’s entries.",
            _ => "Nothing of the kind has happened.",
        };
        return view! { <p class="blank">{words}</p> }.into_any();
    }
    let model = rows.first().map(|row| row.cells.as_slice()).unwrap_or_default();
    let heading = |(at, words): (usize, &String)| {
        let is_amount = matches!(model.get(at), Some(Cell::Amount(_)));
        view! { <th scope="col" class:amount=is_amount>{words.clone()}</th> }.into_any()
    };
    let left_out = (*left_out > 0).then(|| {
        let words = match left_out {
            1 => "1 earlier row is left out here.".to_owned(),
            count => {
                let rows = counted::counted(*count, "earlier row", "earlier rows");
                format!("{rows} are left out here.")
            }
        };
        view! { <p class="aside">{words}</p> }.into_any()
    });
    let note = note.clone().map(|words| view! { <p class="aside">{words}</p> }.into_any());
    let foot = foot.as_ref().map(|row| view! { <tfoot>{row_view(row)}</tfoot> }.into_any());
    view! {
        {left_out}
        <div class="wide">
            <table>
                <caption class="unseen">{*name}</caption>
                <thead>
                    <tr>
                        {columns.iter().enumerate().map(heading).collect::<Vec<_>>()}
                        <th scope="col">"Rests on"</th>
                    </tr>
                </thead>
                <tbody>{rows.iter().map(row_view).collect::<Vec<_>>()}</tbody>
                {foot}
            </table>
        </div>
        {note}
    }
    .into_any()
}

fn row_view(row: &Row) -> AnyView {
    let cell = |cell: &Cell| match cell {
        Cell::Text(words) => view! { <td><bdi>{words.clone()}</bdi></td> }.into_any(),
        Cell::Amount(amount) => view! { <td class="amount">{amount.to_string()}</td> }.into_any(),
    };
    view! {
        <tr>
            {row.cells.iter().map(cell).collect::<Vec<_>>()}
            <td class="rests-on">{rests_on(&row.rests_on)}</td>
        </tr>
    }
    .into_any()
}

/// The entries that a row rests on: one is a link; several are behind a word, so that rows stay rows.
fn rests_on(entries: &[Citation]) -> AnyView {
    match entries {
        [] => ().into_any(),
        [Citation { entry, .. }] => {
            view! { <EntryLink entry=*entry words=format!("entry {entry}") /> }.into_any()
        }
        all => {
            let proof = Proof(ProofProps {
                rests_on: all.to_vec(),
                more: More::default(),
                sum: None,
                sign: Sign::Added,
                folds: false,
            })
            .into_any();
            view! {
                <details>
                    <summary>{counted::entries(all.len())}</summary>
                    {proof}
                </details>
            }
            .into_any()
        }
    }
}
