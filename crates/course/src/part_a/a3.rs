//! From the blank page to now, a line a step.

use crate::prelude::*;

pub(super) static CHAPTER: Chapter = Chapter {
    id: name_of(module_path!()),
    title: "Replay",
    trade: "fold",
    idea: "To know how things stood at any moment, start at nothing and take in the entries up to \
           there. Reading changes no entry.",
    minutes: 3,
    misconception: "To replay is to undo, and to look at the past is to change it.",
    tell: &[
        "The snapshot is covered now. All you have is the diary.",
        "Start at 0.00, before any entry. Take the first entry and do what it says. Then take the \
         next. After each entry you know how much is in Everyday. This is called a replay, and \
         there is no more to it.",
        "When you have guessed, the time machine will do the same. With its slider you can stop \
         after any entry, go back, and come forward again.",
    ],
    stage: Setup {
        prepared: &[Fixture::Bank(11)],
        demo: None,
        before: &[Lines],
        after: &[Lines, Figures, Machine],
        actions: &[
            Action { name: "to-line-3", deed: Deed::Visit(3) },
            Action { name: "to-line-11", deed: Deed::Visit(11) },
        ],
    },
    question: Question {
        ask: "How does the balance of Everyday go, entry by entry? And what does a look at the past \
              do to the diary?",
        fields: &[
            Field {
                name: "curve",
                label: "The balance of Everyday after each entry: up, down, or straight on",
                kind: Kind::Curve {
                    truth: &[
                        0, 500_00, 380_00, 580_00, 580_00, 430_00, 510_00, 505_00, 445_00, 450_00,
                        490_00,
                    ],
                    turns: &[
                        WrongTurn {
                            entry: 5,
                            went: Greater,
                            why: "Entry 5 opens Savings. That puts nothing into Everyday, so the \
                                  curve goes straight on.",
                        },
                        WrongTurn {
                            entry: 6,
                            went: Equal,
                            why: "Entry 6 moves 150.00 to Savings. Ana owns as much as before, but \
                                  in Everyday there is less.",
                        },
                        WrongTurn {
                            entry: 6,
                            went: Greater,
                            why: "Entry 6 moves 150.00 out of Everyday, into Savings. So there is \
                                  less in Everyday, and the curve goes down.",
                        },
                        WrongTurn {
                            entry: 8,
                            went: Greater,
                            why: "Entry 8 is a fee. The bank takes it, so the curve goes down.",
                        },
                        WrongTurn {
                            entry: 10,
                            went: Equal,
                            why: "Entry 10 gives the fee back. It does not change entry 8. The 5.00 \
                                  come in here, as a step up.",
                        },
                        WrongTurn {
                            entry: 10,
                            went: Less,
                            why: "Entry 10 gives the fee back to Ana, so the curve goes up.",
                        },
                    ],
                    otherwise: "Go through it once more, entry by entry. Money that comes into \
                                Everyday is a step up, and money that leaves it is a step down.",
                },
                because: "Each entry starts from the balance before it. Nine of the eleven entries \
                          change the balance, and two only open an account. The last step ends at \
                          490.00.",
                version: 11,
                entries: &[2, 3, 4, 6, 7, 8, 9, 10, 11],
            },
            Field {
                name: "later-lines",
                label: "You go back to the moment after entry 3. What happens to the later \
                        entries?",
                kind: Kind::Choice {
                    several: false,
                    choices: &[
                        Choice {
                            name: "undone",
                            words: "They are undone, from the last one backwards.",
                            right: false,
                            why: "Going back does not undo anything. The first three entries were \
                                  added up, and the others were not read.",
                        },
                        Choice {
                            name: "stay",
                            words: "They stay as they are.",
                            right: true,
                            why: "They look dimmed, since they come after that moment. Not one \
                                  character of them has changed.",
                        },
                        Choice {
                            name: "rewritten",
                            words: "They are written anew when you come forward, and may differ.",
                            right: false,
                            why: "Looking writes nothing. The same entries are read again, and they \
                                  have the same sum every time.",
                        },
                    ],
                },
                because: "The time machine only reads. For the moment after entry 3 it adds up \
                          three entries, 380.00, and leaves all of them as they are.",
                version: 3,
                entries: &[2, 3],
            },
        ],
    },
    hints: [
        "Take one entry at a time. Is there more in Everyday after it, or less, or the same?",
        "Two of the entries only open an account. One entry moves money to Savings. What does each \
         do to Everyday?",
        "Straight on at the start, then up, down, up, straight on, down, up, down, down, up, up. \
         And think of a book: what do its last pages do while you read its first?",
    ],
    reveal: Reveal {
        comes: RevealBy::ByReplay,
        snapshot: "The snapshot was covered, and you did not need it.",
        diary: "Eleven entries and eleven balances, from 0.00 to 490.00. No entry has changed.",
        end: "You went from 0.00 to 490.00, back to 380.00 after entry 3, and forward again. The \
              diary is still the same, character by character.",
    },
    words: &[("replay", "fold")],
};
