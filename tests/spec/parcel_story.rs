//! The story of the parcel, as it is told.

use chrono::{DateTime, Datelike, NaiveDate, TimeZone, Utc, Weekday};
use chrono_tz::Tz;
use diary::{Decider, Diary, FromEvent, project, replay};
use examples::{
    Amount, Kind, Statement,
    calendar::local_time,
    parcel::{Event, Parcel, Status},
    story::{Dates, NOW},
};

/// When (UTC), what, and how many legs it has behind it.
const STORY: [(&str, &str, &str); 13] = [
    ("2026-02-05 15:20", "Parcel PCL-1 registered: 2,400 g, from Lamp shop, to Ana", "0"),
    ("2026-02-05 17:45", "Collected from the sender", "0"),
    ("2026-02-05 19:30", "Arrived at Hamburg", "1"),
    ("2026-02-05 22:10", "Left Hamburg", "1"),
    ("2026-02-06 00:25", "Arrived at Hanover", "2"),
    ("2026-02-06 04:05", "Left Hanover", "2"),
    ("2026-02-06 07:50", "Arrived at Leipzig", "3"),
    ("2026-02-09 07:15", "Left Leipzig", "3"),
    ("2026-02-09 10:40", "Delivery tried: nobody at home", "3"),
    ("2026-02-09 18:05", "Arrived at Leipzig", "4"),
    ("2026-02-10 07:20", "Left Leipzig", "4"),
    ("2026-02-10 11:15", "Delivery tried: the bell is broken", "4"),
    ("2026-02-10 11:30", "Handed over to Ben, next door", "5"),
];

/// The story as it was thought of: in February 2026.
pub(crate) fn story() -> Diary<Event> {
    let now = DateTime::from_timestamp_millis(NOW).unwrap();
    Parcel::story(&Dates { now, zone: &Utc })
}

#[test]
fn the_parcel_is_told_as_planned() {
    let diary = story();
    let statement: Statement<Parcel> = project(diary.entries());
    let lines = diary.entries().iter().map(|entry| statement.line(entry));
    let told: Vec<_> = lines
        .map(|line| {
            let figures: Vec<_> = line.figures.iter().flatten().map(Amount::to_string).collect();
            (line.at.format("%Y-%m-%d %H:%M").to_string(), line.what, figures.join(" "))
        })
        .collect();
    let told: Vec<_> =
        told.iter().map(|(at, what, legs)| (at.as_str(), what.as_str(), legs.as_str())).collect();
    assert_eq!(told, STORY);
    let parcel: Parcel = replay(diary.entries().iter().map(|entry| &entry.event));
    assert_eq!((parcel.status(), parcel.holder()), (Status::HandedOver, "Ben, next door"));
    assert_eq!((parcel.legs(), parcel.tries()), (5, 2));
}

#[test]
fn commands_lead_to_the_story() {
    let mut parcel = Parcel::default();
    for entry in story().entries() {
        let command = Parcel::command_of(&entry.event).expect("nothing is brought along");
        assert_eq!(parcel.decide(&command), Ok(vec![entry.event.clone()]));
        parcel = parcel.evolve(&entry.event);
    }
}

#[test]
fn a_weekend_lies_in_it_wherever_and_whenever_it_is_told() {
    for zone in [Tz::UTC, Tz::Pacific__Kiritimati, Tz::America__Los_Angeles, Tz::Europe__Berlin] {
        let first = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap();
        for today in first.iter_days().take(430) {
            let local = today.and_hms_opt(9, 0, 0).unwrap();
            let Some(now) = zone.from_local_datetime(&local).earliest() else { continue };
            let diary = Parcel::story(&Dates { now: now.to_utc(), zone: &zone });
            let day = |number: usize| local_time(diary.entry(number).unwrap().at, &zone).date();
            assert_eq!(diary.len(), 13);
            assert_eq!(day(1).weekday(), Weekday::Thu, "{today}");
            assert_eq!((day(7).weekday(), day(8).weekday()), (Weekday::Fri, Weekday::Mon));
            assert_eq!(day(13).weekday(), Weekday::Tue);
            // All of it is in last month, so all of it has happened.
            let last_month = today.with_day(1).unwrap().pred_opt().unwrap();
            for number in [1, 13] {
                let told = (day(number).year(), day(number).month());
                assert_eq!(told, (last_month.year(), last_month.month()));
            }
        }
    }
}
