//! Where an order stands, and what its facts do to that.

use super::{Event, HowMany, Item, Status};
use crate::{Money, Name, Sorted};

/// Where the order stands: all that the rules need to know.
#[derive(Clone, Debug, Default)]
pub struct Order {
    pub(super) number: Name,
    pub(super) items: Sorted<Item>,
    total: Money,
    /// How many items were ever put in.
    places: u32,
    pub(super) status: Status,
}

/// Orders are the same that hold the same in the same order, whatever has been taken out of them.
impl PartialEq for Order {
    fn eq(&self, other: &Self) -> bool {
        let parts = |order: &Self| (order.status, order.total, order.items.len());
        let are_alike = |(one, other): (&Item, &Item)| {
            (&one.name, one.price, one.quantity) == (&other.name, other.price, other.quantity)
        };
        parts(self) == parts(other)
            && self.number == other.number
            && self.items().into_iter().zip(other.items()).all(are_alike)
    }
}

impl Eq for Order {}

impl Order {
    /// What the order is called; empty before it is created.
    pub fn number(&self) -> &str {
        &self.number
    }

    /// What is in it, in the order in which it was added.
    pub fn items(&self) -> Vec<&Item> {
        let mut items: Vec<_> = self.items.iter().collect();
        items.sort_unstable_by_key(|item| item.place);
        items
    }

    /// How many different things are in it.
    pub fn size(&self) -> usize {
        self.items.len()
    }

    /// The item of this name.
    pub fn item(&self, name: &str) -> Option<&Item> {
        self.items.get(name)
    }

    /// How far it has come.
    pub fn status(&self) -> Status {
        self.status
    }

    /// What all of it costs.
    pub fn total(&self) -> Money {
        self.total
    }

    /// How many items a fact puts in or takes out where things stand; `None` when it is about none.
    pub(crate) fn moved_by(&self, event: &Event) -> Option<u32> {
        match event {
            Event::ItemAdded { quantity, .. } => Some(*quantity),
            Event::ItemRemoved { name, quantity } => {
                Some(quantity.of(self.item(name).map_or(0, |item| item.quantity)))
            }
            Event::OrderCreated { .. } | Event::PaymentReceived { .. } | Event::OrderShipped {} => {
                None
            }
        }
    }

    /// Puts a fact's items in. The price is the one at which they are there already.
    pub(super) fn put(&mut self, name: &Name, price: Money, quantity: u32) {
        let before = if let Some(item) = self.items.get_mut(name) {
            let before = item.cost();
            item.quantity = item.quantity.saturating_add(quantity);
            before
        } else {
            let place = self.places;
            self.places = place.saturating_add(1);
            self.items.insert(Item { name: name.clone(), price, quantity, place });
            Money::ZERO
        };
        let after = self.item(name).map_or(Money::ZERO, Item::cost);
        self.total = [self.total, -before, after].into_iter().sum();
    }

    /// Takes a fact's items out: as many as are there, at most. What there is none of any more has gone.
    pub(super) fn take(&mut self, name: &Name, quantity: HowMany) {
        let Some(item) = self.items.get_mut(name.as_str()) else { return };
        let before = item.cost();
        item.quantity -= quantity.of(item.quantity);
        let (left, after) = (item.quantity, item.cost());
        if left == 0 {
            self.items.remove(name.as_str());
        }
        self.total = [self.total, -before, after].into_iter().sum();
    }
}
