//! The snapshot is honest: what it says is in its row, and it is right.

use chrono::TimeDelta;
use diary::{Diary, Snapshot};
use examples::{
    Money,
    bank::{self, Account, Bank},
    order::{self, Order, Status},
    questions::{Answer, Value, Verdict},
};
use proptest::{prelude::*, sample::select, test_runner::TestCaseError};

use crate::{
    explains::{bank_questions, zones},
    random::{Tale, accounts, check, scripts},
    verdicts::after_all,
};

type Holds = Result<(), TestCaseError>;

/// What the snapshot says, without the diary's remark on which entry did it.
pub(crate) fn said(answers: &[Answer]) -> Vec<(Option<&Value>, &str)> {
    let said = answers.iter().map(|answer| match &answer.snapshot {
        Verdict::Knows { value, note } => (Some(value), note.as_ref()),
        Verdict::CannotKnow { why, .. } => (None, why.as_str()),
    });
    said.collect()
}

/// Whenever the snapshot knows, it says what the diary says.
pub(crate) fn is_never_wrong(answers: &[Answer], entries: usize) -> Holds {
    for answer in answers {
        match &answer.snapshot {
            Verdict::Knows { value, .. } => prop_assert_eq!(value, &answer.diary.value),
            Verdict::CannotKnow { overwritten_by, why } => {
                prop_assert!(!why.is_empty());
                let there = overwritten_by.is_none_or(|entry| (1..=entries).contains(&entry));
                prop_assert!(there, "{:?}", answer);
            }
        }
    }
    Ok(())
}

/// Another diary that ends in the same row: every refunded fee is told otherwise, and all money
/// came in at once.
pub(crate) fn other_bank(row: &Snapshot<Bank>, gap: TimeDelta) -> Diary<bank::Event> {
    let bank = row.today();
    let mut facts = Vec::new();
    let accounts: Vec<_> = bank.accounts().iter().map(|held| held.account.clone()).collect();
    // The row tells in which order the named ones were opened, and of the first two it doesn't.
    let (named, first): (Vec<_>, Vec<_>) =
        accounts.iter().cloned().partition(|it| matches!(it, Account::Named(_)));
    for account in first.into_iter().rev().chain(named) {
        let owner = bank.owner().unwrap_or_default().to_owned();
        facts.push(bank::Event::AccountOpened { account, owner });
    }
    let open = accounts.first();
    for fee in 1..=bank.fees_charged() {
        let kept = bank.refundable().iter().find(|it| it.number == fee);
        let (account, amount) = match kept {
            Some(fee) => (fee.account.clone(), fee.amount),
            None => (open.expect("a fee is charged to an open account").clone(), Money::cents(7)),
        };
        facts.push(bank::Event::Deposited { account: account.clone(), amount });
        facts.push(bank::Event::FeeCharged { account: account.clone(), amount, fee });
        if kept.is_none() {
            facts.push(bank::Event::FeeRefunded { account: account.clone(), amount, fee });
            facts.push(bank::Event::Withdrawn { account, amount });
        }
    }
    for account in accounts {
        if let Some(amount) = bank.balance(&account).filter(|it| *it > Money::ZERO) {
            facts.push(bank::Event::Deposited { account, amount });
        }
    }
    dated(facts, row.updated_at(), gap)
}

/// Another diary that ends in the same row: straight, with nothing taken out.
pub(crate) fn other_order(row: &Snapshot<Order>, gap: TimeDelta) -> Diary<order::Event> {
    let order = row.today();
    let mut facts = Vec::new();
    if order.status() != Status::NotCreated {
        facts.push(order::Event::OrderCreated { number: order.number().into() });
    }
    for item in order.items() {
        let (name, price, quantity) = (item.name.clone(), item.price, item.quantity);
        facts.push(order::Event::ItemAdded { name, price, quantity });
    }
    if matches!(order.status(), Status::Paid | Status::Shipped) {
        facts.push(order::Event::PaymentReceived { amount: order.total() });
    }
    if order.status() == Status::Shipped {
        facts.push(order::Event::OrderShipped {});
    }
    dated(facts, row.updated_at(), gap)
}

/// The last fact stands at the row's time, each one before it some time earlier.
pub(crate) fn dated<E>(
    facts: Vec<E>,
    last: Option<chrono::DateTime<chrono::Utc>>,
    gap: TimeDelta,
) -> Diary<E> {
    let mut diary = Diary::default();
    let count = i32::try_from(facts.len()).unwrap();
    for (fact, before) in facts.into_iter().zip((0..count).rev()) {
        diary.append(last.expect("something happened") - gap * before, [fact]);
    }
    diary
}

pub(crate) fn gaps() -> impl Strategy<Value = TimeDelta> {
    select(vec![0_i64, 1, 24, 24 * 20]).prop_map(TimeDelta::hours)
}

#[test]
fn the_bank_s_row_is_honest() {
    let cases = (scripts(), bank_questions(), accounts(), zones(), gaps());
    check(cases, |(script, question, account, zone, gap)| {
        let Tale { diary, row, .. } = Tale::<Bank>::of(&script);
        let answers = question.ask(&account, &diary, &row, &after_all(zone));
        is_never_wrong(&answers, diary.len())?;
        for (value, _) in said(&answers) {
            // Every number is one that the row holds.
            let holds = match value {
                Some(Value::Money(money)) => row.today().balance(&account) == Some(*money),
                Some(Value::Total { count, sum }) => (*count, *sum) == (0, Money::ZERO),
                Some(Value::Yes | Value::No | Value::Nothing(_)) | None => true,
                Some(_) => false,
            };
            prop_assert!(holds, "{:?}", value);
        }
        // Another past with the same row gets the same words: they come from the row alone.
        let other = other_bank(&row, gap);
        let other_row = rebuilt::<Bank>(&other);
        prop_assert_eq!(&other_row, &row);
        let others = question.ask(&account, &other, &other_row, &after_all(zone));
        prop_assert_eq!(said(&others), said(&answers));
        is_never_wrong(&others, other.len())
    });
}

#[test]
fn the_order_s_row_is_honest() {
    let questions = select(order::questions::Question::ALL.to_vec());
    check((scripts(), questions, gaps()), |(script, question, gap)| {
        let Tale { diary, row, .. } = Tale::<Order>::of(&script);
        let answers = question.ask(&diary, &row);
        is_never_wrong(&answers, diary.len())?;
        let shown: Vec<_> = row.today().items().iter().map(ToString::to_string).collect();
        for (value, _) in said(&answers) {
            let holds = match value {
                Some(Value::At(at)) => row.updated_at() == Some(*at),
                Some(Value::Basket { items, total }) => {
                    (items, *total) == (&shown, row.today().total())
                }
                Some(Value::Yes | Value::No | Value::Nothing(_)) | None => true,
                Some(_) => false,
            };
            prop_assert!(holds, "{:?}", value);
        }
        let other = other_order(&row, gap);
        let other_row = rebuilt::<Order>(&other);
        prop_assert_eq!(&other_row, &row);
        let others = question.ask(&other, &other_row);
        prop_assert_eq!(said(&others), said(&answers));
        is_never_wrong(&others, other.len())
    });
}

pub(crate) fn rebuilt<D: diary::Decider>(diary: &Diary<D::Event>) -> Snapshot<D> {
    let mut row = Snapshot::default();
    for entry in diary.entries() {
        row.overwrite(entry.at, &entry.event);
    }
    row
}
