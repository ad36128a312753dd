//! What a step asks for of a parcel.

use std::sync::OnceLock;

use examples::parcel::{Command, MOST_GRAMS, MOST_TRIES, Parcel, Status};

use super::{Sample, Step, Tale, long_tale};

impl Sample for Parcel {
    fn command(&self, step: &Step, names: &[String]) -> Command {
        let name = names[step.name].clone();
        // In a long diary the last try must not come, since it ends a parcel's way.
        let may_end = step.kind >= 92 || self.tries() + 1 < MOST_TRIES;
        match (step.kind, step.fitting, self.status()) {
            (..5, ..) | (..50, _, Status::NotRegistered) | (_, true, Status::NotRegistered) => {
                let (from, to) = (name.clone(), names[(step.name + 1) % names.len()].clone());
                let grams =
                    if step.fitting { 1 + step.quantity % MOST_GRAMS } else { step.quantity };
                Command::Register { number: name, from, to, grams }
            }
            (5..10, ..) | (_, true, Status::Registered) => Command::Collect,
            (92..98, ..) | (70..92, _, Status::Out) if may_end => {
                Command::TryDelivery { reason: name }
            }
            (98.., ..) => Command::HandOver { to: name },
            (_, true, Status::InDepot) => {
                Command::Leave { depot: self.depot().map(ToString::to_string).unwrap_or(name) }
            }
            (..50, ..) | (_, true, _) => Command::Arrive { depot: name },
            _ => Command::Leave { depot: name },
        }
    }

    fn long() -> &'static Tale<Self> {
        static LONG: OnceLock<Tale<Parcel>> = OnceLock::new();
        LONG.get_or_init(long_tale)
    }
}
