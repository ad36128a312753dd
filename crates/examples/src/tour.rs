//! The two-minute tour: four steps at a workbench. A step is done when the reader did it, by whichever way.

use crate::Describe;

/// A step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Ask both worlds.
    Ask,
    /// Go into the past.
    Travel,
    /// Ask for something that the rules refuse.
    Refuse,
    /// Write an entry.
    Write,
}

impl Step {
    /// All of them, in their order.
    pub const ALL: [Self; 4] = [Self::Ask, Self::Travel, Self::Refuse, Self::Write];

    /// What was seen in it, in one or two short sentences.
    pub fn seen(self) -> &'static str {
        match self {
            Self::Ask => "The snapshot keeps no past. The diary answers from its entries.",
            Self::Travel => "The diary shows any moment. The snapshot knows only today.",
            Self::Refuse => "The rules said no. A refused request leaves no entry.",
            Self::Write => "The snapshot was overwritten. The diary has one more entry.",
        }
    }
}

/// How far the reader has come since the tour began.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Walk {
    done: [bool; Step::ALL.len()],
    last: Option<Step>,
}

impl Walk {
    /// With what `is_done` now. What was done once stays done.
    #[must_use]
    pub fn and(mut self, is_done: impl Fn(Step) -> bool) -> Self {
        for (step, done) in Step::ALL.into_iter().zip(&mut self.done) {
            if !*done && is_done(step) {
                *done = true;
                self.last = Some(step);
            }
        }
        self
    }

    /// The first step that isn't done; none at the end. An empty diary has no past: there its first entry comes
    /// before that.
    pub fn next(self, is_empty: bool) -> Option<Step> {
        let mut open = Step::ALL.into_iter().zip(self.done).filter(|(_, done)| !done);
        let (next, _) = open.next()?;
        let can_write = open.any(|(step, _)| step == Step::Write);
        Some(if is_empty && next == Step::Travel && can_write { Step::Write } else { next })
    }

    /// Which step that is, counted from 1: one more than are done.
    pub fn number(self) -> usize {
        1 + self.done.into_iter().filter(|done| *done).count()
    }

    /// What was seen last, in one or two short sentences.
    pub fn seen(self) -> &'static str {
        self.last
            .map_or("Today both worlds show the same. Only the diary keeps the past.", Step::seen)
    }
}

/// What a tour says of one example, and of no other.
pub struct Tour<D: Describe> {
    /// What to ask both worlds, in one sentence. It is the first card.
    pub ask: &'static str,
    /// A request that the rules refuse as things stand, whatever that is, and what it asks for in one sentence.
    pub refuse: fn(&D) -> (&'static str, D::Command),
    /// What to do next when the tour is over, in one sentence.
    pub end: &'static str,
}
