//! Two clocks: what was true on one day, as it was known on another.
//!
//! A letter may be late: what was true in February is written in March. Nothing that was known
//! before is changed by it, since it is one more line at the end, which says on which day it is
//! true. So both questions stay open for ever: what was so, and what could have been known then.

use std::fmt;

use chrono::{DateTime, Days, NaiveDate, TimeZone, Utc};

use super::{
    Money,
    bank::{Account, Bank, Event},
    calendar::{day_words, local_time, start_of_day},
    questions::{Citation, Finding, More, Value},
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

/// Why nothing can be said of an account for a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Untimely {
    /// The account is not open.
    NotOpen,
    /// The account was opened later, on this day.
    BeforeOpening(NaiveDate),
    /// The day has not come yet.
    Future,
}

impl fmt::Display for Untimely {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotOpen => write!(f, "The account is not open yet. Open it first."),
            Self::BeforeOpening(day) => {
                let day = day_words(*day);
                write!(f, "The account was opened on {day}. Choose that day or a later one.")
            }
            Self::Future => {
                write!(f, "That day has not come yet. Choose today or an earlier day.")
            }
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
    pub fn of(account: &Account, entries: &[Entry<Event>]) -> Self {
        let cents = |bank: &Bank| bank.balance(account).map_or(0, Money::in_cents);
        let parts = contributions(entries, cents).into_iter().filter_map(|part| {
            let when = entries.get(part.entry.checked_sub(1)?)?.when();
            Some((when, Citation { entry: part.entry, change: Some(Money::cents(part.change)) }))
        });
        let is_opening = |entry: &&Entry<Event>| matches!(entry.event, Event::AccountOpened { account: ref opened, .. } if opened == account);
        Self {
            parts: parts.collect(),
            opened: entries.iter().find(is_opening).map(Entry::when),
            written: entries.iter().map(|entry| entry.at).collect(),
        }
    }

    /// The balance that was true at one edge, by what had been written at the other. An entry
    /// without a day of its own is true on the day on which it was written.
    pub fn at(&self, true_at: Edge, known_at: Edge, zone: &impl TimeZone) -> Finding {
        let (is_true, known_end) =
            (was_true(true_at, zone), start_of_day(known_at.next_day(), zone));
        let is_open = self.opened.is_some_and(|when| is_true(&when) && when.at < known_end);
        let (rests_on, unknown) = self.parts_at(true_at, known_at, zone);
        let value = if is_open || !rests_on.is_empty() {
            Value::Money(rests_on.iter().filter_map(|part| part.change).sum())
        } else {
            Value::Nothing("the account was not open yet")
        };
        let note = match unknown.as_slice() {
            [] => String::new(),
            [late] => format!("entry {} was true by then, and not written yet", late.entry),
            late => format!("{} entries were true by then, and not written yet", late.len()),
        };
        let page = self.written.partition_point(|at| *at < known_end);
        Finding { value, note, rests_on, more: More::default(), page }
    }

    /// What was true at one edge and had not been written at the other.
    pub fn not_yet_written(
        &self,
        true_at: Edge,
        known_at: Edge,
        zone: &impl TimeZone,
    ) -> Vec<Citation> {
        self.parts_at(true_at, known_at, zone).1
    }

    /// What was true at one edge: what had been written at the other, and what had not.
    fn parts_at(
        &self,
        true_at: Edge,
        known_at: Edge,
        zone: &impl TimeZone,
    ) -> (Vec<Citation>, Vec<Citation>) {
        let (is_true, known_end) =
            (was_true(true_at, zone), start_of_day(known_at.next_day(), zone));
        let (mut known, mut unknown) = (Vec::new(), Vec::new());
        for (when, part) in self.parts.iter().filter(|(when, _)| is_true(when)) {
            if when.at < known_end { known.push(*part) } else { unknown.push(*part) }
        }
        (known, unknown)
    }

    /// Whether something can be written today that is true of the account on this day.
    ///
    /// # Errors
    /// Why not.
    pub fn may_be_true_on(
        &self,
        day: NaiveDate,
        today: NaiveDate,
        zone: &impl TimeZone,
    ) -> Result<(), Untimely> {
        let opened = self.opened.ok_or(Untimely::NotOpen)?;
        let opened = opened.true_on.unwrap_or_else(|| local_time(opened.at, zone).date());
        match day {
            day if day > today => Err(Untimely::Future),
            day if day < opened => Err(Untimely::BeforeOpening(opened)),
            _ => Ok(()),
        }
    }

    /// The balance for several edges at once: a row for each at which it was true, and in it a cell
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

/// Whether something was true at an edge. Without a day of its own, it is so once it is written.
fn was_true(edge: Edge, zone: &impl TimeZone) -> impl Fn(&When) -> bool {
    let day = edge.next_day();
    let end = start_of_day(day, zone);
    move |when| match when.true_on {
        Some(true_on) => true_on < day,
        None => when.at < end,
    }
}
