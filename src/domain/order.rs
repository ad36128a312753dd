//! An order in a shop: its words, its rules, its facts.

#![expect(missing_docs, reason = "fields say what they are; the docs stand at their variants")]

mod item;
mod recall;
mod words;

pub use item::Item;
pub(in crate::domain) use item::cost;
pub(in crate::domain) use words::named;

use serde::{Deserialize, Serialize};

use super::{Money, Name, Sorted};
use crate::diary::{Decider, StoredEvent};

/// A wish.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Begin the order.
    CreateOrder { number: String },
    /// Put so many of an item into it, at a price for each.
    AddItem { name: String, price: Money, quantity: u32 },
    /// Take an item out of it, all of its quantity.
    RemoveItem { name: String },
    /// Take the customer's money.
    ReceivePayment { amount: Money },
    /// Send it.
    Ship,
}

/// A fact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Event {
    /// The order was begun.
    OrderCreated { number: Name },
    /// An item was put in; the price is for one.
    ItemAdded {
        name: Name,
        #[serde(rename = "cents")]
        price: Money,
        quantity: u32,
    },
    /// An item was taken out, all of its quantity.
    ItemRemoved { name: Name },
    /// The customer paid.
    PaymentReceived {
        #[serde(rename = "cents")]
        amount: Money,
    },
    /// The order was sent.
    OrderShipped {},
}

impl StoredEvent for Event {}

/// A rule that says no, with what it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rejection {
    /// There is no order yet.
    NotCreated,
    /// There is an order already.
    AlreadyCreated { number: String },
    /// A name needs between 1 and [`LONGEST_NAME`](super::LONGEST_NAME) characters.
    BadName { characters: usize },
    /// A price must be more than nothing.
    NotPositive { price: Money },
    /// None of an item can't be added.
    NoQuantity,
    /// The item is in the order at another price.
    OtherPrice { name: String, price: Money, wanted: Money },
    /// The total would be more than this shop can count.
    TooMuch { total: Money },
    /// The item is not in the order.
    NotInOrder { name: String },
    /// What is paid for is not changed any more.
    AlreadyPaid { total: Money },
    /// There is nothing to pay for.
    NothingToPay,
    /// A payment is exactly the total.
    WrongAmount { total: Money, paid: Money },
    /// Only what is paid for is shipped.
    NotPaid { total: Money },
    /// An order is shipped once.
    AlreadyShipped { number: String },
}

/// The order's only figure: what all of it costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Total;

/// The order's phase.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Status {
    /// Nothing has happened.
    #[default]
    NotCreated,
    /// Items come and go.
    Filling,
    /// The customer has paid.
    Paid,
    /// It is on its way.
    Shipped,
}

/// Where the order stands: all that the rules need to know.
#[derive(Clone, Debug, Default)]
pub struct Order {
    number: Name,
    items: Sorted<Item>,
    total: Money,
    /// How many items were ever put in.
    places: u32,
    status: Status,
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

    /// Puts a fact's items in. The price is the one at which they are there already.
    fn put(&mut self, name: &Name, price: Money, quantity: u32) {
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

    fn accepts_item(&self, name: &str, wanted: Money, quantity: u32) -> Result<(), Rejection> {
        if wanted <= Money::ZERO {
            return Err(Rejection::NotPositive { price: wanted });
        }
        if quantity == 0 {
            return Err(Rejection::NoQuantity);
        }
        let present = self.item(name);
        if let Some(&Item { price, .. }) = present.filter(|item| item.price != wanted) {
            return Err(Rejection::OtherPrice { name: name.to_owned(), price, wanted });
        }
        let total = self.total();
        let fits = wanted.times(quantity).and_then(|cost| total.plus(cost)).is_some()
            && present.map_or(0, |item| item.quantity).checked_add(quantity).is_some();
        if fits { Ok(()) } else { Err(Rejection::TooMuch { total }) }
    }
}

impl Decider for Order {
    type Command = Command;
    type Event = Event;
    type Rejection = Rejection;

    fn decide(&self, command: &Command) -> Result<Vec<Event>, Rejection> {
        let total = self.total();
        let event = match (self.status, command) {
            (Status::NotCreated, Command::CreateOrder { number }) => {
                Event::OrderCreated { number: good_name(number)? }
            }
            (_, Command::CreateOrder { .. }) => {
                return Err(Rejection::AlreadyCreated { number: self.number.to_string() });
            }
            (Status::NotCreated, _) => return Err(Rejection::NotCreated),

            (Status::Filling, Command::AddItem { name, price, quantity }) => {
                let name = good_name(name)?;
                self.accepts_item(&name, *price, *quantity)?;
                Event::ItemAdded { name, price: *price, quantity: *quantity }
            }
            (Status::Filling, Command::RemoveItem { name }) => {
                let name = good_name(name)?;
                if self.item(&name).is_none() {
                    return Err(Rejection::NotInOrder { name: name.to_string() });
                }
                Event::ItemRemoved { name }
            }
            (Status::Filling, Command::ReceivePayment { amount }) => {
                if self.items.is_empty() {
                    return Err(Rejection::NothingToPay);
                }
                if *amount != total {
                    return Err(Rejection::WrongAmount { total, paid: *amount });
                }
                Event::PaymentReceived { amount: *amount }
            }
            (Status::Filling, Command::Ship) => return Err(Rejection::NotPaid { total }),

            (Status::Paid, Command::Ship) => Event::OrderShipped {},
            (
                Status::Paid,
                Command::AddItem { .. }
                | Command::RemoveItem { .. }
                | Command::ReceivePayment { .. },
            ) => return Err(Rejection::AlreadyPaid { total }),

            (
                Status::Shipped,
                Command::AddItem { .. }
                | Command::RemoveItem { .. }
                | Command::ReceivePayment { .. }
                | Command::Ship,
            ) => return Err(Rejection::AlreadyShipped { number: self.number.to_string() }),
        };
        Ok(vec![event])
    }

    fn evolve(mut self, event: &Event) -> Self {
        match event {
            Event::OrderCreated { number } => {
                self.number.clone_from(number);
                self.status = Status::Filling;
            }
            Event::ItemAdded { name, price, quantity } => self.put(name, *price, *quantity),
            Event::ItemRemoved { name } => {
                let cost = self.items.remove(name.as_str()).map_or(Money::ZERO, |item| item.cost());
                self.total = [self.total, -cost].into_iter().sum();
            }
            Event::PaymentReceived { .. } => self.status = Status::Paid,
            Event::OrderShipped {} => self.status = Status::Shipped,
        }
        self
    }

    fn weight(&self) -> usize {
        1 + self.items.len()
    }
}

fn good_name(name: &str) -> Result<Name, Rejection> {
    let name = name.trim();
    let characters = name.chars().count();
    if (1..=super::LONGEST_NAME).contains(&characters) {
        Ok(name.into())
    } else {
        Err(Rejection::BadName { characters })
    }
}
