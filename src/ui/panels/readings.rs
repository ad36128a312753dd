//! *Many readings*: several projections of one diary, side by side. Each can be thrown away and
//! filled again, and may be late.

mod card;

mod replay;

use leptos::prelude::*;

use self::{
    card::card,
    replay::{Gathered, Open},
};
use super::frame::framed;
use crate::{
    browser::clock,
    routes::Panel,
    ui::{kind::Kind, notebook::Notebook},
};
use diary::Bookmarked;
use examples::{
    Statement,
    bank::Bank,
    order::Order,
    readings::{AllAccounts, MonthlyTotals, OrderHistory, Reading, WhatWasRemoved, table},
};

/// So many rows of a reading are shown, the latest: a long diary would be all table.
const ROWS: usize = 12;

/// The readings of the bank's diary.
pub(super) fn bank(notebook: Notebook<Bank>) -> AnyView {
    let cards = [
        open::<_, Statement<Bank>>(notebook),
        open::<_, MonthlyTotals>(notebook),
        open::<_, AllAccounts>(notebook),
    ];
    panel(cards, "for example Deposit")
}

/// The readings of the order's diary.
pub(super) fn order(notebook: Notebook<Order>) -> AnyView {
    let cards = [
        open::<_, Statement<Order>>(notebook),
        open::<_, OrderHistory>(notebook),
        open::<_, WhatWasRemoved>(notebook),
    ];
    panel(cards, "in another order if this one is shipped")
}

/// Opens a reading. It follows the diary until it is told to stand still.
fn open<D: Kind, P>(notebook: Notebook<D>) -> Open
where
    P: Reading<Event = D::Event> + Clone + PartialEq + Send + Sync + 'static,
{
    let reader = notebook.reader;
    let bookmark = RwSignal::new(None);
    let standing = move |edition| bookmark.get().filter(|(of, _)| *of == edition);
    // Filled from the entries and from nothing else: it reads on, or it begins anew.
    let reading = Memo::new_owning(move |before: Option<(usize, Bookmarked<P>)>| {
        let edition = reader.edition();
        let before = before.filter(|(of, _)| *of == edition);
        let mut reading = before.map(|(_, reading)| reading).unwrap_or_default();
        let to = standing(edition).map_or(usize::MAX, |(_, page)| page);
        if to < reading.page() {
            reading.delete();
        }
        notebook.ask(|diary, _| reading.read_to(diary.entries(), to));
        ((edition, reading), true)
    });
    let gathered = move || {
        reading.with(|(_, reading)| {
            notebook.ask(|diary, _| Gathered {
                page: reading.page(),
                behind: reading.behind(diary.entries()),
                table: table(reading, diary.entries(), &clock::ZONE, ROWS),
            })
        })
    };
    let anew = move |page: usize| {
        let mut reading = Bookmarked::<P>::default();
        notebook.ask(|diary, _| {
            reading.read_to(diary.entries(), page);
            table(&reading, diary.entries(), &clock::ZONE, ROWS)
        })
    };
    Open::new(reader, bookmark, Memo::new(move |_| gathered()), Callback::new(anew))
}

fn panel(cards: [Open; 3], example: &'static str) -> AnyView {
    let card = |(at, open)| card(open, at);
    let lead_in = "One diary, read for three questions. A reading holds nothing that the diary doesn’t, so you \
                   may delete it: it is filled again from the same lines.";
    let view = view! {
        <div class="readings">{cards.into_iter().enumerate().map(card).collect::<Vec<_>>()}</div>
        <p class="lead-in">
            "Programmers call a reading a "
            <b>"projection"</b>
            ". It may also be late: pause one, write a line at the top of the page ("
            {example}
            "), and look here again. Until it catches up, it tells what was true a few lines ago. \
             That is called "
            <b>"eventual consistency"</b>
            "."
        </p>
    };
    framed(Panel::Readings, lead_in, view.into_any())
}
