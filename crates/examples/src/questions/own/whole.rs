//! An entry that was collected, and what some of them come to.

use crate::Money;
use diary::When;

/// An entry that belongs to a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    /// Its number, counted from 1.
    pub(crate) entry: usize,
    pub(crate) when: When,
    pub(crate) amount: Money,
    /// How many things it is about, where that matters.
    pub(crate) things: Option<u32>,
}

/// What some of them come to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Whole {
    pub(crate) sum: Money,
    /// How many events are about a number of things, and about how many.
    pub(crate) events: u64,
    pub(crate) things: u64,
    pub(crate) biggest: Option<Extreme>,
    pub(crate) smallest: Option<Extreme>,
}

/// An amount that no other goes beyond.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Extreme {
    pub(crate) amount: Money,
    /// The first entry that has it, and how many have it.
    pub(crate) entry: usize,
    pub(crate) alike: usize,
}

impl Whole {
    pub(crate) fn of(found: &Found) -> Self {
        let Found { entry, amount, things, .. } = *found;
        let extreme = Some(Extreme { amount, entry, alike: 1 });
        Self {
            sum: amount,
            events: things.map_or(0, |_| 1),
            things: things.map_or(0, u64::from),
            biggest: extreme,
            smallest: extreme,
        }
    }

    /// This and some others.
    pub(crate) fn and(self, next: Self) -> Self {
        Self {
            sum: [self.sum, next.sum].into_iter().sum(),
            events: self.events + next.events,
            things: self.things + next.things,
            biggest: further(self.biggest, next.biggest, |next, best| next > best),
            smallest: further(self.smallest, next.smallest, |next, best| next < best),
        }
    }
}

/// The one of two that goes beyond the other; of two alike the one that was written first.
fn further(
    first: Option<Extreme>,
    next: Option<Extreme>,
    beyond: fn(Money, Money) -> bool,
) -> Option<Extreme> {
    let (Some(one), Some(other)) = (first, next) else { return first.or(next) };
    Some(match (one.amount == other.amount, beyond(other.amount, one.amount)) {
        (true, _) => {
            Extreme { alike: one.alike + other.alike, entry: one.entry.min(other.entry), ..one }
        }
        (false, true) => other,
        (false, false) => one,
    })
}
