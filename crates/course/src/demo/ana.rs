//! What the demos about Ana's accounts have in common.

use chrono::{DateTime, Utc};

use super::trial::{Look, Note};
use crate::{COURSE_NOW, course};
use diary::{Diary, Entry, replay};
use examples::{
    Describe, Money,
    bank::{Account, Bank, Event},
    calendar::{Month, end_of_day, start_of_day},
};

/// How many lines of a diary stand on a demo: its last ones.
const SHOWN: usize = 6;

/// Ana's diary at the story's end.
pub(super) fn diary() -> Diary<Event> {
    course().bank
}

/// The course's now.
pub(super) fn now() -> DateTime<Utc> {
    DateTime::from_timestamp_millis(COURSE_NOW).unwrap_or_default()
}

/// A new diary with these facts at their old times.
pub(super) fn copy_of<'a>(entries: impl IntoIterator<Item = &'a Entry<Event>>) -> Diary<Event> {
    entries.into_iter().fold(Diary::default(), |mut copy, entry| {
        copy.append(entry.at, [entry.event.clone()]);
        copy
    })
}

/// Where things stand after these entries.
pub(super) fn bank(entries: &[Entry<Event>]) -> Bank {
    replay(entries.iter().map(|entry| &entry.event))
}

/// What is in Everyday after these entries.
pub(super) fn everyday(entries: &[Entry<Event>]) -> Money {
    in_everyday(&bank(entries))
}

/// What is in Everyday where things stand like this.
pub(super) fn in_everyday(bank: &Bank) -> Money {
    bank.balance(&Account::Everyday).unwrap_or_default()
}

/// What was in Everyday when a day of March 2026 began.
pub(super) fn when_day_began(diary: &Diary<Event>, day: u32) -> Money {
    everyday(diary.before(start_of_day(MARCH.day(day), &Utc)))
}

/// What was in Everyday when a day of March 2026 ended.
pub(super) fn when_day_ended(diary: &Diary<Event>, day: u32) -> Money {
    everyday(diary.before(end_of_day(MARCH.day(day), &Utc)))
}

const MARCH: Month = Month { year: 2026, month: 3 };

/// The first amount without the second.
pub(super) fn difference(one: Money, other: Money) -> Money {
    [one, -other].into_iter().sum()
}

/// An entry as a note.
pub(super) fn note(entry: &Entry<Event>) -> Note {
    let words = Bank::line(&entry.event);
    Note { entry: Some(entry.number), at: Some(entry.at), ..Note::new(Look::Line, words) }
}

/// The diary's last lines.
pub(super) fn last_notes(diary: &Diary<Event>) -> Vec<Note> {
    let hidden = diary.len().saturating_sub(SHOWN);
    diary.entries().iter().skip(hidden).map(note).collect()
}
