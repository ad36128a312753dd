//! The thesis of the product, as laws that hold for any commands whatever.

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};
use diary::{Decider, Entry, SavedStates, replay};
use examples::{
    Money,
    bank::{self, Bank, Held},
    order::Order,
    parcel::Parcel,
};
use proptest::{prelude::*, sample::select, test_runner::TestCaseError};

use crate::random::{Sample, Script, Tale, always, check, scripts};

type Holds = Result<(), TestCaseError>;

each!(two_memories_one_present, scripts());
each!(replay_can_be_split, (scripts(), any::<prop::sample::Index>()));
each!(a_fact_does_the_same_in_place, scripts());
each!(every_page_opens, (scripts(), any::<usize>(), any::<prop::sample::Index>(), near()));
each!(any_page_is_a_few_steps_away, (versions(), versions(), versions()));

fn present<D: Sample>(entries: &[Entry<D::Event>]) -> D {
    replay(entries.iter().map(|entry| &entry.event))
}

/// After any commands both memories agree on today, on its time, and on every refusal; and a refusal
/// leaves no trace in either.
fn two_memories_one_present<D: Sample>(script: Script) -> Holds {
    let mut tale = Tale::<D>::default();
    for step in &script.steps {
        let command = tale.next_command(step, &script.names);
        let decided = present::<D>(tale.diary.entries()).decide(&command);
        let (changes, row) = (tale.diary.clone(), tale.row.clone());
        let handled = tale.row.handle(tale.clock, &command);
        prop_assert_eq!(handled.as_ref().err(), decided.as_ref().err());
        if let Ok(events) = decided {
            prop_assert!(!events.is_empty());
            tale.diary.append(tale.clock, events);
        } else {
            prop_assert_eq!(&tale.diary, &changes);
            prop_assert_eq!(&tale.row, &row);
        }
        prop_assert_eq!(tale.row.today(), &present::<D>(tale.diary.entries()));
        prop_assert_eq!(tale.row.updated_at(), tale.diary.entries().last().map(|last| last.at));
        // What was written before is still there, unchanged.
        prop_assert_eq!(tale.diary.until(changes.len()), changes.entries());
    }
    Ok(())
}

/// replay(a ++ b) = replay b on top of replay(a). Therefore checkpoints are sound.
fn replay_can_be_split<D: Sample>((script, at): (Script, prop::sample::Index)) -> Holds {
    let tale = Tale::<D>::of(&script);
    let entries = tale.diary.entries();
    let (a, b) = entries.split_at(at.index(entries.len() + 1));
    let on_top = b.iter().fold(present::<D>(a), |state, entry| state.evolve(&entry.event));
    prop_assert_eq!(&on_top, &present::<D>(entries));
    let timeline = SavedStates::<D>::of(entries);
    prop_assert_eq!(&on_top, timeline.latest());
    Ok(())
}

/// `apply` is `evolve` where the state lies. Therefore whoever folds may use either.
fn a_fact_does_the_same_in_place<D: Sample>(script: Script) -> Holds {
    let mut state = D::default();
    for entry in Tale::<D>::of(&script).diary.entries() {
        let evolved = state.clone().evolve(&entry.event);
        state.apply(&entry.event);
        prop_assert_eq!(&state, &evolved);
    }
    Ok(())
}

/// Any page and any instant opens, also those that no reader can reach.
fn every_page_opens<D: Sample>(
    (script, version, near, instant): (Script, usize, prop::sample::Index, Instant),
) -> Holds {
    let diary = Tale::<D>::of(&script).diary;
    let entries = diary.entries();
    prop_assert!(entries.iter().zip(1..).all(|(entry, number)| entry.number == number));
    prop_assert!(entries.is_sorted_by_key(|entry| entry.at));
    for version in [version, version % 50, usize::MAX, entries.len(), entries.len() + 1, 0] {
        prop_assert_eq!(diary.until(version), &entries[..version.min(entries.len())]);
        prop_assert_eq!(diary.entry(version), entries.iter().find(|entry| entry.number == version));
    }
    let instant = match instant {
        Instant::At(instant) => instant,
        Instant::Near(_) if entries.is_empty() => DateTime::UNIX_EPOCH,
        Instant::Near(by) => near.get(entries).at + by,
    };
    let naive = |keep: &dyn Fn(&Entry<D::Event>) -> bool| -> Vec<_> {
        entries.iter().filter(|entry| keep(entry)).cloned().collect()
    };
    prop_assert_eq!(diary.as_of(instant), naive(&|entry| entry.at <= instant));
    prop_assert_eq!(diary.before(instant), naive(&|entry| entry.at < instant));
    Ok(())
}

#[derive(Clone, Debug)]
enum Instant {
    At(DateTime<Utc>),
    /// So far from one of the entries.
    Near(TimeDelta),
}

fn near() -> impl Strategy<Value = Instant> {
    let edges = vec![DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC, DateTime::UNIX_EPOCH];
    let step = select(vec![-1_000_000_i64, -1, 0, 1, 1_000_000]).prop_map(TimeDelta::nanoseconds);
    prop_oneof![4 => step.prop_map(Instant::Near), 1 => select(edges).prop_map(Instant::At)]
}

fn versions() -> impl Strategy<Value = usize> {
    let edges = vec![0, 1, 63, 64, 65, 127, 128, 129, 255, 256, 257, 599, 600, usize::MAX];
    prop_oneof![0..=600_usize, select(edges)]
}

/// A long diary of any length, taken in at once or in two parts, shows every page as plain replay
/// does.
fn any_page_is_a_few_steps_away<D: Sample>(
    (length, part, version): (usize, usize, usize),
) -> Holds {
    let entries = D::long().diary.until(length);
    let (first, rest) = entries.split_at(part.min(entries.len()));
    let mut timeline = SavedStates::<D>::of(first);
    timeline.extend(rest);
    prop_assert_eq!(timeline.latest(), &present::<D>(entries));
    let until = &entries[..version.min(entries.len())];
    prop_assert_eq!(&timeline.at(entries, version), &present::<D>(until));
    Ok(())
}

/// Money is conserved: only what comes in or goes out changes what there is.
#[test]
fn a_transfer_changes_no_total() {
    let total =
        |bank: &Bank| -> Money { bank.accounts().into_iter().map(|held| held.balance).sum() };
    check(scripts(), |script| {
        let tale = Tale::<Bank>::of(&script);
        let mut bank = Bank::default();
        for entry in tale.diary.entries() {
            let before = total(&bank).in_cents();
            bank = bank.evolve(&entry.event);
            let change =
                match entry.event {
                    bank::Event::AccountOpened { .. } | bank::Event::Transferred { .. } => 0,
                    bank::Event::Deposited { amount, .. }
                    | bank::Event::FeeRefunded { amount, .. } => amount.in_cents(),
                    bank::Event::Withdrawn { amount, .. }
                    | bank::Event::FeeCharged { amount, .. } => -amount.in_cents(),
                };
            prop_assert_eq!(total(&bank).in_cents(), before + change);
            let is_counted = |held: &&Held| (Money::ZERO..=Money::MAX).contains(&held.balance);
            prop_assert!(bank.accounts().iter().all(is_counted));
        }
        Ok(())
    });
}

/// The laws above are worth as much as the commands that they are tried on.
fn words_that_come_up<D: Sample>() -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    let mut note = |shown: String| {
        words.insert(shown.split([' ', '{']).next().unwrap_or_default().to_owned());
    };
    let (mut accepted, mut refused) = (0, 0);
    for script in always(&scripts(), 1_000) {
        let mut tale = Tale::<D>::default();
        for step in &script.steps {
            let command = tale.next_command(step, &script.names);
            match tale.row.today().decide(&command) {
                Ok(events) => events.iter().for_each(|event| note(format!("{event:?}"))),
                Err(refusal) => note(format!("{refusal:?}")),
            }
            match tale.row.handle(tale.clock, &command) {
                Ok(()) => accepted += 1,
                Err(_) => refused += 1,
            }
        }
    }
    let share = accepted * 100 / (accepted + refused);
    assert!((20..=80).contains(&share), "{share} % are accepted");
    words
}

#[test]
fn every_fact_and_every_refusal_comes_up() {
    let bank = "AccountOpened Deposited Withdrawn Transferred FeeCharged FeeRefunded NotPositive NotOpen \
                AlreadyOpen BadName BadOwner OtherOwner InsufficientFunds SameAccount TooMuch NoSuchFee \
                AlreadyRefunded";
    let order = "OrderCreated ItemAdded ItemRemoved PaymentReceived OrderShipped NotCreated \
                 AlreadyCreated BadName NotPositive NoQuantity OtherPrice TooMuch NotInOrder NotSoMany \
                 AlreadyPaid NothingToPay WrongAmount NotPaid AlreadyShipped";
    let parcel = "Registered Collected Arrived Left DeliveryTried HandedOver SentBack NotRegistered \
                  AlreadyRegistered BadText NoWeight TooHeavy NotCollected AlreadyCollected StillThere \
                  OtherDepot NotInDepot NotOut";
    let all = |words: &str| words.split_whitespace().map(str::to_owned).collect::<BTreeSet<_>>();
    assert_eq!(words_that_come_up::<Bank>(), all(bank));
    assert_eq!(words_that_come_up::<Order>(), all(order));
    assert_eq!(words_that_come_up::<Parcel>(), all(parcel));
}
