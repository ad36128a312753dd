//! The calendar of the stories: where their days lie on the reader's.
//!
//! The stories were thought of in the first months of 2026, and told on [`NOW`]. Wherever they are told, their
//! March is the current month.

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, TimeZone, Utc};

use crate::calendar::{Month, instant};

/// “Now” where the stories were thought of: 20 March 2026, 09:00 UTC, in milliseconds.
pub const NOW: i64 = 1_773_997_200_000;

/// The reader's calendar, on which a story is told.
#[derive(Clone, Copy, Debug)]
pub struct Dates<'a, Z> {
    /// Now, where the story is told.
    pub now: DateTime<Utc>,
    /// Where that is.
    pub zone: &'a Z,
}

impl<Z: TimeZone> Dates<'_, Z> {
    /// Where a moment of the story (month 1 to 3) lies; `None` while it lies in the future.
    pub fn place(&self, month: u32, day: u32, hour: u32, minute: u32) -> Option<DateTime<Utc>> {
        let this_month = Month::of(self.now.with_timezone(self.zone).date_naive());
        match month {
            1 => Some(self.at(this_month.previous().previous(), day, hour, minute)),
            2 => Some(self.at(this_month.previous(), last_of_february(day), hour, minute)),
            _ => self.squeeze(this_month, day, hour, minute),
        }
    }

    fn at(&self, month: Month, day: u32, hour: u32, minute: u32) -> DateTime<Utc> {
        let time = NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default();
        instant(month.day(day).and_time(time), self.zone)
    }

    /// Moves a moment of the story's March as much closer to the start of the month as `now` is
    /// closer to it than it was in the story.
    fn squeeze(&self, month: Month, day: u32, hour: u32, minute: u32) -> Option<DateTime<Utc>> {
        let start = month.period(self.zone).from;
        let passed = self.now - start;
        if passed >= TimeDelta::milliseconds(NOW - march_first()) {
            return Some(self.at(month, day, hour, minute));
        }
        if passed < TimeDelta::minutes(1) {
            return None;
        }
        let minutes = ((i64::from(day) - 1) * 24 + i64::from(hour)) * 60 + i64::from(minute);
        let share = minutes * 60_000 * passed.num_milliseconds() / (NOW - march_first());
        Some(start + TimeDelta::milliseconds(share))
    }
}

/// The story's fee is charged in the last minute of February, so it belongs to a month's last day.
fn last_of_february(day: u32) -> u32 {
    if day == 28 { 31 } else { day }
}

/// The start of the story's March, in milliseconds.
fn march_first() -> i64 {
    NaiveDate::from_ymd_opt(2026, 3, 1)
        .map_or(0, |day| day.and_time(NaiveTime::MIN).and_utc().timestamp_millis())
}
