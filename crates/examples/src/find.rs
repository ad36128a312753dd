//! Finding entries by what was typed: words, a kind of event, a name, an amount, a time.
//!
//! The rule, which is the same for all examples:
//!
//! - What is typed is taken apart at its blanks, and an entry is found where it has **every** part.
//! - An entry has a **word** where the sentence that the diary shows for it has these letters, whether they are large or
//!   small. So the kind of an event is found by its words (“deposited”, “fee”), and an item by its name. Where there are
//!   several figures, as the accounts of a bank, the names of those that the entry may have changed count as well: the
//!   sentence doesn't name the account that everybody has.
//! - A **number** is found as a whole, by its value: `40` finds `40.00` and not `140.00`, and `1200` finds `1,200.00`.
//!   A sign before it doesn't matter.
//! - A **time** is a day (`2026-03-01`), a month (`2026-03`), a year (`2026`), a span of them with both of its ends
//!   (`2026-02..2026-03`) or with one (`2026-02..`), and as the diary writes it: `feb`, `1 Mar`. An entry has it if it
//!   was written in it or is true in it; several times (`feb 2026`) are those of one clock.
//! - What can be read in several ways may be meant in each: `may` finds that month and a name with these letters.
//!
//! Entries are looked at one by one and nothing is kept for it, so a long diary is gone through in slices, and whoever
//! types on begins anew.

mod days;

mod told;

use std::cell::LazyCell;

use chrono::{NaiveDate, TimeZone};

use self::days::Days;
pub use self::told::told;
use super::{
    Money,
    calendar::{self, Period},
};
use diary::When;

/// What is looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    parts: Vec<Part>,
}

/// One part of it. An entry has it where any of these holds.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Part {
    /// Its letters, all of them small. Those of a number are only looked for where it is none.
    text: String,
    /// In cents, without its sign.
    number: Option<i64>,
    days: Option<Days>,
}

impl Query {
    /// Reads what was typed. Whatever it is, something can be looked for by it, unless it is blank.
    pub fn read(typed: &str) -> Self {
        let typed = told::plain(typed);
        let mut words = typed.split_whitespace().peekable();
        let mut parts = Vec::new();
        while let Some(word) = words.next() {
            // “1 Mar” are two words for one day.
            let day = words.peek().and_then(|month| Some((month, Days::of_month(word, month)?)));
            let part = if let Some((month, days)) = day {
                let text = [word, " ", month].concat();
                words.next();
                Part { text, number: None, days: Some(days) }
            } else {
                Part { text: word.to_owned(), number: number(word), days: Days::read(word) }
            };
            parts.push(part);
        }
        Self { parts }
    }

    /// Whether nothing is looked for.
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// Whether an entry is one of those. All of its times are those of one clock. Its sentence is only asked for where
    /// its days leave that open.
    fn finds(&self, days: &[NaiveDate], told: &dyn Fn() -> String) -> bool {
        let told = LazyCell::new(|| told::plain(&told()));
        let is_found = |day: &NaiveDate| {
            self.parts.iter().all(|part| {
                let is_then = part.days.is_some_and(|days| days.has(*day));
                is_then || part.is_told_in(&told)
            })
        };
        !self.is_empty() && days.iter().any(is_found)
    }
}

impl Part {
    fn is_told_in(&self, told: &str) -> bool {
        match self.number {
            Some(number) => told::numbers(told).any(|told| told == number),
            None => told.contains(&self.text),
        }
    }
}

/// The value of a number that was typed, without its sign.
fn number(word: &str) -> Option<i64> {
    let digits = word.trim_start_matches(['+', '-', '−']);
    Money::parse(digits).ok().map(Money::in_cents)
}

/// A diary that is gone through, and what was found in it so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Search {
    query: Query,
    found: Vec<usize>,
    read: usize,
    /// The day of the entry that was looked at last: those of one day stand together, and a calendar is slow.
    day: Option<Period>,
}

impl Search {
    /// Begins before the first entry.
    pub fn of(query: Query) -> Self {
        Self { query, ..Self::default() }
    }

    /// Looks at the next entry: what both clocks say of it, and what is [`told()`] of it.
    pub fn look_at(&mut self, when: When, zone: &impl TimeZone, told: &dyn Fn() -> String) {
        self.read += 1;
        let day = self.day.filter(|day| day.contains(when.at));
        let day = day.unwrap_or_else(|| {
            let day = calendar::day_at(when.at, zone);
            Period::days(day, day, zone)
        });
        self.day = Some(day);
        let own = when.true_on.unwrap_or(day.first);
        let days = if own == day.first { &[own][..] } else { &[day.first, own] };
        if self.query.finds(days, told) {
            self.found.push(self.read);
        }
    }

    /// Whether nothing is looked for.
    pub fn is_for_nothing(&self) -> bool {
        self.query.is_empty()
    }

    /// How many entries it has looked at.
    pub fn read(&self) -> usize {
        self.read
    }

    /// The numbers of the entries that were found, in their order.
    pub fn found(&self) -> &[usize] {
        &self.found
    }

    /// Whether this entry was found.
    pub fn has(&self, entry: usize) -> bool {
        self.found.binary_search(&entry).is_ok()
    }

    /// How many of those that were found stand before this entry.
    pub fn before(&self, entry: usize) -> usize {
        self.found.partition_point(|found| *found < entry)
    }

    /// The entries that a chart of so many columns marks: of those in one column the first.
    pub fn marks(&self, last: usize, columns: usize) -> Vec<usize> {
        let span = last.div_ceil(columns.max(1)).max(1);
        let mut marks = Vec::new();
        let mut at = 0;
        while let Some(entry) = self.found.get(at) {
            marks.push(*entry);
            at = self.before(entry.next_multiple_of(span) + 1);
        }
        marks
    }
}
