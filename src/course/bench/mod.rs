//! The benches: small prepared things on which a chapter's idea can be tried.
//!
//! Each runs the real rules, diaries and snapshots on both of its sides; nothing it shows is
//! written down beforehand. Read [`Bench`] first. A screen that can show one can show them all.

mod trial;

mod ana;

// Part B: what a diary gives.
mod erase_or_refund;

mod checkpoint;

mod new_fee;

mod receipts;

// Part C: what it asks.
mod two_tellers;

mod said_twice;

mod old_words;

mod forget_me;

mod good_names;

mod systems;

pub use checkpoint::{Checkpoint, Opened, open};
pub use forget_me::{Key, seal, unseal};
pub use good_names::{Card, cards};
pub use systems::{SYSTEMS, System, Worth};
pub use trial::{Action, Bench, Fact, Look, Note, Side};

use trial::Tried;

/// Which bench.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// B1: a line to erase, and a fee to give back.
    EraseOrRefund,
    /// B4: a long diary, opened with a checkpoint and without.
    Checkpoint,
    /// B5: a fee that rises, and what was charged before.
    NewFee,
    /// B6: a receipt for every deposit, while the diary is replayed.
    Receipts,
    /// C1: two tellers at one account.
    TwoTellers,
    /// C2: a network that says a wish twice.
    SaidTwice,
    /// C4: a line from before there were quantities.
    OldWords,
    /// C6: a person whose key is thrown away.
    ForgetMe,
    /// C7: what a name lets a line answer.
    GoodNames,
    /// C8: which systems are worth a diary.
    Systems,
}

impl Which {
    /// All of them, in the order of their chapters.
    pub const ALL: [Self; 10] = [
        Self::EraseOrRefund,
        Self::Checkpoint,
        Self::NewFee,
        Self::Receipts,
        Self::TwoTellers,
        Self::SaidTwice,
        Self::OldWords,
        Self::ForgetMe,
        Self::GoodNames,
        Self::Systems,
    ];

    /// Sets it up as it stands when the chapter is opened. Opening it once more starts it again.
    ///
    /// `key` is 32 bytes that nobody can guess, new each time; only [`Which::ForgetMe`] uses it.
    pub fn open(self, key: Key) -> Box<dyn Bench> {
        match self {
            Self::EraseOrRefund => Box::new(Tried::new(erase_or_refund::EraseOrRefund::default())),
            Self::Checkpoint => Box::new(Tried::new(checkpoint::LongDiary::default())),
            Self::NewFee => Box::new(Tried::new(new_fee::NewFee::default())),
            Self::Receipts => Box::new(Tried::new(receipts::Receipts::default())),
            Self::TwoTellers => Box::new(Tried::new(two_tellers::TwoTellers::default())),
            Self::SaidTwice => Box::new(Tried::new(said_twice::SaidTwice::default())),
            Self::OldWords => Box::new(Tried::new(old_words::OldWords::default())),
            Self::ForgetMe => Box::new(Tried::new(forget_me::ForgetMe::new(key))),
            Self::GoodNames => Box::new(good_names::GoodNames::default()),
            Self::Systems => Box::new(systems::Systems::default()),
        }
    }
}
