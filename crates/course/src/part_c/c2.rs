//! A command that arrives more than once.

use crate::prelude::*;

pub(super) static CHAPTER: Chapter = Chapter {
    id: name_of(module_path!()),
    title: "Said twice",
    idea: "A wish has a number of its own. However often it arrives, it is carried out once.",
    minutes: 2,
    misconception: "What is sent once arrives once.",
    tell: &[
        "A shop pays 50.00 into Everyday, over the network. The answer gets lost on its way back. \
         The network can’t know whether the wish was heard, so it says it again.",
        "To write the same thing again is an easy mistake, since to pay 50.00 in once more is a \
         perfectly good wish.",
        "So each wish carries a number that its sender gave it. The careful bank keeps that number \
         beside the line that came of it.",
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
                         wish, and it was heard twice.",
                    ),
                    (
                        490_00,
                        "The first message was heard, and its line is there. Only the second one \
                         changes nothing.",
                    ),
                ],
                otherwise: "Count how many different wishes there were.",
            },
            because: "The first message becomes line 12, with its number beside it. The second has \
                      the same number, so the bank knows that line 12 is its answer already.",
            version: 12,
            entries: &[12],
        }],
    },
    hints: [
        "How many wishes did the shop have, and how many messages came?",
        "The careful bank looks for the number first. What does it find when the message comes \
         again?",
        "50.00 were wished for once, so they are added once.",
    ],
    reveal: Reveal {
        comes: RevealBy::AtOnce,
        snapshot: "Its number grows by 50.00, or by 100.00. Which of them is right, it cannot know.",
        diary: "One line more, and the number of the wish beside it. A message that comes again \
                finds it there.",
        end: "The network spoke twice, and one line was written.",
    },
    words: &[("number of the wish", "idempotency key")],
};
