//! Part B: the answers, worked out once more.

use chrono::Utc;
use course::{Guess, course};
use diary::{Decider, Diary, replay};
use examples::{
    Money,
    bank::{self, Account::Everyday, Bank, Command},
    calendar::end_of_day,
};

use crate::answers::right;
use crate::truths::{bank_of, carry_out, count, day, everyday, it, money, now, total, truth};

#[test]
fn b1_the_refund_does_not_reach_back() {
    let mut diary = it("b1").stage.bank().unwrap();
    assert_eq!(everyday(diary.entries()), Money::cents(485_00));
    assert!(carry_out::<Bank>(&mut diary, &Command::RefundFee { fee: 1 }));
    let on_the_day = diary.before(end_of_day(day(3, 2), &Utc));
    assert_eq!(truth("b1", 0), money(everyday(on_the_day)));
    assert_eq!(it("b1").question.fields[0].version, on_the_day.len());
    assert_eq!((diary.len(), everyday(diary.entries())), (11, Money::cents(490_00)));
    assert!(matches!(diary.entry(8).unwrap().event, bank::Event::FeeCharged { .. }));
    assert!(matches!(diary.entry(11).unwrap().event, bank::Event::FeeRefunded { .. }));
}

/// The command that leads to a fact of the story.
fn command_for(event: &bank::Event) -> Command {
    match event.clone() {
        bank::Event::AccountOpened { account, owner } => Command::OpenAccount { account, owner },
        bank::Event::Deposited { account, amount } => Command::Deposit { account, amount },
        bank::Event::Withdrawn { account, amount } => Command::Withdraw { account, amount },
        bank::Event::Transferred { from, to, amount } => Command::Transfer { from, to, amount },
        bank::Event::FeeCharged { account, amount, .. } => Command::ChargeFee { account, amount },
        bank::Event::FeeRefunded { fee, .. } => Command::RefundFee { fee },
    }
}

#[test]
fn b2_without_the_salary() {
    let story = course().bank;
    let rest: Vec<_> = story.entries().iter().filter(|entry| entry.number != 2).collect();
    let plain: Bank = replay(rest.iter().map(|entry| &entry.event));
    assert_eq!(plain.balance(&Everyday), Some(Money::cents(-10_00)));
    let mut copy = Diary::default();
    let refused: Vec<_> = rest
        .iter()
        .filter(|entry| !carry_out::<Bank>(&mut copy, &command_for(&entry.event)))
        .map(|entry| entry.number)
        .collect();
    assert_eq!(truth("b2", 0), money(everyday(copy.entries())));
    assert_eq!(refused, [3], "the withdrawal of 120.00, and no other");
    let plain = plain.balance(&Everyday).unwrap();
    assert!(!it("b2").question.fields[0].kind.judge(&money(plain)).right);
    assert_eq!(story, course().bank, "the original is the same");
}

#[test]
fn b3_a_transfer_changes_no_total() {
    let diary = course().bank;
    assert!(matches!(diary.entry(6).unwrap().event, bank::Event::Transferred { .. }));
    let of_version = |version| total(&bank_of(diary.until(version))).in_cents();
    assert_eq!(truth("b3", 0), Guess::Number(of_version(6) - of_version(5)));
}

#[test]
fn b4_a_checkpoint_is_a_head_start() {
    let mut diary = Diary::default();
    let owner = || "Ana".to_owned();
    assert!(carry_out::<Bank>(
        &mut diary,
        &Command::OpenAccount { account: Everyday, owner: owner() }
    ));
    let deposit = bank::Event::Deposited { account: Everyday, amount: Money::cents(1) };
    diary.append(now(), vec![deposit; 9_999]);
    let entries = diary.entries();
    let checkpoint = bank_of(&entries[..9_984]);
    let rest = &entries[9_984..];
    let opened = rest.iter().fold(checkpoint, |bank, entry| bank.evolve(&entry.event));
    assert_eq!(opened, bank_of(entries), "with the checkpoint or without: the same");
    assert_eq!(truth("b4", 0), count(rest.len()));
}

#[test]
fn b5_a_replay_asks_no_rule() {
    let diary = course().bank;
    let february = diary.until(8).last().unwrap();
    let bank::Event::FeeCharged { amount, .. } = february.event else { panic!("a fee") };
    assert_eq!(amount, Money::cents(5_00));
    assert!(right("b5", 0).starts_with(&amount.to_string()));
    // The fee is an argument of the command and a part of the fact; to take in a fact asks nobody.
    let dearer = Command::ChargeFee { account: Everyday, amount: Money::cents(7_00) };
    let charged = bank_of(diary.entries()).decide(&dearer).unwrap();
    let now = charged.iter().fold(bank_of(diary.entries()), Bank::evolve);
    assert_eq!(now.balance(&Everyday), Some(Money::cents(483_00)));
    assert_eq!(everyday(diary.until(8)), Money::cents(505_00));
}

#[test]
fn b6_nothing_new_is_behind_the_bookmark() {
    let diary = course().bank;
    let deposits = |from: usize| {
        let behind = diary.entries().iter().filter(move |entry| entry.number > from);
        behind.filter(|entry| matches!(entry.event, bank::Event::Deposited { .. }))
    };
    assert_eq!(truth("b6", 0), count(deposits(diary.len()).count()));
    let naive: Vec<_> = deposits(0).map(|entry| entry.number).collect();
    assert_eq!(it("b6").question.fields[0].entries, naive);
    let judged = it("b6").question.fields[0].kind.judge(&count(naive.len()));
    assert!(judged.why[0].starts_with("That is how many the first program sends"));
}
