//! The order as an example.

use chrono::TimeZone;

use super::{Event, Order, story};
use crate::{Example, story::Dates};
use diary::Diary;

impl Example for Order {
    const KIND: &'static str = "order";
    const TITLE: &'static str = "Order";

    fn story(dates: &Dates<'_, impl TimeZone>) -> Diary<Event> {
        story::story(dates)
    }
}
