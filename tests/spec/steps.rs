//! Faults 23 and 24: every storage call fails once, and the browser is killed after every step.
//!
//! What is done (append, open and heal, begin or import, delete) runs again and again in the same
//! browser, each time with another step going wrong; then the page is started again and judged.

use event_diary::{
    course::course,
    diary::Diary,
    domain::{
        Money,
        bank::{Account, Bank, Event},
    },
    keeping::{Kept, Opened, StoreError, TOMBSTONE, Volume},
};

use crate::{
    judge::{NAME, Shown, is_deleted, judge, judge_in, lines_of, opened, world_of},
    random::Sample,
    shelf::{Texts, begun},
    stores::{Fault, Tab, World, block_on},
};

fn deposit() -> Event {
    Event::Deposited { account: Account::Everyday, amount: Money::cents(1) }
}

/// Every way in which one call can fail.
fn every_fault(at: usize) -> [Fault; 6] {
    let failed = StoreError::Failed("a reason".into());
    [
        (StoreError::Blocked, false),
        (StoreError::Full, false),
        (StoreError::Silent, false),
        (StoreError::Silent, true),
        (failed.clone(), false),
        (failed, true),
    ]
    .map(|(error, done)| Fault { at, error, done })
}

/// Does the same in parallel browsers, in each of which another call fails in another way, until
/// there is no such call. `judged` hears whether one did.
fn each_call_fails<T>(start: &World, act: impl Fn(&World) -> T, judged: impl Fn(&World, T)) {
    for at in 1.. {
        for fault in every_fault(at) {
            let world = start.parallel();
            world.go_wrong(Some(fault), None);
            let outcome = act(&world);
            if world.calm() < at {
                assert!(at > 1, "it calls no store");
                return;
            }
            judged(&world, outcome);
        }
    }
}

/// Does the same in parallel browsers, killed after each step, with each part of what was not
/// flushed on the disk.
fn killed_after_each_step<T>(
    start: &World,
    act: impl Fn(&World) -> T,
    judged: impl Fn(&World, usize),
) {
    for step in 0.. {
        let world = start.parallel();
        world.go_wrong(None, Some(step));
        act(&world);
        let is_over = world.calm() <= step;
        let puts = world.disk.borrow().unflushed.len();
        for survivors in parts(puts) {
            let world = world.parallel();
            world.crash(|at| survivors & (1 << at) != 0);
            judged(&world, step);
        }
        if is_over {
            return;
        }
    }
}

/// Every part of so many things; of more than six: each beginning, each end, and all but each one.
fn parts(count: usize) -> Vec<u64> {
    let all = (1_u64 << count) - 1;
    if count <= 6 {
        return (0..=all).collect();
    }
    let parts = (0..=count).flat_map(|at| {
        let beginning = (1_u64 << at) - 1;
        [beginning, all & !beginning, all & !(1_u64 << at), all & (1_u64 << at)]
    });
    parts.chain([0x5555 & all, 0xAAAA & all]).collect()
}

/// Browsers with a diary of which something is amiss, with what has to come back.
fn in_need_of_healing() -> Vec<(&'static str, World, Shown)> {
    let (small, volume) = world_of(&course().bank);
    let all = Shown::all(&volume);
    let segment = format!("event-diary/{NAME}/00000");
    let mut found = Vec::new();
    let mut with = |what, shown: &Shown, change: &dyn Fn(&World)| {
        let world = small.parallel();
        change(&world);
        found.push((what, world, shown.clone()));
    };
    let tear = |world: &World, kept: usize| {
        world.on_shelf(|texts| texts.get_mut(&segment).unwrap().truncate(kept));
    };
    with("nothing", &all, &|_| {});
    with("the shelf is wiped", &all, &|world| world.on_shelf(Texts::clear));
    with("the ledger is wiped", &all, &World::wipe_ledger);
    with("the shelf is torn", &all, &|world| tear(world, 300));
    with("a line of the ledger is bad", &all, &|world| {
        world.in_ledger(NAME, |book| drop(book.lines.insert(4, "[4,".into())));
    });
    with("the shelf is changed and has a segment too many", &all, &|world| {
        world.on_shelf(|texts| {
            let text = texts[&segment].replace("50000", "90000");
            texts.insert(segment.clone(), text);
            texts.insert(format!("event-diary/{NAME}/00001"), "torn".into());
        });
    });
    with("both are bad in different places", &all, &|world| {
        tear(world, 700);
        world.in_ledger(NAME, |book| drop(book.lines.insert(4, "[4,".into())));
    });
    with("both are bad in the same place", &all.clone().damaged(), &|world| {
        tear(world, 500);
        world.in_ledger(NAME, |book| drop(book.lines.insert(5, "[5,".into())));
        world.in_ledger(NAME, |book| drop(book.lines.remove(&9)));
    });
    found
}

fn open(tab: &Tab) -> Result<Option<Opened<Event>>, StoreError> {
    block_on(tab.open(NAME, async |_| {}))
}

/// One deposit in a tab that has the diary open.
fn append(tab: &Tab, volume: &Volume<Event>) -> (bool, bool, Volume<Event>) {
    let mut volume = volume.clone();
    let draft = volume.draft(begun(), [deposit()]);
    match block_on(tab.keep(&draft.ink)) {
        Ok(kept) => {
            volume.accept(draft);
            (true, kept == Kept::Everywhere, volume)
        }
        Err(_) => (false, false, volume),
    }
}

/// A diary that ends one entry before its segment does, so that two deposits begin another.
fn at_the_end_of_a_segment() -> (World, Volume<Event>) {
    let mut diary = Diary::default();
    for entry in Bank::long().diary.until(255) {
        diary.append(entry.at, [entry.event.clone()]);
    }
    world_of(&diary)
}

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
            assert!(!kept && !everywhere);
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

fn begin(tab: &Tab) -> Result<(Volume<Event>, Result<(), StoreError>), StoreError> {
    block_on(tab.begin("bank", begun(), course().bank.clone()))
}

/// Whether a diary of this name is there, and then all of it.
#[track_caller]
fn all_or_nothing(world: &World, name: &str) -> bool {
    let found = block_on(world.tab().open::<Event>(name, async |_| {})).unwrap();
    if let Some(found) = &found {
        assert_eq!(found.damage, None);
        assert_eq!(found.volume.diary(), &course().bank, "{name}");
    }
    found.is_some()
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
                    Ok((volume, shelf)) => {
                        assert!(shelf.is_err(), "a call failed in silence");
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
        |world| begin(&world.shelf_only()),
        |world, outcome| {
            assert!(outcome.is_err());
            judge_in(world, &world.shelf_only(), &Shown::all(&volume));
        },
    );
}

#[test]
fn fault_23_each_call_of_a_deletion_fails() {
    let (world, volume) = world_of(&course().bank);
    each_call_fails(
        &world,
        |world| block_on(world.tab().delete(NAME)),
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
fn fault_24_killed_after_each_step_of_an_append() {
    let (world, volume) = at_the_end_of_a_segment();
    killed_after_each_step(
        &world,
        |world| {
            let (_, _, volume) = append(&world.tab(), &volume);
            append(&world.tab(), &volume)
        },
        |world, _| {
            let kept = world.book(NAME).lines.len();
            let found = judge(world, &Shown::all(&volume));
            assert_eq!(found.damage, None);
            assert_eq!(found.volume.diary().len(), kept, "every entry of the ledger");
        },
    );
}

#[test]
fn fault_24_nothing_that_was_shown_is_lost_by_a_kill() {
    let (start, volume) = world_of(&course().bank);
    for step in 0..30 {
        let world = start.parallel();
        world.go_wrong(None, Some(step));
        let mut shown = volume.clone();
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
fn fault_24_killed_after_each_step_of_an_append_to_the_shelf_alone() {
    // Here the last entries may be gone, and the page says so all the time. But what comes back
    // is the beginning of the diary, and the one before the flush is there.
    let (world, volume) = at_the_end_of_a_segment();
    world.wipe_ledger();
    killed_after_each_step(
        &world,
        |world| {
            let (_, _, volume) = append(&world.shelf_only(), &volume);
            append(&world.shelf_only(), &volume)
        },
        |world, _| {
            let alone = world.shelf_only();
            let shown = Shown::all(&volume);
            let found = judge_in(world, &alone, &Shown { is_whole: false, ..shown.clone() });
            assert!(found.volume.diary().len() >= 255);
        },
    );
}

#[test]
fn fault_24_killed_after_each_step_of_a_healing() {
    for (what, world, shown) in in_need_of_healing() {
        let lines = opened(&world.parallel().tab()).map(|found| lines_of(&found.volume));
        killed_after_each_step(
            &world,
            |world| open(&world.tab()),
            |world, step| {
                let back = opened(&world.parallel().tab()).map(|found| lines_of(&found.volume));
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
        let before = start.shelf();
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
                let now = world.shelf();
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
    let (world, volume) = at_the_end_of_a_segment();
    killed_after_each_step(
        &world,
        |world| begin(&world.tab()),
        |world, step| {
            let in_ledger = world.book("bank-2").record.is_some();
            assert_eq!(all_or_nothing(world, "bank-2"), in_ledger, "after step {step}");
            judge(world, &Shown::all(&volume));
        },
    );
}

#[test]
fn fault_24_killed_after_each_step_of_a_deletion() {
    let (world, volume) = world_of(&course().bank);
    killed_after_each_step(
        &world,
        |world| block_on(world.tab().delete(NAME)),
        |world, _| {
            if world.book(NAME).record.as_deref() == Some(TOMBSTONE) {
                is_deleted(world);
            } else {
                judge(world, &Shown::all(&volume));
            }
        },
    );
}
