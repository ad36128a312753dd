//! What was taken out of the order, when, and did it come back?

use chrono::{DateTime, TimeZone, Utc};

use super::{Cell, Citation, Reading, Row, Table, latest};
use crate::{
    diary::{Entry, Projection},
    domain::{order::Event, shown},
};

/// A projection: every removal of an item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WhatWasRemoved {
    removals: Vec<Removal>,
    /// The places of those that have not come back, so that few are looked at for each item that
    /// is added.
    gone: Vec<usize>,
}

/// An item that was taken out, and put in again if it was. Entries are given by their numbers and
/// when they were written (UTC).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Removal {
    /// What it is.
    pub name: String,
    /// The entry that took it out.
    pub removed: (usize, DateTime<Utc>),
    /// The first entry after that which put it in again.
    pub came_back: Option<(usize, DateTime<Utc>)>,
}

impl Projection for WhatWasRemoved {
    type Event = Event;

    fn read(mut self, entry: &Entry<Event>) -> Self {
        let here = (entry.number, entry.at);
        match &entry.event {
            Event::ItemRemoved { name } => {
                self.gone.push(self.removals.len());
                self.removals.push(Removal { name: name.clone(), removed: here, came_back: None });
            }
            Event::ItemAdded { name, .. } => {
                let removals = &mut self.removals;
                self.gone.retain(|place| match removals.get_mut(*place) {
                    Some(removal) if removal.name == *name => {
                        removal.came_back = Some(here);
                        false
                    }
                    _ => true,
                });
            }
            Event::OrderCreated { .. } | Event::PaymentReceived { .. } | Event::OrderShipped {} => {
            }
        }
        self
    }
}

impl WhatWasRemoved {
    /// Every removal, in their order.
    pub fn removals(&self) -> &[Removal] {
        &self.removals
    }
}

impl Removal {
    fn row(&self, zone: &impl TimeZone) -> Row {
        let came_back = match self.came_back {
            Some((_, at)) => Cell::moment(at, zone),
            None => Cell::text("never"),
        };
        let cells =
            vec![Cell::Text(shown(&self.name)), Cell::moment(self.removed.1, zone), came_back];
        let entries = [Some(self.removed), self.came_back].into_iter().flatten();
        let rests_on = entries.map(|(entry, _)| Citation { entry, change: None });
        Row { cells, rests_on: rests_on.collect() }
    }
}

impl Reading for WhatWasRemoved {
    fn table(&self, _: &[Entry<Event>], zone: &impl TimeZone, most: usize) -> Table {
        let (left_out, shown) = latest(&self.removals, most);
        Table {
            name: "What was removed",
            question: "What was taken out of the order, and did it come back?",
            columns: vec!["Item", "Removed", "Came back"],
            left_out,
            rows: shown.iter().map(|removal| removal.row(zone)).collect(),
            foot: None,
        }
    }
}
