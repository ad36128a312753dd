//! Two entries of one request are kept together or not at all, whatever the stores do.

use diary::Diary;
use examples::parcel::{Event, Parcel};
use storage::{Appended, StoredDiary};

use crate::{
    mirror::begun,
    parcel::tried,
    random::Sample,
    steps::{each_call_fails, killed_after_each_step},
    stores::{Tab, World, ask},
    turns::block_on,
};

const NAME: &str = "parcel-1";

/// A browser with a parcel's diary of so many entries, flushed.
fn world_of(length: usize) -> (World, StoredDiary<Event>) {
    let world = World::default();
    let mut diary = Diary::default();
    for entry in Parcel::long().diary.until(length) {
        diary.append(entry.at, [entry.event.clone()]);
    }
    let (stored, _) = ask(world.tab().begin("parcel", begun(), diary)).expect("it is kept");
    assert_eq!(stored.name(), NAME);
    world.flush();
    (world, stored)
}

/// The third failed try, and what it brings along; and whether that was said to be written.
fn try_once_more(tab: &Tab, stored: &StoredDiary<Event>) -> bool {
    let draft = stored.draft(begun(), [tried("nobody at home"), Event::SentBack {}]);
    matches!(block_on(tab.append(&draft.changes, None)), Appended::Written(_))
}

/// How many of the two are there, when the page is started again.
#[track_caller]
fn found(tab: &Tab, before: usize) -> usize {
    let opened = ask(tab.open::<Event>(NAME, async |_| {})).unwrap().expect("it is there");
    opened.stored.diary().len() - before
}

/// Inside of a segment, and where one ends: there each of the two is a text of its own.
const LENGTHS: [usize; 3] = [10, 254, 255];

#[test]
fn fault_23_two_entries_of_one_request_are_written_together_when_a_call_fails() {
    for length in LENGTHS {
        let (world, stored) = world_of(length);
        each_call_fails(
            &world,
            |world| try_once_more(&world.tab(), &stored),
            |world, is_said| {
                world.crash(|_| false);
                let found = found(&world.tab(), length);
                assert!(found == 2 || (!is_said && found == 0), "{found} of the two");
            },
        );
        world.wipe_log();
        each_call_fails(
            &world,
            |world| try_once_more(&world.mirror_only(), &stored),
            |world, is_said| {
                let found = found(&world.mirror_only(), length);
                assert!(found == 2 || (!is_said && found == 0), "{found} of the two");
            },
        );
    }
}

#[test]
fn fault_24_two_entries_of_one_request_are_written_together_when_the_browser_is_killed() {
    for length in LENGTHS {
        let (world, stored) = world_of(length);
        killed_after_each_step(
            &world,
            |world| try_once_more(&world.tab(), &stored),
            |world, step| {
                let found = found(&world.tab(), length);
                assert!(matches!(found, 0 | 2), "{found} of the two, killed after step {step}");
            },
        );
        // Without a log, two texts can't be flushed as one.
        if length == 255 {
            continue;
        }
        world.wipe_log();
        killed_after_each_step(
            &world,
            |world| try_once_more(&world.mirror_only(), &stored),
            |world, step| {
                let found = found(&world.mirror_only(), length);
                assert!(matches!(found, 0 | 2), "{found} of the two, killed after step {step}");
            },
        );
    }
}
