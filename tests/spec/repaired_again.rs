//! The readable text of a diary that has no room is tried again, and not more often than that pays.

use chrono::{DateTime, Utc};
use course::big_diary;
use diary::Diary;
use examples::bank::{Bank, Event};
use storage::{
    Access, Appended, Effect, Input, Mirrored, OpeningId, Outcome, Repair, Session, StoreError,
    StoredDiary,
};

use crate::{
    mirror::begun,
    steps::deposit,
    stores::{World, ask},
    turns::block_on,
};

fn opened(entries: usize) -> Session<Bank> {
    let diary: Diary<Event> = big_diary(entries, now());
    Session::new(OpeningId(1), 7, StoredDiary::of("bank-1", begun(), diary), Access::Both)
}

fn now() -> DateTime<Utc> {
    begun()
}

fn repairs(effects: &[Effect]) -> Vec<&Repair> {
    effects
        .iter()
        .filter_map(|it| if let Effect::Repair(how) = it { Some(how) } else { None })
        .collect()
}

#[test]
fn what_reading_could_not_write_is_not_written_once_more_at_once() {
    let full = || Outcome::Failed(StoreError::Full);
    let shown = opened(3).step(now(), Input::Shown(full()));
    assert!(repairs(&shown).is_empty(), "{shown:?}");
    // Where reading left it whole, somebody may have written since.
    let shown = opened(3).step(now(), Input::Shown(Outcome::Done(())));
    assert_eq!(repairs(&shown), [&Repair::IfBehind]);
}

#[test]
fn a_longer_diary_waits_longer() {
    for (entries, first, longest) in
        [(3, 2_000, 60_000), (10_000, 2_000, 60_000), (20_000, 2_000, 120_000)]
    {
        let mut session = opened(entries);
        let mut effects = session.step(now(), Input::Shown(Outcome::Failed(StoreError::Full)));
        let mut pauses = Vec::new();
        for _ in 0..12 {
            let wake = effects.iter().rev().find_map(|it| match it {
                // What the database is asked has a pause of its own.
                Effect::Wake(ticket, after) if *after != 3_000 => Some((*ticket, *after)),
                _ => None,
            });
            let (ticket, after) = wake.expect("it is tried again for ever");
            pauses.push(after);
            effects = session.step(now(), Input::Woke(ticket));
            assert_eq!(repairs(&effects), [&Repair::Again]);
            let failed = session.step(now(), Input::Repaired(Outcome::Failed(StoreError::Full)));
            assert!(!failed.iter().any(|it| matches!(it, Effect::Wake(..))), "one pause at a time");
        }
        assert_eq!(pauses[0], first);
        assert!(pauses.windows(2).all(|two| two[1] == (two[0] * 2).min(longest)), "{pauses:?}");
        assert_eq!(pauses[11], longest);
    }
}

/// localStorage tells other processes late, and key by key: the record of two more entries may be
/// here while the lines are still those of one less.
#[test]
fn a_reader_who_is_behind_sets_nothing_aside() {
    let world = World::default();
    let tab = world.tab();
    let (mut stored, _) = ask(tab.begin("bank", begun(), big_diary(3, now()))).unwrap();
    let segment = "event-diary/bank-1/00000";
    let before = world.mirror()[segment].clone();
    let write = |stored: &mut StoredDiary<Event>| {
        let draft = stored.draft(now(), [deposit()]);
        let written = block_on(tab.append(&draft.changes, None));
        assert!(matches!(written, Appended::Written(Mirrored::Done)));
        stored.accept(draft);
    };
    write(&mut stored);
    let behind = stored.clone();
    write(&mut stored);
    world.disk.borrow_mut().mirror.insert(segment.into(), before);
    let mirror = world.mirror();
    assert_eq!(tab.repair_mirror(&behind, &Repair::IfBehind), Outcome::Done(false));
    assert_eq!(world.mirror(), mirror);
    // Who knows all of it puts the lines right.
    assert_eq!(tab.repair_mirror(&stored, &Repair::IfBehind), Outcome::Done(false));
    let whole = stored.texts();
    assert!(whole.iter().all(|(key, text)| world.mirror().get(key) == Some(text)));
    assert!(!world.mirror().keys().any(|key| key.contains("/broken/")));
}
