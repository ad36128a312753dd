//! What can be asked of Ana's accounts, with the course's exact answers.

use chrono::{DateTime, NaiveDate, TimeZone, Utc};
use course::course;
use diary::{Diary, Snapshot};
use examples::{
    Amount, Money,
    bank::{
        Account::{self, Everyday, Savings},
        Bank, Event,
        questions::Question,
    },
    calendar::Month,
    questions::{Answer, Value, Verdict},
};

use crate::{
    mirror::begun,
    verdicts::{after_all, cannot_know, knows},
};

const MARCH: Month = Month { year: 2026, month: 3 };
const FEBRUARY: Month = Month { year: 2026, month: 2 };

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

fn money(cents: i64) -> Value {
    Value::Money(Money::cents(cents))
}

fn total(count: usize, cents: i64) -> Value {
    Value::Total { count, sum: Money::cents(cents) }
}

fn ask_of(diary: &Diary<Event>, account: Account, question: Question) -> Vec<Answer> {
    let mut row = Snapshot::<Bank>::default();
    for entry in diary.entries() {
        row.overwrite(entry.at, &entry.event);
    }
    question.ask(&account, diary, &row, &after_all(Utc))
}

/// Asks about the story, which ends on 12 March 2026.
fn ask(account: Account, question: Question) -> Vec<Answer> {
    ask_of(&course().bank, account, question)
}

fn everyday(question: Question) -> Answer {
    let mut answers = ask(Everyday, question);
    assert_eq!(answers.len(), 1);
    answers.remove(0)
}

/// The cited entries with what they added, in cents.
fn cited(answer: &Answer) -> Vec<(usize, i64)> {
    let cents = |change: Option<Amount>| change.map_or(0, Amount::units);
    answer.diary.rests_on.iter().map(|part| (part.entry, cents(part.change))).collect()
}

#[test]
fn the_balance_on_1_march_is_two_answers() {
    let answers = ask(Everyday, Question::BalanceOn { day: day(3, 1) });
    let [start, end] = answers.as_slice() else { panic!("{answers:#?}") };
    assert_eq!((start.label, end.label), ("at the start of the day", "at the end of the day"));
    assert_eq!((&start.diary.value, start.diary.version), (&money(505_00), 8));
    assert_eq!((&end.diary.value, end.diary.version), (&money(445_00), 9));
    assert_eq!(start.diary.note, "entry 8 was the last, 28 February 2026, 23:59");
    assert_eq!(end.diary.note, "entry 9 was the last, 1 March 2026, 10:30");
    let sum = [(2, 500_00), (3, -120_00), (4, 200_00), (6, -150_00), (7, 80_00), (8, -5_00)];
    assert_eq!(cited(start), sum);
    assert_eq!(cited(end), [&sum[..], &[(9, -60_00)]].concat());
    let why = "The snapshot holds 490.00, and nothing older.";
    cannot_know(start, why, Some(9));
    cannot_know(end, why, Some(10));
}

#[test]
fn the_balance_before_the_story_and_after_it() {
    for answer in ask(Everyday, Question::BalanceOn { day: day(1, 4) }) {
        assert_eq!(answer.diary.value.words(&Utc), "not opened yet");
        assert_eq!(
            (answer.diary.version, answer.diary.note.as_str()),
            (0, "nothing had happened yet")
        );
        assert_eq!(cited(&answer), []);
        let why = "The snapshot holds 490.00, and nothing older.";
        // Nothing was there that could have been overwritten.
        cannot_know(&answer, why, None);
    }
    // A day without entries, after the last change: the row held then what it holds now.
    for date in [day(3, 13), day(12, 31), NaiveDate::MAX] {
        for answer in ask(Everyday, Question::BalanceOn { day: date }) {
            assert_eq!((&answer.diary.value, answer.diary.version), (&money(490_00), 11));
            knows(&answer, &money(490_00));
        }
    }
    // And at the start of the very day of the last change, it did not.
    let last_day = ask(Everyday, Question::BalanceOn { day: day(3, 12) });
    assert_eq!(last_day[0].diary.value, money(450_00));
    assert!(matches!(last_day[0].snapshot, Verdict::CannotKnow { overwritten_by: Some(11), .. }));
    knows(&last_day[1], &money(490_00));
}

#[test]
fn both_know_the_balance_now() {
    let answer = everyday(Question::BalanceNow);
    assert_eq!((&answer.diary.value, answer.diary.version), (&money(490_00), 11));
    knows(&answer, &money(490_00));
    knows(&ask(Savings, Question::BalanceNow)[0], &money(150_00));
}

#[test]
fn the_deposits_of_february_are_two() {
    let answer = everyday(Question::DepositsIn { month: FEBRUARY });
    // The transfer is none, nor is the fee.
    assert_eq!((&answer.diary.value, answer.diary.version), (&total(2, 280_00), 8));
    assert_eq!(answer.diary.value.words(&Utc), "2, together 280.00");
    assert_eq!(cited(&answer), [(4, 200_00), (7, 80_00)]);
    let why = "The snapshot holds 490.00, one number. Every deposit was added to it and then \
               forgotten.";
    // Two deposits: no single entry overwrote what was asked for.
    cannot_know(&answer, why, None);
}

#[test]
fn a_month_without_deposits_is_an_honest_none() {
    let december = Month { year: 2025, month: 12 };
    let answer = everyday(Question::DepositsIn { month: december });
    // The account is younger than that.
    assert_eq!((&answer.diary.value, answer.diary.version), (&Value::Nothing("not opened yet"), 0));
    assert!(matches!(answer.snapshot, Verdict::CannotKnow { overwritten_by: None, .. }));
    let answer = ask(Savings, Question::DepositsIn { month: MARCH }).remove(0);
    assert_eq!((&answer.diary.value, answer.diary.version), (&total(0, 0), 11));
    assert_eq!(answer.diary.value.words(&Utc), "none");
    assert!(matches!(answer.snapshot, Verdict::CannotKnow { overwritten_by: None, .. }));
    // Nothing was written since, so there even the row knows.
    let answer = everyday(Question::DepositsIn { month: MARCH.next() });
    assert_eq!((&answer.diary.value, answer.diary.version), (&total(0, 0), 11));
    knows(&answer, &total(0, 0));
    // What came into Savings was a transfer.
    assert_eq!(ask(Savings, Question::DepositsIn { month: FEBRUARY })[0].diary.value, total(0, 0));
}

#[test]
fn fees_in_a_period() {
    let from_to = |first, last| everyday(Question::FeesBetween { first, last });
    let answer = from_to(day(2, 28), day(2, 28));
    assert_eq!((&answer.diary.value, answer.diary.version), (&total(1, 5_00), 8));
    assert_eq!(cited(&answer), [(8, 5_00)]);
    let why = "The snapshot holds 490.00, one number. Every fee was taken from it and then \
               forgotten.";
    cannot_know(&answer, why, Some(9));
    // A refund is no fee.
    for (first, last) in [(day(3, 1), day(3, 31)), (day(1, 1), day(2, 27))] {
        assert_eq!(from_to(first, last).diary.value, total(0, 0));
    }
    // Days that run backwards are no period: that is said at their field, and nothing is answered.
    let backwards = Question::FeesBetween { first: day(3, 1), last: day(2, 1) };
    assert!(ask(Everyday, backwards).is_empty());
    knows(&from_to(day(4, 1), day(4, 30)), &total(0, 0));
    assert_eq!(
        ask(Savings, Question::FeesBetween { first: day(1, 1), last: day(3, 31) })[0].diary.value,
        total(0, 0)
    );
}

#[test]
fn the_highest_balance_was_580() {
    let answer = everyday(Question::HighestBalance);
    assert_eq!((&answer.diary.value, answer.diary.version), (&money(580_00), 4));
    assert_eq!(answer.diary.note, "after entry 4");
    assert_eq!(cited(&answer), [(2, 500_00), (3, -120_00), (4, 200_00)]);
    cannot_know(
        &answer,
        "The snapshot holds 490.00. It can’t tell whether it ever held more.",
        Some(6),
    );
}

#[test]
fn did_it_ever_fall_below_400() {
    let below = |cents| everyday(Question::EverBelow { limit: Money::cents(cents) });
    let answer = below(400_00);
    assert_eq!((&answer.diary.value, answer.diary.version), (&Value::Yes, 3));
    assert_eq!(answer.diary.note, "once since the first money came in");
    assert_eq!(cited(&answer), [(3, 0)]);
    let why = "The snapshot holds 490.00. It can’t tell what it held before.";
    cannot_know(&answer, why, Some(4));
    // Exactly the limit is not below it; and before money came in, nothing was below anything.
    assert_eq!(below(380_00).diary.value, Value::No);
    assert_eq!(below(0).diary.value, Value::No);
    knows(&below(0), &Value::No);
    // It was below 510.00 from the start, and came below it twice more. It is below it now.
    assert_eq!(cited(&below(510_00)), [(2, 0), (6, 0), (8, 0)]);
    knows(&below(510_00), &Value::Yes);
    // It never was above 580.00, so it was below 900.00 all the time.
    assert_eq!(cited(&below(900_00)), [(2, 0)]);
    assert_eq!(below(900_00).diary.words(&Utc), "yes: 500.00");
}

#[test]
fn midnight_belongs_to_the_day_that_begins() {
    let midnight = Utc.with_ymd_and_hms(2026, 3, 1, 0, 0, 0).unwrap();
    let mut diary = Diary::default();
    diary.append(begun(), [Event::AccountOpened { account: Everyday, owner: "Ana".into() }]);
    diary.append(midnight, [Event::Deposited { account: Everyday, amount: Money::cents(1) }]);
    diary.append(
        midnight,
        [Event::FeeCharged { account: Everyday, amount: Money::cents(1), fee: 1 }],
    );
    let on = |date| ask_of(&diary, Everyday, Question::BalanceOn { day: date });
    for start in [&on(day(2, 28))[1], &on(day(3, 1))[0]] {
        assert_eq!((&start.diary.value, start.diary.version), (&money(0), 1));
        assert!(matches!(start.snapshot, Verdict::CannotKnow { overwritten_by: Some(2), .. }));
    }
    for (month, count) in [(FEBRUARY, 0), (MARCH, 1), (MARCH.next(), 0)] {
        let (first, last) = (month.day(1), month.day(31));
        for question in [Question::DepositsIn { month }, Question::FeesBetween { first, last }] {
            let answer = &ask_of(&diary, Everyday, question)[0];
            assert_eq!(answer.diary.value, total(count, i64::try_from(count).unwrap()));
            // Only of what comes after its last change can the row know that nothing happened.
            let knows = matches!(answer.snapshot, Verdict::Knows { .. });
            assert_eq!(knows, month > MARCH, "{answer:#?}");
        }
    }
}

fn every_question() -> [Question; 6] {
    [
        Question::BalanceOn { day: day(3, 1) },
        Question::DepositsIn { month: FEBRUARY },
        Question::BalanceNow,
        Question::FeesBetween { first: day(1, 1), last: day(3, 31) },
        Question::HighestBalance,
        Question::EverBelow { limit: Money::cents(400_00) },
    ]
}

#[test]
fn an_account_that_was_never_open_is_an_honest_none_in_both() {
    let mut only_everyday = Diary::default();
    only_everyday
        .append(begun(), [Event::AccountOpened { account: Everyday, owner: "Ana".into() }]);
    for (diary, account) in [(Diary::default(), Everyday), (only_everyday, Savings)] {
        for question in every_question() {
            for answer in ask_of(&diary, account.clone(), question) {
                let none =
                    matches!(answer.diary.value, Value::Nothing(_) | Value::Total { count: 0, .. });
                assert!(none && answer.diary.rests_on.is_empty(), "{answer:#?}");
                knows(&answer, &answer.diary.value);
            }
        }
    }
}

#[test]
fn what_did_not_change_was_overwritten_by_nothing() {
    // Entry 10 was the last that changed Everyday before these; entries 2 to 4 never touched Savings.
    let answers = ask(Savings, Question::BalanceOn { day: day(3, 1) });
    for answer in &answers {
        assert_eq!(answer.diary.value, money(150_00));
        assert!(matches!(answer.snapshot, Verdict::CannotKnow { overwritten_by: None, .. }));
    }
    let highest = &ask(Savings, Question::HighestBalance)[0];
    assert_eq!((&highest.diary.value, highest.diary.version), (&money(150_00), 6));
}

#[test]
fn questions_are_asked_as_people_ask_them() {
    let today = DateTime::from_timestamp_millis(course::COURSE_NOW).unwrap().date_naive();
    let words = every_question().map(|question| question.words(today));
    let expected = [
        "What was my balance on 1 March 2026?",
        "Show me all the deposits from last month",
        "What is my balance now?",
        "Which fees did I pay from 1 January 2026 to 31 March 2026?",
        "What was my highest balance?",
        "Was my balance ever below 400.00?",
    ];
    assert_eq!(words, expected);
    let march = Question::DepositsIn { month: MARCH };
    assert_eq!(march.words(today), "Show me all the deposits from March 2026");
    assert_eq!(march.words(day(4, 1)), "Show me all the deposits from last month");
}
