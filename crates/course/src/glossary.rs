//! The words of the page, each with the one that the trade has for it.

/// A pair of words for one thing.
#[derive(Debug)]
pub struct Term {
    /// The everyday word.
    pub everyday: &'static str,
    /// The trade's word.
    pub trade: &'static str,
    /// What it is, in one sentence.
    pub sentence: &'static str,
    /// What other books and programs call it; may be empty.
    pub also: &'static str,
    /// Where it can be pressed: a place on the page, as its hash.
    pub link: &'static str,
}

impl Term {
    /// What its row is called in an address: `late-entry`.
    pub fn slug(&self) -> String {
        let words = self.everyday.split(|letter: char| !letter.is_alphanumeric());
        words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-")
    }
}

const fn term(
    everyday: &'static str,
    trade: &'static str,
    sentence: &'static str,
    also: &'static str,
    link: &'static str,
) -> Term {
    Term { everyday, trade, sentence, also, link }
}

/// All of them, in the order in which one meets them.
pub static GLOSSARY: &[Term] = &[
    term(
        "diary",
        "event stream",
        "A diary is the list of everything that happened, in order.",
        "event log",
        "#/bank",
    ),
    term(
        "entry",
        "event",
        "An entry says one thing that happened: “Deposited 50.00”.",
        "fact",
        "#/bank",
    ),
    term(
        "snapshot",
        "current state",
        "The snapshot knows only how things stand now.",
        "row",
        "#/learn/a1",
    ),
    term(
        "request",
        "command",
        "You ask for something: “withdraw 10,000.00”.",
        "action",
        "#/learn/a6",
    ),
    term(
        "rule",
        "invariant",
        "A rule decides whether a request is allowed.",
        "business rule",
        "#/learn/b5",
    ),
    term("refused", "rejected", "A refused request leaves no entry.", "domain error", "#/learn/a6"),
    term(
        "replay",
        "replay",
        "Add the entries up again, from the first one on.",
        "fold, rehydrate",
        "#/learn/a3",
    ),
    term(
        "moment",
        "version",
        "A moment is the diary as it was after an entry: after entry 8.",
        "revision, position",
        "#/learn/a2",
    ),
    term(
        "report",
        "projection",
        "A report is what you read off the entries for one question.",
        "read model, view",
        "#/bank/readings",
    ),
    term(
        "read up to entry 9",
        "position",
        "A report may be a few entries behind.",
        "checkpoint",
        "#/learn/b3",
    ),
    term(
        "saved sum",
        "aggregate snapshot",
        "With a saved sum you needn’t start at entry 1.",
        "",
        "#/learn/b4",
    ),
    term("copy", "branch", "In a copy one entry is different.", "what-if", "#/bank/what-if"),
    term(
        "late entry",
        "backdated event",
        "A late entry is written today and was true on another day.",
        "bitemporal",
        "#/bank/clocks",
    ),
    term(
        "true on, known on",
        "valid time, transaction time",
        "An entry says on which day it is true, and when it was written.",
        "",
        "#/learn/c3",
    ),
    term(
        "two at once",
        "optimistic concurrency",
        "The second one is told that it is late, and asks again.",
        "",
        "#/learn/c1",
    ),
    term(
        "said twice",
        "idempotency",
        "The same request, sent again, is written once.",
        "duplicate delivery",
        "#/learn/c2",
    ),
    term(
        "old form",
        "event versioning",
        "An entry of last year is read as it was meant.",
        "upcasting",
        "#/learn/c4",
    ),
    term(
        "seal",
        "hash chain",
        "A seal shows that no entry was changed after it was written.",
        "tamper evidence",
        "#/bank/touched",
    ),
    term(
        "done again by mistake",
        "side effect on replay",
        "Reading the entries again must not send an email again.",
        "",
        "#/learn/b6",
    ),
    term(
        "forget a person",
        "crypto-shredding",
        "The name is written with a key, and the key is thrown away.",
        "",
        "#/learn/c6",
    ),
];
