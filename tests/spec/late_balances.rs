//! After a late entry, how high and how low the balance ever was: as it is known now, and by the order
//! of writing where that says something else.

use chrono::{TimeDelta, Utc};
use diary::{Diary, When};
use examples::{
    Money,
    bank::{
        self,
        Account::{Everyday, Savings},
        Bank, Event,
        questions::Question,
    },
    calendar::{Calendar, Month},
    questions::{Answer, Finding, Value, Verdict, own::Span},
};

use crate::{
    own_stories::question,
    true_days::day,
    truths::{now, row_of},
    verdicts::after_all,
};

/// The story, and then what was late: written on 20 March.
fn with_late(late: &[(i64, (u32, u32))]) -> Diary<Event> {
    let mut diary = course::course().bank;
    for &(cents, (month, date)) in late {
        let when = When { at: now(), true_on: Some(day(2026, month, date)) };
        let amount = Money::cents(cents.abs());
        let event = match cents {
            0.. => Event::Deposited { account: Everyday, amount },
            _ => Event::Withdrawn { account: Everyday, amount },
        };
        diary.append(when, [event]);
    }
    diary
}

fn ask(diary: &Diary<Event>, question: Question) -> Vec<Answer> {
    question.ask(&Everyday, diary, &row_of::<Bank>(diary), &after_all(Utc))
}

fn below(diary: &Diary<Event>, cents: i64) -> (String, String, Vec<usize>) {
    let found = ask(diary, Question::EverBelow { limit: Money::cents(cents) }).remove(0).diary;
    let entries = found.rests_on.iter().map(|part| part.entry).collect();
    (found.words(&Utc), found.note, entries)
}

fn says(value: &str, note: &str, entries: &[usize]) -> (String, String, Vec<usize>) {
    (value.into(), note.into(), entries.to_vec())
}

#[test]
fn a_cheque_that_came_late_was_there_on_its_day() {
    let diary = with_late(&[(500_00, (1, 20))]);
    let at_end = ask(&diary, Question::BalanceOn { day: day(2026, 1, 24) }).remove(1).diary.value;
    assert_eq!(at_end, Value::Money(Money::cents(880_00)));
    let note = "not since the first money came in; by the order of writing: yes, 380.00";
    assert_eq!(below(&diary, 400_00), says("no", note, &[]));
    let highest = ask(&diary, Question::HighestBalance).remove(0).diary;
    assert_eq!(highest.value, Value::Money(Money::cents(1_080_00)));
    let note = "after entry 4 on 3 February 2026; by the order of writing: 990.00, after entry 12";
    assert_eq!((highest.note.as_str(), highest.version), (note, 12));
    let entries: Vec<_> = highest.rests_on.iter().map(|part| part.entry).collect();
    assert_eq!(entries, [2, 3, 4, 12]);
}

#[test]
fn a_withdrawal_that_came_late_was_missing_on_its_day() {
    let diary = with_late(&[(-100_00, (1, 24))]);
    let note =
        "3 times since the first money came in; by the order of writing: yes, 380.00, 390.00";
    assert_eq!(below(&diary, 400_00), says("yes: 380.00, 330.00, 345.00", note, &[3, 6, 9]));
    // It was less than nothing then, as is known now.
    let diary = with_late(&[(-450_00, (1, 24))]);
    assert_eq!(below(&diary, 0).0, "yes: −70.00, −20.00, −5.00");
}

#[test]
fn what_makes_no_difference_is_not_said() {
    // On the day on which it was written.
    let diary = with_late(&[(500_00, (3, 20))]);
    let plain = with_late(&[]);
    assert_eq!(below(&diary, 400_00), below(&plain, 400_00));
    // After the time in which it was below.
    let diary = with_late(&[(1_00, (3, 15))]);
    assert_eq!(below(&diary, 400_00), below(&plain, 400_00));
}

#[test]
fn the_last_deposit_is_another_one_by_the_clock_of_writing() {
    let diary = with_late(&[(500_00, (2, 4))]);
    let last = own(&diary, "last", "deposits");
    assert_eq!(last.value.words(&Utc), "12 March 2026, 08:15");
    assert!(last.note.ends_with("By the day of writing: 20 March 2026, 09:00."), "{}", last.note);
    let first = own(&diary, "first", "deposits");
    assert!(!first.note.contains("writing"), "{}", first.note);
}

#[test]
fn what_was_taken_has_a_minus_and_what_was_given_back_is_told() {
    let diary = with_late(&[]);
    let fees = own(&diary, "list", "fees");
    assert_eq!(fees.words(&Utc), "1, together −5.00");
    assert_eq!(fees.note, "Given back: entry 8 by entry 10");
    let withdrawals = own(&diary, "how-much", "withdrawals");
    assert_eq!(withdrawals.words(&Utc), "2, together −180.00");
    assert_eq!(own(&diary, "how-much", "deposits").words(&Utc), "4, together 820.00");
    let (first, last) = (day(2026, 2, 1), day(2026, 2, 28));
    let card = ask(&diary, Question::FeesBetween { first, last }).remove(0).diary;
    assert_eq!(card.words(&Utc), "1, together −5.00");
}

fn own(diary: &Diary<Event>, measure: &str, topic: &str) -> Finding {
    let question = question::<Bank>(measure, topic, "everyday", Span::Any);
    let row = row_of::<Bank>(diary);
    question.answer(diary, diary.len(), &row, &after_all(Utc)).diary
}

#[test]
fn what_has_not_come_and_what_is_not_over_are_said_as_what_they_are() {
    let diary = with_late(&[]);
    let ask_on = |today, question: Question| {
        let calendar = Calendar { today, zone: Utc };
        question.ask(&Everyday, &diary, &row_of::<Bank>(&diary), &calendar)
    };
    let today = day(2026, 3, 20);
    let note = |question| match ask_on(today, question).remove(0).snapshot {
        Verdict::Knows { note, .. } => note,
        Verdict::CannotKnow { why, .. } => panic!("{why}"),
    };
    let april = Question::DepositsIn { month: Month { year: 2026, month: 4 } };
    assert_eq!(note(april), "that month has not come yet");
    let (first, last) = (day(2026, 4, 2), day(2026, 4, 8));
    assert_eq!(note(Question::FeesBetween { first, last }), "those days have not come yet");
    let one_day = Question::FeesBetween { first, last: first };
    assert_eq!(note(one_day), "that day has not come yet");
    let fees = Question::FeesBetween { first: day(2026, 3, 1), last: day(2026, 3, 31) };
    assert_eq!(ask_on(today, fees).remove(0).diary.words(&Utc), "none so far");
    assert_eq!(ask_on(day(2026, 4, 1), fees).remove(0).diary.words(&Utc), "none");
    // Savings was opened in February, when six entries had been written.
    let on = Question::BalanceOn { day: day(2026, 2, 5) };
    let start = on.ask(&Savings, &diary, &row_of::<Bank>(&diary), &after_all(Utc)).remove(0).diary;
    let said = (start.words(&Utc), start.note);
    assert_eq!(said, ("not opened yet".into(), "it was opened later, in entry 5".into()));
}

/// Late entries in a long diary: all of it is gone through once for each question, and no more.
#[test]
fn a_late_entry_in_a_long_diary_is_no_wait() {
    let mut diary = Diary::default();
    let begun = now() - TimeDelta::seconds(100_000);
    diary.append(begun, [Event::AccountOpened { account: Everyday, owner: "Ana".into() }]);
    let deposit = bank::Event::Deposited { account: Everyday, amount: Money::cents(1) };
    for seconds in 0..100_000 {
        diary.append(begun + TimeDelta::seconds(seconds), [deposit.clone()]);
    }
    for late in 0..100 {
        let true_on = now().date_naive().checked_sub_days(chrono::Days::new(late % 3));
        diary.append(When { at: now() + TimeDelta::days(1), true_on }, [deposit.clone()]);
    }
    assert_eq!(below(&diary, 2).0, "yes: 0.01");
    let highest = ask(&diary, Question::HighestBalance).remove(0).diary.value;
    assert_eq!(highest, Value::Money(Money::cents(100_100)));
}
