//! What a question of the reader's own is answered from.

use std::collections::BTreeMap;

use super::{Collected, Queryable};
use crate::Mark;
use diary::{Entry, Projection};

/// A projection: the entries that a question of the reader's own is about.
#[derive(Clone, Debug, PartialEq)]
pub struct Gathered<D: Queryable> {
    topic: D::Topic,
    subject: Option<D::Subject>,
    /// Where things stand after these entries: some only say what they did to that.
    state: D,
    found: Collected,
    /// The entries of any topic that are about the subject; not kept when all of them are.
    about: Vec<usize>,
    /// The numbers that the rules gave out to some of what was found, with the entries that have them,
    /// as long as nothing made them good; and what was made good, with the entry that did it.
    numbered: BTreeMap<u32, usize>,
    made_good: BTreeMap<usize, usize>,
    entries: usize,
}

impl<D: Queryable> Default for Gathered<D> {
    fn default() -> Self {
        Self::about(D::EVERYTHING, None)
    }
}

impl<D: Queryable> Projection for Gathered<D> {
    type Event = D::Event;

    fn read(mut self, entry: &Entry<D::Event>) -> Self {
        let Self { topic, ref subject, .. } = self;
        if let Some(amount) = D::meets(&entry.event, topic, subject.as_ref()) {
            self.found.push(entry, amount, D::things(&self.state, &entry.event, topic));
            if let Some(Mark::Numbered(number)) = D::mark(&entry.event) {
                self.numbered.insert(number, entry.number);
            }
        }
        if let Some(Mark::Corrects(number)) = D::mark(&entry.event)
            && let Some(found) = self.numbered.remove(&number)
        {
            self.made_good.insert(found, entry.number);
        }
        if subject.is_some() && D::meets(&entry.event, D::EVERYTHING, subject.as_ref()).is_some() {
            self.about.push(entry.number);
        }
        self.state.apply(&entry.event);
        self.entries = entry.number;
        self
    }
}

impl<D: Queryable> Gathered<D> {
    pub(crate) fn about(topic: D::Topic, subject: Option<D::Subject>) -> Self {
        let (state, found) = (D::default(), Collected::default());
        let (numbered, made_good) = (BTreeMap::new(), BTreeMap::new());
        Self { topic, subject, state, found, about: Vec::new(), numbered, made_good, entries: 0 }
    }

    /// The entry that made this one good.
    pub(crate) fn made_good_by(&self, entry: usize) -> Option<usize> {
        self.made_good.get(&entry).copied()
    }

    pub(crate) fn found(&self) -> &Collected {
        &self.found
    }

    /// The last entry up to this one that is about the same account or item.
    pub(crate) fn last_about(&self, entry: usize) -> Option<usize> {
        if self.subject.is_none() {
            return Some(entry.min(self.entries)).filter(|last| *last > 0);
        }
        let until = self.about.partition_point(|about| *about <= entry);
        self.about.get(until.checked_sub(1)?).copied()
    }

    /// The first entry after this one that is about the same account or item.
    pub(crate) fn next_about(&self, entry: usize) -> Option<usize> {
        if self.subject.is_none() {
            return Some(entry + 1).filter(|next| *next <= self.entries);
        }
        self.about.get(self.about.partition_point(|about| *about <= entry)).copied()
    }
}
