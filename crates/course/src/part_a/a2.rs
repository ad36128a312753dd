//! A question that nobody had thought of.

use crate::prelude::*;

pub(super) static CHAPTER: Chapter = Chapter {
    id: name_of(module_path!()),
    title: "The question comes later",
    idea: "A diary can answer what nobody had thought of asking when it was written.",
    minutes: 3,
    misconception: "A column “updated_at” tells the past; and a date is one moment.",
    tell: &[
        "It is 20 March. Ana has 490.00, and both notebooks agree on that.",
        "Now she wants to know how much she had on 1 March. The rent was due that day. When the \
         account was opened, nobody knew that she would ask.",
        "Here are all her lines, but not their sums. You can add them up yourself, or just guess.",
        "A day is long, so there are two things to say: how much she had when the day began, and \
         how much when it was over.",
    ],
    stage: Setup {
        prepared: &[Fixture::Bank(11)],
        demo: None,
        before: &[Snapshot, Lines],
        after: &[Snapshot, Lines, Figures, Machine, Ask],
        actions: &[Action {
            name: "ask-balance",
            deed: Deed::AskBank(bank::questions::Question::BalanceOn { day: day_of_2026(3, 1) }),
        }],
    },
    question: Question {
        ask: "How much was in Everyday on 1 March?",
        fields: &[
            Field {
                name: "start-of-day",
                label: "At the start of the day",
                kind: Kind::Number {
                    unit: Unit::Money,
                    truth: 505_00,
                    wrong: &[
                        (
                            490_00,
                            "That is how much there is now. It is the only number that the \
                             snapshot has, so it comes to mind first. It says nothing about 1 March.",
                        ),
                        (
                            445_00,
                            "That is how the day ended. At 10:30 Ana took out 60.00. Before that \
                             she had more.",
                        ),
                        (
                            510_00,
                            "Close! But at 23:59 the night before, the bank took its fee of 5.00. \
                             When the day began, it was gone.",
                        ),
                        (
                            655_00,
                            "You added what was in Savings. The question is about Everyday alone.",
                        ),
                    ],
                    otherwise: "Start at 0.00 and go down line by line, up to line 8. It is the \
                                last one before 1 March.",
                },
                because: "The last line before 1 March is line 8, the fee at 23:59 on 28 February. \
                          Up to there the lines add up to 505.00.",
                version: 8,
                entries: &[2, 3, 4, 6, 7, 8],
            },
            Field {
                name: "end-of-day",
                label: "At the end of the day",
                kind: Kind::Number {
                    unit: Unit::Money,
                    truth: 445_00,
                    wrong: &[
                        (
                            490_00,
                            "That is how much there is now. Since 1 March, money has come in twice.",
                        ),
                        (
                            505_00,
                            "That is how the day began. A day is not one moment. On this day Ana \
                             took out 60.00.",
                        ),
                        (
                            450_00,
                            "You gave her the refund of the fee too soon. It came on 5 March.",
                        ),
                        (
                            595_00,
                            "You added what was in Savings. The question is about Everyday alone.",
                        ),
                    ],
                    otherwise: "Take the sum at the start of the day, and add what happened on \
                                that day: line 9, and no other.",
                },
                because: "On that day there is one line, line 9 at 10:30. It took 60.00: \
                          505.00 − 60.00 = 445.00.",
                version: 9,
                entries: &[2, 3, 4, 6, 7, 8, 9],
            },
        ],
    },
    hints: [
        "Look at the dates in the diary. Which lines were written before 1 March, and which on \
         that day?",
        "Start at 0.00. Add what came in, take off what went out, line by line. Savings is \
         another account: what moves there has left Everyday.",
        "For the start, stop after the fee of February. For the end, take off 60.00 more.",
    ],
    reveal: Reveal {
        comes: RevealBy::ByReplay,
        snapshot: "It cannot know. It has 490.00 and a date, 12 March. The date tells when the \
                   number was last overwritten, and nothing of what stood there before.",
        diary: "505.00 at the start and 445.00 at the end, each with the lines that lead to it.",
        end: "The question came weeks after the lines were written, and the diary had the answer.",
    },
    words: &[],
};
