//! What is asked for, and what is written.

use crate::prelude::*;

pub(super) static CHAPTER: Chapter = Chapter {
    id: name_of(module_path!()),
    title: "Wish and fact",
    idea: "A wish may be refused and then leaves no ink. A fact has happened, and nobody can refuse \
           it any more.",
    minutes: 2,
    misconception: "Every click is an event.",
    tell: &[
        "A button is a wish. Withdraw! Ship! It asks for something to happen.",
        "A line is a fact. Withdrawn. Shipped. It says that something has happened.",
        "Between the two stands a rule. One rule is that nobody takes out more than there is. \
         Another is that only a paid order is shipped.",
        "Soon you will be bold. You will try to withdraw 10,000.00, to ship an order before it is \
         paid, and to pay for it twice.",
    ],
    stage: Setup {
        prepared: &[Fixture::Bank(11), Fixture::Order(7)],
        demo: None,
        before: &[Snapshot, Lines, Figures],
        after: &[Snapshot, Lines, Figures],
        actions: &[
            Action {
                name: "withdraw-too-much",
                deed: Deed::Bank(bank::Command::Withdraw {
                    account: Everyday,
                    amount: Money::cents(10_000_00),
                }),
            },
            Action { name: "ship", deed: Deed::Order(order::Command::Ship) },
            Action {
                name: "pay",
                deed: Deed::Order(order::Command::ReceivePayment { amount: Money::cents(20_50) }),
            },
            Action {
                name: "pay-again",
                deed: Deed::Order(order::Command::ReceivePayment { amount: Money::cents(20_50) }),
            },
        ],
    },
    question: Question {
        ask: "There is 490.00 in Everyday, and you press Withdraw with 10,000.00. What happens?",
        fields: &[
            Field {
                name: "line",
                label: "Will a line appear in the diary?",
                kind: Kind::Choice {
                    several: false,
                    choices: &[
                        Choice {
                            name: "withdrawn",
                            words: "Yes: withdrawn 10,000.00.",
                            right: false,
                            why: "Then the diary would say that the money is gone, and it is not. \
                                  A click is a wish. Only what comes of it is a fact.",
                        },
                        Choice {
                            name: "refused",
                            words: "Yes: withdrawal refused.",
                            right: false,
                            why: "Nothing happened to the money, so there is nothing to add up. A \
                                  bank that wants to look into refusals later can choose to keep \
                                  them, as facts of their own. Ours does not.",
                        },
                        Choice {
                            name: "none",
                            words: "No.",
                            right: true,
                            why: "Whoever made the wish is told the rule and its numbers. The diary \
                                  stays as it is: a refusal leaves no ink.",
                        },
                    ],
                },
                because: "The rule says no: there is 490.00, and 10,000.00 is more than that. So \
                          nothing happens, and the diary stays as it is.",
                version: 11,
                entries: &[],
            },
            Field {
                name: "order",
                label: "And when you withdraw 10.00: in which order do these things come?",
                kind: Kind::Order {
                    cards: &[
                        Card { name: "line", words: "a line is written", place: 2 },
                        Card { name: "sum", words: "the lines are added up anew", place: 3 },
                        Card { name: "rule", words: "the rule looks at the wish", place: 1 },
                    ],
                    too_early: &[
                        (
                            "line",
                            "rule",
                            "If the line came before the rule, the diary would be full of things \
                             that never happened. And no line can be taken back.",
                        ),
                        (
                            "sum",
                            "line",
                            "Nobody changes the balance by hand. It is what the lines add up to, \
                             so the new line has to be there first.",
                        ),
                    ],
                    otherwise: "First the rule may say no. If it does not, the fact is written. \
                                And from the facts comes the balance.",
                },
                because: "The rule is asked once, while it is still a wish. What is written is a \
                          fact, and the balance follows from the facts.",
                version: 11,
                entries: &[],
            },
        ],
    },
    hints: [
        "A line says that something has happened. Would that be true here?",
        "Ink can’t be rubbed out. So what must be settled before the pen is picked up?",
        "Refused means that nothing happened. And the balance comes last: it is a sum.",
    ],
    reveal: Reveal {
        comes: RevealBy::ByDeeds,
        snapshot: "It stays as it is. In this the two worlds agree: the rules are the same.",
        diary: "It stays as it is. The refusal is told to whoever made the wish, with the rule and \
                its numbers.",
        end: "You made four wishes. One became a line, the first payment; three left no entry. To \
              keep facts, and to add them up to know where things stand, is called event sourcing. \
              You have just done it.",
    },
    words: &[("wish", "command"), ("rule", "invariant"), ("refusal", "rejection")],
};
