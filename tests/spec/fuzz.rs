//! Real files, lines and mirrors, changed at random in many places at once: nothing panics, nothing
//! is taken that isn't whole, and what is taken is the same when it is written again.
//!
//! A normal run tries a few thousand changes. For as many as you have patience for:
//!
//! ```sh
//! FUZZ_CASES=5000000 CARGO_PROFILE_TEST_OPT_LEVEL=2 cargo test -p spec --test spec fuzz::
//! ```

use course::course;
use diary::{ChainHash, line_of, read_line};
use examples::{bank, order};
use proptest::{
    collection::vec,
    prelude::*,
    sample::{Index, select},
};
use storage::{Import, Report, StoredDiary, export_lines, kind_of, text_of};

use crate::{
    files::BANK,
    judge::{NAME, Shown, judge, world_of},
    mirror::{Fact, linked, open, repair_loses_nothing, shelved, stored_of, with},
    random::check_times,
};

/// One change to a text.
#[derive(Clone, Debug)]
enum Change {
    /// One byte becomes another.
    Byte(Index, u8),
    /// So many bytes are missing.
    Cut(Index, usize),
    /// So many bytes are there twice.
    Double(Index, usize),
    /// Something that means something stands there as well.
    Insert(Index, &'static str),
    /// A line is missing, or there twice, or swapped with another.
    Lines(Index, Index, u8),
}

/// What a parser may stumble over.
const WORDS: [&str; 33] = [
    "\n",
    "\r\n",
    "\n\n",
    "[",
    "]",
    "{",
    "}",
    "\"",
    "\\",
    "|",
    ",",
    ":",
    "null",
    "0",
    "-1",
    "1e400",
    "9007199254740993",
    "9223372036854775808",
    "18446744073709551615",
    "\\ud800",
    "\\u0000",
    "\u{feff}",
    "\u{202e}",
    "\0",
    "🙂",
    "[[[[[[[[",
    "deposited",
    "event-diary",
    "{\"event-diary\":2}\n",
    "set aside",
    "broken/1/00000",
    "00000000",
    "true",
];

fn change() -> impl Strategy<Value = Change> {
    let place = any::<Index>;
    prop_oneof![
        3 => (place(), any::<u8>()).prop_map(|(at, byte)| Change::Byte(at, byte)),
        1 => (place(), 1..80_usize).prop_map(|(at, size)| Change::Cut(at, size)),
        1 => (place(), 1..80_usize).prop_map(|(at, size)| Change::Double(at, size)),
        2 => (place(), select(&WORDS[..])).prop_map(|(at, word)| Change::Insert(at, word)),
        2 => (place(), place(), 0..3_u8).prop_map(|(at, with, how)| Change::Lines(at, with, how)),
    ]
}

/// Mostly one change, and up to eight.
fn changes() -> impl Strategy<Value = Vec<Change>> {
    prop_oneof![3 => vec(change(), 1), 1 => vec(change(), 2..9)]
}

fn changed(text: &str, changes: &[Change]) -> Vec<u8> {
    let mut bytes = text.as_bytes().to_vec();
    for change in changes {
        if bytes.is_empty() {
            break;
        }
        let size = bytes.len();
        match change {
            Change::Byte(at, byte) => bytes[at.index(size)] = *byte,
            Change::Cut(at, cut) => {
                let at = at.index(size);
                bytes.drain(at..size.min(at + cut));
            }
            Change::Double(at, double) => {
                let at = at.index(size);
                let part = bytes[at..size.min(at + double)].to_vec();
                bytes.splice(at..at, part);
            }
            Change::Insert(at, word) => {
                let at = at.index(size + 1);
                bytes.splice(at..at, word.bytes());
            }
            Change::Lines(at, with, how) => {
                let mut lines: Vec<_> = bytes.split_inclusive(|byte| *byte == b'\n').collect();
                let (at, with) = (at.index(lines.len()), with.index(lines.len()));
                match how {
                    0 => drop(lines.remove(at)),
                    1 => lines.insert(with, lines[at]),
                    _ => lines.swap(at, with),
                }
                bytes = lines.concat();
            }
        }
    }
    bytes
}

/// How often to try: so often, unless somebody has more patience.
fn cases(usual: u32) -> u32 {
    std::env::var("FUZZ_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(usual)
}

fn is_a_report(report: &Report) {
    assert!((1..=20).contains(&report.problems.len()));
    assert!(report.more == 0 || report.problems.len() == 20);
    for problem in &report.problems {
        let ends = problem.words.ends_with('.') || problem.words.ends_with("{\"event-diary\":1");
        assert!(ends, "{problem}");
        assert!(problem.line != Some(0));
    }
}

/// What is taken comes to the same file again, and the lines are those that were in it.
fn is_taken_as_it_is<E: Fact>(kind: &str, text: &str, slice: usize) {
    let mut import = Import::<E>::of(kind, text);
    while import.read_on(slice) {}
    match import.finish() {
        Err(report) => is_a_report(&report),
        Ok(found) => {
            let stored = StoredDiary::of(NAME, found.created, found.diary);
            assert_eq!(stored.fingerprint(), found.fingerprint);
            let file: Vec<_> = export_lines(kind, &stored, &found.set_aside).collect();
            let entries = text.lines().filter(|line| line.starts_with('['));
            let again =
                file.iter().map(|line| line.trim_end()).filter(|line| line.starts_with('['));
            assert!(entries.eq(again), "the same entries");
            let again = Import::<E>::of(kind, &file.concat()).finish().expect("our own file");
            assert_eq!((&again.diary, again.set_aside), (stored.diary(), found.set_aside));
        }
    }
}

#[test]
fn fault_34_changed_files_are_refused_or_taken_as_they_are() {
    check_times(cases(3_000), (changes(), 1..20_usize), |(changes, slice)| {
        let bytes = changed(BANK, &changes);
        match text_of(&bytes) {
            Err(report) => is_a_report(&report),
            Ok(text) => {
                let _any_answer = kind_of(text);
                is_taken_as_it_is::<bank::Event>("bank", text, slice);
                is_taken_as_it_is::<order::Event>("order", text, slice);
            }
        }
        Ok(())
    });
}

#[test]
fn fault_34_bytes_of_any_kind_are_refused() {
    check_times(cases(3_000), vec(any::<u8>(), 0..400), |bytes| {
        match text_of(&bytes) {
            Err(report) => is_a_report(&report),
            Ok(text) => {
                let report = Import::<bank::Event>::of("bank", text).finish().unwrap_err();
                is_a_report(&report);
                prop_assert_eq!(kind_of(text).unwrap_err(), report);
            }
        }
        Ok(())
    });
}

#[test]
fn fault_16_changed_lines_are_noticed_and_never_panic() {
    let start = ChainHash::default();
    let diary = course().bank.clone();
    let (first, _) = line_of(&diary.entries()[0], &start);
    check_times(cases(5_000), changes(), |changes| {
        let line = String::from_utf8_lossy(&changed(&first, &changes)).into_owned();
        if let Ok((entry, _)) = read_line::<bank::Event>(&line, 1, &start) {
            prop_assert_eq!(&line, &first, "only the line that was written passes");
            prop_assert_eq!(&entry, &diary.entries()[0]);
        }
        // Somebody gives it a good link: then it is read for what it says, or not at all.
        let json = line.rsplit_once('|').map_or(line.as_str(), |(json, _)| json);
        let line = linked(&[json]);
        if let Ok((entry, _)) = read_line::<bank::Event>(line.trim_end_matches('\n'), 1, &start) {
            let again = line_of(&entry, &start).0;
            prop_assert_eq!(read_line(&again, 1, &start).unwrap().0, entry);
        }
        Ok(())
    });
}

#[test]
fn fault_16_a_changed_mirror_keeps_a_good_prefix_and_loses_nothing() {
    let whole = stored_of(&course().bank);
    let texts = shelved(&whole);
    let keys: Vec<_> = texts.keys().cloned().collect();
    check_times(cases(1_000), (select(keys), changes()), |(key, changes)| {
        let text = String::from_utf8_lossy(&changed(&texts[&key], &changes)).into_owned();
        let damaged = with(&texts, &key, text);
        let opened = open::<bank::Event>(&damaged);
        let kept = opened.stored.diary().entries();
        prop_assert_eq!(kept, whole.diary().until(kept.len()));
        match opened.damage {
            Some(damage) if !damage.repair.is_empty() => {
                repair_loses_nothing::<bank::Event>(&damaged);
            }
            Some(_) => {}
            None => prop_assert_eq!(kept.len(), whole.diary().len()),
        }
        Ok(())
    });
}

#[test]
fn fault_16_both_copies_changed_lose_nothing_in_silence() {
    let (world, stored) = world_of(&course().bank);
    let segment = format!("event-diary/{NAME}/00000");
    let places = (vec((1..=11_usize, changes()), 0..3), prop::option::of(changes()));
    check_times(cases(1_000), places, |(in_log, in_mirror)| {
        let world = world.parallel();
        for (number, changes) in in_log {
            world.in_log(NAME, |book| {
                let line =
                    String::from_utf8_lossy(&changed(&book.lines[&number], &changes)).into_owned();
                book.lines.insert(number, line);
            });
        }
        if let Some(changes) = in_mirror {
            world.in_mirror(|texts| {
                let text =
                    String::from_utf8_lossy(&changed(&texts[&segment], &changes)).into_owned();
                texts.insert(segment.clone(), text);
            });
        }
        judge(&world, &Shown::all(&stored).damaged());
        Ok(())
    });
}

#[test]
fn fault_34_the_changes_change_something() {
    // A fuzzer that only ever meets one answer tests nothing.
    let mut words = std::collections::BTreeSet::new();
    for changes in crate::random::always(&changes(), 2_000) {
        let bytes = changed(BANK, &changes);
        let answer =
            text_of(&bytes).and_then(|text| Import::<bank::Event>::of("bank", text).finish());
        words.insert(match answer {
            Ok(found) => format!("taken with {}", found.set_aside.len()),
            Err(report) => report.problems[0].words.chars().take(24).collect(),
        });
    }
    assert!(words.contains("taken with 2") && words.len() > 20, "{words:#?}");
}
