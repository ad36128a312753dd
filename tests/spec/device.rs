//! What a start decides, step by step: which store there is, and which diary is opened.

use chrono::{DateTime, TimeDelta};
use storage::{
    Access, Device, DeviceEffect, DeviceInput, Findings, Message, Outcome, ReadOnly, Show, Signs,
    Source, Start, StoreError, Ticket,
};

use crate::mirror::begun;

fn visited(device: &mut Device) -> Vec<DeviceEffect> {
    let mut effects = device.step(DeviceInput::Started);
    effects.extend(device.step(DeviceInput::Visited("bank".into())));
    effects
}

fn known() -> Signs {
    Signs { remembers: true, has_keys: true, had_database: true, ..Signs::default() }
}

/// The ticket with which the names were asked for last.
fn listing(effects: &[DeviceEffect]) -> Ticket {
    let ticket = effects.iter().rev().find_map(|effect| match effect {
        DeviceEffect::List(ticket, _) => Some(*ticket),
        _ => None,
    });
    ticket.expect("it looks which diaries there are")
}

fn reading(effects: &[DeviceEffect]) -> (Ticket, String) {
    let read = effects.iter().rev().find_map(|effect| match effect {
        DeviceEffect::Read(ticket, Source::Stores, _, name) => Some((*ticket, name.clone())),
        _ => None,
    });
    read.expect("it reads a diary")
}

fn begins(effects: &[DeviceEffect]) -> bool {
    effects.iter().any(|effect| matches!(effect, DeviceEffect::Begin(..)))
}

fn names(names: &[&str]) -> Outcome<Vec<(String, bool)>> {
    Outcome::Done(names.iter().map(|name| ((*name).to_owned(), true)).collect())
}

#[test]
fn fault_46_a_read_that_fails_begins_nothing_and_is_tried_again() {
    let mut device = Device::new(Ok(()), known());
    visited(&mut device);
    let effects = device.step(DeviceInput::Database(Outcome::Done(())));
    let effects = device.step(DeviceInput::Names(listing(&effects), names(&["bank-1"])));
    let (ticket, name) = reading(&effects);
    assert_eq!(name, "bank-1");
    let failed = Outcome::Failed(StoreError::Failed("a reason".into()));
    let effects = device.step(DeviceInput::Read(ticket, failed));
    assert!(!begins(&effects));
    let Some(DeviceEffect::Wake(again, _)) =
        effects.iter().find(|effect| matches!(effect, DeviceEffect::Wake(..)))
    else {
        panic!("it is tried again: {effects:?}")
    };
    let effects = device.step(DeviceInput::Woke(*again));
    let effects = device.step(DeviceInput::Names(listing(&effects), names(&["bank-1"])));
    let (ticket, _) = reading(&effects);
    let found = Outcome::Done(Some(Findings::default()));
    let effects = device.step(DeviceInput::Read(ticket, found));
    assert!(effects.contains(&DeviceEffect::Show(
        "bank".into(),
        ticket,
        Show::Held(ticket),
        Access::Both
    )));
}

#[test]
fn fault_14_a_silent_database_is_not_a_missing_one() {
    let mut device = Device::new(Ok(()), known());
    let effects = visited(&mut device);
    let Some(DeviceEffect::Wake(patience, _)) =
        effects.iter().find(|effect| matches!(effect, DeviceEffect::Wake(..)))
    else {
        panic!("it does not wait for ever: {effects:?}")
    };
    let effects = device.step(DeviceInput::Woke(*patience));
    // The readable text is shown, and nothing is written.
    assert!(effects.iter().any(|effect| matches!(effect, DeviceEffect::List(_, Source::Text))));
    assert!(!begins(&effects) && !effects.contains(&DeviceEffect::AskWhoWrites));
    assert!(effects.contains(&DeviceEffect::Report(Message::DatabaseSilent(StoreError::Silent))));
}

#[test]
fn fault_14_a_database_that_was_here_is_not_written_beside() {
    let mut device = Device::new(Ok(()), known());
    visited(&mut device);
    let effects = device.step(DeviceInput::Database(Outcome::Failed(StoreError::Blocked)));
    assert!(effects.contains(&DeviceEffect::Report(Message::DatabaseGone)));
    assert!(!effects.contains(&DeviceEffect::AskWhoWrites));
    let effects = device.step(DeviceInput::Names(listing(&effects), names(&[])));
    assert!(!begins(&effects));
}

#[test]
fn fault_45_a_tab_that_has_the_database_says_so_to_one_that_misses_it() {
    let mut has = Device::new(Ok(()), known());
    visited(&mut has);
    has.step(DeviceInput::Database(Outcome::Done(())));
    assert_eq!(has.step(DeviceInput::WhoWrites), [DeviceEffect::SayHasDatabase]);
    let mut misses = Device::new(Ok(()), Signs::default());
    visited(&mut misses);
    let effects = misses.step(DeviceInput::Database(Outcome::Failed(StoreError::Blocked)));
    assert!(effects.contains(&DeviceEffect::AskWhoWrites));
    let effects = misses.step(DeviceInput::OtherHasDatabase);
    assert!(effects.contains(&DeviceEffect::Report(Message::DatabaseGone)));
}

#[test]
fn a_diary_that_the_page_died_of_waits_for_its_reader() {
    let died = Some("bank-1".to_owned());
    let mut device = Device::new(Ok(()), Signs { died, ..known() });
    visited(&mut device);
    let effects = device.step(DeviceInput::Database(Outcome::Done(())));
    let effects = device.step(DeviceInput::Names(listing(&effects), names(&["bank-1", "bank-2"])));
    // The other one is newer, and is opened as if nothing had been.
    assert_eq!(reading(&effects).1, "bank-2");

    let died = Some("bank-1".to_owned());
    let mut device = Device::new(Ok(()), Signs { died, ..known() });
    visited(&mut device);
    let effects = device.step(DeviceInput::Database(Outcome::Done(())));
    let effects = device.step(DeviceInput::Names(listing(&effects), names(&["bank-1"])));
    assert!(effects.contains(&DeviceEffect::Report(Message::Died("bank-1".into()))));
    let shows = |effect: &DeviceEffect| {
        matches!(effect, DeviceEffect::Show(_, _, Show::Nothing, Access::ReadOnly(ReadOnly::Died)))
    };
    assert!(effects.iter().any(shows));
    let effects = device.step(DeviceInput::Retry("bank".into(), false));
    assert!(matches!(effects[..], [DeviceEffect::Begin(_, _, Start::Story)]));
}

#[test]
fn a_note_of_a_reading_tells_of_a_death_when_it_is_old() {
    let now = begun();
    let note = |at: DateTime<chrono::Utc>| format!("bank-1@{}", at.timestamp_millis());
    let died = |at| Signs::died_of(&note(at), now);
    assert_eq!(died(now - TimeDelta::seconds(10)).as_deref(), Some("bank-1"));
    assert_eq!(died(now - TimeDelta::seconds(1)), None, "another tab may be at it");
    assert_eq!(died(now + TimeDelta::hours(1)).as_deref(), Some("bank-1"), "a clock put back");
    for note in ["", "bank-1", "bank-1@", "bank-1@soon"] {
        assert_eq!(Signs::died_of(note, now), None, "{note}");
    }
}
