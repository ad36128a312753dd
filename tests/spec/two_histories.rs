//! What the bank's row cannot know is really not in it.

use chrono::{NaiveDate, TimeZone, Utc};
use diary::{Diary, Snapshot};
use examples::{
    Money,
    bank::{Account, Bank, Event},
    calendar::{Calendar, Month},
    questions::{Value, Verdict, bank::Question},
};

/// For each question: two histories that end in the same cells and give different answers.
#[test]
fn what_the_row_cannot_know_has_two_answers() {
    let (first, second) = (course_day(2, 1), course_day(3, 1));
    let histories = |amounts: &[i64]| {
        let (mut diary, mut row) = (Diary::default(), Snapshot::<Bank>::default());
        let everyday = Account::Everyday;
        let mut tell = |day: u32, event: Event| {
            let at = Utc.with_ymd_and_hms(2026, 2, day, 12, 0, 0).unwrap();
            row.overwrite(at, &event);
            diary.append(at, [event]);
        };
        tell(1, Event::AccountOpened { account: everyday.clone(), owner: "Ana".into() });
        for (amount, fee) in amounts.iter().zip(1..) {
            let day = 1 + fee;
            let cents = Money::cents(amount.abs());
            tell(
                day,
                match amount {
                    0.. => Event::Deposited { account: everyday.clone(), amount: cents },
                    _ => Event::FeeCharged { account: everyday.clone(), amount: cents, fee },
                },
            );
        }
        (diary, row)
    };
    let classes = [
        ("a day between two entries", Question::BalanceOn { day: course_day(2, 3) }),
        ("the day of the last entry", Question::BalanceOn { day: course_day(2, 4) }),
        ("deposits", Question::DepositsIn { month: Month::of(first) }),
        ("fees", Question::FeesBetween { first, last: second }),
        ("the highest balance", Question::HighestBalance),
        ("below what is there now", Question::EverBelow { limit: Money::cents(90) }),
    ];
    let (one, other) = (histories(&[100, 50, -50]), histories(&[50, 100, -50]));
    let third = histories(&[40, 90, -30]);
    for (class, question) in classes {
        let ask = |(diary, row): &(Diary<Event>, Snapshot<Bank>)| {
            let calendar = Calendar { today: second, zone: Utc };
            let answers = question.ask(&Account::Everyday, diary, row, &calendar);
            (
                answers[0].diary.value.clone(),
                matches!(answers[0].snapshot, Verdict::CannotKnow { .. }),
            )
        };
        let all = [&one, &other, &third];
        let cells = all.map(|(_, row)| (row.today().balance(&Account::Everyday), row.updated_at()));
        assert!(cells.iter().all(|it| *it == cells[0]), "the same cells");
        let told = all.map(ask);
        assert!(told.iter().all(|(_, cannot_know)| *cannot_know), "{class}: {told:?}");
        assert!(told.iter().any(|(value, _)| *value != told[0].0), "{class}: {told:?}");
    }
    // A balance of nothing may have been more, or never anything.
    let ask = |amounts: &[i64]| {
        let (diary, row) = histories(amounts);
        let question = Question::EverBelow { limit: Money::cents(90) };
        let calendar = Calendar { today: second, zone: Utc };
        question.ask(&Account::Everyday, &diary, &row, &calendar).remove(0)
    };
    let (moved, still) = (ask(&[100, -50, -50]), ask(&[]));
    assert_eq!((&moved.diary.value, &still.diary.value), (&Value::Yes, &Value::No));
    for answer in [moved, still] {
        assert!(matches!(answer.snapshot, Verdict::CannotKnow { .. }));
    }
}

fn course_day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}
