//! What is gathered for a question goes on with the diary: it says what a new reading of the whole
//! would, and reads no entry twice.

use chrono_tz::Tz;
use diary::{Checkpointed, Diary, Snapshot};
use examples::{
    Amount, Money,
    bank::{self, Account, Bank},
    calendar::{Month, local_time},
    order::{self, Order},
    questions::{Answer, Citation, Finding},
};
use proptest::{prelude::*, sample::Index, test_runner::TestCaseError};

use crate::{
    explains::zones,
    honest::rebuilt,
    own_random::{Choices, Counted, choices},
    random::{Sample, Script, Tale, check, scripts},
    verdicts::after_all,
};

type Holds = Result<(), TestCaseError>;

/// Entries that are listed in the shorter of two answers.
const FEW: usize = 3;

/// Every question about the bank that makes sense for these entries.
fn bank_questions(diary: &Diary<bank::Event>, zone: Tz) -> Vec<bank::questions::Question> {
    use bank::questions::Question;
    let day = |at: usize| {
        let entry = diary.entries().get(at).or(diary.entries().last());
        entry.map_or_else(Default::default, |entry| local_time(entry.at, &zone).date())
    };
    let (first, middle, last) = (day(0), day(diary.len() / 2), day(usize::MAX));
    let limits = [-1, 0, 1, 100_00].map(|cents| Question::EverBelow { limit: Money::cents(cents) });
    let others = [
        Question::BalanceOn { day: middle },
        Question::DepositsIn { month: Month::of(middle) },
        Question::BalanceNow,
        Question::FeesBetween { first, last },
        Question::HighestBalance,
    ];
    limits.into_iter().chain(others).collect()
}

/// The same diary with other events at the same times: whoever read it again would say something
/// else.
fn scrambled<E: Clone>(diary: &Diary<E>, other: &E) -> Diary<E> {
    let mut scrambled = Diary::default();
    diary.entries().iter().for_each(|entry| scrambled.append(entry.when(), [other.clone()]));
    scrambled
}

/// The part of a diary that had been written by then, with its row.
fn early<D: Sample>(diary: &Diary<D::Event>, version: usize) -> (Diary<D::Event>, Snapshot<D>) {
    let mut early = Diary::default();
    diary.until(version).iter().for_each(|entry| early.append(entry.when(), [entry.event.clone()]));
    let row = rebuilt::<D>(&early);
    (early, row)
}

/// A short answer is the beginning of the whole one, and what it leaves out adds up.
fn is_short_for(short: &Finding, whole: &Finding) -> Holds {
    prop_assert_eq!((&short.value, &short.note), (&whole.value, &whole.note));
    prop_assert_eq!(short.version, whole.version);
    prop_assert_eq!(whole.more.count, 0);
    let (listed, left_out) = whole.rests_on.split_at(FEW.min(whole.rests_on.len()));
    prop_assert_eq!(&short.rests_on, listed);
    prop_assert_eq!(short.more.count, left_out.len());
    let cents = |part: &Citation| part.change.map(Amount::units);
    let left_out: Option<i64> = left_out.iter().map(cents).sum();
    let expected = left_out.filter(|_| short.more.count > 0);
    prop_assert_eq!(short.more.change.map(Amount::units), expected);
    Ok(())
}

fn are_short_for(short: &[Answer], whole: &[Answer]) -> Holds {
    prop_assert_eq!(short.len(), whole.len());
    for (short, whole) in short.iter().zip(whole) {
        is_short_for(&short.diary, &whole.diary)?;
        prop_assert_eq!((short.label, &short.snapshot), (whole.label, &whole.snapshot));
    }
    Ok(())
}

#[test]
fn the_questions_about_the_bank_go_on() {
    check((scripts(), any::<Index>(), zones()), |(script, at, zone)| {
        let Tale { diary, row, .. } = Tale::<Bank>::of(&script);
        let (before, early_row) = early::<Bank>(&diary, at.index(diary.len() + 1));
        let event = bank::Event::Deposited { account: Account::Everyday, amount: Money::cents(7) };
        let scrambled = scrambled(&diary, &event);
        let mut gathered = bank::questions::Gathered::default();
        let questions = bank_questions(&diary, zone);
        for (diary, row) in [(&before, &early_row), (&diary, &row)] {
            gathered.read_to(diary.entries());
            prop_assert_eq!(gathered.version(), diary.len());
            // One after the other, as cards that are open at the same time ask.
            for question in &questions {
                for account in Account::FIRST.into_iter().chain([Account::called("ana")]) {
                    let whole = question.ask(&account, diary, row, &after_all(zone));
                    let mut told = |diary, most| {
                        question.told(&mut gathered, &account, diary, row, &after_all(zone), most)
                    };
                    prop_assert_eq!(&told(diary, usize::MAX), &whole);
                    are_short_for(&told(diary, FEW), &whole)?;
                }
            }
        }
        for question in &questions {
            let whole = question.ask(&Account::Everyday, &diary, &row, &after_all(zone));
            let told = question.told(
                &mut gathered,
                &Account::Everyday,
                &scrambled,
                &row,
                &after_all(zone),
                usize::MAX,
            );
            prop_assert_eq!(told, whole, "{:?} reads the entries again", question);
        }
        Ok(())
    });
}

#[test]
fn the_questions_about_the_order_go_on() {
    check((scripts(), any::<Index>()), |(script, at)| {
        let Tale { diary, row, .. } = Tale::<Order>::of(&script);
        let (before, early_row) = early::<Order>(&diary, at.index(diary.len() + 1));
        let scrambled = scrambled(&diary, &order::Event::PaymentReceived { amount: Money::ZERO });
        let mut gathered = Checkpointed::<order::questions::Gathered>::default();
        for (diary, row) in [(&before, &early_row), (&diary, &row)] {
            gathered.read_to(diary.entries(), usize::MAX);
            for question in order::questions::Question::ALL {
                let whole = question.ask(diary, row);
                let told = |diary, most| question.told(gathered.reading(), diary, row, most);
                prop_assert_eq!(&told(diary, usize::MAX), &whole);
                are_short_for(&told(diary, FEW), &whole)?;
            }
        }
        for question in order::questions::Question::ALL {
            let told = question.told(gathered.reading(), &scrambled, &row, usize::MAX);
            prop_assert_eq!(told, question.ask(&diary, &row), "{:?} reads again", question);
        }
        Ok(())
    });
}

fn own_questions_go_on<D: Counted>(
    (script, choices, at, version, zone): (Script, Choices, Index, Index, Tz),
) -> Holds {
    let Tale { diary, row, .. } = Tale::<D>::of(&script);
    let (before, early_row) = early::<D>(&diary, at.index(diary.len() + 1));
    let question = choices.question::<D>(&script.names);
    let mut gathered = question.gathered();
    for (diary, row) in [(&before, &early_row), (&diary, &row)] {
        gathered.read_to(diary.entries(), usize::MAX);
        let reading = gathered.reading();
        // Wherever the reader stands.
        for version in [diary.len(), version.index(diary.len() + 1)] {
            let whole = question.answer(diary, version, row, &after_all(zone));
            let told = |most| {
                question.told(reading, (diary, version), (row, None), &after_all(zone), most)
            };
            prop_assert_eq!(&told(usize::MAX), &whole);
            are_short_for(&[told(FEW)], &[whole])?;
            let until = diary.until(version);
            prop_assert_eq!(
                question.months(reading, until, &zone),
                question.by_month(until, &zone)
            );
        }
    }
    Ok(())
}

each!(own_questions_go_on, (scripts(), choices(), any::<Index>(), any::<Index>(), zones()));
