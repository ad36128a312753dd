//! What is handed out as a file can come back, or its reader is told that it can't.

use diary::{Diary, StreamMeta};
use examples::bank;
use proptest::{prelude::*, sample::select};
use storage::{
    LARGEST_FILE, LONGEST_TITLE, MOST_ENTRIES, ReadBack, Report, StoredDiary, Texts, export_lines,
};

use crate::{
    files::import,
    judge::NAME,
    mirror::{begun, shelved, stored_of},
    random::check,
};

fn looked_at<'l>(lines: impl IntoIterator<Item = &'l str>) -> Result<(), Report> {
    let mut read_back = ReadBack::default();
    lines.into_iter().for_each(|line| read_back.see(line));
    read_back.finish()
}

/// A diary whose record, and whose only name, somebody has made longer than the page does.
fn odd(title: usize, owner: usize, created: i64) -> StoredDiary<bank::Event> {
    let mut diary = Diary::default();
    let account = bank::Account::Everyday;
    diary.append(begun(), [bank::Event::AccountOpened { account, owner: "ü".repeat(owner) }]);
    let stored = stored_of(&diary);
    let mut record = StreamMeta::read(&stored.record()).unwrap();
    (record.title, record.created) = (Some("T".repeat(title)), created);
    let mut texts: Texts = shelved(&stored);
    texts.insert(format!("event-diary/{}/meta", stored.name()), record.text());
    StoredDiary::from_mirror(stored.name(), &texts).unwrap().0
}

#[test]
fn what_can_not_come_back_is_said_when_it_is_handed_out() {
    let times = vec![-1, 0, 1, 253_402_300_799_999, 253_402_300_800_000];
    let place = select(vec![
        "00000",
        "meta",
        "broken/1/00000",
        "broken/",
        "broken/a\nb",
        "no place of ours",
        "broken/\u{202e}",
    ]);
    let long = (190..220_usize, 190..220_usize, select(times), place, any::<bool>());
    check(long, |(title, owner, created, place, is_long)| {
        let place = if is_long { format!("{place}{}", "x".repeat(250)) } else { place.to_owned() };
        let aside = [(place, "\"kept\"".to_owned())];
        let lines: Vec<_> = export_lines("bank", &odd(title, owner, created), &aside).collect();
        let told = looked_at(lines.iter().map(String::as_str));
        match import::<bank::Event>("bank", &lines.concat()) {
            Ok(found) => {
                prop_assert_eq!(told, Ok(()));
                prop_assert_eq!(&found.set_aside[0].1, "\"kept\"");
                prop_assert_eq!(found.title.map(|title| title.len()), Some(title));
            }
            Err(report) => prop_assert_eq!(told, Err(report)),
        }
        let fits = title <= 200 && owner <= 200 && (0..253_402_300_800_000).contains(&created);
        prop_assert_eq!(looked_at(lines.iter().map(String::as_str)).is_ok(), fits);
        Ok(())
    });
}

#[test]
fn a_diary_that_is_too_large_for_a_file_is_told_so() {
    let header = |entries: usize| {
        format!(
            "{{\"event-diary\":1,\"kind\":\"bank\",\"name\":\"{NAME}\",\"entries\":{entries}}}\n"
        )
    };
    assert_eq!(looked_at([header(MOST_ENTRIES).as_str()]), Ok(()));
    let told = looked_at([header(MOST_ENTRIES + 1).as_str()]).unwrap_err().to_string();
    let words =
        "Line 1: The line says that there are 1000001 entries. At most 1000000 are allowed.\n";
    assert_eq!(told, words);

    let head = header(1);
    let room = LARGEST_FILE - head.len();
    let line =
        |length: usize| format!("{{\"set aside\":\"meta\",\"text\":\"{}", "x".repeat(length));
    let start = line(0).len();
    assert_eq!(looked_at([head.as_str(), &line(room - start)]), Ok(()));
    let told = looked_at([head.as_str(), &line(room - start + 1)]).unwrap_err().to_string();
    assert_eq!(told, "The file is too large: at most 64 MB can be read.\n");
}

#[test]
fn the_rescue_page_knows_the_same_limits() {
    let script = include_str!("../../static/kept.js");
    let value = |name: &str| {
        let line = script.lines().find(|line| line.starts_with(&format!("const {name} = ")));
        let value = line.and_then(|line| line.split_once(" = ")).expect(name).1;
        let factors = value.trim_end_matches(';').split(" * ");
        factors.map(|factor| factor.replace('_', "").parse::<usize>().unwrap()).product::<usize>()
    };
    assert_eq!(value("LARGEST_FILE"), LARGEST_FILE);
    assert_eq!(value("MOST_ENTRIES"), MOST_ENTRIES);
    assert_eq!(value("LONGEST_TITLE"), LONGEST_TITLE);
    assert_eq!(value("LAST_MILLISECOND"), 253_402_300_799_999);
}
