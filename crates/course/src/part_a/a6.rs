//! What is asked for, and what is written.

use crate::prelude::*;

pub(super) static CHAPTER: Chapter = Chapter {
    id: name_of(module_path!()),
    title: "Request and entry",
    trade: "command · event",
    idea: "A request asks for something, and it may be refused. An entry says what has happened, \
           and nobody can refuse that any more.",
    minutes: 2,
    misconception: "Every click is an entry.",
    tell: &[
        "To press a button is to make a request. “Withdraw!” “Ship!” You ask for something to \
         happen.",
        "An entry says that something has happened. “Withdrawn.” “Shipped.”",
        "Between the two stands a rule. One rule is that nobody takes out more than there is. \
         Another is that only a paid order is shipped.",
        "Soon you will try what is not allowed. You will try to withdraw 10,000.00, to ship an \
         order before it is paid, and to pay for it twice.",
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
                label: "Will an entry appear in the diary?",
                kind: Kind::Choice {
                    several: false,
                    choices: &[
                        Choice {
                            name: "withdrawn",
                            words: "Yes: withdrawn 10,000.00.",
                            right: false,
                            why: "Then the diary would say that the money is gone, and that would \
                                  be false. To press a button is to make a request. Only what comes \
                                  of it is written.",
                        },
                        Choice {
                            name: "refused",
                            words: "Yes: withdrawal refused.",
                            right: false,
                            why: "Nothing happened to the money, so there is nothing to add up. A \
                                  bank that wants to look into refusals later can choose to keep \
                                  them, as entries of their own. Our bank does not.",
                        },
                        Choice {
                            name: "none",
                            words: "No.",
                            right: true,
                            why: "Whoever made the request is told the rule and its numbers. The \
                                  diary stays as it is. A refused request leaves no entry.",
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
                        Card { name: "line", words: "an entry is written", place: 2 },
                        Card { name: "sum", words: "the entries are added up again", place: 3 },
                        Card { name: "rule", words: "the rule looks at the request", place: 1 },
                    ],
                    too_early: &[
                        (
                            "line",
                            "rule",
                            "If the entry came before the rule, the diary would be full of things \
                             that never happened. And no entry can be taken back.",
                        ),
                        (
                            "sum",
                            "line",
                            "Nobody changes the balance by hand. It is what the entries add up to, \
                             so the new entry has to be there first.",
                        ),
                    ],
                    otherwise: "First the rule may say no. If it says yes, the entry is written. \
                                Then the entries are added up to the balance.",
                },
                because: "The rule is asked once, before anything is written. Then the entry is \
                          written, and the balance follows from the entries.",
                version: 11,
                entries: &[],
            },
        ],
    },
    hints: [
        "An entry says that something has happened. Would that be true here?",
        "An entry can’t be erased. So what must be settled before it is written?",
        "Refused means that nothing happened. And the balance comes last: it is a sum.",
    ],
    reveal: Reveal {
        comes: RevealBy::ByDeeds,
        snapshot: "The snapshot stays as it is. Here the two worlds agree, because the rules are \
                   the same.",
        diary: "The diary stays as it is. Whoever made the request is told that it was refused, \
                with the rule and its numbers.",
        end: "You made four requests. One became an entry, the first payment. Three left no entry. \
              The diary keeps what happened, and its entries add up to how things stand. This is \
              called event sourcing. You have just done it.",
    },
    words: &[("request", "command"), ("rule", "invariant"), ("refusal", "rejection")],
};
