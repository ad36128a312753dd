//! A question that nobody had thought of.

use crate::prelude::*;

pub(super) static CHAPTER: Chapter = Chapter {
    id: name_of(module_path!()),
    title: "The question comes later",
    trade: "temporal query",
    idea: "A diary can answer questions that nobody had thought of when it was written.",
    minutes: 3,
    misconception: "A column “updated_at” tells the past, and a date is one moment.",
    tell: &[
        "It is 20 March. Ana has 490.00. The snapshot and the diary agree on that.",
        "Now she wants to know how much she had on 1 March. The rent was due that day. When the \
         account was opened, nobody knew that she would ask.",
        "Here are all her entries, but not their sums. You can add them up yourself, or just \
         guess.",
        "A day is long, so you give two amounts. One is how much she had when the day began. The \
         other is how much she had when it was over.",
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
                            "That is how the day ended. At 10:30 Ana took out 60.00. Before that, \
                             she had more.",
                        ),
                        (
                            510_00,
                            "Close! But at 23:59 the night before, the bank took its fee of 5.00. \
                             When the day began, the 5.00 were gone.",
                        ),
                        (
                            655_00,
                            "You added what was in Savings. The question is about Everyday alone.",
                        ),
                    ],
                    otherwise: "Start at 0.00 and go down entry by entry, up to entry 8. It is the \
                                last one before 1 March.",
                },
                because: "The last entry before 1 March is entry 8, the fee at 23:59 on 28 \
                          February. Up to there the entries add up to 505.00.",
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
                    otherwise: "Take the sum at the start of the day. Then add what happened on \
                                that day, which is entry 9 and no other.",
                },
                because: "On that day there is one entry, entry 9 at 10:30. It took 60.00: 505.00 − \
                          60.00 = 445.00.",
                version: 9,
                entries: &[2, 3, 4, 6, 7, 8, 9],
            },
        ],
    },
    hints: [
        "Look at the dates in the diary. Which entries were written before 1 March, and which on \
         that day?",
        "Start at 0.00. Add what came in, and take off what went out, entry by entry. Savings is \
         another account: money that moves there has left Everyday.",
        "For the start, stop after the fee of February. For the end, take off 60.00 more.",
    ],
    reveal: Reveal {
        comes: RevealBy::ByReplay,
        snapshot: "The snapshot cannot know. It has 490.00 and a date, 12 March. The date tells \
                   when the number was last overwritten. It does not tell which number was there \
                   before.",
        diary: "505.00 at the start and 445.00 at the end, each with the entries that lead to it.",
        end: "The question came weeks after the entries were written, and the diary had the \
              answer.",
    },
    words: &[],
};
