//! What the parcel's row can tell, worked out once more: a plain function of the cells on the screen.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use examples::{calendar::Calendar, parcel::questions::Question, questions::Value};

use crate::naive_days::day_of;

const NOT_REGISTERED: Value = Value::Nothing("not registered yet");

/// What these cells, the calendar and nothing else can tell; `None`: the row cannot know.
pub(crate) fn row_says(
    question: &Question,
    [_, status, place]: &[String; 3],
    last_change: Option<DateTime<Utc>>,
    Calendar { today, zone }: &Calendar<Tz>,
) -> Vec<Option<Value>> {
    let place = match status.as_str() {
        "no parcel" => NOT_REGISTERED,
        _ => Value::Names(vec![place.clone()]),
    };
    let no_depot = ["no parcel", "registered", "collected"].contains(&status.as_str());
    let tries = match (status.as_str(), status.split_once(", ")) {
        ("handed over", _) => None,
        ("sent back", _) => Some(3),
        (_, None) => Some(0),
        (_, Some((_, tries))) => tries.split(' ').next().and_then(|count| count.parse().ok()),
    };
    let before = |day| {
        let is_unchanged = last_change.is_none_or(|at| day_of(at, *zone) < day);
        match status.as_str() {
            _ if is_unchanged => Some(place.clone()),
            // Nothing comes before that.
            "registered" => Some(NOT_REGISTERED),
            _ => None,
        }
    };
    match question {
        Question::WhereOn { day } if day > today => vec![Some(Value::NotYet { now: None })],
        Question::WhereOn { day } if day == today => vec![before(*day), Some(place.clone())],
        Question::WhereOn { day } => vec![before(*day), before(day.succ_opt().unwrap_or(*day))],
        Question::HowLongAt { .. } => {
            vec![no_depot.then_some(Value::Nothing("it was never there")); 2]
        }
        Question::Tries => vec![
            tries.map(Value::Count),
            (tries == Some(0)).then_some(Value::Nothing("no try has failed")),
        ],
        Question::BackOrTwice => {
            let back = if status == "sent back" { Value::Yes } else { Value::No };
            vec![Some(back), no_depot.then_some(Value::No)]
        }
        Question::Way => vec![no_depot.then_some(Value::Nothing("it has been at no depot yet"))],
        Question::WhereNow => vec![Some(place)],
    }
}
