//! Two clocks: what was true on one day, as it was known on another.
//!
//! An entry may be late: what was true in February is written in March. Nothing that was known
//! before is changed by it, since it is one more line at the end, which says on which day it is
//! true. So both questions stay open for ever: what was so, and what could have been known then.

use std::fmt;

use chrono::{DateTime, Days, NaiveDate, TimeZone, Utc};

use super::{
    Amount, Citation, Describe, Value,
    calendar::{day_words, local_time, start_of_day},
    questions::Finding,
};
use diary::{Entry, When};
use english::counted;

/// How is it said that a figure isn't there yet, or since when it is?
#[derive(Debug, PartialEq, Eq)]
pub struct Beginning {
    /// At a moment before it is there.
    pub not_there: &'static str,
    /// Why nothing can be written about it, and what would help.
    pub not_yet: &'static str,
    /// What stands before the day on which it came to be.
    pub since: &'static str,
    /// What stands before its name.
    pub owner: &'static str,
}

/// What can be looked at by two clocks: each of its figures, from the entry on that brought it.
pub trait Clocked: Describe {
    /// How its figures begin.
    const BEGINNING: Beginning;
}

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

/// Why nothing can be said of a figure for a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Untimely {
    /// It isn't there yet.
    NotYet(&'static Beginning),
    /// It came to be later, on this day.
    Before(&'static Beginning, NaiveDate),
    /// The day has not come yet.
    Future,
}

impl fmt::Display for Untimely {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotYet(beginning) => f.write_str(beginning.not_yet),
            Self::Before(Beginning { since, .. }, day) => {
                let day = day_words(*day);
                write!(f, "{since} {day}. Choose that day or a later one.")
            }
            Self::Future => {
                write!(f, "That day has not come yet. Choose today or an earlier day.")
            }
        }
    }
}

/// One figure by two clocks: the balance of an account, the total of an order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TwoClocks {
    beginning: &'static Beginning,
    /// The figure of nothing, in the unit of this one.
    zero: Amount,
    /// What both clocks say of each entry that changed the figure, oldest first.
    parts: Vec<(When, Citation)>,
    /// What they say of the entry with which it came to be.
    opened: Option<When>,
    /// When each entry was written.
    written: Vec<DateTime<Utc>>,
}

impl TwoClocks {
    /// Reads a diary for one of its figures; without one there is nothing to tell.
    pub fn of<D: Clocked>(of: Option<&D::Figure>, entries: &[Entry<D::Event>]) -> Self {
        let (mut state, mut before, mut opened) = (D::default(), D::ZERO, None);
        let mut parts = Vec::new();
        for entry in entries {
            state.apply(&entry.event);
            let Some(after) = of.and_then(|of| state.figure(of)) else { continue };
            opened.get_or_insert(entry.when());
            let change = after.minus(std::mem::replace(&mut before, after));
            if !change.is_nothing() {
                let change = Some(change);
                parts.push((entry.when(), Citation { entry: entry.number, change }));
            }
        }
        let written = entries.iter().map(|entry| entry.at).collect();
        Self { beginning: &D::BEGINNING, zero: D::ZERO, parts, opened, written }
    }

    /// The figure that was true at one edge, by what had been written at the other. An entry
    /// without a day of its own is true on the day on which it was written.
    pub fn at(&self, true_at: Edge, known_at: Edge, zone: &impl TimeZone) -> Finding {
        let (is_true, known_end) =
            (was_true(true_at, zone), start_of_day(known_at.next_day(), zone));
        let is_open = self.opened.is_some_and(|when| is_true(&when) && when.at < known_end);
        let (rests_on, unknown) = self.parts_at(true_at, known_at, zone);
        let value = if is_open || !rests_on.is_empty() {
            Value::from(
                rests_on.iter().filter_map(|part| part.change).fold(self.zero, Amount::plus),
            )
        } else {
            Value::Nothing(self.beginning.not_there)
        };
        let note = match unknown.as_slice() {
            [] => String::new(),
            [late] => format!("entry {} was true by then, and not written yet", late.entry),
            late => {
                let entries = counted::entries(late.len());
                format!("{entries} were true by then, and not written yet")
            }
        };
        let version = self.written.partition_point(|at| *at < known_end);
        Finding { note, rests_on, ..Finding::nothing(value, version) }
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

    /// Whether something can be written today that is true of the figure on this day.
    ///
    /// # Errors
    /// Why not.
    pub fn may_be_true_on(
        &self,
        day: NaiveDate,
        today: NaiveDate,
        zone: &impl TimeZone,
    ) -> Result<(), Untimely> {
        let opened = self.opened.ok_or(Untimely::NotYet(self.beginning))?;
        let opened = opened.true_on.unwrap_or_else(|| local_time(opened.at, zone).date());
        match day {
            day if day > today => Err(Untimely::Future),
            day if day < opened => Err(Untimely::Before(self.beginning, opened)),
            _ => Ok(()),
        }
    }

    /// The figure for several edges at once: a row for each at which it was true, and in it a cell
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
    move |when| when.is_before(day, end)
}
