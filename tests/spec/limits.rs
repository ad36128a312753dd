//! Faults 30 to 33 at an import: too large, too deep, numbers at the edges, and what is packed.

use examples::{Money, bank};
use storage::{Import, LARGEST_FILE, MOST_ENTRIES, kind_of};

use crate::{
    files::import,
    imports::{HEADER, file, said, said_of},
    judge::balances_are_those_of_a_plain_model,
};

fn deposit(cents: &str) -> String {
    file(&[
        r#"[1,0,"account_opened",{"account":"everyday","owner":"Ana"}]"#,
        &format!(r#"[2,0,"deposited",{{"account":"everyday","cents":{cents}}}]"#),
    ])
}

#[test]
fn fault_30_a_large_file_is_refused_before_it_is_read() {
    // Nothing of it is looked at: it would be refused for its first byte otherwise.
    let large = vec![b'x'; LARGEST_FILE + 1];
    let words = "The file is too large: at most 64 MB can be read.\n";
    assert_eq!(said_of(&large), words);
    let text = "x".repeat(LARGEST_FILE + 1);
    assert_eq!(said(&text), words);
    assert_eq!(kind_of(&text).unwrap_err().to_string(), words);
    // One byte less is looked at.
    assert!(said_of(&large[1..]).starts_with("This file was not written by this page"));
}

#[test]
fn fault_30_more_entries_than_allowed_are_refused() {
    let counted = format!(r#"{{"event-diary":1,"kind":"bank","entries":{}}}"#, MOST_ENTRIES + 1);
    assert!(said(&counted).starts_with("Line 1: The line says that there are 1000001 entries."));
    let mut text = format!("{HEADER}\n");
    text += &"[]\n".repeat(MOST_ENTRIES + 5);
    let mut import = Import::<bank::Event>::of("bank", &text);
    while import.read_on(10_000) {}
    let report = import.finish().unwrap_err();
    assert_eq!((report.problems.len(), report.more), (20, MOST_ENTRIES - 20 + 1));
}

#[test]
fn fault_31_depth_does_not_overflow_the_stack() {
    for depth in [127, 128, 129, 1_000_000] {
        let (open, close) = ("[".repeat(depth), "]".repeat(depth));
        let objects = r#"{"a":"#.repeat(depth);
        let nested = format!("{open}{close}");
        for bad in [
            open.clone(),
            objects.clone(),
            format!("{HEADER}\n{open}"),
            format!("{HEADER}\n{objects}"),
            format!("{HEADER}\n{nested}"),
            format!("{HEADER}\n{open},\"00000000\"]"),
            file(&[&format!(r#"[1,0,"deposited",{nested}]"#)]),
            file(&[&format!(r#"[1,0,"deposited",{{"cents":{nested}}}]"#)]),
            format!(r#"{{"event-diary":1,"kind":"bank","also":{nested}}}{open}"#),
            format!("{HEADER}\n{{\"set aside\":\"broken/1/0\",\"text\":{nested}}}"),
            format!("{{\"event-diary\":{nested}}}"),
        ] {
            assert!(!said(&bad).is_empty(), "{depth}");
            let _any_answer = kind_of(&bad);
        }
    }
}

#[test]
fn fault_32_numbers_that_are_no_amounts_are_refused() {
    assert!(import::<bank::Event>("bank", &deposit("1")).is_ok());
    assert!(import::<bank::Event>("bank", &deposit("1000000000000")).is_ok());
    for cents in [
        "1e400",
        "-1e400",
        "1e2",
        "0.5",
        "50.0",
        "-0.0",
        "null",
        "\"1\"",
        "9007199254740993",
        "9223372036854775807",
        "9223372036854775808",
        "1000000000001",
        "-1000000000001",
    ] {
        let words = said(&deposit(cents));
        assert!(words.starts_with("Line 3: "), "{cents}: {words}");
    }
    let words = said(&deposit("1000000000001"));
    assert!(words.contains("an amount is at most 10,000,000,000.00"), "{words}");
}

#[test]
fn fault_32_sums_of_what_is_imported_never_overflow() {
    let cents = Money::MAX.in_cents();
    let opening = r#"[1,0,"account_opened",{"account":"everyday","owner":"Ana"}]"#.to_owned();
    let deposits = (2..=300)
        .map(|at| format!(r#"[{at},0,"deposited",{{"account":"everyday","cents":{cents}}}]"#));
    let entries: Vec<_> = std::iter::once(opening).chain(deposits).collect();
    let text = file(&entries.iter().map(String::as_str).collect::<Vec<_>>());
    let found = import::<bank::Event>("bank", &text).unwrap();
    balances_are_those_of_a_plain_model(&found.diary);
}

#[test]
fn fault_32_times_and_numbers_at_the_edges() {
    let at =
        |ms: &str| file(&[&format!(r#"[1,{ms},"deposited",{{"account":"everyday","cents":1}}]"#)]);
    for ms in ["0", "253402300799999"] {
        assert!(import::<bank::Event>("bank", &at(ms)).is_ok(), "{ms}");
    }
    for ms in
        ["-1", "253402300800000", "1e400", "0.5", "9223372036854775808", "-9223372036854775808"]
    {
        assert!(said(&at(ms)).starts_with("Line 2: "), "{ms}");
    }
    let numbered = |number: &str| {
        let next = r#"[2,0,"deposited",{"account":"everyday","cents":1}]"#;
        said(&file(&[
            &format!(r#"[{number},0,"deposited",{{"account":"everyday","cents":1}}]"#),
            next,
        ]))
    };
    for number in ["0", "2", "18446744073709551615", "18446744073709551616", "-1", "1.0", "1e0"] {
        assert!(numbered(number).starts_with("Line 2: "), "{number}");
    }
    let backwards = file(&[
        r#"[1,5,"account_opened",{"account":"everyday","owner":"Ana"}]"#,
        r#"[2,4,"deposited",{"account":"everyday","cents":1}]"#,
    ]);
    assert_eq!(said(&backwards), "Line 3: The entry is older than the one above it.\n");
    for created in ["-1", "253402300800000", "9223372036854775807"] {
        let text = format!(r#"{{"event-diary":1,"kind":"bank","created":{created}}}"#);
        assert!(said(&text).contains("not in the years 1970 to 9999"), "{created}");
    }
}

#[test]
fn fault_33_a_compressed_bomb_is_not_unpacked() {
    // An import takes plain text only, so there is nothing that could grow: what is compressed is
    // refused by its first bytes, and what is large by its length.
    for packed in [&b"\x1f\x8b\x08\0\0\0\0\0"[..], b"PK\x03\x04\x14\0\0\0", b"PK\x03\x04"] {
        assert_eq!(said_of(packed), "The file is compressed. Unpack it first, and try again.\n");
    }
}
