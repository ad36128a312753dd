//! The benches: small prepared things on which a chapter's idea can be tried.
//!
//! Each runs the real rules, diaries and snapshots on both of its sides; nothing it shows is
//! written down beforehand. Read [`Experiment`] first. A screen that can show one can show them all.

mod trial;

mod ana;

// Part B: what a diary gives.
mod erase_or_refund;

mod what_if;

mod many_readings;

mod checkpoint;

mod new_fee;

mod receipts;

// Part C: what it asks.
mod two_tellers;

mod said_twice;

mod two_clocks;

mod old_words;

mod tampering;

mod forget_me;

mod good_names;

mod systems;

pub use checkpoint::{Checkpoint, Opened, open};
pub use forget_me::{Key, seal, unseal};
pub use good_names::{Card, cards};
pub use systems::{SYSTEMS, System, Worth};
pub use trial::{Action, Experiment, Fact, Look, Note, Side};

use trial::{Trial, Tried};

/// Which bench stands in a chapter, to try its idea on. Each runs the real core.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bench {
    /// None: the workbench is all there is.
    None,
    /// B1: an entry to erase, which can't be done, and a fee to give back, which can.
    EraseOrRefund,
    /// B2: a copy of the diary in which one entry is left out.
    WhatIf,
    /// B3: readings of the same entries, and one to build.
    Readings,
    /// B4: a diary of 10,000 entries, opened with and without a checkpoint.
    Checkpoint,
    /// B5: a fee that rises, and what was charged before.
    NewFee,
    /// B6: a receipt for every deposit, while the diary is replayed.
    Receipts,
    /// C1: two tellers at one account.
    TwoTellers,
    /// C2: a network that says a wish twice.
    SaidTwice,
    /// C3: two clocks, when it was true and when it was known.
    TwoClocks,
    /// C4: a line from before there were quantities.
    OldWords,
    /// C5: the raw lines, which can be changed, and the chain that notices.
    Tampering,
    /// C6: a person whose key is destroyed.
    ForgetMe,
    /// C7: what a name lets a line answer.
    GoodNames,
    /// C8: which systems are worth a diary.
    Systems,
}

impl Bench {
    /// All that have something on them, in the order of their chapters.
    pub const ALL: [Self; 14] = [
        Self::EraseOrRefund,
        Self::WhatIf,
        Self::Readings,
        Self::Checkpoint,
        Self::NewFee,
        Self::Receipts,
        Self::TwoTellers,
        Self::SaidTwice,
        Self::TwoClocks,
        Self::OldWords,
        Self::Tampering,
        Self::ForgetMe,
        Self::GoodNames,
        Self::Systems,
    ];

    /// Sets it up as it stands when the chapter is opened. Opening it once more starts it again.
    /// `None` where there is no bench.
    ///
    /// `key` is 32 bytes that nobody can guess, new each time; only [`Bench::ForgetMe`] uses it.
    pub fn open(self, key: Key) -> Option<Box<dyn Experiment>> {
        Some(match self {
            Self::None => return None,
            Self::EraseOrRefund => tried::<erase_or_refund::EraseOrRefund>(),
            Self::WhatIf => tried::<what_if::Without>(),
            Self::Readings => tried::<many_readings::Readings>(),
            Self::Checkpoint => tried::<checkpoint::LongDiary>(),
            Self::NewFee => tried::<new_fee::NewFee>(),
            Self::Receipts => tried::<receipts::Receipts>(),
            Self::TwoTellers => tried::<two_tellers::TwoTellers>(),
            Self::SaidTwice => tried::<said_twice::SaidTwice>(),
            Self::TwoClocks => tried::<two_clocks::LateLetter>(),
            Self::OldWords => tried::<old_words::OldWords>(),
            Self::Tampering => tried::<tampering::Thief>(),
            Self::ForgetMe => Box::new(Tried::new(forget_me::ForgetMe::new(key))),
            Self::GoodNames => Box::new(good_names::GoodNames::default()),
            Self::Systems => Box::new(systems::Systems::default()),
        })
    }
}

fn tried<T: Trial + Default>() -> Box<dyn Experiment> {
    Box::new(Tried::new(T::default()))
}
