//! From the blank page to now, a line a step.

use crate::prelude::*;

pub(super) static CHAPTER: Chapter = Chapter {
    id: name_of(module_path!()),
    title: "Replay",
    idea: "To know how things stood at any moment, start at nothing and take in the lines up to \
           there. Reading changes no line.",
    minutes: 3,
    misconception: "To replay is to undo; and who looks at the past changes it.",
    tell: &[
        "The snapshot is covered now. All you have is the diary.",
        "Start with a blank page and 0.00. Take the first line and do what it says. Then take the \
         next. After each line you know how much is in Everyday. This is called a replay, and \
         there is no more to it.",
        "When you have guessed, the time machine will do the same. With its slider you can stop \
         after any line, go back, and come forward again.",
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
        ask: "How does the balance of Everyday go, line by line? And what does a look at the past \
              do to the diary?",
        fields: &[
            Field {
                name: "curve",
                label: "The balance of Everyday after each line: up, down, or straight on",
                kind: Kind::Curve {
                    truth: &[
                        0, 500_00, 380_00, 580_00, 580_00, 430_00, 510_00, 505_00, 445_00, 450_00,
                        490_00,
                    ],
                    turns: &[
                        WrongTurn {
                            entry: 5,
                            went: Greater,
                            why: "Line 5 opens Savings. That puts nothing into Everyday, so the \
                                  curve goes straight on.",
                        },
                        WrongTurn {
                            entry: 6,
                            went: Equal,
                            why: "Line 6 moves 150.00 to Savings. Ana owns as much as before, but \
                                  in Everyday there is less.",
                        },
                        WrongTurn {
                            entry: 6,
                            went: Greater,
                            why: "Line 6 moves 150.00 out of Everyday, into Savings. For Everyday \
                                  that is a way down.",
                        },
                        WrongTurn {
                            entry: 8,
                            went: Greater,
                            why: "Line 8 is a fee. The bank takes it, so the curve goes down.",
                        },
                        WrongTurn {
                            entry: 10,
                            went: Equal,
                            why: "Line 10 gives the fee back. It does not reach back to line 8: \
                                  the 5.00 come in here, as a step up.",
                        },
                        WrongTurn {
                            entry: 10,
                            went: Less,
                            why: "Line 10 gives the fee back to Ana, so the curve goes up.",
                        },
                    ],
                    otherwise: "Go through it once more, line by line. What comes into Everyday is \
                                a step up, and what leaves it is a step down.",
                },
                because: "Each line takes the balance before it one step on. Nine of the eleven \
                          lines move it, and two only open an account. The last step ends at 490.00.",
                version: 11,
                entries: &[2, 3, 4, 6, 7, 8, 9, 10, 11],
            },
            Field {
                name: "later-lines",
                label: "You go back to the moment after line 3. What happens to the later lines?",
                kind: Kind::Choice {
                    several: false,
                    choices: &[
                        Choice {
                            name: "undone",
                            words: "They are undone, from the last one backwards.",
                            right: false,
                            why: "Going back is not undoing. Nothing was taken back: the first \
                                  three lines were added up, and the others were not read.",
                        },
                        Choice {
                            name: "stay",
                            words: "They stay as they are.",
                            right: true,
                            why: "They are dimmed, since they lie in the future of that moment. No \
                                  letter of them has changed.",
                        },
                        Choice {
                            name: "rewritten",
                            words: "They are written anew when you come forward, and may differ.",
                            right: false,
                            why: "To look is not to write. The same lines are read again, and the \
                                  same lines have the same sum every time.",
                        },
                    ],
                },
                because: "The time machine only reads. For the moment after line 3 it adds up three \
                          lines, 380.00, and leaves all of them alone.",
                version: 3,
                entries: &[2, 3],
            },
        ],
    },
    hints: [
        "Take one line at a time. Is Everyday better off after it, or worse, or neither?",
        "Two of the lines only open an account. One line moves money to Savings. What does each \
         do to Everyday?",
        "Straight on at the start, then up, down, up, straight on, down, up, down, down, up, up. \
         And think of a book: what do its last pages do while you read its first?",
    ],
    reveal: Reveal {
        comes: RevealBy::ByReplay,
        snapshot: "It was covered, and nobody missed it.",
        diary: "Eleven lines and eleven balances, from 0.00 to 490.00. No line has changed.",
        end: "You went from the blank page to 490.00, back to line 3 with its 380.00, and forward \
              again. The diary is still the same, to the letter.",
    },
    words: &[("replay", "fold")],
};
