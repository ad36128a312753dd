//! What faults 23 and 24 share: every storage call goes wrong once, or is the last one.
//!
//! What is done (append, open and heal, begin or import, delete) runs again and again in the same
//! browser, each time with another step going wrong; then the page is started again and judged.

use course::course;
use diary::Diary;
use examples::{
    Money,
    bank::{Account, Bank, Event},
};
use storage::{Appended, Mirrored, Opened, Outcome, StoreError, StoredDiary};

use crate::{
    judge::{NAME, Shown, world_of},
    mirror::{Texts, begun},
    random::Sample,
    stores::{Fault, Tab, World, ask},
    turns::block_on,
};

pub(crate) fn deposit() -> Event {
    Event::Deposited { account: Account::Everyday, amount: Money::cents(1) }
}

/// Every way in which one call can fail.
pub(crate) fn every_fault(at: usize) -> [Fault; 6] {
    let failed = StoreError::Failed("a reason".into());
    [
        (StoreError::Blocked, false),
        (StoreError::Full, false),
        (StoreError::Silent, false),
        (failed, false),
        (StoreError::Unknown("a reason".into()), true),
        (StoreError::Unknown("a reason".into()), false),
    ]
    .map(|(error, done)| Fault { at, error, done })
}

/// Does the same in parallel browsers, in each of which another call fails in another way, until
/// there is no such call. `judged` hears whether one did.
pub(crate) fn each_call_fails<T>(
    start: &World,
    act: impl Fn(&World) -> T,
    judged: impl Fn(&World, T),
) {
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
pub(crate) fn killed_after_each_step<T>(
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
pub(crate) fn parts(count: usize) -> Vec<u64> {
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
pub(crate) fn in_need_of_healing() -> Vec<(&'static str, World, Shown)> {
    let (small, stored) = world_of(&course().bank);
    let all = Shown::all(&stored);
    let segment = format!("event-diary/{NAME}/00000");
    let mut found = Vec::new();
    let mut with = |what, shown: &Shown, change: &dyn Fn(&World)| {
        let world = small.parallel();
        change(&world);
        found.push((what, world, shown.clone()));
    };
    let tear = |world: &World, kept: usize| {
        world.in_mirror(|texts| texts.get_mut(&segment).unwrap().truncate(kept));
    };
    with("nothing", &all, &|_| {});
    with("the shelf is wiped", &all, &|world| world.in_mirror(Texts::clear));
    with("the ledger is wiped", &all, &World::wipe_log);
    with("the shelf is torn", &all, &|world| tear(world, 300));
    with("a line of the ledger is bad", &all, &|world| {
        world.in_log(NAME, |book| drop(book.lines.insert(4, "[4,".into())));
    });
    with("the shelf is changed and has a segment too many", &all, &|world| {
        world.in_mirror(|texts| {
            let text = texts[&segment].replace("50000", "90000");
            texts.insert(segment.clone(), text);
            texts.insert(format!("event-diary/{NAME}/00001"), "torn".into());
        });
    });
    with("both are bad in different places", &all, &|world| {
        tear(world, 700);
        world.in_log(NAME, |book| drop(book.lines.insert(4, "[4,".into())));
    });
    with("both are bad in the same place", &all.clone().damaged(), &|world| {
        tear(world, 500);
        world.in_log(NAME, |book| drop(book.lines.insert(5, "[5,".into())));
        world.in_log(NAME, |book| drop(book.lines.remove(&9)));
    });
    found
}

pub(crate) fn open(tab: &Tab) -> Result<Option<Opened<Event>>, StoreError> {
    ask(tab.open(NAME, async |_| {}))
}

/// One deposit in a tab that has the diary open.
pub(crate) fn append(tab: &Tab, stored: &StoredDiary<Event>) -> (bool, bool, StoredDiary<Event>) {
    let mut stored = stored.clone();
    let draft = stored.draft(begun(), [deposit()]);
    match block_on(tab.append(&draft.changes, None)) {
        Appended::Written(mirrored) => {
            stored.accept(draft);
            (true, mirrored == Mirrored::Done, stored)
        }
        _ => (false, false, stored),
    }
}

/// A diary that ends one entry before its segment does, so that two deposits begin another.
pub(crate) fn at_the_end_of_a_segment() -> (World, StoredDiary<Event>) {
    let mut diary = Diary::default();
    for entry in Bank::long().diary.until(255) {
        diary.append(entry.at, [entry.event.clone()]);
    }
    world_of(&diary)
}

pub(crate) fn begin(tab: &Tab) -> Result<(StoredDiary<Event>, Outcome<()>), StoreError> {
    ask(tab.begin("bank", begun(), course().bank.clone()))
}

/// Whether a diary of this name is there, and then all of it.
#[track_caller]
pub(crate) fn all_or_nothing(world: &World, name: &str) -> bool {
    let found = ask(world.tab().open::<Event>(name, async |_| {})).unwrap();
    if let Some(found) = &found {
        assert_eq!(found.damage, None);
        assert_eq!(found.stored.diary(), &course().bank, "{name}");
    }
    found.is_some()
}
