//! The parcel's reports and its figure by two clocks.

use chrono::{NaiveDate, TimeDelta, Utc};
use diary::project;
use examples::{
    Citation, Statement, Value,
    compare::compare,
    parcel::{
        Event, Legs, Parcel,
        reports::{Stops, Tries},
    },
    two_clocks::{Edge, TwoClocks},
};
use proptest::prelude::*;

use crate::{
    golden::three_tries,
    parcel_story::story,
    random::{Tale, check, scripts},
    readings::{is_shown_as, shown},
    true_days::with_days,
};

#[test]
fn the_stops_tell_how_long_it_lay_where() {
    let table = shown::<Stops>(story().entries(), &Utc, 3);
    assert_eq!((table.name, table.left_out), ("Stops", 1));
    let rows = [
        "Hanover | 6 Feb 2026, 00:25 | 6 Feb 2026, 04:05 | 3 h 40 min [5 6]",
        "Leipzig | 6 Feb 2026, 07:50 | 9 Feb 2026, 07:15 | 2 d 23 h 25 min [7 8]",
        "Leipzig | 9 Feb 2026, 18:05 | 10 Feb 2026, 07:20 | 13 h 15 min [10 11]",
    ];
    is_shown_as(&table, "Depot | Arrived | Left | Stayed", &rows, None);
    let table = shown::<Stops>(story().until(7), &Utc, 1);
    let rows = ["Leipzig | 6 Feb 2026, 07:50 | not yet |  [7]"];
    is_shown_as(&table, "Depot | Arrived | Left | Stayed", &rows, None);
}

#[test]
fn the_tries_tell_why_they_failed_and_what_came_next() {
    let columns = "Try | When | Why it failed | What came next";
    let rows = [
        "1 | 9 Feb 2026, 10:40 | nobody at home | back at Leipzig [9 10]",
        "2 | 10 Feb 2026, 11:15 | the bell is broken | handed over to Ben, next door [12 13]",
    ];
    is_shown_as(&shown::<Tries>(story().entries(), &Utc, 9), columns, &rows, None);
    let rows = [
        "2 | 9 Feb 2026, 13:40 | nobody at home | tried again [6 7]",
        "3 | 9 Feb 2026, 17:05 | a dog | sent back [7 8]",
    ];
    is_shown_as(&shown::<Tries>(three_tries().entries(), &Utc, 2), columns, &rows, None);
}

#[test]
fn the_statement_counts_the_legs() {
    let table = shown::<Statement<Parcel>>(story().entries(), &Utc, 2);
    let rows = [
        "10 Feb 2026, 11:15 | Delivery tried: the bell is broken | 4 [12]",
        "10 Feb 2026, 11:30 | Handed over to Ben, next door | 5 [13]",
    ];
    is_shown_as(&table, "When | What | Legs", &rows, None);
    let statement: Statement<Parcel> = project(story().entries());
    let sum = statement.figure(0).unwrap().sum(13, 2).unwrap();
    let terms: Vec<_> = sum.terms.iter().map(|(at, by)| (*at, by.term())).collect();
    assert_eq!(sum.result.to_string(), "5");
    assert_eq!(terms, [(10, "+ 1".to_owned()), (13, "+ 1".to_owned())]);
    assert_eq!(sum.carried.map(|(entry, sum)| (entry, sum.to_string())), Some((7, "3".into())));
}

/// A depot, the entry that came, and the one that went with how long it took.
type Stay = (String, usize, Option<(usize, TimeDelta)>);

/// Every stop is what a plain loop finds, and so is every try.
#[test]
fn every_report_is_a_plain_loop() {
    check(scripts(), |script| {
        let diary = Tale::<Parcel>::of(&script).diary;
        let stops: Stops = project(diary.entries());
        let mut naive: Vec<Stay> = Vec::new();
        let mut reasons = Vec::new();
        let mut came = None;
        for entry in diary.entries() {
            match &entry.event {
                Event::Arrived { depot } => {
                    naive.push((depot.to_string(), entry.number, None));
                    came = Some(entry.at);
                }
                Event::Left { .. } => {
                    let took = entry.at - came.expect("it leaves where it came");
                    naive.last_mut().unwrap().2 = Some((entry.number, took));
                }
                Event::DeliveryTried { reason } => reasons.push((entry.number, reason.clone())),
                _ => {}
            }
        }
        let found = stops.stops().iter().map(|stop| {
            let left = stop.left.map(|(entry, _)| (entry, stop.took().unwrap()));
            (stop.depot.to_string(), stop.arrived.0, left)
        });
        prop_assert_eq!(found.collect::<Vec<_>>(), naive);
        let tries: Tries = project(diary.entries());
        let found = tries.tries().iter().map(|one| (one.entry.0, one.reason.clone()));
        prop_assert_eq!(found.collect::<Vec<_>>(), reasons);
        for one in tries.tries() {
            // What comes next is the next entry.
            let next = diary.entry(one.entry.0 + 1).map(|next| next.number);
            prop_assert_eq!(one.then.as_ref().map(|(entry, _)| *entry), next);
        }
        Ok(())
    });
}

#[test]
fn two_moments_of_a_parcel_differ_by_these_entries() {
    let told = |from, to| -> Vec<String> {
        let found = compare::<Parcel>(story().entries(), from, to);
        let words = found.iter().map(|it| {
            let change =
                it.change.map(|change| format!(" ({})", change.term())).unwrap_or_default();
            let by: Vec<_> = it.by.iter().map(|part| part.entry.to_string()).collect();
            let (before, after) = (it.before.words(&Utc), it.after.words(&Utc));
            format!("{}: {before}, then {after}{change} by {}", it.name, by.join(" "))
        });
        words.collect()
    };
    let expected = [
        "Legs: 3, then 5 (+ 2) by 10 13",
        "Status: in a depot, then handed over by 8 10 11 13",
        "Place: at Leipzig, then with Ben, next door by 8 10 11 13",
        "Failed tries: none, then 2 (+ 2) by 9 12",
    ];
    assert_eq!(told(7, 13), expected);
    // It was at Leipzig both times.
    let expected = ["Legs: 3, then 4 (+ 1) by 10", "Failed tries: none, then 1 (+ 1) by 9"];
    assert_eq!(told(7, 10), expected);
    assert!(told(0, 1)[0].starts_with("Legs: no parcel yet, then none (+ 0) by 1"));
}

#[test]
fn legs_are_looked_at_by_two_clocks() {
    let day = |day| NaiveDate::from_ymd_opt(2026, 2, day).unwrap();
    // That it came back to Leipzig on Monday was written on Tuesday.
    let mut days = vec![None; 13];
    days[12] = Some(day(9));
    let diary = with_days(&story(), &days);
    let clocks = TwoClocks::of::<Parcel>(Some(&Legs), diary.entries());
    let at = |true_at, known_at| clocks.at(true_at, known_at, &Utc);
    let monday = Edge::EndOf(day(9));
    assert_eq!(at(monday, monday).value, Value::Count(4));
    let now = at(monday, Edge::EndOf(day(10)));
    assert_eq!(now.value, Value::Count(5));
    assert_eq!(now.total().map(|total| total.to_string()).as_deref(), Some("5"));
    let last = Citation { entry: 13, change: Some(examples::Amount::Count(1)) };
    assert_eq!(now.rests_on.last(), Some(&last));
    assert_eq!(at(Edge::EndOf(day(4)), monday).value, Value::Nothing("not registered yet"));
    assert_eq!(at(Edge::StartOf(day(6)), monday).value.words(&Utc), "1");
}
