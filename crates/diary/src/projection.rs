//! New questions to old entries.

use super::{Decider, Entry};

/// A reading of the diary: something that is filled from the entries, one by one.
///
/// It differs from a [`Decider`] in that it refuses nothing and rules nothing: it can be thrown
/// away and read again, and a new one can be invented long after the entries were written.
pub trait Projection: Default {
    /// The events it reads.
    type Event;

    /// Takes in one entry.
    #[must_use]
    fn read(self, entry: &Entry<Self::Event>) -> Self;

    /// The same where the reading lies, as [`Decider::apply`] is to [`Decider::evolve`], and for the same reason.
    fn take_in(&mut self, entry: &Entry<Self::Event>) {
        *self = std::mem::take(self).read(entry);
    }
}

/// Fills a reading from the entries.
pub fn project<'a, P: Projection>(entries: impl IntoIterator<Item = &'a Entry<P::Event>>) -> P
where
    P::Event: 'a,
{
    let mut reading = P::default();
    for entry in entries {
        reading.take_in(entry);
    }
    reading
}

/// A reading with a bookmark: it knows how many entries it has read. So it can be behind the
/// diary, be thrown away, and be filled again from the entries, with the same result.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checkpointed<P> {
    /// What it is before anything is read.
    blank: P,
    reading: P,
    version: usize,
}

impl<P: Projection> Checkpointed<P> {
    /// A reading that has read nothing yet: one that is told what to look for, where the usual one
    /// begins with [`Default`].
    pub fn of(blank: P) -> Self
    where
        P: Clone,
    {
        Self { reading: blank.clone(), blank, version: 0 }
    }

    /// Reads on until `version` entries have been read, or all that there are. It never reads back.
    pub fn read_to(&mut self, entries: &[Entry<P::Event>], version: usize) {
        let new = entries.get(self.version..version.min(entries.len())).unwrap_or_default();
        for entry in new {
            self.reading.take_in(entry);
        }
        self.version += new.len();
    }

    /// How many of these entries it has not read yet: “this report is 3 lines old”.
    pub fn behind(&self, entries: &[Entry<P::Event>]) -> usize {
        entries.len().saturating_sub(self.version)
    }

    /// How many entries it has read.
    pub fn version(&self) -> usize {
        self.version
    }

    /// What it has gathered so far.
    pub fn reading(&self) -> &P {
        &self.reading
    }

    /// Throws away what it has gathered. Nothing is lost: the entries are still there.
    pub fn delete(&mut self)
    where
        P: Clone,
    {
        self.reading.clone_from(&self.blank);
        self.version = 0;
    }
}

/// What one entry added to a number, or took from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contribution {
    /// The entry's number, counted from 1.
    pub entry: usize,
    /// By how much it moved the number, in the number's own unit.
    pub change: i64,
}

/// A number explained: every entry that moved it, and by how much.
///
/// `measure` reads the number off a state. The changes sum to what it reads off the last state,
/// less what it reads off the blank page.
pub fn contributions<D: Decider>(
    entries: &[Entry<D::Event>],
    measure: impl Fn(&D) -> i64,
) -> Vec<Contribution> {
    let mut state = D::default();
    let mut found = Vec::new();
    for entry in entries {
        let before = measure(&state);
        state.apply(&entry.event);
        let change = measure(&state).saturating_sub(before);
        if change != 0 {
            found.push(Contribution { entry: entry.number, change });
        }
    }
    found
}
