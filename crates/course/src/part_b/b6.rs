//! A replay reads, and does nothing in the world.

use crate::prelude::*;

pub(super) static CHAPTER: Chapter = Chapter {
    id: name_of(module_path!()),
    title: "Read again, done once",
    trade: "side effect on replay",
    idea: "To replay is to read. Some things are done in the world because of an entry. They must \
           be done once, and not at every replay.",
    minutes: 2,
    misconception: "A replay repeats side effects.",
    tell: &[
        "For every deposit Ana gets a receipt by email. A small program reads the diary and sends \
         it.",
        "The first program sends an email for each deposit that it reads. Soon somebody replays the \
         diary to look at an old day, and Ana gets all her emails again.",
        "The second program remembers up to which entry it has read. It sends an email only for \
         entries after that. Now it has read up to the last entry.",
    ],
    stage: Setup {
        prepared: &[Fixture::Bank(11)],
        demo: Some(demo::receipts::DEMO),
        before: &[Snapshot, Lines],
        after: &[Snapshot, Lines],
        actions: &[
            Action::press("attach", "attach", "Attach “send a receipt”"),
            Action::press("replay", "replay", "Replay the diary"),
            Action::press(
                "deposit",
                "deposit",
                "Deposit 10.00, and see which program sends an email",
            ),
        ],
    },
    question: Question {
        ask: "The whole diary is replayed. How many emails does the second program send?",
        fields: &[Field {
            name: "mails",
            label: "Emails sent by the second program",
            kind: Kind::Number {
                unit: Unit::Count,
                truth: 0,
                wrong: &[
                    (
                        4,
                        "That is how many the first program sends, and it sends them again at the \
                         next replay. The second program has read up to the last entry already.",
                    ),
                    (
                        11,
                        "That is an email for every entry. Only a deposit gets a receipt, and only \
                         once.",
                    ),
                    (
                        1,
                        "The last deposit got its receipt when it was written. Reading its entry \
                         again is not a new deposit.",
                    ),
                ],
                otherwise: "Look for entries that the second program has not read yet. A replay \
                            adds no such entry.",
            },
            because: "A replay reads entries that were there before, and no new one is written. The \
                      second program has read them all, so it sends no email.",
            version: 11,
            entries: &[2, 4, 7, 11],
        }],
    },
    hints: [
        "Does a replay write new entries, or does it read old ones?",
        "Up to which entry has the second program read? Which entries come after that?",
        "The second program has read up to the end, and a replay goes only up to the end.",
    ],
    reveal: Reveal {
        comes: RevealBy::AtOnce,
        snapshot: "The snapshot is never replayed. But it also doesn’t know which receipts were \
                   due.",
        diary: "Replayed with the first program: 4 emails, and 4 more each time. With the second: \
                none, until there is a new deposit.",
        end: "You replayed the diary, and the second program sent no email. With the next deposit \
              it sent exactly one.",
    },
    words: &[("something done in the world", "side effect"), ("read up to entry 9", "position")],
};
