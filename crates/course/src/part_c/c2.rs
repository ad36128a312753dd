//! A command that arrives more than once.

use crate::prelude::*;

pub(super) static CHAPTER: Chapter = Chapter {
    id: name_of(module_path!()),
    title: "Said twice",
    trade: "idempotency",
    idea: "A request has a number of its own. However often it arrives, it is carried out once.",
    minutes: 2,
    misconception: "What is sent once arrives once.",
    tell: &[
        "A shop pays 50.00 into Everyday, over the network. The answer gets lost on its way back. \
         The network can’t know whether the request arrived, so it sends it again.",
        "It is an easy mistake to write the same thing again. To pay 50.00 in once more is an \
         allowed request.",
        "So each request carries a number that its sender gave it. The careful bank keeps that \
         number beside the entry that came of it.",
    ],
    stage: Setup {
        prepared: &[Fixture::Bank(11)],
        demo: Some(demo::said_twice::DEMO),
        before: &[Snapshot, Lines],
        after: &[Snapshot, Lines],
        actions: &[
            Action::press("send", "send", "Send a deposit of 50.00"),
            Action::press("repeat", "repeat", "Let the network repeat it"),
        ],
    },
    question: Question {
        ask: "There were 490.00. The deposit of 50.00 is sent once and arrives twice. What is the \
              balance at the careful bank?",
        fields: &[Field {
            name: "balance",
            label: "Balance of Everyday at the careful bank",
            kind: Kind::Number {
                unit: Unit::Money,
                truth: 540_00,
                wrong: &[
                    (
                        590_00,
                        "That is what happens at a bank that writes whatever comes. It was one \
                         request, and it arrived twice.",
                    ),
                    (
                        490_00,
                        "The first message arrived, and its entry is there. Only the second message \
                         changes nothing.",
                    ),
                ],
                otherwise: "Count how many different requests there were.",
            },
            because: "The first message becomes entry 12, with its number beside it. The second has \
                      the same number, so the bank knows that entry 12 is its answer already.",
            version: 12,
            entries: &[12],
        }],
    },
    hints: [
        "How many requests did the shop make, and how many messages came?",
        "The careful bank looks for the number first. What does it find when the message comes \
         again?",
        "The shop asked once for 50.00 to be paid in, so they are added once.",
    ],
    reveal: Reveal {
        comes: RevealBy::AtOnce,
        snapshot: "The snapshot grows by 50.00, or by 100.00. It cannot know which of them is \
                   right.",
        diary: "There is one more entry, with the number of the request beside it. When the message \
                comes again, the bank finds its number there.",
        end: "The network said it twice, and one entry was written.",
    },
    words: &[("number of the request", "idempotency key")],
};
