//! How the order's entries are taken back.

use super::{Command, Event, HowMany, Order};
use crate::{Describe, TakeBack};

impl Order {
    /// How an event is taken back that happened where things stood so.
    pub(super) fn take_back_after(&self, event: &Event) -> TakeBack<Command> {
        let by = |what, command| TakeBack::by(what, Self::describe_command(&command), command);
        match event {
            Event::OrderCreated { .. } => TakeBack::never("a new order"),
            Event::ItemAdded { name, quantity, .. } => {
                let (name, quantity) = (name.to_string(), HowMany::Exactly(*quantity));
                by("an added item", Command::RemoveItem { name, quantity })
            }
            Event::ItemRemoved { name, quantity } => {
                let what = "a removed item";
                // An event from a file may tell of an item that was never there.
                let Some(item) = self.item(name) else { return TakeBack::never(what) };
                // The event doesn't say what one of it cost, and how many “all” were: the order did.
                let (price, quantity) = (item.price, quantity.of(item.quantity));
                by(what, Command::AddItem { name: item.name.to_string(), price, quantity })
            }
            Event::PaymentReceived { .. } => TakeBack::never("a payment"),
            Event::OrderShipped {} => TakeBack::never("a shipped order"),
        }
    }
}
