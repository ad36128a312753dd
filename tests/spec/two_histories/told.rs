//! Histories that are told twice: in a few words, and with all that can happen on the way.

use examples::{
    Money,
    bank::{
        Account::{self, Everyday, Savings},
        Bank, Command,
    },
    order::{self, Order, Status},
};

use super::Alike;
use crate::{
    accounts::open_it,
    order::{add, create, pay, remove},
};

fn deposit(account: Account, cents: i64) -> Command {
    Command::Deposit { account, amount: Money::cents(cents) }
}

fn withdraw(account: Account, cents: i64) -> Command {
    Command::Withdraw { account, amount: Money::cents(cents) }
}

fn transfer(from: Account, to: Account, cents: i64) -> Command {
    Command::Transfer { from, to, amount: Money::cents(cents) }
}

fn charge(account: Account, cents: i64) -> Command {
    Command::ChargeFee { account, amount: Money::cents(cents) }
}

fn refund(fee: u32) -> Command {
    Command::RefundFee { fee }
}

/// Every kind of end that a bank's row can have: no account, one or two, and nothing or something in it.
pub(super) fn banks() -> Vec<Alike<Bank>> {
    let opened = open_it(Everyday);
    let emptied = vec![
        opened.clone(),
        deposit(Everyday, 60_00),
        deposit(Everyday, 20_00),
        withdraw(Everyday, 40_00),
        charge(Everyday, 5_00),
        refund(1),
        charge(Everyday, 40_00),
    ];
    let filled = vec![
        opened.clone(),
        deposit(Everyday, 10_00),
        deposit(Everyday, 140_00),
        withdraw(Everyday, 40_00),
        charge(Everyday, 5_00),
        refund(1),
        charge(Everyday, 10_00),
    ];
    // The last entry is about Everyday here, and about Savings below.
    let two = vec![
        opened.clone(),
        deposit(Everyday, 120_00),
        open_it(Savings),
        transfer(Everyday, Savings, 50_00),
        deposit(Everyday, 30_00),
    ];
    let two_with_all = vec![
        open_it(Savings),
        deposit(Savings, 80_00),
        charge(Savings, 5_00),
        refund(1),
        withdraw(Savings, 70_00),
        deposit(Savings, 60_00),
        opened.clone(),
        transfer(Savings, Everyday, 10_00),
        transfer(Savings, Everyday, 5_00),
        deposit(Everyday, 90_00),
        withdraw(Everyday, 5_00),
        charge(Everyday, 6_00),
        refund(2),
        charge(Savings, 5_00),
    ];
    vec![
        Alike::of("no account", &[vec![]]),
        Alike::of("an account with nothing in it", &[vec![opened.clone()], emptied]),
        Alike::of("an account with 100.00", &[vec![opened, deposit(Everyday, 100_00)], filled]),
        Alike::of("two accounts", &[two, two_with_all]),
    ]
}

/// Every kind of end that an order's row can have in this phase.
pub(super) fn orders(status: Status) -> Vec<Alike<Order>> {
    let begun = create("ORD-1");
    let filled = vec![begun.clone(), add("mug", 12_00, 2), add("tea", 8_50, 1)];
    let filled_with_all = vec![
        begun.clone(),
        add("mug", 12_00, 1),
        add("lamp", 39_00, 1),
        remove("lamp", 1),
        remove("mug", 1),
        add("mug", 12_00, 1),
        add("mug", 12_00, 1),
        add("tea", 8_50, 3),
        remove("tea", 2),
    ];
    let and_then = |steps: &[order::Command]| {
        [&filled, &filled_with_all].map(|told| [told.as_slice(), steps].concat())
    };
    let pay = pay(32_50);
    match status {
        Status::NotCreated => vec![Alike::of("no order", &[vec![]])],
        Status::Filling => {
            let emptied = vec![
                begun.clone(),
                add("mug", 12_00, 1),
                add("lamp", 39_00, 1),
                remove("lamp", 1),
                remove("mug", 1),
                add("mug", 12_00, 1),
                remove("mug", 1),
            ];
            vec![
                Alike::of("an order with nothing in it", &[vec![begun], emptied]),
                Alike::of("an order with two mugs and a tea", &and_then(&[])),
            ]
        }
        Status::Paid => vec![Alike::of("a paid order", &and_then(&[pay]))],
        Status::Shipped => {
            vec![Alike::of("a shipped order", &and_then(&[pay, order::Command::Ship]))]
        }
    }
}

/// Every phase, each leading to the next: a new one doesn't compile until it stands here.
pub(super) fn phases() -> Vec<Status> {
    let next = |status: &Status| match status {
        Status::NotCreated => Some(Status::Filling),
        Status::Filling => Some(Status::Paid),
        Status::Paid => Some(Status::Shipped),
        Status::Shipped => None,
    };
    std::iter::successors(Some(Status::NotCreated), next).collect()
}
