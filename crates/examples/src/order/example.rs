//! The order as an example.

use chrono::{NaiveDate, TimeZone};

use super::{Command, Event, Order, Status, Total, forms, story, tour};
use crate::{
    Cell, Example, Kind, TakeBack,
    form::{Another, Control, Late},
    story::Dates,
    tour::Tour,
};
use diary::Diary;

impl Kind for Order {
    const KIND: &'static str = "order";
    const TITLE: &'static str = "Order";

    fn story(dates: &Dates<'_, impl TimeZone>) -> Diary<Event> {
        story::story(dates)
    }
}

impl Example for Order {
    const COMMANDS: &'static [Control<Self>] = forms::COMMANDS;
    const LATE: Late<Self> = forms::LATE;
    const TOUR: Tour<Self> = tour::TOUR;
    const NO_FIGURE: &'static str = "no order yet";
    const ANOTHER: Option<Another<Self>> = Some(Another {
        label: "Start another order",
        is_over: |order| order.status() == Status::Shipped,
    });

    const ABOUT: &'static str = "One order, kept twice. The snapshot keeps one status. The diary keeps every entry: \
                                 event sourcing.";
    const FIRST: &'static str = "Create an order. Both worlds begin with it.";

    fn opening(&self, _: Option<&Total>, _: NaiveDate) -> String {
        match self.status() {
            Status::NotCreated => "No entries yet. What will the first one be?".into(),
            Status::Filling => "Pay for your order and ship it. Then ask: when was it paid?".into(),
            status => format!("Your order is {status}. When was it paid?"),
        }
    }

    fn take_back(&self, event: &Event) -> TakeBack<Command> {
        self.take_back_after(event)
    }

    fn row(&self, _: Option<&Total>) -> Vec<Cell> {
        let [number, status, total, items] = self.cells();
        let number = if number.is_empty() { Self::TITLE.to_owned() } else { number };
        vec![
            Cell::new("status", number, status),
            Cell::new("total", "Total", total),
            Cell::new("items", "Items", items),
        ]
    }

    fn facts(&self) -> Vec<Cell> {
        let [_, status, total, items] = self.cells();
        vec![
            Cell::new("status", "Status", status),
            Cell::new("items", "Items", items),
            Cell::new("total", "Total", total),
        ]
    }

    fn figure_key(Total: &Total) -> String {
        "total".into()
    }
}
