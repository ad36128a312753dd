//! One account's balance in the order in which its entries are true.
//!
//! Most entries are true when they are written, and what was gathered in that order is the answer. Where
//! one is late, the balance of every day from its own to the one on which it was written is another one.
//! Then all steps of the balance are gone through once for each question that asks for them: a moment
//! for a hundred thousand entries, and nothing is kept of it. Without a late entry nobody comes here.

use chrono::TimeZone;

use super::gathered::Story;
use crate::{
    Money,
    calendar::{day_after, start_of_day},
};
use diary::Diary;

/// A step of the balance.
#[derive(Clone, Copy, Debug)]
pub(super) struct Step {
    pub(super) entry: usize,
    pub(super) change: Money,
    /// How much there was after it.
    pub(super) balance: Money,
    /// The last entry that was written of those up to here.
    pub(super) known: usize,
}

/// A late entry: it comes after those that were written up to the end of its day.
struct Late {
    after: usize,
    entry: usize,
    change: Money,
}

/// The steps of the balance, day by day as they are true, and on one day in the order of writing. None
/// when that is the order in which all of them were written.
pub(super) fn steps<E>(story: &Story, diary: &Diary<E>, zone: &impl TimeZone) -> Option<Vec<Step>> {
    let mut late = Vec::new();
    for (entry, when, change) in story.late() {
        let Some(own) = when.true_on else { continue };
        let after = diary.before(start_of_day(day_after(own), zone)).len();
        // What was written by the end of its day is in its place already.
        if after < entry {
            late.push((own, Late { after, entry, change }));
        }
    }
    if late.is_empty() {
        return None;
    }
    let mut moved: Vec<_> = late.iter().map(|(_, late)| late.entry).collect();
    moved.sort_unstable();
    late.sort_by_key(|(own, late)| (*own, late.entry));
    let mut late = late.into_iter().map(|(_, late)| late).peekable();
    let mut walk = Walk::default();
    let mut before = Money::ZERO;
    for (entry, after) in story.balance.steps(0) {
        let after = after.unwrap_or_default();
        let change = [after, -before].into_iter().sum();
        before = after;
        while let Some(one) = late.next_if(|late| late.after < entry) {
            walk.step(one.entry, one.change);
        }
        if moved.binary_search(&entry).is_err() {
            walk.step(entry, change);
        }
    }
    // The last ones have no entry after them.
    late.for_each(|one| walk.step(one.entry, one.change));
    Some(walk.steps)
}

#[derive(Default)]
struct Walk {
    balance: Money,
    known: usize,
    steps: Vec<Step>,
}

impl Walk {
    fn step(&mut self, entry: usize, change: Money) {
        self.balance = [self.balance, change].into_iter().sum();
        self.known = self.known.max(entry);
        let Self { balance, known, .. } = *self;
        self.steps.push(Step { entry, change, balance, known });
    }
}
