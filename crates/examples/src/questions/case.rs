//! What an answer lists one by one.

use chrono::TimeZone;

use crate::{Money, calendar};
use diary::When;

/// One of several things that were asked for: a deposit, a fall of the balance, a thing that was taken
/// out and came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// What it is.
    pub what: What,
    /// What became of it, in order.
    pub steps: Vec<Step>,
}

impl Case {
    /// What it is, and where something happened to some of it only, to how many.
    pub(super) fn words(&self) -> String {
        let what = self.what.words();
        let some: Vec<_> = self.steps.iter().filter_map(|it| Some((it.some?, it.how))).collect();
        match some.first() {
            None => what,
            Some((_, how)) => {
                let count: u32 = some.iter().map(|(some, _)| some).sum();
                format!("{what}, {count} of them {how}")
            }
        }
    }
}

/// What one of several things is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// It has a name, or a number that says what it is.
    Named(String),
    /// An amount that was added, or taken away where it is less than nothing.
    Change(Money),
}

impl What {
    pub(super) fn words(&self) -> String {
        match self {
            Self::Named(name) => name.clone(),
            Self::Change(change) => change.to_string(),
        }
    }
}

/// An entry in which something happened to one of several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// What happened: “removed”. Empty where the question has said it.
    pub how: &'static str,
    /// To how many of them, where that is not all.
    pub some: Option<u32>,
    /// The entry's number.
    pub entry: usize,
    /// When it was written, and on which day it is true.
    pub when: When,
}

impl Step {
    /// `removed 12 February 2026, 10:00`. Where the entry has a day of its own, both are said.
    pub fn words(&self, zone: &impl TimeZone) -> String {
        let when = calendar::when_words(&self.when, zone);
        match (self.how, self.some) {
            ("", _) => when,
            (how, None) => format!("{how} {when}"),
            (how, Some(some)) => format!("{some} of them {how} {when}"),
        }
    }
}
