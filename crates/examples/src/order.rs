//! An order in a shop: its words, its rules, its facts.

#![expect(missing_docs, reason = "fields say what they are; the docs stand at their variants")]

mod compared;
mod example;
mod forms;
mod from_event;
mod how_many;
mod item;
mod state;
mod story;
mod take_back;
mod tour;
mod upcast;
mod words;

pub mod query;
pub mod questions;
pub mod reports;

pub use how_many::HowMany;
pub use item::Item;
pub(crate) use item::cost;
pub use state::Order;
pub(crate) use words::so_many;

use serde::{Deserialize, Serialize};

use super::{Money, Name};
use diary::{Decider, StoredEvent};

/// A command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Begin the order.
    CreateOrder { number: String },
    /// Put so many of an item into it, at a price for each.
    AddItem { name: String, price: Money, quantity: u32 },
    /// Take so many of an item out of it.
    RemoveItem { name: String, quantity: HowMany },
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
    /// So many of an item were taken out.
    ItemRemoved { name: Name, quantity: HowMany },
    /// The customer paid.
    PaymentReceived {
        #[serde(rename = "cents")]
        amount: Money,
    },
    /// The order was sent.
    OrderShipped {},
}

impl StoredEvent for Event {
    fn upcast(name: &str, content: &str) -> Option<String> {
        upcast::upcast(name, content)
    }
}

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
    /// None of an item can't be added or taken out.
    NoQuantity,
    /// The item is in the order at another price.
    OtherPrice { name: String, price: Money, wanted: Money },
    /// The total would be more than this shop can count.
    TooMuch { total: Money },
    /// The item is not in the order.
    NotInOrder { name: String },
    /// There are fewer of the item than are to be taken out.
    NotSoMany { name: String, present: u32, wanted: u32 },
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

impl Order {
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

    fn can_take(&self, name: &str, wanted: HowMany) -> Result<(), Rejection> {
        if wanted == HowMany::Exactly(0) {
            return Err(Rejection::NoQuantity);
        }
        let present = self.item(name).map(|item| item.quantity);
        let name = name.to_owned();
        match (present, wanted) {
            (None, _) => Err(Rejection::NotInOrder { name }),
            (Some(present), HowMany::Exactly(wanted)) if wanted > present => {
                Err(Rejection::NotSoMany { name, present, wanted })
            }
            (Some(_), _) => Ok(()),
        }
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
            (Status::Filling, Command::RemoveItem { name, quantity }) => {
                let name = good_name(name)?;
                self.can_take(&name, *quantity)?;
                Event::ItemRemoved { name, quantity: *quantity }
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
        self.apply(event);
        self
    }

    fn apply(&mut self, event: &Event) {
        match event {
            Event::OrderCreated { number } => {
                self.number.clone_from(number);
                self.status = Status::Filling;
            }
            Event::ItemAdded { name, price, quantity } => self.put(name, *price, *quantity),
            Event::ItemRemoved { name, quantity } => self.take(name, *quantity),
            Event::PaymentReceived { .. } => self.status = Status::Paid,
            Event::OrderShipped {} => self.status = Status::Shipped,
        }
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
