//! Lines from a time when fewer words were known.

use crate::prelude::*;

pub(super) static CHAPTER: Chapter = Chapter {
    id: name_of(module_path!()),
    title: "An old form",
    trade: "event versioning",
    idea: "Old entries are never rewritten. They are brought up to date each time they are read.",
    minutes: 2,
    misconception: "When the program changes, its old data is converted.",
    tell: &[
        "When the shop was young, its program could not count. A customer put a thing in the order \
         or did not, and the entry just said: item added, mug, 12.00.",
        "Later the program learned to count, and today an entry says: item added, 2 × tea. Today’s \
         program wants a quantity in each entry that it reads.",
        "But the old entries are still there, and they stay for ever. Nobody may rewrite them. So a \
         small translator stands in front of the program. It reads the old form and hands it on in \
         today’s form.",
    ],
    stage: Setup {
        prepared: &[],
        demo: Some(demo::old_words::DEMO),
        before: &[],
        after: &[],
        actions: &[
            Action::press("read", "read", "Read the order, with the translator and without"),
            Action::press("rewrite", "rewrite", "Try to rewrite the old entry"),
        ],
    },
    question: Question {
        ask: "Which quantity does the translator read into the old entry of the mug?",
        fields: &[Field {
            name: "quantity",
            label: "Quantity of the mug",
            kind: Kind::Number {
                unit: Unit::Count,
                truth: 1,
                wrong: &[
                    (
                        0,
                        "A missing number is not the number zero. Somebody did put a mug into the \
                         order, and paid 12.00 for it.",
                    ),
                    (
                        2,
                        "Another entry says two, and that is for the tea. A translator must not \
                         guess. It says what the old form meant when it was written.",
                    ),
                    (
                        12,
                        "12.00 is the price. The old entry says nothing about how many, and the \
                         translator has to know what that meant at the time.",
                    ),
                ],
                otherwise: "What could the customer add when there were no quantities?",
            },
            because: "At that time, a customer could only add a single mug. So nothing is guessed: \
                      the quantity is 1. The stored line stays as it is, character by character.",
            version: 2,
            entries: &[2],
        }],
    },
    hints: [
        "What did that entry mean on the day on which it was written?",
        "A customer either had the mug in the order or not. How many can that have been?",
        "Think of how many mugs you drink from at a time.",
    ],
    reveal: Reveal {
        comes: RevealBy::AtOnce,
        snapshot: "A table gets a new column, and all rows are changed in a night. Nobody can check \
                   how they were before.",
        diary: "The old entry reads as 1 × mug, and not one of its characters changes. If somebody \
                rewrites it, the next entry no longer fits.",
        end: "Today’s program read an entry that is older than its form.",
    },
    words: &[("old form, read as it was meant", "upcasting")],
};
