//! How the parcel's entries are taken back: not at all. What has moved has moved, and going back is one more leg
//! of its way.

use super::{Command, Event};
use crate::TakeBack;

pub(super) fn take_back(event: &Event) -> TakeBack<Command> {
    TakeBack::never(match event {
        Event::Registered { .. } => "a registered parcel",
        Event::Collected {} => "a collected parcel",
        Event::Arrived { .. } => "an arrival",
        Event::Left { .. } => "a departure",
        Event::DeliveryTried { .. } => "a failed delivery",
        Event::HandedOver { .. } => "a delivered parcel",
        Event::SentBack {} => "a parcel on its way back",
    })
}
