//! The order's questions.

use examples::order::{
    Status,
    questions::Question::{
        self, ItemsWhenPaid, NeverCameBack, PaymentToShipping, RemovedAndReadded, WhenPaid,
    },
};

use super::{
    Classes, judge,
    told::{orders, phases},
};

/// Why a row in this phase always knows. Every question stands here, and what has no reason has a pair.
fn reason(question: Question, status: Status) -> Option<&'static str> {
    match (question, status) {
        (WhenPaid | ItemsWhenPaid | PaymentToShipping, Status::NotCreated | Status::Filling) => {
            Some("the phase says that it is not paid")
        }
        (RemovedAndReadded | NeverCameBack, Status::NotCreated) => {
            Some("a row that was never changed has no past")
        }
        (ItemsWhenPaid, Status::Paid | Status::Shipped) => {
            Some("what is paid for can't change, so it is what is there now")
        }
        (WhenPaid, Status::Paid) => Some("nothing but the payment leads to this phase"),
        (PaymentToShipping, Status::Paid) => Some("the phase says that it is not shipped"),
        // The shipping took the place of the payment's time.
        (WhenPaid | PaymentToShipping, Status::Shipped)
        // What is taken out leaves the row, and so does that it was there.
        | (RemovedAndReadded | NeverCameBack, Status::Filling | Status::Paid | Status::Shipped) => None,
    }
}

#[test]
fn what_the_order_s_row_cannot_know_has_two_answers() {
    let mut all = Classes::default();
    for status in phases() {
        for alike in orders(status) {
            for question in Question::ALL {
                let class = format!("{}: {}", alike.end, question.words());
                let classes = judge(&class, &alike.histories, [question], |history, question| {
                    let answers = question.ask(&history.diary, &history.row);
                    answers.into_iter().map(|answer| (answer, Vec::new())).collect()
                });
                let known = usize::from(reason(question, status).is_some());
                assert_eq!(classes, Classes { pairs: 1 - known, known }, "{class}");
                all += classes;
            }
        }
    }
    // Five questions to no order, to two that are not paid, to a paid and to a shipped one.
    assert_eq!(all, Classes { pairs: 2 + 2 + 2 + 4, known: 5 + 3 + 3 + 3 + 1 });
}
