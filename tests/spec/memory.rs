//! How much memory a long diary takes: its entries, and everything that the page reads off them.
//!
//! The bytes are counted by the allocator itself, so this is a test of its own, with one test in it:
//! another one beside it would be counted, too.

use std::{alloc::System, fmt::Debug};

use cap::Cap;
use chrono::{DateTime, TimeDelta, Utc};
use course::{
    chapters,
    lesson::{self, Learner},
};
use diary::{Diary, Snapshot, project};
use examples::{
    Describe, Money, Statement,
    bank::{self, Account, Bank},
    order::{self, Order},
    parcel::{self, Parcel},
};

#[global_allocator]
static ALLOCATOR: Cap<System> = Cap::new(System, usize::MAX);

/// Entries in each of these diaries, at most. A list that grows one by one is full at a power of two.
const ENTRIES: usize = 1 << 15;

fn begun() -> DateTime<Utc> {
    DateTime::from_timestamp_millis(1_767_225_600_000).unwrap()
}

/// The bytes that are held by everything that the page makes of a diary, but for the typed names.
/// Each of the commands is granted, and says so many bytes of names.
fn held<D: Describe + Debug>(commands: impl IntoIterator<Item = (D::Command, usize)>) -> usize {
    let before = ALLOCATOR.allocated();
    let (mut diary, mut row) = (Diary::default(), Snapshot::<D>::default());
    let mut typed = 0;
    for (seconds, (command, bytes)) in (0..).zip(commands) {
        let at = begun() + TimeDelta::seconds(seconds);
        let events = row.today().decide(&command);
        let events = events
            .unwrap_or_else(|no| panic!("{} is refused: {no}", D::describe_command(&command)));
        for event in &events {
            row.overwrite(at, event);
        }
        diary.append(at, events);
        typed += bytes;
    }
    let statement: Statement<D> = project(diary.entries());
    let bytes = ALLOCATOR.allocated() - before - typed;
    assert!(diary.len().abs_diff(ENTRIES) < 100, "{} entries", diary.len());
    assert_eq!(statement.states().latest(), row.today());
    bytes
}

const EVERYDAY: Account = Account::Everyday;
const CENT: Money = Money::cents(1);

fn opened() -> impl Iterator<Item = (bank::Command, usize)> {
    let owner = "Ana".to_owned();
    let opened = bank::Command::OpenAccount { account: EVERYDAY, owner };
    let salary = bank::Command::Deposit { account: EVERYDAY, amount: Money::cents(1_000_000_00) };
    [(opened, 3), (salary, 0)].into_iter()
}

fn deposits() -> impl Iterator<Item = (bank::Command, usize)> {
    let deposit = || (bank::Command::Deposit { account: EVERYDAY, amount: CENT }, 0);
    opened().chain(std::iter::repeat_with(deposit)).take(ENTRIES)
}

fn fee() -> (bank::Command, usize) {
    (bank::Command::ChargeFee { account: EVERYDAY, amount: CENT }, 0)
}

/// Nobody gets one back.
fn open_fees() -> impl Iterator<Item = (bank::Command, usize)> {
    opened().chain(std::iter::repeat_with(fee)).take(ENTRIES)
}

/// Half of them are given back in the end, from all places.
fn refunded_fees() -> impl Iterator<Item = (bank::Command, usize)> {
    let charged = u32::try_from(ENTRIES * 2 / 3).unwrap();
    let refunds = (1..=charged).filter(|fee| fee % 2 == 0);
    let refunds = refunds.map(|fee| (bank::Command::RefundFee { fee }, 0));
    opened().chain(std::iter::repeat_with(fee).take(charged as usize)).chain(refunds).take(ENTRIES)
}

/// The same for ever: an account for each entry.
fn many_accounts() -> impl Iterator<Item = (bank::Command, usize)> {
    opened().chain((0..ENTRIES).map(opened_as)).take(ENTRIES)
}

/// Each third entry opens an account, and the others move money into it and on.
fn accounts_that_are_used() -> impl Iterator<Item = (bank::Command, usize)> {
    let of_one = |number: usize| {
        let (command, bytes) = opened_as(number);
        let to = Account::called(&name(number));
        let transfer = bank::Command::Transfer { from: EVERYDAY, to: to.clone(), amount: CENT };
        let withdraw = bank::Command::Withdraw { account: to, amount: CENT };
        [(command, bytes), (transfer, 0), (withdraw, 0)]
    };
    opened().chain((0..ENTRIES).flat_map(of_one)).take(ENTRIES)
}

fn opened_as(number: usize) -> (bank::Command, usize) {
    let (account, owner) = (Account::called(&name(number)), "Ana".to_owned());
    let bytes = account.name().len() + owner.len();
    (bank::Command::OpenAccount { account, owner }, bytes)
}

/// The name of a thing: they are of every length up to the longest, and in no order.
fn name(number: usize) -> String {
    let scattered = number.wrapping_mul(0x9e37_79b9) % 0x1_0000_0000;
    format!("{scattered:08x}{}", "·".repeat(number % 193))
}

fn created() -> impl Iterator<Item = (order::Command, usize)> {
    [(order::Command::CreateOrder { number: "ORD-1".into() }, 5)].into_iter()
}

fn added(number: usize) -> (order::Command, usize) {
    let name = name(number);
    let bytes = name.len();
    (order::Command::AddItem { name, price: CENT, quantity: 1 }, bytes)
}

fn removed(number: usize) -> (order::Command, usize) {
    let name = name(number);
    let bytes = name.len();
    (order::Command::RemoveItem { name, quantity: order::HowMany::Exactly(1) }, bytes)
}

fn many_items() -> impl Iterator<Item = (order::Command, usize)> {
    created().chain((0..ENTRIES).map(added)).take(ENTRIES)
}

/// Everything is put in, taken out, and put in again.
fn items_that_come_and_go() -> impl Iterator<Item = (order::Command, usize)> {
    let third = 0..ENTRIES / 3;
    created()
        .chain(third.clone().map(added))
        .chain(third.clone().rev().map(removed))
        .chain(third.map(added))
        .take(ENTRIES)
}

/// A learner who does everything in all chapters, and again from the start.
fn learning() -> impl Iterator<Item = (lesson::Command, usize)> {
    let round = || {
        chapters().flat_map(|it| {
            let chapter = || it.id.to_owned();
            [
                lesson::Command::Open { chapter: chapter() },
                lesson::Command::StartAgain { chapter: chapter() },
                lesson::Command::TakeHint { chapter: chapter() },
                lesson::Command::ShowMe { chapter: chapter() },
            ]
        })
    };
    let named = |command: lesson::Command| {
        let (lesson::Command::Open { chapter }
        | lesson::Command::StartAgain { chapter }
        | lesson::Command::TakeHint { chapter }
        | lesson::Command::ShowMe { chapter }) = &command
        else {
            panic!("no other wish is made here")
        };
        let bytes = chapter.len();
        (command, bytes)
    };
    std::iter::repeat_with(round).flatten().map(named).take(ENTRIES)
}

/// A parcel that comes to another depot each time.
fn a_long_way() -> impl Iterator<Item = (parcel::Command, usize)> {
    let [number, from, to] = ["PCL-1", "Lamp shop", "Ana"].map(str::to_owned);
    let bytes = number.len() + from.len() + to.len();
    let registered = parcel::Command::Register { number, from, to, grams: 2_400 };
    let begun = [(registered, bytes), (parcel::Command::Collect, 0)];
    let stops = (0..ENTRIES / 2).flat_map(|number| {
        let depot = format!("Depot number {number}");
        let bytes = depot.len();
        let arrive = parcel::Command::Arrive { depot: depot.clone() };
        [(arrive, bytes), (parcel::Command::Leave { depot }, bytes)]
    });
    begun.into_iter().chain(stops)
}

/// A diary that the rules allow, whatever stands in it, takes at most twice the memory of as many
/// deposits.
#[test]
fn no_diary_takes_much_more_memory_than_deposits_do() {
    let limit = 2 * held::<Bank>(deposits());
    let held = [
        ("open fees", held::<Bank>(open_fees())),
        ("refunded fees", held::<Bank>(refunded_fees())),
        ("many accounts", held::<Bank>(many_accounts())),
        ("accounts that are used", held::<Bank>(accounts_that_are_used())),
        ("many items", held::<Order>(many_items())),
        ("items that come and go", held::<Order>(items_that_come_and_go())),
        ("a long way", held::<Parcel>(a_long_way())),
        ("a learner", held::<Learner>(learning())),
    ];
    let each = |bytes: usize| bytes / ENTRIES;
    println!("at most {} bytes an entry", each(limit));
    for (what, bytes) in held {
        println!("{what}: {}", each(bytes));
    }
    for (what, bytes) in held {
        assert!(bytes <= limit, "{what}: {} bytes an entry, above {}", each(bytes), each(limit));
    }
}
