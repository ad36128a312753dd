//! What a row can honestly tell to questions of the reader's own, in both stories.

use chrono::Utc;
use course::course;
use diary::{Diary, Snapshot};
use examples::{
    bank::Bank,
    order::Order,
    questions::{
        Value, Verdict,
        own::{Queryable, Question, Span},
    },
};

use crate::{
    honest::rebuilt,
    own_stories::{
        FEBRUARY, MARCH, NONE, ask_at, at, bank, cited, day, money, order, order_at, question,
        said, total,
    },
    verdicts::{after_all, cannot_know, knows},
};

#[test]
fn what_the_bank_s_row_can_honestly_tell() {
    // No column on the screen counts fees, whatever the program notes for its rules.
    let answer = bank("how-many", "fees", "", Span::Any);
    assert_eq!(cited(&answer), [(8, None)]);
    let why = "The snapshot holds 490.00 and 150.00. Every fee went into that and was then \
               forgotten.";
    for measure in ["how-much", "how-many", "biggest", "first"] {
        cannot_know(&bank(measure, "fees", "", Span::Any), why, Some(9));
    }
    cannot_know(&bank("how-many", "fees", "", Span::Between(day(2, 1), day(3, 31))), why, Some(9));
    let why = "The snapshot holds 490.00. Every fee went into that and was then forgotten.";
    cannot_know(&bank("how-many", "fees", "everyday", Span::Any), why, Some(9));
    let why =
        "The snapshot holds 490.00 and 150.00. Every refund went into that and was then forgotten.";
    cannot_know(&bank("biggest", "refunds", "", Span::Any), why, Some(11));
    let until_9 = ask_at::<Bank>(&course().bank, 9, &question("first", "refunds", "", Span::Any));
    assert!(matches!(until_9.snapshot, Verdict::CannotKnow { overwritten_by: None, .. }));
    // Each account is opened once.
    knows(&bank("how-many", "openings", "", Span::Any), &Value::Count(2));
    knows(&bank("how-many", "openings", "savings", Span::Any), &Value::Count(1));
    // Nothing was written since, so there even the row knows.
    knows(&bank("list", "deposits", "", Span::In(MARCH.next())), &total(0, 0));
}

#[test]
fn what_the_order_s_row_can_honestly_tell() {
    for (version, value) in [(7, total(0, 0)), (8, total(1, 20_50)), (9, total(1, 20_50))] {
        let answer = order_at(version, "how-much", "payments", "", Span::Any);
        assert_eq!(answer.diary.value, value);
        knows(&answer, &value);
    }
    // Until the shipping, the payment was the last change: then the row knows when it was.
    knows(&order_at(8, "first", "payments", "", Span::Any), &at(2, 19, 9, 30));
    knows(&order_at(8, "how-many", "payments", "", Span::On(day(2, 18))), &Value::Count(0));
    let answer = order("first", "payments", "", Span::Any);
    assert_eq!(said(&answer), (&at(2, 19, 9, 30), 8, "Payment of 20.50 received"));
    let why = "The snapshot says that it was paid. But it keeps only the time of its last \
               change: the time of shipping overwrote the time of payment.";
    cannot_know(&answer, why, Some(9));
    knows(&order("last", "shipped", "", Span::Any), &at(2, 21, 16, 45));
    knows(&order("how-many", "shipped", "", Span::In(FEBRUARY)), &Value::Count(1));
    // A list has dates.
    let Verdict::Knows { note, .. } = order("list", "shipped", "", Span::Any).snapshot else {
        panic!("it was the last change")
    };
    assert_eq!(note, "the shipping was the last change, 21 February 2026, 16:45");
    knows(&order("how-many", "shipped", "", Span::On(day(2, 20))), &Value::Count(0));
    knows(&order_at(8, "first", "shipped", "", Span::Any), &NONE);
    knows(&order("how-many", "created", "", Span::Any), &Value::Count(1));
    let why = "The snapshot says that it was created, but not when.";
    cannot_know(&order("first", "created", "", Span::Any), why, Some(2));
    let why = "The snapshot holds tea, mug. It did not keep when and how that came into it.";
    cannot_know(&order("how-many", "items-added", "mug", Span::Any), why, None);
    cannot_know(&order("how-many", "items-added", "tea", Span::Any), why, None);
    let why = "The snapshot says where the order stands. Every step on the way there was \
               overwritten by the next one.";
    cannot_know(&order("how-many", "everything", "", Span::Any), why, None);
}

#[test]
fn in_the_past_the_row_knows_only_what_never_was() {
    let story = course().bank;
    let mut row = Snapshot::<Bank>::default();
    for entry in story.entries() {
        row.overwrite(entry.at, &entry.event);
    }
    let why = "The snapshot only knows now. It did not keep what it held at the moment that is \
               shown.";
    let balance = question::<Bank>("how-much", "everything", "everyday", Span::Any);
    for (version, cents, by) in [(2, 500_00, 3), (4, 580_00, 6), (10, 450_00, 11)] {
        let answer = balance.answer(&story, version, &row, &after_all(Utc));
        assert_eq!(answer.diary.value, money(cents));
        cannot_know(&answer, why, Some(by));
    }
    knows(&balance.answer(&story, 11, &row, &after_all(Utc)), &money(490_00));
    let april = question::<Bank>("how-many", "deposits", "", Span::In(MARCH.next()));
    knows(&april.answer(&story, 5, &row, &after_all(Utc)), &Value::Count(0));
}

#[test]
fn what_can_only_have_been_so_the_row_knows() {
    // Whatever came last, the row has its time. About one thing that may have been another time.
    knows(&bank("last", "everything", "", Span::Any), &at(3, 12, 8, 15));
    knows(&bank("last", "everything", "", Span::In(MARCH)), &at(3, 12, 8, 15));
    knows(&order("last", "everything", "", Span::Any), &at(2, 21, 16, 45));
    let why = "The snapshot says where the order stands. Every step on the way there was \
               overwritten by the next one.";
    cannot_know(&order("last", "everything", "mug", Span::Any), why, None);
    cannot_know(&order("first", "everything", "", Span::In(FEBRUARY)), why, Some(2));
    // Nothing comes before an order is created, nor before an account is open.
    knows(&order("how-many", "created", "", Span::Before(5)), &Value::Count(1));
    knows(&order("how-many", "created", "", Span::After(1)), &Value::Count(0));
    let one_account = |topic, span| {
        ask_at::<Bank>(&course().bank, 4, &question("how-many", topic, "everyday", span))
    };
    knows(&one_account("openings", Span::After(1)), &Value::Count(0));
    // A transfer needs two accounts.
    knows(&one_account("transfers", Span::Any), &Value::Count(0));
    // What came last was not there at any moment before.
    let story = course().order;
    let shipped = question::<Order>("first", "shipped", "", Span::Any);
    let row = rebuilt::<Order>(&story);
    knows(&shipped.answer(&story, 8, &row, &after_all(Utc)), &NONE);
}

#[test]
fn before_anything_happened_both_say_none() {
    fn law<D: Queryable>() {
        for topic in Question::<D>::topics() {
            let question = D::usual(day(3, 20)).with_topic(&topic.key).with_span(Span::Any);
            for measure in question.measures() {
                let question = question.clone().with_measure(&measure.key);
                let answer = ask_at::<D>(&Diary::default(), 0, &question);
                assert_eq!(
                    (answer.diary.value.words(&Utc), answer.diary.version),
                    ("none".into(), 0)
                );
                knows(&answer, &answer.diary.value);
            }
        }
    }
    each_once!(law);
}
