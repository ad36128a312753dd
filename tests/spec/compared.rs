//! Two moments of one diary: what differs, and by which entries.

use std::fmt::Debug;

use chrono::Utc;
use course::course;
use diary::replay;
use examples::{
    Amount,
    bank::Bank,
    compare::{Diffable, Difference, compare},
    order::Order,
    questions::Value,
};
use proptest::{prelude::*, sample::Index, test_runner::TestCaseError};

use crate::random::{Sample, Script, Tale, scripts};

fn bank(from: usize, to: usize) -> Vec<Difference> {
    compare::<Bank>(course().bank.entries(), from, to)
}

fn order(from: usize, to: usize) -> Vec<Difference> {
    compare::<Order>(course().order.entries(), from, to)
}

/// Name, before, after, and by how much.
fn told(differences: &[Difference]) -> Vec<(&str, String, String, Option<i64>)> {
    let told = differences.iter().map(|it| {
        let change = it.change.map(Amount::units);
        (it.name.as_str(), it.before.words(&Utc), it.after.words(&Utc), change)
    });
    told.collect()
}

fn by(difference: &Difference) -> Vec<(usize, Option<i64>)> {
    let cents = |change: Option<Amount>| change.map(Amount::units);
    difference.by.iter().map(|part| (part.entry, cents(part.change))).collect()
}

fn row<'a>(
    name: &'a str,
    before: &str,
    after: &str,
    cents: impl Into<Option<i64>>,
) -> (&'a str, String, String, Option<i64>) {
    (name, before.into(), after.into(), cents.into())
}

#[test]
fn between_two_moments_of_the_accounts() {
    let found = bank(4, 9);
    let rows = [
        row("Everyday", "580.00", "445.00", -135_00),
        row("Savings", "not open", "150.00", 150_00),
    ];
    assert_eq!(told(&found), rows);
    let changes = [(6, -150_00), (7, 80_00), (8, -5_00), (9, -60_00)];
    assert_eq!(by(&found[0]), changes.map(|(entry, cents)| (entry, Some(cents))));
    // Entry 5 opened it, which moved no money.
    assert_eq!(by(&found[1]), [(5, Some(0)), (6, Some(150_00))]);
}

#[test]
fn whichever_moment_is_the_earlier() {
    let found = bank(9, 4);
    let rows = [
        row("Everyday", "445.00", "580.00", 135_00),
        row("Savings", "150.00", "not open", -150_00),
    ];
    assert_eq!(told(&found), rows);
    let changes = [(6, 150_00), (7, -80_00), (8, 5_00), (9, 60_00)];
    assert_eq!(by(&found[0]), changes.map(|(entry, cents)| (entry, Some(cents))));
}

#[test]
fn from_the_blank_page_to_today() {
    let found = bank(0, usize::MAX);
    let rows = [
        row("Everyday", "not open", "490.00", 490_00),
        row("Savings", "not open", "150.00", 150_00),
        row("Owner", "nobody", "Ana", None),
    ];
    assert_eq!(told(&found), rows);
    assert_eq!(by(&found[2]), [(1, None)]);
    let found = order(0, 9);
    let rows = [
        row("Total", "no order yet", "20.50", 20_50),
        row("Status", "no order", "shipped", None),
        row("tea", "none", "1, together 8.50", 8_50),
        row("mug", "none", "1, together 12.00", 12_00),
    ];
    assert_eq!(told(&found), rows);
    assert_eq!(by(&found[1]), [(1, None), (8, None), (9, None)]);
    // The mug came, went and came again; the lamp that came and went makes no difference.
    assert_eq!(by(&found[3]), [(2, Some(12_00)), (4, Some(-12_00)), (5, Some(12_00))]);
}

#[test]
fn what_was_taken_back_makes_no_difference() {
    assert_eq!(order(5, 7), []);
    assert_eq!(told(&order(6, 4)).len(), 3, "the total, the mug and the lamp");
    assert_eq!(bank(7, 7), []);
    assert_eq!(bank(usize::MAX, 11), []);
    // A fee and its refund: only the withdrawal in between is left of 7 → 10.
    assert_eq!(told(&bank(7, 10)), [row("Everyday", "510.00", "450.00", -60_00)]);
    assert_eq!(by(&bank(7, 10)[0]), [(8, Some(-5_00)), (9, Some(-60_00)), (10, Some(5_00))]);
}

fn what_the_entries_changed_sums_to_the_difference<D: Sample + Diffable<Part: Debug>>(
    (script, from, to): (Script, Index, Index),
) -> Result<(), TestCaseError> {
    let diary = Tale::<D>::of(&script).diary;
    let (from, to) = (from.index(diary.len() + 1), to.index(diary.len() + 1));
    let found = compare::<D>(diary.entries(), from, to);
    let state = |version| replay::<D>(diary.until(version).iter().map(|entry| &entry.event));
    let (before, after) = (state(from), state(to));

    // Just the parts that differ, as both states hold them; those of the earlier moment come first.
    let (early, late) = if from < to { (&before, &after) } else { (&after, &before) };
    let mut parts = early.parts();
    parts.extend(late.parts().into_iter().filter(|part| !early.parts().contains(part)));
    parts.retain(|part| before.holds(part) != after.holds(part));
    let expected: Vec<_> = parts
        .iter()
        .map(|part| (D::name_of(part), before.holds(part), after.holds(part)))
        .collect();
    let told: Vec<_> =
        found.iter().map(|it| (it.name.clone(), it.before.clone(), it.after.clone())).collect();
    prop_assert_eq!(told, expected);

    let cents = |value: &Value| match value {
        Value::Money(money) | Value::Total { sum: money, .. } => Some(money.in_cents()),
        Value::Count(count) => i64::try_from(*count).ok(),
        _ => None,
    };
    for difference in &found {
        let between = (from.min(to) + 1)..=from.max(to);
        prop_assert!(difference.by.is_sorted_by(|a, b| a.entry < b.entry));
        prop_assert!(difference.by.iter().all(|part| between.contains(&part.entry)));
        prop_assert!(!difference.by.is_empty());
        let (before, after) = (cents(&difference.before), cents(&difference.after));
        let far = before.or(after).map(|_| after.unwrap_or(0) - before.unwrap_or(0));
        prop_assert_eq!(difference.change.map(Amount::units), far);
        let changes = difference.by.iter().map(|part| part.change);
        match difference.change {
            Some(change) => {
                let changes: Option<Vec<_>> = changes.collect();
                let sum: i64 = changes.expect("each has one").into_iter().map(Amount::units).sum();
                prop_assert_eq!(sum, change.units());
            }
            None => prop_assert!(changes.flatten().next().is_none()),
        }
    }

    // The other way round it is the same, with before and after exchanged.
    let turned = compare::<D>(diary.entries(), to, from);
    prop_assert_eq!(turned.len(), found.len());
    for (there, back) in turned.iter().zip(&found) {
        prop_assert_eq!(&there.name, &back.name);
        prop_assert_eq!((&there.before, &there.after), (&back.after, &back.before));
        prop_assert_eq!(there.change, back.change.map(|change| -change));
        let entries = |it: &Difference| it.by.iter().map(|part| part.entry).collect::<Vec<_>>();
        prop_assert_eq!(entries(there), entries(back));
    }
    Ok(())
}

each!(what_the_entries_changed_sums_to_the_difference, (scripts(), any::<Index>(), any::<Index>()));
