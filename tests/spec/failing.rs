//! Fault 23: the n-th storage call fails, for every n and in every way.

use course::course;
use examples::bank::{Bank, Event};
use storage::{Opened, Outcome, StoreError, TOMBSTONE};

use crate::{
    judge::{NAME, Shown, is_deleted, judge, judge_in, world_of},
    mirror::begun,
    random::Sample,
    steps::{
        all_or_nothing, append, at_the_end_of_a_segment, begin, each_call_fails,
        in_need_of_healing, open,
    },
    stores::ask,
};

#[test]
fn fault_23_each_call_of_an_append_fails() {
    let (world, stored) = at_the_end_of_a_segment();
    each_call_fails(
        &world,
        |world| {
            let (first, everywhere, stored) = append(&world.tab(), &stored);
            let (second, also, stored) = append(&world.tab(), &stored);
            (first && second, everywhere && also, stored)
        },
        |world, (kept, everywhere, stored)| {
            assert!(!everywhere, "a failure is not silent");
            // What was shown as saved is there, also after a kill at once.
            world.crash(|_| false);
            let found = judge(world, &Shown::all(&stored));
            assert_eq!(found.damage, None);
            let more = found.stored.diary().len() - stored.diary().len();
            assert!(more == 0 || (!kept && more == 1), "only what was on its way may come besides");
        },
    );
}

#[test]
fn fault_23_each_call_of_an_append_to_the_mirror_alone_fails() {
    let (world, stored) = at_the_end_of_a_segment();
    world.wipe_log();
    each_call_fails(
        &world,
        |world| append(&world.mirror_only(), &stored),
        |world, (kept, everywhere, stored)| {
            // The call that fails may be the record's, without which the entry is safe.
            assert_eq!(kept, everywhere);
            assert_eq!(judge_in(world, &world.mirror_only(), &Shown::all(&stored)).damage, None);
        },
    );
}

/// What a reader expects to come back: once the damage is shown, only what could be read.
fn seen(outcome: &Result<Option<Opened<Event>>, StoreError>, shown: &Shown) -> Shown {
    match outcome {
        Ok(Some(Opened { stored, damage: Some(_), .. })) => Shown::all(stored),
        _ => shown.clone(),
    }
}

#[test]
fn fault_23_each_call_of_a_healing_fails() {
    for (what, world, shown) in in_need_of_healing() {
        each_call_fails(
            &world,
            |world| open(&world.tab()),
            |world, outcome| {
                let seen = seen(&outcome, &shown);
                let is_told = match outcome {
                    Err(_) => true,
                    Ok(None) => false,
                    Ok(Some(found)) => found.repaired.is_err() || found.mirror.is_err(),
                };
                assert!(is_told, "{what}: a call failed in silence");
                judge(world, &seen);
            },
        );
    }
}

#[test]
fn fault_23_each_call_of_a_healing_on_the_mirror_alone_fails() {
    for (what, world, shown) in in_need_of_healing() {
        world.wipe_log();
        if world.mirror().is_empty() {
            continue;
        }
        each_call_fails(
            &world,
            |world| open(&world.mirror_only()),
            |world, outcome| {
                let seen = seen(&outcome, &shown.clone().damaged());
                let is_told = outcome.is_err()
                    || outcome
                        .is_ok_and(|found| found.is_some_and(|found| found.repaired.is_err()));
                assert!(is_told, "{what}: a call failed in silence");
                judge_in(world, &world.mirror_only(), &seen);
            },
        );
    }
}

#[test]
fn fault_23_each_call_of_an_import_fails() {
    // The first diary is in both places; or, when the log was wiped, in the mirror alone.
    let (both, stored) = at_the_end_of_a_segment();
    let in_mirror = both.parallel();
    in_mirror.wipe_log();
    for start in [both, in_mirror] {
        each_call_fails(
            &start,
            |world| begin(&world.tab()),
            |world, outcome| {
                let name = match &outcome {
                    Ok((stored, Outcome::Failed(_))) => stored.name(),
                    Ok((stored, Outcome::Done(()))) => {
                        // Whether it was written was in doubt, and was looked up.
                        assert!(all_or_nothing(world, "bank-2"), "a call failed in silence");
                        stored.name()
                    }
                    Err(_) => "bank-2",
                };
                assert_eq!(name, "bank-2", "it goes beside what is there");
                let is_there = all_or_nothing(world, name);
                assert!(is_there || outcome.is_err());
                judge(world, &Shown::all(&stored));
            },
        );
    }
}

#[test]
fn fault_23_each_call_of_an_import_to_the_mirror_alone_fails() {
    let (world, stored) = at_the_end_of_a_segment();
    world.wipe_log();
    each_call_fails(
        &world,
        |world| {
            let long = Bank::long().diary.clone();
            ask(world.mirror_only().begin("bank", begun(), long)).map(drop)
        },
        |world, outcome| {
            assert!(outcome.is_err());
            // Of its four texts only the one that was put, and said to have failed, may be left.
            let mirror = world.mirror();
            let left = mirror.keys().filter(|key| key.starts_with("event-diary/bank-2/"));
            assert!(left.count() <= 1, "half of an import is left");
            judge_in(world, &world.mirror_only(), &Shown::all(&stored));
        },
    );
}

#[test]
fn fault_23_each_call_of_a_deletion_fails() {
    let (world, stored) = world_of(&course().bank);
    each_call_fails(
        &world,
        |world| ask(world.tab().delete(NAME)),
        |world, outcome| {
            assert!(outcome.is_err(), "a call failed in silence");
            let record = world.book(NAME).record;
            if record.as_deref() == Some(TOMBSTONE) {
                is_deleted(world);
            } else {
                judge(world, &Shown::all(&stored));
            }
        },
    );
}

#[test]
fn fault_23_each_call_of_a_look_fails() {
    let (both, stored) = world_of(&course().bank);
    let in_mirror = both.parallel();
    in_mirror.wipe_log();
    for start in [both, in_mirror] {
        each_call_fails(
            &start,
            |world| ask(world.tab().look::<Event>(NAME)),
            |world, outcome| {
                if let Ok(found) = outcome {
                    let (seen, _, is_whole) = found.expect("it is not as if it had never been");
                    assert!(!is_whole, "a call failed in silence");
                    assert_eq!(seen.diary(), stored.diary());
                }
                judge(world, &Shown::all(&stored));
            },
        );
    }
}
