//! The glossary: each pair of words once, in one short sentence, and a place where it can be pressed.

use std::collections::BTreeSet;

use course::{GLOSSARY, Term, chapter};

#[test]
fn each_word_stands_once_with_one_short_sentence() {
    let everyday: BTreeSet<_> = GLOSSARY.iter().map(|term| term.everyday).collect();
    let trade: BTreeSet<_> = GLOSSARY.iter().map(|term| term.trade).collect();
    assert_eq!((everyday.len(), trade.len()), (GLOSSARY.len(), GLOSSARY.len()));
    for term in GLOSSARY {
        assert!(term.sentence.ends_with(['.', '”']), "{}", term.sentence);
        assert!(term.sentence.split(' ').count() <= 14, "{}", term.sentence);
        assert_eq!(term.sentence.matches(". ").count(), 0, "{}", term.sentence);
    }
}

/// Each word has an address of its own, beside that of the marks.
#[test]
fn each_word_has_an_address() {
    let slugs: Vec<_> = GLOSSARY.iter().map(Term::slug).collect();
    let all: BTreeSet<_> = slugs.iter().map(String::as_str).chain(["marks", ""]).collect();
    assert_eq!(all.len(), slugs.len() + 2, "{slugs:?}");
    for slug in ["late-entry", "true-on-known-on", "read-up-to-entry-9"] {
        assert!(all.contains(slug), "{slug}");
    }
    let is_plain = |slug: &String| slug.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    assert!(slugs.iter().all(is_plain), "{slugs:?}");
}

#[test]
fn show_me_leads_to_what_is_there() {
    for term in GLOSSARY {
        let (place, rest) = term
            .link
            .strip_prefix("#/")
            .unwrap()
            .split_once('/')
            .unwrap_or((term.link.trim_start_matches("#/"), ""));
        if place == "learn" {
            assert!(chapter(rest).is_some(), "{}", term.link);
        } else {
            assert!(examples::EXAMPLES.iter().any(|it| it.kind == place), "{}", term.link);
            assert!(["", "readings", "what-if", "clocks", "touched"].contains(&rest), "{rest}");
        }
    }
}
