//! The same lines, read in many ways.

use crate::prelude::*;

pub(super) static CHAPTER: Chapter = Chapter {
    id: name_of(module_path!()),
    title: "Many reports",
    trade: "projection",
    idea: "The same entries can be read for any question. What you read off them is a report. A \
           report can be thrown away, because the entries fill it again.",
    minutes: 3,
    misconception: "A diary can be read in one way only.",
    tell: &[
        "So far you have read the diary in one way: entry by entry, for the balance of Everyday. \
         But nothing in the entries says how they must be read.",
        "The bank’s manager asks how much money there is in all accounts together. The tax office \
         wants the deposits of each month. Each of these is a report. It goes through the entries \
         from the first to the last, and takes from each what it needs.",
        "Now read entry 6 as the manager does: 150.00 go from Everyday to Savings.",
    ],
    stage: Setup {
        prepared: &[Fixture::Bank(11)],
        demo: Some(demo::many_readings::DEMO),
        before: &[Snapshot, Lines],
        after: &[Snapshot, Lines],
        actions: &[
            Action::press("switch", "switch", "Switch from one report to another"),
            Action::press("build", "build", "Build a report of your own"),
            Action::press("rebuild", "rebuild", "Throw it away, and fill it again"),
        ],
    },
    question: Question {
        ask: "The manager’s report adds up all accounts. What does entry 6 do to it?",
        fields: &[Field {
            name: "change",
            label: "Change of the total by entry 6",
            kind: Kind::Number {
                unit: Unit::Money,
                truth: 0,
                wrong: &[
                    (
                        -150_00,
                        "That is what Everyday loses. You read the entry as before, for one \
                         account. In the manager’s report the other account gains as much.",
                    ),
                    (
                        150_00,
                        "That is what Savings gains. It came from Everyday, and the manager’s \
                         report counts Everyday as well.",
                    ),
                    (
                        300_00,
                        "You counted both accounts as if money had come in twice. It leaves one \
                         account and arrives in the other.",
                    ),
                ],
                otherwise: "150.00 leave one of the bank’s accounts and arrive in another.",
            },
            because: "150.00 go out of Everyday and 150.00 come into Savings, so the total has not \
                      changed. The entry is the same in both reports. Only the question is \
                      different.",
            version: 6,
            entries: &[6],
        }],
    },
    hints: [
        "Which accounts does the manager’s report add up?",
        "What leaves Everyday? What arrives in Savings? Take both together.",
        "The money stays in the bank.",
    ],
    reveal: Reveal {
        comes: RevealBy::AtOnce,
        snapshot: "The snapshot is a report too. Somebody chose it when the account was opened, and \
                   it has no answer to another question.",
        diary: "Each report is filled from the same eleven entries. That is so even for a report \
                that you have only just thought of.",
        end: "You built a report, threw it away and filled it again. The entries were enough.",
    },
    words: &[("report", "projection")],
};
