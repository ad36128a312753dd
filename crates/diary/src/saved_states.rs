//! Any moment at once: checkpoints, so that a long diary can be scrubbed.

use super::{Decider, Entry};

/// Entries between two checkpoints at least. A jump replays half of this on average, in half a microsecond, and copies
/// a state, which takes as long; with 64, jumps took half as long again. A bank's checkpoints then add some 9 bytes
/// to the 56 of an entry in the browser.
const EVERY: usize = 32;

/// Entries for each part of all checkpoints. So however large the states become, together they
/// are at most half as many things as there are entries.
const FOR_EACH_PART: usize = 2;

/// The states of a diary at some of its pages, from which any page is not far away.
///
/// Checkpoints hold nothing that the entries don't: dropping them all changes no answer. That
/// they are sound is the law *split*: replaying `a ++ b` is replaying `b` on top of `a`.
///
/// A state can be as large as the diary: each fee that was not given back is in it. One in every 32
/// entries would then take n² memory. So a large state waits for its copy until as many entries have
/// come as pay for it, and a jump replays 32 entries or twice the state's [weight](Decider::weight),
/// which is about as long as copying it takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedStates<D> {
    /// After how many entries, and the state then.
    checkpoints: Vec<(usize, D)>,
    /// What all checkpoints weigh together.
    weight: usize,
    latest: D,
    versions: usize,
}

impl<D: Decider> Default for SavedStates<D> {
    fn default() -> Self {
        let (checkpoints, latest) = (Vec::new(), D::default());
        Self { checkpoints, weight: 0, latest, versions: 0 }
    }
}

impl<D: Decider> SavedStates<D> {
    /// Reads a whole diary once.
    pub fn of(entries: &[Entry<D::Event>]) -> Self {
        let mut timeline = Self::default();
        timeline.extend(entries);
        timeline
    }

    /// Takes in the entries that were written since.
    pub fn extend(&mut self, entries: &[Entry<D::Event>]) {
        for entry in entries {
            self.push(&entry.event);
        }
    }

    /// Takes in the next entry's event.
    pub fn push(&mut self, event: &D::Event) {
        self.latest.apply(event);
        self.versions += 1;
        let last = self.checkpoints.last().map_or(0, |(version, _)| *version);
        if self.versions >= last + EVERY {
            let weight = self.weight + self.latest.weight();
            if weight * FOR_EACH_PART <= self.versions {
                self.weight = weight;
                self.checkpoints.push((self.versions, self.latest.clone()));
            }
        }
    }

    /// The state after the last entry.
    pub fn latest(&self) -> &D {
        &self.latest
    }

    /// The state when `version` of these `entries` had been written.
    pub fn at(&self, entries: &[Entry<D::Event>], version: usize) -> D {
        let version = version.min(entries.len());
        if version == self.versions {
            return self.latest.clone();
        }
        let near = self.checkpoints.partition_point(|(at, _)| *at <= version);
        let near = near.checked_sub(1).and_then(|near| self.checkpoints.get(near)).cloned();
        let (at, mut state) = near.unwrap_or_default();
        for entry in entries.get(at..version).unwrap_or_default() {
            state.apply(&entry.event);
        }
        state
    }
}
