//! The parcel PCL-1: thirteen entries, with a weekend in a depot.

use chrono::{Datelike, Days, NaiveDate, TimeDelta, TimeZone, Weekday};

use super::Event;
use crate::{
    calendar::{Month, local_time},
    story::Dates,
};
use diary::Diary;

/// The hour and the minute of the Thursday on which it begins.
const REGISTERED: (u32, u32) = (15, 20);

/// The depot in which it lies over the weekend, and to which it comes once more.
pub(super) const WEEKEND: &str = "Leipzig";

/// The story on the reader's calendar: it begins last month, on a Thursday, so that a weekend lies in it.
///
/// Hours and minutes between a parcel's entries are part of its story, so they are counted from its first
/// entry and not read off a wall clock, which may be changed in between.
pub(super) fn story(dates: &Dates<'_, impl TimeZone>) -> Diary<Event> {
    let mut diary = Diary::default();
    let first = thursday(local_time(dates.now, dates.zone).date());
    let (hour, minute) = REGISTERED;
    if let Some(registered) = dates.place(2, first.day(), hour, minute) {
        for (minutes, event) in entries() {
            diary.append(registered + TimeDelta::minutes(minutes), [event]);
        }
    }
    diary
}

/// The Thursday on which it begins, as it is told on this day.
fn thursday(today: NaiveDate) -> NaiveDate {
    let week = Month::of(today).previous().day(5).iter_days();
    week.take(7).find(|day| day.weekday() == Weekday::Thu).unwrap_or(today)
}

/// The Tuesday on which it is handed over.
pub(super) fn tuesday(today: NaiveDate) -> NaiveDate {
    let first = thursday(today);
    let tuesday = first.checked_add_days(Days::new(5)).unwrap_or(first);
    // Days begin in 1970.
    if tuesday < NaiveDate::default() { today } else { tuesday }
}

/// Minutes since the parcel was registered, and what happened.
fn entries() -> [(i64, Event); 13] {
    let arrived = |depot: &str| Event::Arrived { depot: depot.into() };
    let left = |depot: &str| Event::Left { depot: depot.into() };
    let tried = |reason: &str| Event::DeliveryTried { reason: reason.into() };
    let registered = Event::Registered {
        number: "PCL-1".into(),
        from: "Lamp shop".into(),
        to: "Ana".into(),
        grams: 2_400,
    };
    let (hour, day) = (60, 24 * 60);
    [
        // Thursday.
        (0, registered),
        (2 * hour + 25, Event::Collected {}),
        (4 * hour + 10, arrived("Hamburg")),
        (6 * hour + 50, left("Hamburg")),
        // In the night, and on Friday.
        (9 * hour + 5, arrived("Hanover")),
        (12 * hour + 45, left("Hanover")),
        (16 * hour + 30, arrived(WEEKEND)),
        // Monday.
        (3 * day + 15 * hour + 55, left(WEEKEND)),
        (3 * day + 19 * hour + 20, tried("nobody at home")),
        (4 * day + 2 * hour + 45, arrived(WEEKEND)),
        // Tuesday.
        (4 * day + 16 * hour, left(WEEKEND)),
        (4 * day + 19 * hour + 55, tried("the bell is broken")),
        (4 * day + 20 * hour + 10, Event::HandedOver { to: "Ben, next door".into() }),
    ]
}
