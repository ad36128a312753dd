//! Single facts of the learning diary: where to go on, the gain, foreign facts, and stored bytes.

use chrono::DateTime;
use course::{
    Badge, CHECK, Done, Guess, Learned, Prediction, Progress, Round, chapters,
    lesson::{Command, Event, Learner},
};
use diary::{ChainHash, Decider, Diary, Entry, line_of, project, replay};

use crate::learned::learn;

fn number(field: &str, number: i64, right: bool) -> Prediction {
    Prediction { field: field.into(), guess: Guess::Number(number), right }
}

/// Facts from another version: chapters and questions that are no more, and numbers out of range.
#[test]
fn facts_that_nobody_knows_change_nothing_that_is_known() {
    let chapter = || "z9".to_owned();
    let question = || "q".to_owned();
    let strange = [
        Event::ChapterOpened { chapter: chapter() },
        Event::ActionDone { chapter: chapter(), action: "step 9".into() },
        Event::HintTaken { chapter: "a1".into(), grade: usize::MAX },
        Event::Predicted { chapter: chapter(), guesses: vec![] },
        Event::Predicted { chapter: chapter(), guesses: vec![number("q", 1, false)] },
        Event::Predicted { chapter: "a1".into(), guesses: vec![number("field 9", 1, true)] },
        Event::Revealed { chapter: chapter() },
        Event::ChapterFinished { chapter: chapter() },
        Event::ChapterRestarted { chapter: chapter() },
        Event::CheckAnswered {
            round: Round::After,
            question: question(),
            choice: question(),
            right: true,
        },
    ];
    let mut diary = Diary::default();
    diary.append(DateTime::UNIX_EPOCH, strange);
    let learned: Learned = project(diary.entries());
    assert_eq!(learned.progress().next().map(|it| it.id), Some("a1"));
    assert_eq!(learned.progress().count(Done::Begun), 0);
    assert_eq!(learned.score(Round::After).answered, 0);
    let [surprise] = learned.surprises() else { panic!("one guess was not right") };
    assert!(surprise.field().is_none() && surprise.why().is_empty());
    let learner: Learner = replay(diary.entries().iter().map(|entry| &entry.event));
    assert_eq!(learner.lesson("a1").unwrap().hints, usize::MAX);
    learner.decide(&Command::Open { chapter: "a1".into() }).unwrap();
}

/// Where to go on: where one is; once that is finished, where something was left out first.
#[test]
fn the_next_chapter_is_the_first_that_is_open() {
    let next = |events: &[Event]| {
        let mut diary = Diary::default();
        diary.append(DateTime::UNIX_EPOCH, events.iter().cloned());
        project::<Progress>(diary.entries()).next().map(|chapter| chapter.id)
    };
    let open = |id: &str| Event::ChapterOpened { chapter: id.into() };
    let finish = |id: &str| Event::ChapterFinished { chapter: id.into() };
    let ids: Vec<_> = chapters().map(|it| it.id).collect();
    let [first, second, .., later, last] = ids[..] else { panic!("a few chapters") };
    assert_eq!(next(&[]), Some(first));
    assert_eq!(next(&[open(later)]), Some(later));
    assert_eq!(next(&[open(first), finish(first), open(later)]), Some(later));
    let later = [open(later), finish(later)];
    assert_eq!(next(&[[open(first), finish(first)], later].concat()), Some(second));
    assert_eq!(next(&[open(last), finish(last)]), Some(first));
    let all: Vec<_> = ids.iter().flat_map(|id| [open(id), finish(id)]).collect();
    assert_eq!(next(&all), None);
}

#[test]
fn the_gain_is_told_when_both_rounds_are_complete() {
    let answers = |round, right: usize| {
        CHECK.iter().enumerate().map(move |(at, question)| {
            let wanted = at < right;
            let choice = question.choices.iter().find(|choice| choice.right == wanted).unwrap();
            Command::AnswerCheck {
                round,
                question: question.name.into(),
                choice: choice.name.into(),
            }
        })
    };
    let mut commands: Vec<_> = answers(Round::Before, 4).collect();
    assert_eq!(learn(&commands).2.gain(), None);
    commands.extend(answers(Round::After, 9));
    let (diary, _, learned) = learn(&commands);
    assert_eq!((learned.score(Round::Before).right, learned.score(Round::After).right), (4, 9));
    assert_eq!(learned.gain(), Some(5));
    assert_eq!(learned.answer(Round::Before, "chess"), Some("left"));
    assert_eq!(learned.answer(Round::After, "chess"), Some("first"));
    assert_eq!(learned.answer(Round::After, "ludo"), None);
    assert_eq!(
        learned.badges().last().map(|it| (it.badge, it.entry)),
        Some((Badge::Measured, diary.len()))
    );
    // The first answer counts, also when a diary from elsewhere has two.
    let mut twice = diary.clone();
    let first = diary.entry(1).unwrap();
    let Event::CheckAnswered { question, .. } = first.event.clone() else { panic!("an answer") };
    let wrong =
        Event::CheckAnswered { round: Round::Before, question, choice: "x".into(), right: false };
    twice.append(DateTime::UNIX_EPOCH, [wrong]);
    let learned: Learned = project(twice.entries());
    assert_eq!(learned.gain(), Some(5));
    assert_ne!(learned.answer(Round::Before, CHECK[0].name), Some("x"));
}

/// How the learning diary is stored. These bytes are what readers keep, so they never change.
#[test]
fn stored_lines_are_golden() {
    let a6 = || "a6".to_owned();
    let order = Guess::Order(vec!["rule".into(), "sum".into(), "line".into()]);
    let choice = Guess::Choices(vec!["none".into()]);
    let guesses = vec![
        Prediction { field: "line".into(), guess: choice, right: true },
        Prediction { field: "order".into(), guess: order, right: false },
    ];
    let events = [
        Event::ChapterOpened { chapter: a6() },
        Event::HintTaken { chapter: a6(), grade: 1 },
        Event::Predicted { chapter: a6(), guesses },
        Event::ActionDone { chapter: a6(), action: "ship".into() },
        Event::Revealed { chapter: a6() },
        Event::ChapterFinished { chapter: a6() },
        Event::ChapterRestarted { chapter: a6() },
        Event::ShownWithoutGuess { chapter: a6() },
        Event::Predicted {
            chapter: "a3".into(),
            guesses: vec![
                Prediction { field: "curve".into(), guess: Guess::Curve(vec![0, -5]), right: true },
                number("later-lines", 7, false),
            ],
        },
        Event::CheckAnswered {
            round: Round::Before,
            question: "chess".into(),
            choice: "first".into(),
            right: true,
        },
    ];
    let mut diary = Diary::default();
    diary.append(DateTime::UNIX_EPOCH, events);
    let line = |entry: &Entry<Event>| {
        let (line, _) = line_of(entry, &ChainHash::default());
        line.split_once(",0,").map(|(_, rest)| rest.rsplit_once('|').unwrap().0.to_owned()).unwrap()
    };
    let lines: Vec<_> = diary.entries().iter().map(line).collect();
    let golden = [
        r#""chapter_opened",{"chapter":"a6"}]"#,
        r#""hint_taken",{"chapter":"a6","grade":1}]"#,
        r#""predicted",{"chapter":"a6","guesses":[{"field":"line","guess":{"choices":["none"]},"right":true},{"field":"order","guess":{"order":["rule","sum","line"]},"right":false}]}]"#,
        r#""action_done",{"chapter":"a6","action":"ship"}]"#,
        r#""revealed",{"chapter":"a6"}]"#,
        r#""chapter_finished",{"chapter":"a6"}]"#,
        r#""chapter_restarted",{"chapter":"a6"}]"#,
        r#""shown_without_guess",{"chapter":"a6"}]"#,
        r#""predicted",{"chapter":"a3","guesses":[{"field":"curve","guess":{"curve":[0,-5]},"right":true},{"field":"later-lines","guess":{"number":7},"right":false}]}]"#,
        r#""check_answered",{"round":"before","question":"chess","choice":"first","right":true}]"#,
    ];
    assert_eq!(lines, golden);
    let unknown = r#"{"chapter_opened":{"chapter":"a6","mood":"good"}}"#;
    assert!(serde_json::from_str::<Event>(unknown).is_err());
}
