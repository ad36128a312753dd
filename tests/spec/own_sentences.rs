//! Every sentence that the menus can say, and whatever may stand in a kept one.

use chrono::NaiveDate;
use chrono_tz::Tz;
use course::course;
use diary::{Diary, Entry, project};
use examples::{
    bank::Bank,
    order::Order,
    parcel::Parcel,
    questions::own::{Queryable, Question, Span, Subjects},
};
use proptest::{prelude::*, sample::select};

use crate::{
    explains::is_explained,
    honest::{is_never_wrong, rebuilt},
    own_random::Counted,
    parcel_story::story,
    random::check,
    verdicts::after_all,
};

#[test]
fn whatever_stands_in_a_kept_question_it_is_read_or_refused() {
    let parts = "how-much|biggest|list|deposits|items-added|everyday|mug||<|>|..|2026-02|2026-02-30|\
                 -1|99999999999999999999999|10000-01|\u{202e}|🙂";
    let part = prop_oneof![
        4 => select(parts.split('|').collect::<Vec<_>>()).prop_map(str::to_owned),
        1 => any::<String>(),
    ];
    check(
        (part.clone(), part.clone(), part.clone(), part, any::<String>()),
        |(a, b, c, d, text)| {
            for text in [text, serde_json::to_string(&(&a, &b, &c, &d)).unwrap()] {
                let bank = Question::<Bank>::read(&text);
                let order = Question::<Order>::read(&text);
                for error in [bank.as_ref().err(), order.as_ref().err()].into_iter().flatten() {
                    prop_assert!(error.to_string().len() > 20);
                }
                if let Ok(question) = bank {
                    prop_assert_eq!(Question::read(&question.text()), Ok(question));
                }
                if let Ok(question) = order {
                    prop_assert_eq!(Question::read(&question.text()), Ok(question));
                }
            }
            Ok(())
        },
    );
}

/// Every sentence that the menus can say.
pub(crate) fn every_question<D: Queryable>(entries: &[Entry<D::Event>]) -> Vec<Question<D>> {
    let today = NaiveDate::from_ymd_opt(2026, 3, 20).unwrap();
    let mut questions = Vec::new();
    for topic in Question::<D>::topics() {
        let about_any = D::usual(today).with_topic(&topic.key);
        let mut subjects = about_any.subjects(&project(entries));
        subjects.extend(about_any.subjects(&Subjects::default()).is_empty().then(|| topic.clone()));
        for subject in subjects {
            let about = about_any.clone().with_subject(&subject.key);
            for measure in about.measures() {
                for span in Span::choices() {
                    let span = Span::usual(&span.key, today, entries.len());
                    questions.push(about.clone().with_measure(&measure.key).with_span(span));
                }
            }
        }
    }
    questions
}

#[test]
fn every_sentence_that_the_menus_can_say_is_answered() {
    fn law<D: Counted>(diary: &Diary<D::Event>) -> usize {
        let row = rebuilt::<D>(diary);
        let questions = every_question::<D>(diary.entries());
        let mut sentences: Vec<_> = questions.iter().map(Question::words).collect();
        for (question, sentence) in questions.iter().zip(&sentences) {
            assert!(sentence.len() > 8 && !sentence.contains("  "), "{sentence}");
            assert!(sentence.starts_with(question.measure().words()), "{sentence}");
            for version in [0, diary.len() / 2, diary.len()] {
                let answer = question.answer(diary, version, &row, &after_all(Tz::Europe__Berlin));
                is_explained(&answer, version).unwrap();
                is_never_wrong(&[answer], diary.len()).unwrap();
            }
        }
        let all = sentences.len();
        sentences.sort();
        sentences.dedup();
        assert_eq!(sentences.len(), all, "no two questions are the same sentence");
        all
    }
    // 5 topics with 7 measures, openings with 4 and everything with 5; 3 subjects, 6 spans.
    assert_eq!(law::<Bank>(&course().bank), (5 * 7 + 4 + 5) * 3 * 6);
    // 3 topics about any of 3 items with 7, 4 and 4; 3 about none with 4, 7 and 4.
    assert_eq!(law::<Order>(&course().order), ((7 + 4 + 4) * 4 + 4 + 7 + 4) * 6);
    // 3 topics about any of 3 depots, 5 about none; all of them with 4 measures.
    assert_eq!(law::<Parcel>(&story()), (3 * 4 + 5) * 4 * 6);
}
