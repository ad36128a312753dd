//! A fact that is written long after it was true.

use crate::prelude::*;

pub(super) static CHAPTER: Chapter = Chapter {
    id: name_of(module_path!()),
    title: "The late entry",
    trade: "backdated event",
    idea: "There are two clocks: when something was true, and when it was written down. You can ask \
           by either.",
    minutes: 3,
    misconception: "An entry’s date is the date on which it was true.",
    tell: &[
        "On 20 March a cheque of 30.00 for Ana is found behind a shelf. It is dated 27 February. \
         You write its entry today, at the end as always. But the entry says that it is true from \
         27 February on.",
        "You know the first day of March well by now. In A2 you asked how much there was when it \
         began.",
        "Now there are two clocks. One shows when something was true, and the other when it was \
         written down. So a question about 1 March must say which clock it means.",
    ],
    stage: Setup {
        prepared: &[Fixture::Bank(11)],
        demo: Some(demo::two_clocks::DEMO),
        before: &[Snapshot, Lines],
        after: &[Snapshot, Lines, Figures, Machine],
        actions: &[Action::press("write", "write", "Write the cheque of 30.00, dated 27 February")],
    },
    question: Question {
        ask: "After the late entry: how much was in Everyday at the start of 1 March?",
        fields: &[
            Field {
                name: "as-true",
                label: "As it was true on that day, by all we know today",
                kind: Kind::Number {
                    unit: Unit::Money,
                    truth: 535_00,
                    wrong: &[
                        (
                            505_00,
                            "That is what was known then. Today we know more: the cheque had been \
                             hers since 27 February.",
                        ),
                        (
                            520_00,
                            "That is the balance now, with the cheque in it. The question is about \
                             1 March.",
                        ),
                        (
                            475_00,
                            "You took the cheque off. It was for Ana, so there is more and not less.",
                        ),
                    ],
                    otherwise: "Add the cheque to what the entries up to the end of February come \
                                to.",
                },
                because: "By the first clock the cheque counts from 27 February: \
                          505.00 + 30.00 = 535.00.",
                version: 12,
                entries: &[2, 3, 4, 6, 7, 8, 12],
            },
            Field {
                name: "as-known",
                label: "As it was known on that day",
                kind: Kind::Number {
                    unit: Unit::Money,
                    truth: 505_00,
                    wrong: &[
                        (
                            535_00,
                            "On 1 March the cheque lay behind the shelf. Nobody could have known of \
                             it, and no statement printed on that day had it.",
                        ),
                        (
                            490_00,
                            "That is the balance before the late entry, on 20 March. The question \
                             is about 1 March.",
                        ),
                    ],
                    otherwise: "Leave out whatever was written after that morning.",
                },
                because: "By the second clock only the entries up to entry 8 had been written. What \
                          was known then does not change by what we learn later.",
                version: 8,
                entries: &[2, 3, 4, 6, 7, 8],
            },
        ],
    },
    hints: [
        "For each of the two, ask: does the cheque count? It was dated before 1 March and written \
         after it.",
        "What was true counts from the date on the cheque. What was known counts from the day on \
         which the cheque was found.",
        "Add 30.00 to the balance for the one, and nothing for the other.",
    ],
    reveal: Reveal {
        comes: RevealBy::ByReplay,
        snapshot: "With the cheque the snapshot has 520.00. It keeps one balance and no past, so it \
                   cannot answer by either clock.",
        diary: "535.00 was true and 505.00 was known. The late entry makes the difference.",
        end: "You asked about the same moment by two clocks. You got two answers, and both are \
              right.",
    },
    words: &[("true on", "valid time"), ("known on", "transaction time")],
};
