//! The diary as it is read on the page: a sentence and a figure for every entry.

use std::{collections::BTreeMap, fmt::Debug};

use chrono::{DateTime, NaiveDate, Utc};

use super::{Amount, Downsampled, Figures, Series};
use diary::{Decider, Entry, Projection, SavedStates};

/// What a thing must say about itself so that it can be shown beside the other one.
pub trait Describe: Decider<Rejection: std::fmt::Display> {
    /// What a figure is of: a bank has a balance for each account, an order has a total.
    type Figure: Clone + Ord + Debug + Send + Sync + 'static;

    /// The figures that stand at every line. A bank has others, for the accounts that its owner named.
    const FIGURES: &'static [Self::Figure];

    /// A figure of nothing: `0.00` where they are money, `0` where they are counted.
    const ZERO: Amount;

    /// One of its figures; `None` before there is one.
    fn figure(&self, of: &Self::Figure) -> Option<Amount>;

    /// The figures that there are, in their order.
    fn figures(&self) -> Vec<Self::Figure>;

    /// The figures that a fact may change.
    fn figures_of(event: &Self::Event) -> impl Iterator<Item = &Self::Figure>;

    /// The place of a figure among all that have come up, from 0: those at every line come first. None
    /// for one that hasn't.
    fn place(&self, of: &Self::Figure) -> Option<usize>;

    /// What a figure is called, as it can stand in a sentence.
    fn figure_name(of: &Self::Figure) -> String;

    /// One fact as a sentence in the past tense.
    fn line(event: &Self::Event) -> String;

    /// One command as it was said: “Withdraw 10,000.00 from Everyday”.
    fn describe_command(command: &Self::Command) -> String;

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
    /// The day on which it is true, where that was said.
    pub true_on: Option<NaiveDate>,
    /// What happened, as a sentence.
    pub what: String,
    /// The number of the earlier entry that it makes good.
    pub corrects: Option<usize>,
    /// The figures that stand at every line, after this entry.
    pub figures: Vec<Option<Amount>>,
}

/// A projection: what it takes to tell any entry as a line with the figures that it led to.
///
/// No line is kept: a sentence is made in a microsecond, and of a long diary only a few dozen are on
/// the screen. What is kept are the figures, where they changed, and the states that they were read
/// off: a state can be as large as the diary, so whoever has a statement needs no timeline beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement<D: Describe> {
    states: SavedStates<D>,
    entries: usize,
    /// The numbers that the rules gave out with the entries that have them, in order.
    numbered: Vec<(u32, usize)>,
    figures: Figures<D::Figure>,
    /// The shapes of those that made many steps, with how many of these are in them. To make it of few
    /// takes no longer than to show it.
    outlines: BTreeMap<usize, (usize, Downsampled)>,
}

/// Steps from which on a figure's shape is kept: as many as it has columns.
const MANY: usize = 512;

impl<D: Describe> Default for Statement<D> {
    fn default() -> Self {
        let figures = Figures::with(D::FIGURES);
        Self {
            states: SavedStates::default(),
            entries: 0,
            numbered: Vec::new(),
            figures,
            outlines: BTreeMap::new(),
        }
    }
}

impl<D: Describe> Projection for Statement<D> {
    type Event = D::Event;

    fn read(mut self, entry: &Entry<D::Event>) -> Self {
        self.take_in(entry);
        self
    }

    fn take_in(&mut self, entry: &Entry<D::Event>) {
        self.states.push(&entry.event);
        self.entries = entry.number;
        if let Some(Mark::Numbered(number)) = D::mark(&entry.event) {
            let at = self.numbered.partition_point(|(known, _)| *known <= number);
            self.numbered.insert(at, (number, entry.number));
        }
        for of in D::figures_of(&entry.event) {
            let state = self.states.latest();
            if let Some(place) = state.place(of)
                && let Some(figure) = self.figures.at(place, of)
            {
                figure.read(entry.number, state.figure(of));
                if figure.count() >= MANY {
                    let (drawn, outline) = self.outlines.entry(place).or_default();
                    figure.draw(*drawn, 0, outline);
                    *drawn = figure.count();
                }
            }
        }
    }
}

impl<D: Describe> Statement<D> {
    /// Takes in the entries that were written since.
    pub fn extend(&mut self, entries: &[Entry<D::Event>]) {
        for entry in entries {
            self.take_in(entry);
        }
    }

    /// The states that the entries have led to.
    pub fn states(&self) -> &SavedStates<D> {
        &self.states
    }

    /// One of the entries as a line.
    pub fn line(&self, entry: &Entry<D::Event>) -> Line {
        let corrects = match D::mark(&entry.event) {
            Some(Mark::Corrects(number)) => self.entry_of(number, entry.number),
            Some(Mark::Numbered(_)) | None => None,
        };
        Line {
            number: entry.number,
            at: entry.at,
            true_on: entry.true_on,
            what: D::line(&entry.event),
            corrects,
            figures: self
                .figures
                .iter()
                .take(D::FIGURES.len())
                .map(|(_, figure)| figure.at(entry.number))
                .collect(),
        }
    }

    /// A figure after so many entries, with nothing for “not there yet”.
    pub fn figure_at(&self, version: usize, which: usize) -> Option<Amount> {
        self.figure(which).filter(|_| version <= self.entries)?.at(version)
    }

    /// One of the figures, counted from 0: those at every line, then the others as they came up.
    pub fn figure(&self, which: usize) -> Option<&Series> {
        self.figures.get(which).map(|(_, figure)| figure)
    }

    /// The shape of a figure over the whole diary.
    pub fn outline(&self, which: usize) -> Downsampled {
        let mut outline = match self.outlines.get(&which) {
            Some((_, outline)) => outline.clone(),
            None => self.figure(which).map(|figure| figure.outline(0)).unwrap_or_default(),
        };
        outline.stay(self.entries.saturating_sub(outline.last()));
        outline
    }

    /// The place of the figure of this.
    pub fn place(&self, of: &D::Figure) -> Option<usize> {
        self.states.latest().place(of)
    }

    /// All figures, with what they are of.
    pub fn figures(&self) -> &Figures<D::Figure> {
        &self.figures
    }

    /// The latest entry before this one that has the number.
    fn entry_of(&self, number: u32, before: usize) -> Option<usize> {
        let after = self.numbered.partition_point(|known| *known < (number, before));
        let (known, entry) = self.numbered.get(after.checked_sub(1)?)?;
        (*known == number).then_some(*entry)
    }
}
