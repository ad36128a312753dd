//! What a line must be called so that it can answer.

use crate::prelude::*;

pub(super) static CHAPTER: Chapter = Chapter {
    id: name_of(module_path!()),
    title: "Good names",
    trade: "ubiquitous language",
    idea: "A diary can only answer what its words say. Write entries that say what happened and \
           why.",
    minutes: 2,
    misconception: "It is enough to log that something changed.",
    tell: &[
        "A diary is only as good as its words. A program writes entries, and somebody made up their \
         names. Here are four of them, on cards.",
        "In A4 the bank asked who paid in. In A5 you asked when the order was paid and what was put \
         back. With good words such questions can be answered years later. With bad words the \
         entries are there, but they can’t answer.",
    ],
    stage: Setup {
        prepared: &[],
        demo: Some(demo::good_names::DEMO),
        before: &[],
        after: &[],
        actions: &[
            Action::press("account-updated", "AccountUpdated", "Turn over AccountUpdated"),
            Action::press("button-clicked", "ButtonClicked", "Turn over ButtonClicked"),
            Action::press("please-ship", "PleaseShip", "Turn over PleaseShip"),
            Action::press("payment-received", "PaymentReceived", "Turn over PaymentReceived"),
        ],
    },
    question: Question {
        ask: "Which of these entries could answer a question like those of A4 and A5?",
        fields: &[Field {
            name: "can-answer",
            label: "Entries that can answer",
            kind: Kind::Choice {
                several: true,
                choices: &[
                    Choice {
                        name: "account-updated",
                        words: "AccountUpdated: balance 490.00",
                        right: false,
                        why: "AccountUpdated says that something is different now. It does not say \
                              what happened. It is a snapshot that was written into a diary.",
                    },
                    Choice {
                        name: "button-clicked",
                        words: "ButtonClicked: “Receive payment”",
                        right: false,
                        why: "ButtonClicked says what a finger did. It does not say whether the \
                              money came, because the request may have been refused.",
                    },
                    Choice {
                        name: "please-ship",
                        words: "PleaseShip: ORD-1",
                        right: false,
                        why: "PleaseShip is a request. The order may never have been sent off.",
                    },
                    Choice {
                        name: "payment-received",
                        words: "PaymentReceived: 20.50",
                        right: true,
                        why: "PaymentReceived says what happened, in the shop’s own words. It is \
                              only written when it did happen.",
                    },
                ],
            },
            because: "Only PaymentReceived says what happened and why. The demo tries each card on \
                      two days that are not alike. If both days leave the same entries, nobody can \
                      ever tell them apart.",
            version: 0,
            entries: &[],
        }],
    },
    hints: [
        "Imagine that this entry is all you have. What do you know for sure?",
        "Tell three things apart: a request, something that happened, and a number that is \
         different now.",
        "Look for something that has happened and can’t be refused any more, in the words of the \
         shop.",
    ],
    reveal: Reveal {
        comes: RevealBy::AtOnce,
        snapshot: "The columns of a snapshot have names as well. They only say how things stand, \
                   and not what happened.",
        diary: "With good words the diary can answer what nobody has asked yet.",
        end: "There were four entries, and only one of them will help somebody in a year.",
    },
    words: &[("words of the trade", "ubiquitous language")],
};
