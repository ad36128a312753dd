//! Who needs a diary, and who is better off with a row.

use crate::prelude::*;

pub(super) static CHAPTER: Chapter = Chapter {
    id: name_of(module_path!()),
    title: "Should I?",
    trade: "trade-offs",
    idea: "Most systems do well with a snapshot. A diary is worth its trouble where people ask \
           about the past.",
    minutes: 3,
    misconception: "If it is good for a bank, it is good for everything.",
    tell: &[
        "A diary is not free. It takes room, since nothing is thrown away. Old forms must stay \
         readable for ever. A table answers some questions at once, and with a diary somebody must \
         write a report first. And to forget a person is hard work.",
        "Six people ask you for advice. Each of them is about to build something. It would be poor \
         advice to say yes to all of them, or to say no to all.",
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
                        why: "The blog: a snapshot of each post is enough. A diary would keep every \
                              typo for ever, and each page would need a report. Whoever wants last \
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
                        why: "The thermostat: it would write half a million entries a year that \
                              nobody decided. A temperature is measured, nobody asks for it, and no \
                              rule could say no to it. A plain list of measurements is enough.",
                    },
                    Choice {
                        name: "parcels",
                        words: "Parcels: where has it been, and who had it last?",
                        right: true,
                        why: "The parcels: the way of a parcel is what the customer asks about. \
                              When one is lost, only its way helps to find it.",
                    },
                    Choice {
                        name: "settings",
                        words: "A settings page: is the dark theme on?",
                        right: false,
                        why: "The settings page: it would write an entry for every click and replay \
                              them at every start. Nobody will ever ask which theme you had in May. \
                              The last choice wins, in a snapshot.",
                    },
                    Choice {
                        name: "record",
                        words: "A medical record: what did the doctor know when she decided?",
                        right: true,
                        why: "The medical record: what was known when is a question of health, and \
                              sometimes one for a court. It costs the most here, since people may \
                              ask to be forgotten.",
                    },
                ],
            },
            because: "People ask the ledger, the parcels and the record about their past. They ask \
                      the blog, the thermostat and the settings page how things are now. A snapshot \
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
        snapshot: "A snapshot is enough for a blog, a thermostat and a settings page. It is simple, \
                   quick, and known to everybody who will work on it.",
        diary: "A diary is worth its trouble for money, for parcels and for health. There the way \
                matters and not just the end.",
        end: "Three of the six do well with a snapshot, so the right advice to them is no. It is \
              hard to say no to a thing that you know how to do.",
    },
    words: &[],
};
