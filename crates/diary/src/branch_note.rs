//! What is kept of a branch: the change and where it stands, and nothing that follows from them.
//!
//! ```text
//! {"format":1,"name":"Without the salary","page":11,"fingerprint":"f36f5b69","entry":2}
//! {"format":1,"name":"Only 20","page":11,"fingerprint":"f36f5b69","entry":3,"instead":{"withdrawn":{"account":"everyday","cents":2000}}}
//! ```
//!
//! Both futures are told anew from the diary when the note is opened. What was written since the
//! note was kept is **taken in**: a branch is a question (“where would I be without the salary?”),
//! and whoever asks it again wants to know where they would be today. Nothing that they saw is lost
//! by that, because what comes later changes nothing that came before: the lines up to the note's
//! page are the same for ever. Told from `diary.until(note.version)` the branch is as it was kept.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::{
    Branch, Entry, FORMAT, FormatError, FromEvent, StoredEvent, WhatIf, fingerprint,
    format::{ascii_json, read_event, read_versioned},
};

/// A branch that is kept: its name, its change, and the diary that it stands on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BranchNote<E> {
    format: u32,
    /// What its reader calls it.
    pub name: String,
    /// How many entries the diary had when it was kept.
    #[serde(rename = "page")]
    pub version: usize,
    /// The link of the last of them, so that another diary isn't taken for this one.
    pub fingerprint: String,
    /// The number of the entry that is changed, from 1 to `version`.
    pub entry: usize,
    /// The fact that stands there instead; without one the entry is struck. It is kept as a fact
    /// because that is what the format can read for ever; the command is recovered from it like any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub instead: Option<E>,
}

/// A note as it is stored, with its fact still as text: the fact may be in an older form.
#[derive(Deserialize)]
struct StoredNote {
    format: u32,
    name: String,
    #[serde(rename = "page")]
    version: usize,
    fingerprint: String,
    entry: usize,
    #[serde(default)]
    instead: Option<BTreeMap<String, Box<RawValue>>>,
}

impl<E: StoredEvent> BranchNote<E> {
    /// The note of a branch of these entries. `None` when there is nothing to keep: the diary has no
    /// such entry, or the rules refused what was to stand there instead.
    pub fn of<D: FromEvent<Event = E>>(
        name: &str,
        entries: &[Entry<E>],
        branch: &Branch<D>,
    ) -> Option<Self> {
        let entry = branch.change.entry();
        branch.decided.step(entry)?;
        let instead = match branch.change {
            WhatIf::Strike(_) => None,
            WhatIf::Instead(..) => {
                // What another fact brought along is none that this command has written.
                let first = branch.decided.facts(entry).first();
                Some(first.filter(|fact| D::command_of(&fact.event).is_some())?.event.clone())
            }
        };
        let (version, fingerprint) = (entries.len(), fingerprint(entries).to_string());
        Some(Self { format: FORMAT, name: name.to_owned(), version, fingerprint, entry, instead })
    }

    /// The change itself. No note has a fact in it that nobody can ask for; where one has it all the
    /// same, there is nothing to write instead.
    pub fn change<D: FromEvent<Event = E>>(&self) -> WhatIf<D::Command> {
        match self.instead.as_ref().and_then(D::command_of) {
            None => WhatIf::Strike(self.entry),
            Some(command) => WhatIf::Instead(self.entry, command),
        }
    }

    /// How many entries were written since it was kept. `None` when these entries don't begin with
    /// the ones that it stands on: it belongs to another diary, or to one that has lost its end.
    pub fn since(&self, entries: &[Entry<E>]) -> Option<usize> {
        let (base, since) = entries.split_at_checked(self.version)?;
        (fingerprint(base).to_string() == self.fingerprint).then_some(since.len())
    }

    /// Reads a note.
    ///
    /// # Errors
    /// [`FormatError::BadNote`], or [`FormatError::Newer`] for one that can't be known today.
    pub fn read(text: &str) -> Result<Self, FormatError> {
        let note: StoredNote = read_versioned(text, FormatError::BadNote)?;
        let StoredNote { format, name, version, fingerprint, entry, instead } = note;
        if !(1..=version).contains(&entry) {
            return Err(FormatError::BadNote(format!("there is no entry {entry}")));
        }
        let instead = instead.map(read_instead).transpose()?;
        Ok(Self { format, name, version, fingerprint, entry, instead })
    }

    /// The note as it is stored: one line of ASCII.
    pub fn text(&self) -> String {
        ascii_json(self)
    }
}

fn read_instead<E: StoredEvent>(event: BTreeMap<String, Box<RawValue>>) -> Result<E, FormatError> {
    let count = event.len();
    let mut parts = event.into_iter();
    let (Some((name, content)), None) = (parts.next(), parts.next()) else {
        return Err(FormatError::BadNote(format!("it needs one entry, and has {count}")));
    };
    match read_event(&name, content.get()) {
        Ok((event, _)) => Ok(event),
        Err(error) => Err(FormatError::BadNote(error.to_string())),
    }
}
