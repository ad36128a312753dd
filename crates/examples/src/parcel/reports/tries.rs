//! How often was delivery tried, and why did it fail?

use chrono::TimeZone;

use crate::{
    Citation, Name,
    parcel::Event,
    readings::{Cell, Report, ReportTable, Row, headings, latest, short_moment},
    shown,
};
use diary::{Entry, Projection, When};

/// A projection: every failed try, and what became of the parcel after it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tries {
    tries: Vec<Try>,
}

/// A failed try.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Try {
    /// Its entry, and when that was.
    pub entry: (usize, When),
    /// Why it failed.
    pub reason: Name,
    /// The entry that came next, and what that says.
    pub then: Option<(usize, Then)>,
}

/// What became of the parcel after a failed try.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Then {
    /// It was tried once more.
    Tried,
    /// It came to a depot.
    Arrived(Name),
    /// Somebody got it.
    HandedOver(Name),
    /// It was sent back.
    SentBack,
}

impl Projection for Tries {
    type Event = Event;

    fn read(mut self, entry: &Entry<Event>) -> Self {
        let then = match &entry.event {
            Event::DeliveryTried { .. } => Some(Then::Tried),
            Event::Arrived { depot } => Some(Then::Arrived(depot.clone())),
            Event::HandedOver { to } => Some(Then::HandedOver(to.clone())),
            Event::SentBack {} => Some(Then::SentBack),
            Event::Registered { .. } | Event::Collected {} | Event::Left { .. } => None,
        };
        if let Some(last) = self.tries.last_mut()
            && last.then.is_none()
        {
            last.then = then.map(|then| (entry.number, then));
        }
        if let Event::DeliveryTried { reason } = &entry.event {
            let (entry, reason) = ((entry.number, entry.when()), reason.clone());
            self.tries.push(Try { entry, reason, then: None });
        }
        self
    }
}

impl Tries {
    /// Every failed try, in their order.
    pub fn tries(&self) -> &[Try] {
        &self.tries
    }
}

impl Then {
    fn words(&self) -> String {
        match self {
            Self::Tried => "tried again".into(),
            Self::Arrived(depot) => format!("back at {}", shown(depot)),
            Self::HandedOver(to) => format!("handed over to {}", shown(to)),
            Self::SentBack => "sent back".into(),
        }
    }
}

impl Try {
    fn row(&self, number: usize, zone: &impl TimeZone) -> Row {
        let (entry, when) = self.entry;
        let then = self.then.as_ref();
        let cells = vec![
            Cell::Text(number.to_string()),
            Cell::Text(short_moment(when.at, zone)),
            Cell::Text(shown(&self.reason)),
            Cell::Text(then.map(|(_, then)| then.words()).unwrap_or_default()),
        ];
        let entries = std::iter::once(entry).chain(then.map(|(entry, _)| *entry));
        Row { cells, rests_on: entries.map(Citation::plain).collect() }
    }
}

impl Report for Tries {
    fn table(&self, _: &[Entry<Event>], zone: &impl TimeZone, most: usize) -> ReportTable {
        let (left_out, shown) = latest(&self.tries, most);
        let numbered = (left_out + 1..).zip(shown);
        ReportTable {
            name: "Tries",
            question: "How often was delivery tried, and why did it fail?",
            columns: headings(["Try", "When", "Why it failed", "What came next"]),
            left_out,
            rows: numbered.map(|(number, one)| one.row(number, zone)).collect(),
            foot: None,
            note: None,
        }
    }
}
