//! What the diary tells of a parcel, gathered for the questions about it.

use crate::{
    Value,
    parcel::{
        Event, Parcel, Place,
        reports::{Stops, Tries, Try},
    },
};
use diary::{Decider, Entry, Projection, When};

pub(super) const AT_NO_DEPOT: Value = Value::Nothing("it has been at no depot yet");
pub(super) const NO_TRY: Value = Value::Nothing("no try has failed");

/// A projection: all that the questions of [`parcel`](super) rest on.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Gathered {
    parcel: Parcel,
    stops: Stops,
    tries: Tries,
    moves: Vec<Move>,
    /// The places of those moves that have a day of their own.
    late: Vec<usize>,
    sent_back: Option<usize>,
    handed_over: Option<usize>,
}

/// An entry that says where the parcel is from then on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Move {
    pub(super) entry: usize,
    pub(super) when: When,
    /// Where it is.
    pub(super) place: Place,
}

impl Projection for Gathered {
    type Event = Event;

    fn read(mut self, entry: &Entry<Event>) -> Self {
        let when = entry.when();
        self.parcel = self.parcel.evolve(&entry.event);
        self.stops = self.stops.read(entry);
        self.tries = self.tries.read(entry);
        match entry.event {
            // It is where it was.
            Event::DeliveryTried { .. } => return self,
            Event::SentBack {} => self.sent_back = self.sent_back.or(Some(entry.number)),
            Event::HandedOver { .. } => self.handed_over = self.handed_over.or(Some(entry.number)),
            Event::Registered { .. }
            | Event::Collected {}
            | Event::Arrived { .. }
            | Event::Left { .. } => {}
        }
        if when.true_on.is_some() {
            self.late.push(self.moves.len());
        }
        self.moves.push(Move { entry: entry.number, when, place: self.parcel.place().clone() });
        self
    }
}

impl Gathered {
    /// Every stop at a depot.
    pub(super) fn stops(&self) -> &Stops {
        &self.stops
    }

    /// Every failed try.
    pub(super) fn tries(&self) -> &[Try] {
        self.tries.tries()
    }

    /// The entry with which it was sent back.
    pub(super) fn sent_back(&self) -> Option<usize> {
        self.sent_back
    }

    /// The entry with which it was handed over.
    pub(super) fn handed_over(&self) -> Option<usize> {
        self.handed_over
    }

    /// Every move, in the order in which they were written.
    pub(super) fn moves(&self) -> &[Move] {
        &self.moves
    }

    /// Those of them that have a day of their own.
    pub(super) fn late(&self) -> impl DoubleEndedIterator<Item = &Move> {
        self.late.iter().map(|place| &self.moves[*place])
    }
}
