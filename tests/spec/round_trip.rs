//! What is written is what is read, and it is written the same way whenever it is.

use chrono::{DateTime, TimeDelta, Utc};
use diary::{Diary, Snapshot};
use examples::bank::{self, Account, Bank};
use proptest::{prelude::*, sample::select};
use storage::{SEGMENT, StoredDiary};

use crate::{
    mirror::{Texts, begun, keep, open, shelved, stored_of},
    random::{Sample, Script, Tale, check, scripts},
};

/// Writes a tale draft by draft behind a long diary's first entries, and reads it again.
#[track_caller]
fn is_read_as_written<D: Sample>() {
    // Where a segment ends there is most to go wrong.
    let lengths = [0, SEGMENT - 2, SEGMENT - 1, SEGMENT, SEGMENT + 1, 2 * SEGMENT - 1, 2 * SEGMENT];
    let begun: Vec<_> = lengths
        .iter()
        .map(|&length| {
            let mut diary = Diary::default();
            for entry in D::long().diary.until(length) {
                diary.append(entry.at, [entry.event.clone()]);
            }
            let stored = stored_of(&diary);
            let texts = shelved(&stored);
            (stored, texts)
        })
        .collect();
    // A short beginning is tried more often, which keeps the test quick.
    let start = prop_oneof![12 => Just(0_usize), 1 => 1..lengths.len()];
    let chunk = select(vec![1_usize, 1, 2, 7]);
    check((scripts(), start, chunk), |(script, start, chunk): (Script, usize, usize)| {
        let tale = Tale::<D>::of(&script);
        let (mut stored, mut texts) = begun[start].clone();
        for entries in tale.diary.entries().chunks(chunk) {
            let before = stored.clone();
            let facts = entries.iter().map(|entry| entry.event.clone());
            let draft = stored.draft(entries[0].at, facts);
            prop_assert_eq!(&stored, &before, "a draft is not written yet");
            keep(&mut texts, &draft, true);
            stored.accept(draft);
        }
        prop_assert_eq!(&texts, &shelved(&stored), "the texts depend on the diary alone");
        prop_assert!(texts.values().all(|text| text.is_ascii()));
        let opened = open(&texts);
        prop_assert_eq!(&opened.damage, &None);
        prop_assert_eq!(opened.stored.fingerprint(), stored.fingerprint());
        prop_assert_eq!(opened.stored.tail(), stored.tail());
        prop_assert_eq!(opened.stored, stored);
        Ok(())
    });
}

#[test]
fn every_example_is_read_as_written() {
    each_once!(is_read_as_written);
}

#[test]
fn fault_24_the_record_may_lag_behind() {
    // The entries are written first. Killed in between, nothing of them is lost, and nothing is
    // said, since nothing is wrong.
    for length in [0, 1, SEGMENT - 1, SEGMENT, 600] {
        let diary = &Bank::long().diary;
        let mut stored = StoredDiary::new("test", begun());
        let mut texts = shelved(&stored);
        for entry in diary.until(length) {
            let draft = stored.draft(entry.at, [entry.event.clone()]);
            keep(&mut texts, &draft, entry.number == length / 2);
            stored.accept(draft);
        }
        let opened = open(&texts);
        assert_eq!((opened.damage, opened.stored), (None, stored));
    }
}

#[test]
fn an_append_rewrites_one_segment() {
    let stored = stored_of(&Bank::long().diary);
    let event = Bank::long().diary.entries()[0].event.clone();
    let draft = stored.draft(begun(), [event]);
    let keys: Vec<_> = draft.changes.writes.iter().map(|(key, _)| key.as_str()).collect();
    assert_eq!(keys, ["event-diary/test/00002"]);
    assert_eq!(draft.changes.meta.0, "event-diary/test/meta");
}

#[test]
fn the_tail_tells_when_somebody_else_has_written() {
    let texts = shelved(&stored_of(&Bank::long().diary));
    for length in [0, 1, SEGMENT - 1, SEGMENT, SEGMENT + 1, 599] {
        let mut diary = Diary::default();
        for entry in Bank::long().diary.until(length) {
            diary.append(entry.at, [entry.event.clone()]);
        }
        let stored = stored_of(&diary);
        let as_left = |texts: &Texts| {
            stored.tail().iter().all(|(key, text)| texts.get(key).map(String::as_str) == *text)
        };
        assert!(as_left(&shelved(&stored)), "at {length}");
        assert!(!as_left(&texts), "somebody wrote more at {length}");
        assert!(length == 0 || !as_left(&Texts::new()), "everything was cleared at {length}");
    }
}

#[test]
fn nothing_on_the_mirror_is_no_diary() {
    assert!(StoredDiary::<bank::Event>::from_mirror("test", &Texts::new()).is_none());
    let empty = StoredDiary::<bank::Event>::new("test", begun());
    assert_eq!(shelved(&empty).len(), 1, "an empty diary has its record");
    let opened = open::<bank::Event>(&shelved(&empty));
    assert_eq!((opened.damage, opened.stored), (None, empty));
}

#[test]
fn fault_29_whatever_the_clock_says_it_can_be_read_again() {
    // A clock can be wrong by any number of years, set back, or finer than what is stored. Both
    // memories date alike, and what is kept can be opened.
    let clocks = [
        begun(),
        begun() + TimeDelta::nanoseconds(1_999_999),
        begun() - TimeDelta::days(365),
        DateTime::UNIX_EPOCH - TimeDelta::nanoseconds(1),
        DateTime::<Utc>::MIN_UTC,
        DateTime::<Utc>::MAX_UTC,
    ];
    for first in clocks {
        for second in clocks {
            let mut stored = StoredDiary::new("test", begun());
            let mut row = Snapshot::<Bank>::default();
            let account = Account::Everyday;
            let open_account =
                bank::Command::OpenAccount { account: account.clone(), owner: "Ana".into() };
            let amount = examples::Money::cents(1);
            let deposit = bank::Command::Deposit { account, amount };
            for (at, command) in [(first, open_account), (second, deposit)] {
                let facts = diary::Decider::decide(row.today(), &command).unwrap();
                row.handle(at, &command).unwrap();
                let draft = stored.draft(at, facts);
                stored.accept(draft);
                let last = stored.diary().entries().last().map(|last| last.at);
                assert_eq!(row.updated_at(), last, "after {first} and {second}");
            }
            let opened = open(&shelved(&stored));
            assert_eq!((opened.damage, opened.stored), (None, stored), "at {first} and {second}");
        }
    }
}
