//! The rules by which a learner goes through the course.

use event_diary::{
    course::{
        CHECK, Guess, Round, chapters,
        lesson::{Command, Event, Learner, Phase, Rejection},
    },
    diary::{Decider, replay},
    domain::Told,
};

use crate::given::{Given, given};

fn a2() -> String {
    "a2".into()
}

fn learner(facts: impl IntoIterator<Item = Event>) -> Given<Learner> {
    given(facts)
}

fn opened() -> Event {
    Event::ChapterOpened { chapter: a2() }
}

fn predicted() -> Event {
    let guesses = vec![Guess::Number(490_00), Guess::Number(445_00)];
    Event::Predicted { chapter: a2(), guesses, right: vec![false, true] }
}

fn revealed() -> Event {
    Event::Revealed { chapter: a2() }
}

fn shown() -> Event {
    Event::ShownWithoutGuess { chapter: a2() }
}

fn finished() -> Event {
    Event::ChapterFinished { chapter: a2() }
}

#[test]
fn a_chapter_is_opened_from_anywhere() {
    learner([]).when(Command::Open { chapter: a2() }).then([opened()]);
    let c8 = Event::ChapterOpened { chapter: "c8".into() };
    learner([opened()]).when(Command::Open { chapter: "c8".into() }).then([c8.clone()]);
    learner([opened(), c8]).when(Command::Open { chapter: a2() }).then([opened()]);
    learner([opened()])
        .when(Command::Open { chapter: a2() })
        .then_rejected(Rejection::AlreadyHere { chapter: a2() })
        .saying("you are in A2 already.");
    learner([])
        .when(Command::Open { chapter: "z9".into() })
        .then_rejected(Rejection::NoSuchChapter { chapter: "z9".into() })
        .saying("the course has no chapter Z9.");
}

#[test]
fn a_guess_is_committed_with_what_was_right() {
    let guesses = vec![Guess::Number(490_00), Guess::Number(445_00)];
    let commit = || Command::Commit { chapter: a2(), guesses: guesses.clone() };
    learner([opened()]).when(commit()).then([predicted()]);
    learner([])
        .when(commit())
        .then_rejected(Rejection::NotOpened { chapter: a2() })
        .saying("A2 has not been opened yet.");
    for late in [predicted(), shown()] {
        learner([opened(), late])
            .when(commit())
            .then_rejected(Rejection::TooLate { chapter: a2() })
            .saying("the answer is out. Start again to guess once more.");
    }
}

#[test]
fn a_guess_fills_in_every_field() {
    let choices = |names: &[&str]| Guess::Choices(names.iter().map(|&it| it.into()).collect());
    let order = |names: &[&str]| Guess::Order(names.iter().map(|&it| it.into()).collect());
    let number = Guess::Number;
    let unfilled: [(&str, Vec<Guess>); 14] = [
        ("a2", vec![]),
        ("a2", vec![number(1)]),
        ("a2", vec![number(1), number(2), number(3)]),
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
    for (chapter, guesses) in unfilled {
        let chapter = chapter.to_owned();
        learner([Event::ChapterOpened { chapter: chapter.clone() }])
            .when(Command::Commit { chapter: chapter.clone(), guesses })
            .then_rejected(Rejection::NotFilledIn { chapter })
            .saying("there is something left to fill in.");
    }
}

#[test]
fn the_answer_comes_after_the_guess() {
    learner([opened(), predicted()]).when(Command::Reveal { chapter: a2() }).then([revealed()]);
    learner([opened()])
        .when(Command::Reveal { chapter: a2() })
        .then_rejected(Rejection::NotCommitted { chapter: a2() })
        .saying("guess first, or have the answer shown.");
    learner([opened(), predicted(), revealed()])
        .when(Command::Reveal { chapter: a2() })
        .then_rejected(Rejection::AlreadyRevealed { chapter: a2() })
        .saying("the answer is shown already.");
}

#[test]
fn the_answer_can_be_shown_without_a_guess() {
    learner([opened()]).when(Command::ShowMe { chapter: a2() }).then([shown()]);
    learner([opened(), shown()]).when(Command::Finish { chapter: a2() }).then([finished()]);
    learner([opened(), predicted()])
        .when(Command::ShowMe { chapter: a2() })
        .then_rejected(Rejection::TooLate { chapter: a2() });
}

#[test]
fn there_are_three_hints() {
    let hint = |grade| Event::HintTaken { chapter: a2(), grade };
    let take = || Command::TakeHint { chapter: a2() };
    learner([opened()]).when(take()).then([hint(1)]);
    learner([opened(), hint(1), hint(2)]).when(take()).then([hint(3)]);
    learner([opened(), hint(1), hint(2), hint(3)])
        .when(take())
        .then_rejected(Rejection::NoMoreHints { chapter: a2() })
        .saying("there are three hints, and you have them all.");
    learner([opened(), predicted()])
        .when(take())
        .then_rejected(Rejection::TooLate { chapter: a2() });
}

#[test]
fn one_guesses_first_and_then_sees_for_oneself() {
    let act = |action| Command::Act { chapter: a2(), action };
    let done = Event::ActionDone { chapter: a2(), action: 0 };
    learner([opened()])
        .when(act(0))
        .then_rejected(Rejection::GuessFirst { chapter: a2() })
        .saying("guess first, and then see for yourself.");
    learner([opened(), predicted()]).when(act(0)).then([done.clone()]);
    learner([opened(), predicted(), done])
        .when(act(0))
        .then_rejected(Rejection::AlreadyDone { chapter: a2() })
        .saying("this step is done already.");
    learner([opened(), predicted()])
        .when(act(1))
        .then_rejected(Rejection::NoSuchAction { chapter: a2() })
        .saying("A2 has no such step.");
}

#[test]
fn a_chapter_is_finished_once_its_answer_is_on_show() {
    let finish = || Command::Finish { chapter: a2() };
    learner([opened(), predicted(), revealed()]).when(finish()).then([finished()]);
    for early in [vec![opened()], vec![opened(), predicted()]] {
        learner(early)
            .when(finish())
            .then_rejected(Rejection::NotRevealed { chapter: a2() })
            .saying("the answer has not been shown yet.");
    }
    learner([opened(), shown(), finished()])
        .when(finish())
        .then_rejected(Rejection::AlreadyFinished { chapter: a2() })
        .saying("A2 is finished already.");
}

/// With the answer on show and everything done, there is nothing to wait for, whichever came last.
#[test]
fn a_chapter_ends_by_itself_when_everything_is_done() {
    let done = |action| Event::ActionDone { chapter: a2(), action };
    let act = Command::Act { chapter: a2(), action: 0 };
    learner([opened(), shown()]).when(act.clone()).then([done(0), finished()]);
    learner([opened(), predicted(), revealed()]).when(act).then([done(0), finished()]);
    learner([opened(), predicted(), done(0)])
        .when(Command::Reveal { chapter: a2() })
        .then([revealed(), finished()]);
    let a4 = || "a4".to_owned();
    let half = [Event::ChapterOpened { chapter: a4() }, Event::ShownWithoutGuess { chapter: a4() }];
    learner(half)
        .when(Command::Act { chapter: a4(), action: 1 })
        .then([Event::ActionDone { chapter: a4(), action: 1 }]);
}

#[test]
fn coming_back_loses_nothing_and_starting_again_starts_again() {
    let facts = [
        opened(),
        Event::HintTaken { chapter: a2(), grade: 1 },
        predicted(),
        Event::ActionDone { chapter: a2(), action: 0 },
        Event::ChapterOpened { chapter: "a3".into() },
        opened(),
    ];
    let back: Learner = replay(&facts);
    let lesson = back.lesson("a2").unwrap();
    assert_eq!((lesson.phase, lesson.hints), (Phase::Committed, 1));
    assert_eq!(lesson.actions, [0]);
    assert_eq!(lesson.guesses, [Guess::Number(490_00), Guess::Number(445_00)]);
    assert!(back.is_here("a2") && !back.is_here("a3"));

    let again = back.decide(&Command::StartAgain { chapter: a2() }).unwrap();
    assert_eq!(again, [Event::ChapterRestarted { chapter: a2() }]);
    let again = again.iter().fold(back, Learner::evolve);
    let lesson = again.lesson("a2").unwrap();
    assert_eq!((lesson.phase, lesson.hints), (Phase::Asked, 0));
    assert!(lesson.actions.is_empty() && lesson.guesses.is_empty());
    learner([])
        .when(Command::StartAgain { chapter: a2() })
        .then_rejected(Rejection::NotOpened { chapter: a2() });
}

#[test]
fn a_question_of_the_check_is_answered_once_in_a_round() {
    let answer = |round, choice: &str| Command::AnswerCheck {
        round,
        question: "chess".into(),
        choice: choice.into(),
    };
    let answered = |round, choice: &str, right| Event::CheckAnswered {
        round,
        question: "chess".into(),
        choice: choice.into(),
        right,
    };
    let before = answered(Round::Before, "left", false);
    let after = answered(Round::After, "first", true);
    learner([]).when(answer(Round::Before, "left")).then([before.clone()]);
    learner([before.clone()]).when(answer(Round::After, "first")).then([after]);
    learner([before])
        .when(answer(Round::Before, "first"))
        .then_rejected(Rejection::AlreadyAnswered { question: "chess".into() })
        .saying("this question is answered, and the first answer counts.");
    learner([])
        .when(answer(Round::Before, "queen"))
        .then_rejected(Rejection::NoSuchAnswer { question: "chess".into() })
        .saying("the check has no such question or answer.");
}

#[test]
fn the_learning_diary_reads_as_sentences() {
    let told = |event: &Event| Learner::line(event);
    assert_eq!(told(&opened()), "Opened A2, The question comes later");
    assert_eq!(told(&predicted()), "Guessed in A2: 490.00 and 445.00 (1 of 2 right)");
    assert_eq!(told(&shown()), "Answer of A2 shown without a guess");
    assert_eq!(told(&finished()), "Finished A2, The question comes later");
    assert_eq!(
        told(&Event::ActionDone { chapter: a2(), action: 0 }),
        "Done in A2: Ask: What was my balance on 1 March 2026?"
    );
    let guess =
        |guess| Event::Predicted { chapter: "c7".into(), guesses: vec![guess], right: vec![false] };
    assert_eq!(
        told(&guess(Guess::Choices(vec!["please-ship".into()]))),
        "Guessed in C7: PleaseShip: ORD-1 (a surprise)"
    );
    // What this version doesn't know is told as far as it can be.
    assert_eq!(
        told(&Event::ChapterOpened { chapter: "q\u{202e}7".into() }),
        "Opened \u{2068}Q[U+202E]7\u{2069}"
    );
    assert_eq!(
        told(&Event::ActionDone { chapter: "q7".into(), action: usize::MAX }),
        format!("Done in Q7: step {}", usize::MAX)
    );
}

#[test]
fn every_wish_can_be_told() {
    let chapter = a2;
    let wishes = [
        Command::Open { chapter: chapter() },
        Command::Act { chapter: chapter(), action: 0 },
        Command::TakeHint { chapter: chapter() },
        Command::Commit { chapter: chapter(), guesses: Vec::new() },
        Command::ShowMe { chapter: chapter() },
        Command::Reveal { chapter: chapter() },
        Command::Finish { chapter: chapter() },
        Command::StartAgain { chapter: chapter() },
    ];
    for wish in wishes {
        let words = Learner::wish(&wish);
        assert!(words.contains("A2") && !words.contains("a2"), "{words}");
    }
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
    for question in &CHECK {
        note(question.name.into());
    }
}
