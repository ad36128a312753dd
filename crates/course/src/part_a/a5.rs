//! An order whose end doesn't tell its story.

use crate::prelude::*;

pub(super) static CHAPTER: Chapter = Chapter {
    id: name_of(module_path!()),
    title: "Same end, other story",
    trade: "audit trail",
    idea: "Many stories lead to the same end. Only the diary can say which one it was.",
    minutes: 3,
    misconception: "The same end state means the same story.",
    tell: &[
        "Here is another story. Somebody has ordered something in a small shop. The order is \
         called ORD-1.",
        "The snapshot shows how it ended: a tea and a mug for 20.50, paid and shipped. It was last \
         changed on 21 February at 16:45.",
        "The diary is closed for now. You have seen how such stories go. Imagine this one, and \
         commit to a guess. Then open the diary, and ask the snapshot and the diary.",
    ],
    stage: Setup {
        prepared: &[Fixture::Order(9)],
        demo: None,
        before: &[Snapshot],
        after: &[Snapshot, Lines, Figures, Machine, Ask],
        actions: &[
            Action {
                name: "ask-removed",
                deed: Deed::AskOrder(order::questions::Question::RemovedAndReadded),
            },
            Action { name: "ask-paid", deed: Deed::AskOrder(order::questions::Question::WhenPaid) },
        ],
    },
    question: Question {
        ask: "What happened on the way?",
        fields: &[
            Field {
                name: "removed",
                label: "Was something taken out of the order and put back in?",
                kind: Kind::Choice {
                    several: false,
                    choices: &[
                        Choice {
                            name: "nothing",
                            words: "No. A tea and a mug were added, and that was it.",
                            right: false,
                            why: "It is the shortest story with this end, and so it comes to mind \
                                  first. But a longer story can have the same end.",
                        },
                        Choice {
                            name: "tea",
                            words: "Yes, the tea.",
                            right: false,
                            why: "The snapshot names the tea first, but that does not mean that it \
                                  was taken out. The diary adds it once, in entry 3, and it stays.",
                        },
                        Choice {
                            name: "mug",
                            words: "Yes, the mug.",
                            right: true,
                            why: "It went out and came back within five minutes.",
                        },
                    ],
                },
                because: "The mug was taken out at 14:06 and put back at 14:11. A lamp came and \
                          went as well, and it never came back.",
                version: 5,
                entries: &[4, 5],
            },
            Field {
                name: "paid",
                label: "When was it paid?",
                kind: Kind::Choice {
                    several: false,
                    choices: &[
                        Choice {
                            name: "created",
                            words: "On 18 February, when it was ordered.",
                            right: false,
                            why: "Many shops want their money at once, but this one does not. What \
                                  is usual somewhere else is no proof.",
                        },
                        Choice {
                            name: "paid",
                            words: "On 19 February at 09:30.",
                            right: true,
                            why: "That is what the diary says.",
                        },
                        Choice {
                            name: "changed",
                            words: "On 21 February at 16:45.",
                            right: false,
                            why: "That is when the snapshot was last changed, and the last change \
                                  was the shipping. It wrote over the time of the payment.",
                        },
                    ],
                },
                because: "Entry 8 says that the payment came on 19 February at 09:30. That is 2 \
                          days, 7 hours and 15 minutes before the order was shipped.",
                version: 8,
                entries: &[8],
            },
        ],
    },
    hints: [
        "Look at the time in the snapshot. What was the last thing that happened to the order?",
        "A shop ships what has been paid for. And it does not have to be on the same day.",
        "It was paid the day after it was ordered. And the thing that you drink from was taken \
         out and put back.",
    ],
    reveal: Reveal {
        comes: RevealBy::ByReplay,
        snapshot: "A tea and a mug, shipped. The snapshot cannot know when it was paid, and it \
                   knows nothing of the lamp.",
        diary: "Entry 8 has the payment. Entries 4 and 5 have the mug, which was taken out and put \
                back. Entries 6 and 7 have a lamp, which was put in and taken out.",
        end: "Many stories could have ended like this. You have read the one that happened.",
    },
    words: &[],
};
