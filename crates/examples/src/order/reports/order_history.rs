//! How far has the order come, when, and how long did each part take?

use chrono::{DateTime, TimeZone, Utc};

use crate::{
    Citation, Money,
    calendar::span_words,
    order::{Event, Order, Status},
    readings::{Cell, Report, ReportTable, Row, headings, latest},
};
use diary::{Decider, Entry, Projection};

/// A projection: the order's phases, one after the other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OrderHistory {
    order: Order,
    phases: Vec<Phase>,
}

/// A time in which the order's status stayed the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phase {
    /// The status.
    pub status: Status,
    /// When the order came to it (UTC).
    pub from: DateTime<Utc>,
    /// The numbers of its first and its last entry. The first is the one that led to it.
    pub entries: (usize, usize),
    /// How many items were added.
    pub added: u64,
    /// How many items were removed.
    pub removed: u64,
    /// What the customer paid.
    pub received: Money,
}

impl Projection for OrderHistory {
    type Event = Event;

    fn read(mut self, entry: &Entry<Event>) -> Self {
        let moved = self.order.moved_by(&entry.event).unwrap_or_default();
        self.order.apply(&entry.event);
        let status = self.order.status();
        let mut phase = match self.phases.pop() {
            Some(phase) if phase.status == status => phase,
            earlier => {
                self.phases.extend(earlier);
                Phase::new(status, entry)
            }
        };
        phase.read(entry, moved.into());
        self.phases.push(phase);
        self
    }
}

impl Phase {
    fn new(status: Status, entry: &Entry<Event>) -> Self {
        let entries = (entry.number, entry.number);
        Self { status, from: entry.at, entries, added: 0, removed: 0, received: Money::ZERO }
    }

    /// Takes in an entry that put in or took out so many items.
    fn read(&mut self, entry: &Entry<Event>, moved: u64) {
        self.entries.1 = entry.number;
        match entry.event {
            Event::ItemAdded { .. } => self.added += moved,
            Event::ItemRemoved { .. } => self.removed += moved,
            Event::PaymentReceived { amount } => {
                self.received = [self.received, amount].into_iter().sum();
            }
            Event::OrderCreated { .. } | Event::OrderShipped {} => {}
        }
    }

    /// What happened in it: “4 items added, 2 removed”.
    fn words(&self) -> String {
        let items = if self.added == 1 { "item" } else { "items" };
        let parts = [
            (self.added > 0).then(|| format!("{} {items} added", self.added)),
            (self.removed > 0).then(|| format!("{} removed", self.removed)),
            (self.received != Money::ZERO).then(|| format!("{} received", self.received)),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    fn row(&self, until: Option<DateTime<Utc>>, zone: &impl TimeZone) -> Row {
        let lasted = until.map_or(String::new(), |until| span_words(until - self.from));
        let cells = vec![
            Cell::text(self.status.to_string()),
            Cell::moment(self.from, zone),
            Cell::Text(lasted),
            Cell::Text(self.words()),
        ];
        let (first, last) = self.entries;
        let rests_on = (first..=last).map(|entry| Citation { entry, change: None });
        Row { cells, rests_on: rests_on.collect() }
    }
}

impl OrderHistory {
    /// The phases, in their order. Each ends where the next one begins.
    pub fn phases(&self) -> &[Phase] {
        &self.phases
    }
}

impl Report for OrderHistory {
    fn table(&self, _: &[Entry<Event>], zone: &impl TimeZone, most: usize) -> ReportTable {
        let (left_out, shown) = latest(&self.phases, most);
        let ends = shown.iter().skip(1).map(|next| Some(next.from)).chain([None]);
        ReportTable {
            name: "Order history",
            question: "How far has the order come, and how long did it take?",
            columns: headings(["Phase", "From", "Lasted", "What happened"]),
            left_out,
            rows: shown.iter().zip(ends).map(|(phase, until)| phase.row(until, zone)).collect(),
            foot: None,
            note: None,
        }
    }
}
