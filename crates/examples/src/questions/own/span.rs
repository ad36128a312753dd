//! From when to when a question reaches.

use std::ops::Range;

use chrono::{NaiveDate, TimeZone};

use crate::Choice;
use crate::calendar::{Month, Period, day_words, days_words, month_words, parse_day, parse_month};
use diary::Entry;

/// The part of the diary that a question is about. Days and months are those of the reader's zone,
/// in the years 1970 to 9999.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Span {
    /// At any time.
    #[default]
    Any,
    /// On that day.
    On(NaiveDate),
    /// From the first day to the last, both of them included.
    Between(NaiveDate, NaiveDate),
    /// In that month.
    In(Month),
    /// Before the entry with this number, counted from 1.
    Before(usize),
    /// After the entry with this number.
    After(usize),
}

/// The menu: the key of each choice and its words.
const MENU: [(&str, &str); 6] = [
    ("any", "at any time"),
    ("on", "on a day"),
    ("between", "between two days"),
    ("in", "in a month"),
    ("before", "before entry"),
    ("after", "after entry"),
];

impl Span {
    /// What the menu offers.
    pub fn choices() -> Vec<Choice> {
        MENU.into_iter()
            .map(|(key, words)| Choice { key: key.into(), words: words.into() })
            .collect()
    }

    /// Its own key in the menu.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Any => "any",
            Self::On(_) => "on",
            Self::Between(..) => "between",
            Self::In(_) => "in",
            Self::Before(_) => "before",
            Self::After(_) => "after",
        }
    }

    /// What a choice of the menu begins with on the day `today`, after `version` entries: the first of
    /// this month, all of last month, and the entry that the reader looks at.
    pub fn usual(key: &str, today: NaiveDate, version: usize) -> Self {
        let last_month = Month::of(today).previous();
        match key {
            "on" => Self::On(Month::of(today).day(1)),
            "between" => Self::Between(last_month.day(1), last_month.day(31)),
            "in" => Self::In(last_month),
            "before" => Self::Before(version.max(1)),
            "after" => Self::After(version.max(1)),
            _ => Self::Any,
        }
    }

    /// The end of a sentence: “between 1 February and 28 February 2026”; empty for any time.
    pub fn words(&self) -> String {
        match *self {
            Self::Any => String::new(),
            Self::Between(first, last) if first != last => {
                format!("between {}", days_words(first, last))
            }
            Self::On(day) | Self::Between(day, _) => format!("on {}", day_words(day)),
            Self::In(month) => format!("in {}", month_words(month)),
            Self::Before(entry) => format!("before entry {entry}"),
            Self::After(entry) => format!("after entry {entry}"),
        }
    }

    /// Two days in their order, whichever was chosen first.
    pub(super) fn in_order(self) -> Self {
        match self {
            Self::Between(first, last) if last < first => Self::Between(last, first),
            _ => self,
        }
    }

    /// The span of time, unless it is told by entries or is all of it.
    pub(super) fn period(&self, zone: &impl TimeZone) -> Option<Period> {
        match *self {
            Self::On(day) => Some(Period::days(day, day, zone)),
            Self::Between(first, last) => Some(Period::days(first, last, zone)),
            Self::In(month) => Some(month.period(zone)),
            Self::Any | Self::Before(_) | Self::After(_) => None,
        }
    }

    /// Which of the entries lie in it: those after so many pages, up to so many.
    pub(super) fn versions<E>(&self, entries: &[Entry<E>], zone: &impl TimeZone) -> Range<usize> {
        let end = entries.len();
        match *self {
            Self::Before(entry) => 0..entry.saturating_sub(1).min(end),
            Self::After(entry) => entry.min(end)..end,
            _ => self.period(zone).map_or(0..end, |period| period.versions(entries)),
        }
    }

    /// How it is kept: nothing for any time, `2026-03-01`, `2026-02-01..2026-02-28`, `2026-02`, `<9`, `>9`.
    pub(super) fn text(&self) -> String {
        match self {
            Self::Any => String::new(),
            Self::On(day) => day.to_string(),
            Self::Between(first, last) => format!("{first}..{last}"),
            Self::In(month) => month.text(),
            Self::Before(entry) => format!("<{entry}"),
            Self::After(entry) => format!(">{entry}"),
        }
    }

    /// Reads what was kept.
    pub(super) fn read(text: &str) -> Option<Self> {
        if text.is_empty() {
            return Some(Self::Any);
        }
        if let Some(entry) = text.strip_prefix('<') {
            return entry.parse().ok().map(Self::Before);
        }
        if let Some(entry) = text.strip_prefix('>') {
            return entry.parse().ok().map(Self::After);
        }
        if let Some((first, last)) = text.split_once("..") {
            return Some(Self::Between(parse_day(first)?, parse_day(last)?).in_order());
        }
        parse_day(text).map(Self::On).or_else(|| parse_month(text).map(Self::In))
    }
}
