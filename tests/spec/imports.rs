//! Files that are no diary, no longer one, or not yet: each is refused as a whole, in words.

use diary::ChainHash;
use examples::bank;
use storage::{Problem, kind_of, text_of};

use crate::files::{BANK, import};

pub(crate) const HEADER: &str = r#"{"event-diary":1,"kind":"bank"}"#;

/// What is said about a file of bank entries.
#[track_caller]
pub(crate) fn said(text: &str) -> String {
    import::<bank::Event>("bank", text).expect_err("it is refused").to_string()
}

/// What is said about bytes, wherever it is noticed.
#[track_caller]
pub(crate) fn said_of(bytes: &[u8]) -> String {
    match text_of(bytes) {
        Ok(text) => said(text),
        Err(report) => report.to_string(),
    }
}

/// A file of these entries, with good links.
pub(crate) fn file(entries: &[&str]) -> String {
    let mut link = ChainHash::default();
    let mut file = format!("{HEADER}\n");
    for entry in entries {
        link = link.next(entry);
        let open = entry.strip_suffix(']').expect("an array");
        file.extend([open, ",\"", &link.to_string(), "\"]\n"]);
    }
    file
}

fn without(line: usize) -> String {
    let lines = BANK.lines().enumerate().filter(|(at, _)| at + 1 != line);
    lines.fold(String::new(), |text, (_, line)| text + line + "\n")
}

#[test]
fn fault_34_what_is_no_file_of_ours_is_told_apart() {
    let other = "This file was not written by this page: its first line should begin with {\"event-diary\":1\n";
    for text in [
        "{}",
        "[]",
        "null",
        "{\n  \"name\": \"package\",\n  \"version\": \"1.0.0\"\n}",
        "date,amount\n2026-01-01,5.00\n",
        "<!DOCTYPE html><title>Not found</title>",
        r#"[1,0,"deposited",{"account":"everyday","cents":1},"00000000"]"#,
        r#"[{"event-diary":1,"kind":"bank"}]"#,
        r#"{"event-diary":1,"kind":"bank""#,
        "\"event-diary\"",
    ] {
        assert_eq!(said(text), other, "{text}");
        assert_eq!(kind_of(text).unwrap_err().to_string(), other, "{text}");
    }
    for text in ["", "\n\n", " \r\n", "\u{feff}"] {
        assert_eq!(said(text), "The file is empty.\n", "{text:?}");
    }
    let newer = "Line 1: A newer version of this page wrote the file (format 2). Reload the page, and try again.\n";
    assert_eq!(said(r#"{"event-diary":2,"pages":[]}"#), newer);
    assert_eq!(
        said("{\"event-diary\":0}"),
        "Line 1: This page knows no files of the version “0”.\n"
    );
    for version in ["null", "\"1\"", "-1", "1.5", "[]"] {
        let words = said(&format!(r#"{{"event-diary":{version},"kind":"bank"}}"#));
        assert!(words.contains("This page knows no files of the version"), "{version}");
    }
    assert!(
        said("{\"event-diary\":1}")
            .starts_with("Line 1: The line can’t be read (missing field `kind`")
    );
    let words = said(r#"{"event-diary":1,"kind":"order"}"#);
    assert_eq!(words, "Line 1: The file holds a diary of another kind: “order”, not “bank”.\n");
}

#[test]
fn fault_34_utf_16_and_bytes_that_are_no_text() {
    let utf_16 =
        |bytes: fn(u16) -> [u8; 2]| BANK.encode_utf16().flat_map(bytes).collect::<Vec<_>>();
    let words = "The file is written in UTF-16. Save it as UTF-8 in the program that wrote it, and try again.\n";
    for (mark, bytes) in
        [([0xff, 0xfe], utf_16(u16::to_le_bytes)), ([0xfe, 0xff], utf_16(u16::to_be_bytes))]
    {
        assert_eq!(said_of(&bytes), words, "without a mark");
        assert_eq!(said_of(&[&mark[..], &bytes].concat()), words);
    }
    let mut bytes = BANK.as_bytes().to_vec();
    let at = BANK.len() / 2;
    bytes[at] = 0xff;
    let line = BANK[..at].lines().count();
    let words = format!("Line {line}: There is something in the line that is not text (UTF-8).\n");
    assert_eq!(said_of(&bytes), words);
}

#[test]
fn fault_34_a_mark_in_front_and_other_line_ends_do_no_harm() {
    let mark = format!("\u{feff}{BANK}");
    let windows = BANK.replace('\n', "\r\n");
    let spaced = BANK.replace('\n', "\n\n");
    let no_end = BANK.trim_end().to_owned();
    for text in [mark, windows, spaced, no_end] {
        let text = text_of(text.as_bytes()).unwrap();
        assert_eq!(import::<bank::Event>("bank", text).unwrap().diary, course::course().bank);
    }
}

#[test]
fn fault_34_a_part_of_a_file_is_refused() {
    // Whatever is missing at its end. The last two lines are only what was set aside.
    let ends: Vec<_> = BANK.match_indices('\n').map(|(at, _)| at).collect();
    for length in 0..ends[11] {
        let words = said_of(&BANK.as_bytes()[..length]);
        assert!(!words.is_empty());
    }
    let words = said(&BANK[..=ends[5]]);
    assert_eq!(
        words,
        "The first line says that there are 11 entries, but there are 5 entries. Part of the \
         file is missing, or is there twice.\n"
    );
    let words = said(&BANK[..ends[5] - 3]);
    assert!(words.starts_with("Line 6: The line is cut off"), "{words}");
    assert!(said(&BANK[ends[0] + 1..]).starts_with("This file was not written"));
    for line in 2..=12 {
        let words = said(&without(line));
        let missing =
            format!("Line {line}: Entry {} should stand here, but it is entry {line}.", line - 1);
        assert!(line == 12 || words.starts_with(&missing), "{words}");
        assert!(words.contains("but there are 10 entries."), "{words}");
        assert!(words.lines().count() <= 2, "what follows from it is not said again: {words}");
    }
}

#[test]
fn fault_34_what_is_there_twice_is_refused() {
    let words = said(&BANK.repeat(2));
    assert!(words.contains("Line 15: Another diary begins here. A file holds one."), "{words}");
    let lines: Vec<_> = BANK.lines().collect();
    for at in 1..=11 {
        let mut twice = lines.clone();
        twice.insert(at, lines[at]);
        let words = said(&twice.join("\n"));
        let expected =
            format!("Line {}: Entry {} should stand here, but it is entry {at}.", at + 2, at + 1);
        assert!(words.starts_with(&expected), "{words}");
    }
    for (swapped, with) in [(1, 2), (5, 9)] {
        let mut other = lines.clone();
        other.swap(swapped, with);
        assert!(said(&other.join("\n")).contains("should stand here"));
    }
}

#[test]
fn fault_34_each_changed_line_is_named() {
    let lines: Vec<_> = BANK.lines().collect();
    for at in 1..=11 {
        let mut changed = lines.clone();
        let text = lines[at].replacen("00", "01", 1);
        assert_ne!(text, lines[at]);
        changed[at] = &text;
        let words = said(&changed.join("\n"));
        assert!(words.starts_with(&format!("Line {}: ", at + 1)), "{words}");
        assert!(words.lines().count() <= 2, "{words}");
    }
    let other = BANK.replacen("f36f5b69", "f36f5b60", 1);
    assert!(
        said(&other)
            .starts_with("The fingerprint in the first line is not that of the last entry.")
    );
    let titled = |length: usize| {
        let start = BANK.find("Rent").unwrap();
        let end = BANK.find("\",\"created").unwrap();
        format!("{}{}{}", &BANK[..start], "ü".repeat(length), &BANK[end..])
    };
    assert!(import::<bank::Event>("bank", &titled(200)).is_ok());
    let words = "Line 1: The title has 201 characters. At most 200 are allowed.\n";
    assert_eq!(said(&titled(201)), words);
}

#[test]
fn fault_34_what_was_set_aside_has_one_shape() {
    for (line, words) in [
        (r#"{"set aside":"broken/1/00000"}"#, "can’t be read"),
        (r#"{"text":"x"}"#, "can’t be read"),
        (r#"{"set aside":"broken/1/00000","text":"x","more":1}"#, "can’t be read"),
        (r#"{"set aside":"broken/1/00000","text":"\x"}"#, "can’t be read"),
        (r#"{"set aside":"broken/1/00000","text":["x"]}"#, "not a text"),
        (r#"{"set aside":"broken/1/00000","text":null}"#, "not a text"),
        (r#"{"set aside":"0000","text":"x"}"#, "where this was set aside"),
        (r#"{"set aside":"metal","text":"x"}"#, "where this was set aside"),
        (r#"{"set aside":"broken/","text":"x"}"#, "where this was set aside"),
        (r#"{"set aside":"broken/\n","text":"x"}"#, "where this was set aside"),
        (r#"[12,1772323140000,"withdrawn",{},"00000000"]"#, "All entries come first"),
        ("x", "All entries come first"),
    ] {
        let words_said = said(&format!("{BANK}{line}\n"));
        assert!(words_said.starts_with("Line 15: ") && words_said.contains(words), "{words_said}");
    }
}

#[test]
fn fault_34_a_line_has_one_way_to_say_it() {
    for line in [
        r#"[1, 0,"account_opened",{"account":"everyday","owner":"Ana"}]"#,
        r#"[1,0,"account_opened",{"owner":"Ana","account":"everyday"}]"#,
        r#"[1,0,"account_opened",{"account":"everyday","owner":"\u0041na"}]"#,
        r#"[1,0,"account_opened",["everyday","Ana"]]"#,
    ] {
        let words = said(&file(&[line]));
        assert_eq!(words, "Line 2: This page would write the line in another way.\n");
    }
}

#[test]
fn fault_34_twenty_problems_are_listed_and_the_rest_counted() {
    let text = format!("{HEADER}\n{}", "x\n".repeat(50));
    let report = import::<bank::Event>("bank", &text).unwrap_err();
    assert_eq!((report.problems.len(), report.more), (20, 30));
    let first = Problem { line: Some(2), words: "This is not a line of a diary.".into() };
    assert_eq!(report.problems[0], first);
    assert!(
        report.to_string().ends_with("Line 21: This is not a line of a diary.\nAnd 30 more.\n")
    );
}

#[test]
fn fault_43_a_rescued_file_has_what_the_page_could_not_set_aside() {
    // The rescue page writes each line that can't be read as it found it.
    let rescued = [
        r#"{"set aside":"00000","text":"[12,17"}"#,
        r#"{"set aside":"00000","text":"\ud83e"}"#,
        r#"{"set aside":"meta","text":"{"}"#,
        r#"{"set aside":"broken/1/00000","text":"twice"}"#,
    ];
    let text = format!("{BANK}{}\n", rescued.join("\n"));
    let found = import::<bank::Event>("bank", &text).unwrap();
    let places: Vec<_> = found.set_aside.iter().map(|(place, _)| place.as_str()).collect();
    assert_eq!(places[2..], ["00000", "00000", "meta", "broken/1/00000"]);
    assert_eq!(found.set_aside[3].1, r#""\ud83e""#);
}

/// What a file says of itself is said back with the noun that fits.
#[test]
fn entries_of_a_file_are_counted_in_words() {
    let one = file(&[r#"[1,1767603600000,"account_opened",{"account":"everyday","owner":"Ana"}]"#]);
    let two = one.replacen("\"kind\":\"bank\"", "\"kind\":\"bank\",\"entries\":2", 1);
    let none = format!("{}\n", HEADER.replacen('}', ",\"entries\":1}", 1));
    for (text, words) in [
        (two, "there are 2 entries, but there is 1 entry."),
        (none, "there is 1 entry, but there are 0 entries."),
    ] {
        let said = said(&text);
        assert!(said.contains(words), "{said}");
    }
}
