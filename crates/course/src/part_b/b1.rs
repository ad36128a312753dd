//! A mistake is made good, and stays in sight.

use crate::prelude::*;

pub(super) static CHAPTER: Chapter = Chapter {
    id: name_of(module_path!()),
    title: "Pen, not pencil",
    idea: "A mistake is made good by a new line. The old one stays, and so does what was known on \
           every day before.",
    minutes: 2,
    misconception: "You fix history by editing it.",
    tell: &[
        "The bank has made a mistake. Line 8, the fee of 5.00, should never have been charged. Ana \
         has to get her money back.",
        "You could erase the line, as if it had been written in pencil. Or you could leave it there \
         and write another line below, which gives the money back. Bookkeepers have done that for \
         five hundred years.",
        "Here is the diary before anything is put right. Today is 20 March, and today you refund \
         the fee.",
    ],
    stage: Setup {
        prepared: &[Fixture::BankWithout(10)],
        demo: Some(demo::erase_or_refund::DEMO),
        before: &[Lines],
        after: &[Lines, Figures, Machine],
        actions: &[
            Action::press("erase", "erase", "Try to erase line 8"),
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
                        "That would be so if line 8 were erased. But on 2 March the 5.00 were \
                         gone, and Ana could not have spent them. A refund counts from the day on \
                         which it is written.",
                    ),
                    (
                        490_00,
                        "That is the balance now, with the refund in it. On 2 March it was still \
                         to come, and so was the deposit of 12 March.",
                    ),
                    (
                        440_00,
                        "The refund does not charge the fee once more. The fee went out once, in \
                         line 8, and will come back once.",
                    ),
                    (
                        505_00,
                        "That is how 1 March began. Later that day Ana took out 60.00, in line 9.",
                    ),
                ],
                otherwise: "Add up the lines to line 9. They are all that was written by then.",
            },
            because: "Up to 2 March there are nine lines, and the refund is not among them. It goes \
                      to the end, and line 8 stays where it is: 5.00 out, then 5.00 back. \
                      Together that is 0.00.",
            version: 9,
            entries: &[2, 3, 4, 6, 7, 8, 9],
        }],
    },
    hints: [
        "When is the refund written? Is that before or after the day of the question?",
        "Whatever is written today, the lines up to 2 March stay as they are. Add those up.",
        "On 1 March the day began with 505.00, and Ana took out 60.00.",
    ],
    reveal: Reveal {
        comes: RevealBy::ByReplay,
        snapshot: "After the refund it has 490.00. That there was a mistake, and that it was put right, it cannot know.",
        diary: "445.00 on 2 March, as it was printed for Ana on that day. After \
                the refund the fee is still there, and each of the two lines says when.",
        end: "You could not erase line 8. You refunded it: both lines stay, and together they \
              come to 0.00.",
    },
    words: &[("correction", "compensating event")],
};
