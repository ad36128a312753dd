//! The idea of event sourcing, in small files. Read them in this order.
//!
//! Nothing here knows a bank, a browser or a clock: the rules come in through [`Decider`],
//! time comes in as an argument, and stored text goes out as a string.

// The two halves of the rules, and the two memories.
mod decider;

mod entry;

mod snapshot;

// Reading the past.
mod saved_states;

mod projection;

// Changing the past, on a copy.
mod from_event;

mod branch;

// Keeping it.
mod chain;

mod upcast;

mod format;

mod format_error;

mod branch_note;

mod touched;

mod by_hand;

pub use branch::{Branch, Fate, Future, Step, WhatIf};
pub use branch_note::BranchNote;
pub use by_hand::ByHand;
pub use chain::ChainHash;
pub use decider::{Decider, replay};
pub use entry::{Diary, Entry, When};
pub use format::{FORMAT, StreamMeta, fingerprint, line_of, read_line};
pub use format::{StoredEntry, ascii_json, check_line};
pub use format_error::FormatError;
pub use from_event::FromEvent;
pub use projection::{Checkpointed, Contribution, Projection, contributions, project};
pub use saved_states::SavedStates;
pub use snapshot::Snapshot;
pub use touched::{ChainReport, forge};
pub use upcast::StoredEvent;
