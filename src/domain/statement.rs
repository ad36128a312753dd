//! The diary as it is read on the page: a sentence and a figure for every entry.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::Money;
use crate::diary::{Decider, Entry, Projection};

/// What a thing must say about itself so that it can be shown beside the other one.
pub trait Told: Decider<Rejection: std::fmt::Display> {
    /// The names of its figures: a bank has two balances, an order has a total.
    const FIGURES: &'static [&'static str];

    /// One of its figures, counted from 0; `None` before there is one.
    fn figure(&self, which: usize) -> Option<Money>;

    /// One fact as a sentence in the past tense.
    fn line(event: &Self::Event) -> String;

    /// One wish as it was said: “Withdraw 10,000.00 from Everyday”.
    fn wish(command: &Self::Command) -> String;

    /// How the fact points at an earlier one, or can be pointed at.
    fn mark(_event: &Self::Event) -> Option<Mark> {
        None
    }
}

/// How one fact points at another: by a number that the rules gave out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// This fact has the number.
    Numbered(u32),
    /// This fact makes good the one that has the number.
    Corrects(u32),
}

/// One line on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The entry's number, counted from 1.
    pub number: usize,
    /// When it was written (UTC).
    pub at: DateTime<Utc>,
    /// What happened, as a sentence.
    pub what: String,
    /// The number of the earlier entry that it makes good.
    pub corrects: Option<usize>,
    /// Every figure after this entry.
    pub figures: Vec<Option<Money>>,
}

/// A projection: every entry as a line, with the figures that it led to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement<D> {
    state: D,
    /// The numbers that the rules gave out, in their order, and the entries that have them.
    numbered: Vec<(u32, usize)>,
    lines: Arc<Vec<Line>>,
}

impl<D: Decider> Default for Statement<D> {
    fn default() -> Self {
        Self { state: D::default(), numbered: Vec::new(), lines: Arc::default() }
    }
}

impl<D: Told> Projection for Statement<D> {
    type Event = D::Event;

    fn read(mut self, entry: &Entry<D::Event>) -> Self {
        self.state = self.state.evolve(&entry.event);
        let corrects = match D::mark(&entry.event) {
            Some(Mark::Numbered(number)) => {
                let at = self.numbered.partition_point(|(known, _)| *known <= number);
                self.numbered.insert(at, (number, entry.number));
                None
            }
            Some(Mark::Corrects(number)) => self.entry_of(number),
            None => None,
        };
        Arc::make_mut(&mut self.lines).push(Line {
            number: entry.number,
            at: entry.at,
            what: D::line(&entry.event),
            corrects,
            figures: (0..D::FIGURES.len()).map(|which| self.state.figure(which)).collect(),
        });
        self
    }
}

impl<D: Told> Statement<D> {
    /// The lines, oldest first. They are shared: reading them copies none.
    pub fn lines(&self) -> &Arc<Vec<Line>> {
        &self.lines
    }

    /// The latest entry that has this number.
    fn entry_of(&self, number: u32) -> Option<usize> {
        let after = self.numbered.partition_point(|(known, _)| *known <= number);
        let (known, entry) = self.numbered.get(after.checked_sub(1)?)?;
        (*known == number).then_some(*entry)
    }

    /// Takes in the entries that were written since.
    pub fn extend(&mut self, entries: &[Entry<D::Event>]) {
        *self = entries.iter().fold(std::mem::take(self), Self::read);
    }
}

/// A figure of a line, with nothing for “not there yet”.
pub fn figure_at(lines: &[Line], page: usize, which: usize) -> Option<Money> {
    let line = lines.get(page.checked_sub(1)?)?;
    line.figures.get(which).copied().flatten()
}
