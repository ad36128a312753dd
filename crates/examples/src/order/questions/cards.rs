//! The order's questions on their cards.

use chrono::{NaiveDate, TimeZone};

use super::{Gathered, Question};
use crate::{
    calendar::Calendar,
    order::{Event, Order, Total},
    questions::{Answer, Card, Questions},
};
use diary::{Checkpointed, Diary, Snapshot};

impl Questions for Order {
    type Question = Question;
    type Gathered = Checkpointed<Gathered>;

    const CARDS: &'static [Card] = &[
        Card { id: "paid", fields: &[] },
        Card { id: "readded", fields: &[] },
        Card { id: "items", fields: &[] },
        Card { id: "gone", fields: &[] },
        Card { id: "span", fields: &[] },
    ];

    fn question(id: &str, _: &[String]) -> Option<Question> {
        Some(match id {
            "paid" => Question::WhenPaid,
            "readded" => Question::RemovedAndReadded,
            "items" => Question::ItemsWhenPaid,
            "gone" => Question::NeverCameBack,
            "span" => Question::PaymentToShipping,
            _ => return None,
        })
    }

    fn question_words(question: Question, _: Option<&Total>, _: NaiveDate) -> String {
        question.words().into()
    }

    fn answers<Z: TimeZone>(
        question: Question,
        gathered: &mut Checkpointed<Gathered>,
        _: Option<&Total>,
        (diary, row): (&Diary<Event>, &Snapshot<Self>),
        _: &Calendar<Z>,
        most: usize,
    ) -> Vec<Answer> {
        gathered.read_to(diary.entries(), usize::MAX);
        question.told(gathered.reading(), diary, row, most)
    }
}
