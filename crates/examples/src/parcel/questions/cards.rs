//! The parcel's questions on their cards.

use chrono::{NaiveDate, TimeZone};

use super::{Gathered, Question};
use crate::{
    calendar::{Calendar, parse_day},
    parcel::{
        Event, Legs, Parcel,
        story::{WEEKEND, tuesday},
    },
    questions::{Answer, Card, CardField, FieldKind, Questions},
};
use diary::{Checkpointed, Diary, Snapshot};

impl Questions for Parcel {
    type Question = Question;
    type Gathered = Checkpointed<Gathered>;

    const CARDS: &'static [Card] = &[
        Card {
            id: "whereabouts",
            fields: &[CardField {
                id: "where-day",
                label: "Day",
                kind: FieldKind::Day,
                suggested: |today| tuesday(today).to_string(),
            }],
        },
        Card {
            id: "stay",
            fields: &[CardField {
                id: "stay-depot",
                label: "Depot",
                kind: FieldKind::Name,
                suggested: |_| WEEKEND.into(),
            }],
        },
        Card { id: "tries", fields: &[] },
        Card { id: "back", fields: &[] },
        Card { id: "way", fields: &[] },
        Card { id: "where-now", fields: &[] },
    ];

    fn question(id: &str, texts: &[String]) -> Option<Question> {
        let text = |at: usize| texts.get(at).map(|text| text.trim());
        Some(match id {
            "whereabouts" => Question::WhereOn { day: parse_day(text(0)?)? },
            "stay" => {
                let depot = text(0).filter(|depot| !depot.is_empty())?;
                Question::HowLongAt { depot: depot.into() }
            }
            "tries" => Question::Tries,
            "back" => Question::BackOrTwice,
            "way" => Question::Way,
            "where-now" => Question::WhereNow,
            _ => return None,
        })
    }

    fn question_words(question: Question, _: Option<&Legs>, today: NaiveDate) -> String {
        question.words(today)
    }

    fn answers<Z: TimeZone>(
        question: Question,
        gathered: &mut Checkpointed<Gathered>,
        _: Option<&Legs>,
        worlds: (&Diary<Event>, &Snapshot<Self>),
        calendar: &Calendar<Z>,
        most: usize,
    ) -> Vec<Answer> {
        gathered.read_to(worlds.0.entries(), usize::MAX);
        question.told(gathered.reading(), worlds, calendar, most)
    }
}
