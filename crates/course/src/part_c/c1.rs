//! Two commands that were decided on the same version.

use crate::prelude::*;

pub(super) static CHAPTER: Chapter = Chapter {
    id: name_of(module_path!()),
    title: "Two at once",
    trade: "optimistic concurrency",
    idea: "Whoever writes says up to which entry they have read. If somebody else has written \
           since, they read on and decide again.",
    minutes: 3,
    misconception: "If each of two requests is allowed, both are.",
    tell: &[
        "There is 490.00 in Everyday. Ana stands at a teller and wants 400.00. At the same moment \
         her card is used at another teller, for 400.00 too.",
        "Both tellers look up the balance before either has paid. With the snapshot, each works out \
         90.00 and writes it over what is there.",
        "With the diary, each of them says: I have read up to entry 11, so mine will be entry 12. \
         The diary takes an entry only if its place is still free. In the demo you will say whose \
         turn it is to read, and whose it is to pay.",
    ],
    stage: Setup {
        prepared: &[Fixture::Bank(11)],
        demo: Some(demo::two_tellers::DEMO),
        before: &[Snapshot, Lines],
        after: &[Snapshot, Lines],
        actions: &[
            Action::press("one-reads", "one-reads", "Let teller 1 read the balance"),
            Action::press("two-reads", "two-reads", "Let teller 2 read it too"),
            Action::press("one-pays", "one-pays", "Let teller 1 pay out 400.00"),
            Action::press("two-pays", "two-pays", "Let teller 2 pay out 400.00"),
            Action::press("two-reads-again", "two-reads", "Let teller 2 read again"),
            Action::press("two-pays-again", "two-pays", "Let teller 2 try once more"),
        ],
    },
    question: Question {
        ask: "How many of the withdrawals succeed with the diary?",
        fields: &[Field {
            name: "succeed",
            label: "Withdrawals of 400.00 that succeed",
            kind: Kind::Number {
                unit: Unit::Count,
                truth: 1,
                wrong: &[
                    (
                        2,
                        "That is what happens with the snapshot. Each teller is sure that there is \
                         enough, 800.00 are paid out, and the snapshot says 90.00.",
                    ),
                    (
                        0,
                        "The first withdrawal can be written. Entry 12 is still free, and 490.00 \
                         are enough. Nobody has to wait for both to be safe.",
                    ),
                ],
                otherwise: "There are only two of them.",
            },
            because: "The first is written as entry 12. The second was decided after entry 11 as \
                      well, so its place is taken. The teller reads on and asks the rule again. Now \
                      90.00 are left, and the rule says no.",
            version: 12,
            entries: &[12],
        }],
    },
    hints: [
        "Both tellers want to write the same entry. Can two entries have the same number?",
        "Whoever comes too late has to read on, and ask the rule again. What does the rule say \
         then?",
        "After the first has been paid there are 90.00.",
    ],
    reveal: Reveal {
        comes: RevealBy::AtOnce,
        snapshot: "800.00 go out and only 400.00 are written down. The later balance covers the \
                   earlier, and nobody notices.",
        diary: "Entry 12 is there once. The other request is turned away twice: first because of \
                its place, then by the rule. It leaves no entry.",
        end: "Two requests were decided after the same entry, and 400.00 were paid out in all.",
    },
    words: &[
        ("the entry you expect to write", "expected version"),
        ("read on and decide again", "optimistic concurrency"),
    ],
};
