//! How the carrier speaks: its facts as lines, its commands as they were said, its refusals as sentences.

use std::fmt;

use super::{
    Command, Event, Given, Legs, MOST_GRAMS, MOST_TRIES, Parcel, Place, Rejection, Status,
};
use crate::{Amount, Describe, LONGEST_NAME, shown};
use english::counted;

impl Describe for Parcel {
    type Figure = Legs;

    const FIGURES: &'static [Legs] = &[Legs];

    const ZERO: Amount = Amount::Count(0);

    fn figure(&self, Legs: &Legs) -> Option<Amount> {
        (self.status() != Status::NotRegistered).then(|| Amount::Count(self.legs().into()))
    }

    fn figures(&self) -> Vec<Legs> {
        Self::FIGURES.to_vec()
    }

    fn figures_of(_: &Event) -> impl Iterator<Item = &Legs> {
        Self::FIGURES.iter()
    }

    fn place(&self, Legs: &Legs) -> Option<usize> {
        Some(0)
    }

    fn figure_name(Legs: &Legs) -> String {
        "Legs".into()
    }

    fn line(event: &Event) -> String {
        match event {
            Event::Registered { number, from, to, grams } => {
                let (number, from, to) = (shown(number), shown(from), shown(to));
                format!("Parcel {number} registered: {}, from {from}, to {to}", weight(*grams))
            }
            Event::Collected {} => "Collected from the sender".into(),
            Event::Arrived { depot } => format!("Arrived at {}", shown(depot)),
            Event::Left { depot } => format!("Left {}", shown(depot)),
            Event::DeliveryTried { reason } => format!("Delivery tried: {}", shown(reason)),
            Event::HandedOver { to } => format!("Handed over to {}", shown(to)),
            Event::SentBack {} => "Sent back to the sender".into(),
        }
    }

    fn describe_command(command: &Command) -> String {
        match command {
            Command::Register { number, .. } => format!("Register parcel {}", shown(number)),
            Command::Collect => "Collect it from the sender".into(),
            Command::Arrive { depot } => format!("Arrive at {}", shown(depot)),
            Command::Leave { depot } => format!("Leave {}", shown(depot)),
            Command::TryDelivery { reason } => format!("Try the delivery: {}", shown(reason)),
            Command::HandOver { to } => format!("Hand over to {}", shown(to)),
        }
    }
}

impl Parcel {
    /// The cells of its row, as they stand on the screen: what it is called, how far it has come, and where it
    /// is. The rules need to know how many tries have failed, so the snapshot says that too, until it comes to an end.
    pub fn cells(&self) -> [String; 3] {
        [shown(self.number()), self.status_words(), self.place().to_string()]
    }

    fn status_words(&self) -> String {
        let status = self.status().to_string();
        match self.tries_shown() {
            None | Some(0) => status,
            Some(tries) => format!("{status}, {}", tries_words(tries)),
        }
    }

    /// How many failed tries the row shows. What it came to at the end took the place of that.
    pub(super) fn tries_shown(&self) -> Option<u32> {
        match self.status() {
            Status::HandedOver | Status::SentBack => None,
            _ => Some(self.tries()),
        }
    }
}

/// Where it is, as it can stand after “it is”.
impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nowhere => f.write_str("nowhere"),
            Self::Sender => f.write_str("with the sender"),
            Self::Collected => f.write_str("on the way to the first depot"),
            Self::At(depot) => write!(f, "at {}", shown(depot)),
            Self::From(depot) => write!(f, "on the way from {}", shown(depot)),
            Self::With(holder) => write!(f, "with {}", shown(holder)),
            Self::Back => f.write_str("on the way back to the sender"),
        }
    }
}

/// “2 failed tries”.
pub(super) fn tries_words(tries: u32) -> String {
    counted::counted(tries.try_into().unwrap_or(usize::MAX), "failed try", "failed tries")
}

/// `2,400 g`.
fn weight(grams: u32) -> String {
    format!("{} g", Amount::Count(grams.into()))
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotRegistered => "no parcel",
            Self::Registered => "registered",
            Self::Collected => "collected",
            Self::InDepot => "in a depot",
            Self::Out => "out for delivery",
            Self::HandedOver => "handed over",
            Self::SentBack => "sent back",
        })
    }
}

/// The text as the subject of a sentence.
impl fmt::Display for Given {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Number => "the parcel’s number",
            Self::Sender => "the sender’s name",
            Self::Receiver => "the receiver’s name",
            Self::Depot => "the depot’s name",
            Self::Reason => "the reason",
        })
    }
}

/// The refusal as a sentence that can stand after “Hand over to Ana: ”.
impl fmt::Display for Rejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotRegistered => write!(f, "there is no parcel yet. Register one first."),
            Self::AlreadyRegistered { number } => {
                write!(f, "{} is here already, and a diary holds one parcel.", shown(number))
            }
            Self::BadText { given, characters: 0 } => write!(f, "{given} is missing."),
            Self::BadText { given, characters } => write!(
                f,
                "{given} has at most {LONGEST_NAME} characters, and this has {characters}."
            ),
            Self::NoWeight => write!(f, "a weight must be at least 1 g, and this is 0 g."),
            Self::TooHeavy { grams } => {
                let (most, grams) = (weight(MOST_GRAMS), weight(*grams));
                write!(f, "a parcel weighs at most {most}, and this is {grams}.")
            }
            Self::NotCollected { number } => {
                write!(f, "{} is still with the sender. Collect it first.", shown(number))
            }
            Self::AlreadyCollected { number } => {
                write!(f, "{} was collected already, and that happens only once.", shown(number))
            }
            Self::StillThere { depot } => {
                let depot = shown(depot);
                write!(f, "it is at {depot}, and has to leave {depot} before it arrives anywhere.")
            }
            Self::OtherDepot { depot, wanted } => {
                let (depot, wanted) = (shown(depot), shown(wanted));
                write!(f, "it is at {depot}, so it can’t leave {wanted}.")
            }
            Self::NotInDepot { wanted } => {
                write!(f, "it is at no depot now, so it can’t leave {}.", shown(wanted))
            }
            Self::NotOut { depot: Some(depot) } => {
                let depot = shown(depot);
                write!(f, "it is at {depot}, and has to leave {depot} before it is delivered.")
            }
            Self::NotOut { depot: None } => {
                write!(f, "it is delivered from a depot, and it has been at no depot yet.")
            }
            Self::HandedOver { number, to } => {
                let (number, to) = (shown(number), shown(to));
                write!(f, "{number} was handed over to {to}, so nothing more can happen to it.")
            }
            Self::SentBack { number } => write!(
                f,
                "{} was sent back after {MOST_TRIES} failed tries, so nothing more can happen to \
                 it.",
                shown(number)
            ),
        }
    }
}
