//! Where a parcel stands, and what its facts do to that.

use super::{Event, Status};
use crate::Name;

/// Where the parcel stands: all that the rules need to know, and its figure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parcel {
    number: Name,
    status: Status,
    /// The depot where it is or that it has left last; once it was handed over, who has it.
    place: Name,
    tries: u32,
    legs: u32,
}

impl Parcel {
    /// What the parcel is called; empty before it is registered.
    pub fn number(&self) -> &str {
        &self.number
    }

    /// How far it has come.
    pub fn status(&self) -> Status {
        self.status
    }

    /// How many tries to deliver it have failed.
    pub fn tries(&self) -> u32 {
        self.tries
    }

    /// How many legs of its way it has behind it: a leg ends at a depot, or with whoever gets it.
    pub fn legs(&self) -> u32 {
        self.legs
    }

    /// The depot in which it is.
    pub fn depot(&self) -> Option<&Name> {
        Some(&self.place).filter(|_| self.status == Status::InDepot)
    }

    /// The depot that it has left last, while it is out.
    pub fn left(&self) -> Option<&Name> {
        Some(&self.place).filter(|_| self.status == Status::Out)
    }

    /// Who has it, once it was handed over.
    pub fn holder(&self) -> &str {
        if self.status == Status::HandedOver { &self.place } else { "" }
    }

    /// Takes in a fact.
    pub(super) fn after(mut self, event: &Event) -> Self {
        match event {
            Event::Registered { number, .. } => {
                self.number.clone_from(number);
                self.status = Status::Registered;
            }
            Event::Collected {} => self.status = Status::Collected,
            Event::Arrived { depot } => self.ends_leg(Status::InDepot, depot),
            Event::Left { depot } => {
                self.status = Status::Out;
                self.place.clone_from(depot);
            }
            Event::DeliveryTried { .. } => self.tries = self.tries.saturating_add(1),
            Event::HandedOver { to } => self.ends_leg(Status::HandedOver, to),
            Event::SentBack {} => {
                self.status = Status::SentBack;
                self.place = Name::default();
            }
        }
        self
    }

    fn ends_leg(&mut self, status: Status, place: &Name) {
        self.status = status;
        self.place.clone_from(place);
        self.legs = self.legs.saturating_add(1);
    }
}
