//! Questions of the reader's own, asked of both stories.

use chrono::{NaiveDate, TimeZone, Utc};
use course::course;
use diary::{Diary, Snapshot};
use examples::{
    Amount, Money,
    bank::Bank,
    calendar::Month,
    order::{self, Order},
    questions::{
        Answer, Value,
        own::{MonthTotal, Months, Queryable, Question, Span},
    },
};

use crate::verdicts::{after_all, cannot_know, knows};

const JANUARY: Month = Month { year: 2026, month: 1 };
pub(crate) const FEBRUARY: Month = Month { year: 2026, month: 2 };
pub(crate) const MARCH: Month = Month { year: 2026, month: 3 };

pub(crate) fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

pub(crate) fn money(cents: i64) -> Value {
    Value::Money(Money::cents(cents))
}

pub(crate) fn total(count: usize, cents: i64) -> Value {
    Value::Total { count, sum: Money::cents(cents) }
}

pub(crate) fn at(month: u32, day: u32, hour: u32, minute: u32) -> Value {
    Value::At(Utc.with_ymd_and_hms(2026, month, day, hour, minute, 0).unwrap())
}

pub(crate) const NONE: Value = Value::Nothing("none");

/// What is said beside an honest “none” in a time: where the diary begins and ends.
const SO_FAR: &str = "The diary goes from 5 January 2026 to 12 March 2026 so far.";

/// A question as it is kept: the keys of its choices.
pub(crate) fn question<D: Queryable>(
    measure: &str,
    topic: &str,
    subject: &str,
    span: Span,
) -> Question<D> {
    let today = day(3, 20);
    let question = D::usual(today)
        .with_topic(topic)
        .with_measure(measure)
        .with_subject(subject)
        .with_span(span);
    assert_eq!(
        (question.measure().key(), question.topic_key(), question.subject_key().as_str()),
        (measure, topic, subject)
    );
    question
}

/// Asks a story, of which `version` entries have been written by now.
pub(crate) fn ask_at<D: Queryable>(
    story: &Diary<D::Event>,
    version: usize,
    question: &Question<D>,
) -> Answer {
    let (mut diary, mut row) = (Diary::default(), Snapshot::<D>::default());
    for entry in story.until(version) {
        diary.append(entry.at, [entry.event.clone()]);
        row.overwrite(entry.at, &entry.event);
    }
    question.answer(&diary, version, &row, &after_all(Utc))
}

pub(crate) fn bank(measure: &str, topic: &str, subject: &str, span: Span) -> Answer {
    ask_at::<Bank>(&course().bank, 11, &question(measure, topic, subject, span))
}

pub(crate) fn order_at(
    version: usize,
    measure: &str,
    topic: &str,
    subject: &str,
    span: Span,
) -> Answer {
    ask_at::<Order>(&course().order, version, &question(measure, topic, subject, span))
}

pub(crate) fn order(measure: &str, topic: &str, subject: &str, span: Span) -> Answer {
    order_at(9, measure, topic, subject, span)
}

/// The cited entries with what they added, in cents.
pub(crate) fn cited(answer: &Answer) -> Vec<(usize, Option<i64>)> {
    let cents = |change: Option<Amount>| change.map(Amount::units);
    answer.diary.rests_on.iter().map(|part| (part.entry, cents(part.change))).collect()
}

pub(crate) fn said(answer: &Answer) -> (&Value, usize, &str) {
    (&answer.diary.value, answer.diary.version, &answer.diary.note)
}

#[test]
fn how_much_and_how_many_in_february() {
    let february = Span::In(FEBRUARY);
    let answer = bank("how-much", "deposits", "", february);
    assert_eq!(said(&answer), (&total(2, 280_00), 8, ""));
    assert_eq!(cited(&answer), [(4, Some(200_00)), (7, Some(80_00))]);
    let why = "The snapshot holds 490.00 and 150.00. Every deposit went into that and was then \
         forgotten.";
    // Two deposits went into it: no single entry overwrote what was asked for.
    cannot_know(&answer, why, None);
    let answer = bank("how-many", "deposits", "everyday", february);
    assert_eq!(said(&answer), (&Value::Count(2), 8, ""));
    assert_eq!(answer.diary.value.words(&Utc), "2");
    assert_eq!(cited(&answer), [(4, None), (7, None)]);
    let why = "The snapshot holds 490.00. Every deposit went into that and was then forgotten.";
    cannot_know(&answer, why, None);
    // What came into Savings was a transfer.
    let answer = bank("how-much", "deposits", "savings", february);
    assert_eq!((said(&answer), cited(&answer)), ((&total(0, 0), 8, SO_FAR), vec![]));
    assert_eq!(answer.diary.value.words(&Utc), "none");
    let answer = bank("how-much", "transfers", "savings", february);
    assert_eq!(
        (answer.diary.value.clone(), cited(&answer)),
        (total(1, 150_00), vec![(6, Some(150_00))])
    );
    let answer = bank("list", "transfers", "", Span::Any);
    assert_eq!(answer.diary.value, total(1, 150_00));
}

#[test]
fn a_number_of_additions_is_not_taken_for_a_number_of_things() {
    let mugs = question("how-many", "items-added", "mug", Span::Any);
    let mut diary = course().order.clone();
    let answer = ask_at::<Order>(&diary, 9, &mugs);
    assert_eq!(said(&answer), (&Value::Count(2), 9, ""));
    let (name, price) = ("mug".into(), Money::cents(12_00));
    let at = diary.entries()[8].at;
    diary.append(at, [order::Event::ItemAdded { name, price, quantity: 3 }]);
    let answer = ask_at::<Order>(&diary, 10, &mugs);
    assert_eq!(said(&answer), (&Value::Count(3), 10, "5 things were added in all"));
}

#[test]
fn the_biggest_and_the_smallest() {
    // February had no withdrawal.
    let answer = bank("biggest", "withdrawals", "", Span::In(FEBRUARY));
    assert_eq!((said(&answer), cited(&answer)), ((&NONE, 8, SO_FAR), vec![]));
    let answer = bank("biggest", "withdrawals", "everyday", Span::Any);
    let note = "Withdrawn 120.00, 24 January 2026, 18:40";
    assert_eq!(said(&answer), (&money(120_00), 3, note));
    assert_eq!(cited(&answer), [(3, Some(120_00))]);
    let why = "The snapshot holds 490.00. Every withdrawal went into that and was then forgotten.";
    cannot_know(&answer, why, Some(4));
    let answer = bank("smallest", "deposits", "", Span::Any);
    let note = "Deposited 40.00, 12 March 2026, 08:15";
    assert_eq!(said(&answer), (&money(40_00), 11, note));
    // Of several alike it is the first: the mug came twice.
    let answer = order("smallest", "items-added", "mug", Span::Any);
    let note =
        "Item added: mug, 12.00, 18 February 2026, 14:03, the first of 2 with the same amount";
    assert_eq!(said(&answer), (&money(12_00), 2, note));
    assert_eq!(cited(&answer), [(2, Some(12_00))]);
}

#[test]
fn the_first_and_the_last() {
    let answer = bank("first", "deposits", "", Span::Any);
    assert_eq!(said(&answer), (&at(1, 10, 8, 15), 2, "Deposited 500.00"));
    assert_eq!(cited(&answer), [(2, None)]);
    assert_eq!(said(&bank("last", "deposits", "", Span::In(FEBRUARY))).1, 7);
    let answer = bank("first", "openings", "savings", Span::Any);
    assert_eq!(said(&answer), (&at(2, 10, 9, 55), 5, "Savings opened for Ana"));
    cannot_know(
        &answer,
        "The snapshot has the accounts that were opened. It did not keep when that was.",
        Some(6),
    );
    let answer = order("first", "items-removed", "", Span::Any);
    assert_eq!(said(&answer), (&at(2, 18, 14, 6), 4, "Item removed: mug"));
    assert_eq!(cited(&answer), [(4, None)]);
    let why = "The snapshot holds tea, mug. What was taken out left no trace in it.";
    cannot_know(&answer, why, Some(5));
    let answer = order("last", "items-removed", "lamp", Span::Any);
    assert_eq!(said(&answer), (&at(2, 18, 14, 16), 7, "Item removed: lamp"));
    // Nothing about the lamp was written after that.
    cannot_know(&answer, why, None);
    assert_eq!(said(&order("last", "items-removed", "tea", Span::Any)), (&NONE, 9, ""));
}

#[test]
fn a_day_a_few_days_and_entries() {
    let withdrawals = |span| bank("how-much", "withdrawals", "", span);
    assert_eq!(said(&withdrawals(Span::On(day(3, 1)))), (&total(1, 60_00), 9, ""));
    assert_eq!(said(&withdrawals(Span::On(day(3, 2)))), (&total(0, 0), 9, SO_FAR));
    // Both days are in it, whichever was chosen first.
    for (first, last) in [(day(1, 24), day(3, 1)), (day(3, 1), day(1, 24))] {
        let answer = withdrawals(Span::Between(first, last));
        assert_eq!(cited(&answer), [(3, Some(120_00)), (9, Some(60_00))]);
        assert_eq!(said(&answer), (&total(2, 180_00), 9, ""));
    }
    assert_eq!(said(&withdrawals(Span::Before(9))), (&total(1, 120_00), 8, ""));
    assert_eq!(said(&withdrawals(Span::After(3))), (&total(1, 60_00), 11, ""));
    let why = "A snapshot has no entries, so it can’t tell what came before or after an entry.";
    cannot_know(&withdrawals(Span::After(3)), why, Some(10));
    // Before the first entry and after the last there is nothing, and no number is too large.
    for span in [Span::Before(0), Span::Before(1), Span::After(11), Span::After(usize::MAX)] {
        let answer = bank("list", "everything", "", span);
        assert_eq!((&answer.diary.value, cited(&answer)), (&Value::Count(0), vec![]));
    }
    knows(&withdrawals(Span::Before(1)), &total(0, 0));
    assert_eq!(
        bank("how-many", "everything", "", Span::Before(usize::MAX)).diary.value,
        Value::Count(11)
    );
}

#[test]
fn everything_comes_to_the_balance() {
    let answer = bank("how-much", "everything", "everyday", Span::Any);
    assert_eq!(answer.diary.value, money(490_00));
    knows(&answer, &money(490_00));
    let answer = bank("how-much", "everything", "", Span::Any);
    knows(&answer, &money(640_00));
    // A transfer changes no total, so it is no term of the sum.
    let changes = [(4, 200_00), (7, 80_00), (8, -5_00)].map(|(entry, cents)| (entry, Some(cents)));
    let answer = bank("how-much", "everything", "", Span::In(FEBRUARY));
    assert_eq!((&answer.diary.value, cited(&answer)), (&money(275_00), changes.to_vec()));
    assert_eq!(
        bank("how-much", "everything", "everyday", Span::In(FEBRUARY)).diary.value,
        money(125_00)
    );
    assert_eq!(
        bank("how-much", "everything", "savings", Span::In(FEBRUARY)).diary.value,
        money(150_00)
    );
    assert_eq!(bank("how-many", "everything", "savings", Span::Any).diary.value, Value::Count(2));
}

#[test]
fn months_in_between_are_there_with_nothing() {
    let bar = |month, count, cents| MonthTotal { month, count, sum: Some(Money::cents(cents)) };
    let story = course();
    let months = |topic, span| {
        let question = question::<Bank>("how-much", topic, "", span);
        question.by_month(story.bank.entries(), &Utc)
    };
    let all = vec![bar(JANUARY, 1, 500_00), bar(FEBRUARY, 2, 280_00), bar(MARCH, 1, 40_00)];
    assert_eq!(months("deposits", Span::Any), Months { earlier: 0, months: all.clone() });
    assert_eq!(months("deposits", Span::After(2)).months, all[1..]);
    assert_eq!(
        months("withdrawals", Span::Any).months,
        [bar(JANUARY, 1, 120_00), bar(FEBRUARY, 0, 0), bar(MARCH, 1, 60_00)]
    );
    assert_eq!(months("withdrawals", Span::In(FEBRUARY)), Months::default());
    let removed = question::<Order>("how-many", "items-removed", "", Span::Any);
    let two = MonthTotal { month: FEBRUARY, count: 2, sum: None };
    assert_eq!(removed.by_month(story.order.entries(), &Utc).months, [two]);
}
