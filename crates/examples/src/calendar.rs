//! Days and months in a time zone that is passed in, and how they are written.
//!
//! A day is the half-open span from its first instant to the first instant of the next day. So
//! every instant lies in exactly one day, also where clocks are changed.

use std::ops::Range;

use chrono::{
    DateTime, Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone, Timelike,
    Utc,
};

use diary::{Entry, When};

/// The names of the months, January first.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Where the reader is on the calendar.
#[derive(Clone, Copy, Debug)]
pub struct Calendar<Z> {
    /// Which day it is there. A day to come has no answer yet.
    pub today: NaiveDate,
    /// What clocks show there.
    pub zone: Z,
}

/// Whole days as a half-open span of time: from its first instant up to, and without, the next one's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// The first instant in it.
    pub from: DateTime<Utc>,
    /// The first instant after it.
    pub until: DateTime<Utc>,
    /// The first day in it.
    pub first: NaiveDate,
    /// The first day after it.
    pub next: NaiveDate,
}

impl Period {
    /// Whole days, both of them included. Empty when the last lies before the first.
    pub fn days(first: NaiveDate, last: NaiveDate, zone: &impl TimeZone) -> Self {
        Self::between(first, day_after(last), zone)
    }

    /// From the first of these days up to, and without, the other one.
    fn between(first: NaiveDate, next: NaiveDate, zone: &impl TimeZone) -> Self {
        Self { from: start_of_day(first, zone), until: start_of_day(next, zone), first, next }
    }

    /// What is said of it before it comes.
    pub fn not_yet(&self) -> &'static str {
        if day_after(self.first) == self.next {
            "that day has not come yet"
        } else if Month::of(self.first) == Month::of(self.next).previous()
            && (self.first.day(), self.next.day()) == (1, 1)
        {
            "that month has not come yet"
        } else {
            "those days have not come yet"
        }
    }

    /// Whether something is true in it.
    pub fn has(&self, when: &When) -> bool {
        when.is_before(self.next, self.until) && !when.is_before(self.first, self.from)
    }

    /// Whether the instant lies in it.
    pub fn contains(&self, instant: DateTime<Utc>) -> bool {
        (self.from..self.until).contains(&instant)
    }

    /// Which of the entries were written in it: those after so many pages, up to so many. They
    /// are in the order of their times, so both ends are found by halving.
    pub fn versions<E>(&self, entries: &[Entry<E>]) -> Range<usize> {
        let before = |instant| entries.partition_point(|entry| entry.at < instant);
        let end = before(self.until);
        before(self.from).min(end)..end
    }
}

/// A month of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month {
    /// The year, such as 2026.
    pub year: i32,
    /// The month, 1 to 12.
    pub month: u32,
}

impl Month {
    /// The month in which a day lies.
    pub fn of(day: NaiveDate) -> Self {
        Self { year: day.year(), month: day.month() }
    }

    /// The month in which an instant lies.
    pub fn at(instant: DateTime<Utc>, zone: &impl TimeZone) -> Self {
        Self::of(day_at(instant, zone))
    }

    /// The month before.
    #[must_use]
    pub fn previous(self) -> Self {
        match self.month {
            ..=1 => Self { year: self.year.saturating_sub(1), month: 12 },
            month => Self { month: month - 1, ..self },
        }
    }

    /// The month after.
    #[must_use]
    pub fn next(self) -> Self {
        match self.month {
            12.. => Self { year: self.year.saturating_add(1), month: 1 },
            month => Self { month: month + 1, ..self },
        }
    }

    /// A day of the month; the last one when the month is shorter.
    pub fn day(self, day: u32) -> NaiveDate {
        let on = |day| NaiveDate::from_ymd_opt(self.year, self.month, day);
        (28..=day.max(28)).rev().find_map(|last| on(day.min(last))).unwrap_or_default()
    }

    /// The month as `<input type="month">` writes it: `2026-03`.
    pub fn text(self) -> String {
        format!("{:04}-{:02}", self.year, self.month)
    }

    /// The span of the month.
    pub fn period(self, zone: &impl TimeZone) -> Period {
        Period::between(self.day(1), self.next().day(1), zone)
    }
}

/// Reads a day as `<input type="date">` writes it: `2026-03-01`, in the years 1970 to 9999.
pub fn parse_day(text: &str) -> Option<NaiveDate> {
    let (year, rest) = text.split_once('-')?;
    let (month, day) = rest.split_once('-')?;
    let year = year.parse().ok().filter(|year| (1970..=9999).contains(year))?;
    NaiveDate::from_ymd_opt(year, month.parse().ok()?, day.parse().ok()?)
}

/// Reads a month as `<input type="month">` writes it: `2026-03`, in the years 1970 to 9999.
pub fn parse_month(text: &str) -> Option<Month> {
    parse_day(&format!("{text}-01")).map(Month::of)
}

/// The first instant at which clocks show this time, or a later one where they skip it.
///
/// Where they show it twice, it is the first time.
pub fn instant(local: NaiveDateTime, zone: &impl TimeZone) -> DateTime<Utc> {
    // Some zones (the browser's) answer for a skipped time as well, with another one.
    let found = zone.from_local_datetime(&local).earliest().map(|found| found.to_utc());
    if let Some(found) = found.filter(|found| local_time(*found, zone) == local) {
        return found;
    }
    // The time is skipped: halve the two days around it down to the moment of the change. No zone
    // has ever skipped more than one day.
    let middle = local.and_utc();
    let mut before = middle.checked_sub_signed(TimeDelta::days(2)).unwrap_or(middle);
    let mut after = middle.checked_add_signed(TimeDelta::days(2)).unwrap_or(middle);
    // In whole milliseconds, so that it ends on the change itself and not a fraction later.
    while (after - before).num_milliseconds() > 1 {
        let half = before + TimeDelta::milliseconds((after - before).num_milliseconds() / 2);
        if local_time(half, zone) < local { before = half } else { after = half }
    }
    after
}

/// The first instant of a day. A day that a zone left out starts and ends with the next one.
pub fn start_of_day(day: NaiveDate, zone: &impl TimeZone) -> DateTime<Utc> {
    instant(day.and_time(NaiveTime::MIN), zone)
}

/// The first instant after a day.
pub fn end_of_day(day: NaiveDate, zone: &impl TimeZone) -> DateTime<Utc> {
    start_of_day(day_after(day), zone)
}

/// The next day, where the calendar has one.
pub fn day_after(day: NaiveDate) -> NaiveDate {
    day.checked_add_days(Days::new(1)).unwrap_or(day)
}

/// The day in which an instant lies.
pub fn day_at(instant: DateTime<Utc>, zone: &impl TimeZone) -> NaiveDate {
    // Where clocks are set back over midnight, they show the day before once more when the next
    // one has begun.
    let shown = local_time(instant, zone).date();
    if instant < end_of_day(shown, zone) { shown } else { shown.succ_opt().unwrap_or(shown) }
}

/// The day on which something is true: its own, unless it was written before that.
pub fn true_day(when: &When, zone: &impl TimeZone) -> NaiveDate {
    let written = day_at(when.at, zone);
    when.true_on.map_or(written, |own| own.min(written))
}

/// How long it is from an instant until the next day begins.
pub fn until_next_day(instant: DateTime<Utc>, zone: &impl TimeZone) -> TimeDelta {
    end_of_day(day_at(instant, zone), zone) - instant
}

/// What clocks in the zone show at an instant.
pub fn local_time(instant: DateTime<Utc>, zone: &impl TimeZone) -> NaiveDateTime {
    instant.with_timezone(zone).naive_local()
}

/// `1 March 2026`.
pub fn day_words(day: NaiveDate) -> String {
    format!("{} {}", day.day(), month_words(Month::of(day)))
}

/// `1 March`, whose parts stay on one line.
pub fn day_of_month_words(day: NaiveDate) -> String {
    let words = day_words(day);
    words.rsplit_once(' ').map_or_else(String::new, |(words, _year)| words.replace(' ', "\u{a0}"))
}

/// `1 February and 28 February 2026`: of two days in one year it is said once.
pub fn days_words(first: NaiveDate, last: NaiveDate) -> String {
    let (words, year) = (day_words(first), first.year().to_string());
    let short = words.strip_suffix(&year).filter(|_| first.year() == last.year());
    format!("{} and {}", short.unwrap_or(&words).trim_end(), day_words(last))
}

/// `1 Mar 2026`, for where room is short.
pub fn short_day(day: NaiveDate) -> String {
    let name = MONTHS.get(day.month0() as usize).and_then(|name| name.get(..3)).unwrap_or_default();
    format!("{} {name} {}", day.day(), day.year())
}

/// `March 2026`.
pub fn month_words(month: Month) -> String {
    let name = (1..).zip(MONTHS).find_map(|(at, name)| (at == month.month).then_some(name));
    format!("{} {}", name.unwrap_or_default(), month.year)
}

/// `1 March 2026, 10:30`.
pub fn moment_words(at: DateTime<Utc>, zone: &impl TimeZone) -> String {
    let local = local_time(at, zone);
    format!("{}, {}", day_words(local.date()), time_words(local.time()))
}

/// When something was written; where it has a day of its own, both: `4 February 2026, written on
/// 20 March 2026, 09:00`.
pub fn when_words(when: &When, zone: &impl TimeZone) -> String {
    let written = moment_words(when.at, zone);
    match when.true_on {
        Some(day) => format!("{}, written on {written}", day_words(day)),
        None => written,
    }
}

/// `10:30`.
pub fn time_words(time: NaiveTime) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// `2 d 7 h 15 min`. Parts that are nothing are left out; less than a minute is in seconds.
pub fn span_words(span: TimeDelta) -> String {
    let parts =
        [(span.num_days(), "d"), (span.num_hours() % 24, "h"), (span.num_minutes() % 60, "min")];
    let words: Vec<_> = parts
        .iter()
        .filter(|(count, _)| *count != 0)
        .map(|(count, unit)| format!("{count} {unit}"))
        .collect();
    if words.is_empty() { format!("{} s", span.num_seconds()) } else { words.join(" ") }
}
