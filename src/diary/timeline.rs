//! Any moment at once: a checkpoint every few entries, so that a long diary can be scrubbed.

use super::{Decider, Entry};

/// Entries between two checkpoints. A jump replays half of this on average, a few microseconds;
/// one state for every 64 entries adds little to what the entries themselves take.
const EVERY: usize = 64;

/// The states of a diary at every 64th page, from which any page is a few steps away.
///
/// Checkpoints hold nothing that the entries don't: dropping them all changes no answer. That
/// they are sound is the law *split*: replaying `a ++ b` is replaying `b` on top of `a`.
#[derive(Clone, Debug)]
pub struct Timeline<D> {
    checkpoints: Vec<D>,
    latest: D,
    pages: usize,
}

impl<D: Decider> Default for Timeline<D> {
    fn default() -> Self {
        Self { checkpoints: vec![D::default()], latest: D::default(), pages: 0 }
    }
}

impl<D: Decider> Timeline<D> {
    /// Reads a whole diary once.
    pub fn of(entries: &[Entry<D::Event>]) -> Self {
        let mut timeline = Self::default();
        timeline.extend(entries);
        timeline
    }

    /// Takes in the entries that were written since.
    pub fn extend(&mut self, entries: &[Entry<D::Event>]) {
        for entry in entries {
            self.latest = std::mem::take(&mut self.latest).evolve(&entry.event);
            self.pages += 1;
            if self.pages.is_multiple_of(EVERY) {
                self.checkpoints.push(self.latest.clone());
            }
        }
    }

    /// The state after the last entry.
    pub fn latest(&self) -> &D {
        &self.latest
    }

    /// The state when `page` of these `entries` had been written.
    pub fn at(&self, entries: &[Entry<D::Event>], page: usize) -> D {
        let page = page.min(entries.len());
        let nearest = (page / EVERY).min(self.checkpoints.len().saturating_sub(1));
        let start = self.checkpoints.get(nearest).cloned().unwrap_or_default();
        let rest = entries.get(nearest * EVERY..page).unwrap_or_default();
        rest.iter().fold(start, |state, entry| state.evolve(&entry.event))
    }
}
