//! The commands behind the parcel's facts.

use super::{Command, Event, Parcel};
use diary::FromEvent;

impl FromEvent for Parcel {
    /// Every fact says all that was asked for. That it is sent back, nobody asks for: the last failed try
    /// brings it along.
    fn command_of(event: &Event) -> Option<Command> {
        Some(match event {
            Event::Registered { number, from, to, grams } => Command::Register {
                number: number.to_string(),
                from: from.to_string(),
                to: to.to_string(),
                grams: *grams,
            },
            Event::Collected {} => Command::Collect,
            Event::Arrived { depot } => Command::Arrive { depot: depot.to_string() },
            Event::Left { depot } => Command::Leave { depot: depot.to_string() },
            Event::DeliveryTried { reason } => Command::TryDelivery { reason: reason.to_string() },
            Event::HandedOver { to } => Command::HandOver { to: to.to_string() },
            Event::SentBack {} => return None,
        })
    }
}
