//! The two stories that everything is shown on: Ana's bank accounts, and one order.
//!
//! The course tells them on its own calendar, where today is 20 March 2026. Free play moves them
//! to the reader's: the story's March becomes the current month.

use chrono::{DateTime, NaiveDate, TimeZone, Utc};

use diary::Diary;
use examples::{
    Kind,
    bank::{self, Bank},
    calendar::Calendar,
    order::{self, Order},
    story::{self, Dates},
};

/// The two diaries of a story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stories {
    /// Ana's accounts, 11 entries.
    pub bank: Diary<bank::Event>,
    /// The order ORD-1, 9 entries.
    pub order: Diary<order::Event>,
}

/// “Now” in the course: 20 March 2026, 09:00 UTC, in milliseconds.
pub const COURSE_NOW: i64 = story::NOW;

/// The calendar that hangs in the course.
pub fn calendar() -> Calendar<Utc> {
    let now = DateTime::from_timestamp_millis(COURSE_NOW).unwrap_or_default();
    Calendar { today: now.date_naive(), zone: Utc }
}

/// The stories on the course's own calendar, in UTC.
pub fn course() -> Stories {
    free_play(DateTime::from_timestamp_millis(COURSE_NOW).unwrap_or_default(), &Utc)
}

/// The stories on the reader's calendar: a pure function of the moment and the time zone.
///
/// For every `now` the entries are in strictly rising order and none lies in the future; last
/// month has two deposits, together 280.00; and the current month starts at 505.00. When `now` is
/// earlier in its month than the course's 20 March 09:00, the month's three entries move closer
/// together, and in its first minute they have not happened yet.
pub fn free_play(now: DateTime<Utc>, zone: &impl TimeZone) -> Stories {
    let dates = Dates { now, zone };
    Stories { bank: Bank::story(&dates), order: Order::story(&dates) }
}

/// A day of the year 2026, for chapters that ask about one.
pub(super) const fn day_of_2026(month: u32, day: u32) -> NaiveDate {
    match NaiveDate::from_ymd_opt(2026, month, day) {
        Some(day) => day,
        None => NaiveDate::MIN,
    }
}
