//! A time that was typed.

use chrono::{Datelike, NaiveDate};

use crate::calendar::{MONTHS, Month, day_after, parse_day, parse_month};

/// Some days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Days {
    /// From the first one up to, and without, the other one.
    Between(NaiveDate, NaiveDate),
    /// Those of this month in any year, or this one of them.
    OfMonth(u32, Option<u32>),
}

impl Days {
    /// Reads a word.
    pub(super) fn read(word: &str) -> Option<Self> {
        let Some((from, to)) = word.split_once("..") else {
            let named = || month(word).map(|month| Self::OfMonth(month, None));
            return span(word).map(|(first, next)| Self::Between(first, next)).or_else(named);
        };
        let (from, to) = match (from, to) {
            ("", "") => return None,
            (from, "") => (span(from)?, (NaiveDate::MAX, NaiveDate::MAX)),
            ("", to) => ((NaiveDate::MIN, NaiveDate::MIN), span(to)?),
            (from, to) => (span(from)?, span(to)?),
        };
        // Whichever was typed first.
        Some(Self::Between(from.0.min(to.0), from.1.max(to.1)))
    }

    /// Reads a day and the name of a month: `1 mar`.
    pub(super) fn of_month(day: &str, name: &str) -> Option<Self> {
        let day = day.parse().ok().filter(|day| (1..=31).contains(day))?;
        Some(Self::OfMonth(month(name)?, Some(day)))
    }

    /// Whether a day is one of them.
    pub(super) fn has(self, day: NaiveDate) -> bool {
        match self {
            Self::Between(first, next) => first <= day && day < next,
            Self::OfMonth(month, of_it) => {
                day.month() == month && of_it.is_none_or(|of_it| day.day() == of_it)
            }
        }
    }
}

/// A day, a month or a year: its first day, and the first one after it.
fn span(word: &str) -> Option<(NaiveDate, NaiveDate)> {
    let of_month = |month: Month| (month.day(1), month.next().day(1));
    let day = || parse_day(word).map(|day| (day, day_after(day)));
    let year = || {
        let january = parse_month(&[word, "-01"].concat()).filter(|_| word.len() == 4)?;
        let next = Month { year: january.year + 1, ..january };
        Some((january.day(1), next.day(1)))
    };
    day().or_else(|| parse_month(word).map(of_month)).or_else(year)
}

/// The month whose name begins so, with three letters or more.
fn month(word: &str) -> Option<u32> {
    let is_it =
        |name: &&str| name.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    let at = MONTHS.iter().position(|name| word.len() >= 3 && is_it(name))?;
    u32::try_from(at + 1).ok()
}
