//! What a session is told.

use chrono::NaiveDate;

use super::{
    super::{Found, Outcome, StoreError, Texts, Volume},
    CommandId, News, Stored, Ticket,
};

/// Who may write in a diary, and what that is worth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Access {
    /// Both stores are there.
    Both,
    /// The database alone: there is no localStorage.
    Database,
    /// localStorage alone, and this tab is the one that writes.
    Alone,
    /// Nothing is kept anywhere, and never will be.
    Memory,
    /// In memory until the database answers; it is kept then.
    NotYet,
    /// The database exists and does not answer. What is shown may lack entries. Commands wait.
    Waiting(StoreError),
    /// Nothing can be written.
    ReadOnly(ReadOnly),
}

impl Access {
    /// Whether the diary itself is the reason: whoever may write in other diaries, this one stays
    /// as it is.
    pub(super) fn is_final(&self) -> bool {
        matches!(
            self,
            Self::ReadOnly(
                ReadOnly::Deleted | ReadOnly::Newer | ReadOnly::Damaged(_) | ReadOnly::OtherDiary
            )
        )
    }
}

/// Why a diary can only be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadOnly {
    /// Without a database one tab writes, and it is another one.
    AnotherTabWrites,
    /// The diary was deleted, here or in another tab.
    Deleted,
    /// A newer version of the page keeps it in its own way.
    Newer,
    /// There was a database, and the browser doesn't give it out any more.
    DatabaseGone,
    /// Part of it could not be read, and could not be set aside either; what is wrong.
    Damaged(String),
    /// The stores hold another diary of the same name.
    AnotherStory,
    /// The page died when it read this diary last.
    Died,
    /// It could not be read yet: nothing is shown that could be gone on with.
    NotReadYet,
    /// What was on the screen when the command was given turned out to be another diary.
    OtherDiary,
}

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
    Reopened(Volume<D::Event>),
    /// What became of an append.
    Appended(Ticket, Appended),
    /// The first and the last of the entries of the command that was asked for, if they are there.
    ReadBack(Ticket, Outcome<Option<(usize, usize)>>),
    /// What the database has beyond what is here.
    Found(Ticket, Outcome<Found>),
    /// The readable text, where there is no database.
    Text(Ticket, Outcome<Texts>),
    /// Whether something else lay there when the readable text was written again.
    Mended(Outcome<bool>),
    /// Another tab tells what it has written.
    Heard(News),
    /// The readable text was changed by somebody else.
    MirrorChanged,
    /// The diary has this record now, which says a new title.
    Renamed(String),
    /// It is time.
    Woke(Ticket),
}
