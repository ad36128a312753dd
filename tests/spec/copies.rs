//! Two copies that say different things: which one counts, and what becomes of the other.

use event_diary::{
    course::course,
    diary::{Diary, FormatError, Record},
    domain::{
        Money,
        bank::{Account, Bank, Event},
    },
    keeping::{KeepError, Kept, Restored, SEGMENT, StoreError, TOMBSTONE, Volume},
};

use crate::{
    judge::{NAME, Shown, is_deleted, judge, judge_in, lines_of, opened, world_of},
    random::Sample,
    shelf::{Texts, begun, linked},
    stores::World,
    turns::block_on,
};

fn key(end: &str) -> String {
    format!("event-diary/{NAME}/{end}")
}

fn long() -> (World, Volume<Event>) {
    world_of(&Bank::long().diary)
}

fn beginning(entries: usize) -> Diary<Event> {
    let mut diary = Diary::default();
    for entry in Bank::long().diary.until(entries) {
        diary.append(entry.at, [entry.event.clone()]);
    }
    diary
}

fn deposit(cents: i64) -> Event {
    Event::Deposited { account: Account::Everyday, amount: Money::cents(cents) }
}

#[test]
fn fault_19_the_shelf_was_wiped() {
    let (world, volume) = long();
    world.on_shelf(Texts::clear);
    let found = judge(&world, &Shown::all(&volume));
    assert_eq!(found.restored, Restored { to_ledger: 0, to_shelf: 600 });
    assert!(found.damage.is_none() && !found.set_aside);
}

#[test]
fn fault_20_the_ledger_was_wiped() {
    let (world, volume) = long();
    world.wipe_ledger();
    let found = judge(&world, &Shown::all(&volume));
    assert_eq!(found.restored, Restored { to_ledger: 600, to_shelf: 0 });
    assert!(found.damage.is_none() && !found.set_aside);
}

#[test]
fn fault_20_the_ledger_was_wiped_while_the_diary_is_open() {
    let (world, mut volume) = long();
    world.wipe_ledger();
    let tab = world.tab();
    let draft = volume.draft(begun(), [deposit(1)]);
    let kept = block_on(tab.keep(&draft.ink));
    assert_eq!(kept, Err(KeepError::Stale), "it is not written into a void");
    // The tab still has it all and puts it back.
    let ink = volume.ink_after(None).unwrap();
    assert_eq!(block_on(tab.keep(&ink)), Ok(Kept::Everywhere));
    volume.is_in_ledger();
    let draft = volume.draft(begun(), [deposit(1)]);
    assert_eq!(block_on(tab.keep(&draft.ink)), Ok(Kept::Everywhere));
    volume.accept(draft);
    judge(&world, &Shown::all(&volume));
}

#[test]
fn fault_22_the_ledger_becomes_an_older_one_while_the_diary_is_open() {
    let (_, mut volume) = long();
    let tail = |length: usize| world_of(&beginning(length)).0;
    for length in [0, 1, 255, 256, 599, 600] {
        let (world, _) = long();
        world.in_ledger(NAME, |book| *book = tail(length).book(NAME));
        let record = world.book(NAME).record;
        let ink = volume.ink_after(record).expect("it is the same diary, some entries ago");
        assert_eq!(block_on(world.tab().keep(&ink)), Ok(Kept::Everywhere));
        volume.is_in_ledger();
        judge(&world, &Shown::all(&volume));
    }
    // Another diary under the same name is not gone on with.
    let mut other = beginning(5);
    other.append(begun(), [deposit(77)]);
    assert!(volume.ink_after(world_of(&other).0.book(NAME).record).is_none());
    for record in [TOMBSTONE, "", "null", r#"{"format":2}"#] {
        assert!(volume.ink_after(Some(record.to_owned())).is_none(), "{record}");
    }
}

#[test]
fn fault_41_what_somebody_else_put_on_the_shelf_is_not_written_over() {
    let (world, mut volume) = world_of(&course().bank);
    for (end, text) in [("00000", "not ours"), ("00000", ""), ("00001", "not ours"), ("00001", "")]
    {
        let world = world.parallel();
        world.on_shelf(|texts| drop(texts.insert(key(end), text.to_owned())));
        let draft = volume.draft(begun(), [deposit(1)]);
        let before = world.shelf();
        assert_eq!(block_on(world.tab().keep(&draft.ink)), Ok(Kept::ShelfDiffers));
        assert_eq!(world.shelf(), before, "it is not touched");
        let mut volume = volume.clone();
        volume.accept(draft);
        judge(&world, &Shown::all(&volume));
    }
    // The keys of other pages of the same origin stay what they are, also when it is deleted.
    let others = [
        "theme",
        "event-diary",
        "event-diary/",
        "event-diary/bank-1",
        "event-diary/bank-1/theme",
        "event-diary/bank-11/00000",
        "EVENT-DIARY/bank-1/00000",
    ];
    world.on_shelf(|texts| texts.extend(others.map(|key| (key.to_owned(), "theirs".to_owned()))));
    judge(&world, &Shown::all(&volume));
    let draft = volume.draft(begun(), [deposit(1)]);
    assert_eq!(block_on(world.tab().keep(&draft.ink)), Ok(Kept::Everywhere));
    volume.accept(draft);
    block_on(world.tab().delete(NAME)).unwrap();
    let theirs: Vec<_> = world.shelf().into_keys().collect();
    let mut expected = others.to_vec();
    expected.sort_unstable();
    assert_eq!(theirs, expected);
}

#[test]
fn fault_21_both_were_wiped() {
    let (world, _) = long();
    world.wipe_ledger();
    world.on_shelf(Texts::clear);
    assert!(opened(&world.tab()).is_none());
    assert_eq!(block_on(world.tab().names()), Ok(vec![]));
}

#[test]
fn fault_22_either_copy_is_an_older_one() {
    let (_, volume) = long();
    for length in [0, 1, SEGMENT - 1, SEGMENT, SEGMENT + 1, 599] {
        let (old, _) = world_of(&beginning(length));
        // The same diary some entries ago lies in one of the places.
        let (world, _) = long();
        world.on_shelf(|texts| *texts = old.shelf());
        let found = judge(&world, &Shown::all(&volume));
        assert_eq!(found.restored, Restored { to_ledger: 0, to_shelf: 600 - length });
        assert!(found.damage.is_none() && !found.set_aside, "at {length}");

        let (world, _) = long();
        world.in_ledger(NAME, |book| *book = old.book(NAME));
        let found = judge(&world, &Shown::all(&volume));
        assert_eq!(found.restored, Restored { to_ledger: 600 - length, to_shelf: 0 });
        assert!(found.damage.is_none() && !found.set_aside, "at {length}");
    }
}

#[test]
fn fault_22_a_fork_keeps_the_ledger_s_and_sets_the_shelf_s_aside() {
    for (common, ours, theirs) in [(3, 1, 1), (3, 1, 5), (3, 5, 1), (255, 2, 2), (256, 1, 300)] {
        let fork = |more: i64, cents| {
            let mut diary = beginning(common);
            (0..more).for_each(|at| diary.append(begun(), [deposit(cents + at)]));
            world_of(&diary)
        };
        let ((world, volume), (other, lost)) = (fork(ours, 100), fork(theirs, 200));
        world.on_shelf(|texts| *texts = other.shelf());
        let found = judge(&world, &Shown::all(&volume));
        assert!(found.set_aside, "the reader is told");
        // The entries that did not win can be read, to the letter, under a key of their own.
        let aside: String = world
            .shelf()
            .into_iter()
            .filter(|(key, _)| key.contains("/broken/"))
            .map(|(_, text)| text)
            .collect();
        for line in lines_of(&lost).iter().skip(common) {
            assert!(aside.contains(line.as_str()), "{line}");
        }
        // What both agree on, and the ledger's beyond it, is the diary; the shelf may go on
        // further than the ledger, but not from there.
        assert_eq!(lines_of(&found.volume), lines_of(&volume));
    }
}

#[test]
fn fault_22_the_ledger_s_record_lags_or_runs_ahead() {
    let (_, volume) = long();
    let record = |head: usize| {
        let short = Volume::of(NAME, begun(), beginning(head.min(600)));
        short.record().replace(&format!("\"head\":{}", head.min(600)), &format!("\"head\":{head}"))
    };
    for head in [0, 1, 256, 599] {
        let (world, _) = long();
        world.in_ledger(NAME, |book| book.record = Some(record(head)));
        let found = judge(&world, &Shown::all(&volume));
        assert_eq!((found.damage, found.set_aside), (None, false));
    }
    for head in [601, 10_000] {
        let (world, _) = long();
        world.in_ledger(NAME, |book| book.record = Some(record(head)));
        let found = judge(&world, &Shown::all(&volume));
        assert_eq!(found.damage.unwrap().why, FormatError::Missing { kept: head });
    }
    // Its lines are gone and the record is not, or the other way round.
    let (world, _) = long();
    world.in_ledger(NAME, |book| book.lines.clear());
    assert_eq!(judge(&world, &Shown::all(&volume)).restored.to_ledger, 600);
    let (world, _) = long();
    world.in_ledger(NAME, |book| book.record = None);
    assert_eq!(judge(&world, &Shown::all(&volume)).damage, None);
}

#[test]
fn fault_22_lines_without_a_record_are_not_written_over() {
    // The ledger has lost all records and the shelf everything: no diary can be listed, but the
    // lines are there, and the next diary goes beside them.
    let (world, volume) = long();
    world.in_ledger(NAME, |book| book.record = None);
    world.on_shelf(Texts::clear);
    let (next, _) = block_on(world.tab().begin("bank", begun(), beginning(7))).unwrap();
    assert_ne!(next.name(), NAME);
    assert_eq!(judge(&world, &Shown::all(&volume)).volume.diary(), volume.diary());
}

#[test]
fn a_deleted_diary_stays_deleted_whatever_the_shelf_says() {
    let (world, _) = long();
    let texts = world.shelf();
    block_on(world.tab().delete(NAME)).unwrap();
    is_deleted(&world);
    // The browser was killed before the shelf's keys were freed on the disk.
    for key in texts.keys() {
        world.on_shelf(|shelf| drop(shelf.insert(key.clone(), texts[key].clone())));
        is_deleted(&world);
    }
    world.on_shelf(|shelf| shelf.clone_from(&texts));
    assert_eq!(block_on(world.tab().names()), Ok(vec![(NAME.to_owned(), false)]));
    is_deleted(&world);
    // Its name is not given again.
    let (next, _) = block_on(world.tab().begin("bank", begun(), beginning(1))).unwrap();
    assert_eq!(next.name(), "bank-2");
}

#[test]
fn fault_08_a_tab_that_still_shows_a_deleted_diary_does_not_bring_it_back() {
    let (world, volume) = long();
    block_on(world.tab().delete(NAME)).unwrap();
    let draft = volume.draft(begun(), [deposit(1)]);
    let kept = block_on(world.tab().keep(&draft.ink));
    assert_eq!(kept, Err(KeepError::Stale));
    let found = block_on(world.tab().found(NAME, 601)).unwrap().unwrap();
    assert_eq!((found.record.as_deref(), found.lines.len()), (Some(TOMBSTONE), 0));
    is_deleted(&world);
}

#[test]
fn fault_08_a_newer_format_in_either_copy_is_left_alone() {
    for record in [r#"{"format":2,"head":9}"#, r#"{"begun":"today","format":7}"#] {
        let (world, volume) = world_of(&course().bank);
        let in_ledger = world.parallel();
        in_ledger.in_ledger(NAME, |book| book.record = Some(record.to_owned()));
        let on_shelf = world.parallel();
        on_shelf.on_shelf(|texts| drop(texts.insert(key("meta"), record.to_owned())));
        for world in [in_ledger, on_shelf] {
            let found = judge(&world, &Shown::all(&volume));
            assert!(matches!(found.damage.unwrap().why, FormatError::Newer(2 | 7)));
            // Nor is anything else put right meanwhile.
            world.in_ledger(NAME, |book| drop(book.lines.insert(3, "2:9:frozen".into())));
            world.on_shelf(|texts| drop(texts.insert(key("00000"), "2:9:frozen".into())));
            judge(&world, &Shown { lines: lines_of(&volume)[..2].to_vec(), is_whole: false });
        }
    }
}

/// Lines of which the third is an event from the future, with good links.
fn future() -> Vec<String> {
    let lines = linked(&[
        r#"[1,0,"account_opened",{"account":"everyday","owner":"Ana"}]"#,
        r#"[2,0,"deposited",{"account":"everyday","cents":1}]"#,
        r#"[3,0,"account_frozen",{"account":"everyday"}]"#,
        r#"[4,0,"deposited",{"account":"everyday","cents":1}]"#,
    ]);
    lines.lines().map(str::to_owned).collect()
}

#[test]
fn fault_08_an_unknown_event_in_either_copy_is_left_alone() {
    let lines = future();
    let segment =
        |count: usize| lines[..count].iter().fold(String::new(), |text, line| text + line + "\n");
    let torn = || format!("{}[3,0,\"acc", segment(2));
    let changed = || lines[2].replace("frozen", "thawed");
    let in_ledger = |count: usize| {
        (1..).zip(&lines[..count]).map(|(number, line)| (number, line.clone())).collect()
    };
    for (ledger, shelf) in [(4, 4), (4, 2), (2, 4), (4, 0), (0, 4), (3, 4)] {
        for is_damaged in [false, true] {
            let world = World::default();
            world.in_ledger(NAME, |book| {
                book.lines = in_ledger(ledger);
                if is_damaged && ledger > 2 && shelf > 2 {
                    book.lines.insert(3, changed());
                }
            });
            let text = if is_damaged && ledger > 2 && shelf <= 2 { torn() } else { segment(shelf) };
            world.on_shelf(|texts| drop(texts.insert(key("00000"), text)));
            let shown = Shown { lines: lines[..2].to_vec(), is_whole: true };
            let found = judge(&world, &shown);
            let damage = found.damage.unwrap();
            assert_eq!(damage.stops_after, 2);
            assert!(
                matches!(&damage.why, FormatError::UnknownEvent { name, .. } if name == "account_frozen"),
                "{ledger} in the ledger, {shelf} on the shelf: {:?}",
                damage.why
            );
        }
    }
}

#[test]
fn fault_14_one_store_alone_opens_what_it_has() {
    let (world, volume) = long();
    let shown = Shown::all(&volume);
    assert_eq!(judge_in(&world, &world.shelf_only(), &shown).damage, None);
    assert_eq!(judge_in(&world, &world.ledger_only(), &shown).damage, None);
    // And when the other one is back, it catches up.
    let mut short = volume.clone();
    for (tab, cents) in [(world.shelf_only(), 1), (world.ledger_only(), 2)] {
        let mut found = opened(&tab).unwrap().volume;
        let draft = found.draft(begun(), [deposit(cents)]);
        block_on(tab.keep(&draft.ink)).unwrap();
        found.accept(draft);
        world.flush();
        short = judge(&world, &Shown::all(&found)).volume;
    }
    assert_eq!(short.diary().len(), 602);
}

#[test]
fn fault_09_a_full_shelf_does_not_harm_the_ledger() {
    let (world, volume) = world_of(&course().bank);
    let used: usize = world.shelf().iter().map(|(key, text)| key.len() + text.len()).sum();
    for room in 0..200 {
        let world = world.parallel();
        world.disk.borrow_mut().room = Some(used + room);
        let mut volume = volume.clone();
        let draft = volume.draft(begun(), [deposit(1)]);
        let kept = block_on(world.tab().keep(&draft.ink)).unwrap();
        let full = Kept::NotOnShelf(StoreError::Full);
        assert!(kept == Kept::Everywhere || kept == full, "{kept:?}");
        volume.accept(draft);
        assert!(Record::read(&world.shelf()[&key("meta")]).is_ok(), "what was there still is");
        judge(&world, &Shown::all(&volume));
    }
}
