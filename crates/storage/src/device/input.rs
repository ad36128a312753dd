//! What a device is told.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};

use super::{
    super::{OpeningId, Outcome, Ticket},
    Findings, Start,
};

/// What answers at once when the page starts, beside localStorage itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signs {
    /// A cookie remembers that something was kept here.
    pub remembers: bool,
    /// There are keys of ours in localStorage.
    pub has_keys: bool,
    /// A note says that there was a database.
    pub had_database: bool,
    /// The diary that was open last, by the kind.
    pub open: BTreeMap<String, String>,
    /// The diary that was being read when the page was last seen alive.
    pub died: Option<String>,
}

/// How long ago a note that a diary is being read must have been made, so that the page is taken to
/// have died since: another tab may just be at it.
const DIED_AFTER: TimeDelta = TimeDelta::seconds(3);

impl Signs {
    /// The diary that the page died of, by the note that it left: `bank-1@1767603600000`.
    pub fn died_of(note: &str, now: DateTime<Utc>) -> Option<String> {
        let (name, ms) = note.rsplit_once('@')?;
        let noted = DateTime::from_timestamp_millis(ms.parse().ok()?)?;
        // A clock that was put back doesn't make the note younger.
        let is_old = now - noted > DIED_AFTER || noted > now;
        is_old.then(|| name.to_owned())
    }
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DeviceInput {
    /// The page starts.
    Started,
    /// Whether the database could be opened.
    Database(Outcome<()>),
    /// A place is visited for the first time.
    Visited(String),
    /// The names of all diaries, each with whether it can be opened.
    Names(Ticket, Outcome<Vec<(String, bool)>>),
    /// A slice of a long diary has been read.
    Reading(Ticket),
    /// What reading a diary has brought to light; nothing when there is no such diary.
    Read(Ticket, Outcome<Option<Findings>>),
    /// The name of the diary that was begun, and how its readable text came out.
    Begun(Ticket, Outcome<(String, Outcome<()>)>),
    /// The reader has done something in what is in memory only.
    Used(String),
    /// The reader wants another diary of a kind (first) by its name.
    Switch(String, String),
    /// The reader wants a new diary of a kind.
    Start(String, Start),
    /// The reader wants to go on in memory in a place, instead of waiting.
    GoOn(String),
    /// The reader wants the diary that the page died of to be read all the same, or not.
    Retry(String, bool),
    /// The reader gives a diary (first) a title, or none.
    Rename(String, Option<String>),
    /// A diary's new record; nothing when there is no such diary.
    Renamed(Ticket, Outcome<Option<String>>),
    /// The reader deletes a diary (second) of a kind (first).
    Delete(String, String),
    /// How deleting it went.
    Deleted(Ticket, Outcome<()>),
    /// Another tab asks who writes.
    WhoWrites,
    /// Another tab says that it writes, without a database.
    OtherWrites,
    /// Another tab says that it has a database.
    OtherHasDatabase,
    /// Another tab has put its name where the one that writes has it, in the place of ours if that
    /// was there: whoever comes last writes.
    WriterChanged,
    /// This tab is to write.
    WriteHere,
    /// It is time.
    Woke(Ticket),
    /// The page goes.
    Leaving,
}

/// The ticket for what concerns no opening: which database there is, and who writes.
pub(super) const NO_OPENING: OpeningId = OpeningId(0);
