//! A second, naive model of the parcel: plain loops over its entries, and over the cells on the
//! screen. It shares no code with the questions, and judges both worlds.

use chrono::{NaiveDate, TimeDelta};
use chrono_tz::Tz;
use diary::{Diary, Entry};
use examples::{
    calendar::Calendar,
    parcel::{Event, Parcel, questions::Question},
    questions::{Answer, Finding, Value, Verdict},
    shown,
};
use proptest::{prelude::*, sample::Index, test_runner::TestCaseError};

use crate::{
    explains::{is_explained, zones},
    naive_days::{before, days, own_days},
    naive_parcel_row::row_says,
    random::{Tale, check_times, scripts},
    true_days::with_days,
};

type Holds = Result<(), TestCaseError>;

/// A time at a depot: the depot, the entry that came, and the one that went.
type Stay<'a> = (&'a str, &'a Entry<Event>, Option<&'a Entry<Event>>);

fn names(names: impl IntoIterator<Item = String>) -> Value {
    Value::Names(names.into_iter().collect())
}

/// Where an entry says that it is.
fn place(event: &Event) -> Option<String> {
    Some(match event {
        Event::Registered { .. } => "with the sender".into(),
        Event::Collected {} => "on the way to the first depot".into(),
        Event::Arrived { depot } => format!("at {}", shown(depot)),
        Event::Left { depot } => format!("on the way from {}", shown(depot)),
        Event::HandedOver { to } => format!("with {}", shown(to)),
        Event::SentBack {} => "on the way back to the sender".into(),
        Event::DeliveryTried { .. } => return None,
    })
}

/// The last of these that says where it is.
fn last_place<'a>(entries: impl Iterator<Item = &'a Entry<Event>>) -> (Value, Vec<usize>) {
    let mut last = (Value::Nothing("not registered yet"), Vec::new());
    for entry in entries {
        if let Some(place) = place(&entry.event) {
            last = (names([place]), vec![entry.number]);
        }
    }
    last
}

/// Whether two names are of one depot.
fn is_same(one: &str, other: &str) -> bool {
    one.eq_ignore_ascii_case(other)
}

fn stays(diary: &Diary<Event>) -> Vec<Stay<'_>> {
    let mut stays: Vec<Stay<'_>> = Vec::new();
    for entry in diary.entries() {
        match &entry.event {
            Event::Arrived { depot } => stays.push((depot, entry, None)),
            Event::Left { .. } => stays.last_mut().expect("it came before it left").2 = Some(entry),
            _ => {}
        }
    }
    stays
}

/// Values and the entries that they rest on, one for each answer.
fn diary_says(
    question: &Question,
    diary: &Diary<Event>,
    Calendar { today, zone }: Calendar<Tz>,
) -> Vec<(Value, Vec<usize>)> {
    let stays = stays(diary);
    let numbers = |is_it: fn(&Event) -> bool| -> Vec<usize> {
        diary.entries().iter().filter(|it| is_it(&it.event)).map(|it| it.number).collect()
    };
    match question {
        Question::WhereOn { day } if *day > today => vec![(Value::NotYet { now: None }, vec![])],
        Question::WhereOn { day } => {
            let until = |day: Option<NaiveDate>| {
                let entries = diary.entries().iter();
                last_place(entries.filter(|it| day.is_none_or(|day| before(it, day, zone))))
            };
            let next = Some(day.succ_opt().unwrap_or(*day)).filter(|_| *day < today);
            vec![until(Some(*day)), until(next)]
        }
        Question::HowLongAt { depot } => {
            let there: Vec<_> = stays.iter().filter(|stay| is_same(stay.0, depot)).collect();
            let mut all = (TimeDelta::zero(), Vec::new());
            let mut longest: Option<(TimeDelta, Vec<usize>)> = None;
            for (_, came, went) in &there {
                let Some(went) = went else { continue };
                let (took, entries) = (went.at - came.at, [came.number, went.number]);
                all.0 += took;
                all.1.extend(entries);
                if longest.as_ref().is_none_or(|(most, _)| took > *most) {
                    longest = Some((took, entries.to_vec()));
                }
            }
            match (longest, there.last()) {
                (Some((most, entries)), _) => {
                    vec![(Value::Span(all.0), all.1), (Value::Span(most), entries)]
                }
                (None, Some((_, came, _))) => {
                    let still = Value::Nothing("it is still there for the first time");
                    vec![(still, vec![came.number]); 2]
                }
                (None, None) => vec![(Value::Nothing("it was never there"), vec![]); 2],
            }
        }
        Question::Tries => {
            let entries = numbers(|event| matches!(event, Event::DeliveryTried { .. }));
            let reasons = diary.entries().iter().filter_map(|it| match &it.event {
                Event::DeliveryTried { reason } => Some(shown(reason)),
                _ => None,
            });
            let why = if entries.is_empty() {
                Value::Nothing("no try has failed")
            } else {
                names(reasons)
            };
            vec![(Value::Count(entries.len()), entries.clone()), (why, entries)]
        }
        Question::BackOrTwice => {
            let yes = |is_so: bool| if is_so { Value::Yes } else { Value::No };
            let back = numbers(|event| matches!(event, Event::SentBack {}));
            let often = |depot: &str| stays.iter().filter(|stay| is_same(stay.0, depot)).count();
            let twice = stays.iter().filter(|stay| often(stay.0) > 1);
            let twice: Vec<_> = twice.map(|stay| stay.1.number).collect();
            vec![(yes(!back.is_empty()), back), (yes(!twice.is_empty()), twice)]
        }
        Question::Way if stays.is_empty() => {
            vec![(Value::Nothing("it has been at no depot yet"), vec![])]
        }
        Question::Way => {
            let way = names(stays.iter().map(|stay| shown(stay.0)));
            vec![(way, stays.iter().map(|stay| stay.1.number).collect())]
        }
        Question::WhereNow => vec![last_place(diary.entries().iter())],
    }
}

/// What is said beside an answer, and what it lists.
fn says_more(question: &Question, diary: &Diary<Event>, at: usize, found: &Finding) -> Holds {
    let listed: Vec<Vec<usize>> =
        found.cases.iter().map(|case| case.steps.iter().map(|step| step.entry).collect()).collect();
    let stays = stays(diary);
    match (question, at) {
        (Question::HowLongAt { depot }, _) => {
            let there = || stays.iter().filter(|stay| is_same(stay.0, depot));
            let is_there = there().any(|stay| stay.2.is_none());
            prop_assert_eq!(found.note.contains("it is there now, since"), is_there);
            let ended = there().filter_map(|stay| Some([stay.1, stay.2?]));
            let own = ended.flatten().any(|entry| entry.true_on.is_some());
            prop_assert_eq!(found.note.contains("by the times at which they were written"), own);
            let count = there().filter(|stay| stay.2.is_some()).count();
            let is_several = at == 0 && count > 1;
            prop_assert_eq!(found.note.contains(&format!("in {count} stays")), is_several);
        }
        (Question::Tries, 1) => {
            prop_assert_eq!(
                listed.concat(),
                found.rests_on.iter().map(|it| it.entry).collect::<Vec<_>>()
            );
        }
        (Question::BackOrTwice, 1) => {
            let mut again: Vec<&str> = Vec::new();
            for (at, stay) in stays.iter().enumerate() {
                if stays[..at].iter().filter(|it| is_same(it.0, stay.0)).count() == 1 {
                    again.push(stay.0);
                }
            }
            let naive = again.iter().map(|depot| {
                let there = stays.iter().filter(|stay| is_same(stay.0, depot));
                there.map(|stay| stay.1.number).collect::<Vec<_>>()
            });
            prop_assert_eq!(listed, naive.collect::<Vec<_>>());
        }
        _ => prop_assert!(listed.is_empty()),
    }
    Ok(())
}

/// Every kind of question, with a day and a depot.
pub(crate) fn questions(day: NaiveDate, depot: &str) -> [Question; 6] {
    [
        Question::WhereOn { day },
        Question::HowLongAt { depot: depot.into() },
        Question::Tries,
        Question::BackOrTwice,
        Question::Way,
        Question::WhereNow,
    ]
}

fn values(answers: &[Answer]) -> Vec<Value> {
    answers.iter().map(|answer| answer.diary.value.clone()).collect()
}

#[test]
fn every_answer_about_the_parcel_is_that_of_a_loop() {
    // Six questions each.
    let cases = (scripts(), own_days(), days(), any::<Index>(), days(), zones());
    check_times(2_500, cases, |(script, own_days, day, depot, today, zone)| {
        let Tale { diary, row, .. } = Tale::<Parcel>::of(&script);
        let diary = with_days(&diary, &own_days);
        let plain = with_days(&diary, &[None]);
        let calendar = Calendar { today, zone };
        let depot = depot.get(&script.names).trim().to_ascii_uppercase();
        for question in questions(day, &depot) {
            let answers = question.ask(&diary, &row, &calendar);
            let expected = diary_says(&question, &diary, calendar);
            prop_assert_eq!(answers.len(), expected.len());
            for (at, (answer, (value, entries))) in answers.iter().zip(&expected).enumerate() {
                let found = &answer.diary;
                prop_assert_eq!(&found.value, value, "{:?}", question);
                let cited: Vec<_> = found.rests_on.iter().map(|part| part.entry).collect();
                prop_assert_eq!(&cited, entries, "{:?}", question);
                is_explained(answer, diary.len())?;
                says_more(&question, &diary, at, found)?;
                if let Verdict::CannotKnow { overwritten_by: Some(entry), .. } = answer.snapshot {
                    prop_assert!((1..=diary.len()).contains(&entry));
                }
            }
            let says: Vec<_> = answers
                .iter()
                .map(|answer| match &answer.snapshot {
                    Verdict::Knows { value, .. } => Some(value.clone()),
                    Verdict::CannotKnow { .. } => None,
                })
                .collect();
            let cells = row.today().cells();
            let naive = row_says(&question, &cells, row.updated_at(), calendar);
            prop_assert_eq!(&says, &naive, "{:?}", question);
            // By the clock of writing, which is the row's only one, what it knows is so.
            let written = values(&question.ask(&plain, &row, &calendar));
            for (says, written) in says.into_iter().zip(written) {
                prop_assert!(says.is_none_or(|says| says == written), "{:?}", question);
            }
        }
        Ok(())
    });
}
