//! What was true on one day, as it was known on another.

use chrono::{DateTime, Days, NaiveDate, Utc};
use chrono_tz::Tz;
use diary::{Diary, Entry, Snapshot};
use examples::{
    Money,
    bank::{
        Account::{self, Everyday, Savings},
        Bank, Event,
        questions::Question,
    },
    calendar::{end_of_day, start_of_day},
    questions::{Citation, Finding, Value},
    two_clocks::{
        Clocked,
        Edge::{self, EndOf, StartOf},
        TwoClocks, Untimely,
    },
};
use proptest::{collection::vec, option, prelude::*};

use crate::{
    months::{any_day, any_zone},
    random::{Tale, accounts, check, scripts},
    true_days::{day, late_letter, with_days},
    verdicts::after_all,
};

pub(crate) fn amount(finding: &Finding) -> String {
    finding.value.words(&Utc)
}

#[test]
fn the_late_letter_changes_what_was_true_and_not_what_was_known() {
    // Given the story, on 20 March a cheque of 30.00 of 27 February is written.
    let diary = late_letter();
    let clocks = TwoClocks::of::<Bank>(Some(&Everyday), diary.entries());
    let at = |true_at, known_at| clocks.at(true_at, known_at, &Utc);
    let first_of_march = StartOf(day(2026, 3, 1));

    let now = at(first_of_march, EndOf(day(2026, 3, 20)));
    assert_eq!(amount(&now), "535.00");
    assert_eq!((now.note.as_str(), now.version), ("", 12));
    let cheque = Citation { entry: 12, change: Some(Money::cents(30_00).into()) };
    assert_eq!(now.rests_on.last(), Some(&cheque));

    let then = at(first_of_march, EndOf(day(2026, 3, 1)));
    assert_eq!(amount(&then), "505.00");
    assert_eq!(then.note, "entry 12 was true by then, and not written yet");
    let entries: Vec<_> = then.rests_on.iter().map(|part| part.entry).collect();
    assert_eq!((entries, then.version), (vec![2, 3, 4, 6, 7, 8], 9));
}

#[test]
fn what_was_true_and_not_yet_written_can_be_looked_up() {
    let diary = late_letter();
    let clocks = TwoClocks::of::<Bank>(Some(&Everyday), diary.entries());
    let late = |known_at| clocks.not_yet_written(StartOf(day(2026, 3, 1)), known_at, &Utc);
    let cheque = Citation { entry: 12, change: Some(Money::cents(30_00).into()) };
    let fee = Citation { entry: 8, change: Some(Money::cents(-5_00).into()) };
    assert_eq!(late(EndOf(day(2026, 3, 20))), []);
    assert_eq!(late(EndOf(day(2026, 3, 19))), [cheque]);
    assert_eq!(late(EndOf(day(2026, 2, 27))), [fee, cheque]);
}

#[test]
fn a_letter_tells_of_a_day_that_has_come_and_on_which_the_account_was_open() {
    let diary = late_letter();
    let clocks = TwoClocks::of::<Bank>(Some(&Everyday), diary.entries());
    let today = day(2026, 3, 20);
    let check = |day| clocks.may_be_true_on(day, today, &Utc).map_err(|why| why.to_string());
    assert_eq!(check(day(2026, 2, 27)), Ok(()));
    assert_eq!(check(today), Ok(()));
    let future = "That day has not come yet. Choose today or an earlier day.";
    assert_eq!(check(day(2026, 3, 21)), Err(future.into()));
    let opened = diary.entries()[0].at.date_naive();
    assert_eq!(check(opened), Ok(()));
    let before = clocks.may_be_true_on(opened - Days::new(1), today, &Utc);
    assert_eq!(before, Err(Untimely::Before(&Bank::BEGINNING, opened)));
    let words = "The account was opened on 5 January 2026. Choose that day or a later one.";
    assert_eq!(before.unwrap_err().to_string(), words);
    let blank = TwoClocks::of::<Bank>(Some(&Everyday), &[]);
    assert_eq!(blank.may_be_true_on(today, today, &Utc), Err(Untimely::NotYet(&Bank::BEGINNING)));
}

#[test]
fn a_grid_answers_each_day_against_each_other() {
    let diary = late_letter();
    let clocks = TwoClocks::of::<Bank>(Some(&Everyday), diary.entries());
    let true_at = [EndOf(day(2026, 2, 26)), EndOf(day(2026, 2, 27)), EndOf(day(2026, 3, 20))];
    let known_at = [
        EndOf(day(2026, 1, 4)),
        EndOf(day(2026, 2, 26)),
        EndOf(day(2026, 2, 28)),
        StartOf(day(2026, 3, 20)),
        EndOf(day(2026, 3, 20)),
    ];
    let grid = clocks.grid(&true_at, &known_at, &Utc);
    let shown: Vec<Vec<_>> = grid.iter().map(|row| row.iter().map(amount).collect()).collect();
    let not_open = "not opened yet";
    assert_eq!(
        shown,
        [
            [not_open, "510.00", "510.00", "510.00", "510.00"],
            [not_open, "510.00", "510.00", "510.00", "540.00"],
            [not_open, "510.00", "505.00", "490.00", "520.00"],
        ]
    );
    // Of the other account, the letter says nothing.
    let savings = TwoClocks::of::<Bank>(Some(&Savings), diary.entries());
    assert_eq!(amount(&savings.at(true_at[2], known_at[4], &Utc)), "150.00");
    assert_eq!(amount(&savings.at(StartOf(day(2026, 2, 10)), known_at[4], &Utc)), not_open);
}

#[test]
fn a_day_is_the_reader_s_day() {
    // The fee was charged at 23:59 in UTC, when it was March already in Berlin.
    let diary = late_letter();
    let clocks = TwoClocks::of::<Bank>(Some(&Everyday), diary.entries());
    let known = EndOf(day(2026, 2, 28));
    assert_eq!(amount(&clocks.at(known, known, &Utc)), "505.00");
    assert_eq!(amount(&clocks.at(known, known, &Tz::Europe__Berlin)), "510.00");
    assert_eq!(EndOf(day(2026, 2, 28)).words(), "the end of 28 February 2026");
    assert_eq!(StartOf(day(2026, 3, 1)).words(), "the start of 1 March 2026");
}

/// The day in which an instant lies: the one that has begun and not ended.
pub(crate) fn day_of(at: DateTime<Utc>, zone: Tz) -> NaiveDate {
    let near = at.date_naive();
    let days = (0..5).map(|days| near - Days::new(2) + Days::new(days));
    let mut here =
        days.filter(|day| start_of_day(*day, &zone) <= at && at < end_of_day(*day, &zone));
    here.next().expect("every instant lies in a day")
}

/// By how much an entry changes an account.
fn change(event: &Event, of: &Account) -> i64 {
    match event {
        Event::Deposited { account, amount } | Event::FeeRefunded { account, amount, .. }
            if account == of =>
        {
            amount.in_cents()
        }
        Event::Withdrawn { account, amount } | Event::FeeCharged { account, amount, .. }
            if account == of =>
        {
            -amount.in_cents()
        }
        Event::Transferred { from, amount, .. } if from == of => -amount.in_cents(),
        Event::Transferred { to, amount, .. } if to == of => amount.in_cents(),
        _ => 0,
    }
}

pub(crate) fn is_before(day: NaiveDate, edge: Edge) -> bool {
    match edge {
        StartOf(first) => day < first,
        EndOf(last) => day <= last,
    }
}

pub(crate) fn edges() -> impl Strategy<Value = Edge> {
    // Random tales begin on 1 January 2026 and last less than five months.
    let near = (0..150_u64).prop_map(|days| day(2025, 12, 25) + Days::new(days));
    (prop_oneof![4 => near, 1 => any_day()], any::<bool>())
        .prop_map(|(day, start)| if start { StartOf(day) } else { EndOf(day) })
}

#[test]
fn the_grid_agrees_with_a_naive_computation() {
    let near = (0..150_u64).prop_map(|days| day(2025, 12, 25) + Days::new(days));
    let days = vec(option::of(prop_oneof![4 => near, 1 => any_day()]), 1..20);
    let cases = (scripts(), days, any_zone(), accounts(), vec(edges(), 2), edges());
    check(cases, |(script, days, zone, account, true_at, known_at)| {
        let diary = with_days(&Tale::<Bank>::of(&script).diary, &days);
        let grid = TwoClocks::of::<Bank>(Some(&account), diary.entries()).grid(
            &true_at,
            &[known_at],
            &zone,
        );
        prop_assert_eq!(grid.len(), true_at.len());
        for (true_at, row) in true_at.into_iter().zip(grid) {
            prop_assert_eq!(row.len(), 1);
            is_naive(&diary, account.clone(), true_at, known_at, zone, &row[0])?;
            // What is known and what is not yet written are all that will ever be known of it.
            let clocks = TwoClocks::of::<Bank>(Some(&account), diary.entries());
            let all = clocks.at(true_at, EndOf(day(9998, 1, 1)), &zone);
            let mut both = row[0].rests_on.clone();
            both.extend(clocks.not_yet_written(true_at, known_at, &zone));
            both.sort_by_key(|part| part.entry);
            prop_assert_eq!(both, all.rests_on);
        }
        Ok(())
    });
}

fn is_naive(
    diary: &Diary<Event>,
    account: Account,
    true_at: Edge,
    known_at: Edge,
    zone: Tz,
    found: &Finding,
) -> Result<(), TestCaseError> {
    let known = |entry: &Entry<Event>| is_before(day_of(entry.at, zone), known_at);
    // What is written is true by then, also where its day had not come yet.
    let holds = |entry: &Entry<Event>| {
        is_before(day_of(entry.at, zone), true_at)
            || entry.true_on.is_some_and(|day| is_before(day, true_at))
    };
    let (mut cents, mut is_open, mut rests_on) = (0, false, Vec::new());
    for entry in diary.entries().iter().filter(|entry| known(entry) && holds(entry)) {
        let opens = matches!(&entry.event, Event::AccountOpened { account: opened, .. } if *opened == account);
        let change = change(&entry.event, &account);
        cents += change;
        is_open |= opens || change != 0;
        if change != 0 {
            let change = Some(Money::cents(change).into());
            rests_on.push(Citation { entry: entry.number, change });
        }
    }
    let value =
        if is_open { Value::Money(Money::cents(cents)) } else { Value::Nothing("not opened yet") };
    prop_assert_eq!(&found.value, &value);
    prop_assert_eq!(&found.rests_on, &rests_on);
    prop_assert_eq!(found.version, diary.entries().iter().filter(|entry| known(entry)).count());
    let is_late = |entry: &&Entry<Event>| {
        holds(entry) && !known(entry) && change(&entry.event, &account) != 0
    };
    let late: Vec<_> = diary.entries().iter().filter(is_late).map(|entry| entry.number).collect();
    let note = match late.as_slice() {
        [] => String::new(),
        [one] => format!("entry {one} was true by then, and not written yet"),
        many => format!("{} entries were true by then, and not written yet", many.len()),
    };
    prop_assert_eq!(&found.note, &note);
    Ok(())
}

/// Where no entry has a day of its own, both clocks show the same, and the question about a day has
/// the same answer.
#[test]
fn without_late_letters_there_is_one_clock() {
    let cases = (scripts(), 0..150_u64, any_zone(), accounts());
    check(cases, |(script, days, zone, account)| {
        let diary = Tale::<Bank>::of(&script).diary;
        let day = day(2025, 12, 25) + Days::new(days);
        let question = Question::BalanceOn { day };
        let answers = question.ask(&account, &diary, &Snapshot::default(), &after_all(zone));
        let clocks = TwoClocks::of::<Bank>(Some(&account), diary.entries());
        for (answer, edge) in answers.iter().zip([StartOf(day), EndOf(day)]) {
            let found = clocks.at(edge, edge, &zone);
            prop_assert_eq!(&found.value, &answer.diary.value);
            prop_assert_eq!(&found.rests_on, &answer.diary.rests_on);
            prop_assert_eq!(found.version, answer.diary.version);
        }
        Ok(())
    });
}
