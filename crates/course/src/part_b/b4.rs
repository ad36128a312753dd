//! A note of where things stood, so that a long diary need not be read from its first line.

use crate::prelude::*;

pub(super) static CHAPTER: Chapter = Chapter {
    id: name_of(module_path!()),
    title: "Snapshots, really",
    idea: "A checkpoint saves reading and holds nothing that the lines don’t. It can be thrown away \
           at any time.",
    minutes: 2,
    misconception: "The snapshot is the truth.",
    tell: &[
        "This diary has 10,000 lines. To know the balance you may read all of them, which takes a \
         moment.",
        "Or somebody leaves a note: “After line 9,984 the balance was so much.” Such a note is a \
         checkpoint. It is a snapshot that knows its place in the diary.",
        "You can open the diary with its checkpoint and without. Then throw the note away, make a \
         new one, and spoil it. See who notices.",
    ],
    stage: Setup {
        prepared: &[],
        demo: Some(demo::checkpoint::DEMO),
        before: &[],
        after: &[],
        actions: &[
            Action::press("open-with", "open-with", "Open the diary with the checkpoint"),
            Action::press("open-without", "open-without", "Open it without"),
            Action::press("delete", "delete", "Delete the checkpoint"),
            Action::press("make", "make", "Make a new one"),
            Action::press("spoil", "spoil", "Spoil it"),
            Action::press("open-spoilt", "open-with", "Open the diary with what is left of it"),
        ],
    },
    question: Question {
        ask: "You open the diary with its checkpoint. How many lines have to be replayed?",
        fields: &[Field {
            name: "replayed",
            label: "Lines that are replayed",
            kind: Kind::Number {
                unit: Unit::Count,
                truth: 16,
                wrong: &[
                    (
                        0,
                        "Then what came after the note would be missing. A checkpoint is a head \
                         start; it is not the truth.",
                    ),
                    (
                        10_000,
                        "That many are replayed without the checkpoint. The note saves you the \
                         lines up to where it was made.",
                    ),
                    (9_984, "Those are the lines that you are spared. Only the rest is replayed."),
                    (
                        1,
                        "The last line alone doesn’t tell the balance. All that came after the note \
                         has to be added to it.",
                    ),
                ],
                otherwise: "It is the lines from behind the note to the end.",
            },
            because: "10,000 − 9,984 = 16. The note stands for the lines before it, and those after \
                      it are added.",
            version: 10_000,
            entries: &[],
        }],
    },
    hints: [
        "Where was the note made, and where does the diary end?",
        "The lines before the note need not be read again. Those after it must be.",
        "It is what remains when you take 9,984 from 10,000.",
    ],
    reveal: Reveal {
        comes: RevealBy::AtOnce,
        snapshot: "Alone, a snapshot can be wrong and nobody can tell. There is nothing to check it \
                   against.",
        diary: "With the note it reads 16 lines, without it all 10,000, and the balance is the same. \
                A spoiled note is found out, since the lines say otherwise.",
        end: "You threw the checkpoint away, and nothing was lost but a moment.",
    },
    words: &[("checkpoint", "snapshot, in the narrow sense")],
};
