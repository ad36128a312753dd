//! A diary that is never lost: the same lines in two places, and what to do when either fails.
//!
//! The **log** (`IndexedDB` in the browser) decides the order: an entry is kept when one
//! transaction has compared what it was decided on with what is there, and added it. The **mirror**
//! (localStorage) holds the same lines as text that anyone can read. It is a pure function of the
//! diary, so it can be written again by whoever finds it behind.
//!
//! Everything here is pure or asks one of the two [`stores`](Mirror), which come in as traits: the
//! tests put stores in their place that fail, forget and stop at every step.

mod store_error;

mod outcome;

mod stores;

mod header;

mod stored_diary;

mod aside;

mod mirror_plan;

mod reconcile;

mod diary_store;

mod append;

mod begin;

mod catalogue;

mod links;

mod session;

mod desk;

mod message;

mod device;

mod file;

pub use aside::find_room;
pub use catalogue::{Summary, number_of};
pub use desk::{Asks, Desk, Held};
pub use device::{
    Device, DeviceEffect, DeviceInput, Findings, Show, Signs, Source, Start, findings,
};
pub use diary_store::{DiaryStore, Opened};
pub use file::{
    Import, Incoming, LARGEST_FILE, LONGEST_TEXT, LONGEST_TITLE, MOST_ENTRIES, Problem, ReadBack,
    Report, export_lines, kind_of, text_of,
};
pub use header::{PREFIX, SEGMENT, diary_of};
pub use links::Links;
pub use message::Message;
pub use outcome::Outcome;
pub use reconcile::{Damage, Restored};
pub use session::{
    Access, Appended, CommandId, Effect, Happened, Input, Mirrored, News, OpeningId, ReadOnly,
    Refusal, Repair, SaveStatus, Session, Stored, Ticket, Waiting, Why,
};
pub use store_error::StoreError;
pub use stored_diary::{ChangeSet, PendingAppend, StoredDiary};
pub use stores::{Change, EventLog, Found, Mirror, TOMBSTONE, Texts, Write, Written};
