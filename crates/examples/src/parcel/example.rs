//! The parcel as an example.

use chrono::TimeZone;

use super::{Event, Parcel, story};
use crate::{Example, story::Dates};
use diary::Diary;

impl Example for Parcel {
    const KIND: &'static str = "parcel";
    const TITLE: &'static str = "Parcel";

    fn story(dates: &Dates<'_, impl TimeZone>) -> Diary<Event> {
        story::story(dates)
    }
}
