//! The bank's questions.

use examples::{
    Money,
    bank::{
        Account,
        questions::Question::{
            self, BalanceNow, BalanceOn, DepositsIn, EverBelow, FeesBetween, HighestBalance,
        },
    },
    calendar::Month,
};

use super::{Classes, DAYS, calendar, day, judge, says_how, told::banks};

/// The classes of this kind of question, and a question of the next kind: a new kind doesn't compile until it
/// stands here.
fn classes_and_next(question: Question) -> (Vec<(&'static str, Question)>, Option<Question>) {
    let month = |month| DepositsIn { month: Month { year: 2026, month } };
    let fees = |first, last| FeesBetween { first: day(first), last: day(last) };
    let below = |cents| EverBelow { limit: Money::cents(cents) };
    match question {
        BalanceOn { .. } => {
            let classes = DAYS.map(|(class, on)| (class, BalanceOn { day: day(on) }));
            (classes.to_vec(), Some(month(1)))
        }
        DepositsIn { .. } => {
            let classes = [
                ("the month before the last change", month(2)),
                ("the month of the last change", month(3)),
                ("the month after the last change", month(4)),
                ("a month to come", month(5)),
            ];
            (classes.to_vec(), Some(BalanceNow))
        }
        BalanceNow => (vec![("now", BalanceNow)], Some(fees((1, 1), (1, 1)))),
        FeesBetween { .. } => {
            let classes = [
                ("days before the last change", fees((2, 1), (2, 5))),
                ("days with the last change", fees((3, 1), (3, 10))),
                ("days after the last change", fees((3, 5), (3, 10))),
                ("days to come", fees((4, 21), (4, 30))),
            ];
            (classes.to_vec(), Some(HighestBalance))
        }
        HighestBalance => (vec![("the highest", HighestBalance)], Some(below(0))),
        EverBelow { .. } => {
            let classes = [
                ("below nothing", below(0)),
                ("below what is there", below(15_00)),
                ("below more than is there", below(200_00)),
            ];
            (classes.to_vec(), None)
        }
    }
}

#[test]
fn what_the_bank_s_row_cannot_know_has_two_answers() {
    let mut all = Classes::default();
    let mut kind = Some(BalanceOn { day: day((1, 1)) });
    while let Some(question) = kind {
        let (classes, next) = classes_and_next(question);
        for (class, question) in classes {
            for alike in banks() {
                for account in Account::FIRST {
                    let class = format!("{}: {account}, {question:?}, {class}", alike.end);
                    all += judge(&class, &alike.histories, [question], |history, question| {
                        let (diary, row) = (&history.diary, &history.row);
                        let answers = question.ask(&account, diary, row, &calendar());
                        answers.into_iter().map(|answer| (says_how(answer), Vec::new())).collect()
                    });
                }
            }
        }
        kind = next;
    }
    // 18 classes, of which 4 are days that have two ends; about 2 accounts, in 4 ends of a row.
    assert_eq!(all, Classes { pairs: 37, known: (18 + 4) * 2 * 4 - 37 });
}
