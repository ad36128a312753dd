//! The diary's half of an answer: the entries that were found, counted, added up or compared.

use chrono::{DateTime, Utc};

use super::{Amounts, Asked, Measure};
use crate::{
    diary::Entry,
    domain::{
        Money,
        questions::{Citation, Finding, Value},
    },
};

/// An entry that belongs to a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::domain::questions) struct Found {
    /// Its number, counted from 1.
    pub(super) entry: usize,
    pub(super) at: DateTime<Utc>,
    pub(super) amount: Money,
}

/// The entries that belong to a topic and are about a subject.
pub(in crate::domain::questions) fn found<D: Asked>(
    entries: &[Entry<D::Event>],
    topic: D::Topic,
    subject: Option<&D::Subject>,
) -> Vec<Found> {
    let found = entries.iter().filter_map(|entry| {
        let amount = D::meets(&entry.event, topic, subject)?;
        Some(Found { entry: entry.number, at: entry.at, amount })
    });
    found.collect()
}

/// How many there are and what they come to, as it can be seen after `page` entries.
pub(in crate::domain::questions) fn total(found: &[Found], page: usize) -> Finding {
    let sum = found.iter().map(|found| found.amount).sum();
    let rests_on = found.iter().map(Found::with_amount).collect();
    let value = Value::Total { count: found.len(), sum };
    Finding { value, note: String::new(), rests_on, page }
}

/// What the measure makes of them. The whole of them can be seen after `page` entries.
pub(super) fn finding(measure: Measure, amounts: Amounts, found: &[Found], page: usize) -> Finding {
    let one = |chosen: Option<&Found>| match chosen {
        Some(one) => Finding::of(Value::At(one.at), "", vec![Citation::plain(one.entry)]),
        None => Finding::nothing(measure.none(amounts), page),
    };
    match (measure, amounts) {
        (Measure::First, _) => one(found.first()),
        (Measure::Last, _) => one(found.last()),
        (Measure::Biggest, _) => extreme(found, page, |next, best| next > best),
        (Measure::Smallest, _) => extreme(found, page, |next, best| next < best),
        (Measure::HowMuch | Measure::List, Amounts::Each) => total(found, page),
        (Measure::HowMuch, Amounts::Net) if !found.is_empty() => net(found, page),
        (Measure::HowMuch, _) => Finding::nothing(measure.none(amounts), page),
        (Measure::HowMany | Measure::List, _) => {
            let rests_on = found.iter().map(|found| Citation::plain(found.entry)).collect();
            Finding { rests_on, ..Finding::nothing(Value::Count(found.len()), page) }
        }
    }
}

/// The first of those that no other goes beyond.
fn extreme(found: &[Found], page: usize, beyond: fn(Money, Money) -> bool) -> Finding {
    let further =
        |best, next: &'_ Found| if beyond(next.amount, best) { next.amount } else { best };
    let first = found.first().map(|first| found.iter().fold(first.amount, further));
    let alike = || found.iter().filter(|found| Some(found.amount) == first);
    let Some(one) = alike().next() else {
        return Finding::nothing(NONE, page);
    };
    let note = match alike().count() {
        1 => String::new(),
        count => format!(", the first of {count} alike"),
    };
    Finding::of(Value::Money(one.amount), note, vec![one.with_amount()])
}

/// What is left when they are added and taken away.
fn net(found: &[Found], page: usize) -> Finding {
    let moved = found.iter().filter(|found| found.amount != Money::ZERO);
    let value = Value::Money(found.iter().map(|found| found.amount).sum());
    let rests_on = moved.map(Found::with_amount).collect();
    Finding { value, note: String::new(), rests_on, page }
}

const NONE: Value = Value::Nothing("none");

impl Measure {
    /// The honest “none” of a measure.
    pub(super) fn none(self, amounts: Amounts) -> Value {
        match (self, amounts) {
            (Self::HowMuch | Self::List, Amounts::Each) => {
                Value::Total { count: 0, sum: Money::ZERO }
            }
            (Self::HowMany | Self::List, _) => Value::Count(0),
            _ => NONE,
        }
    }
}

impl Found {
    fn with_amount(&self) -> Citation {
        Citation { entry: self.entry, change: Some(self.amount) }
    }
}
