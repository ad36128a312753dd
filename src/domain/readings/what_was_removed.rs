//! What was taken out of the order, when, and did it come back?

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, TimeZone, Utc};

use super::{Cell, Citation, Reading, Row, Table, headings, latest};
use crate::{
    diary::{Entry, Projection},
    domain::{Name, order::Event, shown},
};

/// A projection: every removal of an item, and which of them came back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WhatWasRemoved {
    removals: Vec<Removal>,
    /// Of each item that has not come back, the places of its removals.
    gone: BTreeMap<Name, Vec<usize>>,
    /// The places of those removals, and of the first one of each item.
    gone_places: BTreeSet<usize>,
    gone_items: BTreeSet<usize>,
    /// The items that have ever come back, and of each the place of the first removal.
    back: BTreeSet<Name>,
    back_items: BTreeSet<usize>,
    /// The entries of the removals that were followed by a return, and of the returns.
    back_entries: BTreeSet<usize>,
}

/// An item that was taken out, and put in again if it was. Entries are given by their numbers and
/// when they were written (UTC).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Removal {
    /// What it is.
    pub name: Name,
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
            Event::ItemRemoved { name } => self.go(name, here),
            Event::ItemAdded { name, .. } => self.come_back(name, here),
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

    /// The removals of items that have not come back.
    pub fn gone(&self) -> impl ExactSizeIterator<Item = &Removal> {
        self.gone_places.iter().map(|place| &self.removals[*place])
    }

    /// The last of these.
    pub fn last_gone(&self) -> Option<&Removal> {
        self.removals.get(*self.gone_places.last()?)
    }

    /// The items that have not come back, in the order in which they were taken out.
    pub fn gone_items(&self) -> impl ExactSizeIterator<Item = &str> {
        self.gone_items.iter().map(|place| self.removals[*place].name.as_str())
    }

    /// The items that have come back, in the order in which they were taken out.
    pub fn back_items(&self) -> impl ExactSizeIterator<Item = &str> {
        self.back_items.iter().map(|place| self.removals[*place].name.as_str())
    }

    /// The first removal of all that were followed by a return.
    pub fn first_back(&self) -> Option<&Removal> {
        self.removals.get(*self.back_items.first()?)
    }

    /// The numbers of all entries that took out what came back, or brought it back. In the diary's
    /// order: one item may have come back while another was still out.
    pub fn back_entries(&self) -> &BTreeSet<usize> {
        &self.back_entries
    }

    fn go(&mut self, name: &Name, here: (usize, DateTime<Utc>)) {
        let place = self.removals.len();
        self.removals.push(Removal { name: name.clone(), removed: here, came_back: None });
        let places = self.gone.entry(name.clone()).or_default();
        if places.is_empty() {
            self.gone_items.insert(place);
        }
        places.push(place);
        self.gone_places.insert(place);
    }

    fn come_back(&mut self, name: &Name, here: (usize, DateTime<Utc>)) {
        for place in self.gone.remove(name).unwrap_or_default() {
            self.gone_places.remove(&place);
            self.gone_items.remove(&place);
            let removal = &mut self.removals[place];
            removal.came_back = Some(here);
            self.back_entries.extend([removal.removed.0, here.0]);
            if self.back.insert(name.clone()) {
                self.back_items.insert(place);
            }
        }
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
            columns: headings(["Item", "Removed", "Came back"]),
            left_out,
            rows: shown.iter().map(|removal| removal.row(zone)).collect(),
            foot: None,
        }
    }
}
