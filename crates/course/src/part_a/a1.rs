//! The same three moves in two notebooks.

use crate::prelude::*;

pub(super) static CHAPTER: Chapter = Chapter {
    id: name_of(module_path!()),
    title: "Two notebooks",
    idea: "A snapshot keeps how things stand. A diary keeps what happened, and how things stand is \
           what its lines add up to.",
    minutes: 2,
    misconception: "The balance is the data.",
    tell: &[
        "Ana has opened an account. She calls it Everyday. Two notebooks keep track of it.",
        "The snapshot is like a photo of today. When something changes, a new photo is taken and \
         the old photo is thrown away.",
        "The diary is like a book. What happens is written at the end, as a new line. Nobody rubs \
         out a line.",
        "You will soon deposit 500.00, withdraw 120.00 and deposit 200.00. Guess first. Then press \
         the buttons, and watch both notebooks.",
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
        ask: "When you have pressed all the buttons, what has each notebook kept?",
        fields: &[
            Field {
                name: "lines",
                label: "How many new lines are in the diary",
                kind: Kind::Number {
                    unit: Unit::Count,
                    truth: 3,
                    wrong: &[
                        (0, "The diary sees every move, and each one is written down."),
                        (
                            1,
                            "That would be a diary in which the new line takes the place of the \
                             old one. It never does. The old lines stay, and the new one goes below.",
                        ),
                        (
                            2,
                            "You may have counted only the money that comes in. Taking money out is \
                             a move too, so it has its own line.",
                        ),
                        (
                            4,
                            "You may have counted the line that was there already, from when the \
                             account was opened. It is not new.",
                        ),
                    ],
                    otherwise: "Each move has its own line: no more and no less.",
                },
                because: "Each of the three moves gets its own line, and no line from before \
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
                        (0, "It does know how much there is now. It is the past that it lacks."),
                        (
                            2,
                            "Not even the balance just before the last move is left. It gets \
                             overwritten.",
                        ),
                        (
                            3,
                            "There are three on the way: 500.00, then 380.00, then 580.00. But each \
                             new one takes the place of the one before. The balance is not a list.",
                        ),
                        (
                            4,
                            "With the 0.00 at the start there are four on the way. But each new one \
                             takes the place of the one before.",
                        ),
                    ],
                    otherwise: "There is room for one balance in the photo: that of today.",
                },
                because: "The photo has one number. Each move writes over the number before, and in \
                          the end 580.00 is left.",
                version: 4,
                entries: &[4],
            },
        ],
    },
    hints: [
        "Look at the diary. What happens to the line that stands there when a new line comes?",
        "Count how often you will press a button. And ask yourself how many photos are kept.",
        "Each press writes a line of its own. And of all the photos only the last one is left.",
    ],
    reveal: Reveal {
        comes: RevealBy::ByDeeds,
        snapshot: "In the end it says 580.00, and not a word about how it comes to that.",
        diary: "It keeps the three moves, each in its own line. They add up to 580.00 as well.",
        end: "Both notebooks know that there is 580.00 now. Only the diary can say why.",
    },
    words: &[("diary", "event log"), ("line", "event"), ("snapshot", "current state")],
};
