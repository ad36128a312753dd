//! Two copies that say different things: which one counts, and what becomes of the other.

use course::course;
use diary::{Diary, FormatError, StreamMeta};
use examples::{
    Money,
    bank::{Account, Bank, Event},
};
use storage::{Appended, Mirrored, Restored, SEGMENT, StoreError, StoredDiary, TOMBSTONE};

use crate::{
    judge::{NAME, Shown, judge, judge_in, lines_of, opened, world_of},
    mirror::{Texts, begun},
    random::Sample,
    stores::{World, ask},
    turns::block_on,
};

pub(crate) fn key(end: &str) -> String {
    format!("event-diary/{NAME}/{end}")
}

pub(crate) fn long() -> (World, StoredDiary<Event>) {
    world_of(&Bank::long().diary)
}

pub(crate) fn beginning(entries: usize) -> Diary<Event> {
    let mut diary = Diary::default();
    for entry in Bank::long().diary.until(entries) {
        diary.append(entry.at, [entry.event.clone()]);
    }
    diary
}

pub(crate) fn deposit(cents: i64) -> Event {
    Event::Deposited { account: Account::Everyday, amount: Money::cents(cents) }
}

#[test]
fn fault_19_the_mirror_was_wiped() {
    let (world, stored) = long();
    world.in_mirror(Texts::clear);
    let found = judge(&world, &Shown::all(&stored));
    assert_eq!(found.restored, Restored { to_log: 0, to_mirror: 600 });
    assert!(found.damage.is_none() && !found.set_aside);
}

#[test]
fn fault_20_the_log_was_wiped() {
    let (world, stored) = long();
    world.wipe_log();
    let found = judge(&world, &Shown::all(&stored));
    assert_eq!(found.restored, Restored { to_log: 600, to_mirror: 0 });
    assert!(found.damage.is_none() && !found.set_aside);
}

#[test]
fn fault_20_the_log_was_wiped_while_the_diary_is_open() {
    let (world, mut stored) = long();
    world.wipe_log();
    let tab = world.tab();
    let draft = stored.draft(begun(), [deposit(1)]);
    let kept = block_on(tab.append(&draft.changes, None));
    assert_eq!(kept, Appended::Stale, "it is not written into a void");
    // The tab still has it all and puts it back.
    let changes = stored.changes_after(None).unwrap();
    assert_eq!(block_on(tab.append(&changes, None)), Appended::Written(Mirrored::Done));
    stored.is_in_log();
    let draft = stored.draft(begun(), [deposit(1)]);
    assert_eq!(block_on(tab.append(&draft.changes, None)), Appended::Written(Mirrored::Done));
    stored.accept(draft);
    judge(&world, &Shown::all(&stored));
}

#[test]
fn fault_22_the_log_becomes_an_older_one_while_the_diary_is_open() {
    let (_, mut stored) = long();
    let tail = |length: usize| world_of(&beginning(length)).0;
    for length in [0, 1, 255, 256, 599, 600] {
        let (world, _) = long();
        world.in_log(NAME, |book| *book = tail(length).book(NAME));
        let record = world.book(NAME).record;
        let changes = stored.changes_after(record).expect("it is the same diary, some entries ago");
        assert_eq!(block_on(world.tab().append(&changes, None)), Appended::Written(Mirrored::Done));
        stored.is_in_log();
        judge(&world, &Shown::all(&stored));
    }
    // Another diary under the same name is not gone on with.
    let mut other = beginning(5);
    other.append(begun(), [deposit(77)]);
    assert!(stored.changes_after(world_of(&other).0.book(NAME).record).is_none());
    for record in [TOMBSTONE, "", "null", r#"{"format":2}"#] {
        assert!(stored.changes_after(Some(record.to_owned())).is_none(), "{record}");
    }
}

#[test]
fn fault_21_both_were_wiped() {
    let (world, _) = long();
    world.wipe_log();
    world.in_mirror(Texts::clear);
    assert!(opened(&world.tab()).is_none());
    assert_eq!(ask(world.tab().names()), Ok(vec![]));
}

#[test]
fn fault_22_either_copy_is_an_older_one() {
    let (_, stored) = long();
    for length in [0, 1, SEGMENT - 1, SEGMENT, SEGMENT + 1, 599] {
        let (old, _) = world_of(&beginning(length));
        // The same diary some entries ago lies in one of the places.
        let (world, _) = long();
        world.in_mirror(|texts| *texts = old.mirror());
        let found = judge(&world, &Shown::all(&stored));
        assert_eq!(found.restored, Restored { to_log: 0, to_mirror: 600 - length });
        assert!(found.damage.is_none() && !found.set_aside, "at {length}");

        let (world, _) = long();
        world.in_log(NAME, |book| *book = old.book(NAME));
        let found = judge(&world, &Shown::all(&stored));
        assert_eq!(found.restored, Restored { to_log: 600 - length, to_mirror: 0 });
        assert!(found.damage.is_none() && !found.set_aside, "at {length}");
    }
}

#[test]
fn fault_22_a_fork_keeps_the_log_s_and_sets_the_mirror_s_aside() {
    for (common, ours, theirs) in [(3, 1, 1), (3, 1, 5), (3, 5, 1), (255, 2, 2), (256, 1, 300)] {
        let fork = |more: i64, cents| {
            let mut diary = beginning(common);
            (0..more).for_each(|at| diary.append(begun(), [deposit(cents + at)]));
            world_of(&diary)
        };
        let ((world, stored), (other, lost)) = (fork(ours, 100), fork(theirs, 200));
        world.in_mirror(|texts| *texts = other.mirror());
        let found = judge(&world, &Shown::all(&stored));
        assert!(found.set_aside, "the reader is told");
        // The entries that did not win can be read, to the letter, under a key of their own.
        let aside: String = world
            .mirror()
            .into_iter()
            .filter(|(key, _)| key.contains("/broken/"))
            .map(|(_, text)| text)
            .collect();
        for line in lines_of(&lost).iter().skip(common) {
            assert!(aside.contains(line.as_str()), "{line}");
        }
        // What both agree on, and the log's beyond it, is the diary; the mirror may go on
        // further than the log, but not from there.
        assert_eq!(lines_of(&found.stored), lines_of(&stored));
    }
}

#[test]
fn fault_22_the_log_s_record_lags_or_runs_ahead() {
    let (_, stored) = long();
    let record = |head: usize| {
        let short = StoredDiary::of(NAME, begun(), beginning(head.min(600)));
        short.record().replace(&format!("\"head\":{}", head.min(600)), &format!("\"head\":{head}"))
    };
    for head in [0, 1, 256, 599] {
        let (world, _) = long();
        world.in_log(NAME, |book| book.record = Some(record(head)));
        let found = judge(&world, &Shown::all(&stored));
        assert_eq!((found.damage, found.set_aside), (None, false));
    }
    for head in [601, 10_000] {
        let (world, _) = long();
        world.in_log(NAME, |book| book.record = Some(record(head)));
        let found = judge(&world, &Shown::all(&stored));
        assert_eq!(found.damage.unwrap().why, FormatError::Missing { kept: head });
    }
    // Its lines are gone and the record is not, or the other way round.
    let (world, _) = long();
    world.in_log(NAME, |book| book.lines.clear());
    assert_eq!(judge(&world, &Shown::all(&stored)).restored.to_log, 600);
    let (world, _) = long();
    world.in_log(NAME, |book| book.record = None);
    assert_eq!(judge(&world, &Shown::all(&stored)).damage, None);
}

#[test]
fn fault_22_lines_without_a_record_are_not_written_over() {
    // The log has lost all records and the mirror everything: no diary can be listed, but the
    // lines are there, and the next diary goes beside them.
    let (world, stored) = long();
    world.in_log(NAME, |book| book.record = None);
    world.in_mirror(Texts::clear);
    let (next, _) = ask(world.tab().begin("bank", begun(), beginning(7))).unwrap();
    assert_ne!(next.name(), NAME);
    assert_eq!(judge(&world, &Shown::all(&stored)).stored.diary(), stored.diary());
}

#[test]
fn fault_14_one_store_alone_opens_what_it_has() {
    let (world, stored) = long();
    let shown = Shown::all(&stored);
    assert_eq!(judge_in(&world, &world.mirror_only(), &shown).damage, None);
    assert_eq!(judge_in(&world, &world.log_only(), &shown).damage, None);
    // And when the other one is back, it catches up.
    let mut short = stored.clone();
    for (tab, cents) in [(world.mirror_only(), 1), (world.log_only(), 2)] {
        let mut found = opened(&tab).unwrap().stored;
        let draft = found.draft(begun(), [deposit(cents)]);
        assert_eq!(block_on(tab.append(&draft.changes, None)), Appended::Written(Mirrored::Done));
        found.accept(draft);
        world.flush();
        short = judge(&world, &Shown::all(&found)).stored;
    }
    assert_eq!(short.diary().len(), 602);
}

#[test]
fn fault_09_a_full_mirror_does_not_harm_the_log() {
    let (world, stored) = world_of(&course().bank);
    let used: usize = world.mirror().iter().map(|(key, text)| key.len() + text.len()).sum();
    for room in 0..200 {
        let world = world.parallel();
        world.disk.borrow_mut().room = Some(used + room);
        let mut stored = stored.clone();
        let draft = stored.draft(begun(), [deposit(1)]);
        let kept = block_on(world.tab().append(&draft.changes, None));
        let full = Appended::Written(Mirrored::Failed(StoreError::Full));
        assert!(kept == Appended::Written(Mirrored::Done) || kept == full, "{kept:?}");
        stored.accept(draft);
        assert!(StreamMeta::read(&world.mirror()[&key("meta")]).is_ok(), "what was there still is");
        judge(&world, &Shown::all(&stored));
    }
}

#[test]
fn the_links_are_worked_out_from_every_line_of_both_copies() {
    let (world, stored) = long();
    let links = |number| ask(world.tab().links(NAME, number, async || {})).unwrap();
    let link = |number: usize| stored.line(number).map(|line| line[line.len() - 8..].to_owned());
    let same = |number| vec![("database", link(number)), ("readable text", link(number))];
    for number in [1, 256, 257, 500, 501, 600] {
        assert_eq!(links(number), same(number));
    }
    // More than there is.
    assert_eq!(links(601), [("database", None), ("readable text", None)]);
    // An earlier line was touched, and the last one still says the same.
    world.in_log(NAME, |book| {
        let line = book.lines.get_mut(&300).unwrap();
        *line = line.replacen("cents\":", "cents\":9", 1);
    });
    assert_eq!(links(299), same(299));
    assert_eq!(links(600), [("database", None), ("readable text", link(600))]);
    world.in_mirror(|texts| drop(texts.remove(&key("00001"))));
    assert_eq!(links(600), [("database", None), ("readable text", None)]);
    assert_eq!(links(256), same(256));
}
