//! The bank's questions on their cards. What they are about at first follows the calendar.

use chrono::{NaiveDate, TimeZone};

use super::{Gathered, Question};
use crate::{
    Money,
    bank::{Account, Bank, Event},
    calendar::{Calendar, Month, parse_day, parse_month},
    questions::{Answer, Card, CardField, FieldKind, Questions},
};
use diary::{Diary, Snapshot};

impl Questions for Bank {
    type Question = Question;
    type Gathered = Gathered;

    const CARDS: &'static [Card] = &[
        Card {
            id: "balance-on",
            fields: &[CardField {
                id: "day",
                label: "Day",
                kind: FieldKind::Day,
                suggested: |today| Month::of(today).day(1).to_string(),
            }],
        },
        Card {
            id: "deposits-in",
            fields: &[CardField {
                id: "month",
                label: "Month",
                kind: FieldKind::Month,
                suggested: |today| last_month(today).text(),
            }],
        },
        Card { id: "balance-now", fields: &[] },
        Card {
            id: "fees",
            fields: &[
                CardField {
                    id: "fees-from",
                    label: "From",
                    kind: FieldKind::Day,
                    suggested: |today| last_month(today).day(1).to_string(),
                },
                CardField {
                    id: "fees-to",
                    label: "to",
                    kind: FieldKind::LastDay,
                    suggested: |today| last_month(today).day(31).to_string(),
                },
            ],
        },
        Card { id: "highest", fields: &[] },
        Card {
            id: "below",
            fields: &[CardField {
                id: "limit",
                label: "Below",
                kind: FieldKind::Amount,
                suggested: |_| "400.00".into(),
            }],
        },
    ];

    fn question(id: &str, texts: &[String]) -> Option<Question> {
        let question = match (id, texts) {
            ("balance-on", [day]) => Question::BalanceOn { day: parse_day(day)? },
            ("deposits-in", [month]) => Question::DepositsIn { month: parse_month(month)? },
            ("balance-now", []) => Question::BalanceNow,
            ("fees", [first, last]) => {
                Question::FeesBetween { first: parse_day(first)?, last: parse_day(last)? }
            }
            ("highest", []) => Question::HighestBalance,
            ("below", [limit]) => Question::EverBelow { limit: Money::parse(limit).ok()? },
            _ => return None,
        };
        Some(question)
    }

    fn question_words(question: Question, about: Option<&Account>, today: NaiveDate) -> String {
        let words = question.words(today);
        match about {
            None | Some(Account::Everyday) => words,
            Some(account) => format!("{account}: {words}"),
        }
    }

    fn answers<Z: TimeZone>(
        question: Question,
        gathered: &mut Gathered,
        about: Option<&Account>,
        (diary, row): (&Diary<Event>, &Snapshot<Self>),
        calendar: &Calendar<Z>,
        most: usize,
    ) -> Vec<Answer> {
        gathered.read_to(diary.entries());
        let account = about.cloned().unwrap_or_default();
        question.told(gathered, &account, diary, row, calendar, most)
    }
}

/// The month before; the month itself where that can't be asked for, on a clock that is not set.
fn last_month(today: NaiveDate) -> Month {
    let month = Month::of(today);
    parse_month(&month.previous().text()).unwrap_or(month)
}
