//! See also: ideas that people meet in the same conversations, each shown in this very app.

/// A neighbouring idea.
#[derive(Debug)]
pub struct Neighbour {
    /// What the trade calls it.
    pub term: &'static str,
    /// What it is, in a paragraph.
    pub text: &'static str,
    /// Where it can be seen in this app: a place on the page, as its hash.
    pub link: &'static str,
    /// Where it stands in the code.
    pub file: &'static str,
}

/// All of them.
pub static SEE_ALSO: &[Neighbour] = &[
    Neighbour {
        term: "Aggregate",
        text: "An aggregate is a group of things that keeps its own rules and only changes as a \
               whole. Here Ana’s two accounts are one aggregate. A transfer takes from the one and \
               gives to the other, or it does neither. You meet the aggregate whenever a request is \
               refused. Press Withdraw with more than there is. The aggregate says no, before any \
               entry is written.",
        link: "#/bank",
        file: "crates/diary/src/decider.rs",
    },
    Neighbour {
        term: "Bounded context",
        text: "A bounded context is a part of the world in which each word has one meaning. In the \
               bank, an account is opened and a payment is a deposit or a withdrawal. In the shop, \
               a payment is what makes an order ready to be shipped. Neither knows the other’s \
               words, and so both stay simple. Look at the order after the bank, and compare their \
               entries.",
        link: "#/order",
        file: "crates/examples/src/order.rs",
    },
    Neighbour {
        term: "Bulkhead",
        text: "A ship has walls inside, so that a hole floods one room and not the whole ship. A \
               program can have such walls too. This page keeps your diary in two places in your \
               browser. If one of them fails, the page goes on with the other. If both fail, it \
               goes on in memory and says so. Diaries shows which of them work.",
        link: "#/diaries",
        file: "crates/storage/src/diary_store.rs",
    },
    Neighbour {
        term: "Circuit breaker",
        text: "A fuse cuts the current before the wires burn. In a program, a breaker stops asking \
               something that does not answer, so that nobody waits in vain. When another tab \
               writes first, this page decides your request again. Its pauses grow, and after half \
               a minute it stops and says so. A database that does not answer is asked again, each \
               time after a longer wait. You can go on without it.",
        link: "#/diaries",
        file: "crates/storage/src/session.rs",
    },
    Neighbour {
        term: "Clean architecture",
        text: "The rules of a trade should not know where they run. In this app they know no \
               browser, no clock and no storage. All of that comes in from outside. You can see it \
               in how the program is built: its core compiles without the browser, and its tests \
               run there in seconds. The heart of it is in two folders, diary and examples.",
        link: "#/learn",
        file: "src/lib.rs",
    },
];
