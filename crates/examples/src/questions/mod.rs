//! Questions to both worlds: what the diary says, and what the snapshot can't.
//!
//! The snapshot's half of an answer is computed from its row alone. It may say whatever the row
//! can honestly tell, and nothing else.
//!
//! The diary's half comes from what was gathered for the question. It is gathered in one pass, and
//! goes on with what is written later: one more line costs the same in a diary of any length.

mod cards;
mod case;
pub mod own;

use std::borrow::Cow;

use chrono::TimeZone;

pub use cards::{Card, CardField, FieldKind, Questions};
pub use case::{Case, Step, What};

use super::{Amount, Money};
pub use super::{Citation, More, Sign, Value};

/// How many things are named in one line.
pub(crate) const SAID: usize = 3;

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
    pub version: usize,
}

/// What the snapshot says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The snapshot holds the answer.
    Knows {
        /// The answer.
        value: Value,
        /// How the row tells; may be empty.
        note: Cow<'static, str>,
    },
    /// The row doesn't hold it.
    CannotKnow {
        /// Why not, as a sentence.
        why: String,
        /// The entry that overwrote what was asked for.
        overwritten_by: Option<usize>,
    },
}

impl Verdict {
    /// What a row says when it is asked whether somebody has touched it.
    pub fn was_it_touched() -> Self {
        let why = "A snapshot that was changed by hand looks like any other. It has no seal that \
                   would have to fit.";
        Self::CannotKnow { why: why.into(), overwritten_by: None }
    }

    pub(crate) fn knows(value: Value, note: impl Into<Cow<'static, str>>) -> Self {
        Self::Knows { value, note: note.into() }
    }

    /// What the row knows or, where it doesn't, why not and which entry overwrote it.
    pub(crate) fn or_else(known: Option<Self>, why: String, overwritten_by: Option<usize>) -> Self {
        known.unwrap_or(Self::CannotKnow { why, overwritten_by })
    }

    /// What has not come has no answer, and nobody needs a past to know that.
    pub(crate) fn not_yet(now: Option<Money>, note: &'static str) -> Self {
        Self::knows(Value::NotYet { now }, note)
    }
}

impl Finding {
    /// An answer that rests on no entry.
    pub(crate) fn nothing(value: Value, version: usize) -> Self {
        let (note, rests_on, cases) = (String::new(), Vec::new(), Vec::new());
        Self {
            value,
            note,
            rests_on,
            more: More::default(),
            cases,
            more_cases: 0,
            sign: Sign::default(),
            version,
        }
    }

    /// An answer that rests on one entry.
    pub(crate) fn on(value: Value, citation: Citation) -> Self {
        Self { rests_on: vec![citation], ..Self::nothing(value, citation.entry) }
    }

    /// An answer that rests on `count` entries, of which these are the first.
    pub(crate) fn on_all(
        value: Value,
        first: impl Iterator<Item = usize>,
        count: usize,
        version: usize,
    ) -> Self {
        let rests_on: Vec<_> = first.map(Citation::plain).collect();
        let more = More { count: count - rests_on.len(), change: None };
        Self { rests_on, more, ..Self::nothing(value, version) }
    }

    /// An amount that is a sum of `count` changes, of which these are the first.
    pub(crate) fn sum<A: Into<Amount>>(
        value: Value,
        sum: A,
        first: impl Iterator<Item = (usize, A)>,
        count: usize,
        version: usize,
    ) -> Self {
        let rests_on: Vec<_> = first.map(Citation::with).collect();
        let listed = Amount::together(rests_on.iter().filter_map(|part| part.change));
        let sum = sum.into();
        let rest = listed.map_or(sum, |listed| sum.minus(listed));
        let count = count - rests_on.len();
        let more = More { count, change: (count > 0).then_some(rest) };
        Self { rests_on, more, ..Self::nothing(value, version) }
    }

    /// The number in the answer, where its entries are the terms of a sum.
    pub fn total(&self) -> Option<Amount> {
        let adds_up =
            || !self.rests_on.is_empty() && self.rests_on.iter().all(|it| it.change.is_some());
        match self.value {
            Value::Count(count) => {
                i64::try_from(count).ok().filter(|_| adds_up()).map(Amount::Count)
            }
            _ => self.value.amount(),
        }
    }

    /// The value in words. What was taken is less than nothing.
    pub fn value_words(&self, zone: &impl TimeZone) -> String {
        self.value.signed(self.sign).words(zone)
    }

    /// The answer in words; a “yes” with what it is about.
    pub fn words(&self, zone: &impl TimeZone) -> String {
        let value = self.value_words(zone);
        if self.value != Value::Yes || self.cases.is_empty() {
            return value;
        }
        let mut what: Vec<_> = self.cases.iter().map(Case::words).collect();
        what.dedup();
        let (first, others) = what.split_at(SAID.min(what.len()));
        let more = if others.len() + self.more_cases > 0 { " and more" } else { "" };
        format!("{value}: {}{more}", first.join(", "))
    }

    /// The same answer with what was asked for one by one: the first ones of `count`.
    pub(crate) fn listing(self, first: impl Iterator<Item = Case>, count: usize) -> Self {
        let cases: Vec<_> = first.collect();
        Self { more_cases: count - cases.len(), cases, ..self }
    }

    /// The same answer with a sentence beside it.
    pub(crate) fn noted(self, note: impl Into<String>) -> Self {
        Self { note: note.into(), ..self }
    }
}

/// An answer without a label.
pub(crate) fn single(diary: Finding, snapshot: Verdict) -> Vec<Answer> {
    vec![Answer { label: "", diary, snapshot }]
}
