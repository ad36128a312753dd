//! A second, naive model of the bank: plain loops over the entries, and over the cells on the
//! screen. It shares no code with the questions, and judges both worlds.

use chrono::NaiveDate;
use chrono_tz::Tz;
use diary::Entry;
use examples::{
    Money,
    bank::{Account, Bank, Event, questions::Question},
    calendar::{Calendar, Month},
    questions::{Answer, Value, Verdict, What},
};
use proptest::{collection::vec, prelude::*, sample::select, test_runner::TestCaseError};

use crate::{
    explains::{flow, is_explained, zones},
    naive_days::{before, days, month_days, own_days},
    naive_row::{Cells, row_says},
    own_random::true_day,
    random::{Tale, accounts, check_times, scripts},
    true_days::with_days,
};

type Holds = Result<(), TestCaseError>;

pub(crate) const NOT_OPENED: Value = Value::Nothing("not opened yet");
pub(crate) const NONE_SO_FAR: Value = Value::Nothing("none so far");
pub(crate) const NONE: Value = Value::Total { count: 0, sum: Money::ZERO };

fn questions() -> impl Strategy<Value = Question> {
    let limit = prop_oneof![
        4 => 1_i64..=600_00,
        1 => select(vec![0, 1, -1, 1_000_000_00, Money::MAX.in_cents()]),
    ];
    prop_oneof![
        4 => days().prop_map(|day| Question::BalanceOn { day }),
        3 => days().prop_map(|day| Question::DepositsIn { month: Month::of(day) }),
        1 => Just(Question::BalanceNow),
        3 => (days(), days()).prop_map(|(first, last)| Question::FeesBetween { first, last }),
        1 => Just(Question::HighestBalance),
        4 => limit.prop_map(|cents| Question::EverBelow { limit: Money::cents(cents) }),
    ]
}

struct Naive<'a> {
    entries: &'a [Entry<Event>],
    account: Account,
    today: NaiveDate,
    zone: Tz,
}

impl Naive<'_> {
    /// The balance after those entries of which this is so; none before the account is opened.
    fn balance(&self, counts: impl Fn(&Entry<Event>) -> bool) -> Option<Money> {
        let mut balance = None;
        for entry in self.entries.iter().filter(|entry| counts(entry)) {
            let opens = matches!(&entry.event, Event::AccountOpened { account, .. } if *account == self.account);
            let cents = flow(&entry.event, &self.account);
            if opens || cents != 0 {
                balance = Some(Money::cents(balance.map_or(0, Money::in_cents) + cents));
            }
        }
        balance
    }

    fn on(&self, day: NaiveDate) -> Vec<Value> {
        let money = |balance: Option<Money>| balance.map_or(NOT_OPENED, Value::Money);
        let now = self.balance(|_| true);
        if day > self.today {
            return vec![Value::NotYet { now }];
        }
        let start = self.balance(|entry| before(entry, day, self.zone));
        let next = day.succ_opt().unwrap_or(day);
        let end = self.balance(|entry| before(entry, next, self.zone));
        vec![money(start), money(if day == self.today { now } else { end })]
    }

    /// The entries with an amount that are true from one day up to another one.
    fn those(
        &self,
        first: NaiveDate,
        next: NaiveDate,
        amount: fn(&Event, &Account) -> Option<Money>,
    ) -> (Value, Vec<usize>) {
        if first > self.today {
            return (Value::NotYet { now: None }, Vec::new());
        }
        let (mut count, mut cents, mut found, mut is_open) = (0, 0, Vec::new(), false);
        for entry in self.entries {
            let opens = matches!(&entry.event, Event::AccountOpened { account, .. } if *account == self.account);
            is_open |= opens && before(entry, next, self.zone);
            if before(entry, next, self.zone)
                && !before(entry, first, self.zone)
                && let Some(amount) = amount(&entry.event, &self.account)
            {
                count += 1;
                cents += amount.in_cents();
                found.push(entry.number);
            }
        }
        if count == 0 && !is_open {
            return (NOT_OPENED, found);
        }
        if count == 0 && next > self.today {
            return (NONE_SO_FAR, found);
        }
        (Value::Total { count, sum: Money::cents(cents) }, found)
    }

    /// The balance after each entry that moved it, and after the one that opened the account: in the
    /// order of the days on which they are true, and on one day in the order of writing; or all in the
    /// order of writing.
    fn balances(&self, by_writing: bool) -> Vec<(usize, Money)> {
        let place = |entry: &Entry<Event>| {
            let day = true_day(entry.when(), self.zone);
            (if by_writing { NaiveDate::MIN } else { day }, entry.number)
        };
        let mut all: Vec<_> = self.entries.iter().collect();
        all.sort_by_key(|entry| place(entry));
        let after = |entry: &&Entry<Event>| {
            let until = place(entry);
            let balance = self.balance(|other| place(other) <= until);
            balance.map(|balance| (entry.number, balance))
        };
        all.iter().filter_map(after).collect()
    }

    fn highest(&self, by_writing: bool) -> Value {
        let all = self.balances(by_writing).into_iter();
        all.map(|(_, balance)| balance).max().map_or(NOT_OPENED, Value::Money)
    }

    /// The entries after which it was below a limit and not just before, since money came in first.
    fn falls(&self, limit: Money, by_writing: bool) -> Vec<(usize, Money)> {
        let all = self.balances(by_writing).into_iter();
        let mut falls = Vec::new();
        let mut was_below = false;
        for (entry, balance) in all.skip_while(|(_, balance)| *balance == Money::ZERO) {
            if balance < limit && !was_below {
                falls.push((entry, balance));
            }
            was_below = balance < limit;
        }
        falls
    }

    fn ever_below(&self, limit: Money) -> Value {
        match self.falls(limit, false).as_slice() {
            [] if self.balances(false).is_empty() => NOT_OPENED,
            [] => Value::No,
            _ => Value::Yes,
        }
    }

    /// Whether both clocks are to be named, where an answer is made of balances.
    fn differs(&self, question: Question) -> bool {
        match question {
            Question::HighestBalance => self.highest(false) != self.highest(true),
            Question::EverBelow { limit } => self.falls(limit, false) != self.falls(limit, true),
            _ => false,
        }
    }

    fn answers(&self, question: Question) -> Vec<Value> {
        match question {
            Question::BalanceOn { day } => self.on(day),
            Question::DepositsIn { month } => {
                let (first, next) = month_days(month);
                vec![self.those(first, next, deposit).0]
            }
            Question::BalanceNow => vec![self.balance(|_| true).map_or(NOT_OPENED, Value::Money)],
            Question::FeesBetween { first, last } if last < first => Vec::new(),
            Question::FeesBetween { first, last } => {
                vec![self.those(first, last.succ_opt().unwrap_or(last), fee).0]
            }
            Question::HighestBalance => vec![self.highest(false)],
            Question::EverBelow { limit } => vec![self.ever_below(limit)],
        }
    }
}

fn deposit(event: &Event, account: &Account) -> Option<Money> {
    match event {
        Event::Deposited { account: it, amount } if it == account => Some(*amount),
        _ => None,
    }
}

fn fee(event: &Event, account: &Account) -> Option<Money> {
    match event {
        Event::FeeCharged { account: it, amount, .. } if it == account => Some(*amount),
        _ => None,
    }
}

/// What an answer lists one by one is what was found; and the snapshot says “overwritten by” only of one
/// thing that was there.
fn is_well_formed(naive: &Naive<'_>, question: Question, answer: &Answer) -> Holds {
    let found = match question {
        Question::DepositsIn { month } => {
            let (first, next) = month_days(month);
            Some(naive.those(first, next, deposit).1)
        }
        Question::FeesBetween { first, last } => {
            Some(naive.those(first, last.succ_opt().unwrap_or(last), fee).1)
        }
        _ => None,
    };
    let overwritten = match &answer.snapshot {
        Verdict::CannotKnow { overwritten_by, .. } => *overwritten_by,
        Verdict::Knows { .. } => None,
    };
    let touches = |number: usize| flow(&naive.entries[number - 1].event, &naive.account) != 0;
    prop_assert!(overwritten.is_none_or(touches), "{:?}", answer);
    let names_both = answer.diary.note.contains("by the order of writing: ");
    prop_assert_eq!(names_both, naive.differs(question), "{:?}", answer);
    if let Question::EverBelow { limit } = question {
        let falls = answer.diary.cases.iter().map(|it| (it.steps[0].entry, it.what.clone()));
        let expected = naive.falls(limit, false).into_iter();
        let expected = expected.map(|(entry, left)| (entry, What::Named(left.to_string())));
        prop_assert_eq!(falls.collect::<Vec<_>>(), expected.collect::<Vec<_>>());
    }
    if let Some(found) = found {
        let listed: Vec<_> = answer.diary.cases.iter().map(|case| case.steps[0].entry).collect();
        prop_assert_eq!(&listed, &found);
        for case in &answer.diary.cases {
            let entry = &naive.entries[case.steps[0].entry - 1];
            prop_assert_eq!(case.steps[0].when, entry.when());
            let back = naive.entries.iter().find(|other| match (&entry.event, &other.event) {
                (Event::FeeCharged { fee, .. }, Event::FeeRefunded { fee: back, .. }) => {
                    fee == back
                }
                _ => false,
            });
            let steps: Vec<_> = case.steps[1..].iter().map(|step| step.entry).collect();
            prop_assert_eq!(steps, back.map(|back| back.number).into_iter().collect::<Vec<_>>());
        }
        prop_assert!(overwritten.is_none() || found.len() == 1, "{:?}", answer);
    }
    if answer.diary.value == NOT_OPENED {
        prop_assert_eq!(overwritten, None);
    }
    Ok(())
}

#[test]
fn every_answer_about_the_bank_is_that_of_a_loop() {
    let cases = (scripts(), own_days(), vec(questions(), 4), accounts(), zones(), days());
    // Four questions each: ten thousand cases and some more.
    check_times(2_600, cases, |(script, own_days, questions, account, zone, today)| {
        let Tale { diary, row, .. } = Tale::<Bank>::of(&script);
        let diary = with_days(&diary, &own_days);
        let naive = Naive { entries: diary.entries(), account: account.clone(), today, zone };
        let cells = Cells { balance: row.today().balance(&account), last_change: row.updated_at() };
        for question in questions {
            let answers = question.ask(&account, &diary, &row, &Calendar { today, zone });
            let told: Vec<_> = answers.iter().map(|it| it.diary.value.clone()).collect();
            prop_assert_eq!(&told, &naive.answers(question), "{:?} on {}", question, today);
            let says = answers.iter().map(|answer| match &answer.snapshot {
                Verdict::Knows { value, .. } => Some(value.clone()),
                Verdict::CannotKnow { .. } => None,
            });
            let says = says.collect::<Vec<_>>();
            prop_assert_eq!(&says, &row_says(question, &cells, today, zone), "{:?}", question);
            let written = with_days(&diary, &[None]);
            let mut written = question.ask(&account, &written, &row, &Calendar { today, zone });
            for (answer, says) in answers.iter().zip(says) {
                // What the row knows is so, by the clock of writing at least.
                let by_writing = match question {
                    Question::EverBelow { .. } => &written.remove(0).diary.value,
                    _ => &answer.diary.value,
                };
                prop_assert!(says.is_none_or(|says| says == *by_writing), "{:?}", answer);
                is_explained(answer, diary.len())?;
                is_well_formed(&naive, question, answer)?;
            }
        }
        Ok(())
    });
}
