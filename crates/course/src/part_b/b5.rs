//! The rules change, and the old days do not.

use crate::prelude::*;

pub(super) static CHAPTER: Chapter = Chapter {
    id: name_of(module_path!()),
    title: "New rules, old days",
    idea: "A line holds what was decided, so a rule that changes later does not change old days.",
    minutes: 2,
    misconception: "A replay runs the rules again.",
    tell: &[
        "In February the bank charged its fee, and line 8 says so.",
        "Today the bank changes its rule. From now on the fee is 7.00. Then it replays the diary, \
         from January to March.",
        "Think of the two halves of the work: a rule that decides, and a line that is kept. Which \
         of them does a replay use?",
    ],
    stage: Setup {
        prepared: &[Fixture::Bank(11)],
        demo: Some(demo::new_fee::DEMO),
        before: &[Lines],
        after: &[Lines, Figures, Machine],
        actions: &[
            Action::press("raise", "raise", "Raise the fee to 7.00"),
            Action::press("replay", "replay", "Replay January to March"),
        ],
    },
    question: Question {
        ask: "After the replay, how much was February’s fee?",
        fields: &[Field {
            name: "fee",
            label: "February’s fee",
            kind: Kind::Choice {
                several: false,
                choices: &[
                    Choice {
                        name: "new",
                        words: "7.00: that is the rule now.",
                        right: false,
                        why: "A rule is asked once, when the wish is made. If a replay asked it \
                              again, Ana’s balance on 1 March would change today, long after she \
                              read it.",
                    },
                    Choice {
                        name: "written",
                        words: "5.00: that is what was charged.",
                        right: true,
                        why: "The line holds the amount, not the rule that led to it.",
                    },
                    Choice {
                        name: "both",
                        words: "5.00, and 2.00 more are charged now.",
                        right: false,
                        why: "Nobody wished for that. A replay reads; it writes no line. If the \
                              bank wanted 2.00 more, it would have to charge them, in a new line \
                              with today’s date.",
                    },
                ],
            },
            because: "Line 8 says 5.00. A replay takes in what was decided, and decides nothing. The \
                      next fee will be 7.00, and its line will say so.",
            version: 8,
            entries: &[8],
        }],
    },
    hints: [
        "Read line 8. Does it say what the rule was, or what was charged?",
        "In A6 you saw when the rule is asked. Is a replay such a moment?",
        "A fact has happened. No rule that is made today can refuse or change it.",
    ],
    reveal: Reveal {
        comes: RevealBy::ByReplay,
        snapshot: "It knows today’s rule and today’s balance. How much February’s fee was, it did \
                   not keep.",
        diary: "5.00, in line 8, before the new rule and after it.",
        end: "The fee is 7.00 from today on. January to March are as they were, to the cent.",
    },
    words: &[],
};
