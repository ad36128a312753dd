//! The snapshot's half of an answer: what a row remembers of what led to it.

use chrono::{DateTime, Utc};

use super::{Amounts, Measure, Span};
use crate::{Money, calendar::Period, questions::Value};

/// What a row remembers of a topic.
pub struct Memory {
    /// How the row can tell that there never was such an entry.
    pub(super) never: Option<&'static str>,
    /// What it holds of all that there were.
    pub(super) kept: Option<Kept>,
    /// Why it can't tell more, as a sentence.
    pub(super) why: String,
}

/// What a row still holds of a topic's entries.
pub(super) struct Kept {
    /// How many there were.
    pub(super) count: Option<usize>,
    /// All their amounts.
    pub(super) amounts: Option<Vec<Money>>,
    /// When the only one of them was written.
    pub(super) at: Option<DateTime<Utc>>,
    /// How the row tells.
    pub(super) note: &'static str,
}

/// What a row needs to know of a question and of where the reader stands.
pub(super) struct Query {
    pub(super) measure: Measure,
    pub(super) amounts: Amounts,
    pub(super) span: Span,
    /// The span of time, unless it is told by entries or is all of it.
    pub(super) period: Option<Period>,
    /// Whether the reader stands where the diary ends.
    pub(super) is_now: bool,
}

const NO_PAST: &str =
    "The row only knows now. What it held at the moment that is shown, it did not keep.";
const NO_ENTRIES: &str = "A row has no entries, so it can’t tell what came before or after one.";

impl Memory {
    /// There never was such an entry, and the row can tell.
    pub(super) fn never(note: &'static str) -> Self {
        Self { never: Some(note), kept: None, why: String::new() }
    }

    /// What the row can honestly say, and how it can tell; or why it can't.
    pub(super) fn tell(
        self,
        query: &Query,
        updated_at: Option<DateTime<Utc>>,
    ) -> Result<(Value, &'static str), String> {
        let none = query.measure.none(query.amounts);
        if let Some(note) = self.nothing(query, updated_at) {
            return Ok((none, note));
        }
        if !query.is_now {
            return Err(NO_PAST.into());
        }
        if matches!(query.span, Span::Before(_) | Span::After(_)) {
            return Err(NO_ENTRIES.into());
        }
        let Some(kept) = self.kept else {
            return Err(self.why);
        };
        match (query.period, kept.at) {
            (Some(_), None) => Err(self.why),
            (Some(period), Some(at)) if !period.contains(at) => {
                Ok((none, "by the row’s last change, which was not then"))
            }
            (period, _) => {
                // A row has one clock, that of writing, and says so where it answers by it.
                let by_clock =
                    period.is_some() || matches!(query.measure, Measure::First | Measure::Last);
                let note = if by_clock { "by the row’s last change" } else { kept.note };
                kept.value(query).map(|value| (value, note)).ok_or(self.why)
            }
        }
    }

    /// How the row can tell that there is nothing. What never was had not been at any moment.
    fn nothing(&self, query: &Query, updated_at: Option<DateTime<Utc>>) -> Option<&'static str> {
        let Some(updated_at) = updated_at else {
            return Some("nothing has happened yet");
        };
        if query.period.is_some_and(|period| updated_at < period.from) {
            return Some("the row was last changed before then");
        }
        if matches!(query.span, Span::Before(..=1)) {
            return Some("nothing comes before the first entry");
        }
        self.never
    }
}

impl Kept {
    /// Nothing of them, to begin with.
    pub(super) const NOTHING: Self = Self { count: None, amounts: None, at: None, note: "" };

    /// The answer, if what is kept is enough for it.
    fn value(&self, query: &Query) -> Option<Value> {
        let amounts = self.amounts.as_ref().map(|amounts| amounts.iter().copied());
        match (query.measure, query.amounts) {
            // A list says when each of them was.
            (Measure::First | Measure::Last, _) => self.at.map(Value::At),
            (Measure::List, _) if self.at.is_none() => None,
            (Measure::Biggest, _) => amounts?.max().map(Value::Money),
            (Measure::Smallest, _) => amounts?.min().map(Value::Money),
            (Measure::HowMuch, Amounts::Net) => Some(Value::Money(amounts?.sum())),
            (Measure::HowMuch | Measure::List, Amounts::Each) => {
                Some(Value::Total { count: self.count?, sum: amounts?.sum() })
            }
            (Measure::HowMany | Measure::List, _) => self.count.map(Value::Count),
            (Measure::HowMuch, Amounts::None) => None,
        }
    }
}
