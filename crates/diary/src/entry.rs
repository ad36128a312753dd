//! The diary: numbered, dated facts, written at the end and never changed.

use chrono::{DateTime, NaiveDate, Utc};

/// The last millisecond of the year 9999, where dates stop having four digits.
pub(super) const LAST_MILLISECOND: i64 = 253_402_300_799_999;

/// One fact in the diary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry<E> {
    /// Its place in the diary, counted from 1 without gaps.
    pub number: usize,
    /// When it was written (UTC, whole milliseconds).
    pub at: DateTime<Utc>,
    /// The day on which it is true, where that was said: a cheque of last month is written today.
    /// Without it, it is true when it is written.
    pub true_on: Option<NaiveDate>,
    /// What happened.
    pub event: E,
    /// The event as it is stored, where that is an older form than today's: the line stays what it
    /// was, and with it all links after it.
    pub old_form: Option<Box<str>>,
}

impl<E> Entry<E> {
    /// What both clocks say of it.
    pub fn when(&self) -> When {
        When { at: self.at, true_on: self.true_on }
    }
}

/// What two clocks say of a fact: when it is written, and on which day it is true. For most facts
/// that is the same, and a moment alone will do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct When {
    /// When it is written.
    pub at: DateTime<Utc>,
    /// The day on which it is true, if that is to be said.
    pub true_on: Option<NaiveDate>,
}

impl When {
    /// Whether it is true before a day, which begins at this instant. What is written is true by
    /// then: a day that had not come yet when it was written, perhaps in another zone, is no reason
    /// to leave it out of what is known.
    pub fn is_before(&self, day: NaiveDate, begins: DateTime<Utc>) -> bool {
        self.at < begins || self.true_on.is_some_and(|true_on| true_on < day)
    }
}

impl From<DateTime<Utc>> for When {
    fn from(at: DateTime<Utc>) -> Self {
        Self { at, true_on: None }
    }
}

/// All entries, in the order in which they were written.
///
/// It can be read and it can grow at its end. No method changes or removes an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diary<E> {
    entries: Vec<Entry<E>>,
}

impl<E> Default for Diary<E> {
    fn default() -> Self {
        Self { entries: Vec::new() }
    }
}

impl<E> Diary<E> {
    /// How these facts will stand in the diary once they are written: numbered and dated.
    ///
    /// Time never runs backwards in a diary: when the clock that gave the time was set back, the
    /// entry takes the time of the one before it. Otherwise a date could not be found by halving.
    /// The day on which it is true may lie anywhere.
    pub fn draft(
        &self,
        when: impl Into<When>,
        events: impl IntoIterator<Item = E>,
    ) -> impl Iterator<Item = Entry<E>> {
        let When { at, true_on } = when.into();
        let at = dated(at, self.entries.last().map(|last| last.at));
        let true_on = true_on.map(allowed);
        let numbered = (self.len() + 1..).zip(events);
        numbered.map(move |(number, event)| Entry { number, at, true_on, event, old_form: None })
    }

    /// Writes facts at the end.
    pub fn append(&mut self, when: impl Into<When>, events: impl IntoIterator<Item = E>) {
        let entries: Vec<_> = self.draft(when, events).collect();
        self.entries.extend(entries);
    }

    /// Writes an entry at the end that was read elsewhere. If it is stored in an older form, it is
    /// so here too.
    pub fn take_in(&mut self, read: Entry<E>) {
        let number = self.len() + 1;
        let at = dated(read.at, self.entries.last().map(|last| last.at));
        let true_on = read.true_on.map(allowed);
        self.entries.push(Entry { number, at, true_on, ..read });
    }

    /// A diary with nothing in it and room for so many entries. It can hold more.
    pub fn with_room(entries: usize) -> Self {
        Self { entries: Vec::with_capacity(entries) }
    }

    /// Writes at the end what stands further on in another diary. Its date needs no second look: it is not before the date
    /// of anything that stood before it there.
    pub(super) fn copy_in(&mut self, entry: &Entry<E>)
    where
        E: Clone,
    {
        self.entries.push(Entry { number: self.len() + 1, ..entry.clone() });
    }

    /// Every entry, oldest first.
    pub fn entries(&self) -> &[Entry<E>] {
        &self.entries
    }

    /// How many entries there are, which is also the number of the last one.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether nothing has happened yet.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The entry with this number, counted from 1.
    pub fn entry(&self, number: usize) -> Option<&Entry<E>> {
        self.entries.get(number.checked_sub(1)?)
    }

    /// The diary as it was when `version` entries had been written; 0 is before anything happened.
    pub fn until(&self, version: usize) -> &[Entry<E>] {
        self.entries.get(..version).unwrap_or(&self.entries)
    }

    /// The diary as it was at `instant`, with what was written in that very millisecond.
    pub fn as_of(&self, instant: DateTime<Utc>) -> &[Entry<E>] {
        self.until(self.entries.partition_point(|entry| entry.at <= instant))
    }

    /// The diary as it was just before `instant`. A day ends where the next one starts, so this is
    /// what "at the end of the day" means.
    pub fn before(&self, instant: DateTime<Utc>) -> &[Entry<E>] {
        self.until(self.entries.partition_point(|entry| entry.at < instant))
    }
}

/// The date of what is written at `at` after something dated `previous`: in whole milliseconds and
/// in the years 1970 to 9999, whatever the clock says, so that what is written can be read back.
pub(super) fn dated(at: DateTime<Utc>, previous: Option<DateTime<Utc>>) -> DateTime<Utc> {
    let ms = at.timestamp_millis().clamp(0, LAST_MILLISECOND);
    let at = DateTime::from_timestamp_millis(ms).unwrap_or_default();
    previous.map_or(at, |previous| previous.max(at))
}

/// A day in the years 1970 to 9999, for the same reason.
pub(super) fn allowed(day: NaiveDate) -> NaiveDate {
    let last = DateTime::from_timestamp_millis(LAST_MILLISECOND).unwrap_or_default();
    day.clamp(DateTime::UNIX_EPOCH.date_naive(), last.date_naive())
}
