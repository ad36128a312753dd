//! The snapshot's half of an answer: what a row remembers of what led to it.

use chrono::{DateTime, Utc};

use super::{Amounts, Measure, Span};
use crate::{Money, calendar::Period, questions::Value};

/// What a row remembers of a topic.
pub struct RowKnowledge {
    /// How the row can tell that there never was such an entry.
    pub(crate) never: Option<&'static str>,
    /// What it holds of all that there were.
    pub(crate) kept: Option<Kept>,
    /// Why it can't tell more, as a sentence.
    pub(crate) why: String,
}

/// What a row still holds of a topic's entries.
pub(crate) struct Kept {
    /// How many there were.
    pub(crate) count: Option<usize>,
    /// All their amounts.
    pub(crate) amounts: Option<Vec<Money>>,
    /// When the last of them was written.
    pub(crate) last: Option<DateTime<Utc>>,
    /// The numbers of the first and the last of them, where no others can have these: the first entry of a
    /// diary, or its first two.
    pub(crate) numbers: Option<(usize, usize)>,
    /// How the row tells.
    pub(crate) note: &'static str,
}

/// What a row needs to know of a question and of where the reader stands.
pub(crate) struct Query {
    pub(crate) measure: Measure,
    pub(crate) amounts: Amounts,
    pub(crate) span: Span,
    /// The span of time, unless it is told by entries or is all of it.
    pub(crate) period: Option<Period>,
    /// Whether the reader stands where the diary ends.
    pub(crate) is_now: bool,
}

const NO_PAST: &str =
    "The snapshot only knows now. It did not keep what it held at the moment that is shown.";
const NO_ENTRIES: &str = "A snapshot has no entries, so it can’t tell what came before or after \
                          an entry.";

impl RowKnowledge {
    /// There never was such an entry, and the row can tell.
    pub(crate) fn never(note: &'static str) -> Self {
        Self { never: Some(note), kept: None, why: String::new() }
    }

    /// What the row can honestly say, and how it can tell; or why it can't.
    pub(crate) fn tell(
        self,
        query: &Query,
        updated_at: Option<DateTime<Utc>>,
    ) -> Result<(Value, &'static str), String> {
        let nothing = self.nothing(query, updated_at);
        let kept = self.kept.unwrap_or(Kept::NOTHING);
        if let Some(note) = nothing.or_else(|| kept.not_then(query)) {
            return Ok((query.measure.none(query.amounts), note));
        }
        if !query.is_now {
            return Err(NO_PAST.into());
        }
        let kept = kept.within(query.span).ok_or(NO_ENTRIES)?;
        // A row has one clock, that of writing, and says so where it answers by it.
        let by_clock =
            query.period.is_some() || matches!(query.measure, Measure::First | Measure::Last);
        let note = if by_clock { "by the snapshot’s last change" } else { kept.note };
        kept.value(query).map(|value| (value, note)).ok_or(self.why)
    }

    /// How the row can tell that there is nothing. What never was had not been at any moment.
    fn nothing(&self, query: &Query, updated_at: Option<DateTime<Utc>>) -> Option<&'static str> {
        let Some(updated_at) = updated_at else {
            return Some("nothing has happened yet");
        };
        if query.period.is_some_and(|period| updated_at < period.from) {
            return Some("the snapshot was last changed before then");
        }
        if matches!(query.span, Span::Before(..=1)) {
            return Some("nothing comes before the first entry");
        }
        self.never
    }
}

impl Kept {
    /// Nothing of them, to begin with.
    pub(crate) const NOTHING: Self =
        Self { count: None, amounts: None, last: None, numbers: None, note: "" };

    /// When the only one of them was written.
    fn only(&self) -> Option<DateTime<Utc>> {
        self.last.filter(|_| self.count == Some(1))
    }

    /// Those of them in a span that is told by entries. A row has no entries, so it can tell only where it
    /// knows their numbers.
    fn within(self, span: Span) -> Option<Self> {
        let (from, to) = match span {
            Span::Before(before) => (0, before.saturating_sub(1)),
            Span::After(after @ 1..) => (after.saturating_add(1), usize::MAX),
            _ => return Some(self),
        };
        let (first, last) = self.numbers?;
        let numbers = (first.max(from), last.min(to));
        if numbers == (first, last) {
            return Some(self);
        }
        let count = Some((numbers.1 + 1).saturating_sub(numbers.0));
        let at_last = self.last.filter(|_| numbers.1 == last);
        Some(Self { count, amounts: None, last: at_last, numbers: Some(numbers), note: self.note })
    }

    /// How the row can tell that the only one of them is not what is asked for.
    fn not_then(&self, query: &Query) -> Option<&'static str> {
        match (self.numbers, query.span) {
            (Some((1, 1)), Span::After(1..)) => return Some("it was the first entry"),
            (Some((2, 2)), Span::Before(..=2) | Span::After(2..)) => {
                return Some("it was the second entry");
            }
            (Some((_, last)), Span::After(after)) if after >= last => {
                return Some("the snapshot was not changed again");
            }
            _ => {}
        }
        let only = self.only()?;
        if !query.is_now {
            return Some("it was the snapshot’s last change, which came later");
        }
        let is_then = query.period.is_none_or(|period| period.contains(only));
        (!is_then).then_some("by the snapshot’s last change, which was not then")
    }

    /// The answer, if what is kept is enough for it.
    fn value(&self, query: &Query) -> Option<Value> {
        if let Some(period) = query.period {
            let last = self.last.filter(|at| period.contains(*at))?;
            if self.only().is_none() {
                // What there was of all time is not what there was then. The last one is the same.
                return (query.measure == Measure::Last).then_some(Value::At(last));
            }
        }
        let amounts = self.amounts.as_ref().map(|amounts| amounts.iter().copied());
        match (query.measure, query.amounts) {
            (Measure::First, _) => self.only().map(Value::At),
            (Measure::Last, _) => self.last.map(Value::At),
            // A list says when each of them was.
            (Measure::List, _) if self.only().is_none() => None,
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
