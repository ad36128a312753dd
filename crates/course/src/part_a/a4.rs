//! The same lines answer one question after another.

use crate::prelude::*;

pub(super) static CHAPTER: Chapter = Chapter {
    id: name_of(module_path!()),
    title: "Ask anything",
    trade: "query",
    idea: "An entry says what happened and not just how much. So you can ask about one kind of \
           entry, in any stretch of time.",
    minutes: 2,
    misconception: "All money that comes in is a deposit.",
    tell: &[
        "The bank wants to thank people who pay in a lot. It asks: how many deposits did Ana make \
         last month, and how much was that?",
        "Last month is February. Nobody planned for this question when the account was opened, so \
         no form has a box for it.",
        "But each entry says what kind of thing it was: paid in, taken out, moved, charged. Read \
         through February, and count with care.",
    ],
    stage: Setup {
        prepared: &[Fixture::Bank(11)],
        demo: None,
        before: &[Snapshot, Lines],
        after: &[Snapshot, Lines, Figures, Machine, Ask],
        actions: &[
            Action {
                name: "ask-deposits",
                deed: Deed::AskBank(bank::questions::Question::DepositsIn {
                    month: Month { year: 2026, month: 2 },
                }),
            },
            Action {
                name: "ask-fees",
                deed: Deed::AskBank(bank::questions::Question::FeesBetween {
                    first: day_of_2026(1, 1),
                    last: day_of_2026(3, 20),
                }),
            },
        ],
    },
    question: Question {
        ask: "What did Ana deposit into Everyday in February?",
        fields: &[
            Field {
                name: "how-many",
                label: "How many deposits",
                kind: Kind::Number {
                    unit: Unit::Count,
                    truth: 2,
                    wrong: &[
                        (
                            1,
                            "There is another one. Look from the first of the month to its end: \
                             3 February and 14 February.",
                        ),
                        (
                            3,
                            "You may have counted the 150.00 that went to Savings. It came from \
                             Everyday. Ana’s own money was moved, and nobody paid anything in.",
                        ),
                        (
                            4,
                            "There are four deposits in the diary. One is from January, and one is \
                             from March. If you counted the transfer and the fee instead: they pay \
                             nothing in.",
                        ),
                    ],
                    otherwise: "Count the entries of February that begin with “Deposited”.",
                },
                because: "The deposits are entries 4 and 7, on 3 and 14 February. The transfer \
                          moved Ana’s own money, and the fee was taken from it.",
                version: 8,
                entries: &[4, 7],
            },
            Field {
                name: "how-much",
                label: "How much together",
                kind: Kind::Number {
                    unit: Unit::Money,
                    truth: 280_00,
                    wrong: &[
                        (
                            430_00,
                            "You added the 150.00 that went to Savings. That is a transfer. Money \
                             that arrives somewhere is not always a deposit.",
                        ),
                        (
                            820_00,
                            "That is the sum of all deposits, from January to March. The question \
                             is about February.",
                        ),
                        (
                            125_00,
                            "That is how much the balance went up in February. The transfer and the \
                             fee are in it too, and they are not deposits.",
                        ),
                        (
                            275_00,
                            "You took off the fee. A fee makes the balance smaller, but it does \
                             not make a deposit smaller.",
                        ),
                    ],
                    otherwise: "Add up the deposits of February and nothing else.",
                },
                because: "200.00 in entry 4 and 80.00 in entry 7 make 280.00.",
                version: 8,
                entries: &[4, 7],
            },
        ],
    },
    hints: [
        "Read only the entries with a date in February.",
        "Ask of each entry: was something paid in from outside? Money that moves between Ana’s own \
         accounts was hers before.",
        "One deposit was early in the month, on the third. The other was on the fourteenth.",
    ],
    reveal: Reveal {
        comes: RevealBy::ByReplay,
        snapshot: "The snapshot cannot know. Each deposit was added to its number and then \
                   forgotten.",
        diary: "Two entries, 280.00 together. The diary can also say who took a fee, and when: the \
                bank, 5.00, on 28 February at 23:59.",
        end: "Nobody had planned for these two questions, and the same old entries answered both.",
    },
    words: &[("question", "query")],
};
