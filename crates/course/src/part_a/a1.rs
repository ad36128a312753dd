//! The same three moves in two notebooks.

use crate::prelude::*;

pub(super) static CHAPTER: Chapter = Chapter {
    id: name_of(module_path!()),
    title: "Snapshot and diary",
    trade: "current state · event stream",
    idea: "A snapshot keeps how things stand now. A diary keeps what happened, and its entries add \
           up to how things stand.",
    minutes: 2,
    misconception: "The balance is the data.",
    tell: &[
        "Ana has opened an account. She calls it Everyday. The bank keeps track of it in two ways: \
         with a snapshot and with a diary.",
        "The snapshot is like a photo of today. When something changes, a new photo is taken, and \
         the old photo is thrown away.",
        "The diary is like a book. What happens is written at the end, as a new entry. Nobody rubs \
         out an entry.",
        "You will soon deposit 500.00, withdraw 120.00 and deposit 200.00. Guess first. Then press \
         the buttons, and watch the snapshot and the diary.",
    ],
    stage: Setup {
        prepared: &[Fixture::Bank(1)],
        demo: None,
        before: &[Snapshot, Lines, Figures],
        after: &[Snapshot, Lines, Figures],
        actions: &[
            Action {
                name: "first-deposit",
                deed: Deed::Bank(bank::Command::Deposit {
                    account: Everyday,
                    amount: Money::cents(500_00),
                }),
            },
            Action {
                name: "withdraw",
                deed: Deed::Bank(bank::Command::Withdraw {
                    account: Everyday,
                    amount: Money::cents(120_00),
                }),
            },
            Action {
                name: "second-deposit",
                deed: Deed::Bank(bank::Command::Deposit {
                    account: Everyday,
                    amount: Money::cents(200_00),
                }),
            },
        ],
    },
    question: Question {
        ask: "You have pressed all the buttons. What have the diary and the snapshot kept?",
        fields: &[
            Field {
                name: "lines",
                label: "How many new entries are in the diary",
                kind: Kind::Number {
                    unit: Unit::Count,
                    truth: 3,
                    wrong: &[
                        (0, "Each move is written down in the diary."),
                        (
                            1,
                            "That would be a diary in which the new entry takes the place of the \
                             old one. That never happens. The old entries stay, and the new one \
                             goes below.",
                        ),
                        (
                            2,
                            "You may have counted only the money that comes in. Taking money out is \
                             a move too, so it has its own entry.",
                        ),
                        (
                            4,
                            "You may have counted the entry that was there already, from when the \
                             account was opened. It is not new.",
                        ),
                    ],
                    otherwise: "Each move has its own entry: no more and no less.",
                },
                because: "Each of the three moves gets its own entry, and no earlier entry \
                          changes.",
                version: 4,
                entries: &[2, 3, 4],
            },
            Field {
                name: "balances",
                label: "How many balances are in the snapshot",
                kind: Kind::Number {
                    unit: Unit::Count,
                    truth: 1,
                    wrong: &[
                        (
                            0,
                            "The snapshot does know how much there is now. It does not know the \
                             past.",
                        ),
                        (
                            2,
                            "The snapshot does not even keep the balance just before the last move. \
                             That balance gets overwritten.",
                        ),
                        (
                            3,
                            "There are three balances on the way: 500.00, then 380.00, then 580.00. \
                             But each new one takes the place of the one before. The snapshot keeps \
                             no list.",
                        ),
                        (
                            4,
                            "With the 0.00 at the start there are four balances on the way. But \
                             each new one takes the place of the one before.",
                        ),
                    ],
                    otherwise: "The snapshot has room for one balance: that of today.",
                },
                because: "The snapshot has one number. Each move writes over the number before, and \
                          in the end 580.00 is left.",
                version: 4,
                entries: &[4],
            },
        ],
    },
    hints: [
        "Look at the diary. What happens to the entry that is there when a new entry comes?",
        "Count how often you will press a button. Then ask yourself what becomes of the old \
         balance.",
        "Each press writes an entry of its own. And the snapshot keeps only the last balance.",
    ],
    reveal: Reveal {
        comes: RevealBy::ByDeeds,
        snapshot: "In the end the snapshot says 580.00. It does not say how the money came to \
                   that.",
        diary: "The diary keeps the three moves, each in its own entry. They add up to 580.00 as \
                well.",
        end: "The snapshot and the diary both know that there is 580.00 now. Only the diary can say \
              why.",
    },
    words: &[("diary", "event stream"), ("entry", "event"), ("snapshot", "current state")],
};
