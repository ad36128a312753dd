//! A copy of the diary in which something did not happen.

use crate::prelude::*;

pub(super) static CHAPTER: Chapter = Chapter {
    id: name_of(module_path!()),
    title: "What if?",
    idea: "The past can’t be changed, but on a copy you can play through how it might have gone. \
           Later wishes must then be decided again.",
    minutes: 3,
    misconception: "To delete an old event is harmless.",
    tell: &[
        "What if Ana had never got her 500.00 on 10 January? Nobody may tear a line out of the \
         diary. But you may copy it, and leave line 2 out of the copy.",
        "First the copy only adds up what is left. It ends below zero: it takes out money that was \
         not there. This could not have happened, since a rule forbids it.",
        "Each line was once a wish that was granted. So the copy asks for those again, one by one, \
         in the old order. Now the rule may say no, just as it would have then.",
    ],
    stage: Setup {
        prepared: &[Fixture::Bank(11)],
        demo: Some(demo::what_if::DEMO),
        before: &[Snapshot, Lines],
        after: &[Snapshot, Lines, Figures],
        actions: &[
            Action::press("strike", "strike", "Make a copy without line 2"),
            Action::press("decide", "decide", "Let the copy decide every wish again"),
        ],
    },
    question: Question {
        ask: "Where does the copy end when every wish has been decided again?",
        fields: &[Field {
            name: "balance",
            label: "The last balance of Everyday in the copy",
            kind: Kind::Number {
                unit: Unit::Money,
                truth: 110_00,
                wrong: &[
                    (
                        -10_00,
                        "That is where plain adding up ends. It still takes out 120.00 on 24 \
                         January, from an empty account. When the wish is decided again, it is \
                         refused.",
                    ),
                    (
                        490_00,
                        "That is the original, and it has not changed. In the copy 500.00 never \
                         came in.",
                    ),
                    (
                        0,
                        "The rule keeps the account from falling below zero, but it does not stop \
                         there. Later money comes in, and later wishes can be granted.",
                    ),
                    (
                        260_00,
                        "You may have refused the transfer too. On 10 February there are 200.00 in \
                         the copy, enough to move 150.00.",
                    ),
                ],
                otherwise: "Start at 0.00 and grant each wish only if there is enough for it.",
            },
            because: "Only one wish is refused: 120.00 from an empty account, line 3. All others \
                      can be granted: 200 − 150 + 80 − 5 − 60 + 5 + 40 = 110.00.",
            version: 11,
            entries: &[2, 3],
        }],
    },
    hints: [
        "Go through the lines without line 2. At which wish is there not enough?",
        "A wish that is refused leaves the balance alone. Everything else goes on as before.",
        "The withdrawal on 24 January is refused. Then 200.00 come in, and from there on all goes \
         well.",
    ],
    reveal: Reveal {
        comes: RevealBy::AtOnce,
        snapshot: "490.00. It has no story that could be told in another way.",
        diary: "The copy ends at −10.00 when it is only added up, and at 110.00 when every wish is \
                decided again. The original stays the same, to the letter.",
        end: "You played through another past, saw one wish refused in it, and changed nothing.",
    },
    words: &[("copy that goes another way", "branch")],
};
