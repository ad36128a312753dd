//! Two histories side by side: where they part, and how far today differs.

use super::{Amount, Describe};
use diary::{Decider, Entry, replay};

/// How two histories differ. They can be a diary and one of its branches, or two branches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Divergence {
    /// The number (from 1) of the first entry that only one of them has, or that is another in
    /// each. `None` when they are the same.
    pub entry: Option<usize>,
    /// How each figure differs at their ends. Of those that don't stand at every line, only the ones
    /// that do differ.
    pub figures: Vec<Delta>,
}

/// One figure, today, in two histories.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delta {
    /// The figure's name.
    pub name: String,
    /// What it is in the first; `None` when it isn't there.
    pub here: Option<Amount>,
    /// What it is in the second.
    pub there: Option<Amount>,
    /// By how much the second has more than the first; a figure that isn't there counts as nothing.
    pub by: Amount,
}

impl Divergence {
    /// Compares two histories, each from its first entry on.
    pub fn of<D: Describe + Decider<Event: PartialEq>>(
        here: &[Entry<D::Event>],
        there: &[Entry<D::Event>],
    ) -> Self {
        let same = here.iter().zip(there).take_while(|(here, there)| here == there).count();
        let entry = (same < here.len().max(there.len())).then_some(same + 1);
        let today = |entries: &[Entry<_>]| replay::<D>(entries.iter().map(|entry| &entry.event));
        let (here, there) = (today(here), today(there));
        let mut named = here.figures();
        named.extend(there.figures().into_iter().filter(|of| here.figure(of).is_none()));
        let others = named.iter().filter(|of| !D::FIGURES.contains(of));
        let others = others.filter(|of| here.figure(of) != there.figure(of));
        let gap = |of: &D::Figure| Delta::of(of, &here, &there);
        Self { entry, figures: D::FIGURES.iter().chain(others).map(gap).collect() }
    }
}

impl Delta {
    /// One figure in two states.
    pub fn of<D: Describe>(of: &D::Figure, here: &D, there: &D) -> Self {
        let (name, here, there) = (D::figure_name(of), here.figure(of), there.figure(of));
        let by = there.unwrap_or(D::ZERO).minus(here.unwrap_or(D::ZERO));
        Self { name, here, there, by }
    }
}
