//! What an answer is made of, to a question and in a report: a value, and the entries that prove it.

#![expect(missing_docs, reason = "fields say what they are; the docs stand at their variants")]

use std::ops::Neg;

use chrono::{DateTime, NaiveDate, TimeDelta, TimeZone, Utc};

use super::{Amount, Money, calendar};

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
    /// The same with a minus, where its amounts were taken.
    #[must_use]
    pub fn signed(&self, sign: Sign) -> Self {
        match self {
            Self::Money(amount) => Self::Money(sign.of(*amount)),
            Self::Total { count, sum } => Self::Total { count: *count, sum: sign.of(*sum) },
            _ => self.clone(),
        }
    }

    /// The amount in it, where it is one or comes with one.
    pub fn amount(&self) -> Option<Amount> {
        match self {
            Self::Money(sum) | Self::Total { sum, .. } | Self::Basket { total: sum, .. } => {
                Some(Amount::Money(*sum))
            }
            Self::NotYet { now } => now.map(Amount::Money),
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

/// A figure as an answer.
impl From<Amount> for Value {
    fn from(amount: Amount) -> Self {
        match amount {
            Amount::Money(money) => Self::Money(money),
            // Of what is counted, there is never less than none.
            Amount::Count(count) => Self::Count(usize::try_from(count).unwrap_or(0)),
        }
    }
}

/// What the amounts did that an answer is made of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sign {
    /// They were added, as the number says.
    #[default]
    Added,
    /// They were taken away. The number says how much that was.
    Taken,
    /// They were moved.
    Moved,
}

impl Sign {
    /// An amount of these with its sign.
    pub fn of<A: Neg<Output = A>>(self, amount: A) -> A {
        if self == Self::Taken { -amount } else { amount }
    }
}

/// The entries that an answer rests on beyond those that are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct More {
    /// How many.
    pub count: usize,
    /// What they added to the number in the answer.
    pub change: Option<Amount>,
}

/// An entry that an answer rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Citation {
    /// Its number, counted from 1.
    pub entry: usize,
    /// What it added to the number in the answer. When the answer is a number, these sum to it.
    pub change: Option<Amount>,
}

impl Citation {
    pub(super) fn plain(entry: usize) -> Self {
        Self { entry, change: None }
    }

    pub(super) fn with((entry, change): (usize, impl Into<Amount>)) -> Self {
        Self { entry, change: Some(change.into()) }
    }
}
