//! What the parcel's tour says.

use super::{Command, Parcel, Status};
use crate::tour::Tour;

pub(super) const TOUR: Tour<Parcel> = Tour {
    ask: "Ask both worlds where it was before.",
    refuse: |parcel| match parcel.status() {
        Status::NotRegistered => ("Now collect a parcel that isn’t there.", Command::Collect),
        Status::Registered => {
            ("Now hand it over before it is collected.", Command::HandOver { to: "Ana".into() })
        }
        _ => ("Now collect it a second time.", Command::Collect),
    },
    end: "Send the parcel on its way.",
};
