//! Both memories of one account, and what each of them says.

use chrono::{NaiveDate, TimeZone};

use super::gathered::{Gathered, Story};
use crate::{
    Money,
    bank::{Account, Bank, Event},
    calendar::{Period, day_after, moment_words, start_of_day},
    questions::{
        Answer, Case, Finding, Sign, Step, Value, Verdict, What,
        own::{Collected, Found},
        single,
    },
};
use diary::{Diary, Snapshot, When};
use english::counted;

pub(super) const NOT_OPEN: Value = Value::Nothing("not opened yet");
const NONE_YET: Value = Value::Nothing("none so far");
const NONE: Value = Value::Total { count: 0, sum: Money::ZERO };

/// Both memories of one account.
pub(super) struct Book<'a, Z> {
    pub(super) account: &'a Account,
    pub(super) diary: &'a Diary<Event>,
    pub(super) row: &'a Snapshot<Bank>,
    pub(super) gathered: &'a Gathered,
    pub(super) story: &'a Story,
    pub(super) zone: &'a Z,
    pub(super) today: NaiveDate,
    /// How many entries are listed at most.
    pub(super) most: usize,
}

impl<Z: TimeZone> Book<'_, Z> {
    pub(super) fn balance_on(&self, day: NaiveDate) -> Vec<Answer> {
        if day > self.today {
            let version = self.diary.len();
            let now = self.story.balance.at(version);
            let diary = Finding { value: Value::NotYet { now }, ..self.balance_finding(version) };
            return single(
                diary,
                Verdict::not_yet(
                    self.row.today().balance(self.account),
                    "that day has not come yet",
                ),
            );
        }
        let start = self.balance_before("at the start of the day", day);
        let end = if day == self.today {
            Answer { label: "so far", ..self.balance_now().remove(0) }
        } else {
            self.balance_before("at the end of the day", day_after(day))
        };
        vec![start, end]
    }

    /// The balance that is true before a day, as it is known now.
    fn balance_before(&self, label: &'static str, day: NaiveDate) -> Answer {
        let begins = start_of_day(day, self.zone);
        let entries = self.diary.before(begins);
        let version = entries.len();
        let is_true = |when: &When| when.is_before(day, begins);
        let late = self.story.written_later(version, is_true);
        let is_open = self.story.opened.is_some_and(|opened| is_true(&opened));
        let mut diary = self.sum_finding(version, &late, is_open);
        diary.note = match (entries.last(), late.as_slice()) {
            (_, [_, ..]) => {
                let then = self.story.balance.at(version).map_or(NOT_OPEN, Value::Money);
                let then = then.words(self.zone);
                format!("by what had been written then: {then}; {}", written_later(&late))
            }
            (Some(_), []) if diary.value == NOT_OPEN => match self.story.balance.steps(0).next() {
                Some((entry, _)) => format!("it was opened later, in entry {entry}"),
                None => String::new(),
            },
            (Some(last), []) => {
                format!("entry {version} was the last, {}", moment_words(last.at, self.zone))
            }
            (None, []) => "nothing had happened yet".into(),
        };
        // A row that was last touched before then held the same as it does now.
        let untouched = self.row.updated_at().is_none_or(|at| at < begins);
        let known = untouched.then(|| {
            Verdict::knows(self.row_balance(), "the snapshot was last changed before then")
        });
        let known = known.or_else(|| self.never_open());
        let why = format!("The snapshot holds {}, and nothing older.", self.row_balance_words());
        // What was there was overwritten by the next change; what was not there, by nothing.
        let was_there = late.is_empty() && self.story.balance.at(version).is_some();
        let next = self.story.balance.next_change(version).filter(|_| was_there);
        Answer { label, diary, snapshot: Verdict::or_else(known, why, next) }
    }

    pub(super) fn balance_now(&self) -> Vec<Answer> {
        let diary = self.balance_finding(self.diary.len());
        single(diary, Verdict::knows(self.row_balance(), "this is what a snapshot is made for"))
    }

    pub(super) fn deposits(&self, period: Period) -> Vec<Answer> {
        let case = |found: &Found| Case {
            what: What::Change(found.amount),
            steps: vec![Step { how: "", some: None, entry: found.entry, when: found.when }],
        };
        self.those(
            &self.story.deposits,
            &period,
            ("Every deposit was added to it", Sign::Added),
            case,
        )
    }

    pub(super) fn fees(&self, period: Period) -> Vec<Answer> {
        let case = |found: &Found| {
            let charged = Step { how: "charged", some: None, entry: found.entry, when: found.when };
            let refund = self.story.refund_of(found.entry);
            let back =
                refund.map(|(entry, when)| Step { how: "given back", some: None, entry, when });
            let steps = std::iter::once(charged).chain(back).collect();
            Case { what: What::Change(-found.amount), steps }
        };
        self.those(&self.story.fees, &period, ("Every fee was taken from it", Sign::Taken), case)
    }

    /// Those of some entries that are true in a period, one by one.
    fn those(
        &self,
        all: &Collected,
        period: &Period,
        (fate, sign): (&str, Sign),
        case: impl Fn(&Found) -> Case,
    ) -> Vec<Answer> {
        let end = self.diary.len();
        if period.first > self.today {
            let diary = Finding::nothing(Value::NotYet { now: None }, end);
            return single(diary, Verdict::not_yet(None, period.not_yet()));
        }
        let versions = period.versions(self.diary.entries());
        let found = all.true_in(period, versions.clone(), end);
        let version = found.last_entry().map_or(versions.end, |last| last.max(versions.end));
        let mut diary = found.listed(version, self.most, case);
        let is_open = |opened: When| opened.is_before(period.next, period.until);
        if found.is_empty() {
            let is_open = self.story.opened.is_some_and(is_open);
            diary.value = if is_open { self.none_in(period) } else { NOT_OPEN };
        }
        diary.sign = sign;
        let written = all.written(versions).value();
        if all.has_late() && written != found.value() {
            diary.note =
                format!("by the day of writing: {}", written.signed(sign).words(self.zone));
        }
        let why = format!(
            "The snapshot holds {}, one number. {fate} and then forgotten.",
            self.row_balance_words()
        );
        let known = self.untouched_since(period).or_else(|| self.never_open());
        let only = found.only().and_then(|entry| self.story.balance.next_change(entry));
        single(diary, Verdict::or_else(known, why, only))
    }

    /// The balance after so many entries, as the sum of what they added and took.
    pub(super) fn balance_finding(&self, version: usize) -> Finding {
        self.sum_finding(version, &[], self.story.balance.at(version).is_some())
    }

    /// The same with some that were written later.
    fn sum_finding(&self, version: usize, late: &[(usize, Money)], is_open: bool) -> Finding {
        if !is_open && late.is_empty() {
            return Finding::nothing(NOT_OPEN, version);
        }
        let (count, moves) = self.story.balance.moves(version, self.most);
        let before = self.story.balance.at(version);
        let sum = before.into_iter().chain(late.iter().map(|(_, change)| *change)).sum();
        let first = moves.into_iter().chain(late.iter().copied()).take(self.most);
        let version = late.last().map_or(version, |(entry, _)| *entry);
        Finding::sum(Value::Money(sum), sum, first, count + late.len(), version)
    }

    fn row_balance(&self) -> Value {
        self.row.today().balance(self.account).map_or(NOT_OPEN, Value::Money)
    }

    pub(super) fn row_balance_words(&self) -> String {
        match self.row.today().balance(self.account) {
            Some(balance) => balance.to_string(),
            None => "no such account".into(),
        }
    }

    /// Accounts are never closed, so a row without this one knows that it never was open.
    pub(super) fn never_open(&self) -> Option<Verdict> {
        let never = self.row.today().balance(self.account).is_none();
        never.then(|| {
            Verdict::knows(
                NOT_OPEN,
                "the snapshot has no such account, and no account is ever closed",
            )
        })
    }

    /// A row that was last touched before a period knows that nothing happened in it.
    fn untouched_since(&self, period: &Period) -> Option<Verdict> {
        let is_open = self.row.today().balance(self.account).is_some();
        let untouched = is_open && self.row.updated_at().is_some_and(|at| at < period.from);
        let none = self.none_in(period);
        untouched.then(|| Verdict::knows(none, "the snapshot was last changed before then"))
    }

    /// None, in a time in which there may yet be some.
    fn none_in(&self, period: &Period) -> Value {
        if period.next > self.today { NONE_YET } else { NONE }
    }
}

/// Which entries were written later than they are true.
fn written_later(late: &[(usize, Money)]) -> String {
    match late {
        [(entry, _)] => format!("entry {entry} came later"),
        late => format!("{} came later", counted::entries(late.len())),
    }
}
