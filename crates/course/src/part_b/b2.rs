//! A copy of the diary in which something did not happen.

use crate::prelude::*;

pub(super) static CHAPTER: Chapter = Chapter {
    id: name_of(module_path!()),
    title: "What if?",
    trade: "branch",
    idea: "The past can’t be changed, but on a copy you can try how it might have gone. Later \
           requests must then be decided again.",
    minutes: 3,
    misconception: "It is harmless to delete an old entry.",
    tell: &[
        "What if Ana had never got her 500.00 on 10 January? Nobody may take an entry out of the \
         diary. But you may copy the diary, and leave entry 2 out of the copy.",
        "First the copy only adds up what is left. It ends below zero, because it takes out money \
         that was not there. This could not have happened, since a rule forbids it.",
        "Each entry was once a request, and the rules said yes. So the copy makes those requests \
         again, one by one, in the old order. Now the rule may say no, just as it would have then.",
    ],
    stage: Setup {
        prepared: &[Fixture::Bank(11)],
        demo: Some(demo::what_if::DEMO),
        before: &[Snapshot, Lines],
        after: &[Snapshot, Lines, Figures],
        actions: &[
            Action::press("strike", "strike", "Make a copy without entry 2"),
            Action::press("decide", "decide", "Let the copy decide every request again"),
        ],
    },
    question: Question {
        ask: "Where does the copy end when every request has been decided again?",
        fields: &[Field {
            name: "balance",
            label: "The last balance of Everyday in the copy",
            kind: Kind::Number {
                unit: Unit::Money,
                truth: 110_00,
                wrong: &[
                    (
                        -10_00,
                        "Plain adding up ends there. It still takes out 120.00 on 24 January, from \
                         an empty account. When that request is decided again, it is refused.",
                    ),
                    (
                        490_00,
                        "That is the original, and it has not changed. In the copy, the 500.00 \
                         never came in.",
                    ),
                    (
                        0,
                        "The rule keeps the account from falling below zero, but it does not stop \
                         there. More money comes in later, and then other requests can be allowed.",
                    ),
                    (
                        260_00,
                        "You may have refused the transfer too. On 10 February there are 200.00 in \
                         the copy, enough to move 150.00.",
                    ),
                ],
                otherwise: "Start at 0.00, and allow each request only if there is enough money for \
                            it.",
            },
            because: "Only one request is refused: 120.00 from an empty account, entry 3. All \
                      others are allowed: 200 − 150 + 80 − 5 − 60 + 5 + 40 = 110.00.",
            version: 11,
            entries: &[2, 3],
        }],
    },
    hints: [
        "Go through the entries without entry 2. At which request is there not enough money?",
        "A refused request leaves the balance as it is. Everything else goes on as before.",
        "The withdrawal on 24 January is refused. Then 200.00 come in, and from there on every \
         request is allowed.",
    ],
    reveal: Reveal {
        comes: RevealBy::AtOnce,
        snapshot: "490.00. The snapshot keeps no story, so it cannot tell another one.",
        diary: "The copy ends at −10.00 when it is only added up. It ends at 110.00 when every \
                request is decided again. The original stays the same, character by character.",
        end: "You tried another past, saw one request refused in it, and changed nothing.",
    },
    words: &[("copy in which one entry is different", "branch")],
};
