//! The ten questions, the near ones first.

use super::{CheckQuestion, Transfer};
use crate::guess::Choice;

/// The ten questions.
pub static CHECK: &[CheckQuestion] = &[
    CheckQuestion {
        name: "no-balance",
        transfer: Transfer::Near,
        ask: "A bank keeps only entries such as “paid in 20.00”, and no balance anywhere. How does \
              it know what is in an account?",
        choices: &[
            Choice {
                name: "cannot",
                words: "It can’t. It needs a balance as well.",
                right: false,
                why: "The balance is not lost. It can be worked out at any time.",
            },
            Choice {
                name: "last",
                words: "It looks at the last entry.",
                right: false,
                why: "The last entry only tells what happened last.",
            },
            Choice {
                name: "sum",
                words: "It adds up the entries.",
                right: true,
                why: "The present is the sum of the past.",
            },
        ],
    },
    CheckQuestion {
        name: "changed-at",
        transfer: Transfer::Near,
        ask: "A program keeps: “balance 70.00, last changed on 12 March”. What does this tell about \
              the balance on 1 March?",
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
                words: "It was another amount, and you can work out which.",
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
                words: "Take the entry out.",
                right: false,
                why: "Then everything that was said in between would be wrong, and nobody could say \
                      why.",
            },
            Choice {
                name: "amend",
                words: "Change the account in the entry.",
                right: false,
                why: "People acted on that entry last week. It stays.",
            },
            Choice {
                name: "correct",
                words: "Write new entries today that put it right.",
                right: true,
                why: "A correction is an entry too, and it has a date of its own.",
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
                words: "It has a payment, and an entry that takes it back.",
                right: false,
                why: "Nothing was paid the second time, so there is nothing to take back.",
            },
            Choice {
                name: "as-before",
                words: "It is as it was before.",
                right: true,
                why: "A refused request leaves no entry.",
            },
            Choice {
                name: "click",
                words: "It has an entry that the button was pressed.",
                right: false,
                why: "Pressing a button does not change the order. Only what came of it would be \
                      written.",
            },
        ],
    },
    CheckQuestion {
        name: "look-back",
        transfer: Transfer::Near,
        ask: "A diary has 20 entries. You look at the moment after entry 5. What is true of the \
              other 15 entries?",
        choices: &[
            Choice {
                name: "there",
                words: "They are there, as they were.",
                right: true,
                why: "Looking writes nothing.",
            },
            Choice {
                name: "undone",
                words: "They are undone until you come back.",
                right: false,
                why: "Nothing is undone. Five entries are added up, and the others stay as they \
                      are.",
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
                words: "For each book, who has it now.",
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
                words: "An entry for each time a book goes out or comes back.",
                right: true,
                why: "From these entries you can work out every day in the past.",
            },
        ],
    },
    CheckQuestion {
        name: "chess",
        transfer: Transfer::Far,
        ask: "Somebody took a picture of a chess board at the end of a game. What can’t you know \
              from it?",
        choices: &[
            Choice {
                name: "left",
                words: "Which pieces are left.",
                right: false,
                why: "The picture shows which pieces are left.",
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
                why: "The picture shows where the kings are.",
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
                why: "Only the last choice matters. A snapshot of it is enough.",
            },
            Choice {
                name: "claim",
                words: "A claim to an insurance company.",
                right: true,
                why: "People will ask who said and paid what, and when. Maybe a court will ask it.",
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
        ask: "A cinema’s program prints a voucher whenever it reads the entry “voucher won”. One \
              day it reads its whole diary again. What goes wrong?",
        choices: &[
            Choice {
                name: "nothing",
                words: "Nothing. Reading is harmless.",
                right: false,
                why: "Reading is harmless, but this program does more than read.",
            },
            Choice {
                name: "printed",
                words: "All vouchers are printed once more.",
                right: true,
                why: "What is done in the world must be tied to a new entry, not to reading an old \
                      one.",
            },
            Choice {
                name: "doubled",
                words: "The entries are in the diary twice.",
                right: false,
                why: "Reading writes no entries. The harm is done outside of the diary.",
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
                words: "Each desk says up to which entry it has read, and reads on if there are \
                        more.",
                right: true,
                why: "The second desk finds a new entry, and then the rule says no.",
            },
        ],
    },
];
