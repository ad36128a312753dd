//! What the diary tells of an order, gathered for the questions about it.

use chrono::{DateTime, Utc};

use crate::{
    Money, Series,
    order::{Event, Order, reports::WhatWasRemoved},
};
use diary::{Decider, Entry, Projection};

/// A projection: all that the questions of [`order`](super) rest on.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Gathered {
    removals: WhatWasRemoved,
    /// The order and its total, up to the first payment.
    order: Order,
    totals: Series<Money>,
    paid: Option<(usize, DateTime<Utc>)>,
    shipped: Option<(usize, DateTime<Utc>)>,
}

impl Projection for Gathered {
    type Event = Event;

    fn read(mut self, entry: &Entry<Event>) -> Self {
        let here = (entry.number, entry.at);
        if self.paid.is_none() {
            self.order.apply(&entry.event);
            self.totals.read(entry.number, Some(self.order.total()));
        }
        self.removals = self.removals.read(entry);
        match entry.event {
            Event::PaymentReceived { .. } => self.paid = self.paid.or(Some(here)),
            Event::OrderShipped {} => self.shipped = self.shipped.or(Some(here)),
            Event::OrderCreated { .. } | Event::ItemAdded { .. } | Event::ItemRemoved { .. } => {}
        }
        self
    }
}

impl Gathered {
    /// What was removed, and what of it came back.
    pub(super) fn removals(&self) -> &WhatWasRemoved {
        &self.removals
    }

    /// The first payment: its entry, and when it was written.
    pub(super) fn paid(&self) -> Option<(usize, DateTime<Utc>)> {
        self.paid
    }

    /// The first shipping.
    pub(super) fn shipped(&self) -> Option<(usize, DateTime<Utc>)> {
        self.shipped
    }

    /// The entry of the first payment, the order as it was then, and its total up to then.
    pub(super) fn when_paid(&self) -> Option<(usize, &Order, &Series<Money>)> {
        self.paid.map(|(entry, _)| (entry, &self.order, &self.totals))
    }
}
