//! The parcel as an example.

use chrono::{NaiveDate, TimeZone};

use super::{Command, Event, Legs, Parcel, Status, forms, story, take_back, tour};
use crate::{
    Cell, Describe, Example, Kind, TakeBack,
    form::{Another, Control, Late},
    story::Dates,
    tour::Tour,
};
use diary::Diary;

impl Kind for Parcel {
    const KIND: &'static str = "parcel";
    const TITLE: &'static str = "Parcel";

    fn story(dates: &Dates<'_, impl TimeZone>) -> Diary<Event> {
        story::story(dates)
    }
}

impl Example for Parcel {
    const COMMANDS: &'static [Control<Self>] = forms::COMMANDS;
    const LATE: Late<Self> = forms::LATE;
    const TOUR: Tour<Self> = tour::TOUR;
    const NO_FIGURE: &'static str = "no parcel yet";
    const ANOTHER: Option<Another<Self>> = Some(Another {
        label: "Send another parcel",
        is_over: |parcel| matches!(parcel.status(), Status::HandedOver | Status::SentBack),
    });

    const ABOUT: &'static str = "One parcel, kept twice. The snapshot keeps one place. The diary keeps every entry: \
                                 event sourcing.";
    const FIRST: &'static str = "Register a parcel. Both worlds begin with it.";

    fn opening(&self, _: Option<&Legs>, _: NaiveDate) -> String {
        match self.status() {
            Status::NotRegistered => "No entries yet. What will the first one be?".into(),
            _ => format!("Your parcel is {}. Where was it on Tuesday?", self.place()),
        }
    }

    fn take_back(&self, event: &Event) -> TakeBack<Command> {
        take_back::take_back(event)
    }

    fn row(&self, _: Option<&Legs>) -> Vec<Cell> {
        let [number, status, place] = self.cells();
        let number = if number.is_empty() { Self::TITLE.to_owned() } else { number };
        vec![Cell::new("status", number, status), Cell::new("place", "Place", place)]
    }

    fn facts(&self) -> Vec<Cell> {
        let [_, status, place] = self.cells();
        let legs = self.figure(&Legs).map_or(Self::NO_FIGURE.into(), |legs| legs.to_string());
        vec![
            Cell::new("status", "Status", status),
            Cell::new("place", "Place", place),
            Cell::new("legs", "Legs", legs),
        ]
    }

    fn figure_key(Legs: &Legs) -> String {
        "legs".into()
    }
}
