//! The rules change, and the old days do not.

use crate::prelude::*;

pub(super) static CHAPTER: Chapter = Chapter {
    id: name_of(module_path!()),
    title: "New rules, old days",
    trade: "immutable event",
    idea: "An entry holds what was decided, so a rule that changes later does not change old days.",
    minutes: 2,
    misconception: "A replay runs the rules again.",
    tell: &[
        "In February the bank charged its fee, and entry 8 says so.",
        "Today the bank changes its rule. From now on the fee is 7.00. Then it replays the diary, \
         from January to March.",
        "Two things are at work here: a rule that decides, and an entry that is kept. Which of them \
         does a replay use?",
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
                        why: "A rule is asked once, when the request is made. If a replay asked it \
                              again, Ana’s balance on 1 March would change today, long after she \
                              read it.",
                    },
                    Choice {
                        name: "written",
                        words: "5.00: that is what was charged.",
                        right: true,
                        why: "The entry holds the amount, not the rule that led to it.",
                    },
                    Choice {
                        name: "both",
                        words: "5.00, and 2.00 more are charged now.",
                        right: false,
                        why: "Nobody asked for that. A replay only reads, and it writes no entry. \
                              If the bank wanted 2.00 more, it would have to charge them, in a new \
                              entry with today’s date.",
                    },
                ],
            },
            because: "Entry 8 says 5.00. A replay takes in what was decided, and decides nothing. \
                      The next fee will be 7.00, and its entry will say so.",
            version: 8,
            entries: &[8],
        }],
    },
    hints: [
        "Read entry 8. Does it say what the rule was, or what was charged?",
        "In A6 you saw when the rule is asked. Is a replay such a moment?",
        "What an entry says has happened. No rule that is made today can refuse it or change it.",
    ],
    reveal: Reveal {
        comes: RevealBy::ByReplay,
        snapshot: "The snapshot knows today’s rule and today’s balance. It did not keep how much \
                   February’s fee was.",
        diary: "5.00, in entry 8, before the new rule and after it.",
        end: "The fee is 7.00 from today on. January to March are as they were, to the cent.",
    },
    words: &[],
};
