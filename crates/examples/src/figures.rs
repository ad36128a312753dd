//! All figures of a diary.

use super::{Amount, Series};

/// What is shown of so many things that are counted from 0: the first `most`, and the chosen one, also
/// where that is none of these. And how many others there are.
pub fn first_and_chosen(count: usize, most: usize, chosen: usize) -> (Vec<usize>, usize) {
    let first = count.min(most);
    let chosen = Some(chosen).filter(|chosen| (first..count).contains(chosen));
    let shown: Vec<_> = (0..first).chain(chosen).collect();
    let others = count - shown.len();
    (shown, others)
}

/// Figures with what they are of, in the order in which they came up. Which place one has, the state
/// knows: see [`Describe::place`](super::Describe::place).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figures<K, A = Amount>(Vec<(K, Series<A>)>);

impl<K: Clone, A> Figures<K, A> {
    /// With these to begin with.
    pub fn with(first: &[K]) -> Self {
        Self(first.iter().map(|of| (of.clone(), Series::default())).collect())
    }

    /// The figure of this at its place, which comes up now if it hasn't before.
    pub fn at(&mut self, place: usize, of: &K) -> Option<&mut Series<A>> {
        if place == self.0.len() {
            self.0.push((of.clone(), Series::default()));
        }
        self.0.get_mut(place).map(|(_, figure)| figure)
    }

    /// How many have come up.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether none has.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// One of them, with what it is of.
    pub fn get(&self, which: usize) -> Option<&(K, Series<A>)> {
        self.0.get(which)
    }

    /// All of them, with what they are of.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &(K, Series<A>)> {
        self.0.iter()
    }
}
