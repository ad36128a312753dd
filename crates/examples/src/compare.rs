//! Two moments of one diary: what differs between them, and by which entries.

use std::collections::BTreeMap;

use super::{Amount, Citation, Describe, Value};
use diary::{Entry, replay};

/// A thing whose states can be compared part by part.
pub trait Diffable: Describe {
    /// One part of a state.
    type Part: Clone + Ord;

    /// The parts that this state has.
    fn parts(&self) -> Vec<Self::Part>;

    /// What this state holds in a part that another one may have.
    fn holds(&self, part: &Self::Part) -> Value;

    /// The parts that an event may change; a part that it isn't about stays as it is.
    fn parts_of(event: &Self::Event) -> Vec<Self::Part>;

    /// The figure that shows a part, where one does.
    fn figure_of(part: &Self::Part) -> Option<&Self::Figure>;

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
    pub change: Option<Amount>,
    /// The entries that did it, in their order. Where these are amounts, what they changed sums to
    /// `change`: seen from the later moment, an entry takes away what it had added.
    pub by: Vec<Citation>,
}

/// What differs after `to` entries from what was after `from`, whichever is the earlier. Nothing
/// does, if what has happened in between was taken back. The parts that were there at the earlier
/// moment come first.
pub fn compare<D: Diffable>(
    entries: &[Entry<D::Event>],
    from: usize,
    to: usize,
) -> Vec<Difference> {
    let late = from.max(to).min(entries.len());
    let (early, between) = entries.split_at(from.min(to).min(late));
    let between = between.get(..late - early.len()).unwrap_or_default();
    let first: D = replay(early.iter().map(|entry| &entry.event));
    let mut parts = first.parts();
    // All parts are followed at once: there may be as many of them as entries.
    let mut walks: BTreeMap<D::Part, Walk> = BTreeMap::new();
    let mut last = first;
    for entry in between {
        let touched = D::parts_of(&entry.event);
        for part in &touched {
            if !walks.contains_key(part) {
                walks.insert(part.clone(), Walk::from(last.holds(part)));
            }
        }
        last.apply(&entry.event);
        for part in &touched {
            if let Some(walk) = walks.get_mut(part) {
                walk.step(last.holds(part), entry.number, to < from);
            }
        }
    }
    parts.extend(last.parts());
    let difference = |part| walks.remove(&part)?.difference(D::name_of(&part), to < from);
    parts.into_iter().filter_map(difference).collect()
}

/// One part on its way between the two moments.
struct Walk {
    before: Value,
    now: Value,
    by: Vec<Citation>,
}

impl Walk {
    fn from(before: Value) -> Self {
        Self { now: before.clone(), before, by: Vec::new() }
    }

    fn step(&mut self, next: Value, entry: usize, backwards: bool) {
        if next != self.now {
            let pair = if backwards { (&next, &self.now) } else { (&self.now, &next) };
            self.by.push(Citation { entry, change: change(pair) });
            self.now = next;
        }
    }

    /// What has become different on the way, if anything has in the end.
    fn difference(self, name: String, backwards: bool) -> Option<Difference> {
        let Self { before, now, by } = self;
        if before == now {
            return None;
        }
        let (before, after) = if backwards { (now, before) } else { (before, now) };
        Some(Difference { name, change: change((&before, &after)), before, after, by })
    }
}

/// How far it is from one amount to the other, if at least one of them is an amount.
fn change((before, after): (&Value, &Value)) -> Option<Amount> {
    let amount = |value: &Value| match value {
        Value::Money(amount) | Value::Total { sum: amount, .. } => Some(Amount::Money(*amount)),
        Value::Count(count) => i64::try_from(*count).ok().map(Amount::Count),
        _ => None,
    };
    match (amount(before), amount(after)) {
        (Some(before), Some(after)) => Some(after.minus(before)),
        (Some(before), None) => Some(-before),
        (None, after) => after,
    }
}
