//! Days and months share out all of time: nothing is counted twice, and nothing is left out.

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use chrono_tz::{TZ_VARIANTS, Tz};
use diary::{Diary, Snapshot};
use examples::{
    Money,
    bank::{Account, Bank, Event, questions::Question},
    calendar::{Month, end_of_day, local_time, start_of_day},
    questions::{
        Value,
        own::{Months, Queryable, Span},
    },
};
use proptest::{prelude::*, sample::select};

use crate::random::{Sample, Tale, check, scripts};
use crate::verdicts::after_all;

/// Any zone that there is, with those in front that do odd things.
pub(crate) fn any_zone() -> impl Strategy<Value = Tz> {
    let odd = vec![
        Tz::Etc__GMTPlus11,
        Tz::Etc__GMTMinus14,
        Tz::Europe__Berlin,
        Tz::Pacific__Apia,
        Tz::America__Sao_Paulo,
        Tz::Asia__Beirut,
        Tz::Africa__Cairo,
        Tz::Africa__Casablanca,
        Tz::Australia__Lord_Howe,
    ];
    prop_oneof![select(odd), select(TZ_VARIANTS.to_vec())]
}

pub(crate) fn any_day() -> impl Strategy<Value = NaiveDate> {
    // The days on which clocks have been changed in Apia, Beirut and elsewhere come up often.
    let first = |year| NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
    let days = prop_oneof![
        (Just(first(1970)), 0..365 * 130_u64),
        (Just(first(2011)), 350..370_u64),
        (Just(first(2022)), 80..90_u64),
        (Just(first(2018)), 300..315_u64),
    ];
    days.prop_map(|(first, days)| first.checked_add_days(Days::new(days)).unwrap())
}

#[test]
fn fault_27_every_instant_lies_in_one_day() {
    let before = select(vec![0_i64, 1, 999, 1_000, 3_600_000, 43_200_000]);
    check((any_zone(), any_day(), before), |(zone, day, before)| {
        let (start, end) = (start_of_day(day, &zone), end_of_day(day, &zone));
        prop_assert!(start <= end);
        // The next one starts where this one ends.
        prop_assert_eq!(start_of_day(day.succ_opt().unwrap(), &zone), end);
        prop_assert_eq!(start.timestamp_subsec_nanos(), 0, "clocks change on a whole second");
        // What clocks show inside is this day, or what they show twice; before it, no later day.
        let shown = |at: DateTime<Utc>| local_time(at, &zone).date();
        if start < end {
            prop_assert_eq!(shown(start), day);
            let last = end - TimeDelta::milliseconds(1 + before);
            prop_assert!(last < start || shown(last) == day, "{} shows {}", last, shown(last));
        }
        prop_assert!(shown(start - TimeDelta::milliseconds(1)) < day);
        Ok(())
    });
}

#[test]
fn fault_28_every_instant_lies_in_its_month() {
    let first_days = (1970..2100_i32, 1..=12_u32).prop_map(|(year, month)| Month { year, month });
    // An hour or a day around the first midnight of a month is where it could be another one.
    let near = prop_oneof![-7_200_000_i64..7_200_000, -90_000_000_i64..90_000_000];
    check((any_zone(), first_days, near), |(zone, month, near)| {
        let start = start_of_day(month.day(1), &zone);
        let instant = start + TimeDelta::milliseconds(near);
        let found = Month::at(instant, &zone);
        prop_assert!(found.period(&zone).contains(instant), "{:?} at {}", found, instant);
        prop_assert_eq!(found, if near < 0 { month.previous() } else { month });
        Ok(())
    });
    // In Newfoundland clocks went back from 00:01 on 1 November to 23:01 on 31 October.
    let again: DateTime<Utc> = "2009-11-01T02:45:00Z".parse().unwrap();
    assert_eq!(local_time(again, &Tz::America__St_Johns).to_string(), "2009-10-31 23:15:00");
    let november = Month { year: 2009, month: 11 };
    assert_eq!(Month::at(again, &Tz::America__St_Johns), november);
}

#[test]
fn fault_28_months_share_out_the_diary() {
    // Asking month by month finds every deposit once, in any zone.
    check((scripts(), any_zone()), |(script, zone)| {
        let tale = Tale::<Bank>::of(&script);
        let ask = |month| {
            let question = Question::DepositsIn { month };
            question
                .ask(&Account::Everyday, &tale.diary, &Snapshot::default(), &after_all(zone))
                .remove(0)
        };
        let mut found = Vec::new();
        // Random tales begin on 1 January 2026 and last less than five months.
        let mut month = Month { year: 2025, month: 12 };
        while month < (Month { year: 2026, month: 7 }) {
            let answer = ask(month);
            let period = month.period(&zone);
            prop_assert_eq!(period.until, month.next().period(&zone).from);
            found.extend(answer.diary.rests_on.iter().map(|part| part.entry));
            month = month.next();
        }
        // And so does one question for all months: the same months, cut in the same places.
        let all = Bank::usual(NaiveDate::default()).with_subject("everyday").with_span(Span::Any);
        for bar in all.by_month(tale.diary.entries(), &zone).months {
            let Value::Total { count, sum } = ask(bar.month).diary.value else {
                panic!("no total")
            };
            prop_assert_eq!((bar.count, bar.sum), (count, Some(sum)));
        }
        let deposits = tale.diary.entries().iter().filter(|entry| {
            matches!(entry.event, Event::Deposited { account: Account::Everyday, .. })
        });
        prop_assert_eq!(found, deposits.map(|entry| entry.number).collect::<Vec<_>>());
        Ok(())
    });
}

#[test]
fn every_instant_lies_in_the_month_that_is_found() {
    let near = prop_oneof![select(vec![-1_i64, 0, 1]), -7_200_000..7_200_000_i64];
    check((any_zone(), any_day(), near), |(zone, day, near)| {
        let first = Month::of(day).day(1);
        let at = start_of_day(first, &zone) + TimeDelta::milliseconds(near);
        prop_assert!(Month::at(at, &zone).period(&zone).contains(at));
        Ok(())
    });
}

#[test]
fn a_chart_shows_ten_years_and_says_what_came_before() {
    // A clock that once stood at 1970, and another that ran ahead by a century.
    let mut diary = Diary::default();
    let facts = ["1970-01-01", "2026-03-31", "2026-04-01", "2036-03-31", "2126-01-01"];
    for day in facts {
        let at = start_of_day(day.parse().unwrap(), &Utc);
        diary
            .append(at, [Event::Deposited { account: Account::Everyday, amount: Money::cents(1) }]);
    }
    let all = Bank::usual(NaiveDate::default()).with_span(Span::Any);
    let chart = |until| all.by_month(diary.until(until), &Utc);
    let ends = |months: &Months| {
        let [first, .., last] = months.months.as_slice() else { panic!("{months:?}") };
        (first.month, first.count, last.month, last.count, months.months.len(), months.earlier)
    };
    let month = |year, month| Month { year, month };
    assert_eq!(ends(&chart(3)), (month(2016, 5), 0, month(2026, 4), 1, 120, 1));
    assert_eq!(ends(&chart(4)), (month(2026, 4), 1, month(2036, 3), 1, 120, 2));
    assert_eq!(ends(&chart(5)), (month(2116, 2), 0, month(2126, 1), 1, 120, 4));
    let shown: usize = chart(4).months.iter().map(|bar| bar.count).sum();
    assert_eq!(shown, 2);
}

#[test]
fn months_follow_each_other() {
    let month = |year, month| Month { year, month };
    assert_eq!(month(2026, 1).previous(), month(2025, 12));
    assert_eq!(month(2025, 12).next(), month(2026, 1));
    let mut at = month(1999, 12);
    for _ in 0..1_000 {
        assert_eq!(at.next().previous(), at);
        assert!(at.next() > at);
        at = at.next();
    }
}

#[test]
fn the_last_day_of_a_month_is_its_last_day() {
    let last = |year, month| Month { year, month }.day(31).to_string();
    assert_eq!(last(2026, 1), "2026-01-31");
    assert_eq!(last(2026, 2), "2026-02-28");
    assert_eq!(last(2028, 2), "2028-02-29");
    assert_eq!(last(2100, 2), "2100-02-28");
    assert_eq!(last(2026, 4), "2026-04-30");
    assert_eq!(Month { year: 2026, month: 2 }.day(1).to_string(), "2026-02-01");
    assert_eq!(Month { year: 2026, month: 2 }.day(28).to_string(), "2026-02-28");
}

/// What “last month” means to someone in this zone at this moment, in UTC.
fn last_month(now: &str, zone: Tz) -> (String, String) {
    let now: DateTime<Utc> = format!("{now}:00Z").parse().unwrap();
    let month = Month::of(local_time(now, &zone).date()).previous();
    let period = month.period(&zone);
    let words = |at: DateTime<Utc>| at.format("%Y-%m-%dT%H:%M").to_string();
    (words(period.from), words(period.until))
}

#[test]
fn fault_28_last_month_is_the_reader_s() {
    let (west, east) = (Tz::Etc__GMTPlus11, Tz::Etc__GMTMinus14);
    for (now, zone, from, until) in [
        // 1 January, 1 and 31 March, 29 February.
        ("2026-01-01T00:00", Tz::UTC, "2025-12-01T00:00", "2026-01-01T00:00"),
        ("2026-03-01T00:00", Tz::UTC, "2026-02-01T00:00", "2026-03-01T00:00"),
        ("2026-03-31T23:59", Tz::UTC, "2026-02-01T00:00", "2026-03-01T00:00"),
        ("2028-02-29T12:00", Tz::UTC, "2028-01-01T00:00", "2028-02-01T00:00"),
        ("2028-03-01T00:00", Tz::UTC, "2028-02-01T00:00", "2028-03-01T00:00"),
        // In the west it is still December, or February; in the east it is not.
        ("2026-01-01T00:00", west, "2025-11-01T11:00", "2025-12-01T11:00"),
        ("2026-01-01T10:59", west, "2025-11-01T11:00", "2025-12-01T11:00"),
        ("2026-01-01T11:00", west, "2025-12-01T11:00", "2026-01-01T11:00"),
        ("2025-12-31T10:00", east, "2025-11-30T10:00", "2025-12-31T10:00"),
        ("2025-12-31T09:59", east, "2025-10-31T10:00", "2025-11-30T10:00"),
        ("2026-03-01T00:00", west, "2026-01-01T11:00", "2026-02-01T11:00"),
        ("2026-02-28T10:00", east, "2026-01-31T10:00", "2026-02-28T10:00"),
        ("2028-02-29T09:59", east, "2027-12-31T10:00", "2028-01-31T10:00"),
        ("2028-02-29T10:00", east, "2028-01-31T10:00", "2028-02-29T10:00"),
        ("2026-04-01T10:59", west, "2026-02-01T11:00", "2026-03-01T11:00"),
    ] {
        assert_eq!(last_month(now, zone), (from.into(), until.into()), "at {now} in {zone}");
    }
}

#[test]
fn fault_29_a_question_about_any_day_and_zone_is_answered() {
    // Fees and balances at the edges of the type, which a date field can't hold but a link may.
    let tale = Bank::long();
    let days = [NaiveDate::MIN, NaiveDate::MAX, NaiveDate::default()];
    for zone in [Tz::UTC, Tz::Etc__GMTPlus11, Tz::Etc__GMTMinus14, Tz::Pacific__Apia] {
        for first in days {
            for last in days {
                let fees = Question::FeesBetween { first, last };
                let answers =
                    fees.ask(&Account::Everyday, &tale.diary, &tale.row, &after_all(zone));
                assert_eq!(answers.len(), usize::from(first <= last));
            }
            let balance = Question::BalanceOn { day: first };
            assert_eq!(
                balance.ask(&Account::Everyday, &tale.diary, &tale.row, &after_all(zone)).len(),
                2
            );
        }
    }
    let never = Question::EverBelow { limit: Money::cents(i64::MIN) };
    let answer = never.ask(&Account::Everyday, &tale.diary, &tale.row, &after_all(Utc)).remove(0);
    assert_eq!(answer.diary.value, Value::No);
}
