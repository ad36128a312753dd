//! What diaries are kept of.

use chrono::TimeZone;

use crate::{Describe, story::Dates};
use diary::{Diary, StoredEvent};

/// An event that can be kept, and shown whenever the page wants to.
pub trait Kept: StoredEvent + PartialEq + Send + Sync + 'static {}
impl<E: StoredEvent + PartialEq + Send + Sync + 'static> Kept for E {}

/// What a diary is kept of: one of the examples, or the learner who goes through the course.
pub trait Kind:
    Describe<Command: Clone + Send + Sync, Event: Kept, Rejection: Clone + Send + Sync>
    + Send
    + Sync
    + 'static
{
    /// What the names of its diaries start with, and the address of its place: `bank` for `bank-1`, `bank-2`, …
    /// and `#/bank`.
    const KIND: &'static str;

    /// What its place is called.
    const TITLE: &'static str;

    /// The story that a first visit finds in its diary, as far as it has happened on the reader's calendar. One
    /// without a story begins with nothing.
    fn story(_: &Dates<'_, impl TimeZone>) -> Diary<Self::Event> {
        Diary::default()
    }
}
