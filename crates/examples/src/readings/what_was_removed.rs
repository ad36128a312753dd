//! What was taken out of the order, when, and did it come back?
//!
//! A removal came back when some of the same item were put in later, however many these were: whoever
//! took out two and put in one has changed their mind about that item. What has not come back is told
//! with its number while there is more of it in the order: two of three strings.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, TimeZone, Utc};

use super::{Cell, Citation, Reading, Row, Table, headings, latest};
use crate::{
    Name,
    order::{Event, HowMany},
    shown,
};
use diary::{Entry, Projection};

/// A projection: every removal of an item, and which of them came back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WhatWasRemoved {
    removals: Vec<Removal>,
    /// How many of each item are in the order.
    present: BTreeMap<Name, u32>,
    /// Of each item that has not come back, its removals.
    gone: BTreeMap<Name, Gone>,
    /// The places of those removals, and of the first one of each item.
    gone_places: BTreeSet<usize>,
    gone_items: BTreeSet<usize>,
    /// The places of the removals that were followed by a return.
    back_places: BTreeSet<usize>,
    /// The entries of the removals that were followed by a return, and of the returns.
    back_entries: BTreeSet<usize>,
}

/// What was taken out of one item and has not come back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Gone {
    /// The places of the removals.
    places: Vec<usize>,
    /// How many there were before the first of them.
    of: u32,
}

/// Some of an item that were taken out, and put in again if they were. Entries are given by their
/// numbers and when they were written (UTC).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Removal {
    /// What it is.
    pub name: Name,
    /// How many of it.
    pub quantity: HowMany,
    /// The entry that took it out.
    pub removed: (usize, DateTime<Utc>),
    /// The first entry after that which put some of it in again.
    pub came_back: Option<(usize, DateTime<Utc>)>,
}

impl Projection for WhatWasRemoved {
    type Event = Event;

    fn read(mut self, entry: &Entry<Event>) -> Self {
        let here = (entry.number, entry.at);
        match &entry.event {
            Event::ItemRemoved { name, quantity } => self.go(name, *quantity, here),
            Event::ItemAdded { name, quantity, .. } => {
                self.come_back(name, here);
                let present = self.present_now(name).saturating_add(*quantity);
                self.keep_present(name, present);
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

    /// The removals of items that have not come back.
    pub fn gone(&self) -> impl ExactSizeIterator<Item = &Removal> {
        self.gone_places.iter().map(|place| &self.removals[*place])
    }

    /// The last of these.
    pub fn last_gone(&self) -> Option<&Removal> {
        self.removals.get(*self.gone_places.last()?)
    }

    /// The items that have not come back, as they are shown, in the order in which they were taken
    /// out. One of which there is none any more is named; otherwise it is told how many are missing:
    /// “2 of 3 × strings”.
    pub fn gone_items(&self) -> impl ExactSizeIterator<Item = String> {
        self.gone_items.iter().map(|place| self.gone_words(&self.removals[*place].name))
    }

    /// The removals that were followed by a return, in their order.
    pub fn back(&self) -> impl ExactSizeIterator<Item = &Removal> + Clone {
        self.back_places.iter().map(|place| &self.removals[*place])
    }

    /// The numbers of all entries that took out what came back, or brought it back. In the diary's
    /// order: one item may have come back while another was still out.
    pub fn back_entries(&self) -> &BTreeSet<usize> {
        &self.back_entries
    }

    fn gone_words(&self, name: &Name) -> String {
        let of = self.gone.get(name).map_or(0, |gone| gone.of);
        match self.present_now(name) {
            0 => shown(name),
            left => format!("{} of {of} × {}", of.saturating_sub(left), shown(name)),
        }
    }

    fn present_now(&self, name: &Name) -> u32 {
        self.present.get(name).copied().unwrap_or_default()
    }

    fn keep_present(&mut self, name: &Name, present: u32) {
        if present == 0 {
            self.present.remove(name);
        } else {
            self.present.insert(name.clone(), present);
        }
    }

    fn go(&mut self, name: &Name, quantity: HowMany, here: (usize, DateTime<Utc>)) {
        let place = self.removals.len();
        let removal = Removal { name: name.clone(), quantity, removed: here, came_back: None };
        self.removals.push(removal);
        let present = self.present_now(name);
        self.keep_present(name, present - quantity.of(present));
        let gone = self.gone.entry(name.clone()).or_default();
        if gone.places.is_empty() {
            gone.of = present;
            self.gone_items.insert(place);
        }
        gone.places.push(place);
        self.gone_places.insert(place);
    }

    fn come_back(&mut self, name: &Name, here: (usize, DateTime<Utc>)) {
        for place in self.gone.remove(name).unwrap_or_default().places {
            self.gone_places.remove(&place);
            self.gone_items.remove(&place);
            let removal = &mut self.removals[place];
            removal.came_back = Some(here);
            self.back_entries.extend([removal.removed.0, here.0]);
            self.back_places.insert(place);
        }
    }
}

impl Removal {
    /// What was taken out, as it is shown.
    pub fn words(&self) -> String {
        self.quantity.words(&self.name)
    }

    fn row(&self, zone: &impl TimeZone) -> Row {
        let came_back = match self.came_back {
            Some((_, at)) => Cell::moment(at, zone),
            None => Cell::text("never"),
        };
        let cells = vec![Cell::Text(self.words()), Cell::moment(self.removed.1, zone), came_back];
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
            note: None,
        }
    }
}
