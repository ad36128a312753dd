//! Every byte of a stored diary counts: changed, cut off, or replaced by something else.

use course::course;
use diary::FormatError;
use examples::bank;
use storage::StoredDiary;

use crate::mirror::{
    Fact, META, linked, mirror_with, open, open_damaged, repair_loses_nothing, shelved, stored_of,
    with,
};

/// Changed text is noticed, what comes before it is kept, and a repair loses nothing.
///
/// The record is not part of the chain. A change to it may pass when the diary is the same.
#[track_caller]
fn is_noticed<E: Fact>(whole: &StoredDiary<E>, key: &str, text: String, judge_repair: bool) {
    let damaged = with(&shelved(whole), key, text);
    let opened = open::<E>(&damaged);
    let kept = opened.stored.diary().entries();
    assert_eq!(kept, whole.diary().until(kept.len()), "a good prefix of it");
    match opened.damage {
        None => {
            assert_eq!(key, META, "a changed segment is noticed");
            assert_eq!(opened.stored.diary(), whole.diary());
            assert_eq!(opened.stored.fingerprint(), whole.fingerprint());
        }
        Some(damage) if damage.repair.is_empty() => {
            assert!(matches!(damage.why, FormatError::Newer(_)), "{:?}", damage.why);
        }
        Some(_) if judge_repair => repair_loses_nothing::<E>(&damaged),
        Some(_) => {}
    }
}

fn each_byte_changed<E: Fact>(whole: &StoredDiary<E>) {
    for (key, text) in shelved(whole) {
        for at in 0..text.len() {
            for new in [text.as_bytes()[at] ^ 1, b'0', b' ', b'\n', b'|'] {
                let mut bytes = text.clone().into_bytes();
                if std::mem::replace(&mut bytes[at], new) != new {
                    let changed = String::from_utf8(bytes).unwrap();
                    is_noticed(whole, &key, changed, new == b'0');
                }
            }
        }
    }
}

fn each_truncation<E: Fact>(whole: &StoredDiary<E>) {
    for (key, text) in shelved(whole) {
        for length in 0..text.len() {
            is_noticed(whole, &key, text[..length].to_owned(), true);
        }
    }
}

#[test]
fn fault_16_each_byte_of_a_small_diary_counts() {
    each_byte_changed(&stored_of(&course().bank));
    each_byte_changed(&stored_of(&course().order));
}

#[test]
fn fault_17_each_truncation_is_noticed() {
    each_truncation(&stored_of(&course().bank));
    each_truncation(&stored_of(&course().order));
}

#[test]
fn fault_17_text_that_is_no_diary_is_set_aside() {
    let whole = stored_of(&course().bank);
    let texts = [
        "null",
        "{}",
        "[]",
        "|",
        "\n",
        "\n\n",
        "|00000000\n",
        "\0",
        "\u{FEFF}",
        "[1,0,\"x\",{}]|\n",
        "\"\\ud800\"",
        "<html>Not found</html>",
        "undefined",
        "[object Object]",
    ];
    let lone_surrogate =
        linked(&[r#"[1,0,"account_opened",{"account":"everyday","owner":"\ud800"}]"#]);
    let texts = texts.map(str::to_owned).into_iter().chain(["[".repeat(1_000_000)]);
    for text in texts {
        for key in shelved(&whole).keys() {
            is_noticed(&whole, key, text.clone(), true);
        }
        let (stored, damage) = open_damaged::<bank::Event>(&mirror_with(&text));
        assert!(stored.diary().is_empty(), "{:?}", damage.why);
    }
    // Nobody has written this event, and nothing can be made of it; but no panic either.
    assert_eq!(open_damaged::<bank::Event>(&mirror_with(&lone_surrogate)).1.stops_after, 0);
}
