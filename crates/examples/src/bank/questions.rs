//! What can be asked of a bank account.

#![expect(missing_docs, reason = "fields say what they are; the docs stand at their variants")]

use chrono::{NaiveDate, TimeZone};

use super::{Account, Bank, Event};
use crate::{
    Money,
    calendar::{Calendar, Month, Period, day_words, month_words},
    questions::Answer,
};
use diary::{Diary, Snapshot};

mod as_true;
mod book;
mod cards;
mod extremes;
mod gathered;

pub use gathered::Gathered;

use book::Book;

/// A question about one account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// What was the balance on that day, at its start and at its end?
    BalanceOn { day: NaiveDate },
    /// Which deposits were there in that month?
    DepositsIn { month: Month },
    /// What is the balance now?
    BalanceNow,
    /// Which fees were charged from the first day to the last, both included?
    FeesBetween { first: NaiveDate, last: NaiveDate },
    /// What was the most that was ever in the account?
    HighestBalance,
    /// Was what was in the account ever below this, once there had been something?
    EverBelow { limit: Money },
}

impl Question {
    /// The question as a person asks it on the day `today`.
    pub fn words(&self, today: NaiveDate) -> String {
        match *self {
            Self::BalanceOn { day } => format!("What was my balance on {}?", day_words(day)),
            Self::DepositsIn { month } if month == Month::of(today).previous() => {
                "Show me all the deposits from last month".into()
            }
            Self::DepositsIn { month } => {
                format!("Show me all the deposits from {}", month_words(month))
            }
            Self::BalanceNow => "What is my balance now?".into(),
            Self::FeesBetween { first, last } => {
                format!("Which fees did I pay from {} to {}?", day_words(first), day_words(last))
            }
            Self::HighestBalance => "What was my highest balance?".into(),
            Self::EverBelow { limit } => format!("Was my balance ever below {limit}?"),
        }
    }

    /// Whether it can be answered: a period that ends before it begins is none.
    fn makes_sense(&self) -> bool {
        !matches!(*self, Self::FeesBetween { first, last } if last < first)
    }

    /// Asks both worlds about an account. There is no answer about a period that ends before it
    /// begins.
    pub fn ask<Z: TimeZone>(
        &self,
        account: &Account,
        diary: &Diary<Event>,
        row: &Snapshot<Bank>,
        calendar: &Calendar<Z>,
    ) -> Vec<Answer> {
        let mut gathered = Gathered::default();
        gathered.read_to(diary.entries());
        self.told(&mut gathered, account, diary, row, calendar, usize::MAX)
    }

    /// The same from what has been gathered of this diary, with at most the first `most` of the
    /// entries that an answer rests on.
    pub fn told<Z: TimeZone>(
        &self,
        gathered: &mut Gathered,
        account: &Account,
        diary: &Diary<Event>,
        row: &Snapshot<Bank>,
        calendar: &Calendar<Z>,
        most: usize,
    ) -> Vec<Answer> {
        if !self.makes_sense() {
            return Vec::new();
        }
        if let Self::EverBelow { limit } = *self {
            gathered.look_below(account, limit);
        }
        let Calendar { today, zone } = calendar;
        let story = gathered.story(account);
        let book = Book { account, diary, row, gathered, story, zone, today: *today, most };
        match *self {
            Self::BalanceOn { day } => book.balance_on(day),
            Self::DepositsIn { month } => book.deposits(month.period(zone)),
            Self::BalanceNow => book.balance_now(),
            Self::FeesBetween { first, last } => book.fees(Period::days(first, last, zone)),
            Self::HighestBalance => book.highest(),
            Self::EverBelow { limit } => book.ever_below(limit),
        }
    }
}
