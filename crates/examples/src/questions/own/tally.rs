//! The diary's half of an answer: the entries that were found, counted, added up or compared.

use chrono::TimeZone;

use super::{
    Amounts, Measure,
    stretch::Stretch,
    whole::{Extreme, Found},
};
use crate::{
    Money,
    questions::{Citation, Finding, Value},
};

/// What the measure makes of them. The whole of them can be seen after `version` entries, and the first
/// `most` are listed.
pub(super) fn finding(
    measure: Measure,
    amounts: Amounts,
    found: &Stretch<'_>,
    version: usize,
    most: usize,
    zone: &impl TimeZone,
) -> Finding {
    let one = |chosen: Option<&Found>| match chosen {
        Some(one) => Finding::on(one.value(), Citation::plain(one.entry)),
        None => Finding::nothing(measure.none(amounts), version),
    };
    match (measure, amounts) {
        (Measure::First, _) => one(found.first(zone)),
        (Measure::Last, _) => one(found.last(zone)),
        (Measure::Biggest, _) => extreme(found.whole().biggest, version),
        (Measure::Smallest, _) => extreme(found.whole().smallest, version),
        (Measure::HowMuch | Measure::List, Amounts::Each) => found.total(version, most),
        (Measure::HowMuch, Amounts::Net) if !found.is_empty() => found.net(version, most),
        (Measure::HowMuch, _) => Finding::nothing(measure.none(amounts), version),
        (Measure::HowMany | Measure::List, _) => {
            let count = found.len();
            let entries = found.iter().map(|found| found.entry).take(most);
            Finding::on_all(Value::Count(count), entries, count, version)
        }
    }
}

/// The first of those that no other goes beyond.
fn extreme(found: Option<Extreme>, version: usize) -> Finding {
    let Some(Extreme { amount, entry, alike }) = found else {
        return Finding::nothing(NONE, version);
    };
    let note = match alike {
        1 => String::new(),
        count => format!(", the first of {count} with the same amount"),
    };
    Finding::on(Value::Money(amount), Citation::with((entry, amount))).noted(note)
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
