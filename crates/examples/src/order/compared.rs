//! What of an order can be compared between two moments, and how its figure begins.

use super::{Event, Item, Order, Total};
use crate::{
    Describe, Name, Value,
    compare::Diffable,
    shown,
    two_clocks::{Beginning, Clocked},
};

/// A part of what the shop knows of an order.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// What all of it costs.
    Total,
    /// How far it has come.
    Status,
    /// The item of that name: how many of it, and what these cost.
    Item(Name),
}

impl Diffable for Order {
    type Part = Part;

    fn parts(&self) -> Vec<Part> {
        let items = self.items().into_iter().map(|item| Part::Item(item.name.clone()));
        [Part::Total, Part::Status].into_iter().chain(items).collect()
    }

    fn holds(&self, part: &Part) -> Value {
        match part {
            Part::Total => self.figure(&Total).map_or(Value::Nothing("no order yet"), Value::from),
            Part::Status => Value::Names(vec![self.status().to_string()]),
            Part::Item(name) => {
                let item = self.item(name);
                let count = item.and_then(|item| usize::try_from(item.quantity).ok());
                let sum = item.map(Item::cost);
                Value::Total { count: count.unwrap_or(0), sum: sum.unwrap_or_default() }
            }
        }
    }

    fn parts_of(event: &Event) -> Vec<Part> {
        let item = match event {
            Event::ItemAdded { name, .. } | Event::ItemRemoved { name, .. } => Some(name),
            Event::OrderCreated { .. } | Event::PaymentReceived { .. } | Event::OrderShipped {} => {
                None
            }
        };
        let item = item.map(|name| Part::Item(name.clone()));
        [Part::Total, Part::Status].into_iter().chain(item).collect()
    }

    fn figure_of(part: &Part) -> Option<&Total> {
        matches!(part, Part::Total).then_some(&Total)
    }

    fn name_of(part: &Part) -> String {
        match part {
            Part::Total => "Total".into(),
            Part::Status => "Status".into(),
            Part::Item(name) => shown(name),
        }
    }
}

impl Clocked for Order {
    const BEGINNING: Beginning = Beginning {
        not_there: "not created yet",
        not_yet: "There is no order yet. Create it first.",
        since: "The order was created on",
        owner: "The order’s",
    };
}
