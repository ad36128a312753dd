//! One figure over the whole diary: any page, its sum, and its shape, without going through it.

use super::{Amount, Downsampled, Quantity};

/// A figure after every entry, kept as the steps that it made. A diary may have as many figures as
/// entries, so one that made few steps takes little memory. What is money for sure is kept as that.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series<A = Amount> {
    steps: Vec<Step<A>>,
}

/// An entry that changed the figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Step<A> {
    entry: usize,
    after: Option<A>,
    /// How many entries up to here have moved the amount. An account that opens moves none.
    moves: usize,
}

/// A number and what it is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sum<A = Amount> {
    /// The number.
    pub result: A,
    /// What is brought forward, as on a statement: the number of an entry, and what the figure was after it.
    pub carried: Option<(usize, A)>,
    /// The latest terms, oldest first: the number of the entry and what it added.
    pub terms: Vec<(usize, A)>,
}

impl<A> Default for Series<A> {
    fn default() -> Self {
        Self { steps: Vec::new() }
    }
}

impl<A: Quantity> Series<A> {
    /// Takes in what the figure is after the entry with this number. Entries that don't change it may
    /// be left out.
    pub fn read(&mut self, entry: usize, after: Option<A>) {
        let (was, moves) = self.steps.last().map_or((None, 0), |step| (step.after, step.moves));
        if after != was {
            if self.steps.is_empty() {
                // Many figures never make another step.
                self.steps.reserve_exact(1);
            }
            let moves = moves + usize::from(units(after) != units(was));
            self.steps.push(Step { entry, after, moves });
        }
    }

    /// The figure after so many entries: found by halving, since the steps are in order.
    pub fn at(&self, version: usize) -> Option<A> {
        self.until(version).last()?.after
    }

    /// The figure after so many entries as a sum, with at most `most` terms written out.
    pub fn sum(&self, version: usize, most: usize) -> Option<Sum<A>> {
        let steps = self.until(version);
        let last = steps.last()?;
        let result = last.after?;
        let before = |at: usize| at.checked_sub(1).map_or(0, |at| units(steps[at].after));
        let changes = (0..steps.len()).rev();
        let changes = changes.map(|at| (steps[at].entry, units(steps[at].after) - before(at)));
        let mut terms: Vec<_> = changes.filter(|(_, change)| *change != 0).take(most).collect();
        terms.reverse();
        let early = last.moves - terms.len();
        let first = terms.first().map_or(version.saturating_add(1), |(entry, _)| *entry);
        let carried = (early > 0).then(|| {
            let step = self.until(first - 1).last();
            step.map(|step| (step.entry, result.like(units(step.after))))
        });
        let terms = terms.into_iter().map(|(entry, change)| (entry, result.like(change))).collect();
        Some(Sum { result, carried: carried.flatten(), terms })
    }

    /// The entries that moved the amount, the first ones first, and by how much. After `version` entries
    /// there are so many of them, of which at most `most` are given.
    pub fn moves(&self, version: usize, most: usize) -> (usize, Vec<(usize, A)>) {
        let steps = self.until(version);
        let mut was = None;
        let moves = steps.iter().filter_map(|step| {
            let before = std::mem::replace(&mut was, step.after);
            let change = units(step.after) - units(before);
            let unit = step.after.or(before)?;
            (change != 0).then(|| (step.entry, unit.like(change)))
        });
        (steps.last().map_or(0, |last| last.moves), moves.take(most).collect())
    }

    /// The entry that first changed what the figure was after so many.
    pub fn next_change(&self, version: usize) -> Option<usize> {
        self.steps.get(self.until(version).len()).map(|step| step.entry)
    }

    /// What it was after each entry that changed it, but for the first so many of these.
    pub fn steps(&self, skip: usize) -> impl Iterator<Item = (usize, Option<A>)> {
        self.steps.iter().skip(skip).map(|step| (step.entry, step.after))
    }

    /// How many steps it has made.
    pub fn count(&self) -> usize {
        self.steps.len()
    }

    /// Its shape over a diary of so many entries.
    pub fn outline(&self, entries: usize) -> Downsampled {
        let mut outline = Downsampled::default();
        self.draw(0, entries, &mut outline);
        outline
    }

    /// Goes on with a shape that has so many of its steps, up to so many entries.
    pub fn draw(&self, drawn: usize, entries: usize, outline: &mut Downsampled) {
        for step in self.steps.iter().skip(drawn) {
            outline.stay(step.entry.saturating_sub(outline.last() + 1));
            outline.push(units(step.after));
        }
        outline.stay(entries.saturating_sub(outline.last()));
    }

    fn until(&self, version: usize) -> &[Step<A>] {
        let end = self.steps.partition_point(|step| step.entry <= version);
        self.steps.get(..end).unwrap_or_default()
    }
}

/// Before there is a figure, there is nothing.
fn units<A: Quantity>(figure: Option<A>) -> i64 {
    figure.map_or(0, A::units)
}
