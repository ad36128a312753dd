//! What an example is: the one trait that the page knows of it.

use chrono::TimeZone;

use crate::{
    compare::Compared,
    questions::{Questions, own::Asked},
    readings::Reports,
    story::Dates,
    two_clocks::Clocked,
};
use diary::{Diary, Recall};

/// An example: everything that the page needs to know of it. It lies in a folder of its own, and nothing of
/// it is anywhere else.
pub trait Example: Questions + Reports + Asked + Compared + Clocked + Recall {
    /// What the names of its diaries start with, and the address of its place: `bank` for `bank-1`, `bank-2`, …
    /// and `#/bank`.
    const KIND: &'static str;

    /// What its place is called.
    const TITLE: &'static str;

    /// The story that a first visit finds in its diary, as far as it has happened on the reader's calendar.
    fn story(dates: &Dates<'_, impl TimeZone>) -> Diary<Self::Event>;
}
