//! A parcel's way: its words, its rules, its facts.

#![expect(missing_docs, reason = "fields say what they are; the docs stand at their variants")]

mod compared;
mod example;
mod forms;
mod from_event;
mod state;
mod story;
mod take_back;
mod tour;
mod words;

pub mod query;
pub mod questions;
pub mod reports;

pub use state::Parcel;

use serde::{Deserialize, Serialize};

use super::{LONGEST_NAME, Name, names::is_same_name};
use diary::{Decider, StoredEvent};

/// The most that a parcel weighs, in grams: what parcel services take.
pub const MOST_GRAMS: u32 = 31_500;

/// The failed try after which a parcel is sent back.
pub const MOST_TRIES: u32 = 3;

/// A command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Begin the parcel's way.
    Register { number: String, from: String, to: String, grams: u32 },
    /// Take it from its sender.
    Collect,
    /// It comes to a depot.
    Arrive { depot: String },
    /// It goes from the depot where it is.
    Leave { depot: String },
    /// Try to deliver it, which fails for this reason.
    TryDelivery { reason: String },
    /// Give it to somebody.
    HandOver { to: String },
}

/// A fact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Event {
    /// The parcel was announced.
    Registered { number: Name, from: Name, to: Name, grams: u32 },
    /// It was taken from its sender.
    Collected {},
    /// It came to a depot.
    Arrived { depot: Name },
    /// It went from a depot.
    Left { depot: Name },
    /// Its delivery was tried, and failed.
    DeliveryTried { reason: Name },
    /// Somebody has it.
    HandedOver { to: Name },
    /// It goes back to its sender.
    SentBack {},
}

impl StoredEvent for Event {}

/// A text that somebody gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Given {
    Number,
    Sender,
    Receiver,
    Depot,
    Reason,
}

/// A rule that says no, with what it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rejection {
    /// There is no parcel yet.
    NotRegistered,
    /// There is a parcel already.
    AlreadyRegistered { number: String },
    /// A name or a reason needs between 1 and [`LONGEST_NAME`] characters.
    BadText { given: Given, characters: usize },
    /// A parcel weighs something.
    NoWeight,
    /// A parcel weighs at most [`MOST_GRAMS`].
    TooHeavy { grams: u32 },
    /// Its sender still has it.
    NotCollected { number: String },
    /// It is collected once.
    AlreadyCollected { number: String },
    /// What is in a depot arrives nowhere before it has left.
    StillThere { depot: String },
    /// It leaves only the depot where it is.
    OtherDepot { depot: String, wanted: String },
    /// It is in no depot that it could leave.
    NotInDepot { wanted: String },
    /// It is tried and handed over only while it is out for delivery: it has left a depot, and arrived at
    /// none since. It may be in this one.
    NotOut { depot: Option<String> },
    /// Nothing comes after it was handed over.
    HandedOver { number: String, to: String },
    /// Nothing comes after it was sent back.
    SentBack { number: String },
}

/// The parcel's only figure: how many legs of its way it has behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Legs;

/// How far the parcel has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Status {
    /// Nothing has happened.
    #[default]
    NotRegistered,
    /// Its sender has it.
    Registered,
    /// It was taken from its sender and has been in no depot yet.
    Collected,
    /// It is in a depot.
    InDepot,
    /// It has left a depot and arrived at none since.
    Out,
    /// Somebody has it.
    HandedOver,
    /// It goes back to its sender.
    SentBack,
}

/// Where the parcel is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Place {
    /// There is none.
    #[default]
    Nowhere,
    /// Its sender has it.
    Sender,
    /// It is on its way from the sender to the first depot.
    Collected,
    /// It is in this depot.
    At(Name),
    /// It has left this depot.
    From(Name),
    /// Somebody has it.
    With(Name),
    /// It goes back to its sender.
    Back,
}

impl Parcel {
    fn leaves(&self, wanted: &str) -> Result<Event, Rejection> {
        let depot = good(Given::Depot, wanted)?;
        match self.depot() {
            // It keeps the name under which the parcel came.
            Some(here) if is_same_name(here, &depot) => Ok(Event::Left { depot: here.clone() }),
            Some(here) => {
                Err(Rejection::OtherDepot { depot: here.to_string(), wanted: depot.to_string() })
            }
            None => Err(Rejection::NotInDepot { wanted: depot.to_string() }),
        }
    }

    /// Whether it is out for delivery.
    fn is_out(&self) -> Result<(), Rejection> {
        let depot = self.depot().map(Name::to_string);
        if self.status() == Status::Out { Ok(()) } else { Err(Rejection::NotOut { depot }) }
    }

    fn number_words(&self) -> String {
        self.number().to_owned()
    }
}

impl Decider for Parcel {
    type Command = Command;
    type Event = Event;
    type Rejection = Rejection;

    fn decide(&self, command: &Command) -> Result<Vec<Event>, Rejection> {
        let number = self.number_words();
        let event = match (self.status(), command) {
            (Status::NotRegistered, Command::Register { number, from, to, grams }) => {
                Event::Registered {
                    number: good(Given::Number, number)?,
                    from: good(Given::Sender, from)?,
                    to: good(Given::Receiver, to)?,
                    grams: good_weight(*grams)?,
                }
            }
            (_, Command::Register { .. }) => return Err(Rejection::AlreadyRegistered { number }),
            (Status::NotRegistered, _) => return Err(Rejection::NotRegistered),
            (Status::HandedOver, _) => {
                return Err(Rejection::HandedOver { number, to: self.holder().to_owned() });
            }
            (Status::SentBack, _) => return Err(Rejection::SentBack { number }),

            (Status::Registered, Command::Collect) => Event::Collected {},
            (Status::Registered, _) => return Err(Rejection::NotCollected { number }),
            (_, Command::Collect) => return Err(Rejection::AlreadyCollected { number }),

            (_, Command::Arrive { depot: wanted }) => match self.depot() {
                Some(depot) => return Err(Rejection::StillThere { depot: depot.to_string() }),
                None => Event::Arrived { depot: good(Given::Depot, wanted)? },
            },
            (_, Command::Leave { depot }) => self.leaves(depot)?,
            (_, Command::HandOver { to }) => {
                self.is_out()?;
                Event::HandedOver { to: good(Given::Receiver, to)? }
            }
            (_, Command::TryDelivery { reason }) => {
                self.is_out()?;
                let tried = Event::DeliveryTried { reason: good(Given::Reason, reason)? };
                let is_last = self.tries() + 1 >= MOST_TRIES;
                return Ok(std::iter::once(tried)
                    .chain(is_last.then_some(Event::SentBack {}))
                    .collect());
            }
        };
        Ok(vec![event])
    }

    fn evolve(self, event: &Event) -> Self {
        self.after(event)
    }
}

fn good(given: Given, text: &str) -> Result<Name, Rejection> {
    let text = text.trim();
    let characters = text.chars().count();
    if (1..=LONGEST_NAME).contains(&characters) {
        Ok(text.into())
    } else {
        Err(Rejection::BadText { given, characters })
    }
}

fn good_weight(grams: u32) -> Result<u32, Rejection> {
    match grams {
        0 => Err(Rejection::NoWeight),
        1..=MOST_GRAMS => Ok(grams),
        _ => Err(Rejection::TooHeavy { grams }),
    }
}
