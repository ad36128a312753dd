//! How far any moment is from a checkpoint, and how much all checkpoints hold.

use std::cell::Cell;

use chrono::{DateTime, Utc};
use diary::{Decider, Diary, Entry, SavedStates};
use examples::{
    Money,
    bank::{self, Account, Bank},
    order::{self, Order},
};
use proptest::{collection::vec, prelude::*, sample::Index};

use crate::random::check;

/// A list that grows and shrinks. It counts the steps of a replay, and the parts of its copies.
#[derive(Debug, Default, PartialEq)]
struct Parts(usize);

thread_local! {
    static TAKEN_IN: Cell<usize> = const { Cell::new(0) };
    static COPIED: Cell<usize> = const { Cell::new(0) };
}

impl Clone for Parts {
    fn clone(&self) -> Self {
        COPIED.set(COPIED.get() + self.weight());
        Self(self.0)
    }
}

impl Decider for Parts {
    type Command = ();
    type Event = bool;
    type Rejection = ();

    fn decide(&self, (): &()) -> Result<Vec<bool>, ()> {
        Ok(vec![true])
    }

    fn evolve(self, grows: &bool) -> Self {
        TAKEN_IN.set(TAKEN_IN.get() + 1);
        Self(if *grows { self.0 + 1 } else { self.0.saturating_sub(1) })
    }

    fn weight(&self) -> usize {
        1 + self.0
    }
}

fn diary(events: Vec<bool>) -> Diary<bool> {
    let mut diary = Diary::default();
    diary.append(DateTime::<Utc>::UNIX_EPOCH, events);
    diary
}

/// The state of a page, and how many entries were replayed for it.
fn jump(timeline: &SavedStates<Parts>, entries: &[Entry<bool>], version: usize) -> (Parts, usize) {
    TAKEN_IN.set(0);
    let state = timeline.at(entries, version);
    (state, TAKEN_IN.get())
}

#[test]
fn no_jump_to_a_small_state_replays_32_entries() {
    let diary = diary([true, false].repeat(500));
    let timeline = SavedStates::<Parts>::of(diary.entries());
    for version in 0..1_000 {
        let (state, steps) = jump(&timeline, diary.entries(), version);
        assert_eq!((state, steps), (Parts(version % 2), version % 32), "to page {version}");
    }
    assert_eq!(jump(&timeline, diary.entries(), 1_000).1, 0, "now is at hand");
}

/// However the states grow and shrink, a jump replays at most twice as many entries as the state has
/// parts, or 32; and all checkpoints together have at most half as many parts as there are entries.
#[test]
fn large_states_are_copied_seldom() {
    // Long stretches in which it grows or shrinks.
    let stretches = vec((any::<bool>(), 0_usize..900), 1..6);
    let versions = vec(any::<Index>(), 20);
    check((stretches, versions), |(stretches, versions)| {
        let events = stretches.into_iter().flat_map(|(grows, times)| vec![grows; times]).collect();
        let diary = diary(events);
        let entries = diary.entries();
        COPIED.set(0);
        let timeline = SavedStates::<Parts>::of(entries);
        prop_assert!(COPIED.get() * 2 <= entries.len(), "{} parts", COPIED.get());
        let mut parts = vec![0_usize];
        for entry in entries {
            let before = parts[parts.len() - 1];
            parts.push(if entry.event { before + 1 } else { before.saturating_sub(1) });
        }
        for version in versions.into_iter().map(|version| version.index(entries.len() + 1)) {
            let (state, steps) = jump(&timeline, entries, version);
            prop_assert_eq!(state.0, parts[version]);
            prop_assert!(
                steps <= 32.max(2 * state.weight()),
                "{} steps to page {}",
                steps,
                version
            );
        }
        Ok(())
    });
}

/// What a state weighs is what is in its lists: otherwise nothing above holds for it.
#[test]
fn the_lists_of_the_examples_have_weight() {
    let amount = Money::cents(1);
    let (mut fees, mut accounts) = (Bank::default(), Bank::default());
    let mut order = Order::default();
    for number in 1..=1_000_u32 {
        let (account, owner) = (Account::Everyday, "Ana".to_owned());
        fees = fees.evolve(&bank::Event::FeeCharged { account, amount, fee: number });
        let account = Account::called(&format!("account {number}"));
        accounts = accounts.evolve(&bank::Event::AccountOpened { account, owner });
        let name = format!("thing {number}").into();
        order = order.evolve(&order::Event::ItemAdded { name, price: amount, quantity: 2 });
        let all = number as usize;
        let weights = (fees.weight(), accounts.weight(), order.weight());
        assert_eq!(weights, (2 + all, 1 + all, 1 + all), "the fees have an account");
    }
    assert_eq!(order.total(), Money::cents(2_000));
}
