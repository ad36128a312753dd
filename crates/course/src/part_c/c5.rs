//! A line that was changed by hand, and who notices.

use crate::prelude::*;

pub(super) static CHAPTER: Chapter = Chapter {
    id: name_of(module_path!()),
    title: "Was it touched?",
    trade: "hash chain",
    idea: "Seals on all entries show where one was touched. Somebody may make all the seals again. \
           Then only a last seal that was kept elsewhere helps.",
    minutes: 3,
    misconception: "Append-only means that nobody can have changed it.",
    tell: &[
        "No button can change an entry. But the diary is stored somewhere as text, and whoever gets \
         at the text can edit it.",
        "So each entry is stored as a line that ends with eight characters, its seal. The seal is \
         worked out from the line and from the seal before it. A check starts at the top, works out \
         each seal again, and compares.",
        "Now be the thief. Open the stored text, and make the withdrawal of 24 January smaller: \
         20.00 and not 120.00.",
    ],
    stage: Setup {
        prepared: &[Fixture::Bank(11)],
        demo: Some(demo::tampering::DEMO),
        before: &[Snapshot, Lines],
        after: &[Snapshot, Lines],
        actions: &[
            Action::press("touch", "touch", "Change 120.00 to 20.00 in the stored text"),
            Action::press("check", "check", "Check the seals"),
            Action::press("forge", "forge", "Make all later seals again, and check once more"),
            Action::press("compare", "compare", "Compare with the last seal that was kept"),
        ],
    },
    question: Question {
        ask: "You change the amount and nothing else. At which entry does the check first fail?",
        fields: &[Field {
            name: "first-misfit",
            label: "Number of the first entry that no longer fits",
            kind: Kind::Number {
                unit: Unit::Count,
                truth: 3,
                wrong: &[
                    (
                        4,
                        "The next entry was not touched, but the touched entry has a seal of its \
                         own. That seal was worked out from the old amount, so the check fails \
                         right there.",
                    ),
                    (
                        11,
                        "The last seal would show it as well. But the check goes from the top and \
                         finds the place itself.",
                    ),
                    (
                        1,
                        "Entries before the touched one don’t depend on it. Their seals still fit.",
                    ),
                    (
                        2,
                        "The entry before the touched one doesn’t depend on it. Its seal still \
                         fits.",
                    ),
                ],
                otherwise: "Find the withdrawal of 24 January in the diary.",
            },
            because: "Entry 3 has the withdrawal. Its seal was made from 120.00 and does not fit \
                      20.00 any more. Each seal is made from the one before, so all later seals \
                      depend on it.",
            version: 3,
            entries: &[3],
        }],
    },
    hints: [
        "Look for the withdrawal of 24 January in the diary.",
        "What is a seal worked out from? Which is the first one to be made from something that has \
         changed?",
        "The touched entry itself is the first. It comes right after the salary.",
    ],
    reveal: Reveal {
        comes: RevealBy::AtOnce,
        snapshot: "Somebody changes its number, and the new number counts. Nothing in the snapshot \
                   shows the change.",
        diary: "The check fails at entry 3. If you make all later seals again, every seal fits. But \
                the last seal is not the one that was kept on paper.",
        end: "You were the thief, and you were found out: first by the seals, then by a slip of \
              paper.",
    },
    words: &[("seal", "hash chain")],
};
