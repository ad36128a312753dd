//! The bank as an example.

use chrono::TimeZone;

use super::{Bank, Event, story};
use crate::{Example, story::Dates};
use diary::Diary;

impl Example for Bank {
    const KIND: &'static str = "bank";
    const TITLE: &'static str = "Bank";

    fn story(dates: &Dates<'_, impl TimeZone>) -> Diary<Event> {
        story::story(dates)
    }
}
