//! A mistake is made good, and stays in sight.

use crate::prelude::*;

pub(super) static CHAPTER: Chapter = Chapter {
    id: name_of(module_path!()),
    title: "Correct, don’t erase",
    trade: "compensating event",
    idea: "A mistake is corrected by a new entry. The old one stays, and so does what was known on \
           every day before.",
    minutes: 2,
    misconception: "You fix history by editing it.",
    tell: &[
        "The bank has made a mistake. Entry 8, the fee of 5.00, should never have been charged. Ana \
         has to get her money back.",
        "You could erase the entry, as if it had been written in pencil. Or you could leave it \
         there and write another entry below, which gives the money back. Bookkeepers have done \
         that for five hundred years.",
        "Here is the diary before anything is corrected. Today is 20 March, and today you refund \
         the fee.",
    ],
    stage: Setup {
        prepared: &[Fixture::BankWithout(10)],
        demo: Some(demo::erase_or_refund::DEMO),
        before: &[Lines],
        after: &[Lines, Figures, Machine],
        actions: &[
            Action::press("erase", "erase", "Try to erase entry 8"),
            Action::press("refund", "refund", "Refund the fee"),
            Action::press("ask", "ask", "Ask for the balance on 2 March"),
        ],
    },
    question: Question {
        ask: "When the fee has been refunded, what will the diary say about 2 March?",
        fields: &[Field {
            name: "balance",
            label: "Everyday at the end of 2 March",
            kind: Kind::Number {
                unit: Unit::Money,
                truth: 445_00,
                wrong: &[
                    (
                        450_00,
                        "That would be so if entry 8 were erased. But on 2 March the 5.00 were \
                         gone, and Ana could not have spent them. A refund counts from the day on \
                         which it is written.",
                    ),
                    (
                        490_00,
                        "That is the balance now, with the refund in it. On 2 March the refund was \
                         still to come, and so was the deposit of 12 March.",
                    ),
                    (
                        440_00,
                        "The refund does not charge the fee once more. The fee went out once, in \
                         entry 8, and will come back once.",
                    ),
                    (
                        505_00,
                        "That is how 1 March began. Later that day Ana took out 60.00, in entry 9.",
                    ),
                ],
                otherwise: "Add up the entries to entry 9. They are all that was written by then.",
            },
            because: "Up to 2 March there are nine entries, and the refund is not among them. It \
                      goes to the end, and entry 8 stays where it is. The fee took 5.00 and the \
                      refund gives 5.00 back. Together that is 0.00.",
            version: 9,
            entries: &[2, 3, 4, 6, 7, 8, 9],
        }],
    },
    hints: [
        "When is the refund written? Is that before or after the day of the question?",
        "Whatever is written today, the entries up to 2 March stay as they are. Add those up.",
        "On 1 March the day began with 505.00, and Ana took out 60.00.",
    ],
    reveal: Reveal {
        comes: RevealBy::ByReplay,
        snapshot: "After the refund the snapshot has 490.00. It cannot know that there was a \
                   mistake, and that it was corrected.",
        diary: "445.00 on 2 March, as it was printed for Ana on that day. After the refund the fee \
                is still there, and each of the two entries says when.",
        end: "You could not erase entry 8. You refunded it. Both entries stay, and together they \
              come to 0.00.",
    },
    words: &[("correction", "compensating event")],
};
