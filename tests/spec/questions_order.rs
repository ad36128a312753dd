//! What can be asked of the order ORD-1, with the course's exact answers.

use chrono::{TimeDelta, TimeZone, Utc};
use course::course;
use diary::{Diary, Snapshot};
use examples::{
    Money,
    order::{Event, HowMany, Order, questions::Question},
    questions::{Answer, Value, Verdict},
};

use crate::verdicts::{cannot_know, knows};

/// Asks about the first `version` entries of the story.
fn ask_at(version: usize, question: Question) -> Answer {
    let (mut diary, mut row) = (Diary::default(), Snapshot::<Order>::default());
    for entry in course().order.until(version) {
        diary.append(entry.at, [entry.event.clone()]);
        row.overwrite(entry.at, &entry.event);
    }
    let mut answers = question.ask(&diary, &row);
    assert_eq!(answers.len(), 1);
    answers.remove(0)
}

/// Asks about the whole story.
fn ask(question: Question) -> Answer {
    ask_at(9, question)
}

fn cited(answer: &Answer) -> Vec<usize> {
    answer.diary.rests_on.iter().map(|part| part.entry).collect()
}

fn names(names: &[&str]) -> Value {
    Value::Names(names.iter().map(ToString::to_string).collect())
}

#[test]
fn the_payment_was_received_on_19_february_at_9_30() {
    let at = Value::At(Utc.with_ymd_and_hms(2026, 2, 19, 9, 30, 0).unwrap());
    let answer = ask(Question::WhenPaid);
    assert_eq!((&answer.diary.value, answer.diary.version), (&at, 8));
    assert_eq!(answer.diary.value.words(&Utc), "19 February 2026, 09:30");
    assert_eq!(cited(&answer), [8]);
    let why = "The snapshot says that it was paid. But it keeps only the time of its last \
               change: the time of shipping overwrote the time of payment.";
    cannot_know(&answer, why, Some(9));
    // Until the shipping, the payment was the last change: then the row knows.
    let answer = ask_at(8, Question::WhenPaid);
    assert_eq!(answer.diary.value, at);
    knows(&answer, &at);
}

#[test]
fn the_mug_was_removed_and_re_added() {
    let answer = ask(Question::RemovedAndReadded);
    assert_eq!((&answer.diary.value, answer.diary.version), (&Value::Yes, 5));
    assert_eq!(cited(&answer), [4, 5]);
    assert_eq!(answer.diary.note, "lamp: removed and not added again");
    cannot_know(
        &answer,
        "The snapshot holds tea, mug. What was taken out left no trace in it.",
        Some(5),
    );
    // After entry 4 the mug was only removed.
    let answer = ask_at(4, Question::RemovedAndReadded);
    assert_eq!((&answer.diary.value, cited(&answer)), (&Value::No, vec![]));
    assert_eq!(answer.diary.note, "removed only: mug");
    assert!(matches!(answer.snapshot, Verdict::CannotKnow { overwritten_by: None, .. }));
}

#[test]
fn the_lamp_never_came_back() {
    let answer = ask(Question::NeverCameBack);
    assert_eq!((&answer.diary.value, answer.diary.version), (&names(&["lamp"]), 7));
    assert_eq!(cited(&answer), [7]);
    cannot_know(
        &answer,
        "The snapshot holds tea, mug. What was taken out left no trace in it.",
        Some(7),
    );
    let answer = ask_at(6, Question::NeverCameBack);
    assert_eq!((&answer.diary.value, answer.diary.version), (&Value::Nothing("nothing"), 6));
    assert!(matches!(answer.snapshot, Verdict::CannotKnow { overwritten_by: None, .. }));
}

#[test]
fn what_was_in_it_when_it_was_paid() {
    let basket =
        Value::Basket { items: vec!["tea".into(), "mug".into()], total: Money::cents(20_50) };
    for version in [8, 9] {
        let answer = ask_at(version, Question::ItemsWhenPaid);
        assert_eq!((&answer.diary.value, answer.diary.version), (&basket, 8));
        assert_eq!(answer.diary.value.words(&Utc), "tea, mug, together 20.50");
        assert_eq!(answer.diary.note, "paid in entry 8");
        assert_eq!(cited(&answer), [2, 3, 4, 5, 6, 7]);
        let changes =
            [12_00, 8_50, -12_00, 12_00, 39_00, -39_00].map(|cents| Money::cents(cents).into());
        let found: Vec<_> = answer.diary.rests_on.iter().filter_map(|part| part.change).collect();
        assert_eq!(found, changes);
        // What is paid for can't change: the row holds it still.
        knows(&answer, &basket);
    }
}

#[test]
fn from_payment_to_shipping_took_2_d_7_h_15_min() {
    let answer = ask(Question::PaymentToShipping);
    let span = TimeDelta::days(2) + TimeDelta::hours(7) + TimeDelta::minutes(15);
    assert_eq!((&answer.diary.value, answer.diary.version), (&Value::Span(span), 9));
    assert_eq!(answer.diary.value.words(&Utc), "2 d 7 h 15 min");
    assert_eq!(cited(&answer), [8, 9]);
    let why = "The snapshot holds one time, that of its last change. To tell how long it took, \
               it would need two times, and the second one overwrote the first.";
    cannot_know(&answer, why, Some(9));
    let answer = ask_at(8, Question::PaymentToShipping);
    assert_eq!(answer.diary.value, Value::Nothing("not shipped yet"));
    knows(&answer, &answer.diary.value);
}

#[test]
fn nothing_is_paid_before_it_is_paid() {
    for version in 0..=7 {
        for question in [Question::WhenPaid, Question::ItemsWhenPaid, Question::PaymentToShipping] {
            let answer = ask_at(version, question);
            assert_eq!(answer.diary.value, Value::Nothing("not paid yet"));
            assert_eq!((cited(&answer), answer.diary.version), (vec![], version));
            knows(&answer, &answer.diary.value);
        }
    }
}

#[test]
fn an_empty_diary_is_an_honest_none_in_both() {
    for question in Question::ALL {
        let answer = ask_at(0, question);
        assert!(matches!(answer.diary.value, Value::Nothing(_) | Value::No), "{answer:#?}");
        assert_eq!((cited(&answer), answer.diary.version), (vec![], 0));
        knows(&answer, &answer.diary.value);
    }
}

#[test]
fn two_items_can_be_out_at_once() {
    let (mut diary, mut row) = (Diary::default(), Snapshot::<Order>::default());
    let added =
        |name: &str| Event::ItemAdded { name: name.into(), price: Money::cents(1), quantity: 1 };
    let removed =
        |name: &str| Event::ItemRemoved { name: name.into(), quantity: HowMany::Exactly(1) };
    let facts = [
        Event::OrderCreated { number: "ORD-2".into() },
        added("mug"),
        added("tea"),
        removed("mug"),
        removed("tea"),
        added("tea"),
        added("mug"),
        removed("mug"),
    ];
    for fact in facts {
        row.overwrite(crate::mirror::begun(), &fact);
        diary.append(crate::mirror::begun(), [fact]);
    }
    let back = &Question::RemovedAndReadded.ask(&diary, &row)[0];
    assert_eq!((&back.diary.value, cited(back)), (&Value::Yes, vec![4, 5, 6, 7]));
    assert_eq!(back.diary.words(&Utc), "yes: mug, tea");
    let note = "mug: removed again later, and not added again since";
    assert_eq!((back.diary.version, back.diary.note.as_str()), (7, note));
    let gone = &Question::NeverCameBack.ask(&diary, &row)[0];
    assert_eq!((&gone.diary.value, cited(gone)), (&names(&["mug"]), vec![8]));
}

#[test]
fn questions_are_asked_as_people_ask_them() {
    let words = Question::ALL.map(Question::words);
    let expected = [
        "When was the payment received?",
        "Was an item removed and re-added?",
        "What was in the order when it was paid?",
        "What was removed and never came back?",
        "How long did it take from payment to shipping?",
    ];
    assert_eq!(words, expected);
}

#[test]
fn a_payment_with_a_day_of_its_own_was_received_on_that_day() {
    let own = chrono::NaiveDate::from_ymd_opt(2026, 2, 17).unwrap();
    let mut days = vec![None; 9];
    days[7] = Some(own);
    let diary = crate::true_days::with_days(&course().order, &days);
    let mut row = Snapshot::<Order>::default();
    for entry in diary.until(8) {
        row.overwrite(entry.at, &entry.event);
    }
    let answer = Question::WhenPaid.ask(&diary, &row).remove(0);
    assert_eq!(answer.diary.value, Value::On(own));
    let both = answer.diary.cases[0].steps[0].words(&Utc);
    assert_eq!(both, "17 February 2026, written on 19 February 2026, 09:30");
    // The row has one clock, and says by which it answers.
    let at = Utc.with_ymd_and_hms(2026, 2, 19, 9, 30, 0).unwrap();
    let by_writing =
        Verdict::Knows { value: Value::At(at), note: "the payment was the last change".into() };
    assert_eq!(answer.snapshot, by_writing);
    let span = Question::PaymentToShipping.ask(&diary, &row).remove(0).diary;
    assert_eq!(span.note, "by the times at which they were written");
}
