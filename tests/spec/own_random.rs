//! Questions put together at random, and a loop that counts once more what they ask for.

mod parcel;

use std::fmt::Debug;

use chrono::{Datelike, Days, NaiveDate, TimeDelta};
use chrono_tz::Tz;
use diary::{Diary, Entry, Snapshot, When};
use examples::{
    bank::{self, Account, Bank},
    calendar::Month,
    order::{self, Order},
    questions::own::{Queryable, Question, Span},
};
use proptest::{prelude::*, sample::Index};

use crate::{
    explains::flow,
    honest::{other_bank, other_order},
    naive_days::{day_of, month_days},
    random::Sample,
};

/// What is needed to count once more, without the builder.
pub(crate) trait Counted: Sample + Queryable<Topic: Debug, Subject: Debug> {
    /// The keys of the subjects that a random diary may be about.
    fn subject_keys(names: &[String]) -> Vec<String>;

    /// What an event counts for, in cents, if it belongs there. An empty subject is any.
    fn counts(event: &Self::Event, topic: &str, subject: &str) -> Option<i64>;

    /// Another diary that ends in the same row.
    fn other(row: &Snapshot<Self>, gap: TimeDelta) -> Diary<Self::Event>;
}

impl Counted for Bank {
    fn subject_keys(_names: &[String]) -> Vec<String> {
        ["", "everyday", "savings", "ana", "TEA", "Holidays"].map(str::to_owned).to_vec()
    }

    fn counts(event: &bank::Event, topic: &str, subject: &str) -> Option<i64> {
        use bank::Event::{
            AccountOpened, Deposited, FeeCharged, FeeRefunded, Transferred, Withdrawn,
        };
        let is =
            |account: &Account| subject.is_empty() || subject.eq_ignore_ascii_case(account.name());
        let about = match event {
            AccountOpened { account, .. }
            | Deposited { account, .. }
            | Withdrawn { account, .. }
            | FeeCharged { account, .. }
            | FeeRefunded { account, .. } => is(account),
            Transferred { from, to, .. } => is(from) || is(to),
        };
        if !about {
            return None;
        }
        match (topic, event) {
            ("deposits", Deposited { amount, .. })
            | ("withdrawals", Withdrawn { amount, .. })
            | ("transfers", Transferred { amount, .. })
            | ("fees", FeeCharged { amount, .. })
            | ("refunds", FeeRefunded { amount, .. }) => Some(amount.in_cents()),
            ("openings", AccountOpened { .. }) => Some(0),
            ("everything", event) => {
                let mut ours: Vec<_> = event.accounts().filter(|it| is(it)).collect();
                ours.dedup();
                Some(ours.into_iter().map(|account| flow(event, account)).sum())
            }
            _ => None,
        }
    }

    fn other(row: &Snapshot<Self>, gap: TimeDelta) -> Diary<bank::Event> {
        other_bank(row, gap)
    }
}

impl Counted for Order {
    fn subject_keys(names: &[String]) -> Vec<String> {
        let trimmed = names.iter().map(|name| name.trim().to_owned());
        trimmed.chain([String::new(), "mug".into()]).collect()
    }

    fn counts(event: &order::Event, topic: &str, subject: &str) -> Option<i64> {
        use order::Event::{ItemAdded, ItemRemoved, OrderCreated, OrderShipped, PaymentReceived};
        let is = |name: &str| subject.is_empty() || subject == name;
        match (topic, event) {
            ("items-added", ItemAdded { name, price, quantity }) if is(name) => {
                Some(price.in_cents() * i64::from(*quantity))
            }
            ("payments", PaymentReceived { amount }) => Some(amount.in_cents()),
            ("items-removed" | "everything", ItemRemoved { name, .. })
            | ("everything", ItemAdded { name, .. })
                if is(name) =>
            {
                Some(0)
            }
            ("created", OrderCreated { .. }) | ("shipped", OrderShipped {}) => Some(0),
            ("everything", OrderCreated { .. } | PaymentReceived { .. } | OrderShipped {})
                if subject.is_empty() =>
            {
                Some(0)
            }
            _ => None,
        }
    }

    fn other(row: &Snapshot<Self>, gap: TimeDelta) -> Diary<order::Event> {
        other_order(row, gap)
    }
}

/// Days around the weeks in which random tales happen, and entries up to the end and beyond.
fn spans() -> impl Strategy<Value = Span> {
    let first = NaiveDate::from_ymd_opt(2025, 12, 28).unwrap();
    let day = (0..100_u64).prop_map(move |days| first.checked_add_days(Days::new(days)).unwrap());
    let entry = || prop_oneof![9 => 0..45_usize, 1 => Just(usize::MAX)];
    prop_oneof![
        2 => Just(Span::Any),
        2 => day.clone().prop_map(Span::On),
        2 => (day.clone(), day.clone()).prop_map(|(first, last)| Span::Between(first, last)),
        3 => day.prop_map(|day| Span::In(Month::of(day))),
        2 => entry().prop_map(Span::Before),
        2 => entry().prop_map(Span::After),
    ]
}

/// A question from the menus, as somebody would choose it.
#[derive(Clone, Debug)]
pub(crate) struct Choices {
    topic: Index,
    measure: Index,
    subject: Index,
    span: Span,
}

pub(crate) fn choices() -> impl Strategy<Value = Choices> {
    (any::<Index>(), any::<Index>(), any::<Index>(), spans())
        .prop_map(|(topic, measure, subject, span)| Choices { topic, measure, subject, span })
}

impl Choices {
    pub(crate) fn question<D: Counted>(&self, names: &[String]) -> Question<D> {
        let topics = Question::<D>::topics();
        let subjects = D::subject_keys(names);
        let question = D::usual(NaiveDate::default())
            .with_topic(&self.topic.get(&topics).key)
            .with_subject(self.subject.get::<String>(&subjects))
            .with_span(self.span);
        let measures = question.measures();
        question.with_measure(&self.measure.get(&measures).key)
    }
}

/// The first day of a span of time; none where it is told by entries, or is any time.
pub(crate) fn first_day(span: Span) -> Option<NaiveDate> {
    match span {
        Span::On(on) => Some(on),
        Span::Between(one, other) => Some(one.min(other)),
        Span::In(month) => Some(month_days(month).0),
        Span::Any | Span::Before(_) | Span::After(_) => None,
    }
}

/// The day on which an entry is true: its own, unless it was written before that.
pub(crate) fn true_day(when: When, zone: Tz) -> NaiveDate {
    let written = day_of(when.at, zone);
    when.true_on.map_or(written, |own| own.min(written))
}

/// What a loop over the entries finds: number, when it was written and is true, and cents. By which
/// of the two clocks days are meant, is said.
pub(crate) fn counted<D: Counted>(
    question: &Question<D>,
    entries: &[Entry<D::Event>],
    zone: Tz,
    by_writing: bool,
) -> Vec<(usize, When, i64)> {
    let (topic, subject) = (question.topic_key(), question.subject_key());
    let mut found = Vec::new();
    for entry in entries {
        let written = day_of(entry.at, zone);
        let day = if by_writing { written } else { true_day(entry.when(), zone) };
        let inside = match question.span() {
            Span::Any => true,
            Span::On(on) => day == on,
            Span::Between(one, other) => (one.min(other)..=one.max(other)).contains(&day),
            Span::In(month) => (day.year(), day.month()) == (month.year, month.month),
            Span::Before(number) => entry.number < number,
            Span::After(number) => entry.number > number,
        };
        if inside && let Some(cents) = D::counts(&entry.event, topic, &subject) {
            found.push((entry.number, entry.when(), cents));
        }
    }
    found
}
