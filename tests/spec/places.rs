//! Faults 16, 17 and 18 in a browser with both stores: damage in one place, the other, or both.
//!
//! With one good copy nothing is lost and the other heals. With none, the good prefix is kept, the
//! rest is set aside to the letter, and the reader is told. (`bytes` and `damage` try the same on
//! a mirror alone.)

use course::course;
use diary::{Diary, FormatError};
use examples::bank::{Bank, Event};
use storage::{SEGMENT, StoredDiary};

use crate::{
    judge::{NAME, Shown, judge, judge_in, world_of},
    random::Sample,
    stores::World,
};

fn segment(at: usize) -> String {
    format!("event-diary/{NAME}/{at:05}")
}

fn meta() -> String {
    format!("event-diary/{NAME}/meta")
}

/// The text with another byte at this place: one bit off, or something that means something.
fn changed(text: &str, at: usize) -> String {
    let mut bytes = text.as_bytes().to_vec();
    let others = [bytes[at] ^ 1, [b'0', b'\n', b'|', b'"'][at % 4]];
    bytes[at] = if others[0].is_ascii() && at.is_multiple_of(3) { others[0] } else { others[1] };
    if bytes == text.as_bytes() {
        bytes[at] = b'~';
    }
    String::from_utf8(bytes).unwrap()
}

/// Where a line starts in the text of a segment of which it is the `number`th.
fn start_of(text: &str, number: usize) -> usize {
    text.split_inclusive('\n').take(number - 1).map(str::len).sum()
}

fn small() -> (World, StoredDiary<Event>) {
    world_of(&course().bank)
}

fn long() -> (World, StoredDiary<Event>) {
    world_of(&Bank::long().diary)
}

fn put(world: &World, key: &str, text: String) {
    world.in_mirror(|texts| drop(texts.insert(key.to_owned(), text)));
}

fn rewrite(world: &World, number: usize, text: String) {
    world.in_log(NAME, |book| drop(book.lines.insert(number, text)));
}

#[test]
fn fault_16_each_single_byte_on_the_mirror() {
    let (world, stored) = small();
    for (key, text) in world.mirror() {
        for at in 0..text.len() {
            let world = world.parallel();
            put(&world, &key, changed(&text, at));
            judge(&world, &Shown::all(&stored));
        }
    }
}

#[test]
fn fault_16_each_single_byte_in_the_log() {
    let (world, stored) = small();
    let book = world.book(NAME);
    for (number, line) in &book.lines {
        for at in 0..line.len() {
            let world = world.parallel();
            rewrite(&world, *number, changed(line, at));
            let found = judge(&world, &Shown::all(&stored));
            assert_eq!((found.damage, found.set_aside), (None, true), "entry {number}, byte {at}");
        }
    }
    let record = book.record.unwrap();
    for at in 0..record.len() {
        let world = world.parallel();
        world.in_log(NAME, |book| book.record = Some(changed(&record, at)));
        judge(&world, &Shown::all(&stored));
    }
}

#[test]
fn fault_16_the_same_byte_in_both_places() {
    let (world, stored) = small();
    let text = &world.mirror()[&segment(0)];
    for (number, line) in world.book(NAME).lines {
        let start = start_of(text, number);
        for at in 0..line.len() {
            let world = world.parallel();
            put(&world, &segment(0), changed(text, start + at));
            rewrite(&world, number, changed(&line, at));
            let found = judge(&world, &Shown::all(&stored).damaged());
            let damage = found.damage.expect("it is shown");
            assert_eq!(damage.stops_after, number - 1, "the good prefix, at byte {at}");
            assert!(found.set_aside);
        }
    }
}

#[test]
fn fault_16_the_records_in_both_places() {
    let (world, stored) = small();
    let record = world.mirror()[&meta()].clone();
    for at in 0..record.len() {
        let world = world.parallel();
        put(&world, &meta(), changed(&record, at));
        world.in_log(NAME, |book| book.record = Some(changed(&record, at)));
        // No entry hangs on a record.
        judge(&world, &Shown::all(&stored));
    }
    // But a fingerprint that is not that of the last entry is evidence: something was here.
    let world = world.parallel();
    let other = record.replace(&stored.fingerprint().to_string(), "0badcafe");
    put(&world, &meta(), other.clone());
    world.in_log(NAME, |book| book.record = Some(other));
    let found = judge(&world, &Shown::all(&stored));
    assert_eq!(found.damage.unwrap().why, FormatError::BrokenChain);
}

#[test]
fn fault_16_different_bytes_in_each_place_lose_nothing() {
    let (world, stored) = small();
    let text = &world.mirror()[&segment(0)];
    for (number, line) in world.book(NAME).lines {
        for at in (0..text.len()).step_by(3) {
            let own = start_of(text, number)..start_of(text, number + 1);
            if !own.contains(&at) && own.start != at + 1 {
                let world = world.parallel();
                put(&world, &segment(0), changed(text, at));
                rewrite(&world, number, changed(&line, line.len() / 2));
                judge(&world, &Shown::all(&stored));
            }
        }
    }
}

#[test]
fn fault_16_a_line_lost_here_and_another_there_lose_nothing() {
    let (world, stored) = small();
    for here in 1..=stored.diary().len() {
        for there in (1..=stored.diary().len()).filter(|there| *there != here) {
            let world = world.parallel();
            world.in_mirror(|texts| {
                let text = texts.get_mut(&segment(0)).unwrap();
                *text = text
                    .split_inclusive('\n')
                    .enumerate()
                    .filter(|(at, _)| at + 1 != here)
                    .map(|(_, line)| line)
                    .collect();
            });
            world.in_log(NAME, |book| drop(book.lines.remove(&there)));
            judge(&world, &Shown::all(&stored));
        }
    }
}

#[test]
fn fault_17_each_truncation_of_the_mirror() {
    let (world, stored) = small();
    for (key, text) in world.mirror() {
        for length in 0..text.len() {
            let world = world.parallel();
            put(&world, &key, text[..length].to_owned());
            judge(&world, &Shown::all(&stored));
        }
    }
}

#[test]
fn fault_17_each_truncation_of_the_log_and_of_both() {
    let (world, stored) = small();
    let text = &world.mirror()[&segment(0)];
    for (number, line) in world.book(NAME).lines {
        let start = start_of(text, number);
        for length in 0..line.len() {
            let world = world.parallel();
            rewrite(&world, number, line[..length].to_owned());
            let alone = world.parallel();
            assert_eq!(judge(&alone, &Shown::all(&stored)).damage, None);
            put(&world, &segment(0), text[..start + length].to_owned());
            let found = judge(&world, &Shown::all(&stored).damaged());
            assert_eq!(found.stored.diary().len(), number - 1);
        }
    }
}

/// What nobody has written.
fn rubbish() -> Vec<String> {
    let texts = ["", "null", "{}", "[]", "\"\\ud800\"", "\n", "|", "\0", "\u{feff}", "<html>"];
    texts.into_iter().map(str::to_owned).chain(["[".repeat(1_000_000)]).collect()
}

#[test]
fn fault_17_empty_null_and_a_megabyte_of_brackets() {
    let (world, stored) = small();
    let shown = Shown::all(&stored);
    for text in rubbish() {
        for key in [segment(0), meta()] {
            let world = world.parallel();
            put(&world, &key, text.clone());
            judge(&world, &shown);
        }
        for number in [1, 6, 11] {
            let world = world.parallel();
            rewrite(&world, number, text.clone());
            judge(&world.parallel(), &shown);
            put(&world, &segment(0), text.clone());
            let found = judge(&world, &shown.clone().damaged());
            assert_eq!(found.stored.diary().len(), number - 1);
        }
        let world = world.parallel();
        world.in_log(NAME, |book| book.record = Some(text.clone()));
        judge(&world, &shown);
    }
}

#[test]
fn fault_18_a_segment_missing() {
    let (world, stored) = long();
    for at in 0..3 {
        let world = world.parallel();
        world.in_mirror(|texts| drop(texts.remove(&segment(at))));
        let found = judge(&world.parallel(), &Shown::all(&stored));
        let missing = [SEGMENT, SEGMENT, 600 - 2 * SEGMENT][at];
        assert_eq!((found.damage, found.restored.to_mirror), (None, missing));
        // Without the log, what is behind the gap can't be reached, and the reader is told.
        let found = judge_in(&world, &world.mirror_only(), &Shown::all(&stored).damaged());
        assert_eq!(found.damage.unwrap().stops_after, at * SEGMENT);
    }
}

#[test]
fn fault_18_a_segment_swapped_or_copied() {
    let (world, stored) = long();
    let texts = world.mirror();
    for from in 0..3 {
        for to in (0..5).filter(|to| *to != from) {
            let copied = world.parallel();
            put(&copied, &segment(to), texts[&segment(from)].clone());
            let swapped = copied.parallel();
            swapped.in_mirror(|mirror| match texts.get(&segment(to)) {
                Some(other) => drop(mirror.insert(segment(from), other.clone())),
                None => drop(mirror.remove(&segment(from))),
            });
            for (world, first_bad) in [(copied, to), (swapped, to.min(from))] {
                judge(&world.parallel(), &Shown::all(&stored));
                let alone = world.mirror_only();
                let found = judge_in(&world, &alone, &Shown::all(&stored).damaged());
                assert_eq!(found.stored.diary().len(), (first_bad * SEGMENT).min(600));
                assert!(found.damage.is_some(), "{from} to {to}");
            }
        }
    }
}

#[test]
fn fault_18_a_gap_is_shown_however_wide_it_is() {
    // The record lags behind, as after a kill; only the last segment tells that there was more.
    let (world, stored) = long();
    let first = stored.diary().until(SEGMENT).iter();
    let mut short = Diary::default();
    first.for_each(|entry| short.append(entry.at, [entry.event.clone()]));
    let lagging = StoredDiary::of(NAME, stored.created(), short).record();
    put(&world, &meta(), lagging);
    world.in_mirror(|texts| drop(texts.remove(&segment(1))));
    let found = judge_in(&world, &world.mirror_only(), &Shown::all(&stored).damaged());
    let damage = found.damage.expect("the gap is shown");
    assert_eq!(damage.stops_after, SEGMENT);
    let expected = FormatError::WrongNumber { expected: SEGMENT + 1, found: 2 * SEGMENT + 1 };
    assert_eq!(damage.why, expected);
}
