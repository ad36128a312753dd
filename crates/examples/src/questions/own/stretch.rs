//! Some of the entries that were collected: counted, added up and compared.

use std::ops::Range;

use chrono::{NaiveDate, TimeZone};

use super::{
    collected::{Collected, SPAN},
    whole::{Found, Whole},
};
use crate::{
    Money,
    calendar::{Month, Period, true_day},
    questions::{Case, Finding, Value},
};

/// Entries that stand together, and those with a day of their own that belong to them.
#[derive(Clone)]
pub(crate) struct Stretch<'a> {
    pub(crate) all: &'a Collected,
    pub(crate) from: usize,
    pub(crate) to: usize,
    /// In the order in which they were written.
    pub(crate) late: Vec<&'a Found>,
}

impl Collected {
    /// Those that were written after so many entries, up to so many.
    pub(crate) fn written(&self, versions: Range<usize>) -> Stretch<'_> {
        let late = self
            .late
            .iter()
            .filter(|found| (versions.start..versions.end).contains(&(found.entry - 1)));
        Stretch { late: late.collect(), ..self.on_time(versions.clone()) }
    }

    /// Those that are true in a period, by what had been written after `version` entries. `versions` are
    /// those that were written in it.
    pub(crate) fn true_in(
        &self,
        period: &Period,
        versions: Range<usize>,
        version: usize,
    ) -> Stretch<'_> {
        let late = self.late.iter();
        let late = late.filter(|found| found.entry <= version && period.has(&found.when));
        Stretch { late: late.collect(), ..self.on_time(versions) }
    }

    fn on_time(&self, versions: Range<usize>) -> Stretch<'_> {
        let until = |version| self.found.partition_point(|found| found.entry <= version);
        let to = until(versions.end);
        Stretch { all: self, from: until(versions.start).min(to), to, late: Vec::new() }
    }
}

impl<'a> Stretch<'a> {
    pub(crate) fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub(crate) fn len(&self) -> usize {
        self.to - self.from + self.late.len()
    }

    /// The one that is true first, and of those on one day the one that was written first.
    pub(crate) fn first(&self, zone: &impl TimeZone) -> Option<&'a Found> {
        self.ends().into_iter().min_by_key(|found| day_and_entry(found, zone))
    }

    /// The one that is true last.
    pub(crate) fn last(&self, zone: &impl TimeZone) -> Option<&'a Found> {
        self.ends().into_iter().max_by_key(|found| day_and_entry(found, zone))
    }

    /// All of them, in the order in which they were written.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &'a Found> {
        merged(self.on_time().iter(), self.late.iter().copied())
    }

    /// The entry of the only one.
    pub(crate) fn only(&self) -> Option<usize> {
        if self.len() == 1 { self.iter().next().map(|found| found.entry) } else { None }
    }

    /// The entry that was written first.
    pub(crate) fn first_entry(&self) -> Option<usize> {
        self.iter().next().map(|found| found.entry)
    }

    /// The entry that was written last.
    pub(crate) fn last_entry(&self) -> Option<usize> {
        let last = self.on_time().last().map(|found| found.entry);
        last.max(self.late.last().map(|found| found.entry))
    }

    /// Those of them that are true in a month.
    pub(crate) fn in_month(&self, month: Month, zone: &impl TimeZone) -> Self {
        let period: Period = month.period(zone);
        let place = |instant| self.all.place(instant).clamp(self.from, self.to);
        let late = self.late.iter().copied().filter(|found| period.has(&found.when));
        Self {
            all: self.all,
            from: place(period.from),
            to: place(period.until),
            late: late.collect(),
        }
    }

    /// What they come to, in any number of steps that grows with their number's digits.
    pub(crate) fn whole(&self) -> Whole {
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
        let late = self.late.iter().copied().map(Whole::of);
        late.fold(before.and(after), Whole::and)
    }

    pub(crate) fn sum(&self) -> Money {
        self.whole().sum
    }

    /// How many of them are about a number of things, and about how many.
    pub(crate) fn things(&self) -> (u64, u64) {
        let whole = self.whole();
        (whole.events, whole.things)
    }

    /// How many there are and what they come to.
    pub(crate) fn value(&self) -> Value {
        Value::Total { count: self.len(), sum: self.sum() }
    }

    /// How many there are and what they come to, as it can be seen after `version` entries.
    pub(crate) fn total(&self, version: usize, most: usize) -> Finding {
        let first = self.iter().take(most).map(|found| (found.entry, found.amount));
        Finding::sum(self.value(), self.sum(), first, self.len(), version)
    }

    /// The same as a list, of which each says more by `case`.
    pub(crate) fn listed(
        &self,
        version: usize,
        most: usize,
        case: impl Fn(&Found) -> Case,
    ) -> Finding {
        self.total(version, most).listing(self.iter().take(most).map(case), self.len())
    }

    /// What is left when they are added and taken away.
    pub(crate) fn net(&self, version: usize, most: usize) -> Finding {
        let moving = |place| self.all.moving.partition_point(|moving| *moving < place);
        let moving = &self.all.moving[moving(self.from)..moving(self.to)];
        let late = || self.late.iter().copied().filter(|found| found.amount != Money::ZERO);
        let count = moving.len() + late().count();
        let found = merged(moving.iter().map(|place| &self.all.found[*place]), late());
        let first = found.take(most).map(|found| (found.entry, found.amount));
        let sum = self.sum();
        Finding::sum(Value::Money(sum), sum, first, count, version)
    }

    fn on_time(&self) -> &'a [Found] {
        &self.all.found[self.from..self.to]
    }

    /// Whichever may be the first or the last of all.
    fn ends(&self) -> Vec<&'a Found> {
        let on_time = self.on_time();
        on_time.first().into_iter().chain(on_time.last()).chain(self.late.iter().copied()).collect()
    }
}

fn day_and_entry(found: &Found, zone: &impl TimeZone) -> (NaiveDate, usize) {
    (true_day(&found.when, zone), found.entry)
}

impl Found {
    /// The month in which it is true.
    pub(crate) fn month(&self, zone: &impl TimeZone) -> Month {
        Month::of(true_day(&self.when, zone))
    }

    /// The moment of it, or its day where that is its own.
    pub(crate) fn value(&self) -> Value {
        self.when.true_on.map_or(Value::At(self.when.at), Value::On)
    }
}

/// Both in the order of the diary.
fn merged<'a>(
    on_time: impl Iterator<Item = &'a Found>,
    late: impl Iterator<Item = &'a Found>,
) -> impl Iterator<Item = &'a Found> {
    let (mut on_time, mut late) = (on_time.peekable(), late.peekable());
    std::iter::from_fn(move || match (on_time.peek(), late.peek()) {
        (Some(one), Some(other)) if other.entry < one.entry => late.next(),
        (Some(_), _) => on_time.next(),
        (None, _) => late.next(),
    })
}
