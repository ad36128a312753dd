//! Learning diaries were written by place once: `"action":2`, and guesses in the order of the
//! fields. They are read as what they meant, for ever, whatever becomes of the chapters; and what is
//! stored stays as it is, to the letter.
//!
//! The fixtures were written by the last build that wrote by place: each chapter played, a few of
//! them again, with right guesses and wrong ones.

use chrono::TimeDelta;
use course::{
    Done, Guess, Learned, Prediction, chapters,
    lesson::{Command, Event, Learner, Phase},
};
use diary::{ChainHash, Decider, Entry, FormatError, line_of, project, read_line, replay};
use examples::Describe;
use proptest::{collection::vec, prelude::*, sample::select};
use storage::{StoredDiary, export_lines};

use crate::{
    files::import,
    mirror::{Texts, begun, read_event},
    random::check,
};

const LINES: &str = include_str!("../fixtures/format-1-by-place/learn/00000");
const META: &str = include_str!("../fixtures/format-1-by-place/learn/meta");
const FILE: &str = include_str!("../fixtures/export-1/learning-by-place.jsonl");

fn as_kept() -> Texts {
    let key = |end: &str| format!("event-diary/learn-1/{end}");
    Texts::from([(key("meta"), META.to_owned()), (key("00000"), LINES.to_owned())])
}

#[track_caller]
fn open(texts: &Texts) -> StoredDiary<Event> {
    let (stored, damage, writes) = StoredDiary::from_mirror("learn-1", texts).unwrap();
    assert_eq!((damage, writes), (None, vec![]));
    stored
}

pub(crate) fn entries() -> Vec<Entry<Event>> {
    open(&as_kept()).diary().entries().to_vec()
}

/// An entry of an old diary, or why it can't be read.
pub(crate) fn read(event: &str) -> Result<Entry<Event>, FormatError> {
    read_event(event)
}

#[test]
fn it_opens_and_stays_as_it_is() {
    let stored = open(&as_kept());
    assert_eq!((stored.diary().len(), stored.created()), (158, begun()));
    assert_eq!(stored.fingerprint().to_string(), "544b22aa");
    assert_eq!(stored.texts(), as_kept());
    let file: String = export_lines("learn", &stored, &[]).collect();
    assert_eq!(file, FILE);
}

#[test]
fn its_file_is_imported_and_exported_again() {
    let incoming = import::<Event>("learn", FILE).unwrap();
    assert_eq!(incoming.fingerprint.to_string(), "544b22aa");
    let stored = StoredDiary::of("learn-1", incoming.created, incoming.diary);
    assert_eq!(stored, open(&as_kept()));
    assert_eq!(export_lines("learn", &stored, &[]).collect::<String>(), FILE);
}

/// What was done, by the chapters in which it was done. The lists are the plan of the course when
/// the diary was written; at each third chapter the learner began with the last action.
#[test]
fn each_action_is_the_one_that_was_done() {
    let mut done: Vec<(String, Vec<String>)> = Vec::new();
    for entry in entries() {
        let Event::ActionDone { chapter, action } = entry.event else { continue };
        match done.last_mut().filter(|(last, _)| *last == chapter) {
            Some((_, actions)) => actions.push(action),
            None => done.push((chapter, vec![action])),
        }
    }
    let done: Vec<_> = done.iter().map(|(id, names)| format!("{id} {}", names.join(" "))).collect();
    let expected = [
        "a1 first-deposit withdraw second-deposit",
        "a2 ask-balance",
        "a3 to-line-3 to-line-11",
        "a4 ask-fees ask-deposits",
        "a5 ask-removed ask-paid",
        "a6 withdraw-too-much ship pay pay-again",
        "b1 ask refund erase",
        "b2 strike decide",
        "b3 switch build rebuild",
        "b4 open-spoilt spoil make delete open-without open-with",
        "b5 raise replay",
        "b6 attach replay deposit",
        "c1 two-pays-again two-reads-again two-pays one-pays two-reads one-reads",
        "c2 send repeat",
        "c3 write",
        "c4 rewrite read",
        "c5 touch check forge compare",
        "c6 forget read",
        "c7 payment-received please-ship button-clicked account-updated",
        "c8 blog ledger thermostat parcels settings record",
        "a6 withdraw-too-much ship",
        "c1 one-reads two-reads one-pays two-pays-again",
    ];
    assert_eq!(done, expected);
}

#[test]
fn each_guess_is_for_the_field_that_it_was_for() {
    let told = entries().into_iter().filter_map(|entry| {
        let Event::Predicted { chapter, guesses } = entry.event else { return None };
        let told = |it: &Prediction| format!("{} {}", it.field, if it.right { "✓" } else { "✗" });
        Some(format!("{chapter} {}", guesses.iter().map(told).collect::<Vec<_>>().join(" ")))
    });
    let expected = [
        "a1 lines ✓ balances ✗",
        "a2 start-of-day ✗ end-of-day ✓",
        "a3 curve ✓ later-lines ✗",
        "a4 how-many ✗ how-much ✓",
        "a5 removed ✓ paid ✗",
        "a6 line ✗ order ✓",
        "b2 balance ✗",
        "b3 change ✓",
        "b4 replayed ✗",
        "b5 fee ✓",
        "b6 mails ✗",
        "c1 succeed ✓",
        "c3 as-true ✓ as-known ✗",
        "c4 quantity ✗",
        "c5 first-misfit ✓",
        "c6 money ✗",
        "c7 can-answer ✓",
        "c8 worth ✗",
        "a6 line ✓ order ✓",
        "c1 succeed ✗",
    ];
    assert_eq!(told.collect::<Vec<_>>(), expected);
    let guess = entries().into_iter().find_map(|entry| match entry.event {
        Event::Predicted { chapter, guesses } if chapter == "a2" => Some(guesses),
        _ => None,
    });
    let number = |field: &str, cents, right| Prediction {
        field: field.into(),
        guess: Guess::Number(cents),
        right,
    };
    let guesses = vec![number("start-of-day", 490_00, false), number("end-of-day", 445_00, true)];
    assert_eq!(guess, Some(guesses));
}

#[test]
fn the_learner_stands_where_they_stood() {
    let events = entries().into_iter().map(|entry| entry.event).collect::<Vec<_>>();
    let learner: Learner = replay(&events);
    let at = |id: &str| {
        let lesson = learner.lesson(id).unwrap();
        (lesson.phase, lesson.actions.iter().map(String::as_str).collect::<Vec<_>>())
    };
    assert_eq!(at("a1"), (Phase::Queryable, vec![]));
    assert_eq!(at("a4"), (Phase::Explained, vec!["ask-fees", "ask-deposits"]));
    assert_eq!(at("a6"), (Phase::Committed, vec!["withdraw-too-much", "ship"]));
    let half = vec!["one-reads", "two-reads", "one-pays", "two-pays-again"];
    assert_eq!(at("c1"), (Phase::Revealed, half));
    let learned: Learned = project(&entries());
    let progress = learned.progress();
    assert_eq!((progress.count(Done::Shown), progress.count(Done::Right)), (20, 5));
    assert_eq!((learned.surprises().len(), learned.badges().len()), (14, 3));
    let first = &learned.surprises()[0];
    assert_eq!((first.entry, first.field.as_str()), (5, "balances"));
    assert!(!first.why().is_empty());
    // They go on, in today's form, behind the old one.
    let act = |id: &str, action: &str| Command::Act { chapter: id.into(), action: action.into() };
    learner.decide(&act("c1", "two-pays-again")).unwrap_err();
    let [done] = learner.decide(&act("a6", "pay")).unwrap().try_into().unwrap();
    assert_eq!(Learner::line(&done), "Done in A6: Receive a payment of 20.50");
}

/// A diary that was begun by place and goes on by name.
#[test]
fn new_entries_stand_behind_the_old_ones() {
    let mut stored = open(&as_kept());
    let done = Event::ActionDone { chapter: "a6".into(), action: "pay".into() };
    let last = stored.diary().entries().last().unwrap().at;
    let draft = stored.draft(last + TimeDelta::minutes(1), [done.clone()]);
    let [(_, line)] = &draft.changes.change.lines[..] else { panic!("one line") };
    let (line, record) = (line.clone(), draft.changes.change.record.clone());
    assert!(line.contains(r#""action_done",{"chapter":"a6","action":"pay"}]|"#), "{line}");
    stored.accept(draft);
    let texts = stored.texts();
    let text = &texts["event-diary/learn-1/00000"];
    assert!(text.starts_with(LINES) && text.ends_with(&[&line, "\n"].concat()));
    assert_eq!(open(&texts), stored);
    let file: String = export_lines("learn", &stored, &[]).collect();
    assert_eq!(import::<Event>("learn", &file).unwrap().diary, *stored.diary());
    // So it is in the other tabs, line by line.
    let mut other = open(&as_kept());
    other.take_in([line.as_str()], &record).unwrap();
    assert_eq!(other, stored);
    let mut other: StoredDiary<Event> = StoredDiary::new("learn-1", begun());
    other.take_in(text.lines(), &record).unwrap();
    assert_eq!(other, stored);
}

/// What nobody wrote is read as far as it can be, and kept to the letter like everything else.
#[test]
fn places_that_there_never_were_are_read_too() {
    let told = |event: &str| Learner::line(&read(event).unwrap().event);
    let action = |chapter: &str, place: u64| {
        told(&format!(r#""action_done",{{"chapter":"{chapter}","action":{place}}}"#))
    };
    assert_eq!(action("a6", 3), "Done in A6: Receive a payment of 20.50 again");
    assert_eq!(action("a6", 4), "Done in A6: step 5");
    assert_eq!(action("z9", 0), "Done in Z9: step 1");
    assert_eq!(action("a6", u64::MAX), format!("Done in A6: step {}", u64::MAX));
    let guesses = |guesses: &str, right: &str| {
        let content = format!(r#"{{"chapter":"a2","guesses":{guesses},"right":{right}}}"#);
        told(&format!(r#""predicted",{content}"#))
    };
    let three = r#"[{"number":1},{"number":2},{"number":3}]"#;
    assert_eq!(guesses(three, "[true,true,true]"), "Guessed in A2: 0.01 and 0.02 (right)");
    assert_eq!(guesses(three, "[false]"), "Guessed in A2: 0.01 (a surprise)");
    for strange in [
        r#""action_done",{"chapter":"a6","action":-1}"#,
        r#""action_done",{"chapter":"a6","action":0,"mood":"good"}"#,
        r#""predicted",{"chapter":"a6","guesses":[{"mood":1}],"right":[true]}"#,
        r#""predicted",{"chapter":"a6","guesses":[]}, "right":[]"#,
    ] {
        read(strange).unwrap_err();
    }
}

fn old_lines() -> impl Strategy<Value = String> {
    let id = || select(chapters().map(|it| it.id).chain(["z9"]).collect::<Vec<_>>());
    let guess = select(vec![r#"{"number":7}"#, r#"{"choices":["none"]}"#, r#"{"curve":[0,-5]}"#]);
    let guesses = vec((guess, any::<bool>()), 0..4);
    prop_oneof![
        (id(), 0..9_u8).prop_map(|(id, place)| {
            format!(r#""action_done",{{"chapter":"{id}","action":{place}}}"#)
        }),
        (id(), guesses).prop_map(|(id, both)| {
            let (guesses, right): (Vec<_>, Vec<_>) = both.into_iter().unzip();
            let (guesses, right) = (guesses.join(","), format!("{right:?}").replace(' ', ""));
            format!(r#""predicted",{{"chapter":"{id}","guesses":[{guesses}],"right":{right}}}"#)
        }),
    ]
}

#[test]
fn an_old_line_is_written_as_it_was_read() {
    check(old_lines(), |line| {
        let entry = read(&line).unwrap();
        let (again, link) = line_of(&entry, &ChainHash::default());
        prop_assert_eq!(again, format!("[1,0,{line}]|{link}"));
        // In today's form it says the same.
        let today = Entry { old_form: None, ..entry.clone() };
        let (new, _) = line_of(&today, &ChainHash::default());
        let (again, _) = read_line::<Event>(&new, 1, &ChainHash::default()).unwrap();
        prop_assert_eq!(again, today);
        Ok(())
    });
}
