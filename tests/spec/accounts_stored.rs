//! Accounts as they are stored: those of old as they always were, and the named ones beside them.

use std::collections::BTreeSet;

use diary::{Decider, Diary, FormatError, StoredEvent};
use examples::bank::{
    Account::{self, Everyday, Savings},
    Bank, Event,
};
use proptest::prelude::*;
use serde::{Deserialize, Serialize};
use storage::StoredDiary;

use crate::{
    accounts::{car, cents, deposited, open_it, opened},
    mirror::{META, begun, open, shelved, stored_of},
    random::{check, name},
};

fn story() -> Diary<Event> {
    let beach = || Account::called("Été à la plage 🏖");
    let mut diary = Diary::default();
    diary.append(begun(), [opened(Everyday), deposited(Everyday, 100_00), opened(beach())]);
    let transferred = |from, to| Event::Transferred { from, to, amount: cents(30_00) };
    diary.append(begun(), [transferred(Everyday, beach()), opened(car())]);
    let fee = (beach(), cents(1_00), 1);
    let (account, amount, number) = fee.clone();
    diary.append(begun(), [Event::FeeCharged { account, amount, fee: number }]);
    let (account, amount, number) = fee;
    diary.append(begun(), [Event::FeeRefunded { account, amount, fee: number }]);
    diary.append(begun(), [transferred(beach(), car()), opened(Savings)]);
    diary
}

/// As they were stored when accounts had just got names. This is never written again.
#[test]
fn named_accounts_open_as_they_were_first_stored() {
    let texts = [
        (META.to_owned(), include_str!("../fixtures/format-1-named/bank/meta").to_owned()),
        (
            META.replace("meta", "00000"),
            include_str!("../fixtures/format-1-named/bank/00000").to_owned(),
        ),
    ];
    let texts = texts.into_iter().collect();
    let (stored, damage, writes) = StoredDiary::<Event>::from_mirror("test", &texts).unwrap();
    assert_eq!((damage, writes), (None, vec![]));
    assert_eq!(stored.diary(), &story());
    assert_eq!(shelved(&stored_of(&story())), texts, "and are written as they were");
}

/// The events as they were before accounts had names.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
enum Before {
    AccountOpened { account: TwoAccounts, owner: String },
    Deposited { account: TwoAccounts, cents: i64 },
    Transferred { from: TwoAccounts, to: TwoAccounts, cents: i64 },
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum TwoAccounts {
    Everyday,
    Savings,
}

impl StoredEvent for Before {}

#[test]
fn fault_08_an_older_version_leaves_a_named_account_alone() {
    let texts = shelved(&stored_of(&story()));
    let before = open::<Before>(&texts);
    let damage = before.damage.expect("the third entry is about an account that it doesn’t know");
    let is_unknown =
        matches!(&damage.why, FormatError::UnknownEvent { name, .. } if name == "account_opened");
    assert!(is_unknown, "{:?}", damage.why);
    assert_eq!((damage.stops_after, damage.repair), (2, vec![]), "nothing is written over it");
    // What is about Everyday and Savings alone is stored as it always was.
    let old = [opened(Everyday), opened(Savings), deposited(Savings, 5)];
    let mut diary = Diary::default();
    diary.append(begun(), old);
    let texts = shelved(&stored_of(&diary));
    let before = open::<Before>(&texts);
    assert_eq!(before.damage, None);
    assert_eq!(shelved(&before.stored), texts);
}

/// Only text that an account is stored as is one: what was read is written as it was.
#[test]
fn an_account_is_read_from_one_text_alone() {
    let read =
        |text: &str| serde_json::from_value::<Account>(serde_json::Value::String(text.to_owned()));
    assert_eq!(read("everyday").unwrap(), Everyday);
    assert_eq!(read("savings").unwrap(), Savings);
    assert_eq!(read("Holidays").unwrap().name(), "Holidays");
    for none in ["Everyday", "SAVINGS", "", " ", " Holidays", "New  car", &"x".repeat(201)] {
        let why = read(none).unwrap_err().to_string();
        assert!(why.contains("is no account’s name"), "{none:?}: {why}");
    }
    for none in ["null", "7", "[]", r#"{"Named":"x"}"#] {
        assert!(serde_json::from_str::<Account>(none).is_err(), "{none}");
    }
}

#[test]
fn no_name_is_stored_as_another_account() {
    let mut stored = BTreeSet::new();
    check((name(), any::<bool>()), |(typed, shouted)| {
        let typed = if shouted { typed.to_ascii_uppercase() } else { typed };
        let account = Account::called(&typed);
        let opened = Bank::default().decide(&open_it(account.clone()));
        let text = serde_json::to_string(&account).unwrap();
        let read = serde_json::from_str::<Account>(&text);
        // What the rules let in can be read again, and nothing else.
        prop_assert_eq!(opened.is_ok(), read.is_ok(), "{}", text);
        if let Ok(read) = read {
            prop_assert_eq!(read.name(), account.name());
            prop_assert_eq!(Account::called(read.name()), account);
        }
        Ok(())
    });
    for typed in ["everyday", "Everyday", "savings", "Holidays", "holiday", "Every day"] {
        let text = serde_json::to_string(&Account::called(typed)).unwrap().to_ascii_lowercase();
        stored.insert(text);
    }
    assert_eq!(stored.len(), 5, "{stored:?}");
}
