//! A link can be checked without this program: the commands that the page shows make the same one.

use std::{
    io::Write,
    process::{Command, Stdio},
};

use course::course;
use diary::{ByHand, ChainHash, ChainReport, Diary};
use examples::{
    Money,
    bank::{Account, Event},
    order,
};
use proptest::{collection::vec, prelude::*};

use crate::{mirror::begun, random::check, touched::text_of, true_days::late_letter};

/// What a program says on its standard output. A machine without the program can't tell whether the
/// command is right, so that is no success.
#[track_caller]
fn run(program: &str, arguments: &[&str], input: &str) -> String {
    let started = Command::new(program)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let mut started = started.unwrap_or_else(|why| panic!("this test needs `{program}`: {why}"));
    started.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    let done = started.wait_with_output().unwrap();
    let errors = String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success(), "`{program}` failed: {errors}\n{input}");
    String::from_utf8(done.stdout).unwrap()
}

/// Both commands make this very link.
#[track_caller]
fn both_make_it(by_hand: &ByHand) {
    let whole = by_hand.link.whole();
    // Given as an argument, as it is typed; `sh` is the plainest shell that there is.
    let said = run("sh", &["-c", &by_hand.sha256sum()], "");
    assert_eq!(said.split_whitespace().next(), Some(&*whole), "{}", by_hand.sha256sum());
    let said = run("python3", &["-"], &by_hand.python());
    assert_eq!(said.trim(), whole, "{}", by_hand.python());
}

const ODD: [&str; 12] = [
    "it's Ana's",
    "say \"hello\"",
    "a\\b\\\\c\\n\\x41\\101",
    "Jürgen Müßig",
    "👩‍👩‍👧 🫖",
    "$HOME ${PATH} $(echo hacked)",
    "`echo hacked`",
    "100 %s %d %%",
    "a|b & c; d > e < f # g ! h *",
    "'\\''",
    "\"\"\"'''",
    "\u{202E}gnp.exe\u{7f}",
];

fn odd_diary() -> Diary<order::Event> {
    let mut diary = Diary::default();
    diary.append(begun(), [order::Event::OrderCreated { number: "A-1".into() }]);
    for name in ODD {
        let added =
            order::Event::ItemAdded { name: name.into(), price: Money::cents(5), quantity: 1 };
        diary.append(begun(), [added]);
    }
    diary
}

#[test]
fn both_commands_make_the_link_of_an_entry() {
    let odd = text_of(&odd_diary());
    let late = text_of(&late_letter());
    let stored = [(&odd, 1..=13), (&late, 1..=2), (&late, 12..=12)];
    for (text, entries) in stored {
        let links = ChainReport::of(text);
        for entry in entries {
            let by_hand = ByHand::of(text, entry).unwrap();
            assert_eq!(by_hand.link, links.links()[entry - 1]);
            // The line has the text, a bar, and the first 8 characters of the link.
            let line = text.lines().nth(entry - 1).unwrap();
            assert_eq!(line, format!("{}|{}", by_hand.text, &by_hand.link.whole()[..8]));
            both_make_it(&by_hand);
        }
    }
}

/// Text that no diary writes is quoted too: the copy can be anything.
#[test]
fn both_commands_make_the_link_of_any_text() {
    for text in ODD.into_iter().chain(["", "'", "-n", "\t", "{}", "[1,\u{e9}]", "a\rb"]) {
        let before = ChainHash::default().next(text);
        both_make_it(&ByHand { before, text: text.into(), link: before.next(text) });
    }
}

#[test]
fn there_is_a_link_for_each_entry_and_for_nothing_else() {
    let text = text_of(&course().bank);
    assert_eq!(ByHand::of(&text, 0), None);
    assert_eq!(ByHand::of(&text, 12), None);
    assert_eq!(ByHand::of("", 1), None);
    let first = ByHand::of(&text, 1).unwrap();
    assert_eq!(first.before, ChainHash::default());
    assert_eq!(first.before.whole(), "0".repeat(64));
    let second = ByHand::of(&text, 2).unwrap();
    assert_eq!(second.before, first.link);
}

/// Undoes the quoting by the rules of the shell and of Python, for any text at all.
#[test]
fn any_text_is_quoted_so_that_it_comes_back() {
    check(vec(any::<char>(), 0..20).prop_map(String::from_iter), |text| {
        let before = ChainHash::default();
        let by_hand = ByHand { before, link: before.next(&text), text: text.clone() };
        let shell = by_hand.sha256sum();
        let quoted = shell.split_once("printf '%s' ").unwrap().1;
        let quoted = quoted.strip_suffix("; } | sha256sum").unwrap();
        prop_assert_eq!(unquoted(quoted), text.clone());
        let python = by_hand.python();
        let literal = python.lines().find_map(|line| line.strip_prefix("line = b\"")).unwrap();
        prop_assert!(python.is_ascii());
        prop_assert_eq!(bytes_of(literal.strip_suffix('"').unwrap()), text.into_bytes());
        Ok(())
    });
}

/// A word of a shell: parts between single quotes, and `\'` between those.
fn unquoted(word: &str) -> String {
    let mut text = String::new();
    let mut rest = word;
    while !rest.is_empty() {
        if let Some(after) = rest.strip_prefix("\\'") {
            text.push('\'');
            rest = after;
        } else {
            let (inside, after) = rest.strip_prefix('\'').unwrap().split_once('\'').unwrap();
            text.push_str(inside);
            rest = after;
        }
    }
    text
}

/// The bytes of a literal of Python.
fn bytes_of(literal: &str) -> Vec<u8> {
    let mut signs = literal.bytes();
    let mut bytes = Vec::new();
    while let Some(sign) = signs.next() {
        match sign {
            b'\\' => match signs.next().unwrap() {
                b'x' => {
                    let digits = [signs.next().unwrap(), signs.next().unwrap()];
                    let digits = std::str::from_utf8(&digits).unwrap();
                    bytes.push(u8::from_str_radix(digits, 16).unwrap());
                }
                other => bytes.push(other),
            },
            b'"' => panic!("the literal ends early: {literal}"),
            other => bytes.push(other),
        }
    }
    bytes
}

/// What an owner is called goes into the bank's diary as it was typed.
#[test]
fn the_recipe_holds_for_an_owner_with_any_name() {
    let mut diary = Diary::default();
    for (owner, account) in ODD.into_iter().zip(Account::FIRST.into_iter().cycle()) {
        diary.append(begun(), [Event::AccountOpened { account, owner: owner.to_owned() }]);
    }
    let text = text_of(&diary);
    for entry in [1, 4, ODD.len()] {
        both_make_it(&ByHand::of(&text, entry).unwrap());
    }
}
