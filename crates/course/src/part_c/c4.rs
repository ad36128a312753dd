//! Lines from a time when fewer words were known.

use crate::prelude::*;

pub(super) static CHAPTER: Chapter = Chapter {
    id: name_of(module_path!()),
    title: "Old words",
    idea: "Old lines are never rewritten. They are brought up to date each time they are read.",
    minutes: 2,
    misconception: "When the program changes, its old data is converted.",
    tell: &[
        "When the shop was young, its program could not count. A customer put a thing in the order \
         or did not, and the line just said: item added, mug, 12.00.",
        "Later came quantities, and today a line says: item added, 2 × tea. Today’s program wants a \
         quantity in each line that it reads.",
        "But the old lines are still there, and will be for ever. Nobody may rewrite them. So a \
         small translator stands in front of the program and reads the old words to it in new ones.",
    ],
    stage: Setup {
        prepared: &[],
        demo: Some(demo::old_words::DEMO),
        before: &[],
        after: &[],
        actions: &[
            Action::press("read", "read", "Read the order, with the translator and without"),
            Action::press("rewrite", "rewrite", "Try to rewrite the old line"),
        ],
    },
    question: Question {
        ask: "Which quantity does the translator read into the old line of the mug?",
        fields: &[Field {
            name: "quantity",
            label: "Quantity of the mug",
            kind: Kind::Number {
                unit: Unit::Count,
                truth: 1,
                wrong: &[
                    (
                        0,
                        "No number is not the number zero. Somebody did put a mug into the order, \
                         and paid 12.00 for it.",
                    ),
                    (
                        2,
                        "Two is what another line says, of the tea. A translator must not guess; it \
                         says what the old words meant when they were written.",
                    ),
                    (
                        12,
                        "12.00 is the price. The old line says nothing about how many, and the \
                         translator has to know what that meant at the time.",
                    ),
                ],
                otherwise: "What could the customer add when there were no quantities?",
            },
            because: "A single mug was all that could be added then, so nothing is guessed: the \
                      quantity is 1. The stored line stays as it is, letter by letter.",
            version: 2,
            entries: &[2],
        }],
    },
    hints: [
        "What did that line mean on the day on which it was written?",
        "A customer either had the mug in the order or not. How many can that have been?",
        "As many mugs as you drink from at a time.",
    ],
    reveal: Reveal {
        comes: RevealBy::AtOnce,
        snapshot: "A table gets a new column, and all rows are changed in a night. How they were \
                   before, nobody can check.",
        diary: "The old line reads as 1 × mug, and not one of its letters changes. Where \
                somebody rewrites it, the next line no longer fits.",
        end: "Today’s program read a line that is older than its words.",
    },
    words: &[("bring old words up to date", "upcast")],
};
