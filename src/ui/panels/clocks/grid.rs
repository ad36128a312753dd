//! What was true, against what was known.

use leptos::prelude::*;

use super::bitemporal::Clocks;
use crate::{
    browser::clock,
    ui::{
        answers::{Proof, ProofProps},
        components::entry_links::{LISTED, Says, and_more, entry_links},
        live::{live, on, views},
        reader::reader,
    },
};
use examples::{
    questions::{Citation, Finding, Sign, Value},
    two_clocks::{Edge, TwoClocks},
};

/// Where the opened cell is told.
const OPENED: &str = "clocks-opened";

/// The grid, and the cell that is open below it.
pub(super) fn grid(clocks: Clocks) -> AnyView {
    let Clocks { both, edges, .. } = clocks;
    // The story's own: what was true at the first moment, as it is known now.
    let open = RwSignal::new((0, 2));
    let heading = |scope: &'static str| {
        move |edge: &Edge| view! { <th scope=scope>{edge.words()}</th> }.into_any()
    };
    let grid = move || {
        let edges = edges.get();
        let row = |(down, true_at): (usize, &Edge)| {
            let cell = |(across, known_at): (usize, &Edge)| {
                let early = across < down;
                let found = both.with(|both| both.at(*true_at, *known_at, &clock::ZONE));
                cell(open, (down, across), &found, early)
            };
            let cells = edges.iter().enumerate().map(cell).collect::<Vec<_>>();
            view! { <tr>{heading("row")(true_at)} {cells}</tr> }.into_any()
        };
        view! {
            <table class="two-clocks">
                <caption class="unseen">"True on a day, as known on a day"</caption>
                <thead>
                    <tr>
                        <td class="corner"><span>"true at ↓"</span>" "<span>"known at →"</span></td>
                        {edges.iter().map(heading("col")).collect::<Vec<_>>()}
                    </tr>
                </thead>
                <tbody>{edges.iter().enumerate().map(row).collect::<Vec<_>>()}</tbody>
            </table>
        }
        .into_any()
    };
    let opened = move || {
        let (down, across) = open.get();
        edges.with(|edges| {
            let last = edges.last()?;
            let at = |place: usize| *edges.get(place).unwrap_or(last);
            let (true_at, known_at) = (at(down), at(across));
            let told = both.with(|both| Detail::of(both, true_at, known_at));
            Some(detail_view(told))
        })
    };
    view! {
        <div class="wide">{views(grid)}</div>
        <div class="opened" id=OPENED>{views(opened)}</div>
    }
    .into_any()
}

fn cell(
    open: RwSignal<(usize, usize)>,
    at: (usize, usize),
    found: &Finding,
    early: bool,
) -> AnyView {
    let reader = reader();
    let amount = match &found.value {
        Value::Nothing(_) => "not there".to_owned(),
        value => value.words(&clock::ZONE),
    };
    let more = match (early, found.note.is_empty()) {
        // A day knows nothing of a later one but what it knows of itself.
        (true, _) => "so far",
        (false, true) => "",
        (false, false) => "not all was written",
    };
    let is_open = move || open.get() == at;
    let press = {
        let words = amount.clone();
        move |_| {
            open.set(at);
            reader.say(words.clone());
        }
    };
    view! {
        <td class:early=early>
            <button
                aria-pressed=live(move || is_open().to_string())
                aria-controls=OPENED
                on:click=on(press)
            >
                <b>{amount}</b>
                <small>{more}</small>
            </button>
        </td>
    }
    .into_any()
}

/// What is told of one cell.
struct Detail {
    heading: String,
    found: Finding,
    not_yet: Vec<Citation>,
}

impl Detail {
    fn of(clocks: &TwoClocks, true_at: Edge, known_at: Edge) -> Self {
        Self {
            heading: format!("True at {}, as known at {}", true_at.words(), known_at.words()),
            found: clocks.at(true_at, known_at, &clock::ZONE),
            not_yet: clocks.not_yet_written(true_at, known_at, &clock::ZONE),
        }
    }
}

fn detail_view(told: Detail) -> AnyView {
    let Detail { heading, found, not_yet } = told;
    let sum = found.total();
    let Finding { value, rests_on, more, .. } = found;
    let proof = (!rests_on.is_empty()).then(|| {
        Proof(ProofProps { rests_on, more, sum, sign: Sign::Added, folds: false }).into_any()
    });
    let late = |Citation { entry, change }: &Citation| match change {
        Some(change) => (*entry, Says::Words(format!("entry {entry} ({change})"))),
        None => (*entry, Says::Number),
    };
    let late = (!not_yet.is_empty()).then(|| {
        let more = and_more(not_yet.len().saturating_sub(LISTED));
        let links = entry_links(not_yet.iter().take(LISTED).map(late), more);
        view! { <p class="why late">"True by then, but not written yet:" {links}</p> }.into_any()
    });
    view! {
        <h4>{heading}</h4>
        <p class="value">{value.words(&clock::ZONE)}</p>
        {proof}
        {late}
    }
    .into_any()
}
