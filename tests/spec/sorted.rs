//! Many things in the order of their keys, beside the standard library's tree.

use std::collections::BTreeMap;

use examples::{Keyed, Sorted};
use proptest::{collection::vec, prelude::*};

use crate::random::check;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Thing(u32, usize);

impl Keyed for Thing {
    type Key = u32;

    fn key(&self) -> &u32 {
        &self.0
    }
}

#[derive(Clone, Debug)]
enum Step {
    /// So many keys from one on, with so much between them, are put in.
    Put(u32, u32, u32),
    /// They are taken out.
    Take(u32, u32, u32),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let keys = || (0..2_000_u32, 1..400_u32, prop_oneof![Just(1_u32), Just(7), Just(u32::MAX / 3)]);
    let step = prop_oneof![
        keys().prop_map(|(from, count, apart)| Step::Put(from, count, apart)),
        keys().prop_map(|(from, count, apart)| Step::Take(from, count, apart)),
    ];
    vec(step, 1..20)
}

#[test]
fn it_holds_what_a_tree_holds() {
    check(steps(), |steps| {
        let (mut sorted, mut tree) = (Sorted::default(), BTreeMap::new());
        for (at, step) in steps.into_iter().enumerate() {
            let (Step::Put(from, count, apart) | Step::Take(from, count, apart)) = step;
            for key in (0..count).map(|place| from.wrapping_add(place.wrapping_mul(apart))) {
                if matches!(step, Step::Put(..)) {
                    tree.insert(key, at);
                    sorted.insert(Thing(key, at));
                } else {
                    let taken = sorted.remove(&key);
                    prop_assert_eq!(taken, tree.remove(&key).map(|at| Thing(key, at)));
                }
                prop_assert_eq!(sorted.get(&key).map(|it| it.1), tree.get(&key).copied());
            }
            let expected = || tree.iter().map(|(key, at)| Thing(*key, *at));
            prop_assert!(sorted.iter().copied().eq(expected()));
            prop_assert!(sorted.iter().rev().copied().eq(expected().rev()));
            prop_assert_eq!(sorted.first().copied(), expected().next());
            prop_assert_eq!((sorted.len(), sorted.is_empty()), (tree.len(), tree.is_empty()));
            // The same things, however they came to be there.
            let mut straight = Sorted::default();
            expected().for_each(|thing| straight.insert(thing));
            prop_assert_eq!(&sorted, &straight);
        }
        Ok(())
    });
}

#[test]
fn what_is_found_can_be_changed() {
    let mut sorted = Sorted::default();
    (0..1_000).for_each(|key| sorted.insert(Thing(key, 0)));
    sorted.get_mut(&700).unwrap().1 = 7;
    assert_eq!(sorted.get(&700), Some(&Thing(700, 7)));
    assert_eq!(sorted.get_mut(&1_000), None);
    assert_eq!(sorted.iter().filter(|it| it.1 == 7).count(), 1);
}
