//! Questions of the reader's own about the parcel PCL-1, with exact answers of both worlds.

use chrono::{DateTime, NaiveDate, Utc};
use examples::{
    parcel::Parcel,
    questions::{
        Answer, Value,
        own::{Question, Span},
    },
};

use crate::{
    own_stories::{ask_at, cited, question},
    parcel_story::story,
    verdicts::{cannot_know, knows},
};

/// Asks about the first `version` entries of the story.
fn ask(version: usize, measure: &str, topic: &str, depot: &str, span: Span) -> Answer {
    ask_at::<Parcel>(&story(), version, &question(measure, topic, depot, span))
}

fn at(entry: usize) -> DateTime<Utc> {
    story().entry(entry).unwrap().at
}

fn on(day: u32) -> Span {
    Span::On(NaiveDate::from_ymd_opt(2026, 2, day).unwrap())
}

fn entries(answer: &Answer) -> Vec<usize> {
    cited(answer).into_iter().map(|(entry, _)| entry).collect()
}

#[test]
fn the_diary_tells_of_every_kind_of_entry() {
    let first = ask(13, "first", "tries", "", Span::Any);
    assert_eq!((&first.diary.value, entries(&first)), (&Value::At(at(9)), vec![9]));
    assert_eq!(first.diary.note, "Delivery tried: nobody at home");
    let arrivals = ask(13, "how-many", "arrivals", "Leipzig", Span::Any);
    assert_eq!((&arrivals.diary.value, entries(&arrivals)), (&Value::Count(2), vec![7, 10]));
    let departures = ask(13, "list", "departures", "", on(10));
    assert_eq!((&departures.diary.value, entries(&departures)), (&Value::Count(1), vec![11]));
    let all = ask(13, "how-many", "everything", "Hanover", Span::Any);
    assert_eq!((&all.diary.value, entries(&all)), (&Value::Count(2), vec![5, 6]));
    let back = ask(13, "how-many", "sent-back", "", Span::Any);
    assert_eq!(back.diary.value, Value::Count(0));
}

#[test]
fn the_row_tells_what_its_cells_say() {
    // Nobody needs a past to know these.
    knows(&ask(13, "last", "handed-over", "", Span::Any), &Value::At(at(13)));
    knows(&ask(13, "how-many", "sent-back", "", Span::Any), &Value::Count(0));
    knows(&ask(12, "how-many", "tries", "", Span::Any), &Value::Count(2));
    knows(&ask(8, "how-many", "tries", "", Span::Any), &Value::Count(0));
    knows(&ask(10, "last", "arrivals", "Leipzig", Span::Any), &Value::At(at(10)));
    knows(&ask(8, "last", "departures", "", Span::Any), &Value::At(at(8)));
    // A parcel is registered, and then it is collected.
    knows(&ask(13, "how-many", "registered", "", Span::Before(2)), &Value::Count(1));
    knows(&ask(13, "how-many", "collected", "", Span::Before(2)), &Value::Count(0));
    knows(&ask(13, "how-many", "collected", "", Span::After(1)), &Value::Count(1));
    knows(&ask(13, "how-many", "collected", "", Span::After(2)), &Value::Count(0));
    knows(&ask(2, "how-many", "everything", "", Span::Before(2)), &Value::Count(1));
    knows(&ask(2, "last", "everything", "", Span::After(1)), &Value::At(at(2)));
    for version in 1..=2 {
        knows(&ask(version, "how-many", "arrivals", "Leipzig", Span::Any), &Value::Count(0));
    }
}

#[test]
fn the_row_cannot_tell_what_was_overwritten() {
    let why = "The snapshot says: handed over, with Ben, next door. Every step on the way there \
               was overwritten by the next one.";
    cannot_know(&ask(13, "how-many", "arrivals", "Leipzig", Span::Any), why, None);
    cannot_know(&ask(13, "first", "departures", "", Span::Any), why, Some(5));
    let why = "The snapshot says: handed over. It did not keep when and why a try failed.";
    cannot_know(&ask(13, "how-many", "tries", "", Span::Any), why, None);
    let why = "The snapshot says: out for delivery, 2 failed tries. It did not keep when and why \
               a try failed.";
    cannot_know(&ask(12, "first", "tries", "", Span::Any), why, Some(10));
    let why = "The snapshot says that it was registered, but not when.";
    cannot_know(&ask(13, "first", "registered", "", Span::Any), why, Some(2));
    // With a failed try since, the last change need not have been that it left.
    let why = "The snapshot says: out for delivery, 1 failed try, on the way from Leipzig. Every \
               step on the way there was overwritten by the next one.";
    cannot_know(&ask(9, "last", "departures", "", Span::Any), why, Some(9));
}

#[test]
fn questions_are_whole_sentences() {
    let words =
        |measure, topic, depot, span| question::<Parcel>(measure, topic, depot, span).words();
    let sentences = [
        (words("how-many", "tries", "", Span::Any), "How many failed tries were there?"),
        (words("first", "tries", "", Span::Any), "The first failed try"),
        (words("list", "arrivals", "Leipzig", Span::Any), "List all arrivals at Leipzig"),
        (
            words("last", "departures", "Hanover", Span::Before(9)),
            "The last departure from Hanover before entry 9",
        ),
        (
            words("list", "everything", "Hamburg", on(5)),
            "List all entries about Hamburg on 5 February 2026",
        ),
    ];
    for (said, expected) in sentences {
        assert_eq!(said, expected);
    }
    let usual = Question::<Parcel>::read(r#"["first","tries",null,""]"#).unwrap();
    assert_eq!(usual.text(), r#"["first","tries",null,""]"#);
}
