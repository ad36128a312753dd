//! The long diary that nobody wrote: always the same, and in keeping with the rules.

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};
use course::{COURSE_NOW, MOST_ENTRIES, big_diary};
use diary::{ChainHash, Decider, line_of};
use examples::{
    Describe, Money,
    bank::{Account, Bank},
};

fn now() -> DateTime<Utc> {
    DateTime::from_timestamp_millis(COURSE_NOW).unwrap()
}

#[test]
fn it_has_as_many_entries_as_it_is_asked_for() {
    for entries in [0, 1, 2, 3, 64, 1_000, 10_000] {
        let diary = big_diary(entries, now());
        assert_eq!(diary.len(), entries);
        assert!(
            diary.entries().windows(2).all(|two| two[1].at - two[0].at == TimeDelta::minutes(10))
        );
        assert!(diary.entries().last().is_none_or(|last| last.at == now()));
    }
}

#[test]
fn a_longer_one_begins_like_a_shorter_one() {
    let events = |entries| {
        let diary = big_diary(entries, now());
        diary.entries().iter().map(|entry| entry.event.clone()).collect::<Vec<_>>()
    };
    assert_eq!(events(10_000)[..777], events(777));
}

/// Its last link stands for every letter of it: if it differs, the page's numbers differ too.
#[test]
fn it_is_the_same_for_everybody() {
    let diary = big_diary(10_000, now());
    let chain =
        diary.entries().iter().fold(ChainHash::default(), |link, entry| line_of(entry, &link).1);
    assert_eq!(chain.to_string(), "3cd1b2a0");
}

#[test]
fn it_could_have_happened() {
    let diary = big_diary(10_000, now());
    let mut kinds = BTreeSet::new();
    let mut bank = Bank::default();
    let mut most_open_fees = 0;
    for entry in diary.entries() {
        let sentence = Bank::line(&entry.event);
        kinds.insert(sentence.split(' ').filter(|word| !word.contains('.')).collect::<String>());
        bank = bank.evolve(&entry.event);
        let balances = Account::FIRST.map(|account| bank.balance(&account));
        assert!(balances.iter().flatten().all(|&it| (Money::ZERO..Money::MAX).contains(&it)));
        most_open_fees = most_open_fees.max(bank.refundable().len());
    }
    let expected = [
        "Deposited",
        "EverydayopenedforAna",
        "Feeofcharged",
        "Feeofrefunded",
        "SavingsopenedforAna",
        "TransferredtoEveryday",
        "TransferredtoSavings",
        "Withdrawn",
    ];
    assert_eq!(kinds.iter().map(String::as_str).collect::<Vec<_>>(), expected);
    // As in a life; `long.rs` has the diaries in which nobody gives one back.
    assert!(most_open_fees < 10, "{most_open_fees}");
}

#[test]
fn there_is_an_end_to_it() {
    let most = big_diary(usize::MAX, now());
    assert_eq!(most.len(), MOST_ENTRIES);
    assert!(most.entries().first().is_some_and(|first| first.at > DateTime::UNIX_EPOCH));
    // A million entries before the year 1970 would have been written at once.
    let early = big_diary(3, DateTime::UNIX_EPOCH + TimeDelta::minutes(10));
    assert_eq!(early.entries()[0].at, DateTime::UNIX_EPOCH);
    assert_eq!(early.len(), 3);
}
