//! The diary: numbered, dated facts, written at the end and never changed.

use chrono::{DateTime, Utc};

/// One fact in the diary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry<E> {
    /// Its place in the diary, counted from 1 without gaps.
    pub number: usize,
    /// When it was written (UTC, whole milliseconds).
    pub at: DateTime<Utc>,
    /// What happened.
    pub event: E,
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
    /// Time never runs backwards in a diary: when the clock that gave `at` was set back, the entry
    /// takes the time of the one before it. Otherwise a date could not be found by halving.
    pub fn draft(
        &self,
        at: DateTime<Utc>,
        events: impl IntoIterator<Item = E>,
    ) -> impl Iterator<Item = Entry<E>> {
        let at = whole_milliseconds(at);
        let at = self.entries.last().map_or(at, |last| last.at.max(at));
        (self.len() + 1..).zip(events).map(move |(number, event)| Entry { number, at, event })
    }

    /// Writes facts at the end.
    pub fn append(&mut self, at: DateTime<Utc>, events: impl IntoIterator<Item = E>) {
        let entries: Vec<_> = self.draft(at, events).collect();
        self.entries.extend(entries);
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

    /// The diary as it was when `page` entries had been written; 0 is before anything happened.
    pub fn until(&self, page: usize) -> &[Entry<E>] {
        self.entries.get(..page).unwrap_or(&self.entries)
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

/// Stored times are whole milliseconds, so entries are too: what is written is what is read back.
fn whole_milliseconds(at: DateTime<Utc>) -> DateTime<Utc> {
    DateTime::from_timestamp_millis(at.timestamp_millis()).unwrap_or(at)
}
