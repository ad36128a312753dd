//! The readable text of a diary that has no room is tried again, and not more often than that pays.

use chrono::{DateTime, Utc};
use event_diary::{
    course::big_diary,
    diary::Diary,
    domain::bank::{Bank, Event},
    keeping::{Access, Effect, Input, Mend, OpeningId, Outcome, Session, StoreError, Volume},
};

use crate::shelf::begun;

fn opened(entries: usize) -> Session<Bank> {
    let diary: Diary<Event> = big_diary(entries, now());
    Session::new(OpeningId(1), 7, Volume::of("bank-1", begun(), diary), Access::Both)
}

fn now() -> DateTime<Utc> {
    begun()
}

fn mendings(effects: &[Effect]) -> Vec<&Mend> {
    effects
        .iter()
        .filter_map(|it| if let Effect::Mend(how) = it { Some(how) } else { None })
        .collect()
}

#[test]
fn what_reading_could_not_write_is_not_written_once_more_at_once() {
    let full = || Outcome::Failed(StoreError::Full);
    let shown = opened(3).step(now(), Input::Shown(full()));
    assert!(mendings(&shown).is_empty(), "{shown:?}");
    // Where reading left it whole, somebody may have written since.
    let shown = opened(3).step(now(), Input::Shown(Outcome::Done(())));
    assert_eq!(mendings(&shown), [&Mend::IfBehind]);
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
            assert_eq!(mendings(&effects), [&Mend::Again]);
            let failed = session.step(now(), Input::Mended(Outcome::Failed(StoreError::Full)));
            assert!(!failed.iter().any(|it| matches!(it, Effect::Wake(..))), "one pause at a time");
        }
        assert_eq!(pauses[0], first);
        assert!(pauses.windows(2).all(|two| two[1] == (two[0] * 2).min(longest)), "{pauses:?}");
        assert_eq!(pauses[11], longest);
    }
}
