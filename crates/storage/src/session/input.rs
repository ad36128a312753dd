//! What a session is told.

use chrono::NaiveDate;

use super::{
    super::{Found, Outcome, StoreError, StoredDiary, Texts},
    Access, CommandId, News, Stored, Ticket,
};

/// What became of an append.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Appended {
    /// The entries are safe.
    Written(Mirrored),
    /// The command's entries are there already: the numbers of the first and the last.
    Already(usize, usize),
    /// Others have written meanwhile. Nothing was written.
    Stale,
    /// Nothing was written, and why.
    NotWritten(StoreError),
    /// It isn't known whether something was written, and why.
    Unknown(StoreError),
}

/// Whether the readable text has the new entries, too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mirrored {
    /// It has them, or there is none.
    Done,
    /// Something else lies there than should; it was not touched.
    Differs,
    /// Why they could not be put there.
    Failed(StoreError),
}

/// Something that happened.
#[derive(Clone, Debug)]
pub enum Input<D: Stored> {
    /// The reader gives a command, and looks at this many entries.
    Press {
        /// What is asked for.
        command: D::Command,
        /// The day on which what comes of it is true, if that is to be said.
        true_on: Option<NaiveDate>,
        /// How many entries the reader sees.
        version: usize,
    },
    /// The reader presses on, also where no command comes of it.
    GoesOn,
    /// These refusals have been on the screen.
    Painted(Vec<CommandId>),
    /// The reader has seen this refusal.
    Seen(CommandId),
    /// Who may write from now on.
    Access(Access),
    /// It is on the screen now, or again, and so reading has left the readable text. What was told
    /// meanwhile may not have been heard.
    Shown(Outcome<()>),
    /// The diary was read once more, now that the stores answer, or it is kept by now.
    Reopened(StoredDiary<D::Event>),
    /// What became of an append.
    Appended(Ticket, Appended),
    /// The first and the last of the entries of the command that was asked for, if they are there.
    ReadBack(Ticket, Outcome<Option<(usize, usize)>>),
    /// What the database has beyond what is here.
    Found(Ticket, Outcome<Found>),
    /// The readable text, where there is no database.
    Text(Ticket, Outcome<Texts>),
    /// Whether something else lay there when the readable text was written again.
    Repaired(Outcome<bool>),
    /// Another tab tells what it has written.
    Heard(News),
    /// The readable text was changed by somebody else.
    MirrorChanged,
    /// The diary has this record now, which says a new title.
    Renamed(String),
    /// It is time.
    Woke(Ticket),
}
