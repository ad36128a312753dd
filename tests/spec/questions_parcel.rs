//! What can be asked of the parcel PCL-1, with exact answers.

use chrono::{NaiveDate, TimeDelta, Utc};
use diary::{Diary, Snapshot};
use examples::{
    calendar::Calendar,
    parcel::{Event, Parcel, questions::Question},
    questions::{Answer, Questions, Value, Verdict},
};

use crate::{
    parcel::{arrived, left, registered, tried},
    parcel_story::story,
    true_days::with_days,
    verdicts::{cannot_know, knows},
};

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 2, day).unwrap()
}

/// Asks a diary on this day of February.
fn ask_on(today: u32, diary: &Diary<Event>, question: &Question) -> Vec<Answer> {
    let mut row = Snapshot::<Parcel>::default();
    for entry in diary.entries() {
        row.overwrite(entry.at, &entry.event);
    }
    question.ask(diary, &row, &Calendar { today: day(today), zone: Utc })
}

/// Asks about the first `version` entries of the story.
fn ask_at(version: usize, question: &Question) -> Vec<Answer> {
    let mut diary = Diary::default();
    for entry in story().until(version) {
        diary.append(entry.at, [entry.event.clone()]);
    }
    ask_on(20, &diary, question)
}

fn cited(answer: &Answer) -> Vec<usize> {
    answer.diary.rests_on.iter().map(|part| part.entry).collect()
}

fn names(names: &[&str]) -> Value {
    Value::Names(names.iter().map(ToString::to_string).collect())
}

fn at(depot: &str) -> Question {
    Question::HowLongAt { depot: depot.into() }
}

#[test]
fn a_depot_is_the_same_however_its_letters_are_typed() {
    for typed in ["leipzig", "LEIPZIG"] {
        let answers = ask_at(13, &at(typed));
        let values: Vec<_> = answers.iter().map(|it| it.diary.value.clone()).collect();
        let named: Vec<_> =
            ask_at(13, &at("Leipzig")).iter().map(|it| it.diary.value.clone()).collect();
        assert_eq!(values, named, "{typed}");
    }
}

const OVERWRITTEN: &str =
    "The snapshot says: handed over, with Ben, next door. That overwrote where it was before.";

#[test]
fn on_tuesday_morning_it_was_at_leipzig() {
    let answers = ask_at(13, &Question::WhereOn { day: day(10) });
    let labels: Vec<_> = answers.iter().map(|answer| answer.label).collect();
    assert_eq!(labels, ["at the start of the day", "at the end of the day"]);
    let [start, end] = answers.as_slice() else { panic!("two ends of a day") };
    assert_eq!((&start.diary.value, start.diary.version), (&names(&["at Leipzig"]), 10));
    assert_eq!(start.diary.note, "since entry 10, 9 February 2026, 18:05");
    assert_eq!(cited(start), [10]);
    cannot_know(start, OVERWRITTEN, Some(11));
    // The row was not changed any more, so it has held this since.
    assert_eq!((&end.diary.value, end.diary.version), (&names(&["with Ben, next door"]), 13));
    knows(end, &end.diary.value);
}

#[test]
fn where_it_was_on_other_days() {
    let on = |version, of| ask_at(version, &Question::WhereOn { day: day(of) });
    let words = |answers: &[Answer]| -> Vec<String> {
        answers.iter().map(|answer| answer.diary.words(&Utc)).collect()
    };
    assert_eq!(words(&on(13, 4)), ["not registered yet", "not registered yet"]);
    assert_eq!(words(&on(13, 5)), ["not registered yet", "on the way from Hamburg"]);
    assert_eq!(words(&on(13, 7)), ["at Leipzig", "at Leipzig"]);
    assert_eq!(words(&on(1, 5)), ["not registered yet", "with the sender"]);
    assert_eq!(words(&on(2, 5)), ["not registered yet", "on the way to the first depot"]);
    // Before it was registered it was nowhere. A row that says “registered” knows that, too.
    let only = on(1, 5);
    knows(&only[0], &Value::Nothing("not registered yet"));
    let collected = on(2, 5);
    assert!(matches!(collected[0].snapshot, Verdict::CannotKnow { overwritten_by: None, .. }));
    // A try changes nothing of where it is.
    assert_eq!(words(&on(9, 9)), ["at Leipzig", "on the way from Leipzig"]);
    // Today has no end yet, and tomorrow has not come.
    let today = ask_on(10, &story(), &Question::WhereOn { day: day(10) });
    assert_eq!((today[1].label, words(&today)[1].as_str()), ("so far", "with Ben, next door"));
    let tomorrow = ask_on(9, &story(), &Question::WhereOn { day: day(10) });
    assert_eq!(words(&tomorrow), ["not yet"]);
    knows(&tomorrow[0], &Value::NotYet { now: None });
}

#[test]
fn what_is_true_of_another_day_counts_there() {
    // That it left Leipzig on Monday was written on Tuesday.
    let mut days = vec![None; 13];
    days[10] = Some(day(9));
    let diary = with_days(&story(), &days);
    let answers = ask_on(20, &diary, &Question::WhereOn { day: day(10) });
    let start = &answers[0].diary;
    assert_eq!((&start.value, start.version), (&names(&["on the way from Leipzig"]), 11));
    let note = "by what had been written then: at Leipzig; entry 11 came later";
    assert_eq!(start.note, note);
    let stay = &ask_on(20, &diary, &at("Leipzig"))[0].diary;
    assert_eq!(stay.note, "in 2 stays; by the times at which they were written");
}

#[test]
fn at_leipzig_it_lay_for_3_d_12_h_40_min() {
    let answers = ask_at(13, &at("Leipzig"));
    let [in_all, longest] = answers.as_slice() else { panic!("{answers:?}") };
    let span = |days, hours, minutes| {
        Value::Span(TimeDelta::days(days) + TimeDelta::hours(hours) + TimeDelta::minutes(minutes))
    };
    assert_eq!((in_all.label, &in_all.diary.value), ("in all", &span(3, 12, 40)));
    assert_eq!(in_all.diary.words(&Utc), "3 d 12 h 40 min");
    assert_eq!((in_all.diary.note.as_str(), cited(in_all)), ("in 2 stays", vec![7, 8, 10, 11]));
    cannot_know(in_all, OVERWRITTEN, None);
    assert_eq!((longest.label, &longest.diary.value), ("at the longest", &span(2, 23, 25)));
    assert_eq!((cited(longest), longest.diary.version), (vec![7, 8], 8));

    let hamburg = ask_at(13, &at("Hamburg"));
    assert_eq!((&hamburg[0].diary.value, cited(&hamburg[0])), (&span(0, 2, 40), vec![3, 4]));
    cannot_know(&hamburg[0], OVERWRITTEN, Some(4));
    let never = ask_at(13, &at("Berlin"));
    assert_eq!(never[0].diary.value, Value::Nothing("it was never there"));
    cannot_know(&never[0], OVERWRITTEN, None);
}

#[test]
fn while_it_lies_there_only_what_has_ended_is_counted() {
    let first = ask_at(7, &at("Leipzig"));
    for answer in &first {
        let still = Value::Nothing("it is still there for the first time");
        assert_eq!((&answer.diary.value, cited(answer)), (&still, vec![7]));
        assert_eq!(answer.diary.note, "it is there now, since 6 February 2026, 07:50");
        let why = "The snapshot says: in a depot, at Leipzig. That overwrote where it was before.";
        cannot_know(answer, why, None);
    }
    let again = ask_at(10, &at("Leipzig"));
    assert_eq!(again[0].diary.words(&Utc), "2 d 23 h 25 min");
    assert_eq!(again[0].diary.note, "it is there now, since 9 February 2026, 18:05");
    // Before the first depot, the row knows that there was none.
    for version in 0..=2 {
        for answer in ask_at(version, &at("Leipzig")) {
            assert_eq!(answer.diary.value, Value::Nothing("it was never there"));
            knows(&answer, &answer.diary.value);
        }
    }
}

#[test]
fn delivery_was_tried_twice() {
    let answers = ask_at(13, &Question::Tries);
    let [often, why] = answers.as_slice() else { panic!("{answers:?}") };
    assert_eq!((often.label, &often.diary.value), ("how often", &Value::Count(2)));
    assert_eq!((cited(often), often.diary.version), (vec![9, 12], 12));
    let reasons = names(&["nobody at home", "the bell is broken"]);
    assert_eq!((why.label, &why.diary.value), ("why", &reasons));
    let steps: Vec<_> = why.diary.cases.iter().map(|case| case.steps[0].words(&Utc)).collect();
    assert_eq!(steps, ["9 February 2026, 10:40", "10 February 2026, 11:15"]);
    let lost = "The snapshot says: handed over, with Ben, next door. That overwrote what was \
                tried before.";
    cannot_know(often, lost, Some(13));
    cannot_know(why, lost, None);

    // Until then the row counts them, since the rules need to know how many there were.
    let answers = ask_at(12, &Question::Tries);
    knows(&answers[0], &Value::Count(2));
    let why = "The snapshot counts 2 failed tries. Why a try failed was never written in it.";
    cannot_know(&answers[1], why, None);
    for version in 0..=8 {
        let answers = ask_at(version, &Question::Tries);
        knows(&answers[0], &Value::Count(0));
        knows(&answers[1], &Value::Nothing("no try has failed"));
    }
}

#[test]
fn after_the_third_failed_try_the_row_knows_how_many_there_were() {
    let mut diary = Diary::default();
    let way = [registered(), Event::Collected {}, arrived("Leipzig"), left("Leipzig")];
    let tries = ["no bell", "a dog", "no bell"].map(tried);
    for event in way.into_iter().chain(tries).chain([Event::SentBack {}]) {
        diary.append(crate::mirror::begun(), [event]);
    }
    let answers = ask_on(20, &diary, &Question::Tries);
    knows(&answers[0], &Value::Count(3));
    let why = "The snapshot counts 3 failed tries. Why a try failed was never written in it.";
    cannot_know(&answers[1], why, None);
    let back = ask_on(20, &diary, &Question::BackOrTwice);
    assert_eq!((&back[0].diary.value, cited(&back[0])), (&Value::Yes, vec![8]));
    knows(&back[0], &Value::Yes);
}

#[test]
fn it_was_not_sent_back_and_was_at_leipzig_twice() {
    let answers = ask_at(13, &Question::BackOrTwice);
    let [back, twice] = answers.as_slice() else { panic!("{answers:?}") };
    assert_eq!((back.label, &back.diary.value), ("sent back", &Value::No));
    knows(back, &Value::No);
    assert_eq!((twice.label, &twice.diary.value), ("at the same depot twice", &Value::Yes));
    assert_eq!((twice.diary.words(&Utc), cited(twice)), ("yes: Leipzig".into(), vec![7, 10]));
    assert_eq!(twice.diary.version, 10);
    cannot_know(twice, OVERWRITTEN, Some(8));
    // At its first time there it was there once, and the row can’t tell.
    let twice = &ask_at(9, &Question::BackOrTwice)[1];
    assert_eq!(twice.diary.value, Value::No);
    assert!(matches!(twice.snapshot, Verdict::CannotKnow { overwritten_by: None, .. }));
}

#[test]
fn its_way_went_by_four_stops() {
    let way = ask_at(13, &Question::Way).remove(0);
    assert_eq!(way.diary.value, names(&["Hamburg", "Hanover", "Leipzig", "Leipzig"]));
    assert_eq!((cited(&way), way.diary.version), (vec![3, 5, 7, 10], 10));
    cannot_know(&way, OVERWRITTEN, None);
    let first = ask_at(4, &Question::Way).remove(0);
    let why = "The snapshot says: out for delivery, on the way from Hamburg. That overwrote \
               where it was before.";
    cannot_know(&first, why, Some(4));
    for version in 0..=2 {
        let none = ask_at(version, &Question::Way).remove(0);
        knows(&none, &Value::Nothing("it has been at no depot yet"));
    }
}

#[test]
fn where_it_is_now_both_know() {
    for version in 0..=13 {
        let now = ask_at(version, &Question::WhereNow).remove(0);
        knows(&now, &now.diary.value);
    }
    let now = ask_at(13, &Question::WhereNow).remove(0);
    assert_eq!((now.diary.value, now.diary.version), (names(&["with Ben, next door"]), 13));
}

#[test]
fn questions_are_asked_as_people_ask_them() {
    let today = day(20);
    let of_cards = Parcel::CARDS.iter().map(|card| {
        let texts: Vec<_> = card.fields.iter().map(|field| (field.suggested)(today)).collect();
        Parcel::question(card.id, &texts).expect("what is suggested can be read").words(today)
    });
    let expected = [
        "Where was it on 13 January 2026?",
        "How long did it lie at Leipzig?",
        "How often was delivery tried, and why did it fail?",
        "Was it ever sent back, or at the same depot twice?",
        "Which way did it take?",
        "Where is it now?",
    ];
    assert_eq!(of_cards.collect::<Vec<_>>(), expected);
    // In the month after the story, it is asked about its Tuesday.
    let march = NaiveDate::from_ymd_opt(2026, 3, 20).unwrap();
    assert_eq!((Parcel::CARDS[0].fields[0].suggested)(march), "2026-02-10");
    let will = Question::WhereOn { day: day(21) }.words(today);
    assert_eq!(will, "Where will it be on 21 February 2026?");
}
