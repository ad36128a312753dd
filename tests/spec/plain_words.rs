//! One everyday word for one thing, and sentences that are read once: over every text of the course, and
//! what the examples say over their stories.
//!
//! The words are *entry*, *request*, *snapshot*, *report*, *saved sum* and *seal*. The twenty longest
//! sentences are written to `target/longest-sentences.txt`, for whoever reads the texts next.

use std::{collections::BTreeSet, fs, path::Path};

use course::{chapters, demo::Look, texts};

use crate::examples_words::{Said, said_by_examples};

/// The most words that a sentence may have, and that all of them may have on the average.
const MOST: usize = 28;
const AVERAGE: usize = 20;

/// Words that are not said, with the places where they are, and why they may be.
const FORBIDDEN: &[(&str, &[(&str, &str)])] = &[
    ("wish", &[]),
    ("wishes", &[]),
    ("wished", &[]),
    ("granted", &[]),
    ("bench", &[]),
    ("workbench", &[]),
    ("notebook", &[]),
    ("notebooks", &[]),
    ("ink", &[]),
    ("letter", &[]),
    ("letters", &[]),
    ("photo", &[("a1/tell", "the picture that explains the snapshot, once")]),
    ("photos", &[]),
    ("pencil", &[("b1/", "the picture that explains it, once in the story and once in the demo")]),
    ("pen", &[("b1/demo", "the picture that explains it")]),
    ("mail", &[]),
    ("mails", &[]),
    ("bookmark", &[]),
    ("checkpoint", &[]),
    ("link", &[]),
    ("links", &[]),
    ("chain", &[("c5/title trade", "the trade’s word"), ("c5/trade", "the trade’s word")]),
    ("signs", &[]),
    ("fact", &[]),
    ("facts", &[]),
    (
        "event",
        &[
            ("trade", "the trade’s word"),
            ("a6/reveal", "what it is all called"),
            ("example", "what it is all called"),
        ],
    ),
    ("events", &[]),
    ("log", &[("c7/misconception", "what people say who do it")]),
    ("reading of", &[]),
    ("a reading", &[]),
    ("each reading", &[]),
    ("the reading", &[]),
    ("readings", &[]),
    ("row", &[]),
    ("rows", &[("c4/reveal", "those of a table in a database")]),
    (
        "line",
        &[
            ("c4/because", "of the stored text"),
            ("c4/demo", "of the stored text"),
            ("c5/tell", "of the stored text"),
            ("c5/demo", "of the stored text"),
        ],
    ),
    ("lines", &[("c4/demo", "of the stored text")]),
    (
        "page",
        &[
            ("see also", "the web page"),
            ("c8/", "a settings page, and a page of a blog"),
            ("system", "a settings page, and a page of a blog"),
        ],
    ),
    ("pages", &[("a3/hint 3", "the pages of a book, as a picture")]),
    ("copy", &[("b2/", "the copy in which one entry is different"), ("B/purpose", "the same")]),
    ("copies", &[]),
    ("to the letter", &[]),
    ("no ink", &[]),
    ("saw it coming", &[]),
];

/// Every text of the course, what the demos say when their buttons are pressed one after the other, and
/// what the examples say.
pub(crate) fn all_said() -> Vec<Said> {
    let mut said: Vec<Said> =
        texts().into_iter().map(|text| (text.place, text.words.to_owned())).collect();
    for chapter in chapters() {
        let Some(demo) = chapter.stage.demo else { continue };
        let mut demo = demo.open([7; 32]);
        let mut add = |words: String| said.push((format!("{}/demo", chapter.id), words));
        // Once in their order and once more, so that what a second press says is heard too.
        for button in (0..demo.actions().len()).cycle().take(2 * demo.actions().len()) {
            demo.press(button);
            demo.actions().iter().filter_map(|it| it.why_not).for_each(|it| add(it.to_owned()));
            for side in demo.sides() {
                add(side.said);
                for note in side.notes.into_iter().filter(|note| note.look != Look::Stored) {
                    add(note.words);
                    add(note.wrong);
                }
                for fact in side.facts {
                    add(fact.label.to_owned());
                    add(fact.value);
                }
            }
        }
    }
    said.extend(said_by_examples());
    let distinct: BTreeSet<_> = said.into_iter().filter(|(_, words)| !words.is_empty()).collect();
    distinct.into_iter().collect()
}

/// The words of a text, in small letters and with one blank on each side.
pub(crate) fn spaced(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '’').filter(|it| !it.is_empty());
    words.fold(" ".to_owned(), |all, word| all + &word.to_lowercase() + " ")
}

fn sentences(text: &str) -> Vec<String> {
    let mut found = vec![Vec::new()];
    for word in text.split_whitespace() {
        let ends = word.trim_end_matches(['”', '’', ')']).ends_with(['.', '!', '?']);
        if let Some(sentence) = found.last_mut() {
            sentence.push(word);
        }
        if ends {
            found.push(Vec::new());
        }
    }
    found.into_iter().filter(|it| !it.is_empty()).map(|it| it.join(" ")).collect()
}

fn count(sentence: &str) -> usize {
    sentence.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}

#[test]
fn one_word_for_one_thing() {
    let said = all_said();
    let mut wrong = Vec::new();
    for (word, except) in FORBIDDEN {
        let inside = format!(" {word} ");
        for (place, words) in said.iter().filter(|(_, words)| spaced(words).contains(&inside)) {
            let may_be = except.iter().any(|(where_it_may, _)| place.contains(where_it_may));
            if !may_be {
                wrong.push(format!("{place} says “{word}”: {words}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong words: {wrong:#?}", wrong.len());
}

/// An exception that nothing needs any more is taken out.
#[test]
fn no_exception_is_idle() {
    let said = all_said();
    for (word, except) in FORBIDDEN {
        for (at, why) in *except {
            let needs = |(place, words): &Said| {
                place.contains(at) && spaced(words).contains(&format!(" {word} "))
            };
            assert!(said.iter().any(needs), "“{word}” is said nowhere in {at} ({why})");
        }
    }
}

#[test]
fn no_sentence_above_28_words() {
    let said = all_said();
    let mut all: Vec<(usize, String)> = Vec::new();
    for (place, words) in &said {
        let of_place = |sentence: String| (count(&sentence), format!("{place}: {sentence}"));
        all.extend(sentences(words).into_iter().map(of_place));
    }
    all.sort_by(|one, other| other.cmp(one));
    let longest: Vec<_> = all
        .iter()
        .take(20)
        .map(|(words, sentence)| format!("{words} words, {sentence}\n"))
        .collect();
    let target = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target");
    fs::create_dir_all(&target)
        .and_then(|()| fs::write(target.join("longest-sentences.txt"), longest.concat()))
        .unwrap();
    let too_long: Vec<_> = all.iter().filter(|(words, _)| *words > MOST).collect();
    assert!(too_long.is_empty(), "{too_long:#?}");
    let words: usize = all.iter().map(|(words, _)| words).sum();
    assert!(words <= AVERAGE * all.len(), "{words} words in {} sentences", all.len());
}

/// Beside the title of each chapter stands what the trade calls it: one, and not the title again.
#[test]
fn every_chapter_has_its_trade_word() {
    let mut seen = BTreeSet::new();
    for chapter in chapters() {
        let (title, trade) = (chapter.title, chapter.trade);
        assert!(!trade.trim().is_empty() && count(trade) <= 5, "{}: “{trade}”", chapter.id);
        assert!(!trade.ends_with('.') && trade.to_lowercase() != title.to_lowercase(), "{title}");
        assert!(seen.insert(trade), "“{trade}” stands beside two titles");
    }
}

#[test]
fn sentences_are_counted_as_they_are_read() {
    let text = "There is 490.00 in Everyday. “Withdraw!” is a request. Is 10,000.00 more?";
    assert_eq!(sentences(text).iter().map(|it| count(it)).collect::<Vec<_>>(), [5, 1, 3, 3]);
    assert_eq!(spaced("A “saved sum”: don’t"), " a saved sum don’t ");
}
