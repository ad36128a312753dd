//! What was taken out of the order, when, and did it come back?
//!
//! What is put in of an item that was taken out before comes back: as many as are still out, those first
//! that were taken out first. More than that is new. So each removal tells how many of it came back, in
//! which entries, and how many have not.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use chrono::{DateTime, TimeZone, Utc};

use crate::{
    Citation, Name,
    order::{Event, HowMany, so_many},
    readings::{Cell, Report, ReportTable, Row, headings, latest, short_moment},
    shown,
};
use diary::{Entry, Projection};

/// A projection: every removal of an item, and how much of each came back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WhatWasRemoved {
    removals: Vec<Removal>,
    items: BTreeMap<Name, Item>,
    /// The places of the removals of which some have not come back, and of the first one of each item.
    gone_places: BTreeSet<usize>,
    gone_items: BTreeSet<usize>,
    /// The places of the removals of which some came back.
    back_places: BTreeSet<usize>,
    /// The entries of these removals, and of the returns.
    back_entries: BTreeSet<usize>,
}

/// Where one item stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Item {
    /// How many of it are in the order.
    present: u32,
    /// The places of its removals of which some have not come back.
    places: VecDeque<usize>,
    /// How many these took out, and how many of that have not come back.
    taken: u64,
    missing: u64,
    /// The first entry in which some of it came back.
    first_back: Option<usize>,
}

/// Some of an item that were taken out, and put in again if they were. Entries are given by their
/// numbers and when they were written (UTC).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Removal {
    /// What it is.
    pub name: Name,
    /// How many of it.
    pub quantity: u32,
    /// The entry that took it out.
    pub removed: (usize, DateTime<Utc>),
    /// The entries after that which put some of it in again, and how many.
    pub came_back: Vec<(usize, DateTime<Utc>, u32)>,
}

impl Projection for WhatWasRemoved {
    type Event = Event;

    fn read(mut self, entry: &Entry<Event>) -> Self {
        let here = (entry.number, entry.at);
        match &entry.event {
            Event::ItemRemoved { name, quantity } => self.go(name, *quantity, here),
            Event::ItemAdded { name, quantity, .. } => self.come(name, *quantity, here),
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

    /// The removals of which some have not come back.
    pub fn gone(&self) -> impl ExactSizeIterator<Item = &Removal> {
        self.gone_places.iter().map(|place| &self.removals[*place])
    }

    /// The last of these.
    pub fn last_gone(&self) -> Option<&Removal> {
        self.removals.get(*self.gone_places.last()?)
    }

    /// What has not come back, as it is shown, in the order in which it was taken out: “2 × strings”, or
    /// “1 of 2 × strings” where the other one came back. And whether all of it was taken out after some of
    /// that item had come back.
    pub fn gone_items(&self) -> impl ExactSizeIterator<Item = (String, bool)> {
        self.gone_items.iter().map(|place| self.gone_words(&self.removals[*place]))
    }

    /// The removals of which some came back, in their order.
    pub fn back(&self) -> impl ExactSizeIterator<Item = &Removal> + Clone {
        self.back_places.iter().map(|place| &self.removals[*place])
    }

    /// The numbers of all entries that took out what came back, or brought it back. In the diary's
    /// order: one item may have come back while another was still out.
    pub fn back_entries(&self) -> &BTreeSet<usize> {
        &self.back_entries
    }

    fn gone_words(&self, first: &Removal) -> (String, bool) {
        let name = &first.name;
        let Some(Item { taken, missing, first_back, .. }) = self.items.get(name) else {
            return (shown(name), false);
        };
        let words = if missing == taken {
            so_many(*missing, name)
        } else {
            format!("{missing} of {taken} × {}", shown(name))
        };
        (words, first_back.is_some_and(|back| back < first.removed.0))
    }

    fn go(&mut self, name: &Name, quantity: HowMany, here: (usize, DateTime<Utc>)) {
        let place = self.removals.len();
        let item = self.items.entry(name.clone()).or_default();
        let quantity = quantity.of(item.present);
        let name = name.clone();
        self.removals.push(Removal { name, quantity, removed: here, came_back: Vec::new() });
        // A fact from elsewhere may take out what isn't there.
        if quantity == 0 {
            return;
        }
        item.present -= quantity;
        item.taken += u64::from(quantity);
        item.missing += u64::from(quantity);
        if item.places.is_empty() {
            self.gone_items.insert(place);
        }
        item.places.push_back(place);
        self.gone_places.insert(place);
    }

    fn come(&mut self, name: &Name, quantity: u32, here: (usize, DateTime<Utc>)) {
        let item = self.items.entry(name.clone()).or_default();
        item.present = item.present.saturating_add(quantity);
        let (mut left, (entry, at)) = (quantity, here);
        while left > 0
            && let Some(place) = item.places.front().copied()
        {
            let removal = &mut self.removals[place];
            let back = left.min(removal.missing());
            removal.came_back.push((entry, at, back));
            left -= back;
            item.missing -= u64::from(back);
            item.first_back = item.first_back.or(Some(entry));
            self.back_entries.extend([removal.removed.0, entry]);
            self.back_places.insert(place);
            if removal.missing() == 0 {
                item.taken -= u64::from(removal.quantity);
                item.places.pop_front();
                self.gone_places.remove(&place);
                self.gone_items.remove(&place);
                self.gone_items.extend(item.places.front());
            }
        }
    }
}

impl Removal {
    /// What was taken out, as it is shown.
    pub fn words(&self) -> String {
        so_many(self.quantity, &self.name)
    }

    /// How many of it have not come back.
    pub fn missing(&self) -> u32 {
        let back: u32 = self.came_back.iter().map(|(.., back)| back).sum();
        self.quantity.saturating_sub(back)
    }

    fn row(&self, zone: &impl TimeZone) -> Row {
        let part = |(_, at, back): &(usize, DateTime<Utc>, u32)| match *back {
            back if back == self.quantity => short_moment(*at, zone),
            back => format!("{back} of {}: {}", self.quantity, short_moment(*at, zone)),
        };
        let parts: Vec<_> = self.came_back.iter().map(part).collect();
        let came_back = if parts.is_empty() { "never".into() } else { parts.join("; ") };
        let removed = Cell::moment(self.removed.1, zone);
        let cells = vec![Cell::Text(self.words()), removed, Cell::Text(came_back)];
        let back = self.came_back.iter().map(|(entry, ..)| *entry);
        let entries = std::iter::once(self.removed.0).chain(back);
        let rests_on = entries.map(|entry| Citation { entry, change: None });
        Row { cells, rests_on: rests_on.collect() }
    }
}

impl Report for WhatWasRemoved {
    fn table(&self, _: &[Entry<Event>], zone: &impl TimeZone, most: usize) -> ReportTable {
        let (left_out, shown) = latest(&self.removals, most);
        ReportTable {
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
