//! A second, naive model of the order: plain loops over its entries, and over the cells on the
//! screen. It shares no code with the questions, and judges both worlds.

use chrono::{DateTime, Utc};
use diary::{Diary, Entry};
use examples::{
    Money,
    order::{Event, HowMany, Order, Status, questions::Question},
    questions::{Answer, Case, Value, Verdict},
    shown,
};
use proptest::{prelude::*, test_runner::TestCaseError};

use crate::{
    explains::is_explained,
    naive_days::own_days,
    random::{Tale, check_times, scripts},
    true_days::with_days,
};

type Holds = Result<(), TestCaseError>;

/// The first entry of this kind.
fn first(diary: &Diary<Event>, is_it: fn(&Event) -> bool) -> Option<&Entry<Event>> {
    diary.entries().iter().find(|entry| is_it(&entry.event))
}

fn paid(diary: &Diary<Event>) -> Option<&Entry<Event>> {
    first(diary, |event| matches!(event, Event::PaymentReceived { .. }))
}

fn shipped(diary: &Diary<Event>) -> Option<&Entry<Event>> {
    first(diary, |event| matches!(event, Event::OrderShipped {}))
}

/// A removal: its entry, what it took out and how many, and how many came back in which entries.
struct Removed {
    entry: usize,
    name: String,
    quantity: u32,
    back: Vec<(usize, u32)>,
}

impl Removed {
    fn missing(&self) -> u32 {
        self.quantity - self.back.iter().map(|(_, back)| back).sum::<u32>()
    }

    /// The entries that say what became of it.
    fn entries(&self) -> Vec<usize> {
        [self.entry].into_iter().chain(self.back.iter().map(|(entry, _)| *entry)).collect()
    }
}

/// Each removal. What is put in are those that have been out for longest.
fn removals(diary: &Diary<Event>) -> Vec<Removed> {
    let mut all: Vec<Removed> = Vec::new();
    for entry in diary.entries() {
        match &entry.event {
            Event::ItemRemoved { name, quantity } => {
                let before = contents(diary, entry.number - 1);
                let there = before.iter().find(|item| item.0 == name.as_str()).map_or(0, |it| it.1);
                let quantity = match quantity {
                    HowMany::All => there,
                    HowMany::Exactly(quantity) => *quantity,
                };
                let (entry, name) = (entry.number, name.to_string());
                all.push(Removed { entry, name, quantity, back: Vec::new() });
            }
            Event::ItemAdded { name, quantity, .. } => {
                let mut left = *quantity;
                for out in all.iter_mut().filter(|it| it.name == name.as_str()) {
                    let back = left.min(out.missing());
                    left -= back;
                    out.back.extend(Some((entry.number, back)).filter(|_| back > 0));
                }
            }
            Event::OrderCreated { .. } | Event::PaymentReceived { .. } | Event::OrderShipped {} => {
            }
        }
    }
    all
}

/// What has not come back, each item with its number, in the order in which it went.
fn missing(all: &[Removed]) -> Vec<String> {
    let mut names: Vec<&str> = Vec::new();
    let gone: Vec<_> = all.iter().filter(|it| it.missing() > 0).collect();
    for it in &gone {
        if !names.contains(&it.name.as_str()) {
            names.push(&it.name);
        }
    }
    let words = |name: &&str| {
        let of_it = || gone.iter().filter(|it| it.name == *name);
        let missing: u64 = of_it().map(|it| u64::from(it.missing())).sum();
        let taken: u64 = of_it().map(|it| u64::from(it.quantity)).sum();
        match (missing, taken) {
            (1, 1) => shown(name),
            (missing, taken) if missing == taken => format!("{missing} × {}", shown(name)),
            (missing, taken) => format!("{missing} of {taken} × {}", shown(name)),
        }
    };
    names.iter().map(words).collect()
}

fn so_many(it: &Removed) -> String {
    match it.quantity {
        1 => shown(&it.name),
        quantity => format!("{quantity} × {}", shown(&it.name)),
    }
}

/// What a list says of a removal that came back in parts: how many did.
fn says_how_many(case: &Case, removal: &Removed) -> Holds {
    let words: Vec<_> = case.steps.iter().map(|step| step.words(&Utc)).collect();
    for ((_, count), words) in removal.back.iter().zip(&words[1..]) {
        let start = if *count == removal.quantity {
            "added again ".to_owned()
        } else {
            format!("{count} of them added again ")
        };
        prop_assert!(words.starts_with(&start), "{}", words);
    }
    Ok(())
}

/// What was in it after so many entries: how many of each item, and its price in cents.
fn contents(diary: &Diary<Event>, version: usize) -> Vec<(String, u32, i64)> {
    let mut items: Vec<(String, u32, i64)> = Vec::new();
    for entry in diary.until(version) {
        match &entry.event {
            Event::ItemAdded { name, price, quantity } => {
                match items.iter_mut().find(|item| item.0 == name.as_str()) {
                    Some(item) => item.1 += quantity,
                    None => items.push((name.to_string(), *quantity, price.in_cents())),
                }
            }
            Event::ItemRemoved { name, quantity } => {
                for item in items.iter_mut().filter(|item| item.0 == name.as_str()) {
                    item.1 -= match quantity {
                        HowMany::All => item.1,
                        HowMany::Exactly(quantity) => *quantity,
                    };
                }
                items.retain(|item| item.1 > 0);
            }
            Event::OrderCreated { .. } | Event::PaymentReceived { .. } | Event::OrderShipped {} => {
            }
        }
    }
    items
}

fn total(items: &[(String, u32, i64)]) -> Money {
    Money::cents(items.iter().map(|(_, quantity, price)| i64::from(*quantity) * price).sum())
}

/// What an answer must say, and which entries its cases must list, each with what became of it.
fn is_right(diary: &Diary<Event>, question: Question, answer: &Answer) -> Holds {
    let found = &answer.diary;
    let listed: Vec<Vec<usize>> =
        found.cases.iter().map(|case| case.steps.iter().map(|step| step.entry).collect()).collect();
    let all = removals(diary);
    match question {
        Question::WhenPaid => {
            let expected = match paid(diary) {
                None => Value::Nothing("not paid yet"),
                Some(entry) => entry.true_on.map_or(Value::At(entry.at), Value::On),
            };
            prop_assert_eq!(&found.value, &expected);
        }
        Question::RemovedAndReadded => {
            let back: Vec<_> = all.iter().filter(|it| !it.back.is_empty()).collect();
            let is_so = if back.is_empty() { Value::No } else { Value::Yes };
            let entries: Vec<_> = back.iter().map(|it| it.entries()).collect();
            prop_assert_eq!((&found.value, listed), (&is_so, entries));
            for (case, removal) in found.cases.iter().zip(back) {
                says_how_many(case, removal)?;
            }
            // What is out and was back before is not said as if of one moment.
            for it in all.iter().filter(|it| it.missing() > 0) {
                let earlier = |other: &Removed| other.name == it.name && other.missing() == 0;
                let others = |other: &&Removed| other.name == it.name && other.missing() > 0;
                let is_again = all.iter().any(|other| {
                    earlier(other) && other.back.last().is_some_and(|back| back.0 < it.entry)
                });
                let is_only = all.iter().filter(others).count() == 1 && it.back.is_empty();
                if is_again && is_only {
                    let words = format!("{}: removed again later", so_many(it));
                    let many = found.note.contains("and more") || missing(&all).len() > 1;
                    prop_assert!(many || found.note.contains(&words), "{}: {}", found.note, words);
                }
            }
        }
        Question::NeverCameBack => {
            let gone = all.iter().filter(|it| it.missing() > 0);
            let entries: Vec<_> = gone.map(Removed::entries).collect();
            prop_assert_eq!(listed, entries);
            let names = match missing(&all) {
                names if names.is_empty() => Value::Nothing("nothing"),
                names => Value::Names(names),
            };
            prop_assert_eq!(&found.value, &names);
        }
        Question::ItemsWhenPaid => match paid(diary) {
            None => prop_assert_eq!(&found.value, &Value::Nothing("not paid yet")),
            Some(entry) => {
                let expected = contents(diary, entry.number);
                let Value::Basket { items, total: sum } = &found.value else {
                    panic!("{:?}", found.value)
                };
                prop_assert_eq!((items.len(), *sum), (expected.len(), total(&expected)));
            }
        },
        Question::PaymentToShipping => {
            let expected = match (paid(diary), shipped(diary)) {
                (None, _) => Value::Nothing("not paid yet"),
                (Some(_), None) => Value::Nothing("not shipped yet"),
                (Some(paid), Some(shipped)) => Value::Span(shipped.at - paid.at),
            };
            prop_assert_eq!(&found.value, &expected);
        }
    }
    Ok(())
}

/// What the cells on the screen can tell: the phase, what is in it and costs, and the last change.
/// `None`: the row cannot know.
fn row_says(
    question: Question,
    order: &Order,
    last_change: Option<DateTime<Utc>>,
) -> Option<Value> {
    let not_paid = || Value::Nothing("not paid yet");
    let nothing_happened = last_change.is_none();
    match (question, order.status()) {
        (Question::WhenPaid, Status::Paid) => last_change.map(Value::At),
        (Question::WhenPaid | Question::PaymentToShipping, Status::Shipped) => None,
        (Question::ItemsWhenPaid, Status::Paid | Status::Shipped) => {
            Some(Value::Basket { items: order.contents(), total: order.total() })
        }
        (Question::PaymentToShipping, Status::Paid) => Some(Value::Nothing("not shipped yet")),
        (Question::RemovedAndReadded, _) => nothing_happened.then_some(Value::No),
        (Question::NeverCameBack, _) => nothing_happened.then_some(Value::Nothing("nothing")),
        (
            Question::WhenPaid | Question::ItemsWhenPaid | Question::PaymentToShipping,
            Status::NotCreated | Status::Filling,
        ) => Some(not_paid()),
    }
}

#[test]
fn every_answer_about_the_order_is_that_of_a_loop() {
    // Five questions each.
    check_times(2_000, (scripts(), own_days()), |(script, own_days)| {
        let Tale { diary, row, .. } = Tale::<Order>::of(&script);
        let diary = with_days(&diary, &own_days);
        for question in Question::ALL {
            let answers = question.ask(&diary, &row);
            let [answer] = answers.as_slice() else { panic!("{answers:?}") };
            is_right(&diary, question, answer)?;
            is_explained(answer, diary.len())?;
            let says = match &answer.snapshot {
                Verdict::Knows { value, .. } => Some(value.clone()),
                Verdict::CannotKnow { overwritten_by, .. } => {
                    // One thing was there, and one entry took its place.
                    let one = match question {
                        Question::RemovedAndReadded | Question::NeverCameBack => {
                            answer.diary.cases.len() == 1
                        }
                        _ => shipped(&diary).is_some(),
                    };
                    prop_assert_eq!(overwritten_by.is_some(), one, "{:?}", answer);
                    None
                }
            };
            prop_assert_eq!(&says, &row_says(question, row.today(), row.updated_at()));
            // By the clock of writing, which is the row's only one, what it knows is so.
            let written = question.ask(&with_days(&diary, &[None]), &row).remove(0).diary.value;
            prop_assert!(says.is_none_or(|says| says == written), "{:?}", answer);
        }
        Ok(())
    });
}
