//! Somebody asks to be forgotten where nothing is forgotten.

use crate::prelude::*;

pub(super) static CHAPTER: Chapter = Chapter {
    id: name_of(module_path!()),
    title: "Forget me",
    trade: "crypto-shredding",
    idea: "What is personal is written under a key. Without the key nobody can read it any more, \
           while the amounts still add up.",
    minutes: 3,
    misconception: "To forget somebody, you must delete their entries.",
    tell: &[
        "Ana leaves the bank and says: forget me. But in a diary nothing is erased, and her name is \
         in two of its entries.",
        "A careful bank has thought of that. It never wrote her name in plain text. It wrote it \
         under a key that belongs to Ana alone and is kept somewhere else. With the key, the \
         program can unlock her name and show it to you. Amounts and dates are plain.",
        "When she asks to be forgotten, the bank destroys her key.",
    ],
    stage: Setup {
        prepared: &[Fixture::Bank(11)],
        demo: Some(demo::forget_me::DEMO),
        before: &[Snapshot, Lines],
        after: &[],
        actions: &[
            Action::press("forget", "forget", "Forget Ana"),
            Action::press("read", "read", "Read the diary"),
        ],
    },
    question: Question {
        ask: "The key is gone. How much money do the entries still add up to, both accounts \
              together?",
        fields: &[Field {
            name: "money",
            label: "Money in the bank",
            kind: Kind::Number {
                unit: Unit::Money,
                truth: 640_00,
                wrong: &[
                    (
                        0,
                        "Her name can’t be read any more, but no entry has been taken out. What \
                         happened to the money still happened.",
                    ),
                    (490_00, "That is Everyday alone. There are 150.00 in Savings as well."),
                    (150_00, "That is Savings alone. What is in Everyday is still there too."),
                ],
                otherwise: "The same entries are there as before, and so is every amount.",
            },
            because: "490.00 in Everyday and 150.00 in Savings, as before. Only the name can’t be \
                      read. Whether that is enough for the law is a question for a lawyer.",
            version: 11,
            entries: &[2, 3, 4, 7, 8, 9, 10, 11],
        }],
    },
    hints: [
        "What was written under the key, and what was not?",
        "Amounts are plain. Add up what both accounts hold.",
        "Nothing has changed: it is 490.00 and 150.00.",
    ],
    reveal: Reveal {
        comes: RevealBy::AtOnce,
        snapshot: "The snapshot can be deleted. Then her money would be gone with it, from every \
                   total.",
        diary: "Each entry stays, tied to the one before. Without the key nobody can read the name \
                in two of them.",
        end: "Ana is forgotten, and the bank’s total is the same to the cent.",
    },
    words: &[("throw the key away", "crypto-shredding")],
};
