//! What the course says of a guess: sentences that end once, and praise for what is right alone.

use course::{
    CHECK, Guess, Kind, Prediction, Surprise, chapters,
    lesson::{Event, Learner},
    texts,
};
use examples::Describe;

/// Guesses of every sort that a field takes: right ones, known mistakes, and others.
fn guesses(kind: &Kind) -> Vec<Guess> {
    let mut found = vec![kind.truth()];
    match kind {
        Kind::Number { truth, wrong, .. } => {
            found.extend(wrong.iter().map(|(number, _)| Guess::Number(*number)));
            found.extend([truth + 1, 0, 100, 1_000].map(Guess::Number));
        }
        Kind::Choice { several, choices } => {
            // Every set of choices, or each alone.
            let sets = 1..1_u32 << choices.len();
            let sets = sets.filter(|set| *several || set.is_power_of_two());
            found.extend(sets.map(|set| {
                let names = choices.iter().enumerate().filter(|(at, _)| set >> at & 1 == 1);
                Guess::Choices(names.map(|(_, choice)| choice.name.to_owned()).collect())
            }));
        }
        Kind::Order { cards, .. } => {
            let mut names: Vec<_> = cards.iter().map(|card| card.name.to_owned()).collect();
            for _ in 0..cards.len() {
                names.rotate_left(1);
                found.push(Guess::Order(names.clone()));
                found.push(Guess::Order(names.iter().rev().cloned().collect()));
            }
        }
        Kind::Curve { truth, .. } => {
            let down: Vec<_> = truth.iter().map(|cents| -cents).collect();
            found.extend([Guess::Curve(vec![0; truth.len()]), Guess::Curve(down)]);
        }
    }
    assert!(found.iter().all(|guess| kind.accepts(guess) || matches!(guess, Guess::Number(_) | Guess::Curve(_))));
    found
}

#[track_caller]
fn ends_once(place: &str, words: &str) {
    for wrong in ["..", " .", ".;", "?.", "!.", ".,", "…."] {
        assert!(!words.contains(wrong), "{place} has “{wrong}”: {words}");
    }
}

/// “Your guess: A card shows it..”: the choice had a full stop, and the sentence had one too.
#[test]
fn what_is_said_of_a_guess_ends_in_one_full_stop() {
    let mut said = 0;
    for chapter in chapters() {
        for field in chapter.question.fields {
            for guess in guesses(&field.kind) {
                let place = format!("{}/{}", chapter.id, field.name);
                let surprise = Surprise {
                    entry: 1,
                    chapter: chapter.id.into(),
                    field: field.name.into(),
                    guess: guess.clone(),
                };
                let words = surprise.guess_words();
                ends_once(&place, &words);
                assert!(words.ends_with(['.', '?', '!', '…']), "{place}: {words}");
                let right = field.kind.judge(&guess).right;
                let guesses =
                    vec![Prediction { field: field.name.into(), guess: guess.clone(), right }];
                ends_once(
                    &place,
                    &Learner::line(&Event::Predicted { chapter: chapter.id.into(), guesses }),
                );
                for why in surprise.why() {
                    ends_once(&place, why);
                }
                said += 1;
            }
        }
        for (label, answer) in chapter.answers() {
            ends_once(chapter.id, &format!("{label}: {answer}"));
        }
    }
    assert!(said > 100, "only {said} guesses");
}

#[test]
fn every_text_of_the_course_ends_once() {
    for text in texts() {
        ends_once(&text.place, text.words);
    }
}

/// Words that praise a guess.
const PRAISE: [&str; 12] = [
    "you said",
    "you chose",
    "you guessed",
    "you were right",
    "you are right",
    "you knew",
    "you saw it coming",
    "well done",
    "that is right",
    "correct.",
    "rightly",
    "good choice",
];

#[track_caller]
fn praises_nobody(place: &str, words: &str) {
    let lower = words.to_lowercase();
    for praise in PRAISE {
        assert!(!lower.contains(praise), "{place} says “{praise}” whatever was guessed: {words}");
    }
}

/// C8 praised everybody for a no, also those who had said yes to all, and those who hadn't guessed.
#[test]
fn what_is_shown_after_any_guess_praises_none() {
    for chapter in chapters() {
        let reveal = &chapter.reveal;
        for words in [reveal.end, reveal.snapshot, reveal.diary, chapter.idea] {
            praises_nobody(chapter.id, words);
        }
        for field in chapter.question.fields {
            praises_nobody(chapter.id, field.because);
        }
    }
}

#[test]
fn a_wrong_guess_is_never_praised() {
    for chapter in chapters() {
        for field in chapter.question.fields {
            for guess in guesses(&field.kind) {
                let judged = field.kind.judge(&guess);
                let place = format!("{}/{}", chapter.id, field.name);
                assert_eq!(judged.right, judged.why.is_empty(), "{place}: {guess:?}");
                for why in judged.why {
                    praises_nobody(&place, why);
                    let first = why.split([' ', ',', '.', ':', '!']).next().unwrap_or_default();
                    let is_yes = ["Yes", "Right", "True", "Good", "Indeed"].contains(&first);
                    assert!(!is_yes, "{place} begins with “{first}” for {guess:?}: {why}");
                }
            }
        }
    }
    for question in CHECK {
        for choice in question.choices.iter().filter(|choice| !choice.right) {
            praises_nobody(question.name, choice.why);
        }
    }
}
