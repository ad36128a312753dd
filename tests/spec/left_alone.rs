//! What is left alone: what a newer version wrote, what the reader has deleted, and what is not ours.

use course::course;
use diary::FormatError;
use storage::{Appended, Mirrored, TOMBSTONE};

use crate::{
    copies::{beginning, deposit, key, long},
    judge::{NAME, Shown, is_deleted, judge, lines_of, world_of},
    mirror::{begun, linked},
    stores::{World, ask},
    turns::block_on,
};

#[test]
fn a_deleted_diary_stays_deleted_whatever_the_mirror_says() {
    let (world, _) = long();
    let texts = world.mirror();
    ask(world.tab().delete(NAME)).unwrap();
    is_deleted(&world);
    // The browser was killed before the mirror's keys were freed on the disk.
    for key in texts.keys() {
        world.in_mirror(|mirror| drop(mirror.insert(key.clone(), texts[key].clone())));
        is_deleted(&world);
    }
    world.in_mirror(|mirror| mirror.clone_from(&texts));
    assert_eq!(ask(world.tab().names()), Ok(vec![(NAME.to_owned(), false)]));
    is_deleted(&world);
    // Its name is not given again.
    let (next, _) = ask(world.tab().begin("bank", begun(), beginning(1))).unwrap();
    assert_eq!(next.name(), "bank-2");
}

#[test]
fn a_deleted_diary_stays_deleted_where_there_is_no_database() {
    let (world, stored) = long();
    let alone = world.mirror_only();
    ask(alone.delete(NAME)).unwrap();
    assert_eq!(ask(alone.names()), Ok(vec![(NAME.to_owned(), false)]));
    let opened = ask(alone.open::<examples::bank::Event>(NAME, async |_| {}));
    assert!(opened.unwrap().is_none());
    // A tab that still shows it does not bring it back, and its name is not given again.
    let draft = stored.draft(begun(), [deposit(1)]);
    assert_eq!(block_on(alone.append(&draft.changes, None)), Appended::Stale);
    let (next, _) = ask(alone.begin("bank", begun(), beginning(1))).unwrap();
    assert_eq!(next.name(), "bank-2");
    assert_eq!(ask(alone.names()), Ok(vec![(NAME.to_owned(), false), ("bank-2".into(), true)]));
}

#[test]
fn a_diary_without_its_record_is_deleted_from_a_full_mirror_all_the_same() {
    let (world, _) = long();
    world.in_mirror(|texts| drop(texts.remove(&key("meta"))));
    let used: usize = world.mirror().iter().map(|(key, text)| key.len() + text.len()).sum();
    world.disk.borrow_mut().room = Some(used);
    let alone = world.mirror_only();
    ask(alone.delete(NAME)).unwrap();
    assert_eq!(ask(alone.names()), Ok(vec![(NAME.to_owned(), false)]));
}

#[test]
fn fault_08_a_tab_that_still_shows_a_deleted_diary_does_not_bring_it_back() {
    let (world, stored) = long();
    ask(world.tab().delete(NAME)).unwrap();
    let draft = stored.draft(begun(), [deposit(1)]);
    let kept = block_on(world.tab().append(&draft.changes, None));
    assert_eq!(kept, Appended::Stale);
    let found = ask(world.tab().found(NAME, 601)).unwrap();
    assert_eq!((found.record.as_deref(), found.lines.len()), (Some(TOMBSTONE), 0));
    is_deleted(&world);
}

#[test]
fn fault_08_a_newer_format_in_either_copy_is_left_alone() {
    for record in [r#"{"format":2,"head":9}"#, r#"{"begun":"today","format":7}"#] {
        let (world, stored) = world_of(&course().bank);
        let in_log = world.parallel();
        in_log.in_log(NAME, |book| book.record = Some(record.to_owned()));
        let in_mirror = world.parallel();
        in_mirror.in_mirror(|texts| drop(texts.insert(key("meta"), record.to_owned())));
        for world in [in_log, in_mirror] {
            let found = judge(&world, &Shown::all(&stored));
            assert!(matches!(found.damage.unwrap().why, FormatError::Newer(2 | 7)));
            // Nor is anything else put right meanwhile.
            world.in_log(NAME, |book| drop(book.lines.insert(3, "2:9:frozen".into())));
            world.in_mirror(|texts| drop(texts.insert(key("00000"), "2:9:frozen".into())));
            judge(&world, &Shown { lines: lines_of(&stored)[..2].to_vec(), is_whole: false });
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
    let in_log = |count: usize| {
        (1..).zip(&lines[..count]).map(|(number, line)| (number, line.clone())).collect()
    };
    for (log, mirror) in [(4, 4), (4, 2), (2, 4), (4, 0), (0, 4), (3, 4)] {
        for is_damaged in [false, true] {
            let world = World::default();
            world.in_log(NAME, |book| {
                book.lines = in_log(log);
                if is_damaged && log > 2 && mirror > 2 {
                    book.lines.insert(3, changed());
                }
            });
            let text = if is_damaged && log > 2 && mirror <= 2 { torn() } else { segment(mirror) };
            world.in_mirror(|texts| drop(texts.insert(key("00000"), text)));
            let shown = Shown { lines: lines[..2].to_vec(), is_whole: true };
            let found = judge(&world, &shown);
            let damage = found.damage.unwrap();
            assert_eq!(damage.stops_after, 2);
            assert!(
                matches!(&damage.why, FormatError::UnknownEvent { name, .. } if name == "account_frozen"),
                "{log} in the ledger, {mirror} on the shelf: {:?}",
                damage.why
            );
        }
    }
}

#[test]
fn fault_41_what_somebody_else_put_on_the_mirror_is_not_written_over() {
    let (world, mut stored) = world_of(&course().bank);
    for (end, text) in [("00000", "not ours"), ("00000", ""), ("00001", "not ours"), ("00001", "")]
    {
        let world = world.parallel();
        world.in_mirror(|texts| drop(texts.insert(key(end), text.to_owned())));
        let draft = stored.draft(begun(), [deposit(1)]);
        let before = world.mirror();
        assert_eq!(
            block_on(world.tab().append(&draft.changes, None)),
            Appended::Written(Mirrored::Differs)
        );
        assert_eq!(world.mirror(), before, "it is not touched");
        let mut stored = stored.clone();
        stored.accept(draft);
        judge(&world, &Shown::all(&stored));
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
    world.in_mirror(|texts| texts.extend(others.map(|key| (key.to_owned(), "theirs".to_owned()))));
    judge(&world, &Shown::all(&stored));
    let draft = stored.draft(begun(), [deposit(1)]);
    assert_eq!(
        block_on(world.tab().append(&draft.changes, None)),
        Appended::Written(Mirrored::Done)
    );
    stored.accept(draft);
    ask(world.tab().delete(NAME)).unwrap();
    let theirs: Vec<_> = world.mirror().into_keys().collect();
    let mut expected = others.to_vec();
    expected.sort_unstable();
    assert_eq!(theirs, expected);
}

#[test]
fn fault_07_a_tab_that_wakes_takes_in_only_what_follows() {
    // It slept at entry 5, and others wrote on.
    let stored = |length| world_of(&beginning(length)).1;
    let (asleep, now) = (stored(5), stored(9));
    let (lines, record) = (lines_of(&now), now.record());
    let mut awake = asleep.clone();
    awake.take_in(lines[5..].iter().map(String::as_str), &record).unwrap();
    assert_eq!(awake, now);

    let mut fork = beginning(5);
    fork.append(begun(), [deposit(1), deposit(2), deposit(3), deposit(4)]);
    let fork = world_of(&fork).1;
    let other = lines_of(&fork);
    for (lines, record) in [
        // Too few for the record, none, too many, doubled, or not those that come next.
        (&lines[5..8], &record),
        (&lines[..0], &record),
        (&lines[5..], &stored(8).record()),
        (&[&lines[5..], &lines[8..]].concat()[..], &record),
        (&lines[4..], &record),
        (&lines[6..], &record),
        (&other[6..], &fork.record()),
        // The right ones with another's record, or with one that can't be read.
        (&lines[5..], &fork.record()),
        (&lines[5..], &String::new()),
        (&lines[5..], &TOMBSTONE.to_owned()),
        (&lines[5..], &r#"{"format":2}"#.to_owned()),
    ] {
        let mut awake = asleep.clone();
        let taken = awake.take_in(lines.iter().map(String::as_str), record);
        assert!(taken.is_err(), "{} lines with {record}", lines.len());
        assert_eq!(awake, asleep, "it has not changed");
    }
}
