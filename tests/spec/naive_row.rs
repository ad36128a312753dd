//! What the bank's row can tell, worked out once more: a plain function of the cells on the screen.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use examples::{Money, bank::questions::Question, questions::Value};

use crate::{
    naive::{NONE, NONE_SO_FAR, NOT_OPENED},
    naive_days::{day_of, month_days},
};

/// The cells of the bank's row that are on the screen and matter for an account.
pub(crate) struct Cells {
    pub(crate) balance: Option<Money>,
    pub(crate) last_change: Option<DateTime<Utc>>,
}

/// What these cells, the calendar and nothing else can tell; `None`: the row cannot know.
pub(crate) fn row_says(
    question: Question,
    cells: &Cells,
    today: NaiveDate,
    zone: Tz,
) -> Vec<Option<Value>> {
    let unchanged_since = |day| cells.last_change.is_none_or(|at| day_of(at, zone) < day);
    let balance = cells.balance.map_or(NOT_OPENED, Value::Money);
    let never = cells.balance.is_none().then_some(NOT_OPENED);
    let none_since = |first| cells.balance.is_some() && unchanged_since(first);
    let those = |first, next| {
        let none = if next > today { NONE_SO_FAR } else { NONE };
        if first > today {
            Some(Value::NotYet { now: None })
        } else {
            none_since(first).then_some(none).or(never.clone())
        }
    };
    match question {
        Question::BalanceOn { day } if day > today => {
            vec![Some(Value::NotYet { now: cells.balance })]
        }
        Question::BalanceOn { day } => {
            let before = |day| unchanged_since(day).then(|| balance.clone()).or(never.clone());
            let end = if day == today {
                Some(balance.clone())
            } else {
                before(day.succ_opt().unwrap_or(day))
            };
            vec![before(day), end]
        }
        Question::DepositsIn { month } => {
            let (first, next) = month_days(month);
            vec![those(first, next)]
        }
        Question::FeesBetween { first, last } if last < first => Vec::new(),
        Question::FeesBetween { first, last } => {
            vec![those(first, last.succ_opt().unwrap_or(last))]
        }
        Question::BalanceNow => vec![Some(balance)],
        Question::HighestBalance => vec![never],
        Question::EverBelow { limit } => vec![match cells.balance {
            None => never,
            Some(now) if now > Money::ZERO && now < limit => Some(Value::Yes),
            Some(_) if limit <= Money::ZERO => Some(Value::No),
            Some(_) => None,
        }],
    }
}
