//! Days in a time zone, also where clocks are changed, and how they are written.

use chrono::{DateTime, NaiveDate, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;
use examples::calendar::{
    Month, Period, day_at, day_words, end_of_day, instant, local_time, moment_words, month_words,
    parse_day, parse_month, span_words, start_of_day, time_words, until_next_day,
};

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// `2026-03-29 01:30` in UTC.
fn at(text: &str) -> DateTime<Utc> {
    format!("{}:00Z", text.replace(' ', "T")).parse().unwrap()
}

#[track_caller]
fn lasts(zone: Tz, date: NaiveDate, from: &str, until: &str) {
    let found = (start_of_day(date, &zone), end_of_day(date, &zone));
    assert_eq!(found, (at(from), at(until)), "{date} in {zone}");
    let period = Period::days(date, date, &zone);
    assert_eq!((period.from, period.until), found);
}

#[test]
fn a_day_is_the_reader_s_day() {
    lasts(Tz::UTC, day(2026, 3, 1), "2026-03-01 00:00", "2026-03-02 00:00");
    lasts(Tz::Etc__GMTPlus11, day(2026, 3, 1), "2026-03-01 11:00", "2026-03-02 11:00");
    lasts(Tz::Etc__GMTMinus14, day(2026, 3, 1), "2026-02-28 10:00", "2026-03-01 10:00");
    lasts(Tz::Asia__Kathmandu, day(2026, 3, 1), "2026-02-28 18:15", "2026-03-01 18:15");
}

#[test]
fn fault_27_a_day_has_23_or_25_hours_where_clocks_are_changed() {
    lasts(Tz::Europe__Berlin, day(2026, 3, 29), "2026-03-28 23:00", "2026-03-29 22:00");
    lasts(Tz::Europe__Berlin, day(2026, 10, 25), "2026-10-24 22:00", "2026-10-25 23:00");
    lasts(Tz::Australia__Lord_Howe, day(2026, 10, 4), "2026-10-03 13:30", "2026-10-04 13:00");
}

#[test]
fn fault_27_a_day_may_begin_at_one_o_clock() {
    // Midnight is skipped. Not a millisecond of the day before or of this one is lost.
    for (zone, date, start) in [
        (Tz::America__Sao_Paulo, day(2018, 11, 4), "2018-11-04 03:00"),
        (Tz::Asia__Beirut, day(2022, 3, 27), "2022-03-26 22:00"),
        (Tz::Africa__Cairo, day(2026, 4, 24), "2026-04-23 22:00"),
        (Tz::America__Havana, day(2026, 3, 8), "2026-03-08 05:00"),
        (Tz::Asia__Tehran, day(2022, 3, 22), "2022-03-21 20:30"),
    ] {
        assert_eq!(start_of_day(date, &zone), at(start), "{zone}");
        assert_eq!(end_of_day(date.pred_opt().unwrap(), &zone), at(start), "{zone}");
        assert_eq!(time_words(local_time(at(start), &zone).time()), "01:00", "{zone}");
    }
}

#[test]
fn fault_27_a_day_that_shows_midnight_twice_begins_the_first_time() {
    // At midnight clocks go back to 23:00, so the day before is the longer one.
    lasts(Tz::America__Sao_Paulo, day(2018, 2, 17), "2018-02-17 02:00", "2018-02-18 03:00");
    // Here they go back from 01:00 to 00:00: both hours belong to the new day.
    lasts(Tz::America__Havana, day(2026, 11, 1), "2026-11-01 04:00", "2026-11-02 05:00");
}

#[test]
fn fault_27_a_day_that_was_left_out_is_empty() {
    let zone = Tz::Pacific__Apia;
    lasts(zone, day(2011, 12, 29), "2011-12-29 10:00", "2011-12-30 10:00");
    lasts(zone, day(2011, 12, 30), "2011-12-30 10:00", "2011-12-30 10:00");
    lasts(zone, day(2011, 12, 31), "2011-12-30 10:00", "2011-12-31 10:00");
}

#[test]
fn fault_27_a_skipped_time_is_the_moment_of_the_change() {
    let zone = Tz::Europe__Berlin;
    for (local, utc) in [
        ("2026-03-29 01:59", "2026-03-29 00:59"),
        ("2026-03-29 02:00", "2026-03-29 01:00"),
        ("2026-03-29 02:30", "2026-03-29 01:00"),
        ("2026-03-29 03:00", "2026-03-29 01:00"),
        // Shown twice, it is the first time.
        ("2026-10-25 02:30", "2026-10-25 00:30"),
        ("2026-10-25 03:00", "2026-10-25 02:00"),
    ] {
        assert_eq!(instant(at(local).naive_utc(), &zone), at(utc), "{local}");
    }
}

#[test]
fn fault_29_the_edges_of_time_do_no_harm() {
    for zone in
        [Tz::UTC, Tz::Etc__GMTPlus11, Tz::Etc__GMTMinus14, Tz::Europe__Berlin, Tz::Pacific__Apia]
    {
        for date in [NaiveDate::MIN, NaiveDate::MAX, day(1970, 1, 1), day(9999, 12, 31)] {
            assert!(start_of_day(date, &zone) <= end_of_day(date, &zone), "{date} in {zone}");
        }
        for year in [i32::MIN, i32::MAX, 0] {
            for month in [0, 1, 12, 13, u32::MAX] {
                let month = Month { year, month };
                let _ = (month.period(&zone), month.next(), month.previous(), month_words(month));
            }
        }
    }
    assert_eq!(start_of_day(day(9999, 12, 31), &Tz::UTC), at("9999-12-31 00:00"));
    let last = end_of_day(day(9999, 12, 31), &Tz::UTC);
    assert_eq!(last - start_of_day(day(9999, 12, 31), &Tz::UTC), TimeDelta::days(1));
}

#[test]
fn reads_days_as_date_fields_write_them() {
    assert_eq!(parse_day("2026-03-01"), Some(day(2026, 3, 1)));
    assert_eq!(parse_day("2028-02-29"), Some(day(2028, 2, 29)));
    assert_eq!(parse_day("1970-01-01"), Some(day(1970, 1, 1)));
    assert_eq!(parse_day("9999-12-31"), Some(day(9999, 12, 31)));
    for text in [
        "",
        "-",
        "--",
        "2026",
        "2026-03",
        "2026-02-29",
        "2026-13-01",
        "2026-00-01",
        "2026-01-32",
        "2026-01-00",
        "1969-12-31",
        "10000-01-01",
        "-2026-01-01",
        "01.03.2026",
        "2026/03/01",
        "2026-03-01T00:00",
        " 2026-03-01",
        "2026-03-01 ",
        "yyyy-mm-dd",
        "２０２６-03-01",
        "999999999999-01-01",
        "2026-4294967297-01",
        "2026--3-01",
        "2026-03-01-01",
    ] {
        assert_eq!(parse_day(text), None, "{text:?}");
    }
}

#[test]
fn reads_months_as_month_fields_write_them() {
    assert_eq!(parse_month("2026-03"), Some(Month { year: 2026, month: 3 }));
    assert_eq!(parse_month("9999-12"), Some(Month { year: 9999, month: 12 }));
    assert_eq!(Month { year: 2026, month: 3 }.text(), "2026-03");
    for text in ["", "2026", "2026-", "2026-13", "2026-00", "1969-12", "2026-03-01", "March", "-03"]
    {
        assert_eq!(parse_month(text), None, "{text:?}");
    }
}

#[test]
fn writes_days_and_moments() {
    assert_eq!(day_words(day(2026, 3, 1)), "1 March 2026");
    assert_eq!(month_words(Month { year: 2025, month: 12 }), "December 2025");
    let moment = at("2026-03-01 10:30");
    assert_eq!(moment_words(moment, &Utc), "1 March 2026, 10:30");
    assert_eq!(moment_words(moment, &Tz::Etc__GMTMinus14), "2 March 2026, 00:30");
    assert_eq!(moment_words(moment, &Tz::Etc__GMTPlus11), "28 February 2026, 23:30");
}

#[test]
fn writes_spans() {
    for (seconds, words) in [
        (0, "0 s"),
        (59, "59 s"),
        (60, "1 min"),
        (3_599, "59 min"),
        (3_600, "1 h"),
        (3_660, "1 h 1 min"),
        (86_400, "1 d"),
        (86_460, "1 d 1 min"),
        (2 * 86_400 + 7 * 3_600 + 15 * 60, "2 d 7 h 15 min"),
        (400 * 86_400, "400 d"),
    ] {
        assert_eq!(span_words(TimeDelta::seconds(seconds)), words);
    }
    assert_eq!(span_words(TimeDelta::milliseconds(999)), "0 s");
}

#[test]
fn fault_26_a_zone_can_change_between_two_looks() {
    // The same moment, read by a traveller.
    let moment = Utc.with_ymd_and_hms(2026, 2, 28, 23, 30, 0).unwrap();
    let on = |zone: &Tz| local_time(moment, zone).date();
    assert_eq!(on(&Tz::UTC), day(2026, 2, 28));
    assert_eq!(on(&Tz::Europe__Berlin), day(2026, 3, 1));
    assert_eq!(on(&Tz::America__New_York), day(2026, 2, 28));
}

/// At this instant it is that day, and so many minutes later the next one.
#[track_caller]
fn turns(zone: Tz, text: &str, date: NaiveDate, minutes: i64) {
    let (now, left) = (at(text), TimeDelta::minutes(minutes));
    assert_eq!((day_at(now, &zone), until_next_day(now, &zone)), (date, left), "{text} in {zone}");
    let next = now + left;
    assert!(day_at(next, &zone) > date, "{zone}: it is the next day then");
    assert_eq!(day_at(next - TimeDelta::milliseconds(1), &zone), date, "{zone}: and not before");
}

#[test]
fn the_next_day_begins_at_midnight_in_the_zone() {
    turns(Tz::UTC, "2026-03-31 23:58", day(2026, 3, 31), 2);
    turns(Tz::UTC, "2026-04-01 00:00", day(2026, 4, 1), 24 * 60);
    turns(Tz::Pacific__Auckland, "2026-03-31 10:58", day(2026, 3, 31), 2);
    turns(Tz::America__Los_Angeles, "2026-04-01 06:58", day(2026, 3, 31), 2);
    turns(Tz::Asia__Kathmandu, "2026-03-31 18:13", day(2026, 3, 31), 2);
}

#[test]
fn the_next_day_is_as_far_as_the_changed_clocks_make_it() {
    turns(Tz::Europe__Berlin, "2026-03-28 23:00", day(2026, 3, 29), 23 * 60);
    turns(Tz::Europe__Berlin, "2026-10-24 22:00", day(2026, 10, 25), 25 * 60);
    // Midnight is skipped: the day begins at one o’clock.
    turns(Tz::America__Sao_Paulo, "2018-11-04 02:58", day(2018, 11, 3), 2);
    turns(Tz::Africa__Cairo, "2026-04-23 21:58", day(2026, 4, 23), 2);
    // A whole day is skipped: the 29th is followed by the 31st.
    turns(Tz::Pacific__Apia, "2011-12-30 09:58", day(2011, 12, 29), 2);
    assert_eq!(day_at(at("2011-12-30 10:00"), &Tz::Pacific__Apia), day(2011, 12, 31));
}

#[test]
fn a_day_that_has_begun_does_not_end_when_clocks_go_back_over_midnight() {
    // At 00:01 clocks went back to 23:01, and showed the day before once more.
    let zone = Tz::America__St_Johns;
    turns(zone, "2010-11-07 02:29", day(2010, 11, 6), 1);
    turns(zone, "2010-11-07 02:30", day(2010, 11, 7), 25 * 60);
    assert_eq!(local_time(at("2010-11-07 02:31"), &zone).date(), day(2010, 11, 6));
    turns(zone, "2010-11-07 02:31", day(2010, 11, 7), 25 * 60 - 1);
    // At midnight they go back to 23:00: that hour is shown twice, and midnight once.
    turns(Tz::America__Sao_Paulo, "2018-02-18 01:30", day(2018, 2, 17), 90);
}
