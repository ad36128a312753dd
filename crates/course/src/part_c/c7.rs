//! What a line must be called so that it can answer.

use crate::prelude::*;

pub(super) static CHAPTER: Chapter = Chapter {
    id: name_of(module_path!()),
    title: "Good names",
    idea: "A diary can only answer what its words say. Write facts that say what happened and why.",
    minutes: 2,
    misconception: "It is enough to log that something changed.",
    tell: &[
        "A diary is only as good as its words. A program writes lines whose names somebody made up. \
         Here are four of them, on cards.",
        "Think back to A4, where the bank asked who paid in, and to A5, where you asked when the \
         order was paid and what was put back. With good words such questions can be answered years \
         later. With bad ones the lines are there, and mute.",
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
        ask: "Which of these lines could answer a question like those of A4 and A5?",
        fields: &[Field {
            name: "can-answer",
            label: "Lines that can answer",
            kind: Kind::Choice {
                several: true,
                choices: &[
                    Choice {
                        name: "account-updated",
                        words: "AccountUpdated: balance 490.00",
                        right: false,
                        why: "AccountUpdated says that something is different now, and leaves out \
                              what happened. It is a snapshot that was written into a diary.",
                    },
                    Choice {
                        name: "button-clicked",
                        words: "ButtonClicked: “Receive payment”",
                        right: false,
                        why: "ButtonClicked says what a finger did. Whether the money came, it leaves \
                              out: the wish may have been refused.",
                    },
                    Choice {
                        name: "please-ship",
                        words: "PleaseShip: ORD-1",
                        right: false,
                        why: "PleaseShip is a wish. The order may never have left the house.",
                    },
                    Choice {
                        name: "payment-received",
                        words: "PaymentReceived: 20.50",
                        right: true,
                        why: "PaymentReceived says what happened, in the shop’s own words, and it is \
                              only written when it did happen.",
                    },
                ],
            },
            because: "Only PaymentReceived is a fact that says what and why. The bench tries each \
                      card on two days that are not alike. Where both days leave the same page, \
                      nobody can ever tell.",
            version: 0,
            entries: &[],
        }],
    },
    hints: [
        "Imagine that this line is all you have. What do you know for sure?",
        "Tell three things apart: a wish, a fact, and a number that is different now.",
        "Look for something that has happened and can’t be refused any more, in the words of the \
         shop.",
    ],
    reveal: Reveal {
        comes: RevealBy::AtOnce,
        snapshot: "Its columns have names as well, but they only say what is, not what happened.",
        diary: "With good words it can answer what nobody has asked yet.",
        end: "Four lines, and only one that somebody will be glad of in a year.",
    },
    words: &[("words of the trade", "ubiquitous language")],
};
