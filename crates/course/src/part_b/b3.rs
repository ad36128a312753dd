//! The same lines, read in many ways.

use crate::prelude::*;

pub(super) static CHAPTER: Chapter = Chapter {
    id: name_of(module_path!()),
    title: "Many readings",
    idea: "The same lines can be read in as many ways as there are questions. A reading can be \
           thrown away, because the lines fill it again.",
    minutes: 3,
    misconception: "One log has one view.",
    tell: &[
        "So far you have read the diary in one way: line by line, for the balance of Everyday. But \
         the lines don’t say how they must be read.",
        "The bank’s manager asks how much money there is in all accounts together. The tax office \
         wants the deposits of each month. Each of these is a reading. It goes through the lines \
         from the first to the last, and takes from each what it needs.",
        "Look at line 6 with the eyes of the manager: 150.00 go from Everyday to Savings.",
    ],
    stage: Setup {
        prepared: &[Fixture::Bank(11)],
        demo: Some(demo::many_readings::DEMO),
        before: &[Snapshot, Lines],
        after: &[Snapshot, Lines],
        actions: &[
            Action::press("switch", "switch", "Switch from one reading to another"),
            Action::press("build", "build", "Build a reading of your own"),
            Action::press("rebuild", "rebuild", "Throw it away, and fill it again"),
        ],
    },
    question: Question {
        ask: "The manager’s reading adds up all accounts. What does line 6 do to it?",
        fields: &[Field {
            name: "change",
            label: "Change of the total by line 6",
            kind: Kind::Number {
                unit: Unit::Money,
                truth: 0,
                wrong: &[
                    (
                        -150_00,
                        "That is what Everyday loses. You read the line as before, for one account. \
                         The manager’s reading sees the other account gain as much.",
                    ),
                    (
                        150_00,
                        "That is what Savings gains. It came from Everyday, which the manager’s \
                         reading counts as well.",
                    ),
                    (
                        300_00,
                        "You counted both ends as if money had come in twice. It leaves at one end \
                         and arrives at the other.",
                    ),
                ],
                otherwise: "150.00 leave one of the bank’s accounts and arrive in another.",
            },
            because: "150.00 out of Everyday and 150.00 into Savings: in all, nothing has changed. \
                      The line is the same in both readings. What differs is the question.",
            version: 6,
            entries: &[6],
        }],
    },
    hints: [
        "Which accounts does the manager’s reading add up?",
        "What leaves the one account? What arrives in the other? Take both together.",
        "The money stays in the bank.",
    ],
    reveal: Reveal {
        comes: RevealBy::AtOnce,
        snapshot: "It is a reading too: one that somebody chose when the account was opened. To \
                   another question it has no answer.",
        diary: "Each reading is filled from the same eleven lines, also one that you have only just \
                thought of.",
        end: "You built a reading, threw it away and filled it again. The lines were enough.",
    },
    words: &[("reading", "projection")],
};
