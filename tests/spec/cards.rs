//! The questions of every example on their cards.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use examples::{
    bank::Bank,
    calendar::parse_day,
    questions::{FieldKind, Questions},
};

fn judge<D: Questions>(ids: &mut BTreeSet<&'static str>) {
    let days = ["1970-01-01", "2024-02-29", "2026-03-01", "2026-12-31", "9999-12-31"];
    for today in days.map(|day| parse_day(day).unwrap()) {
        for card in D::CARDS {
            let suggested = |at: usize| (card.fields[at].suggested)(today);
            let texts: Vec<_> = (0..card.fields.len()).map(suggested).collect();
            let question = D::question(card.id, &texts);
            let words = question.map(|question| D::question_words(question, None, today));
            assert!(
                words.is_some_and(|words| !words.is_empty()),
                "{} on {today}: {texts:?}",
                card.id
            );
            for at in 0..texts.len() {
                let mut broken = texts.clone();
                // Any text but none is a name.
                let is_name = card.fields[at].kind == FieldKind::Name;
                broken[at] = if is_name { " ".into() } else { "abc".into() };
                assert!(D::question(card.id, &broken).is_none(), "{} takes {broken:?}", card.id);
            }
        }
    }
    for card in D::CARDS {
        assert!(ids.insert(card.id), "two cards are called {}", card.id);
        let kinds = card.fields.iter().map(|field| field.kind);
        let first_kind = kinds.clone().next();
        assert_ne!(first_kind, Some(FieldKind::LastDay), "{}: the last day of what?", card.id);
        for field in card.fields {
            assert!(ids.insert(field.id), "two fields are called {}", field.id);
        }
    }
    assert!(D::question("no such card", &[]).is_none());
}

/// What is suggested makes a question on every day, and what can't be read makes none.
#[test]
fn every_card_asks_a_question_with_what_stands_in_it_at_first() {
    let mut ids = BTreeSet::new();
    macro_rules! judge_all {
        ($($name:ident: $Example:ident,)*) => {
            $(judge::<examples::$name::$Example>(&mut ids);)*
        };
    }
    examples::each_example!(judge_all);
}

/// The question in the mission, word for word, on the day of the course.
#[test]
fn the_first_card_asks_for_the_balance_on_the_first() {
    let today = NaiveDate::from_ymd_opt(2026, 3, 20).unwrap();
    let card = &Bank::CARDS[0];
    let texts: Vec<_> = card.fields.iter().map(|field| (field.suggested)(today)).collect();
    let question = Bank::question(card.id, &texts).unwrap();
    let words = Bank::question_words(question, None, today);
    assert_eq!(words, "What was my balance on 1 March 2026?");
}
