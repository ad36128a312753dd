//! The demos: small prepared things on which a chapter's idea can be tried.
//!
//! Each runs the real rules, diaries and snapshots on both of its sides; nothing it shows is
//! written down beforehand. Read [`Experiment`] first. A screen that can show one can show them all.

mod trial;

mod ana;

// One line for each; which chapter it stands in, the chapter says.
pub(crate) mod checkpoint;
pub(crate) mod erase_or_refund;
pub(crate) mod forget_me;
pub(crate) mod good_names;
pub(crate) mod many_readings;
pub(crate) mod new_fee;
pub(crate) mod old_words;
pub(crate) mod receipts;
pub(crate) mod said_twice;
pub(crate) mod systems;
pub(crate) mod tampering;
pub(crate) mod two_clocks;
pub(crate) mod two_tellers;
pub(crate) mod what_if;

pub use checkpoint::{Checkpoint, Opened, open};
pub use forget_me::{seal, unseal};
pub use good_names::{Card, cards};
pub use systems::{SYSTEMS, System, Worth};
pub use trial::{Action, Demo, Experiment, Fact, Key, Look, Note, Side};
