//! What is in an order.

use crate::{Keyed, Money, Name};

/// Some of one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// What it is.
    pub name: Name,
    /// The price of one.
    pub price: Money,
    /// How many.
    pub quantity: u32,
    /// Which it was of all that were ever put in, so that they can be told in that order.
    pub(super) place: u32,
}

impl Keyed for Item {
    type Key = str;

    fn key(&self) -> &str {
        &self.name
    }
}

impl Item {
    /// What all of it costs.
    pub fn cost(&self) -> Money {
        cost(self.price, self.quantity)
    }
}

/// What so many of a thing cost.
pub(crate) fn cost(price: Money, quantity: u32) -> Money {
    // Checked when it is added; a fact from elsewhere stays at the end of the scale.
    price.times(quantity).unwrap_or(Money::MAX)
}
