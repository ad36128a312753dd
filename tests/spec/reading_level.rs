//! The reading level of the course, by the Flesch–Kincaid grade:
//! 0.39 × words per sentence + 11.8 × syllables per word − 15.59.
//!
//! The rules of counting are stated here, so that anybody can do it again:
//!
//! - A text is at least one sentence. A sentence ends at `.`, `!` or `?` before a blank or the end. A
//!   point inside a number ends nothing.
//! - A word is what stands between blanks and dashes, if it has a letter or a digit.
//! - A number, whatever its length, counts as a word of two syllables.
//! - The syllables of a word are its groups of vowels (a, e, i, o, u, y); `ia` and `ea` at the end
//!   of a word, and `ia` before `r`, are two (idea, diary). A last `e` is silent, but
//!   not in `-le` behind a consonant; so is the `e` in a last `-ed`, but not behind `t` or `d`, and in a
//!   last `-es`, but not behind `s`, `x`, `z`, `ch`, `sh`, `c` or `g`. There is always at least one.

use course::{PARTS, Text, When, texts};

#[derive(Clone, Copy, Default)]
struct Count {
    sentences: u32,
    words: u32,
    syllables: u32,
}

impl Count {
    fn of(text: &str) -> Self {
        let mut count = Self::default();
        for token in text.split([' ', '–', '—', '→', '-', '/', '=']) {
            if token.chars().any(char::is_alphanumeric) {
                count.words += 1;
                count.syllables += syllables(token);
            }
            if token.trim_end_matches(['”', '’', ')']).ends_with(['.', '!', '?']) {
                count.sentences += 1;
            }
        }
        Self { sentences: count.sentences.max(1), ..count }
    }

    fn plus(self, other: Self) -> Self {
        Self {
            sentences: self.sentences + other.sentences,
            words: self.words + other.words,
            syllables: self.syllables + other.syllables,
        }
    }

    fn grade(self) -> f64 {
        let share = |a: u32, b: u32| f64::from(a) / f64::from(b.max(1));
        0.39 * share(self.words, self.sentences) + 11.8 * share(self.syllables, self.words) - 15.59
    }
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

fn syllables(word: &str) -> u32 {
    if word.chars().any(|c| c.is_ascii_digit()) {
        return 2;
    }
    let lower: String = word.to_lowercase().chars().filter(char::is_ascii_alphabetic).collect();
    let lower = lower.as_str();
    let ends = |ends: &[&str]| ends.iter().any(|end| lower.ends_with(end));
    let consonant_le = |ending: &str| {
        let stem = lower.strip_suffix(ending).and_then(|stem| stem.chars().last());
        stem.is_some_and(|letter| !is_vowel(letter))
    };
    let silent = if lower.ends_with("ed") {
        !ends(&["ted", "ded"])
    } else if lower.ends_with("es") {
        !ends(&["ses", "xes", "zes", "ches", "shes", "ces", "ges"]) && !consonant_le("les")
    } else {
        lower.ends_with('e') && !consonant_le("le")
    };
    let stem = if silent { lower.trim_end_matches(['d', 's']) } else { lower };
    let stem = if silent { stem.strip_suffix('e').unwrap_or(stem) } else { stem };
    let mut groups = 0;
    let mut inside = false;
    for letter in stem.chars() {
        groups += u32::from(is_vowel(letter) && !inside);
        inside = is_vowel(letter);
    }
    groups += u32::from(ends(&["ia", "ea"]) && groups > 1) + u32::from(lower.contains("iar"));
    groups.max(1)
}

/// What learners read on end; labels, choices and names are too short to have a level.
fn is_read(text: &Text) -> bool {
    text.when != When::Teaching
        && ["tell", "ask", "hint", "why", "because", "reveal", "idea"]
            .iter()
            .any(|kind| text.place.split('/').nth(1).is_some_and(|place| place.starts_with(kind)))
}

fn grade_of(texts: &[Text], wanted: impl Fn(&Text) -> bool) -> f64 {
    let counts = texts.iter().filter(|text| is_read(text) && wanted(text));
    counts.map(|text| Count::of(text.words)).fold(Count::default(), Count::plus).grade()
}

#[test]
fn syllables_are_counted_by_the_stated_rule() {
    let words = [
        ("diary", 3),
        ("idea", 3),
        ("tea", 1),
        ("line", 1),
        ("balance", 2),
        ("table", 2),
        ("played", 1),
        ("counted", 2),
        ("pages", 2),
        ("lines", 1),
        ("the", 1),
        ("account", 2),
        ("yesterday", 3),
        ("505.00", 2),
        ("can’t", 1),
        ("moves", 1),
        ("titles", 2),
        ("deed", 1),
    ];
    for (word, expected) in words {
        assert_eq!(syllables(word), expected, "{word}");
    }
}

#[test]
fn sentences_and_words_are_counted_by_the_stated_rule() {
    let count = Count::of("Ana has 490.00. What was it, on 1 March?");
    assert_eq!((count.sentences, count.words, count.syllables), (2, 9, 12));
    let expected = 0.39 * 4.5 + 11.8 * (12.0 / 9.0) - 15.59;
    assert!((count.grade() - expected).abs() < 1e-9);
    assert_eq!(Count::of("no end").sentences, 1);
}

/// Part A is for everybody. B and C have more to explain to people who have read A.
#[test]
fn every_part_can_be_read_with_ease() {
    let all = texts();
    for part in PARTS {
        let grade = grade_of(&all, |text| text.part == Some(part.letter));
        println!("part {}: {grade:.1}", part.letter);
        assert!(grade <= 6.0, "part {} has grade {grade:.1}", part.letter);
        for chapter in part.chapters {
            let of_it = format!("{}/", chapter.id);
            let grade = grade_of(&all, |text| text.place.starts_with(&of_it));
            println!("  {}: {grade:.1}", chapter.id);
            assert!(grade <= 8.0, "{} has grade {grade:.1}", chapter.id);
        }
    }
    let others = |place: &str| {
        let counts = all.iter().filter(|text| text.place == place && text.words.contains(' '));
        counts.map(|text| Count::of(text.words)).fold(Count::default(), Count::plus).grade()
    };
    println!("check: {:.1}, see also: {:.1}", others("check"), others("see also"));
    assert!(others("check") <= 8.0 && others("see also") <= 10.0);
}

/// No sentence is so long that one has to start again.
#[test]
fn no_sentence_is_too_long() {
    for text in texts() {
        let sentences = text.words.split_inclusive(['.', '!', '?', ':', ';']);
        for sentence in sentences {
            let words = Count::of(sentence).words;
            assert!(words <= 32, "{}: {words} words in “{}”", text.place, sentence.trim());
        }
    }
}
