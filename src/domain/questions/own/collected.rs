//! Entries that were collected for a question, so that any stretch of them can be counted, added up
//! and compared without going through it.

use std::ops::Range;

use chrono::{DateTime, Utc};

use crate::{
    diary::Entry,
    domain::{
        Money,
        questions::{Finding, Value},
    },
};

/// So many of one level are one of the next. What lies at the ends of a stretch is looked at one by
/// one: at most twice so many on each level, of which there are five for a million entries.
const SPAN: usize = 16;

/// An entry that belongs to a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// Its number, counted from 1.
    pub(super) entry: usize,
    pub(super) at: DateTime<Utc>,
    pub(super) amount: Money,
    /// How many things it is about, where that matters.
    things: Option<u32>,
}

/// All of them so far, in the diary's order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::domain::questions) struct Collected {
    found: Vec<Found>,
    /// The places of those with an amount that isn't nothing.
    moving: Vec<usize>,
    /// What each [`SPAN`] of them come to, what each so many of these do, and so on.
    levels: Vec<Vec<Whole>>,
}

/// Some that stand together.
#[derive(Clone, Copy)]
pub(super) struct Stretch<'a> {
    all: &'a Collected,
    from: usize,
    to: usize,
}

/// What some of them come to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Whole {
    sum: Money,
    /// How many events are about a number of things, and about how many.
    events: u64,
    things: u64,
    pub(super) biggest: Option<Extreme>,
    pub(super) smallest: Option<Extreme>,
}

/// An amount that no other goes beyond.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Extreme {
    pub(super) amount: Money,
    /// The first entry that has it, and how many have it.
    pub(super) entry: usize,
    pub(super) alike: usize,
}

impl Collected {
    /// Takes in one more.
    pub(in crate::domain::questions) fn push<E>(
        &mut self,
        entry: &Entry<E>,
        amount: Money,
        things: Option<u32>,
    ) {
        if amount != Money::ZERO {
            self.moving.push(self.found.len());
        }
        self.found.push(Found { entry: entry.number, at: entry.at, amount, things });
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

    /// Those that were written after so many entries, up to so many.
    pub(super) fn stretch(&self, pages: Range<usize>) -> Stretch<'_> {
        let until = |page| self.found.partition_point(|found| found.entry <= page);
        let to = until(pages.end);
        Stretch { all: self, from: until(pages.start).min(to), to }
    }

    /// How many were written in these pages and what they come to, with the first `most` of them.
    pub(in crate::domain::questions) fn total(&self, pages: Range<usize>, most: usize) -> Finding {
        let page = pages.end;
        self.stretch(pages).total(page, most)
    }

    /// What some of one level come to, looked at one by one.
    fn fold(&self, level: usize, places: Range<usize>) -> Whole {
        match level.checked_sub(1) {
            None => self.found[places].iter().map(Whole::of).fold(Whole::default(), Whole::and),
            Some(level) => {
                self.levels[level][places].iter().copied().fold(Whole::default(), Whole::and)
            }
        }
    }
}

impl<'a> Stretch<'a> {
    pub(super) fn is_empty(self) -> bool {
        self.from == self.to
    }

    pub(super) fn len(self) -> usize {
        self.to - self.from
    }

    pub(super) fn first(self) -> Option<&'a Found> {
        self.found().first()
    }

    pub(super) fn last(self) -> Option<&'a Found> {
        self.found().last()
    }

    pub(super) fn entries(self) -> impl Iterator<Item = usize> {
        self.found().iter().map(|found| found.entry)
    }

    /// Those before an instant, and those from it on. Time never runs backwards in a diary.
    pub(super) fn split_at(self, instant: DateTime<Utc>) -> (Self, Self) {
        let middle = self.from + self.found().partition_point(|found| found.at < instant);
        (Self { to: middle, ..self }, Self { from: middle, ..self })
    }

    /// What they come to, in any number of steps that grows with their number's digits.
    pub(super) fn whole(self) -> Whole {
        let (mut from, mut to) = (self.from, self.to);
        let (mut before, mut after) = (Whole::default(), Whole::default());
        for level in 0.. {
            // Those that the next level has no whole of, on both sides.
            let start = from.next_multiple_of(SPAN).min(to);
            let end = (to - to % SPAN).max(start);
            before = before.and(self.all.fold(level, from..start));
            after = self.all.fold(level, end..to).and(after);
            if start == end {
                break;
            }
            (from, to) = (start / SPAN, end / SPAN);
        }
        before.and(after)
    }

    pub(super) fn sum(self) -> Money {
        self.whole().sum
    }

    /// How many of them are about a number of things, and about how many.
    pub(super) fn things(self) -> (u64, u64) {
        let whole = self.whole();
        (whole.events, whole.things)
    }

    /// How many there are and what they come to, as it can be seen after `page` entries.
    pub(super) fn total(self, page: usize, most: usize) -> Finding {
        let (count, sum) = (self.len(), self.sum());
        let first = self.found().iter().take(most).map(|found| (found.entry, found.amount));
        Finding::sum(Value::Total { count, sum }, sum, first, count, page)
    }

    /// What is left when they are added and taken away.
    pub(super) fn net(self, page: usize, most: usize) -> Finding {
        let moving = |place| self.all.moving.partition_point(|moving| *moving < place);
        let moving = &self.all.moving[moving(self.from)..moving(self.to)];
        let found = moving.iter().take(most).map(|place| &self.all.found[*place]);
        let first = found.map(|found| (found.entry, found.amount));
        let sum = self.sum();
        Finding::sum(Value::Money(sum), sum, first, moving.len(), page)
    }

    fn found(self) -> &'a [Found] {
        &self.all.found[self.from..self.to]
    }
}

impl Whole {
    fn of(found: &Found) -> Self {
        let Found { entry, amount, things, .. } = *found;
        let extreme = Some(Extreme { amount, entry, alike: 1 });
        Self {
            sum: amount,
            events: things.map_or(0, |_| 1),
            things: things.map_or(0, u64::from),
            biggest: extreme,
            smallest: extreme,
        }
    }

    /// This and what follows it.
    fn and(self, next: Self) -> Self {
        Self {
            sum: [self.sum, next.sum].into_iter().sum(),
            events: self.events + next.events,
            things: self.things + next.things,
            biggest: further(self.biggest, next.biggest, |next, best| next > best),
            smallest: further(self.smallest, next.smallest, |next, best| next < best),
        }
    }
}

/// The one of two that goes beyond the other; the first of two alike.
fn further(
    first: Option<Extreme>,
    next: Option<Extreme>,
    beyond: fn(Money, Money) -> bool,
) -> Option<Extreme> {
    let (Some(one), Some(other)) = (first, next) else { return first.or(next) };
    Some(match (one.amount == other.amount, beyond(other.amount, one.amount)) {
        (true, _) => Extreme { alike: one.alike + other.alike, ..one },
        (false, true) => other,
        (false, false) => one,
    })
}
