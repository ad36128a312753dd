//! Two moments of one diary: what differs between them, and by which entries.

use super::{
    Money, Told,
    bank::{Account, Bank},
    order::{Item, Order},
    questions::{Citation, Value},
    shown,
};
use crate::diary::{Entry, replay};

/// A thing whose states can be compared part by part.
pub trait Compared: Told {
    /// One part of a state.
    type Part: PartialEq;

    /// The parts that this state has.
    fn parts(&self) -> Vec<Self::Part>;

    /// What this state holds in a part that another one may have.
    fn holds(&self, part: &Self::Part) -> Value;

    /// What a part is called.
    fn name_of(part: &Self::Part) -> String;
}

/// A part that isn't the same at both moments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// What the part is called.
    pub name: String,
    /// What it held at the first moment.
    pub before: Value,
    /// What it held at the second.
    pub after: Value,
    /// How far the second amount is from the first, where these are amounts.
    pub change: Option<Money>,
    /// The entries that did it, in their order. Where these are amounts, what they changed sums to
    /// `change`: seen from the later moment, an entry takes away what it had added.
    pub by: Vec<Citation>,
}

/// What differs after `to` entries from what was after `from`, whichever is the earlier. Nothing
/// does, if what has happened in between was taken back. The parts that were there at the earlier
/// moment come first.
pub fn compare<D: Compared>(
    entries: &[Entry<D::Event>],
    from: usize,
    to: usize,
) -> Vec<Difference> {
    let late = from.max(to).min(entries.len());
    let (early, between) = entries.split_at(from.min(to).min(late));
    let between = between.get(..late - early.len()).unwrap_or_default();
    let first: D = replay(early.iter().map(|entry| &entry.event));
    let last = between.iter().fold(first.clone(), |state, entry| state.evolve(&entry.event));
    let mut parts = first.parts();
    for part in last.parts() {
        if !parts.contains(&part) {
            parts.push(part);
        }
    }
    parts.retain(|part| first.holds(part) != last.holds(part));
    let backwards = to < from;
    let parts = parts.iter().map(|part| walk(part, &first, between, backwards));
    parts.collect()
}

/// Follows one part from entry to entry.
fn walk<D: Compared>(
    part: &D::Part,
    first: &D,
    between: &[Entry<D::Event>],
    backwards: bool,
) -> Difference {
    let name = D::name_of(part);
    let (mut state, before) = (first.clone(), first.holds(part));
    let (mut after, mut by) = (before.clone(), Vec::new());
    for entry in between {
        state = state.evolve(&entry.event);
        let next = state.holds(part);
        if next != after {
            let pair = if backwards { (&next, &after) } else { (&after, &next) };
            by.push(Citation { entry: entry.number, change: change(pair) });
            after = next;
        }
    }
    let (before, after) = if backwards { (after, before) } else { (before, after) };
    Difference { name, change: change((&before, &after)), before, after, by }
}

/// How far it is from one amount to the other, if at least one of them is an amount.
fn change((before, after): (&Value, &Value)) -> Option<Money> {
    let amount = |value: &Value| match value {
        Value::Money(amount) | Value::Total { sum: amount, .. } => Some(*amount),
        _ => None,
    };
    let (before, after) = (amount(before), amount(after));
    before.or(after)?;
    Some([after.unwrap_or_default(), -before.unwrap_or_default()].into_iter().sum())
}

/// A part of what the bank holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BankPart {
    /// The balance of an account.
    Balance(Account),
    /// Who owns the accounts.
    Owner,
}

impl Compared for Bank {
    type Part = BankPart;

    fn parts(&self) -> Vec<BankPart> {
        let balances = Account::ALL.into_iter().map(BankPart::Balance);
        balances.chain([BankPart::Owner]).collect()
    }

    fn holds(&self, part: &BankPart) -> Value {
        match *part {
            BankPart::Balance(account) => {
                self.balance(account).map_or(Value::Nothing("not open"), Value::Money)
            }
            BankPart::Owner => match self.owner() {
                Some(owner) => Value::Names(vec![shown(owner)]),
                None => Value::Nothing("nobody"),
            },
        }
    }

    fn name_of(part: &BankPart) -> String {
        match part {
            BankPart::Balance(account) => account.to_string(),
            BankPart::Owner => "Owner".into(),
        }
    }
}

/// A part of what the shop knows of an order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OrderPart {
    /// What all of it costs.
    Total,
    /// How far it has come.
    Status,
    /// The item of that name: how many of it, and what these cost.
    Item(String),
}

impl Compared for Order {
    type Part = OrderPart;

    fn parts(&self) -> Vec<OrderPart> {
        let items = self.items().iter().map(|item| OrderPart::Item(item.name.clone()));
        [OrderPart::Total, OrderPart::Status].into_iter().chain(items).collect()
    }

    fn holds(&self, part: &OrderPart) -> Value {
        match part {
            OrderPart::Total => self.figure(0).map_or(Value::Nothing("no order yet"), Value::Money),
            OrderPart::Status => Value::Names(vec![self.status().to_string()]),
            OrderPart::Item(name) => {
                let item = self.items().iter().find(|item| item.name == *name);
                let count = item.and_then(|item| usize::try_from(item.quantity).ok());
                let sum = item.map(Item::cost);
                Value::Total { count: count.unwrap_or(0), sum: sum.unwrap_or_default() }
            }
        }
    }

    fn name_of(part: &OrderPart) -> String {
        match part {
            OrderPart::Total => "Total".into(),
            OrderPart::Status => "Status".into(),
            OrderPart::Item(name) => shown(name),
        }
    }
}
