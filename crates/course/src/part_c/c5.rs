//! A line that was changed by hand, and who notices.

use crate::prelude::*;

pub(super) static CHAPTER: Chapter = Chapter {
    id: name_of(module_path!()),
    title: "Was it touched?",
    idea: "A chain through all lines shows where one was touched. Against somebody who makes the \
           whole chain anew, only a last link that was kept elsewhere helps.",
    minutes: 3,
    misconception: "Append-only means that nobody can have changed it.",
    tell: &[
        "No button can change a line. But the diary lies somewhere as text, and whoever gets at the \
         text can edit it.",
        "So each line ends with eight signs, its link. They are worked out from the line and from \
         the link before it. Whoever checks starts at the top, works out each link again, and \
         compares.",
        "Now be the thief. Open the raw text, and make the withdrawal of 24 January smaller: 20.00 \
         and not 120.00.",
    ],
    stage: Setup {
        prepared: &[Fixture::Bank(11)],
        demo: Some(demo::tampering::DEMO),
        before: &[Snapshot, Lines],
        after: &[Snapshot, Lines],
        actions: &[
            Action::press("touch", "touch", "Change 120.00 to 20.00 in the raw text"),
            Action::press("check", "check", "Check the chain"),
            Action::press("forge", "forge", "Make all later links anew, and check again"),
            Action::press("compare", "compare", "Compare with the last link that was kept"),
        ],
    },
    question: Question {
        ask: "You change the amount and nothing else. At which line does the chain break first?",
        fields: &[Field {
            name: "first-misfit",
            label: "Number of the first line that no longer fits",
            kind: Kind::Number {
                unit: Unit::Count,
                truth: 3,
                wrong: &[
                    (
                        4,
                        "The next line was not touched, but the touched line carries a link of its \
                         own. It was worked out from the old amount, and so it fails right there.",
                    ),
                    (
                        11,
                        "The last link would show it as well. But the check goes from the top and \
                         finds the place itself.",
                    ),
                    (1, "Lines before the touched one don’t know of it. Their links still fit."),
                    (2, "The line before the touched one doesn’t know of it. Its link still fits."),
                ],
                otherwise: "Find the withdrawal of 24 January in the diary.",
            },
            because: "Line 3 has the withdrawal. Its link was made from 120.00 and does not fit 20.00 \
                      any more. And since each link is made from the one before, all later lines \
                      hang in the air.",
            version: 3,
            entries: &[3],
        }],
    },
    hints: [
        "Look for the withdrawal of 24 January in the diary.",
        "What is a link worked out from? Which is the first one to be made from something that has \
         changed?",
        "The touched line itself is the first. It comes right after the salary.",
    ],
    reveal: Reveal {
        comes: RevealBy::AtOnce,
        snapshot: "Change its number, and that is the new truth. Nothing in it could tell.",
        diary: "The chain breaks at line 3. If you make all later links anew, it looks whole, but \
                its last link is not the one that was kept on paper.",
        end: "You were the thief, and you were seen: first by the chain, then by a slip of paper.",
    },
    words: &[("chain of links", "hash chain")],
};
