//! Questions to both worlds: what the diary says, and what the snapshot can't.
//!
//! The snapshot's half of an answer is computed from its row alone. It may say whatever the row
//! can honestly tell, and nothing else.

#![expect(missing_docs, reason = "fields say what they are; the docs stand at their variants")]

pub mod bank;
pub mod order;
pub mod own;

use chrono::{DateTime, TimeDelta, TimeZone, Utc};

use super::{Money, calendar};

/// One answer. A question about a day has two of them: for its start and for its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Which of the answers it is: “at the start of the day”. Empty when there is only one.
    pub label: &'static str,
    /// What the diary says.
    pub diary: Finding,
    /// What the snapshot says.
    pub snapshot: Verdict,
}

/// What the diary says, with the entries it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The answer itself.
    pub value: Value,
    /// A sentence beside it; may be empty.
    pub note: String,
    /// The entries it rests on, in their order.
    pub rests_on: Vec<Citation>,
    /// The moment at which it can be seen: the number of entries written by then.
    pub page: usize,
}

/// An entry that an answer rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Citation {
    /// Its number, counted from 1.
    pub entry: usize,
    /// What it added to the number in the answer. When the answer is a number, these sum to it.
    pub change: Option<Money>,
}

/// What the snapshot says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The row holds the answer.
    Knows {
        /// The answer.
        value: Value,
        /// How the row tells; may be empty.
        note: &'static str,
    },
    /// The row doesn't hold it.
    CannotKnow {
        /// Why not, as a sentence.
        why: String,
        /// The entry that overwrote what was asked for.
        overwritten_by: Option<usize>,
    },
}

/// The answer itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// An amount.
    Money(Money),
    /// So many of something, with their sum.
    Total { count: usize, sum: Money },
    /// So many of something.
    Count(usize),
    /// A moment.
    At(DateTime<Utc>),
    /// How long something took.
    Span(TimeDelta),
    /// Names of things.
    Names(Vec<String>),
    /// Things and what they cost together.
    Basket { items: Vec<String>, total: Money },
    /// It is so.
    Yes,
    /// It isn't so.
    No,
    /// An honest “none”: there is nothing of the kind, and why.
    Nothing(&'static str),
}

impl Value {
    /// The amount in it, where it is one or comes with one.
    pub fn amount(&self) -> Option<Money> {
        match self {
            Self::Money(sum) | Self::Total { sum, .. } | Self::Basket { total: sum, .. } => {
                Some(*sum)
            }
            _ => None,
        }
    }

    /// The answer in words, with times as clocks in the zone show them.
    pub fn words(&self, zone: &impl TimeZone) -> String {
        match self {
            Self::Money(amount) => amount.to_string(),
            Self::Total { count: 0, .. } | Self::Count(0) => "none".into(),
            Self::Count(count) => count.to_string(),
            Self::Total { count, sum } => format!("{count}, together {sum}"),
            Self::At(at) => calendar::moment_words(*at, zone),
            Self::Span(span) => calendar::span_words(*span),
            Self::Names(names) => names.join(", "),
            Self::Basket { items, total } => format!("{}, together {total}", items.join(", ")),
            Self::Yes => "yes".into(),
            Self::No => "no".into(),
            Self::Nothing(why) => (*why).into(),
        }
    }
}

impl Verdict {
    /// What a row says when it is asked whether somebody has touched it.
    pub fn was_it_touched() -> Self {
        let why = "A row that was changed by hand looks like any other. There is nothing that it \
                   would have to follow from.";
        Self::CannotKnow { why: why.into(), overwritten_by: None }
    }

    fn knows(value: Value, note: &'static str) -> Self {
        Self::Knows { value, note }
    }

    /// What the row knows or, where it doesn't, why not and which entry overwrote it.
    fn or_else(known: Option<Self>, why: String, overwritten_by: Option<usize>) -> Self {
        known.unwrap_or(Self::CannotKnow { why, overwritten_by })
    }
}

impl Finding {
    /// An answer that rests on no entry.
    fn nothing(value: Value, page: usize) -> Self {
        Self { value, note: String::new(), rests_on: Vec::new(), page }
    }

    fn of(value: Value, note: impl Into<String>, rests_on: Vec<Citation>) -> Self {
        let page = rests_on.last().map_or(0, |last| last.entry);
        Self { value, note: note.into(), rests_on, page }
    }
}

impl Citation {
    fn plain(entry: usize) -> Self {
        Self { entry, change: None }
    }
}

/// An answer without a label.
fn single(diary: Finding, snapshot: Verdict) -> Vec<Answer> {
    vec![Answer { label: "", diary, snapshot }]
}
