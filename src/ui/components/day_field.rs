//! Fields for a day or a month, and what can be wrong with them.

use leptos::prelude::*;

use super::field::CheckedField;
use crate::ui::suggested::Suggested;
use examples::calendar::{parse_day, parse_month};

/// What is wrong with the last of two days: it must not be before the first. Empty when it is not, or
/// when one of them is no day.
pub fn order_problem(first: &str, last: &str) -> String {
    match (parse_day(first), parse_day(last)) {
        (Some(first), Some(last)) if last < first => "This day is before the first one.",
        _ => "",
    }
    .to_owned()
}

/// What is wrong with a day or a month as a field of that kind has it; empty when it is one.
pub fn day_problem(kind: &str, text: &str) -> String {
    match kind {
        "date" if text.is_empty() => "It is not complete yet, or there is no such day.",
        "month" if parse_month(text).is_none() => "Choose a month from 1970 on, such as 2026-02.",
        "date" if parse_day(text).is_none() => "Choose a day between 1970 and 9999.",
        _ => "",
    }
    .to_owned()
}

/// A labelled field for a day or a month, as `kind` says.
#[component]
pub fn DayField(
    /// Its id.
    id: &'static str,
    /// What the field is called.
    label: &'static str,
    /// `date` or `month`, as an input's type.
    kind: &'static str,
    /// What is in it, as the browser writes it.
    day: Suggested,
    /// The day that must not be after this one.
    #[prop(optional)]
    first: Option<Suggested>,
) -> impl IntoView {
    let problem = move |()| {
        let (day, first) = (day.text(), first.map(Suggested::text).unwrap_or_default());
        let problem = day_problem(kind, &day);
        if problem.is_empty() { order_problem(&first, &day) } else { problem }
    };
    view! { <CheckedField id label kind text=day problem /> }
}
