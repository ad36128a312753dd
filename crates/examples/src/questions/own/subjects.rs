//! What can be asked about: the accounts or items that a diary speaks of.

use std::collections::BTreeSet;

use super::Queryable;
use diary::{Entry, Projection};

/// Subjects that a menu offers at most: those of any diary, and the latest others. A menu of thousands is of no use, and would
/// be made anew with each new name.
const OFFERED: usize = 256;

/// A projection: what the entries are about, in the order in which they first were.
#[derive(Clone, Debug)]
pub struct Subjects<D: Queryable> {
    all: Vec<D::Subject>,
    known: BTreeSet<D::Subject>,
}

impl<D: Queryable> Default for Subjects<D> {
    fn default() -> Self {
        Self { all: D::SUBJECTS.to_vec(), known: D::SUBJECTS.iter().cloned().collect() }
    }
}

impl<D: Queryable> Projection for Subjects<D> {
    type Event = D::Event;

    fn read(mut self, entry: &Entry<D::Event>) -> Self {
        for subject in D::about(&entry.event) {
            if !self.known.contains(subject) {
                self.known.insert(subject.clone());
                self.all.push(subject.clone());
            }
        }
        self
    }
}

impl<D: Queryable> Subjects<D> {
    /// How many there are.
    pub fn count(&self) -> usize {
        self.all.len()
    }

    /// Those that a menu offers.
    pub(super) fn offered(&self) -> Vec<D::Subject> {
        let (first, others) = self.all.split_at(D::SUBJECTS.len());
        let left_out = others.len().saturating_sub(OFFERED - first.len());
        first.iter().chain(others.iter().skip(left_out)).cloned().collect()
    }
}
