//! A note of where things stood, so that a long diary need not be read from its first line.

use crate::prelude::*;

pub(super) static CHAPTER: Chapter = Chapter {
    id: name_of(module_path!()),
    title: "The saved sum",
    trade: "aggregate snapshot",
    idea: "With a saved sum you need not read the old entries again. It holds nothing that the \
           entries don’t hold, so you can throw it away at any time.",
    minutes: 2,
    misconception: "The snapshot is the truth.",
    tell: &[
        "This diary has 10,000 entries. To know the balance you may read all of them, which takes a \
         moment.",
        "Or somebody saves the sum on the way: “After entry 9,984 the balance was so much.” This is \
         called a saved sum. It also says up to which entry it counts.",
        "You can open the diary with its saved sum and without it. Then throw the saved sum away, \
         make a new one, and put a mistake into it. See who notices.",
    ],
    stage: Setup {
        prepared: &[],
        demo: Some(demo::checkpoint::DEMO),
        before: &[],
        after: &[],
        actions: &[
            Action::press("open-with", "open-with", "Open the diary with the saved sum"),
            Action::press("open-without", "open-without", "Open the diary without it"),
            Action::press("delete", "delete", "Delete the saved sum"),
            Action::press("make", "make", "Make a new one"),
            Action::press("spoil", "spoil", "Put a mistake into it"),
            Action::press("open-spoilt", "open-with", "Open the diary with the wrong saved sum"),
        ],
    },
    question: Question {
        ask: "You open the diary with its saved sum. How many entries have to be replayed?",
        fields: &[Field {
            name: "replayed",
            label: "Entries that are replayed",
            kind: Kind::Number {
                unit: Unit::Count,
                truth: 16,
                wrong: &[
                    (
                        0,
                        "Then everything after the saved sum would be missing. A saved sum is a \
                         head start, and the diary goes on after it.",
                    ),
                    (
                        10_000,
                        "That many are replayed without the saved sum. With it, you need not replay \
                         the entries up to where it was made.",
                    ),
                    (
                        9_984,
                        "Those are the entries that you need not replay. Only the rest is \
                         replayed.",
                    ),
                    (
                        1,
                        "The last entry alone doesn’t tell the balance. All that came after the \
                         saved sum has to be added to it.",
                    ),
                ],
                otherwise: "Count the entries from the saved sum to the end.",
            },
            because: "10,000 − 9,984 = 16. The saved sum stands for the entries before it. The \
                      entries after it are added.",
            version: 10_000,
            entries: &[],
        }],
    },
    hints: [
        "After which entry was the sum saved, and where does the diary end?",
        "The entries before the saved sum need not be read again. Those after it must be read.",
        "It is what remains when you take 9,984 from 10,000.",
    ],
    reveal: Reveal {
        comes: RevealBy::AtOnce,
        snapshot: "A snapshot alone can be wrong, and nobody can tell. There is nothing to check it \
                   against.",
        diary: "With the saved sum 16 entries are read, and without it all 10,000. The balance is \
                the same. A wrong saved sum is noticed, since the entries say something else.",
        end: "You threw the saved sum away, and it cost you only a moment of reading.",
    },
    words: &[("saved sum", "aggregate snapshot")],
};
