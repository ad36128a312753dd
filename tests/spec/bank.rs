//! Every rule of the bank.

use diary::{Decider, replay};
use examples::{
    Money,
    bank::{
        Account::{self, Everyday, Savings},
        Bank, Command, Event, Rejection,
    },
};

use crate::given::{Given, given};

fn cents(cents: i64) -> Money {
    Money::cents(cents)
}

fn opened(account: Account) -> Event {
    Event::AccountOpened { account, owner: "Ana".into() }
}

fn deposited(account: Account, amount: i64) -> Event {
    Event::Deposited { account, amount: cents(amount) }
}

fn charged(account: Account, amount: i64, fee: u32) -> Event {
    Event::FeeCharged { account, amount: cents(amount), fee }
}

fn refunded(account: Account, amount: i64, fee: u32) -> Event {
    Event::FeeRefunded { account, amount: cents(amount), fee }
}

fn open(account: Account, owner: &str) -> Command {
    Command::OpenAccount { account, owner: owner.into() }
}

fn deposit(amount: i64) -> Command {
    Command::Deposit { account: Everyday, amount: cents(amount) }
}

fn withdraw(amount: i64) -> Command {
    Command::Withdraw { account: Everyday, amount: cents(amount) }
}

fn transfer(amount: i64) -> Command {
    Command::Transfer { from: Everyday, to: Savings, amount: cents(amount) }
}

fn charge(amount: i64) -> Command {
    Command::ChargeFee { account: Everyday, amount: cents(amount) }
}

/// Both accounts are open, and this is in Everyday.
fn bank_with(amount: i64) -> Given<Bank> {
    given([opened(Everyday), opened(Savings), deposited(Everyday, amount)])
}

const MAX: i64 = Money::MAX.in_cents();

#[test]
fn opens_each_account_once() {
    given::<Bank>([]).when(open(Everyday, "Ana")).then([opened(Everyday)]);
    given::<Bank>([opened(Everyday)]).when(open(Savings, "Ana")).then([opened(Savings)]);
    given::<Bank>([opened(Savings)])
        .when(open(Savings, "Ana"))
        .then_rejected(Rejection::AlreadyOpen { account: Savings })
        .saying("Savings is open already. A new account needs another name.");
}

#[test]
fn an_owner_has_a_name_of_at_most_200_characters() {
    given::<Bank>([]).when(open(Everyday, "  Ana\n")).then([opened(Everyday)]);
    // Characters are counted, not bytes.
    let longest = "é".repeat(200);
    given::<Bank>([])
        .when(open(Everyday, &longest))
        .then([Event::AccountOpened { account: Everyday, owner: longest.clone() }]);
    given::<Bank>([])
        .when(open(Everyday, &(longest + "é")))
        .then_rejected(Rejection::BadOwner { characters: 201 })
        .saying("a name has at most 200 characters, and this has 201.");
    given::<Bank>([])
        .when(open(Everyday, " \t "))
        .then_rejected(Rejection::BadOwner { characters: 0 })
        .saying("an account needs the name of its owner.");
}

#[test]
fn all_accounts_belong_to_one_owner() {
    given::<Bank>([opened(Everyday)])
        .when(open(Savings, "Ben"))
        .then_rejected(Rejection::OtherOwner { owner: "Ana".into(), wanted: "Ben".into() })
        .saying("all accounts here belong to Ana. Open it for Ana, and not for Ben.");
    // An account that is open is refused for that, whoever asks.
    given::<Bank>([opened(Everyday)])
        .when(open(Everyday, "Ben"))
        .then_rejected(Rejection::AlreadyOpen { account: Everyday });
}

#[test]
fn deposits_any_positive_amount() {
    bank_with(1).when(deposit(1)).then([deposited(Everyday, 1)]);
    given::<Bank>([opened(Everyday)]).when(deposit(MAX)).then([deposited(Everyday, MAX)]);
}

#[test]
fn an_amount_is_more_than_nothing() {
    let not_positive = |amount| Rejection::NotPositive { amount: cents(amount) };
    bank_with(100)
        .when(deposit(0))
        .then_rejected(not_positive(0))
        .saying("an amount must be more than 0.00, and this is 0.00.");
    bank_with(100)
        .when(withdraw(-1))
        .then_rejected(not_positive(-1))
        .saying("an amount must be more than 0.00, and this is −0.01.");
    bank_with(100).when(transfer(0)).then_rejected(not_positive(0));
    bank_with(100).when(transfer(-MAX)).then_rejected(not_positive(-MAX));
    bank_with(100).when(charge(0)).then_rejected(not_positive(0));
    bank_with(100).when(charge(i64::MIN)).then_rejected(not_positive(i64::MIN));
}

#[test]
fn a_balance_is_at_most_what_can_be_counted() {
    bank_with(1).when(deposit(MAX - 1)).then([deposited(Everyday, MAX - 1)]);
    let too_much = |account, balance, wanted| Rejection::TooMuch {
        account,
        balance: cents(balance),
        wanted: cents(wanted),
    };
    bank_with(1).when(deposit(MAX)).then_rejected(too_much(Everyday, 1, MAX)).saying(
        "Everyday holds 0.01. With 10,000,000,000.00 it would hold more than 10,000,000,000.00, \
         the most this bank can count.",
    );
    bank_with(1).when(deposit(i64::MAX)).then_rejected(too_much(Everyday, 1, i64::MAX));
    let savings_full = [deposited(Savings, MAX), deposited(Everyday, 1)];
    given::<Bank>([opened(Everyday), opened(Savings)].into_iter().chain(savings_full))
        .when(transfer(1))
        .then_rejected(too_much(Savings, MAX, 1));
    let fee_then_full = [
        opened(Everyday),
        deposited(Everyday, 5),
        charged(Everyday, 5, 1),
        deposited(Everyday, MAX),
    ];
    given::<Bank>(fee_then_full)
        .when(Command::RefundFee { fee: 1 })
        .then_rejected(too_much(Everyday, MAX, 5));
}

#[test]
fn nothing_moves_before_an_account_is_open() {
    let not_open = |account| Rejection::NotOpen { account };
    given::<Bank>([])
        .when(deposit(1))
        .then_rejected(not_open(Everyday))
        .saying("Everyday has not been opened yet. Open it first.");
    given::<Bank>([]).when(withdraw(1)).then_rejected(not_open(Everyday));
    given::<Bank>([]).when(charge(1)).then_rejected(not_open(Everyday));
    given::<Bank>([opened(Savings)]).when(transfer(1)).then_rejected(not_open(Everyday));
    given::<Bank>([opened(Everyday), deposited(Everyday, 1)])
        .when(transfer(1))
        .then_rejected(not_open(Savings));
}

#[test]
fn takes_out_no_more_than_there_is() {
    let withdrawn = |amount| Event::Withdrawn { account: Everyday, amount: cents(amount) };
    bank_with(490_00).when(withdraw(490_00)).then([withdrawn(490_00)]);
    bank_with(MAX).when(withdraw(MAX)).then([withdrawn(MAX)]);
    let insufficient = |wanted| Rejection::InsufficientFunds {
        account: Everyday,
        balance: cents(490_00),
        wanted: cents(wanted),
    };
    bank_with(490_00)
        .when(withdraw(10_000_00))
        .then_rejected(insufficient(10_000_00))
        .saying("the balance of Everyday is 490.00, and 10,000.00 is more than that.");
    bank_with(490_00).when(withdraw(490_01)).then_rejected(insufficient(490_01));
    bank_with(490_00).when(withdraw(i64::MAX)).then_rejected(insufficient(i64::MAX));
    bank_with(490_00).when(transfer(490_01)).then_rejected(insufficient(490_01));
    bank_with(490_00).when(charge(490_01)).then_rejected(insufficient(490_01));
}

#[test]
fn transfers_between_two_accounts() {
    bank_with(150_00).when(transfer(150_00)).then([Event::Transferred {
        from: Everyday,
        to: Savings,
        amount: cents(150_00),
    }]);
    bank_with(150_00)
        .when(Command::Transfer { from: Savings, to: Savings, amount: cents(1) })
        .then_rejected(Rejection::SameAccount { account: Savings })
        .saying(
            "a transfer needs two accounts, and Savings can’t be both of them. Choose another one.",
        );
}

#[test]
fn numbers_the_fees() {
    bank_with(10).when(charge(10)).then([charged(Everyday, 10, 1)]);
    let first = [opened(Everyday), deposited(Everyday, 10), charged(Everyday, 5, 1)];
    given::<Bank>(first.clone()).when(charge(5)).then([charged(Everyday, 5, 2)]);
    // A fee that was given back keeps its number.
    given::<Bank>(first.into_iter().chain([refunded(Everyday, 5, 1)]))
        .when(charge(5))
        .then([charged(Everyday, 5, 2)]);
}

#[test]
fn gives_a_fee_back_once() {
    let fees = [
        opened(Everyday),
        deposited(Everyday, 10),
        charged(Everyday, 5, 1),
        charged(Everyday, 3, 2),
    ];
    // It goes to the account that paid it, and it is what was paid.
    given::<Bank>(fees.clone())
        .when(Command::RefundFee { fee: 2 })
        .then([refunded(Everyday, 3, 2)]);
    let again = given::<Bank>(fees.clone().into_iter().chain([refunded(Everyday, 3, 2)]));
    again
        .when(Command::RefundFee { fee: 2 })
        .then_rejected(Rejection::AlreadyRefunded { fee: 2 })
        .saying("fee 2 has been given back already, and a fee is given back once.");
    for fee in [0, 3, u32::MAX] {
        given::<Bank>(fees.clone())
            .when(Command::RefundFee { fee })
            .then_rejected(Rejection::NoSuchFee { fee })
            .saying("this fee was never charged, so it can’t be given back.");
    }
}

#[test]
fn remembers_what_the_rules_need() {
    let facts = [
        opened(Everyday),
        deposited(Everyday, 10_00),
        charged(Everyday, 5_00, 1),
        charged(Everyday, 1_00, 2),
        refunded(Everyday, 5_00, 1),
    ];
    let bank: Bank = replay(&facts);
    assert_eq!(bank.owner(), Some("Ana"));
    assert_eq!(bank.balance(&Everyday), Some(cents(9_00)));
    assert_eq!(bank.balance(&Savings), None);
    assert_eq!(bank.fees_charged(), 2);
    assert_eq!(bank.refundable().iter().map(|fee| fee.number).collect::<Vec<_>>(), [2]);
}

#[test]
fn a_fact_cannot_be_refused() {
    // None of these could be decided, and all of them are taken in.
    let facts =
        [charged(Savings, i64::MAX, 7), deposited(Everyday, i64::MIN), refunded(Savings, 1, 9)];
    let bank: Bank = replay(&facts);
    let bank = facts.iter().cycle().take(30).fold(bank, Bank::evolve);
    assert_eq!(bank.balance(&Everyday), Some(cents(i64::MIN)));
}
