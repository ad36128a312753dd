//! The stories of the course, as the table in the course's plan has them.

use chrono::{DateTime, NaiveDateTime, Utc};
use course::{COURSE_NOW, course, free_play};
use diary::{Decider, Entry, project, replay};
use examples::{
    Amount, Describe, Money, Statement,
    bank::{self, Account::Everyday, Account::Savings, Bank},
    order::{self, Order, Status},
};

/// When (UTC), what, and the figures after it as they are shown.
type Row = (&'static str, &'static str, &'static str);

const BANK: [Row; 11] = [
    ("2026-01-05 09:00", "Everyday opened for Ana", "0.00"),
    ("2026-01-10 08:15", "Deposited 500.00", "500.00"),
    ("2026-01-24 18:40", "Withdrawn 120.00", "380.00"),
    ("2026-02-03 12:05", "Deposited 200.00", "580.00"),
    ("2026-02-10 09:55", "Savings opened for Ana", "580.00 0.00"),
    ("2026-02-10 10:00", "Transferred 150.00 to Savings", "430.00 150.00"),
    ("2026-02-14 19:20", "Deposited 80.00", "510.00 150.00"),
    ("2026-02-28 23:59", "Fee of 5.00 charged", "505.00 150.00"),
    ("2026-03-01 10:30", "Withdrawn 60.00", "445.00 150.00"),
    ("2026-03-05 11:00", "Fee of 5.00 refunded", "450.00 150.00"),
    ("2026-03-12 08:15", "Deposited 40.00", "490.00 150.00"),
];

const ORDER: [Row; 9] = [
    ("2026-02-18 14:02", "Order ORD-1 created", "0.00"),
    ("2026-02-18 14:03", "Item added: mug, 12.00", "12.00"),
    ("2026-02-18 14:05", "Item added: tea, 8.50", "20.50"),
    ("2026-02-18 14:06", "Item removed: mug", "8.50"),
    ("2026-02-18 14:11", "Item added: mug, 12.00", "20.50"),
    ("2026-02-18 14:15", "Item added: lamp, 39.00", "59.50"),
    ("2026-02-18 14:16", "Item removed: lamp", "20.50"),
    ("2026-02-19 09:30", "Payment of 20.50 received", "20.50"),
    ("2026-02-21 16:45", "Order shipped", "20.50"),
];

#[track_caller]
fn is_told_as<D: Describe>(entries: &[Entry<D::Event>], table: &[Row]) -> Statement<D> {
    let statement: Statement<D> = project(entries);
    let lines: Vec<_> = entries.iter().map(|entry| statement.line(entry)).collect();
    assert_eq!(lines.len(), table.len());
    for (line, (at, what, figures)) in lines.iter().zip(table) {
        let at = NaiveDateTime::parse_from_str(at, "%Y-%m-%d %H:%M").unwrap().and_utc();
        let shown: Vec<_> = line.figures.iter().flatten().map(Amount::to_string).collect();
        assert_eq!((line.at, line.what.as_str(), shown.join(" ").as_str()), (at, *what, *figures));
    }
    assert!(lines.iter().zip(1..).all(|(line, number)| line.number == number));
    statement
}

#[test]
fn the_bank_is_told_as_planned() {
    let diary = course().bank;
    let statement = is_told_as::<Bank>(diary.entries(), &BANK);
    // The refund, and it alone, makes good the fee.
    let corrects: Vec<_> =
        diary.entries().iter().map(|entry| statement.line(entry).corrects).collect();
    let mut expected = [None; 11];
    expected[9] = Some(8);
    assert_eq!(corrects, expected);
    assert_eq!(statement.figure_at(9, 0), Some(Money::cents(445_00).into()));
    assert_eq!(statement.figure_at(4, 1), None);
    for (version, which) in [(0, 0), (12, 0), (usize::MAX, 0), (9, 2)] {
        assert_eq!(statement.figure_at(version, which), None);
    }
}

#[test]
fn the_order_is_told_as_planned() {
    is_told_as::<Order>(course().order.entries(), &ORDER);
    let row: Order = replay(course().order.entries().iter().map(|entry| &entry.event));
    let names: Vec<_> = row.items().iter().map(ToString::to_string).collect();
    assert_eq!(names, ["tea", "mug"]);
    assert_eq!((row.total(), row.status()), (Money::cents(20_50), Status::Shipped));
}

#[test]
fn the_course_has_its_own_clock() {
    let now = DateTime::from_timestamp_millis(COURSE_NOW).unwrap();
    assert_eq!(now.to_string(), "2026-03-20 09:00:00 UTC");
    assert_eq!(course(), free_play(now, &Utc));
}

/// Each fact of the story is what one command leads to where things stand.
#[track_caller]
fn is_reachable<D>(entries: &[Entry<D::Event>], command: impl Fn(&D::Event) -> D::Command)
where
    D: Decider<Event: std::fmt::Debug + PartialEq, Rejection: std::fmt::Debug + PartialEq>,
{
    let mut state = D::default();
    for entry in entries {
        assert_eq!(state.decide(&command(&entry.event)), Ok(vec![entry.event.clone()]));
        state = state.evolve(&entry.event);
    }
}

#[test]
fn commands_lead_to_the_stories() {
    is_reachable::<Bank>(course().bank.entries(), |event| match event.clone() {
        bank::Event::AccountOpened { account, owner } => {
            bank::Command::OpenAccount { account, owner }
        }
        bank::Event::Deposited { account, amount } => bank::Command::Deposit { account, amount },
        bank::Event::Withdrawn { account, amount } => bank::Command::Withdraw { account, amount },
        bank::Event::Transferred { from, to, amount } => {
            bank::Command::Transfer { from, to, amount }
        }
        bank::Event::FeeCharged { account, amount, .. } => {
            bank::Command::ChargeFee { account, amount }
        }
        bank::Event::FeeRefunded { fee, .. } => bank::Command::RefundFee { fee },
    });
    is_reachable::<Order>(course().order.entries(), |event| match event.clone() {
        order::Event::OrderCreated { number } => {
            order::Command::CreateOrder { number: number.to_string() }
        }
        order::Event::ItemAdded { name, price, quantity } => {
            order::Command::AddItem { name: name.to_string(), price, quantity }
        }
        order::Event::ItemRemoved { name, quantity } => {
            order::Command::RemoveItem { name: name.to_string(), quantity }
        }
        order::Event::PaymentReceived { amount } => order::Command::ReceivePayment { amount },
        order::Event::OrderShipped {} => order::Command::Ship,
    });
}

#[test]
fn the_course_s_refusals_carry_its_numbers() {
    let row: Bank = replay(course().bank.entries().iter().map(|entry| &entry.event));
    let refused = |command: bank::Command| {
        format!("{}: {}", Bank::describe_command(&command), row.decide(&command).unwrap_err())
    };
    let amount = Money::cents(10_000_00);
    assert_eq!(
        refused(bank::Command::Withdraw { account: Everyday, amount }),
        "Withdraw 10,000.00 from Everyday: the balance of Everyday is 490.00, and 10,000.00 is \
         more than that."
    );
    assert_eq!(
        refused(bank::Command::RefundFee { fee: 1 }),
        "Refund fee 1: fee 1 has been given back already, and a fee is given back once."
    );
    assert_eq!(
        refused(bank::Command::Transfer { from: Savings, to: Everyday, amount }),
        "Transfer 10,000.00 from Savings to Everyday: the balance of Savings is 150.00, \
         and 10,000.00 is more than that."
    );
    let unpaid =
        course().order.until(7).iter().map(|entry| entry.event.clone()).collect::<Vec<_>>();
    let order: Order = replay(&unpaid);
    let refusal = order.decide(&order::Command::Ship).unwrap_err();
    assert_eq!(
        format!("{}: {refusal}", Order::describe_command(&order::Command::Ship)),
        "Ship: only a paid order can be shipped. Pay the total of 20.50 first."
    );
}

#[test]
fn every_command_is_said_in_plain_words() {
    let (account, amount, owner) = (Everyday, Money::cents(5_00), "Ana".to_owned());
    let bank = [
        bank::Command::OpenAccount { account: account.clone(), owner },
        bank::Command::Deposit { account: account.clone(), amount },
        bank::Command::ChargeFee { account, amount },
    ];
    let said =
        ["Open Everyday for Ana", "Deposit 5.00 into Everyday", "Charge Everyday a fee of 5.00"];
    assert_eq!(bank.map(|command| Bank::describe_command(&command)), said);
    let name = || "mug".to_owned();
    let order = [
        order::Command::CreateOrder { number: "ORD-1".into() },
        order::Command::AddItem { name: name(), price: amount, quantity: 2 },
        order::Command::RemoveItem { name: name(), quantity: order::HowMany::Exactly(1) },
        order::Command::RemoveItem { name: name(), quantity: order::HowMany::Exactly(2) },
        order::Command::ReceivePayment { amount },
    ];
    let said = [
        "Create order ORD-1",
        "Add 2 × mug",
        "Remove mug",
        "Remove 2 × mug",
        "Receive a payment of 5.00",
    ];
    assert_eq!(order.map(|command| Order::describe_command(&command)), said);
    let two = order::Event::ItemAdded { name: name().into(), price: amount, quantity: 2 };
    assert_eq!(Order::line(&two), "Item added: 2 × mug, 5.00 each");
    let removed =
        |quantity| Order::line(&order::Event::ItemRemoved { name: name().into(), quantity });
    assert_eq!(removed(order::HowMany::Exactly(1)), "Item removed: mug");
    assert_eq!(removed(order::HowMany::Exactly(2)), "Item removed: 2 × mug");
    // As it has always been said.
    assert_eq!(removed(order::HowMany::All), "Item removed: mug");
}
