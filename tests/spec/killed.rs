//! Fault 24: the browser is killed after every step, with any part of what was not flushed.

use course::course;
use storage::TOMBSTONE;

use crate::{
    judge::{NAME, Shown, is_deleted, judge, judge_in, lines_of, opened, world_of},
    steps::{
        all_or_nothing, append, at_the_end_of_a_segment, begin, in_need_of_healing,
        killed_after_each_step, open, parts,
    },
    stores::ask,
};

#[test]
fn fault_24_killed_after_each_step_of_an_append() {
    let (world, stored) = at_the_end_of_a_segment();
    killed_after_each_step(
        &world,
        |world| {
            let (_, _, stored) = append(&world.tab(), &stored);
            append(&world.tab(), &stored)
        },
        |world, _| {
            let kept = world.book(NAME).lines.len();
            let found = judge(world, &Shown::all(&stored));
            assert_eq!(found.damage, None);
            assert_eq!(found.stored.diary().len(), kept, "every entry of the ledger");
        },
    );
}

#[test]
fn fault_24_nothing_that_was_shown_is_lost_by_a_kill() {
    let (start, stored) = world_of(&course().bank);
    for step in 0..30 {
        let world = start.parallel();
        world.go_wrong(None, Some(step));
        let mut shown = stored.clone();
        for _ in 0..3 {
            shown = append(&world.tab(), &shown).2;
        }
        world.calm();
        for survivors in parts(world.disk.borrow().unflushed.len()) {
            let world = world.parallel();
            world.crash(|at| survivors & (1 << at) != 0);
            judge(&world, &Shown::all(&shown));
        }
    }
}

#[test]
fn fault_24_killed_after_each_step_of_an_append_to_the_mirror_alone() {
    // Here the last entries may be gone, and the page says so all the time. But what comes back
    // is the beginning of the diary, and the one before the flush is there.
    let (world, stored) = at_the_end_of_a_segment();
    world.wipe_log();
    killed_after_each_step(
        &world,
        |world| {
            let (_, _, stored) = append(&world.mirror_only(), &stored);
            append(&world.mirror_only(), &stored)
        },
        |world, _| {
            let alone = world.mirror_only();
            let shown = Shown::all(&stored);
            let found = judge_in(world, &alone, &Shown { is_whole: false, ..shown.clone() });
            assert!(found.stored.diary().len() >= 255);
        },
    );
}

#[test]
fn fault_24_killed_after_each_step_of_a_healing() {
    for (what, world, shown) in in_need_of_healing() {
        let lines = opened(&world.parallel().tab()).map(|found| lines_of(&found.stored));
        killed_after_each_step(
            &world,
            |world| open(&world.tab()),
            |world, step| {
                let back = opened(&world.parallel().tab()).map(|found| lines_of(&found.stored));
                assert_eq!(back, lines, "{what}, killed after step {step}");
                let is_damaged = !shown.is_whole && world.book(NAME).aside.is_empty();
                let shown = Shown { lines: lines.clone().unwrap(), is_whole: true };
                let found = judge(world, &shown);
                assert!(!is_damaged || found.damage.is_some(), "{what}: the gap is shown");
            },
        );
    }
}

#[test]
fn fault_24_a_healing_that_is_killed_keeps_what_it_set_aside() {
    // What was flushed together stays together and in order, as in Chromium's batches; then the
    // copy is there before what it was copied from is replaced.
    for (what, start, _) in in_need_of_healing() {
        let before = start.mirror();
        for step in 0..20 {
            let world = start.parallel();
            world.go_wrong(None, Some(step));
            let _killed = open(&world.tab());
            world.calm();
            let puts = world.disk.borrow().unflushed.len();
            for flushed in 0..=puts {
                let world = world.parallel();
                world.crash(|at| at < flushed);
                opened(&world.tab()).unwrap();
                let now = world.mirror();
                for (key, text) in before.iter().filter(|(key, _)| !key.ends_with("/meta")) {
                    let kept = now.values().any(|kept| kept.starts_with(text.as_str()));
                    assert!(kept, "{what}: {key} is lost after step {step}");
                }
            }
        }
    }
}

#[test]
fn fault_24_killed_after_each_step_of_an_import() {
    let (world, stored) = at_the_end_of_a_segment();
    killed_after_each_step(
        &world,
        |world| begin(&world.tab()),
        |world, step| {
            let in_log = world.book("bank-2").record.is_some();
            assert_eq!(all_or_nothing(world, "bank-2"), in_log, "after step {step}");
            judge(world, &Shown::all(&stored));
        },
    );
}

#[test]
fn fault_24_killed_after_each_step_of_a_deletion() {
    let (world, stored) = world_of(&course().bank);
    killed_after_each_step(
        &world,
        |world| ask(world.tab().delete(NAME)),
        |world, _| {
            if world.book(NAME).record.as_deref() == Some(TOMBSTONE) {
                is_deleted(world);
            } else {
                judge(world, &Shown::all(&stored));
            }
        },
    );
}
