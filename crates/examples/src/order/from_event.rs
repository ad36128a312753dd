//! The commands behind the order's facts.

use super::{Command, Event, Order};
use diary::FromEvent;

impl FromEvent for Order {
    /// Every fact says all that was asked for. A payment stays what the customer paid: when the
    /// total is another in a branch, the shop refuses it and doesn't make up another payment.
    fn command_of(event: &Event) -> Option<Command> {
        Some(match event {
            Event::OrderCreated { number } => Command::CreateOrder { number: number.to_string() },
            Event::ItemAdded { name, price, quantity } => {
                Command::AddItem { name: name.to_string(), price: *price, quantity: *quantity }
            }
            Event::ItemRemoved { name, quantity } => {
                Command::RemoveItem { name: name.to_string(), quantity: *quantity }
            }
            Event::PaymentReceived { amount } => Command::ReceivePayment { amount: *amount },
            Event::OrderShipped {} => Command::Ship,
        })
    }
}
