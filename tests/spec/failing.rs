//! Fault 23: the n-th storage call fails, for every n and in every way.

use course::course;
use examples::bank::{Bank, Event};
use storage::{Opened, Outcome, StoreError, TOMBSTONE};

use crate::{
    judge::{NAME, Shown, is_deleted, judge, judge_in, world_of},
    random::Sample,
    shelf::begun,
    steps::{
        all_or_nothing, append, at_the_end_of_a_segment, begin, each_call_fails,
        in_need_of_healing, open,
    },
    stores::ask,
};

#[test]
fn fault_23_each_call_of_an_append_fails() {
    let (world, volume) = at_the_end_of_a_segment();
    each_call_fails(
        &world,
        |world| {
            let (first, everywhere, volume) = append(&world.tab(), &volume);
            let (second, also, volume) = append(&world.tab(), &volume);
            (first && second, everywhere && also, volume)
        },
        |world, (kept, everywhere, volume)| {
            assert!(!everywhere, "a failure is not silent");
            // What was shown as saved is there, also after a kill at once.
            world.crash(|_| false);
            let found = judge(world, &Shown::all(&volume));
            assert_eq!(found.damage, None);
            let more = found.volume.diary().len() - volume.diary().len();
            assert!(more == 0 || (!kept && more == 1), "only what was on its way may come besides");
        },
    );
}

#[test]
fn fault_23_each_call_of_an_append_to_the_shelf_alone_fails() {
    let (world, volume) = at_the_end_of_a_segment();
    world.wipe_ledger();
    each_call_fails(
        &world,
        |world| append(&world.shelf_only(), &volume),
        |world, (kept, everywhere, volume)| {
            // The call that fails may be the record's, without which the entry is safe.
            assert_eq!(kept, everywhere);
            assert_eq!(judge_in(world, &world.shelf_only(), &Shown::all(&volume)).damage, None);
        },
    );
}

/// What a reader expects to come back: once the damage is shown, only what could be read.
fn seen(outcome: &Result<Option<Opened<Event>>, StoreError>, shown: &Shown) -> Shown {
    match outcome {
        Ok(Some(Opened { volume, damage: Some(_), .. })) => Shown::all(volume),
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
                    Ok(Some(found)) => found.mended.is_err() || found.shelf.is_err(),
                };
                assert!(is_told, "{what}: a call failed in silence");
                judge(world, &seen);
            },
        );
    }
}

#[test]
fn fault_23_each_call_of_a_healing_on_the_shelf_alone_fails() {
    for (what, world, shown) in in_need_of_healing() {
        world.wipe_ledger();
        if world.shelf().is_empty() {
            continue;
        }
        each_call_fails(
            &world,
            |world| open(&world.shelf_only()),
            |world, outcome| {
                let seen = seen(&outcome, &shown.clone().damaged());
                let is_told = outcome.is_err()
                    || outcome.is_ok_and(|found| found.is_some_and(|found| found.mended.is_err()));
                assert!(is_told, "{what}: a call failed in silence");
                judge_in(world, &world.shelf_only(), &seen);
            },
        );
    }
}

#[test]
fn fault_23_each_call_of_an_import_fails() {
    // The first diary is in both places; or, when the ledger was wiped, on the shelf alone.
    let (both, volume) = at_the_end_of_a_segment();
    let on_shelf = both.parallel();
    on_shelf.wipe_ledger();
    for start in [both, on_shelf] {
        each_call_fails(
            &start,
            |world| begin(&world.tab()),
            |world, outcome| {
                let name = match &outcome {
                    Ok((volume, Outcome::Failed(_))) => volume.name(),
                    Ok((volume, Outcome::Done(()))) => {
                        // Whether it was written was in doubt, and was looked up.
                        assert!(all_or_nothing(world, "bank-2"), "a call failed in silence");
                        volume.name()
                    }
                    Err(_) => "bank-2",
                };
                assert_eq!(name, "bank-2", "it goes beside what is there");
                let is_there = all_or_nothing(world, name);
                assert!(is_there || outcome.is_err());
                judge(world, &Shown::all(&volume));
            },
        );
    }
}

#[test]
fn fault_23_each_call_of_an_import_to_the_shelf_alone_fails() {
    let (world, volume) = at_the_end_of_a_segment();
    world.wipe_ledger();
    each_call_fails(
        &world,
        |world| {
            let long = Bank::long().diary.clone();
            ask(world.shelf_only().begin("bank", begun(), long)).map(drop)
        },
        |world, outcome| {
            assert!(outcome.is_err());
            // Of its four texts only the one that was put, and said to have failed, may be left.
            let shelf = world.shelf();
            let left = shelf.keys().filter(|key| key.starts_with("event-diary/bank-2/"));
            assert!(left.count() <= 1, "half of an import is left");
            judge_in(world, &world.shelf_only(), &Shown::all(&volume));
        },
    );
}

#[test]
fn fault_23_each_call_of_a_deletion_fails() {
    let (world, volume) = world_of(&course().bank);
    each_call_fails(
        &world,
        |world| ask(world.tab().delete(NAME)),
        |world, outcome| {
            assert!(outcome.is_err(), "a call failed in silence");
            let record = world.book(NAME).record;
            if record.as_deref() == Some(TOMBSTONE) {
                is_deleted(world);
            } else {
                judge(world, &Shown::all(&volume));
            }
        },
    );
}

#[test]
fn fault_23_each_call_of_a_look_fails() {
    let (both, volume) = world_of(&course().bank);
    let on_shelf = both.parallel();
    on_shelf.wipe_ledger();
    for start in [both, on_shelf] {
        each_call_fails(
            &start,
            |world| ask(world.tab().look::<Event>(NAME)),
            |world, outcome| {
                if let Ok(found) = outcome {
                    let (seen, _, is_whole) = found.expect("it is not as if it had never been");
                    assert!(!is_whole, "a call failed in silence");
                    assert_eq!(seen.diary(), volume.diary());
                }
                judge(world, &Shown::all(&volume));
            },
        );
    }
}
