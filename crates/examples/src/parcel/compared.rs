//! What of a parcel can be compared between two moments, and how its figure begins.

use super::{Event, Legs, Parcel, Place};
use crate::{
    Describe, Value,
    compare::Diffable,
    two_clocks::{Beginning, Clocked},
};

/// A part of what the carrier knows of a parcel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// How many legs it has behind it.
    Legs,
    /// How far it has come.
    Status,
    /// Where it is.
    Place,
    /// How many tries have failed.
    Tries,
}

/// All of them, in their order.
const PARTS: [Part; 4] = [Part::Legs, Part::Status, Part::Place, Part::Tries];

impl Diffable for Parcel {
    type Part = Part;

    fn parts(&self) -> Vec<Part> {
        PARTS.to_vec()
    }

    fn holds(&self, part: &Part) -> Value {
        match part {
            Part::Legs => self.figure(&Legs).map_or(Value::Nothing("no parcel yet"), Value::from),
            Part::Status => Value::Names(vec![self.status().to_string()]),
            Part::Place if *self.place() == Place::Nowhere => Value::Nothing("nowhere"),
            Part::Place => Value::Names(vec![self.place().to_string()]),
            Part::Tries => Value::Count(self.tries().try_into().unwrap_or(usize::MAX)),
        }
    }

    fn parts_of(_: &Event) -> Vec<Part> {
        PARTS.to_vec()
    }

    fn figure_of(part: &Part) -> Option<&Legs> {
        matches!(part, Part::Legs).then_some(&Legs)
    }

    fn name_of(part: &Part) -> String {
        match part {
            Part::Legs => "Legs",
            Part::Status => "Status",
            Part::Place => "Place",
            Part::Tries => "Failed tries",
        }
        .into()
    }
}

impl Clocked for Parcel {
    const BEGINNING: Beginning = Beginning {
        not_there: "not registered yet",
        not_yet: "There is no parcel yet. Register it first.",
        since: "The parcel was registered on",
        owner: "The parcel’s",
    };
}
