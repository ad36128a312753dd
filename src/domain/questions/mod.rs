//! Questions to both worlds: what the diary says, and what the snapshot can't.
//!
//! The snapshot's half of an answer is computed from its row alone. It may say whatever the row
//! can honestly tell, and nothing else.
//!
//! The diary's half comes from what was gathered for the question. It is gathered in one pass, and
//! goes on with what is written later: one more line costs the same in a diary of any length.

#![expect(missing_docs, reason = "fields say what they are; the docs stand at their variants")]

pub mod bank;
mod case;
pub mod order;
pub mod own;

use chrono::{DateTime, NaiveDate, TimeDelta, TimeZone, Utc};

pub use case::{Case, Sign, Step, What};

use super::{Money, calendar};

/// How many things are named in one line.
const SAID: usize = 3;

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
    /// The entries it rests on, in their order: the first ones, as many as were asked for.
    pub rests_on: Vec<Citation>,
    /// The others.
    pub more: More,
    /// What was asked for one by one, where it is more than a number: the first ones of them.
    pub cases: Vec<Case>,
    /// How many further ones there are.
    pub more_cases: usize,
    /// Whether the amounts that the number is made of were added or taken.
    pub sign: Sign,
    /// The moment at which it can be seen: the number of entries written by then.
    pub page: usize,
}

/// The entries that an answer rests on beyond those that are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct More {
    /// How many.
    pub count: usize,
    /// What they added to the number in the answer.
    pub change: Option<Money>,
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
    /// A day, of which no time is known.
    On(NaiveDate),
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
    /// The day hasn't come. Where a number was asked for, what it is now.
    NotYet { now: Option<Money> },
}

impl Value {
    /// The amount in it, where it is one or comes with one.
    pub fn amount(&self) -> Option<Money> {
        match self {
            Self::Money(sum) | Self::Total { sum, .. } | Self::Basket { total: sum, .. } => {
                Some(*sum)
            }
            Self::NotYet { now } => *now,
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
            Self::On(day) => calendar::day_words(*day),
            Self::NotYet { now: None } => "not yet".into(),
            Self::NotYet { now: Some(now) } => format!("not yet; now it is {now}"),
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

    /// A day that has not come has no answer, and nobody needs a past to know that.
    fn not_yet(now: Option<Money>) -> Self {
        Self::knows(Value::NotYet { now }, "that day has not come yet")
    }
}

impl Finding {
    /// An answer that rests on no entry.
    pub(super) fn nothing(value: Value, page: usize) -> Self {
        let (note, rests_on, cases) = (String::new(), Vec::new(), Vec::new());
        Self {
            value,
            note,
            rests_on,
            more: More::default(),
            cases,
            more_cases: 0,
            sign: Sign::default(),
            page,
        }
    }

    /// An answer that rests on one entry.
    fn on(value: Value, citation: Citation) -> Self {
        Self { rests_on: vec![citation], ..Self::nothing(value, citation.entry) }
    }

    /// An answer that rests on `count` entries, of which these are the first.
    fn on_all(value: Value, first: impl Iterator<Item = usize>, count: usize, page: usize) -> Self {
        let rests_on: Vec<_> = first.map(Citation::plain).collect();
        let more = More { count: count - rests_on.len(), change: None };
        Self { rests_on, more, ..Self::nothing(value, page) }
    }

    /// An amount that is a sum of `count` changes, of which these are the first.
    fn sum(
        value: Value,
        sum: Money,
        first: impl Iterator<Item = (usize, Money)>,
        count: usize,
        page: usize,
    ) -> Self {
        let rests_on: Vec<_> = first.map(Citation::with).collect();
        let listed: Money = rests_on.iter().filter_map(|part| part.change).sum();
        let rest = [sum, -listed].into_iter().sum();
        let count = count - rests_on.len();
        let more = More { count, change: (count > 0).then_some(rest) };
        Self { rests_on, more, ..Self::nothing(value, page) }
    }

    /// The answer in words; a “yes” with what it is about.
    pub fn words(&self, zone: &impl TimeZone) -> String {
        let value = self.value.words(zone);
        if self.value != Value::Yes || self.cases.is_empty() {
            return value;
        }
        let mut what: Vec<_> = self.cases.iter().map(|case| case.what.words()).collect();
        what.dedup();
        let (first, others) = what.split_at(SAID.min(what.len()));
        let more = if others.len() + self.more_cases > 0 { " and more" } else { "" };
        format!("{value}: {}{more}", first.join(", "))
    }

    /// The same answer with what was asked for one by one: the first ones of `count`.
    fn listing(self, first: impl Iterator<Item = Case>, count: usize) -> Self {
        let cases: Vec<_> = first.collect();
        Self { more_cases: count - cases.len(), cases, ..self }
    }

    /// The same answer with a sentence beside it.
    fn noted(self, note: impl Into<String>) -> Self {
        Self { note: note.into(), ..self }
    }
}

impl Citation {
    fn plain(entry: usize) -> Self {
        Self { entry, change: None }
    }

    fn with((entry, change): (usize, Money)) -> Self {
        Self { entry, change: Some(change) }
    }
}

/// An answer without a label.
fn single(diary: Finding, snapshot: Verdict) -> Vec<Answer> {
    vec![Answer { label: "", diary, snapshot }]
}
