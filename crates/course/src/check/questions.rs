//! The ten questions, the near ones first.

use super::{CheckQuestion, Transfer};
use crate::guess::Choice;

/// The ten questions.
pub static CHECK: &[CheckQuestion] = &[
    CheckQuestion {
        name: "no-balance",
        transfer: Transfer::Near,
        ask: "A bank keeps only lines such as “paid in 20.00”, and no balance anywhere. How does it \
              know what is in an account?",
        choices: &[
            Choice {
                name: "cannot",
                words: "It can’t. It needs a balance as well.",
                right: false,
                why: "The balance is not lost. It can be worked out at any time.",
            },
            Choice {
                name: "last",
                words: "It looks at the last line.",
                right: false,
                why: "The last line only tells what happened last.",
            },
            Choice {
                name: "sum",
                words: "It adds up the lines.",
                right: true,
                why: "The present is the sum of the past.",
            },
        ],
    },
    CheckQuestion {
        name: "changed-at",
        transfer: Transfer::Near,
        ask: "A row says: “balance 70.00, last changed on 12 March”. What does it tell about the \
              balance on 1 March?",
        choices: &[
            Choice {
                name: "nothing",
                words: "Nothing.",
                right: true,
                why: "What was there before 12 March has been overwritten.",
            },
            Choice {
                name: "same",
                words: "It was 70.00 then too.",
                right: false,
                why: "It may have been anything. On 12 March it became 70.00.",
            },
            Choice {
                name: "different",
                words: "It was another amount, and one can work out which.",
                right: false,
                why: "For that you would have to know what happened on 12 March.",
            },
        ],
    },
    CheckQuestion {
        name: "mistake",
        transfer: Transfer::Near,
        ask: "In a diary, 50.00 were paid into the wrong account last week. What do you do?",
        choices: &[
            Choice {
                name: "erase",
                words: "Take the line out.",
                right: false,
                why: "Then all that was told in between would be wrong, and nobody could say why.",
            },
            Choice {
                name: "amend",
                words: "Change the account in the line.",
                right: false,
                why: "The line is what people acted on last week. It stays.",
            },
            Choice {
                name: "correct",
                words: "Write new lines today that put it right.",
                right: true,
                why: "A correction is a fact too, and it has a date of its own.",
            },
        ],
    },
    CheckQuestion {
        name: "refused",
        transfer: Transfer::Near,
        ask: "Somebody wants to pay for an order that has been paid already. The rule says no. What \
              has happened to the order’s diary?",
        choices: &[
            Choice {
                name: "two-lines",
                words: "It has a payment, and a line that takes it back.",
                right: false,
                why: "Nothing was paid the second time, so there is nothing to take back.",
            },
            Choice {
                name: "as-before",
                words: "It is as it was before.",
                right: true,
                why: "A wish that is refused leaves no ink.",
            },
            Choice {
                name: "click",
                words: "It has a line that the button was pressed.",
                right: false,
                why: "That a button was pressed says nothing about the order.",
            },
        ],
    },
    CheckQuestion {
        name: "look-back",
        transfer: Transfer::Near,
        ask: "A diary has 20 lines. You look at the moment after line 5. What is true of the other \
              15 lines?",
        choices: &[
            Choice {
                name: "there",
                words: "They are there, as they were.",
                right: true,
                why: "To look is not to write.",
            },
            Choice {
                name: "undone",
                words: "They are undone until you come back.",
                right: false,
                why: "Nothing is undone. Five lines are added up, and the others are left alone.",
            },
            Choice {
                name: "again",
                words: "They will be decided again when you come back.",
                right: false,
                why: "They were decided once. Reading them again decides nothing.",
            },
        ],
    },
    CheckQuestion {
        name: "library",
        transfer: Transfer::Far,
        ask: "A library wants to be able to say who had a certain book on any day in the past. What \
              must it keep?",
        choices: &[
            Choice {
                name: "holder",
                words: "For each book, who has it.",
                right: false,
                why: "With the next reader, the one before is forgotten.",
            },
            Choice {
                name: "since",
                words: "For each book, who has it and since when.",
                right: false,
                why: "That reaches back to the last change, and not a day further.",
            },
            Choice {
                name: "each",
                words: "A line for each time a book goes out or comes back.",
                right: true,
                why: "From these lines every day in the past can be worked out.",
            },
        ],
    },
    CheckQuestion {
        name: "chess",
        transfer: Transfer::Far,
        ask: "You have a photo of a chess board, taken at the end of a game. What can’t you know from \
              it?",
        choices: &[
            Choice {
                name: "left",
                words: "Which pieces are left.",
                right: false,
                why: "That is what a photo shows.",
            },
            Choice {
                name: "first",
                words: "Which piece was taken first.",
                right: true,
                why: "Many games end on the same board. Only the list of moves tells which it was.",
            },
            Choice {
                name: "where",
                words: "Where the kings are.",
                right: false,
                why: "That is what a photo shows.",
            },
        ],
    },
    CheckQuestion {
        name: "worth-it",
        transfer: Transfer::Far,
        ask: "Which of these gains most from a diary?",
        choices: &[
            Choice {
                name: "brightness",
                words: "How bright a screen is set.",
                right: false,
                why: "Only the last choice matters. A row is enough.",
            },
            Choice {
                name: "claim",
                words: "A claim to an insurance company.",
                right: true,
                why: "Who said and paid what, and when, will be asked, maybe by a court.",
            },
            Choice {
                name: "opening-hours",
                words: "The opening hours of a shop.",
                right: false,
                why: "People ask when it is open, and hardly ever when it was.",
            },
        ],
    },
    CheckQuestion {
        name: "vouchers",
        transfer: Transfer::Far,
        ask: "A cinema’s program prints a voucher whenever it reads the line “voucher won”. One day \
              it reads its whole diary again. What goes wrong?",
        choices: &[
            Choice {
                name: "nothing",
                words: "Nothing. Reading is harmless.",
                right: false,
                why: "Reading is, but this program does more than read.",
            },
            Choice {
                name: "printed",
                words: "All vouchers are printed once more.",
                right: true,
                why: "What is done in the world must be tied to a new line, not to reading one.",
            },
            Choice {
                name: "doubled",
                words: "The lines are in the diary twice.",
                right: false,
                why: "Reading writes no lines. The harm is done outside of the diary.",
            },
        ],
    },
    CheckQuestion {
        name: "last-seat",
        transfer: Transfer::Far,
        ask: "Two ticket desks see the last free seat at the same time, and both sell it. Which habit \
              prevents this?",
        choices: &[
            Choice {
                name: "fast",
                words: "Each desk writes as fast as it can.",
                right: false,
                why: "It happens less often then, but it still happens.",
            },
            Choice {
                name: "overwrite",
                words: "Each desk writes down how many seats are left.",
                right: false,
                why: "Then the later one covers the earlier, and nobody sees that two were sold.",
            },
            Choice {
                name: "page",
                words: "Each desk says up to which line it has read, and reads on if there are more.",
                right: true,
                why: "The second desk finds a new line, and then the rule says no.",
            },
        ],
    },
];
