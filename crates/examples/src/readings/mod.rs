//! Many reports of one diary: the same entries, gathered for different questions.
//!
//! Each is a [`Projection`]: it holds nothing that the entries don't, so it can be thrown away and
//! filled again. As a [`ReportTable`] it can be shown beside any other.

mod statement;

use chrono::{DateTime, TimeZone, Utc};

use super::{
    Amount, Citation, Describe,
    calendar::{local_time, short_day, time_words},
};
use diary::{Checkpointed, Entry, Projection};

/// A projection that can be shown as a table.
pub trait Report: Projection {
    /// What it has gathered from these entries, with times as clocks in the zone show them, and
    /// with at most the latest `most` rows.
    fn table(&self, read: &[Entry<Self::Event>], zone: &impl TimeZone, most: usize) -> ReportTable;
}

/// A reading as it is shown, whatever it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportTable {
    /// What the reading is called.
    pub name: &'static str,
    /// The question that it answers.
    pub question: &'static str,
    /// What stands above each column.
    pub columns: Vec<String>,
    /// How many earlier rows are left out.
    pub left_out: usize,
    /// The rows, in the order of what they tell of.
    pub rows: Vec<Row>,
    /// What all rows come to, also those that are left out.
    pub foot: Option<Row>,
    /// What is counted nowhere in the last row, as a sentence.
    pub note: Option<String>,
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// A cell for each column.
    pub cells: Vec<Cell>,
    /// The entries that it rests on. Where they say by how much they changed something, these
    /// changes sum to the last amount in the row.
    pub rests_on: Vec<Citation>,
}

/// One cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Words; may be empty.
    Text(String),
    /// An amount.
    Amount(Amount),
}

/// An example that has reports.
pub trait Reports: Describe {
    /// What writes a line, so that a reading which stands still is seen to be late.
    const FOR_EXAMPLE: &'static str;

    /// Opens each of them.
    fn each(open: &mut impl OpenReport<Self>);
}

/// Whoever opens reports, each of a type of its own.
pub trait OpenReport<D: Describe> {
    /// Opens this one.
    fn open<P>(&mut self)
    where
        P: Report<Event = D::Event> + Clone + PartialEq + Send + Sync + 'static;
}

/// The table of a reading as far as it has read, which may be behind these entries.
pub fn table<P: Report>(
    bookmarked: &Checkpointed<P>,
    entries: &[Entry<P::Event>],
    zone: &impl TimeZone,
    most: usize,
) -> ReportTable {
    let read = entries.get(..bookmarked.version()).unwrap_or(entries);
    bookmarked.reading().table(read, zone, most)
}

impl Cell {
    pub(crate) fn text(words: impl Into<String>) -> Self {
        Self::Text(words.into())
    }

    /// A moment, in a few words.
    pub(crate) fn moment(at: DateTime<Utc>, zone: &impl TimeZone) -> Self {
        Self::Text(short_moment(at, zone))
    }
}

/// `1 Mar 2026, 10:30`.
pub(crate) fn short_moment(at: DateTime<Utc>, zone: &impl TimeZone) -> String {
    let local = local_time(at, zone);
    format!("{}, {}", short_day(local.date()), time_words(local.time()))
}

/// What stands above the columns of most tables.
pub(crate) fn headings<const N: usize>(words: [&str; N]) -> Vec<String> {
    words.map(str::to_owned).into()
}

/// How many are left out when at most `most` are shown, and the latest of them, which are.
pub(crate) fn latest<T>(all: &[T], most: usize) -> (usize, &[T]) {
    let left_out = all.len().saturating_sub(most);
    (left_out, all.get(left_out..).unwrap_or_default())
}
