//! A replay reads, and does nothing in the world.

use crate::prelude::*;

pub(super) static CHAPTER: Chapter = Chapter {
    id: name_of(module_path!()),
    title: "Replay is quiet",
    idea: "To replay is to read. What is done in the world because of a line must be done once, and \
           not at every reading.",
    minutes: 2,
    misconception: "A replay repeats side effects.",
    tell: &[
        "For every deposit Ana gets a receipt by mail. A small program reads the diary and sends \
         it.",
        "The first program sends a mail for each deposit that it reads. Soon somebody replays the \
         diary, to look at an old day, and Ana’s letter box overflows.",
        "The second program has a bookmark. It remembers up to which line it has read, and sends a \
         mail only for a line behind it. Now its bookmark is at the last line.",
    ],
    stage: Setup {
        prepared: &[Fixture::Bank(11)],
        demo: Some(demo::receipts::DEMO),
        before: &[Snapshot, Lines],
        after: &[Snapshot, Lines],
        actions: &[
            Action::press("attach", "attach", "Attach “send a receipt”"),
            Action::press("replay", "replay", "Replay the diary"),
            Action::press("deposit", "deposit", "Deposit 10.00, and see who writes now"),
        ],
    },
    question: Question {
        ask: "The whole diary is replayed. How many mails does the second program send?",
        fields: &[Field {
            name: "mails",
            label: "Mails sent by the second program",
            kind: Kind::Number {
                unit: Unit::Count,
                truth: 0,
                wrong: &[
                    (
                        4,
                        "So many does the first program send, and again at the next replay. The \
                         second one has them behind its bookmark already.",
                    ),
                    (
                        11,
                        "That is a mail for every line. Only a deposit gets a receipt, and only \
                         once.",
                    ),
                    (
                        1,
                        "The last deposit has had its receipt, when it was written. To read its \
                         line again is no new deposit.",
                    ),
                ],
                otherwise: "Look for lines behind the bookmark. In a replay there is no such line.",
            },
            because: "A replay reads lines that were there before, and no new one is written. So \
                      nothing lies behind the bookmark, and no mail is sent.",
            version: 11,
            entries: &[2, 4, 7, 11],
        }],
    },
    hints: [
        "Does a replay write new lines, or does it read old ones?",
        "Where is the bookmark, and which lines lie behind it?",
        "The bookmark is at the end, and a replay goes only up to the end.",
    ],
    reveal: Reveal {
        comes: RevealBy::AtOnce,
        snapshot: "It is never replayed. But it also doesn’t know which receipts were due.",
        diary: "Replayed with the first program: 4 mails, and 4 more each time. With the second: \
                none, until there is a new deposit.",
        end: "You replayed the diary and no mail went out. With the next deposit there was exactly \
              one.",
    },
    words: &[
        ("something done in the world", "side effect"),
        ("bookmark", "checkpoint of a reader"),
    ],
};
