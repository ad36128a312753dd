//! Questions of the reader's own, as many as the menus can make.

use std::collections::BTreeSet;

use diary::Entry;
use examples::{
    calendar::Month,
    questions::own::{Measure, Queryable, Question, Span},
};

use super::{
    Alike, Classes, History, LAST, OnScreen, Said, at, calendar, day, judge, says_how,
    told::{banks, orders, phases},
    told_parcels::{parcels, statuses},
};

/// Entries that a question counts from: as many as the longest history has, and some more.
const NUMBERS: usize = 16;

/// Spans that lie otherwise to the last change, each seen from two moments.
const WHENS: usize = 15 * 2;

/// From when to when, each with where that lies.
fn spans() -> Vec<(&'static str, Vec<Span>)> {
    let between = |first, last| vec![Span::Between(day(first), day(last))];
    let within = |month| vec![Span::In(Month { year: 2026, month })];
    let spans = vec![
        ("at any time", vec![Span::Any]),
        ("on a day before the last change", vec![Span::On(day((2, 3)))]),
        ("on the day of the last change", vec![Span::On(day((3, 4)))]),
        ("on a day after the last change", vec![Span::On(day((3, 10)))]),
        ("on a day to come", vec![Span::On(day((4, 21)))]),
        ("between days before the last change", between((2, 1), (2, 5))),
        ("between days with the last change", between((2, 1), (3, 10))),
        ("between days after the last change", between((3, 5), (3, 10))),
        ("between days to come", between((4, 21), (4, 30))),
        ("in a month before the last change", within(2)),
        ("in the month of the last change", within(3)),
        ("in a month after the last change", within(4)),
        ("in a month to come", within(5)),
        ("before an entry", (0..=NUMBERS).map(Span::Before).collect()),
        ("after an entry", (0..=NUMBERS).map(Span::After).collect()),
    ];
    let keys: BTreeSet<_> = spans.iter().flat_map(|(_, spans)| spans).map(Span::key).collect();
    let menu = Span::choices();
    assert_eq!(keys, menu.iter().map(|it| it.key.as_str()).collect(), "a choice is forgotten");
    spans
}

/// Where the reader stands: where a diary ends, or at ten o'clock in the last morning. To a row, which has no
/// entries, a moment is a time; some histories have gone far by then, and others have not begun.
#[derive(Clone, Copy, Debug)]
enum Moment {
    Now,
    Earlier,
}

impl Moment {
    fn version<D: OnScreen>(self, history: &History<D>) -> usize {
        match self {
            Self::Now => history.diary.len(),
            Self::Earlier => history.diary.as_of(at(LAST, 10)).len(),
        }
    }
}

/// Every span, seen from both moments.
fn whens() -> impl Iterator<Item = (Moment, &'static str, Vec<Span>)> {
    let seen_from = |moment| spans().into_iter().map(move |(when, spans)| (moment, when, spans));
    [Moment::Now, Moment::Earlier].into_iter().flat_map(seen_from)
}

fn ask<D: OnScreen + Queryable>(
    history: &History<D>,
    moment: Moment,
    question: &Question<D>,
) -> Said {
    let version = moment.version(history);
    let answer = question.answer(&history.diary, version, &history.row, &calendar());
    let line = |entry: &Entry<D::Event>| format!("{}, {}", D::line(&entry.event), entry.at);
    let is_list = question.measure() == Measure::List;
    let listed = answer.diary.rests_on.iter().filter(|_| is_list);
    let listed = listed.filter_map(|it| history.diary.entry(it.entry)).map(line).collect();
    vec![(says_how(answer), listed)]
}

/// Every question at any time that the menus can make. It is about any subject, or about one of these: of some
/// rows one that is in it, and of some one that is not.
fn questions<D: Queryable>(subjects: &[&str]) -> Vec<Question<D>> {
    let mut questions = Vec::new();
    for topic in Question::<D>::topics() {
        let of_topic = D::usual(day(LAST)).with_topic(&topic.key).with_span(Span::Any);
        let mut abouts = vec![of_topic.clone().with_subject("")];
        let named = subjects.iter().map(|subject| of_topic.clone().with_subject(subject));
        abouts.extend(named.filter(|about| about.subject().is_some()));
        for about in abouts {
            let measures = about.measures().into_iter();
            questions.extend(measures.map(|measure| about.clone().with_measure(&measure.key)));
        }
    }
    questions
}

/// Asks all that can be asked about these histories.
fn ask_all<D: OnScreen + Queryable>(all: Vec<Alike<D>>, subjects: &[&str]) -> Classes {
    let mut classes = Classes::default();
    for Alike { end, histories } in &all {
        for question in questions::<D>(subjects) {
            for (moment, when, spans) in whens() {
                let class = format!("{end}, {moment:?}: {} {when}", question.words());
                let questions = spans.into_iter().map(|span| question.clone().with_span(span));
                classes += judge(&class, histories, questions, |history, question| {
                    ask(history, moment, question)
                });
            }
        }
    }
    classes
}

#[test]
fn what_the_bank_s_row_cannot_know_has_two_answers() {
    let classes = ask_all(banks(), &["everyday", "savings"]);
    // 5 topics with 7 measures, openings with 4 and everything with 5; any account or one of 2; 4 ends of a row.
    let all = (5 * 7 + 4 + 5) * 3 * 4 * WHENS;
    assert_eq!(classes, Classes { pairs: 4_998, known: all - 4_998 });
}

#[test]
fn what_the_order_s_row_cannot_know_has_two_answers() {
    let classes = ask_all(phases().into_iter().flat_map(orders).collect(), &["mug", "lamp"]);
    // 3 topics with 7, 4 and 4, about any item or one of 2; 3 about none with 4, 7 and 4; 5 ends of a row.
    let all = ((7 + 4 + 4) * 3 + 4 + 7 + 4) * 5 * WHENS;
    assert_eq!(classes, Classes { pairs: 3_644, known: all - 3_644 });
}

#[test]
fn what_the_parcel_s_row_cannot_know_has_two_answers() {
    let all = statuses().into_iter().flat_map(parcels).collect();
    let classes = ask_all(all, &["Leipzig", "Hamburg"]);
    // 3 topics about any depot or one of 2, and 5 about none; 4 measures each; 9 ends of a row.
    let all = (3 * 3 + 5) * 4 * 9 * WHENS;
    assert_eq!(classes, Classes { pairs: 5_086, known: all - 5_086 });
}
