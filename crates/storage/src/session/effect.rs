//! What a session asks for.

use serde::{Deserialize, Serialize};

use super::{
    super::{ChangeSet, StoreError, TOMBSTONE, Write},
    CommandId, ReadOnly, Ticket,
};

/// What a tab tells the others it has written, with all that another one needs to take it in: it may
/// hear of it before the browser lets it read it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct News {
    /// The diary.
    pub name: String,
    /// The number of the first new line.
    pub from: usize,
    /// The new lines; none when only the record is new.
    pub lines: Vec<String>,
    /// The new record.
    pub record: String,
}

impl News {
    /// What was written.
    pub fn of(changes: &ChangeSet) -> Self {
        Self {
            name: changes.name.clone(),
            from: changes.change.lines.first().map_or(0, |(number, _)| *number),
            lines: changes.change.lines.iter().map(|(_, line)| line.clone()).collect(),
            record: changes.change.record.clone(),
        }
    }

    /// That a diary was deleted.
    pub fn of_deletion(name: &str) -> Self {
        Self { name: name.to_owned(), from: 0, lines: Vec::new(), record: TOMBSTONE.to_owned() }
    }

    /// Whether the diary has been deleted.
    pub fn is_deletion(&self) -> bool {
        self.record == TOMBSTONE
    }
}

/// Something to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Append to both stores, in one transaction with the command's id. Answer:
    /// [`Input::Appended`](super::Input::Appended).
    Append(Ticket, Option<CommandId>, Box<ChangeSet>),
    /// Look whether the command's entries are there, behind everything that is on its way. Answer:
    /// [`Input::ReadBack`](super::Input::ReadBack).
    ReadBack(Ticket, String, CommandId),
    /// Nobody waits for this append any more: what it has not begun, it must not begin.
    Cancel(Ticket),
    /// Read a diary's record and its lines from this number on in the database. Answer:
    /// [`Input::Found`](super::Input::Found).
    Find(Ticket, String, usize),
    /// Read the readable text of a diary. Answer: [`Input::Text`](super::Input::Text).
    ReadText(Ticket, String),
    /// Make the readable text say what the diary says; whatever differs is set aside. Answer:
    /// [`Input::Repaired`](super::Input::Repaired).
    Repair(Repair),
    /// Come back after so many ms: [`Input::Woke`](super::Input::Woke).
    Wake(Ticket, u32),
    /// Tell the other tabs.
    Tell(News),
    /// Let the reader know.
    Report(Happened),
}

/// How the readable text is put right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Repair {
    /// As a whole: something else lies there than should.
    Whole,
    /// As a whole, once more: before, it could not be done.
    Again,
    /// Only when it is behind: somebody who knew less has written last.
    IfBehind,
    /// By these writes.
    Writes(Vec<Write>),
}

/// What the reader is to know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Happened {
    /// A command's entries are written and shown: the first and the last; and those of others that
    /// came in between.
    Wrote {
        /// The command.
        id: CommandId,
        /// The first new entry.
        first: usize,
        /// The last new entry.
        last: usize,
        /// The entries of others that came in between, first and last.
        after_others: Option<(usize, usize)>,
    },
    /// A command was refused.
    Refused(CommandId),
    /// Entries of others were taken in, first and last.
    TookIn(usize, usize),
    /// The readable text could not be brought up to date.
    MirrorBehind(StoreError),
    /// The readable text was not what was left there, and has been written again.
    MirrorRepaired,
    /// The database had lost entries and has them again.
    Restored,
    /// From now on the diary can only be read.
    CannotWrite(ReadOnly),
}
