//! *Many reports*: several projections of one diary, side by side. Each can be thrown away and
//! filled again, and may be late.

mod card;

mod replay;

use crate::ui::live::{memo, memo_owning};
use leptos::prelude::*;

use self::{
    card::card,
    replay::{Gathered, Open},
};
use super::frame::framed;
use crate::{browser::clock, routes::Panel, ui::session_signals::SessionSignals};
use diary::Checkpointed;
use examples::Kind;
use examples::readings::{OpenReport, Report, Reports, table};

/// So many rows of a reading are shown, the latest: a long diary would be all table.
const ROWS: usize = 12;

/// The readings of a diary.
pub(super) fn panel<D: Kind + Reports>(signals: SessionSignals<D>) -> AnyView {
    let mut opened = Opened { signals, cards: Vec::new() };
    D::each(&mut opened);
    shown(opened.cards, D::FOR_EXAMPLE)
}

/// The readings that have been opened.
struct Opened<D: Kind> {
    signals: SessionSignals<D>,
    cards: Vec<Open>,
}

impl<D: Kind> OpenReport<D> for Opened<D> {
    fn open<P>(&mut self)
    where
        P: Report<Event = D::Event> + Clone + PartialEq + Send + Sync + 'static,
    {
        self.cards.push(open::<D, P>(self.signals));
    }
}

/// Opens a reading. It follows the diary until it is told to stand still.
fn open<D: Kind, P>(signals: SessionSignals<D>) -> Open
where
    P: Report<Event = D::Event> + Clone + PartialEq + Send + Sync + 'static,
{
    let reader = signals.reader;
    let bookmark = RwSignal::new(None);
    let standing = move |edition| bookmark.get().filter(|(of, _)| *of == edition);
    // Filled from the entries and from nothing else: it reads on, or it begins anew.
    let reading = memo_owning(move |before: Option<(usize, Checkpointed<P>)>| {
        let edition = reader.edition();
        let before = before.filter(|(of, _)| *of == edition);
        let mut reading = before.map(|(_, reading)| reading).unwrap_or_default();
        let to = standing(edition).map_or(usize::MAX, |(_, version)| version);
        if to < reading.version() {
            reading.delete();
        }
        signals.ask(|diary, _| reading.read_to(diary.entries(), to));
        ((edition, reading), true)
    });
    let gathered = move || {
        reading.with(|(_, reading)| {
            signals.ask(|diary, _| Gathered {
                version: reading.version(),
                behind: reading.behind(diary.entries()),
                table: table(reading, diary.entries(), &clock::ZONE, ROWS),
            })
        })
    };
    let anew = move |version: usize| {
        let mut reading = Checkpointed::<P>::default();
        signals.ask(|diary, _| {
            reading.read_to(diary.entries(), version);
            table(&reading, diary.entries(), &clock::ZONE, ROWS)
        })
    };
    Open::new(reader, bookmark, memo(move |_| gathered()), Callback::new(anew))
}

fn shown(cards: Vec<Open>, example: &'static str) -> AnyView {
    let card = |(at, open)| card(open, at);
    let lead_in = "One diary is read for three questions. A report holds only what stands in the \
                   diary, so you may delete it: it is filled again from the same entries.";
    let view = view! {
        <div class="readings">{cards.into_iter().enumerate().map(card).collect::<Vec<_>>()}</div>
        <p class="lead-in">
            "A report may also be late: pause one, write an entry at the top of the page ("
            {example}
            "), and look here again. Until it catches up, it tells what was true a few entries \
             ago. That is called "
            <b>"eventual consistency"</b>
            "."
        </p>
    };
    framed(Panel::Readings, lead_in, view.into_any())
}
