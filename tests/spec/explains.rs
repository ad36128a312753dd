//! Every number explains itself: the entries that an answer rests on sum to the number it shows,
//! and the number is the one that plain counting finds.

use chrono::{Days, NaiveDate};
use chrono_tz::Tz;
use diary::{contributions, replay};
use examples::{
    Amount, Money,
    bank::{Account, Bank, Event, questions::Question},
    calendar::{Month, Period},
    order::{self, Order, Status},
    questions::{Answer, Value},
};
use proptest::{prelude::*, sample::select, test_runner::TestCaseError};

use crate::random::{Sample, Script, Tale, accounts, check, scripts};
use crate::verdicts::after_all;

type Holds = Result<(), TestCaseError>;

/// Questions about the weeks in which random tales happen, and a little around them.
pub(crate) fn bank_questions() -> impl Strategy<Value = Question> {
    let first = NaiveDate::from_ymd_opt(2025, 12, 28).unwrap();
    let day = (0..100_u64).prop_map(move |days| first.checked_add_days(Days::new(days)).unwrap());
    let limits = prop_oneof![1_i64..=600_00, select(vec![0, 1, -1, Money::MAX.in_cents()])];
    prop_oneof![
        3 => day.clone().prop_map(|day| Question::BalanceOn { day }),
        3 => day.clone().prop_map(|day| Question::DepositsIn { month: Month::of(day) }),
        1 => Just(Question::BalanceNow),
        3 => (day.clone(), day).prop_map(|(first, last)| Question::FeesBetween { first, last }),
        1 => Just(Question::HighestBalance),
        2 => limits.prop_map(|cents| Question::EverBelow { limit: Money::cents(cents) }),
    ]
}

pub(crate) fn zones() -> impl Strategy<Value = Tz> {
    select(vec![Tz::UTC, Tz::Etc__GMTPlus11, Tz::Etc__GMTMinus14, Tz::Europe__Berlin])
}

/// Whatever number stands in an answer, the cited entries sum to it.
pub(crate) fn is_explained(answer: &Answer, entries: usize) -> Holds {
    let finding = &answer.diary;
    let cited = &finding.rests_on;
    prop_assert!(cited.is_sorted_by(|a, b| a.entry < b.entry));
    prop_assert!(cited.iter().all(|part| (1..=entries).contains(&part.entry)));
    prop_assert!(finding.version <= entries);
    let number = match finding.value {
        Value::Money(money) => Some(money.in_cents()),
        Value::Total { count, sum } => {
            prop_assert_eq!(count, cited.len());
            Some(sum.in_cents())
        }
        Value::Basket { total, .. } => Some(total.in_cents()),
        Value::NotYet { now } => now.map(Money::in_cents),
        _ => None,
    };
    match number {
        Some(number) => {
            let changes: Option<Vec<_>> = cited.iter().map(|part| part.change).collect();
            let changes = changes.expect("every part of a number has one").into_iter();
            prop_assert_eq!(changes.map(Amount::units).sum::<i64>(), number);
        }
        None => prop_assert!(cited.iter().all(|part| part.change.is_none())),
    }
    Ok(())
}

/// By how much an event moves an account; counted here once more, without the bank.
pub(crate) fn flow(event: &Event, counted: &Account) -> i64 {
    let (account, cents) = match event {
        Event::AccountOpened { account, .. } => (account, 0),
        Event::Deposited { account, amount } | Event::FeeRefunded { account, amount, .. } => {
            (account, amount.in_cents())
        }
        Event::Withdrawn { account, amount } | Event::FeeCharged { account, amount, .. } => {
            (account, -amount.in_cents())
        }
        Event::Transferred { from, amount, .. } if from == counted => (from, -amount.in_cents()),
        Event::Transferred { to, amount, .. } => (to, amount.in_cents()),
    };
    if account == counted { cents } else { 0 }
}

fn contributions_sum_to_the_figure<D: Sample>(
    (script, version): (Script, prop::sample::Index),
) -> Holds {
    let diary = Tale::<D>::of(&script).diary;
    let entries = diary.until(version.index(diary.len() + 1));
    let state: D = replay(entries.iter().map(|entry| &entry.event));
    for which in 0..D::FIGURES.len() {
        let figure = |state: &D| state.figure(&D::FIGURES[which]).map_or(0, Amount::units);
        let parts = contributions(entries, figure);
        prop_assert_eq!(parts.iter().map(|part| part.change).sum::<i64>(), figure(&state));
        prop_assert!(parts.iter().all(|part| part.change != 0));
    }
    Ok(())
}

each!(contributions_sum_to_the_figure, (scripts(), any::<prop::sample::Index>()));

#[test]
fn every_number_of_the_bank_explains_itself() {
    let cases = (scripts(), bank_questions(), accounts(), zones());
    check(cases, |(script, question, account, zone)| {
        let tale = Tale::<Bank>::of(&script);
        let answers = question.ask(&account, &tale.diary, &tale.row, &after_all(zone));
        for answer in &answers {
            is_explained(answer, tale.diary.len())?;
        }
        Ok(())
    });
}

#[test]
fn every_number_of_the_order_explains_itself() {
    check(scripts(), |script| {
        let tale = Tale::<Order>::of(&script);
        for question in order::questions::Question::ALL {
            for answer in question.ask(&tale.diary, &tale.row) {
                is_explained(&answer, tale.diary.len())?;
                if let Value::Basket { total, .. } = answer.diary.value {
                    let paid = tale.diary.entries().iter().find_map(|entry| match entry.event {
                        order::Event::PaymentReceived { amount } => Some(amount),
                        _ => None,
                    });
                    prop_assert_eq!(Some(total), paid, "what was paid for is what was in it");
                }
            }
        }
        let paid = matches!(tale.row.today().status(), Status::Paid | Status::Shipped);
        let basket = order::questions::Question::ItemsWhenPaid.ask(&tale.diary, &tale.row);
        prop_assert_eq!(paid, matches!(basket[0].diary.value, Value::Basket { .. }));
        Ok(())
    });
}

#[test]
fn an_empty_period_holds_nothing() {
    let day = |day| NaiveDate::from_ymd_opt(2026, 3, day).unwrap();
    let period = Period::days(day(2), day(1), &Tz::UTC);
    assert!(period.until <= period.from && !period.contains(period.from));
}
