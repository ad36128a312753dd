//! The words of the course: short, in their order, and never telling an answer too early.

use std::collections::BTreeSet;

use course::{CHECK, Chapter, Kind, SEE_ALSO, Tool, Transfer, Unit, When, chapters, texts};
use diary::{Entry, project};
use examples::{Amount, Describe, Line, Money, Statement, bank::Bank, order::Order};

use crate::chapters::fields;

fn words_of(text: &str) -> Vec<String> {
    let end = |c: char| !c.is_alphanumeric() && !matches!(c, '.' | ',' | '’' | '-' | '−' | ':');
    let trimmed = |word: &str| word.trim_matches(['.', ',', ':', '’', '-']).to_lowercase();
    text.split(end).map(trimmed).filter(|word| !word.is_empty()).collect()
}

#[test]
fn a_chapter_reads_in_a_minute() {
    for chapter in chapters() {
        let of_chapter = format!("{}/", chapter.id);
        let texts = texts().into_iter().filter(|text| {
            text.place.starts_with(&of_chapter)
                && !text.place.contains("hint")
                && matches!(text.when, When::Before | When::Nearly)
        });
        let count: usize = texts.map(|text| words_of(text.words).len()).sum();
        // 200 words a minute is slow reading.
        assert!((40..=200).contains(&count), "{} has {count} words", chapter.id);
    }
}

/// Words that would give a small number away.
const NUMBER_WORDS: [(i64, &[&str]); 5] = [
    (0, &["0", "none", "zero", "nothing"]),
    (1, &["1", "one", "single"]),
    (2, &["2", "two", "twice", "both"]),
    (3, &["3", "three", "third"]),
    (16, &["16", "sixteen"]),
];

/// How an answer would look if it stood in a text.
fn give_aways(kind: &Kind) -> Vec<String> {
    match kind {
        Kind::Number { unit: Unit::Money, truth, .. } => vec![Money::cents(*truth).to_string()],
        Kind::Number { truth, .. } => {
            let words = NUMBER_WORDS.iter().find(|(number, _)| number == truth);
            words.expect("each count of the course").1.iter().map(ToString::to_string).collect()
        }
        // The words of a choice are shown. Which one is right isn't.
        Kind::Choice { .. } | Kind::Order { .. } => Vec::new(),
        Kind::Curve { truth, .. } => {
            let moved = truth.iter().filter(|cents| **cents != 0);
            moved.map(|cents| Money::cents(*cents).to_string()).collect()
        }
    }
}

#[test]
fn no_text_before_the_commit_tells_the_answer() {
    // The amounts that came in or went out are in the lines, and the curve begins with one.
    let allowed = [("a3", "500.00")];
    let mut told = Vec::new();
    for (chapter, field) in fields() {
        let of_chapter = format!("{}/", chapter.id);
        let texts = texts();
        let before = texts
            .iter()
            .filter(|text| text.place.starts_with(&of_chapter) && text.when == When::Before);
        for text in before {
            for word in give_aways(&field.kind) {
                let given_away = words_of(text.words).contains(&word);
                let allowed = allowed.contains(&(chapter.id, &word));
                if given_away && !allowed {
                    told.push(format!("{}: “{word}” in “{}”", text.place, text.words));
                }
            }
            if let Kind::Choice { choices, .. } = &field.kind {
                for right in choices.iter().filter(|choice| choice.right) {
                    if text.words.contains(right.words) {
                        told.push(format!("{}: “{}”", text.place, right.words));
                    }
                }
            }
        }
    }
    assert!(told.is_empty(), "{told:#?}");
}

/// Everything that the uncovered tools show before the commit, as text.
fn shown_before(chapter: &Chapter) -> Vec<String> {
    fn of<D: Describe>(chapter: &Chapter, entries: &[Entry<D::Event>]) -> Vec<String> {
        let tools = chapter.stage.tools(false);
        let statement: Statement<D> = project(entries);
        let lines: Vec<_> = entries.iter().map(|entry| statement.line(entry)).collect();
        let figures = |line: &Line| -> Vec<String> {
            line.figures.iter().flatten().map(Amount::to_string).collect()
        };
        let mut shown = Vec::new();
        if tools.contains(&Tool::Lines) {
            shown.extend(lines.iter().map(|line| line.what.clone()));
        }
        if tools.contains(&Tool::Snapshot) {
            shown.extend(lines.last().map(figures).unwrap_or_default());
        }
        if tools.contains(&Tool::Figures) {
            shown.extend(lines.iter().flat_map(figures));
        }
        shown
    }
    let bank = chapter.stage.bank().map(|diary| of::<Bank>(chapter, diary.entries()));
    let order = chapter.stage.order().map(|diary| of::<Order>(chapter, diary.entries()));
    [bank, order].into_iter().flatten().flatten().collect()
}

#[test]
fn no_tool_before_the_commit_shows_the_answer() {
    for (chapter, field) in fields() {
        // The lines are numbered and dated, so counts stand there anyway; and whoever adds up the
        // lines for the curve may see its first and its last figure.
        let Kind::Number { unit: Unit::Money, truth, .. } = &field.kind else { continue };
        if *truth == 0 {
            continue;
        }
        let answer = Money::cents(*truth).to_string();
        for shown in shown_before(chapter) {
            assert!(!words_of(&shown).contains(&answer), "{}: {answer} in “{shown}”", chapter.id);
        }
    }
    for chapter in chapters() {
        let before = chapter.stage.tools(false);
        for tool in [Tool::Machine, Tool::Ask] {
            assert!(!before.contains(&tool), "{} could be asked for its answer", chapter.id);
        }
    }
}

/// A term of the trade comes after the everyday word, and never before its chapter's reveal.
#[test]
fn no_term_comes_before_its_everyday_word() {
    let all = texts();
    let place_of = |id: &str| chapters().position(|chapter| chapter.id == id);
    for (at, chapter) in chapters().enumerate() {
        for (everyday, term) in chapter.words {
            for text in &all {
                let Some(place) = place_of(text.place.split('/').next().unwrap_or_default()) else {
                    continue;
                };
                let early = place < at || (place == at && text.when == When::Before);
                let learner = text.when != When::Teaching && !text.place.ends_with("trade");
                // “Snapshot” is an everyday word here from the first chapter on.
                let said = words_of(text.words).join(" ");
                let says = format!(" {said} ").contains(&format!(" {term} "));
                assert!(!(early && learner && says), "{}: “{term}” ({everyday})", text.place);
            }
        }
    }
    // The name of it all comes when the learner has used it.
    let named = all.iter().position(|text| text.words.contains("event sourcing"));
    assert_eq!(named.map(|at| all[at].place.as_str()), Some("a6/reveal"));
}

#[test]
fn the_check_is_balanced_and_explains_itself() {
    let near = CHECK.iter().filter(|question| question.transfer == Transfer::Near).count();
    assert_eq!(2 * near, CHECK.len());
    let mut places = [0; 3];
    for question in CHECK {
        let right: Vec<_> = (0..).zip(question.choices).filter(|(_, it)| it.right).collect();
        assert_eq!((right.len(), question.choices.len()), (1, 3), "{}", question.name);
        let place: usize = right[0].0;
        places[place] += 1;
        let whys: BTreeSet<_> = question.choices.iter().map(|it| it.why).collect();
        assert!(whys.len() >= 2, "{}", question.name);
    }
    // Whoever always takes the same place gets no more than chance.
    assert!(places.iter().all(|count| (2..=5).contains(count)), "{places:?}");
}

#[test]
fn the_neighbours_point_at_what_is_there() {
    for neighbour in SEE_ALSO {
        let path =
            std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(neighbour.file);
        assert!(path.is_file(), "{} is not there", neighbour.file);
        assert!(["#/bank", "#/order", "#/diaries", "#/learn"].contains(&neighbour.link));
        assert!((40..=90).contains(&words_of(neighbour.text).len()), "{}", neighbour.term);
    }
}
