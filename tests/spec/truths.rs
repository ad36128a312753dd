//! What it takes to work out the answers of the chapters once more, by the real rules, diaries and
//! readings: a chapter can't promise what the core doesn't do.

use chrono::{DateTime, NaiveDate, Utc};
use course::{COURSE_NOW, Chapter, Guess, chapter};
use diary::{Decider, Diary, Entry, Snapshot, replay};
use examples::{
    Money,
    bank::{self, Account, Account::Everyday, Bank},
};

pub(crate) fn it(id: &str) -> &'static Chapter {
    chapter(id).unwrap()
}

pub(crate) fn truth(id: &str, field: usize) -> Guess {
    it(id).question.fields[field].kind.truth()
}

pub(crate) fn money(money: Money) -> Guess {
    Guess::Number(money.in_cents())
}

pub(crate) fn count(count: usize) -> Guess {
    Guess::Number(i64::try_from(count).unwrap())
}

pub(crate) fn now() -> DateTime<Utc> {
    DateTime::from_timestamp_millis(COURSE_NOW).unwrap()
}

pub(crate) fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

pub(crate) fn bank_of(entries: &[Entry<bank::Event>]) -> Bank {
    replay(entries.iter().map(|entry| &entry.event))
}

pub(crate) fn everyday(entries: &[Entry<bank::Event>]) -> Money {
    bank_of(entries).balance(&Everyday).unwrap()
}

pub(crate) fn total(bank: &Bank) -> Money {
    Account::FIRST.iter().filter_map(|account| bank.balance(account)).sum()
}

pub(crate) fn row_of<D: Decider>(diary: &Diary<D::Event>) -> Snapshot<D> {
    let mut row = Snapshot::default();
    diary.entries().iter().for_each(|entry| row.overwrite(entry.at, &entry.event));
    row
}

/// Writes what the rules make of the command; `false` when they refuse it.
pub(crate) fn carry_out<D: Decider>(diary: &mut Diary<D::Event>, command: &D::Command) -> bool {
    let state: D = replay(diary.entries().iter().map(|entry| &entry.event));
    let events = state.decide(command);
    events.is_ok_and(|events| {
        diary.append(now(), events);
        true
    })
}
