//! Who needs a diary, and who is better off with a row.

use crate::prelude::*;

pub(super) static CHAPTER: Chapter = Chapter {
    id: name_of(module_path!()),
    title: "Should I?",
    idea: "Most systems do well with a row. A diary is worth its trouble where the past is asked \
           about.",
    minutes: 3,
    misconception: "If it is good for a bank, it is good for everything.",
    tell: &[
        "A diary is not free. It takes room, since nothing is thrown away. Old words must be read \
         for ever. A question that a table answers at once needs a reading that somebody wrote. And \
         to forget is hard work.",
        "Six people ask you for advice. Each of them is about to build something. To say yes to all \
         of them would be poor advice, and so would be to say no.",
    ],
    stage: Setup {
        prepared: &[],
        demo: Some(demo::systems::DEMO),
        before: &[],
        after: &[],
        actions: &[
            Action::press("blog", "A blog", "Look at the blog"),
            Action::press("ledger", "A ledger", "Look at the ledger"),
            Action::press("thermostat", "A thermostat", "Look at the thermostat"),
            Action::press("parcels", "Parcels", "Look at the parcels"),
            Action::press("settings", "A settings page", "Look at the settings page"),
            Action::press("record", "A medical record", "Look at the medical record"),
        ],
    },
    question: Question {
        ask: "Which of them should keep a diary?",
        fields: &[Field {
            name: "worth",
            label: "Worth a diary",
            kind: Kind::Choice {
                several: true,
                choices: &[
                    Choice {
                        name: "blog",
                        words: "A blog: what does the post say today?",
                        right: false,
                        why: "The blog: a row for each post is enough. A diary would keep every typo \
                              for ever, and each page would need a reading. Whoever wants last \
                              week’s wording can keep old versions of the text.",
                    },
                    Choice {
                        name: "ledger",
                        words: "A ledger: why is the balance what it is?",
                        right: true,
                        why: "The ledger: here the past is the point. People have kept accounts in \
                              this way for five hundred years.",
                    },
                    Choice {
                        name: "thermostat",
                        words: "A thermostat: how warm is it?",
                        right: false,
                        why: "The thermostat: it would write half a million lines a year that nobody \
                              decided. A temperature is measured, not wished for, and no rule could \
                              say no to it. A plain list of readings does it.",
                    },
                    Choice {
                        name: "parcels",
                        words: "Parcels: where has it been, and who had it last?",
                        right: true,
                        why: "The parcels: the way of a parcel is what the customer asks about, and \
                              when one is lost, only its way helps to find it.",
                    },
                    Choice {
                        name: "settings",
                        words: "A settings page: is the dark theme on?",
                        right: false,
                        why: "The settings page: a line for every click and a replay at every start, \
                              and nobody will ever ask which theme you had in May. The last choice \
                              wins, in a row.",
                    },
                    Choice {
                        name: "record",
                        words: "A medical record: what did the doctor know when she decided?",
                        right: true,
                        why: "The medical record: what was known when is a question of health, \
                              sometimes one for a court. It costs the most here, since people may \
                              ask to be forgotten.",
                    },
                ],
            },
            because: "The ledger, the parcels and the record are asked about their past. The blog, \
                      the thermostat and the settings page are asked how things are now, and a row \
                      tells that with less trouble.",
            version: 0,
            entries: &[],
        }],
    },
    hints: [
        "For each of them ask: will anybody want to know how it came to this?",
        "Think of the last question that somebody asked about yesterday. Was it about a theme, or \
         about money?",
        "As many of them need it as don’t. Look at the questions that stand beside their names.",
    ],
    reveal: Reveal {
        comes: RevealBy::AtOnce,
        snapshot: "Enough for a blog, a thermostat and a settings page: simple, quick, and known to \
                   everybody who will work on it.",
        diary: "Worth its trouble for money, for parcels and for health, where the way matters and \
                not just the end.",
        end: "Three of the six do well with a row, and the right advice to them is no. To say so is \
              the hardest part of knowing how to do this.",
    },
    words: &[],
};
