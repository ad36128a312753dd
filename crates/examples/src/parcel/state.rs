//! Where a parcel stands, and what its facts do to that.

use super::{Event, Place, Status};
use crate::Name;

/// Where the parcel stands: all that the rules need to know, and its figure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parcel {
    number: Name,
    place: Place,
    tries: u32,
    legs: u32,
}

impl Parcel {
    /// What the parcel is called; empty before it is registered.
    pub fn number(&self) -> &str {
        &self.number
    }

    /// How far it has come: where it is says that.
    pub fn status(&self) -> Status {
        match self.place {
            Place::Nowhere => Status::NotRegistered,
            Place::Sender => Status::Registered,
            Place::Collected => Status::Collected,
            Place::At(_) => Status::InDepot,
            Place::From(_) => Status::Out,
            Place::With(_) => Status::HandedOver,
            Place::Back => Status::SentBack,
        }
    }

    /// Where it is.
    pub fn place(&self) -> &Place {
        &self.place
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
        if let Place::At(depot) = &self.place { Some(depot) } else { None }
    }

    /// The depot that it has left last, while it is out.
    pub fn left(&self) -> Option<&Name> {
        if let Place::From(depot) = &self.place { Some(depot) } else { None }
    }

    /// Who has it, once it was handed over.
    pub fn holder(&self) -> &str {
        if let Place::With(holder) = &self.place { holder } else { "" }
    }

    /// Takes in a fact.
    pub(super) fn after(mut self, event: &Event) -> Self {
        self.place = match event {
            Event::Registered { number, .. } => {
                self.number.clone_from(number);
                Place::Sender
            }
            Event::Collected {} => Place::Collected,
            Event::Arrived { depot } => {
                self.legs = self.legs.saturating_add(1);
                Place::At(depot.clone())
            }
            Event::Left { depot } => Place::From(depot.clone()),
            Event::DeliveryTried { .. } => {
                self.tries = self.tries.saturating_add(1);
                self.place
            }
            Event::HandedOver { to } => {
                self.legs = self.legs.saturating_add(1);
                Place::With(to.clone())
            }
            Event::SentBack {} => Place::Back,
        };
        self
    }
}
