//! All figures of a diary.

use std::collections::BTreeMap;

use super::Figure;

/// What is shown of so many things that are counted from 0: the first `most`, and the chosen one, also
/// where that is none of these. And how many others there are.
pub fn first_and_chosen(count: usize, most: usize, chosen: usize) -> (Vec<usize>, usize) {
    let first = count.min(most);
    let chosen = Some(chosen).filter(|chosen| (first..count).contains(chosen));
    let shown: Vec<_> = (0..first).chain(chosen).collect();
    let others = count - shown.len();
    (shown, others)
}

/// Figures by what they are of, in the order in which they came up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figures<K> {
    all: Vec<(K, Figure)>,
    places: BTreeMap<K, usize>,
}

impl<K> Default for Figures<K> {
    fn default() -> Self {
        Self { all: Vec::new(), places: BTreeMap::new() }
    }
}

impl<K: Clone + Ord> Figures<K> {
    /// With these to begin with.
    pub fn with(first: &[K]) -> Self {
        let mut figures = Self::default();
        first.iter().for_each(|of| _ = figures.figure_of(of));
        figures
    }

    /// The figure of this, which comes up now if it hasn't before.
    pub fn figure_of(&mut self, of: &K) -> &mut Figure {
        let place = match self.places.get(of) {
            Some(place) => *place,
            None => {
                let place = self.all.len();
                self.places.insert(of.clone(), place);
                self.all.push((of.clone(), Figure::default()));
                place
            }
        };
        &mut self.all[place].1
    }

    /// How many have come up.
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// Whether none has.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// One of them, with what it is of.
    pub fn get(&self, which: usize) -> Option<&(K, Figure)> {
        self.all.get(which)
    }

    /// Which of them is the figure of this.
    pub fn place(&self, of: &K) -> Option<usize> {
        self.places.get(of).copied()
    }

    /// All of them, with what they are of.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &(K, Figure)> {
        self.all.iter()
    }
}
