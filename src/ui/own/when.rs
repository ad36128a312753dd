//! From when to when: a menu, and the fields that its choice needs.

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::ui::{
    components::{
        day_field::{DayField, day_problem, order_problem},
        field::CheckedField,
    },
    reader::TimeTravel,
    suggested::Suggested,
    today::Today,
};
use examples::{
    calendar::{parse_day, parse_month},
    questions::own::Span,
};

/// The ids of the fields.
const DAY: &str = "own-day";
const FIRST: &str = "own-first";
const LAST: &str = "own-last";
const MONTH: &str = "own-month";
const ENTRY: &str = "own-entry";

/// What stands in the menu and in the fields: what is usual, until something is typed.
#[derive(Clone, Copy)]
pub(super) struct When {
    /// The key of the choice.
    pub(super) kind: RwSignal<&'static str>,
    day: Suggested,
    last_day: Suggested,
    month: Suggested,
    entry: Suggested,
    /// After how many entries the reader stood when the choice was made.
    version: RwSignal<usize>,
    today: Today,
    reader: TimeTravel,
}

/// A field in which something is wrong, and what.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Wrong {
    /// Its id.
    pub(super) field: &'static str,
    /// What is wrong with it, as a sentence.
    pub(super) why: String,
}

impl When {
    /// The fields of this choice.
    pub(super) fn of(key: &'static str, reader: TimeTravel) -> Self {
        let (kind, today) = (RwSignal::new(key), reader.today());
        let version = RwSignal::new(untrack(|| reader.version()));
        // A field that the choice doesn’t need is not shown, whatever stands in it.
        let usual = move |of: fn(Span) -> String| {
            let usual = move || Span::usual(kind.get(), today.get(), version.get());
            Suggested::following(Signal::derive(move || of(usual())))
        };
        Self {
            kind,
            day: usual(|span| match span {
                Span::On(day) | Span::Between(day, _) => day.to_string(),
                _ => String::new(),
            }),
            last_day: usual(|span| match span {
                Span::Between(_, last) => last.to_string(),
                _ => String::new(),
            }),
            month: usual(|span| match span {
                Span::In(month) => month.text(),
                _ => String::new(),
            }),
            entry: usual(|span| match span {
                Span::Before(entry) | Span::After(entry) => entry.to_string(),
                _ => String::new(),
            }),
            version,
            today,
            reader,
        }
    }

    /// Makes a choice. Its fields hold what is usual.
    pub(super) fn choose(self, key: &str) {
        let version = untrack(|| self.reader.version());
        self.version.set(version);
        for field in [self.day, self.last_day, self.month, self.entry] {
            field.reset();
        }
        self.kind.set(Span::usual(key, untrack(|| self.today.get()), version).key());
    }

    /// The span that the fields say.
    pub(super) fn span(self) -> Result<Span, Wrong> {
        let day = |field, text: Suggested| -> Result<NaiveDate, Wrong> {
            let text = text.text();
            parse_day(&text).ok_or_else(|| Wrong { field, why: day_problem("date", &text) })
        };
        match self.kind.get() {
            "on" => day(DAY, self.day).map(Span::On),
            "between" => {
                let (first, last) = (day(FIRST, self.day)?, day(LAST, self.last_day)?);
                match order_problem(&self.day.text(), &self.last_day.text()) {
                    why if why.is_empty() => Ok(Span::Between(first, last)),
                    why => Err(Wrong { field: LAST, why }),
                }
            }
            "in" => {
                let text = self.month.text();
                let why = || Wrong { field: MONTH, why: day_problem("month", &text) };
                parse_month(&text).map(Span::In).ok_or_else(why)
            }
            "before" => self.entry().map(Span::Before),
            "after" => self.entry().map(Span::After),
            _ => Ok(Span::Any),
        }
    }

    /// The number in the field, if there is such an entry.
    fn entry(self) -> Result<usize, Wrong> {
        let (text, last) = (self.entry.text(), self.reader.last());
        let typed: String = text.trim().chars().take(20).collect();
        let why = match typed.parse::<usize>() {
            Ok(entry) if (1..=last).contains(&entry) => return Ok(entry),
            _ if last == 0 => "The diary has no entries yet. Choose another time.".to_owned(),
            _ if typed.is_empty() => format!("Type the number of an entry, 1 to {last}."),
            Ok(_) => format!("There is no entry {typed}. The diary has the entries 1 to {last}."),
            Err(_) => format!("“{typed}” is not the number of an entry. Use 1 to {last}."),
        };
        Err(Wrong { field: ENTRY, why })
    }

    /// The fields that the choice needs.
    pub(super) fn fields(self) -> Option<AnyView> {
        let day = |id, label, day| view! { <DayField id label kind="date" day /> }.into_any();
        let fields = match self.kind.get() {
            "on" => day(DAY, "Day", self.day),
            "between" => view! {
                {day(FIRST, "From", self.day)}
                <DayField id=LAST label="to" kind="date" day=self.last_day first=self.day />
            }
            .into_any(),
            "in" => {
                view! { <DayField id=MONTH label="Month" kind="month" day=self.month /> }.into_any()
            }
            "before" | "after" => {
                let problem = move || self.entry().err().map(|wrong| wrong.why).unwrap_or_default();
                view! {
                    <CheckedField
                        id=ENTRY
                        label="Entry number"
                        kind="text"
                        text=self.entry
                        problem=Callback::new(move |()| problem())
                    />
                }
                .into_any()
            }
            _ => return None,
        };
        Some(fields)
    }
}
