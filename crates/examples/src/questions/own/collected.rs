//! Entries that were collected for a question, so that any stretch of them can be counted, added up
//! and compared without going through it.
//!
//! Most entries are true when they are written, and stand in that order: a span of time is a stretch
//! of them. Those with a day of their own are kept beside them, and looked at one by one: they are
//! few, since somebody has typed a day for each.

use std::ops::Range;

use chrono::{DateTime, Utc};

use super::whole::{Found, Whole};
use crate::Money;
use diary::Entry;

/// So many of one level are one of the next. What lies at the ends of a stretch is looked at one by
/// one: at most twice so many on each level, of which there are five for a million entries.
pub(crate) const SPAN: usize = 16;

/// All of them so far, in the diary's order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Collected {
    /// Those that are true when they are written.
    pub(crate) found: Vec<Found>,
    /// The places of those with an amount that isn't nothing.
    pub(crate) moving: Vec<usize>,
    /// What each [`SPAN`] of them come to, what each so many of these do, and so on.
    levels: Vec<Vec<Whole>>,
    /// Those with a day of their own.
    pub(crate) late: Vec<Found>,
}

impl Collected {
    /// Takes in one more.
    pub(crate) fn push<E>(&mut self, entry: &Entry<E>, amount: Money, things: Option<u32>) {
        let found = Found { entry: entry.number, when: entry.when(), amount, things };
        if found.when.true_on.is_some() {
            return self.late.push(found);
        }
        if amount != Money::ZERO {
            self.moving.push(self.found.len());
        }
        self.found.push(found);
        let mut len = self.found.len();
        let mut level = 0;
        while len.is_multiple_of(SPAN) {
            let whole = self.fold(level, len - SPAN..len);
            if self.levels.len() == level {
                self.levels.push(Vec::new());
            }
            self.levels[level].push(whole);
            len = self.levels[level].len();
            level += 1;
        }
    }

    /// Whether any of them has a day of its own.
    pub(crate) fn has_late(&self) -> bool {
        !self.late.is_empty()
    }

    /// The first place with something that was written at this instant or later.
    pub(crate) fn place(&self, instant: DateTime<Utc>) -> usize {
        self.found.partition_point(|found| found.when.at < instant)
    }

    /// What some of one level come to, looked at one by one.
    pub(crate) fn fold(&self, level: usize, places: Range<usize>) -> Whole {
        match level.checked_sub(1) {
            None => self.found[places].iter().map(Whole::of).fold(Whole::default(), Whole::and),
            Some(level) => {
                self.levels[level][places].iter().copied().fold(Whole::default(), Whole::and)
            }
        }
    }
}
