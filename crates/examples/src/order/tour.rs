//! What the order's tour says.

use super::{Command, Order, Status};
use crate::{Money, tour::Tour};

pub(super) const TOUR: Tour<Order> = Tour {
    ask: "Ask both worlds when it was paid.",
    refuse: |order| match order.status() {
        Status::NotCreated => ("Now ship an order that isn’t there.", Command::Ship),
        Status::Filling => ("Now ship it before it is paid.", Command::Ship),
        Status::Paid => ("Now add a lamp to a paid order.", one_lamp()),
        Status::Shipped => ("Now add a lamp to a shipped order.", one_lamp()),
    },
    end: "Fill the order, pay for it and ship it.",
};

fn one_lamp() -> Command {
    Command::AddItem { name: "lamp".into(), price: Money::cents(39_00), quantity: 1 }
}
