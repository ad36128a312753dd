//! How the shop speaks: its facts as lines, its commands as they were said, its refusals as sentences.

use std::fmt;

use super::{Command, Event, HowMany, Item, Order, Rejection, Status, Total};
use crate::{
    Amount, Describe, LONGEST_NAME, Money,
    names::{NAMED, shown},
};

impl Describe for Order {
    type Figure = Total;

    const FIGURES: &'static [Total] = &[Total];

    const ZERO: Amount = Amount::Money(Money::ZERO);

    fn figure(&self, Total: &Total) -> Option<Amount> {
        (self.status != Status::NotCreated).then(|| Amount::Money(self.total()))
    }

    fn figures(&self) -> Vec<Total> {
        Self::FIGURES.to_vec()
    }

    fn figures_of(_: &Event) -> impl Iterator<Item = &Total> {
        Self::FIGURES.iter()
    }

    fn place(&self, Total: &Total) -> Option<usize> {
        Some(0)
    }

    fn figure_name(Total: &Total) -> String {
        "Total".into()
    }

    fn line(event: &Event) -> String {
        match event {
            Event::OrderCreated { number } => format!("Order {} created", shown(number)),
            Event::ItemAdded { name, price, quantity: 1 } => {
                format!("Item added: {}, {price}", shown(name))
            }
            Event::ItemAdded { name, price, quantity } => {
                format!("Item added: {quantity} × {}, {price} each", shown(name))
            }
            Event::ItemRemoved { name, quantity } => {
                format!("Item removed: {}", quantity.words(name))
            }
            Event::PaymentReceived { amount } => format!("Payment of {amount} received"),
            Event::OrderShipped {} => "Order shipped".into(),
        }
    }

    fn describe_command(command: &Command) -> String {
        match command {
            Command::CreateOrder { number } => format!("Create order {}", shown(number)),
            Command::AddItem { name, quantity, .. } => format!("Add {quantity} × {}", shown(name)),
            Command::RemoveItem { name, quantity } => format!("Remove {}", quantity.words(name)),
            Command::ReceivePayment { amount } => format!("Receive a payment of {amount}"),
            Command::Ship => "Ship".into(),
        }
    }
}

impl Order {
    /// What is in it, a thing at a time; of very many things only how many. Empty when nothing is.
    pub fn contents(&self) -> Vec<String> {
        match self.size() {
            size if size > NAMED => vec![format!("{size} different things")],
            _ => self.items().into_iter().map(Item::to_string).collect(),
        }
    }

    /// The cells of its row, as they stand on the screen: what it is called, how far it has come, what
    /// all of it costs, and what is in it.
    pub fn cells(&self) -> [String; 4] {
        let contents = self.contents();
        let items = if contents.is_empty() { "none".into() } else { contents.join(", ") };
        [shown(self.number()), self.status.to_string(), self.total().to_string(), items]
    }
}

/// A thing, and how many of it where that is not one.
pub(crate) fn so_many(quantity: impl Into<u64>, name: &str) -> String {
    match quantity.into() {
        1 => shown(name),
        quantity => format!("{quantity} × {}", shown(name)),
    }
}

impl HowMany {
    /// So many of a thing. Where it is all, the thing alone is named.
    pub(crate) fn words(self, name: &str) -> String {
        match self {
            Self::Exactly(quantity) => so_many(quantity, name),
            Self::All => shown(name),
        }
    }
}

impl fmt::Display for Item {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&so_many(self.quantity, &self.name))
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotCreated => "no order",
            Self::Filling => "not paid",
            Self::Paid => "paid",
            Self::Shipped => "shipped",
        })
    }
}

/// The refusal as a sentence that can stand after “Ship: ”.
impl fmt::Display for Rejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotCreated => write!(f, "there is no order yet. Create one first."),
            Self::AlreadyCreated { number } => {
                write!(f, "{} is here already, and a diary holds one order.", shown(number))
            }
            Self::BadName { characters: 0 } => write!(f, "a name is missing."),
            Self::BadName { characters } => {
                write!(
                    f,
                    "a name has at most {LONGEST_NAME} characters, and this has {characters}."
                )
            }
            Self::NotPositive { price } => {
                write!(f, "a price must be more than 0.00, and this is {price}.")
            }
            Self::NoQuantity => write!(f, "a quantity must be at least 1, and this is 0."),
            Self::OtherPrice { name, price, wanted } => {
                let name = shown(name);
                write!(
                    f,
                    "“{name}” costs {price} each in this order. Use that price, and not \
                           {wanted}."
                )
            }
            Self::TooMuch { total } => write!(
                f,
                "the total is {total} and would be more than {}, the most this shop can count.",
                Money::MAX
            ),
            Self::NotInOrder { name } => write!(f, "the order has no “{}”.", shown(name)),
            Self::NotSoMany { name, present, wanted } => {
                let name = shown(name);
                write!(
                    f,
                    "the order has {present} × {name}, so {wanted} can’t be taken out. Take out \
                     at most {present}."
                )
            }
            Self::AlreadyPaid { total } => {
                write!(f, "{total} has been paid, and a paid order can’t be changed any more.")
            }
            Self::NothingToPay => write!(f, "the order is empty. Add an item first."),
            Self::WrongAmount { total, paid } => {
                write!(f, "the total is {total}, so the payment must be {total} and not {paid}.")
            }
            Self::NotPaid { total: Money::ZERO } => {
                write!(
                    f,
                    "the order is empty, and only a paid order can be shipped. Add an item \
                           first."
                )
            }
            Self::NotPaid { total } => {
                write!(f, "only a paid order can be shipped. Pay the total of {total} first.")
            }
            Self::AlreadyShipped { number } => {
                write!(
                    f,
                    "{} was shipped, and a shipped order can’t be changed any more.",
                    shown(number)
                )
            }
        }
    }
}
