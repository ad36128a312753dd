//! Part A: the answers, worked out once more.

use chrono::Utc;
use course::{Deed, Guess, course};
use diary::contributions;
use examples::{
    Money,
    bank::{self, Account, Account::Everyday, Bank},
    calendar::Month,
    order::{self, Order},
    questions::{Answer, Finding, Value, Verdict},
};

use crate::answers::right;
use crate::truths::{carry_out, count, day, everyday, it, money, now, row_of, truth};

/// The field replays to where the finding can be seen, and names the entries that it rests on.
#[track_caller]
fn rests_on(id: &str, field: usize, finding: &Finding) {
    let it = &it(id).question.fields[field];
    let entries: Vec<_> = finding.rests_on.iter().map(|citation| citation.entry).collect();
    assert_eq!(
        (it.version, it.entries),
        (finding.version, entries.as_slice()),
        "{id}, {}",
        it.label
    );
}

fn ask(question: bank::questions::Question) -> Vec<Answer> {
    let diary = course().bank;
    let row = row_of::<Bank>(&diary);
    question.ask(&Everyday, &diary, &row, &course::calendar())
}

fn ask_order(question: order::questions::Question) -> Finding {
    let diary = course().order;
    let row = row_of::<Order>(&diary);
    question.ask(&diary, &row).remove(0).diary
}

#[test]
fn a1_three_lines_and_one_number() {
    let stage = &it("a1").stage;
    let mut diary = stage.bank().unwrap();
    let mut row = row_of::<Bank>(&diary);
    let before = diary.clone();
    for action in stage.actions {
        let Deed::Bank(command) = &action.deed else { panic!("a request") };
        assert!(carry_out::<Bank>(&mut diary, command));
        row.handle(now(), command).unwrap();
    }
    assert_eq!(truth("a1", 0), count(diary.len() - before.len()));
    assert_eq!(diary.until(before.len()), before.entries(), "no line has changed");
    let balances = Account::FIRST.iter().filter_map(|account| row.today().balance(account));
    assert_eq!(truth("a1", 1), count(balances.count()));
    assert_eq!(everyday(diary.entries()), Money::cents(580_00));
    assert_eq!(row.today().balance(&Everyday), Some(Money::cents(580_00)));
    assert_eq!(it("a1").question.fields[0].entries, [2, 3, 4]);
}

#[test]
fn a2_the_first_of_march() {
    let answers = ask(bank::questions::Question::BalanceOn { day: day(3, 1) });
    for (field, answer) in answers.iter().enumerate() {
        let Value::Money(balance) = answer.diary.value else { panic!("a balance") };
        assert_eq!(truth("a2", field), money(balance));
        rests_on("a2", field, &answer.diary);
        assert!(matches!(answer.snapshot, Verdict::CannotKnow { .. }));
    }
    assert_eq!(answers.len(), 2);
}

#[test]
fn a3_the_curve() {
    let diary = course().bank;
    let figures =
        (1..=diary.len()).map(|version| everyday(diary.until(version)).in_cents()).collect();
    assert_eq!(truth("a3", 0), Guess::Curve(figures));
    let moved: Vec<_> = contributions(diary.entries(), |bank: &Bank| {
        bank.balance(&Everyday).map_or(0, Money::in_cents)
    })
    .iter()
    .map(|part| part.entry)
    .collect();
    assert_eq!(it("a3").question.fields[0].entries, moved);
    assert_eq!(everyday(diary.until(3)), Money::cents(380_00));
    assert_eq!(diary, course().bank, "looking has changed nothing");
}

#[test]
fn a4_two_deposits() {
    let month = Month { year: 2026, month: 2 };
    let found = ask(bank::questions::Question::DepositsIn { month }).remove(0);
    let Value::Total { count: how_many, sum } = found.diary.value else { panic!("a total") };
    assert_eq!((truth("a4", 0), truth("a4", 1)), (count(how_many), money(sum)));
    rests_on("a4", 0, &found.diary);
    rests_on("a4", 1, &found.diary);
    let (first, last) = (day(1, 1), day(3, 20));
    let fees = ask(bank::questions::Question::FeesBetween { first, last }).remove(0).diary;
    assert_eq!(fees.value, Value::Total { count: 1, sum: Money::cents(5_00) });
    let at = course().bank.entry(fees.rests_on[0].entry).unwrap().at;
    assert_eq!(at.to_string(), "2026-02-28 23:59:00 UTC");
}

#[test]
fn a5_the_mug_and_the_payment() {
    let back = ask_order(order::questions::Question::RemovedAndReadded);
    assert_eq!((&back.value, back.words(&Utc)), (&Value::Yes, "yes: mug".into()));
    assert!(right("a5", 0).contains("mug"));
    rests_on("a5", 0, &back);
    let paid = ask_order(order::questions::Question::WhenPaid);
    assert_eq!(paid.value.words(&Utc), "19 February 2026, 09:30");
    assert!(right("a5", 1).contains("19 February at 09:30"));
    rests_on("a5", 1, &paid);
    let span = ask_order(order::questions::Question::PaymentToShipping);
    assert_eq!(span.value.words(&Utc), "2 d 7 h 15 min");
}

#[test]
fn a6_a_refusal_leaves_no_changes() {
    let stage = &it("a6").stage;
    let (mut bank, mut order) = (stage.bank().unwrap(), stage.order().unwrap());
    let written: Vec<_> = stage
        .actions
        .iter()
        .map(|action| match &action.deed {
            Deed::Bank(command) => carry_out::<Bank>(&mut bank, command),
            Deed::Order(command) => carry_out::<Order>(&mut order, command),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(written, [false, false, true, false]);
    assert_eq!(bank, course().bank);
    assert_eq!(order.len(), 8);
    assert_eq!(right("a6", 0), "No.");
}
