//! What can be asked of a bank account.

#![expect(missing_docs, reason = "fields say what they are; the docs stand at their variants")]

use chrono::{DateTime, NaiveDate, TimeZone, Utc};

use super::{Answer, Finding, Value, Verdict, single};
use crate::{
    diary::{Diary, Snapshot},
    domain::{
        Money,
        bank::{Account, Bank, Event},
        calendar::{Month, Period, day_words, end_of_day, moment_words, month_words, start_of_day},
    },
};

mod gathered;

pub use gathered::Gathered;

use gathered::Story;

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
    /// Did what was in the account ever fall below this?
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
            Self::EverBelow { limit } => format!("Did my balance ever fall below {limit}?"),
        }
    }

    /// Asks both worlds about an account.
    pub fn ask(
        &self,
        account: &Account,
        diary: &Diary<Event>,
        row: &Snapshot<Bank>,
        zone: &impl TimeZone,
    ) -> Vec<Answer> {
        let mut gathered = Gathered::default();
        gathered.read_to(diary.entries());
        self.told(&mut gathered, account, diary, row, zone, usize::MAX)
    }

    /// The same from what has been gathered of this diary, with at most the first `most` of the
    /// entries that an answer rests on.
    pub fn told(
        &self,
        gathered: &mut Gathered,
        account: &Account,
        diary: &Diary<Event>,
        row: &Snapshot<Bank>,
        zone: &impl TimeZone,
        most: usize,
    ) -> Vec<Answer> {
        if let Self::EverBelow { limit } = *self {
            gathered.look_below(account, limit);
        }
        let book = Book { account, diary, row, gathered, story: gathered.story(account), most };
        match *self {
            Self::BalanceOn { day } => vec![
                book.balance_before("at the start of the day", start_of_day(day, zone), zone),
                book.balance_before("at the end of the day", end_of_day(day, zone), zone),
            ],
            Self::DepositsIn { month } => book.deposits(month.period(zone)),
            Self::BalanceNow => book.balance_now(),
            Self::FeesBetween { first, last } => book.fees(Period::days(first, last, zone)),
            Self::HighestBalance => book.highest(),
            Self::EverBelow { .. } => book.ever_below(),
        }
    }
}

const NOT_OPEN: Value = Value::Nothing("the account was not open yet");
const NEVER_OPEN: Value = Value::Nothing("the account was never open");

/// Both memories of one account.
#[derive(Clone, Copy)]
struct Book<'a> {
    account: &'a Account,
    diary: &'a Diary<Event>,
    row: &'a Snapshot<Bank>,
    gathered: &'a Gathered,
    story: &'a Story,
    /// How many entries are listed at most.
    most: usize,
}

impl Book<'_> {
    fn balance_before(
        self,
        label: &'static str,
        instant: DateTime<Utc>,
        zone: &impl TimeZone,
    ) -> Answer {
        let entries = self.diary.before(instant);
        let page = entries.len();
        let note = match entries.last() {
            Some(last) => format!("entry {page} was the last, {}", moment_words(last.at, zone)),
            None => "nothing had happened yet".into(),
        };
        let diary = self.balance_finding(page).noted(note);
        // A row that was last touched before then held the same as it does now.
        let untouched = self.row.updated_at().is_none_or(|at| at < instant);
        let known = untouched
            .then(|| Verdict::knows(self.row_balance(), "the row was last changed before then"));
        let known = known.or_else(|| self.never_open(NOT_OPEN));
        let why = format!(
            "The row holds {}, the balance now, and nothing of what was before.",
            self.row_balance_words()
        );
        let snapshot = Verdict::or_else(known, why, self.story.balance.next_change(page));
        Answer { label, diary, snapshot }
    }

    fn balance_now(self) -> Vec<Answer> {
        let diary = self.balance_finding(self.diary.len());
        single(diary, Verdict::knows(self.row_balance(), "this is what a row is made for"))
    }

    fn deposits(self, period: Period) -> Vec<Answer> {
        let pages = period.pages(self.diary.entries());
        let diary = self.story.deposits.total(pages, self.most);
        let why = format!(
            "The row holds {}, one number. Every deposit was added to it and then forgotten.",
            self.row_balance_words()
        );
        let overwritten =
            diary.rests_on.first().and_then(|one| self.story.balance.next_change(one.entry));
        let known = self.untouched_since(period).or_else(|| self.never_open(NONE));
        single(diary, Verdict::or_else(known, why, overwritten))
    }

    fn fees(self, period: Period) -> Vec<Answer> {
        let pages = period.pages(self.diary.entries());
        let diary = self.story.fees.total(pages, self.most);
        let charged = self.row.today().fees_charged();
        let none = || Verdict::knows(NONE, "the row counts fees, and counts none");
        let known = self.untouched_since(period).or_else(|| (charged == 0).then(none));
        let known = known.or_else(|| self.never_open(NONE));
        let why = format!(
            "The row counts {charged} charged in all. When, and how much, it did not keep."
        );
        let overwritten =
            diary.rests_on.first().and_then(|one| self.story.balance.next_change(one.entry));
        single(diary, Verdict::or_else(known, why, overwritten))
    }

    fn highest(self) -> Vec<Answer> {
        let highest = self.story.highest.map(|(entry, _)| entry);
        let diary = match highest {
            Some(page) => self.balance_finding(page).noted(format!("after entry {page}")),
            None => Finding::nothing(NEVER_OPEN, 0),
        };
        let why = format!(
            "The row holds {}. It can’t tell whether it ever held more.",
            self.row_balance_words()
        );
        let overwritten = highest.and_then(|page| self.story.balance.next_change(page));
        single(diary, Verdict::or_else(self.never_open(NEVER_OPEN), why, overwritten))
    }

    fn ever_below(self) -> Vec<Answer> {
        let falls = self.gathered.falls();
        let first = falls.first();
        let diary = match first {
            Some((page, balance)) => {
                let entries = falls.iter().map(|(entry, _)| *entry).take(self.most);
                Finding::on_all(Value::Yes, entries, falls.len(), *page)
                    .noted(format!("first to {balance}, by entry {page}"))
            }
            None if self.story.highest.is_none() => Finding::nothing(NEVER_OPEN, 0),
            None => Finding::nothing(Value::No, self.diary.len()),
        };
        let why = format!(
            "The row holds {}. It can’t tell what it held before.",
            self.row_balance_words()
        );
        let overwritten = first.and_then(|(page, _)| self.story.balance.next_change(*page));
        single(diary, Verdict::or_else(self.never_open(NEVER_OPEN), why, overwritten))
    }

    /// The balance after so many entries, as the sum of what they added and took.
    fn balance_finding(self, page: usize) -> Finding {
        let Some(balance) = self.story.balance.at(page) else {
            return Finding::nothing(NOT_OPEN, page);
        };
        let (count, moves) = self.story.balance.moves(page, self.most);
        Finding::sum(Value::Money(balance), balance, moves.into_iter(), count, page)
    }

    fn row_balance(self) -> Value {
        self.row.today().balance(self.account).map_or(NOT_OPEN, Value::Money)
    }

    fn row_balance_words(self) -> String {
        match self.row.today().balance(self.account) {
            Some(balance) => balance.to_string(),
            None => "no such account".into(),
        }
    }

    /// Accounts are never closed, so a row without this one knows that it never was open.
    fn never_open(self, none: Value) -> Option<Verdict> {
        let never = self.row.today().balance(self.account).is_none();
        never.then(|| Verdict::knows(none, "the row has no such account, and none is ever closed"))
    }

    /// A row that was last touched before a period knows that nothing happened in it.
    fn untouched_since(self, period: Period) -> Option<Verdict> {
        let untouched = self.row.updated_at().is_none_or(|at| at < period.from);
        untouched.then(|| Verdict::knows(NONE, "the row was last changed before then"))
    }
}

const NONE: Value = Value::Total { count: 0, sum: Money::ZERO };
