//! Many things in the order of their keys, of which any one is found, put in or taken out without
//! moving the others.

/// What a thing is found by.
pub trait Keyed {
    /// Its key; no two things in one place have the same.
    type Key: Ord + ?Sized;

    /// What it is found by.
    fn key(&self) -> &Self::Key;
}

/// Things in a run at most. Putting one in moves half a run: the time of a few steps of a search.
const RUN: usize = 128;

/// Room that a run makes for more at a time. A state of many things lies in memory several times,
/// so little of it may be room for what doesn't come.
const ROOM: usize = 8;

/// So few are gone through sooner than they are searched by halving.
const FEW: usize = 8;

/// Things in the order of their keys, in runs that are never empty.
///
/// In a plain list, taking out one of 100,000 moves 50,000, and taking out all of them takes
/// seconds. The standard library's tree does that as well, but takes half as much memory again.
#[derive(Clone, Debug)]
pub struct Sorted<T> {
    runs: Vec<Vec<T>>,
    len: usize,
}

impl<T> Default for Sorted<T> {
    fn default() -> Self {
        Self { runs: Vec::new(), len: 0 }
    }
}

/// The same things, however they lie in runs.
impl<T: PartialEq> PartialEq for Sorted<T> {
    fn eq(&self, other: &Self) -> bool {
        self.len == other.len && self.iter().eq(other.iter())
    }
}

impl<T: Eq> Eq for Sorted<T> {}

impl<T> Sorted<T> {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The one with the lowest key.
    pub fn first(&self) -> Option<&T> {
        self.runs.first()?.first()
    }

    /// All of them, by their keys.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &T> {
        self.runs.iter().flatten()
    }
}

impl<T: Keyed> Sorted<T> {
    /// The one with this key.
    pub fn get(&self, key: &T::Key) -> Option<&T> {
        let (run, place) = self.find(key);
        self.runs.get(run)?.get(place.ok()?)
    }

    /// The one with this key, to be changed, though not its key.
    pub fn get_mut(&mut self, key: &T::Key) -> Option<&mut T> {
        let (run, place) = self.find(key);
        self.runs.get_mut(run)?.get_mut(place.ok()?)
    }

    /// All of them while they are few; none when they are many.
    pub(crate) fn few(&self) -> &[T] {
        match &self.runs[..] {
            [run] if run.len() <= FEW => run,
            _ => &[],
        }
    }

    /// The same to be changed, though not their keys.
    pub(crate) fn few_mut(&mut self) -> &mut [T] {
        match &mut self.runs[..] {
            [run] if run.len() <= FEW => run,
            _ => &mut [],
        }
    }

    /// Puts one in. It takes the place of the one that has its key.
    pub fn insert(&mut self, thing: T) {
        let (at, place) = self.find(thing.key());
        let is_behind_all = at + 1 >= self.runs.len();
        match (self.runs.get_mut(at), place) {
            (None, _) => self.runs.push(vec![thing]),
            (Some(run), Ok(place)) => {
                run[place] = thing;
                return;
            }
            // Keys that only grow fill each run to its end.
            (Some(run), Err(place)) if run.len() == RUN && place == RUN && is_behind_all => {
                self.runs.push(vec![thing]);
            }
            (Some(run), Err(place)) if run.len() == RUN => {
                let mut upper = run.split_off(RUN / 2);
                run.shrink_to_fit();
                match place.checked_sub(RUN / 2) {
                    Some(place) => put(&mut upper, place, thing),
                    None => put(run, place, thing),
                }
                self.runs.insert(at + 1, upper);
            }
            (Some(run), Err(place)) => put(run, place, thing),
        }
        self.len += 1;
    }

    /// Takes out the one with this key.
    pub fn remove(&mut self, key: &T::Key) -> Option<T> {
        let (at, place) = self.find(key);
        let run = self.runs.get_mut(at)?;
        let thing = run.remove(place.ok()?);
        self.len -= 1;
        let left = run.len();
        if left == 0 {
            self.runs.remove(at);
        } else if self.runs.get(at + 1).is_some_and(|next| left + next.len() <= RUN / 2) {
            // Runs of a few each would be a long list of short ones.
            let next = self.runs.remove(at + 1);
            self.runs[at].extend(next);
        } else if self.runs[at].capacity() > left + RUN / 2 {
            self.runs[at].shrink_to_fit();
        }
        Some(thing)
    }

    /// The run that has this key or should have it, and the place in it.
    fn find(&self, key: &T::Key) -> (usize, Result<usize, usize>) {
        let begins_before = |run: &Vec<T>| run.first().is_some_and(|first| first.key() <= key);
        // Nearly always there are few things, in one run: to look where it begins would take half of the time.
        let is_one = self.runs.len() <= 1;
        let run =
            if is_one { 0 } else { self.runs.partition_point(begins_before).saturating_sub(1) };
        let in_it = |run: &Vec<T>| run.binary_search_by(|thing| thing.key().cmp(key));
        (run, self.runs.get(run).map_or(Err(0), in_it))
    }
}

fn put<T>(run: &mut Vec<T>, place: usize, thing: T) {
    if run.len() == run.capacity() {
        run.reserve_exact(ROOM);
    }
    run.insert(place, thing);
}
