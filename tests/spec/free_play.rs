//! The stories on the reader's calendar hold their promises at every hour of many years.

use chrono::{DateTime, FixedOffset, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;
use course::{Stories, free_play};
use diary::{Diary, Snapshot};
use examples::{
    Money,
    bank::{self, Account},
    calendar::{Month, local_time},
    questions::Value,
};

use crate::verdicts::after_all;

fn utc(year: i32, month: u32, day: u32) -> DateTime<Utc> {
    Utc.with_ymd_and_hms(year, month, day, 0, 0, 0).unwrap()
}

/// What is promised for every moment in every zone.
#[track_caller]
fn holds_its_promises(now: DateTime<Utc>, zone: &impl TimeZone) {
    let Stories { bank, order } = free_play(now, zone);
    let this_month = Month::of(local_time(now, zone).date());
    in_order(&bank, now);
    in_order(&order, now);
    // In the month's first minute its three entries have not happened yet.
    let started = now - this_month.period(zone).from >= TimeDelta::minutes(1);
    assert_eq!(bank.len(), if started { 11 } else { 8 }, "at {now}");
    assert_eq!(order.len(), 9, "at {now}");

    let ask = |question: bank::questions::Question| {
        let answers =
            question.ask(&Account::Everyday, &bank, &Snapshot::default(), &after_all(zone.clone()));
        answers.into_iter().next().map(|answer| answer.diary.value)
    };
    let deposits = ask(bank::questions::Question::DepositsIn { month: this_month.previous() });
    let two = Value::Total { count: 2, sum: Money::cents(280_00) };
    assert_eq!(deposits, Some(two), "at {now}");
    let balance = ask(bank::questions::Question::BalanceOn { day: this_month.day(1) });
    assert_eq!(balance, Some(Value::Money(Money::cents(505_00))), "at {now}");

    let (paid, shipped) = (&order.entries()[7], &order.entries()[8]);
    let span = TimeDelta::days(2) + TimeDelta::hours(7) + TimeDelta::minutes(15);
    assert_eq!(shipped.at - paid.at, span, "at {now}");
}

#[track_caller]
fn in_order<E>(diary: &Diary<E>, now: DateTime<Utc>) {
    let entries = diary.entries();
    assert!(entries.iter().is_sorted_by(|a, b| a.at < b.at), "strictly in order at {now}");
    assert!(entries.iter().all(|entry| entry.at <= now), "not in the future at {now}");
}

#[track_caller]
fn every(step: TimeDelta, from: DateTime<Utc>, until: DateTime<Utc>, zone: &impl TimeZone) {
    let mut now = from;
    while now < until {
        holds_its_promises(now, zone);
        now += step;
    }
}

#[test]
fn at_every_hour_of_five_years_in_utc() {
    // Two of them are leap years.
    every(TimeDelta::hours(1), utc(2023, 12, 1), utc(2029, 2, 1), &Utc);
}

#[test]
fn fault_28_at_both_ends_of_the_world() {
    let step = TimeDelta::minutes(7 * 60 + 13);
    for hours in [-11, 14] {
        let zone = FixedOffset::east_opt(hours * 3_600).unwrap();
        every(step, utc(2023, 12, 1), utc(2029, 2, 1), &zone);
    }
}

#[test]
fn fault_27_where_clocks_are_changed() {
    let step = TimeDelta::minutes(31 * 60 + 13);
    for zone in [
        Tz::Europe__Berlin,
        Tz::America__New_York,
        Tz::Asia__Kathmandu,
        Tz::Australia__Lord_Howe,
        Tz::Africa__Casablanca,
        Tz::America__Havana,
    ] {
        every(step, utc(2023, 12, 1), utc(2029, 2, 1), &zone);
    }
    every(step, utc(2016, 1, 1), utc(2019, 1, 1), &Tz::America__Sao_Paulo);
    every(step, utc(2011, 11, 1), utc(2012, 4, 1), &Tz::Pacific__Apia);
}

#[test]
fn around_the_start_of_every_month() {
    let steps =
        [-60_000, -1, 0, 1, 59_999, 60_000, 60_001, 3_600_000, 1_674_000_000, 1_673_999_999];
    for zone in [Tz::UTC, Tz::Europe__Berlin, Tz::Etc__GMTPlus11, Tz::Etc__GMTMinus14] {
        let mut month = Month { year: 2023, month: 12 };
        while month.year < 2029 {
            for ms in steps {
                holds_its_promises(month.period(&zone).from + TimeDelta::milliseconds(ms), &zone);
            }
            month = month.next();
        }
    }
}

#[test]
fn it_depends_on_the_moment_and_the_zone_alone() {
    let now = utc(2028, 2, 29) + TimeDelta::hours(11);
    assert_eq!(free_play(now, &Utc), free_play(now, &Utc));
    let Stories { bank, .. } = free_play(now, &Utc);
    // The last of January takes the fee, and the leap day has its own entries by then.
    assert_eq!(bank.entries()[7].at, utc(2028, 1, 31) + TimeDelta::minutes(23 * 60 + 59));
    assert!(matches!(bank.entries()[7].event, bank::Event::FeeCharged { .. }));
    assert_eq!(bank.entries()[10].at, utc(2028, 2, 12) + TimeDelta::minutes(8 * 60 + 15));
}

#[test]
fn fault_29_a_clock_that_is_far_off_does_no_harm() {
    for now in [utc(1970, 1, 1), utc(1, 1, 1), utc(9999, 12, 31), utc(-1, 6, 1)] {
        for hours in [-11, 0, 14] {
            let zone = FixedOffset::east_opt(hours * 3_600).unwrap();
            assert_eq!(free_play(now, &zone).order.len(), 9);
        }
    }
}
