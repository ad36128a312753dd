//! Two clocks: what was true on one day, as it was known on another.
//!
//! A letter may be late: what was true in February is written in March. Nothing that was known
//! before is changed by it, since it is one more line at the end, which says on which day it is
//! true. So both questions stay open for ever: what was so, and what could have been known then.

use chrono::{DateTime, Days, NaiveDate, TimeZone, Utc};

use super::{
    Money,
    bank::{Account, Bank, Event},
    calendar::{day_words, start_of_day},
    questions::{Citation, Finding, Value},
};
use crate::diary::{Entry, When, contributions};

/// One of a day's two ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// Before anything of the day.
    StartOf(NaiveDate),
    /// After all of the day.
    EndOf(NaiveDate),
}

impl Edge {
    /// The first day that lies behind it. A day ends where the next one starts.
    fn next_day(self) -> NaiveDate {
        match self {
            Self::StartOf(day) => day,
            Self::EndOf(day) => day.checked_add_days(Days::new(1)).unwrap_or(day),
        }
    }

    /// `the start of 1 March 2026`.
    pub fn words(self) -> String {
        match self {
            Self::StartOf(day) => format!("the start of {}", day_words(day)),
            Self::EndOf(day) => format!("the end of {}", day_words(day)),
        }
    }
}

/// One account's balance by two clocks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TwoClocks {
    /// What both clocks say of each entry that changed the balance, oldest first.
    parts: Vec<(When, Citation)>,
    /// What they say of the entry that opened the account.
    opened: Option<When>,
    /// When each entry was written.
    written: Vec<DateTime<Utc>>,
}

impl TwoClocks {
    /// Reads a diary.
    pub fn of(account: Account, entries: &[Entry<Event>]) -> Self {
        let cents = |bank: &Bank| bank.balance(account).map_or(0, Money::in_cents);
        let parts = contributions(entries, cents).into_iter().filter_map(|part| {
            let when = entries.get(part.entry.checked_sub(1)?)?.when();
            Some((when, Citation { entry: part.entry, change: Some(Money::cents(part.change)) }))
        });
        let is_opening = |entry: &&Entry<Event>| matches!(entry.event, Event::AccountOpened { account: opened, .. } if opened == account);
        Self {
            parts: parts.collect(),
            opened: entries.iter().find(is_opening).map(Entry::when),
            written: entries.iter().map(|entry| entry.at).collect(),
        }
    }

    /// The balance that was true at one edge, by what had been written at the other. An entry
    /// without a day of its own is true on the day on which it was written.
    pub fn at(&self, true_at: Edge, known_at: Edge, zone: &impl TimeZone) -> Finding {
        let (true_day, known_day) = (true_at.next_day(), known_at.next_day());
        let (true_end, known_end) = (start_of_day(true_day, zone), start_of_day(known_day, zone));
        let is_true = |when: When| match when.true_on {
            Some(day) => day < true_day,
            None => when.at < true_end,
        };
        let is_known = |when: When| when.at < known_end;
        let were_true = self.parts.iter().copied().filter(|(when, _)| is_true(*when));
        let (known, unknown): (Vec<_>, Vec<_>) = were_true.partition(|(when, _)| is_known(*when));
        let is_open = self.opened.is_some_and(|when| is_true(when) && is_known(when));
        let rests_on: Vec<_> = known.into_iter().map(|(_, part)| part).collect();
        let value = if is_open || !rests_on.is_empty() {
            Value::Money(rests_on.iter().filter_map(|part| part.change).sum())
        } else {
            Value::Nothing("the account was not open yet")
        };
        let note = match unknown.as_slice() {
            [] => String::new(),
            [(_, late)] => format!("entry {} was true by then, and not written yet", late.entry),
            late => format!("{} entries were true by then, and not written yet", late.len()),
        };
        let page = self.written.partition_point(|at| *at < known_end);
        Finding { value, note, rests_on, page }
    }

    /// The same for several edges at once: a row for each at which it was true, and in it a cell
    /// for each at which it was known.
    pub fn grid(
        &self,
        true_at: &[Edge],
        known_at: &[Edge],
        zone: &impl TimeZone,
    ) -> Vec<Vec<Finding>> {
        let row = |true_at: &Edge| {
            known_at.iter().map(|known_at| self.at(*true_at, *known_at, zone)).collect()
        };
        true_at.iter().map(row).collect()
    }
}
