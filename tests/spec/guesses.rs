//! Guesses fill in the fields of a question by their names, and names are for ever.

use std::collections::BTreeSet;

use course::{
    CHECK, Guess, chapter, chapters,
    lesson::{Command, Event, Learner, Rejection},
};

use crate::{
    chapters_played::commit,
    given::given,
    lesson::{a2, filled, number, opened, predictions},
};

#[test]
fn a_guess_fills_in_every_field() {
    let choices = |names: &[&str]| Guess::Choices(names.iter().map(|&it| it.into()).collect());
    let order = |names: &[&str]| Guess::Order(names.iter().map(|&it| it.into()).collect());
    let number = Guess::Number;
    let unfilled: [(&str, Vec<Guess>); 13] = [
        ("a2", vec![]),
        ("a2", vec![number(1)]),
        ("a2", vec![number(1), choices(&["stay"])]),
        ("a2", vec![number(i64::MAX), number(i64::MIN)]),
        ("a1", vec![number(-1), number(1)]),
        ("a3", vec![Guess::Curve(vec![0; 10]), choices(&["stay"])]),
        ("a3", vec![Guess::Curve(vec![i64::MIN; 11]), choices(&["stay"])]),
        ("a3", vec![Guess::Curve(vec![0; 11]), choices(&[])]),
        ("a3", vec![Guess::Curve(vec![0; 11]), choices(&["stay", "undone"])]),
        ("a6", vec![choices(&["none"]), order(&["rule", "line"])]),
        ("a6", vec![choices(&["none"]), order(&["rule", "rule", "line"])]),
        ("c7", vec![choices(&["payment-received", "payment-received"])]),
        ("c7", vec![choices(&["account-updated", "elsewhere"])]),
    ];
    for (id, guesses) in unfilled {
        given::<Learner>([Event::ChapterOpened { chapter: id.into() }])
            .when(commit(chapter(id).unwrap(), guesses))
            .then_rejected(Rejection::NotFilledIn { chapter: id.into() })
            .saying("there is something left to fill in.");
    }
}

#[test]
fn a_guess_is_for_a_field_that_there_is() {
    let [start, end] = filled().try_into().unwrap();
    let unfilled = [
        vec![start.clone()],
        vec![start.clone(), start.clone()],
        vec![start.clone(), number("noon", 445_00)],
        vec![start.clone(), end.clone(), number("noon", 445_00)],
        vec![start.clone(), end.clone(), start.clone()],
    ];
    for guesses in unfilled {
        given::<Learner>([opened()])
            .when(Command::Commit { chapter: a2(), guesses })
            .then_rejected(Rejection::NotFilledIn { chapter: a2() });
    }
    // Each is for the field that it names, in whichever order they come.
    let [first, second] = predictions().try_into().unwrap();
    given::<Learner>([opened()])
        .when(Command::Commit { chapter: a2(), guesses: vec![end, start] })
        .then([Event::Predicted { chapter: a2(), guesses: vec![second, first] }]);
}

/// Names are kept in learning diaries for ever, so they may not be given to anything else.
#[test]
fn names_are_short_and_given_once() {
    let mut seen = Vec::new();
    let mut note = |name: String| {
        assert!(name.is_ascii() && (2..=20).contains(&name.len()), "{name}");
        assert!(!seen.contains(&name), "{name} is given twice");
        seen.push(name);
    };
    chapters().for_each(|chapter| note(chapter.id.into()));
    for question in CHECK {
        note(question.name.into());
    }
}

/// The same within a chapter and a question. No name has a space in it, as those have that an old
/// line is given when its chapter knows nothing of it.
#[test]
fn names_of_actions_and_fields_are_given_once() {
    #[track_caller]
    fn are_distinct(place: &str, names: impl Iterator<Item = &'static str>) {
        let mut seen = BTreeSet::new();
        for name in names {
            let is_plain = |it: u8| it.is_ascii_lowercase() || it.is_ascii_digit() || it == b'-';
            assert!(
                (2..=20).contains(&name.len()) && name.bytes().all(is_plain),
                "{place}: {name}"
            );
            assert!(seen.insert(name), "{place}: {name} is given twice");
        }
    }
    for chapter in chapters() {
        are_distinct(chapter.id, chapter.stage.actions.iter().map(|action| action.name));
        are_distinct(chapter.id, chapter.question.fields.iter().map(|field| field.name));
    }
}
