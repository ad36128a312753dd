//! The two stories that everything is shown on: Ana's bank accounts, and one order.
//!
//! The course tells them on its own calendar, where today is 20 March 2026. Free play moves them
//! to the reader's: the story's March becomes the current month.

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, TimeZone, Utc};

use diary::Diary;
use examples::{
    Money,
    bank::{self, Account},
    calendar::{Calendar, Month, instant},
    order,
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
pub const COURSE_NOW: i64 = 1_773_997_200_000;

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
    let calendar = Dates { now, zone };
    let mut stories = Stories { bank: Diary::default(), order: Diary::default() };
    for (month, day, hour, minute, event) in bank_story() {
        if let Some(at) = calendar.place(month, day, hour, minute) {
            stories.bank.append(at, [event]);
        }
    }
    // Hours and minutes between an order's entries are part of its story, so they are counted
    // from its first entry and not read off a wall clock, which may be changed in between.
    let (month, day, hour, minute) = ORDER_CREATED;
    if let Some(created) = calendar.place(month, day, hour, minute) {
        for (minutes, event) in order_story() {
            stories.order.append(created + TimeDelta::minutes(minutes), [event]);
        }
    }
    stories
}

/// The reader's calendar.
struct Dates<'a, Z> {
    now: DateTime<Utc>,
    zone: &'a Z,
}

impl<Z: TimeZone> Dates<'_, Z> {
    /// Where a moment of the story (month 1 to 3) lies; `None` while it lies in the future.
    fn place(&self, month: u32, day: u32, hour: u32, minute: u32) -> Option<DateTime<Utc>> {
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
    /// closer to it than the course's.
    fn squeeze(&self, month: Month, day: u32, hour: u32, minute: u32) -> Option<DateTime<Utc>> {
        let start = month.period(self.zone).from;
        let passed = self.now - start;
        if passed >= TimeDelta::milliseconds(COURSE_NOW - march_first()) {
            return Some(self.at(month, day, hour, minute));
        }
        if passed < TimeDelta::minutes(1) {
            return None;
        }
        let minutes = ((i64::from(day) - 1) * 24 + i64::from(hour)) * 60 + i64::from(minute);
        let share = minutes * 60_000 * passed.num_milliseconds() / (COURSE_NOW - march_first());
        Some(start + TimeDelta::milliseconds(share))
    }
}

/// The story's fee is charged in the last minute of February, so it belongs to a month's last day.
fn last_of_february(day: u32) -> u32 {
    if day == 28 { 31 } else { day }
}

/// The start of the course's March, in milliseconds.
fn march_first() -> i64 {
    NaiveDate::from_ymd_opt(2026, 3, 1)
        .map_or(0, |day| day.and_time(NaiveTime::MIN).and_utc().timestamp_millis())
}

const ORDER_CREATED: (u32, u32, u32, u32) = (2, 18, 14, 2);

/// Month, day, hour, minute (2026), and what happened.
fn bank_story() -> [(u32, u32, u32, u32, bank::Event); 11] {
    use Account::{Everyday, Savings};
    use bank::Event::{AccountOpened, Deposited, FeeCharged, FeeRefunded, Transferred, Withdrawn};
    let owner = || "Ana".to_owned();
    let cents = Money::cents;
    [
        (1, 5, 9, 0, AccountOpened { account: Everyday, owner: owner() }),
        (1, 10, 8, 15, Deposited { account: Everyday, amount: cents(500_00) }),
        (1, 24, 18, 40, Withdrawn { account: Everyday, amount: cents(120_00) }),
        (2, 3, 12, 5, Deposited { account: Everyday, amount: cents(200_00) }),
        (2, 10, 9, 55, AccountOpened { account: Savings, owner: owner() }),
        (2, 10, 10, 0, Transferred { from: Everyday, to: Savings, amount: cents(150_00) }),
        (2, 14, 19, 20, Deposited { account: Everyday, amount: cents(80_00) }),
        (2, 28, 23, 59, FeeCharged { account: Everyday, amount: cents(5_00), fee: 1 }),
        (3, 1, 10, 30, Withdrawn { account: Everyday, amount: cents(60_00) }),
        (3, 5, 11, 0, FeeRefunded { account: Everyday, amount: cents(5_00), fee: 1 }),
        (3, 12, 8, 15, Deposited { account: Everyday, amount: cents(40_00) }),
    ]
}

/// Minutes since the order was created, and what happened.
fn order_story() -> [(i64, order::Event); 9] {
    use order::{
        Event::{ItemAdded, ItemRemoved, OrderCreated, OrderShipped, PaymentReceived},
        HowMany,
    };
    let added = |name: &str, cents| ItemAdded {
        name: name.into(),
        price: Money::cents(cents),
        quantity: 1,
    };
    let removed = |name: &str| ItemRemoved { name: name.into(), quantity: HowMany::Exactly(1) };
    [
        (0, OrderCreated { number: "ORD-1".into() }),
        (1, added("mug", 12_00)),
        (3, added("tea", 8_50)),
        (4, removed("mug")),
        (9, added("mug", 12_00)),
        (13, added("lamp", 39_00)),
        (14, removed("lamp")),
        (19 * 60 + 28, PaymentReceived { amount: Money::cents(20_50) }),
        (74 * 60 + 43, OrderShipped {}),
    ]
}

/// A day of the year 2026, for chapters that ask about one.
pub(super) const fn day_of_2026(month: u32, day: u32) -> NaiveDate {
    match NaiveDate::from_ymd_opt(2026, month, day) {
        Some(day) => day,
        None => NaiveDate::MIN,
    }
}
