//! The rules by which a learner goes through the course.

use course::{
    Filled, Guess, Prediction, Round, chapter,
    lesson::{Command, Event, Learner, Phase, Rejection},
};
use diary::{Decider, replay};
use examples::Describe;

use crate::given::{Given, given};

pub(crate) fn a2() -> String {
    "a2".into()
}

fn learner(facts: impl IntoIterator<Item = Event>) -> Given<Learner> {
    given(facts)
}

pub(crate) fn opened() -> Event {
    Event::ChapterOpened { chapter: a2() }
}

/// The fields of A2, filled in.
pub(crate) fn filled() -> Vec<Filled> {
    [("start-of-day", 490_00), ("end-of-day", 445_00)].map(|(name, it)| number(name, it)).into()
}

pub(crate) fn number(field: &str, number: i64) -> Filled {
    Filled { field: field.into(), guess: Guess::Number(number) }
}

/// The same once it is committed to: the first is wrong, the second is right.
pub(crate) fn predictions() -> Vec<Prediction> {
    let judged = filled().into_iter().zip([false, true]);
    judged.map(|(Filled { field, guess }, right)| Prediction { field, guess, right }).collect()
}

fn predicted() -> Event {
    Event::Predicted { chapter: a2(), guesses: predictions() }
}

fn done() -> Event {
    Event::ActionDone { chapter: a2(), action: "ask-balance".into() }
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
    let commit = || Command::Commit { chapter: a2(), guesses: filled() };
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
    let act = |action: &str| Command::Act { chapter: a2(), action: action.into() };
    let ask = || act("ask-balance");
    learner([opened()])
        .when(ask())
        .then_rejected(Rejection::GuessFirst { chapter: a2() })
        .saying("guess first, and then try it.");
    learner([opened(), predicted()]).when(ask()).then([done()]);
    learner([opened(), predicted(), done()])
        .when(ask())
        .then_rejected(Rejection::AlreadyDone { chapter: a2() })
        .saying("this step is done already.");
    learner([opened(), predicted()])
        .when(act("dance"))
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
    let act = || Command::Act { chapter: a2(), action: "ask-balance".into() };
    learner([opened(), shown()]).when(act()).then([done(), finished()]);
    learner([opened(), predicted(), revealed()]).when(act()).then([done(), finished()]);
    learner([opened(), predicted(), done()])
        .when(Command::Reveal { chapter: a2() })
        .then([revealed(), finished()]);
    let a4 = || "a4".to_owned();
    let half = [Event::ChapterOpened { chapter: a4() }, Event::ShownWithoutGuess { chapter: a4() }];
    let fees = || "ask-fees".to_owned();
    learner(half)
        .when(Command::Act { chapter: a4(), action: fees() })
        .then([Event::ActionDone { chapter: a4(), action: fees() }]);
}

#[test]
fn coming_back_loses_nothing_and_starting_again_starts_again() {
    let facts = [
        opened(),
        Event::HintTaken { chapter: a2(), grade: 1 },
        predicted(),
        done(),
        Event::ChapterOpened { chapter: "a3".into() },
        opened(),
    ];
    let back: Learner = replay(&facts);
    let lesson = back.lesson("a2").unwrap();
    assert_eq!((lesson.phase, lesson.hints), (Phase::Committed, 1));
    assert_eq!(lesson.actions, ["ask-balance"]);
    assert_eq!(lesson.guesses, predictions());
    assert_eq!(lesson.guess("end-of-day"), Some(&Guess::Number(445_00)));
    assert!(back.is_here("a2") && !back.is_here("a3"));

    let again = back.decide(&Command::StartAgain { chapter: a2() }).unwrap();
    assert_eq!(again, [Event::ChapterRestarted { chapter: a2() }]);
    let again = again.iter().fold(back, Learner::evolve);
    let lesson = again.lesson("a2").unwrap();
    assert_eq!((lesson.phase, lesson.hints), (Phase::Queryable, 0));
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
    let title = chapter("a2").unwrap().title;
    assert_eq!(told(&opened()), format!("Opened A2, {title}"));
    assert_eq!(told(&predicted()), "Guessed in A2: 490.00 and 445.00 (1 of 2 right)");
    assert_eq!(told(&shown()), "Answer of A2 shown without a guess");
    assert_eq!(told(&finished()), format!("Finished A2, {title}"));
    assert_eq!(told(&done()), "Done in A2: Ask: What was my balance on 1 March 2026?");
    let guess = Guess::Choices(vec!["please-ship".into()]);
    let wrong = Prediction { field: "can-answer".into(), guess, right: false };
    assert_eq!(
        told(&Event::Predicted { chapter: "c7".into(), guesses: vec![wrong] }),
        "Guessed in C7: PleaseShip: ORD-1 (a surprise)"
    );
    // What this version doesn't know is told as far as it can be.
    assert_eq!(
        told(&Event::ChapterOpened { chapter: "q\u{202e}7".into() }),
        "Opened \u{2068}Q[U+202E]7\u{2069}"
    );
    assert_eq!(
        told(&Event::ActionDone { chapter: "q7".into(), action: "step 4".into() }),
        "Done in Q7: step 4"
    );
}

#[test]
fn every_command_can_be_told() {
    let chapter = a2;
    let commands = [
        Command::Open { chapter: chapter() },
        Command::Act { chapter: chapter(), action: "ask-balance".into() },
        Command::TakeHint { chapter: chapter() },
        Command::Commit { chapter: chapter(), guesses: Vec::new() },
        Command::ShowMe { chapter: chapter() },
        Command::Reveal { chapter: chapter() },
        Command::Finish { chapter: chapter() },
        Command::StartAgain { chapter: chapter() },
    ];
    for command in commands {
        let words = Learner::describe_command(&command);
        assert!(words.contains("A2") && !words.contains("a2"), "{words}");
    }
    let second = Command::Act { chapter: "a4".into(), action: "ask-fees".into() };
    assert_eq!(Learner::describe_command(&second), "Take step 2 of A4");
}
