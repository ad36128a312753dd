//! A second, naive model of the bank: plain loops over the entries, and over the cells on the
//! screen. It shares no code with the questions, and judges both worlds.

use chrono::{DateTime, Datelike, Days, NaiveDate, TimeZone, Utc};
use chrono_tz::Tz;
use diary::Entry;
use examples::{
    Money,
    bank::{Account, Bank, Event},
    calendar::{Calendar, Month},
    questions::{Answer, Value, Verdict, bank::Question},
};
use proptest::{collection::vec, option, prelude::*, sample::select, test_runner::TestCaseError};

use crate::{
    explains::{flow, is_explained, zones},
    random::{Tale, accounts, check_times, scripts},
    true_days::with_days,
};

type Holds = Result<(), TestCaseError>;

const NOT_OPENED: Value = Value::Nothing("not opened yet");
const NONE: Value = Value::Total { count: 0, sum: Money::ZERO };

/// A day around the weeks in which random tales happen, and some far from them.
pub(crate) fn days() -> impl Strategy<Value = NaiveDate> {
    let first = NaiveDate::from_ymd_opt(2025, 12, 20).unwrap();
    let near = (0..170_u64).prop_map(move |days| first.checked_add_days(Days::new(days)).unwrap());
    let far = [(1970, 1, 1), (2031, 10, 10), (9999, 12, 31)];
    let far = far.map(|(year, month, day)| NaiveDate::from_ymd_opt(year, month, day).unwrap());
    prop_oneof![12 => near, 1 => select(far.to_vec())]
}

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

/// Days of their own for a few entries, and for none in most diaries.
pub(crate) fn own_days() -> impl Strategy<Value = Vec<Option<NaiveDate>>> {
    prop_oneof![2 => Just(vec![None]), 3 => vec(option::weighted(0.3, days()), 1..20)]
}

pub(crate) fn day_of(at: DateTime<Utc>, zone: Tz) -> NaiveDate {
    zone.from_utc_datetime(&at.naive_utc()).date_naive()
}

/// Whether an entry is true before a day: by its own day, or since it has been written by then.
pub(crate) fn before<E>(entry: &Entry<E>, day: NaiveDate, zone: Tz) -> bool {
    day_of(entry.at, zone) < day || entry.true_on.is_some_and(|own| own < day)
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
        (Value::Total { count, sum: Money::cents(cents) }, found)
    }

    /// The balance after each entry that moved it, and after the one that opened the account.
    fn balances(&self) -> Vec<Money> {
        let numbers = self.entries.iter().map(|entry| entry.number);
        numbers.filter_map(|number| self.balance(|entry| entry.number <= number)).collect()
    }

    fn ever_below(&self, limit: Money) -> Value {
        let all = self.balances();
        if all.is_empty() {
            return NOT_OPENED;
        }
        let since_money_came = all.iter().skip_while(|balance| **balance == Money::ZERO);
        if since_money_came.into_iter().any(|balance| *balance < limit) {
            Value::Yes
        } else {
            Value::No
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
            Question::HighestBalance => {
                vec![self.balances().into_iter().max().map_or(NOT_OPENED, Value::Money)]
            }
            Question::EverBelow { limit } => vec![self.ever_below(limit)],
        }
    }
}

pub(crate) fn month_days(month: Month) -> (NaiveDate, NaiveDate) {
    let first = NaiveDate::from_ymd_opt(month.year, month.month, 1).unwrap();
    let next = first.checked_add_days(Days::new(31)).and_then(|day| day.with_day(1));
    (first, next.unwrap_or(first))
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

/// The cells of the bank's row that are on the screen and matter for an account.
struct Cells {
    balance: Option<Money>,
    last_change: Option<DateTime<Utc>>,
}

/// What these cells, the calendar and nothing else can tell; `None`: the row cannot know.
fn row_says(question: Question, cells: &Cells, today: NaiveDate, zone: Tz) -> Vec<Option<Value>> {
    let unchanged_since = |day| cells.last_change.is_none_or(|at| day_of(at, zone) < day);
    let balance = cells.balance.map_or(NOT_OPENED, Value::Money);
    let never = cells.balance.is_none().then_some(NOT_OPENED);
    let none_since = |first| (cells.balance.is_some() && unchanged_since(first)).then_some(NONE);
    let those = |first| {
        if first > today {
            Some(Value::NotYet { now: None })
        } else {
            none_since(first).or(never.clone())
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
        Question::DepositsIn { month } => vec![those(month_days(month).0)],
        Question::FeesBetween { first, last } if last < first => Vec::new(),
        Question::FeesBetween { first, .. } => vec![those(first)],
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

/// What an answer lists one by one is what was found; and the row says “overwritten by” only of one
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
            for (answer, says) in answers.iter().zip(says) {
                // What the row knows is so.
                prop_assert!(says.is_none_or(|says| says == answer.diary.value), "{:?}", answer);
                is_explained(answer, diary.len())?;
                is_well_formed(&naive, question, answer)?;
            }
        }
        Ok(())
    });
}
