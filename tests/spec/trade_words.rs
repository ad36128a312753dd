//! Engineers’ words: every text of the page says the trade’s word for each thing, and nothing that somebody typed is
//! taken for a word of ours. All texts are written to `target/trade-words.txt`, for whoever reads them next.

use std::{collections::BTreeSet, fs, path::Path};

use course::GLOSSARY;
use english::trade::in_trade_words;
use examples::shown;

use crate::plain_words::{all_said, spaced};

#[test]
fn a_sentence_in_the_trades_words() {
    for (everyday, trade) in [
        ("A refused request leaves no entry.", "A rejected command leaves no event."),
        ("The diary keeps every entry.", "The event stream keeps every event."),
        ("A diary, a saved sum", "An event stream, an aggregate snapshot"),
        ("Write a late entry", "Write a backdated event"),
        ("A rule says no to a REQUEST.", "An invariant says no to a Command."),
        ("Read up to entry 9 of 11.", "Position 9 of 11."),
        ("the diary’s last entry", "the event stream’s last event"),
        ("The snapshot doesn’t know.", "The current state doesn’t know."),
        ("Event Diary", "Event Diary"),
        ("The Diary", "The event stream"),
        ("Changed: ", "updated_at "),
        ("Reentry, a reporter and copyright", "Reentry, a reporter and copyright"),
        ("That takes a moment.", "That takes a moment."),
        ("", ""),
    ] {
        assert_eq!(in_trade_words(everyday), trade);
    }
}

/// Names with words of the page in them, and with letters beside them that are more than one byte.
#[test]
fn what_somebody_typed_stays() {
    for name in [
        "Entry",
        "my diary",
        "a copy of the report",
        "Éntry entry",
        "السلام entry",
        "moment\u{202e}",
    ] {
        let name = shown(name);
        for text in [
            name.clone(),
            format!("“{name}” is refused"),
            format!("Item added: {name}, 3.00"),
            format!("{name} and {name}: an entry"),
        ] {
            let told = in_trade_words(&text);
            let names = text.matches(name.as_str()).count();
            assert_eq!(told.matches(name.as_str()).count(), names, "{text:?} became {told:?}");
            assert_eq!(told.contains("event"), text.contains("an entry"), "{told}");
        }
    }
    assert_eq!(shown("Mug"), "Mug");
}

#[test]
fn the_glossary_says_what_the_page_says() {
    for term in GLOSSARY {
        // These are names of ways, and stand beside the titles of their chapters.
        let is_way = matches!(
            term.everyday,
            "two at once" | "said twice" | "done again by mistake" | "forget a person"
        );
        let told = in_trade_words(term.everyday);
        match term.everyday {
            "read up to entry 9" => assert_eq!(told, "position 9"),
            "true on, known on" => assert_eq!(told, "valid on, recorded on"),
            "seal" => assert_eq!(told, "hash"),
            "old form" => assert_eq!(told, "old event version"),
            _ if is_way => assert_eq!(told, term.everyday),
            _ => assert_eq!(told, term.trade),
        }
    }
}

/// No everyday word is left that has one of the trade, but where it means something else.
#[test]
fn no_text_is_said_in_both() {
    let mut told = BTreeSet::new();
    let mut wrong = Vec::new();
    for (place, text) in all_said() {
        let words = in_trade_words(&text).into_owned();
        told.insert(format!("{place}: {words}\n"));
        let mut rest = spaced(&words);
        for phrase in STAYS {
            rest = rest.replace(&format!(" {phrase} "), " … ");
        }
        let left: Vec<_> =
            EVERYDAY.iter().filter(|word| rest.contains(&format!(" {word} "))).collect();
        if !left.is_empty() {
            wrong.push(format!("{place}: {left:?} in {words}"));
        }
        for (article, vowels) in [("a", true), ("an", false)] {
            let follows = |next: &str| next.starts_with(['a', 'e', 'i', 'o']) == vowels;
            let all: Vec<_> = words.split(' ').collect();
            for pair in all.windows(2) {
                if pair[0].eq_ignore_ascii_case(article) && follows(&pair[1].to_lowercase()) {
                    wrong.push(format!("{place}: “{} {}” in {words}", pair[0], pair[1]));
                }
            }
        }
    }
    let target = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target");
    fs::create_dir_all(&target)
        .and_then(|()| {
            fs::write(target.join("trade-words.txt"), told.into_iter().collect::<String>())
        })
        .unwrap();
    assert!(wrong.is_empty(), "{}: {wrong:#?}", wrong.len());
}

/// Words that the trade has others for.
const EVERYDAY: &[&str] = &[
    "entry", "entries", "diary", "diaries", "request", "requests", "refuse", "refused", "refusal",
    "report", "reports", "copy", "copies", "seal", "seals", "rule", "rules", "moment", "moments",
];

/// Where they mean something else: a rule that is no invariant, a time of the day.
const STAYS: &[&str] = &[
    "business rule",
    "business rules",
    "strict rules",
    "takes a moment",
    "moment of reading",
    "such a moment",
    "same moment her",
    "date is one moment",
    "day is not one moment",
    "about the same moment",
];
