//! What the reader must know about keeping, as facts. The sentences are the screen's.

use super::{ReadOnly, StoreError};
use diary::FormatError;

/// Something that the reader must know. Each is said because it was seen, and for nothing else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// There is no localStorage: diaries are in the database alone.
    NoMirror(StoreError),
    /// There is no database: diaries are in localStorage alone.
    NoDatabase(StoreError),
    /// There is neither; why there is no localStorage.
    NothingKept(StoreError),
    /// The database is there and doesn't answer.
    DatabaseSilent(StoreError),
    /// There was a database, and the browser doesn't give it out any more.
    DatabaseGone,
    /// A newer version of the page has the database.
    DatabaseNewer,
    /// There were diaries, and the browser has cleared them.
    Cleared,
    /// A diary stops being readable. It was `left_alone`, or what could not be read was set aside.
    Damaged {
        /// The diary.
        name: String,
        /// Its last good entry.
        stops_after: usize,
        /// What is wrong with what follows.
        why: FormatError,
        /// Whether nothing of it was changed.
        left_alone: bool,
    },
    /// A diary is whole, but one of its copies isn't and could not be repaired.
    NotRepaired(String, StoreError),
    /// Lines that the database had lost came back from the readable text.
    RestoredToDatabase {
        /// The diary.
        name: String,
        /// How many.
        lines: usize,
        /// Whether something that differed was set aside.
        aside: bool,
    },
    /// Lines that the readable text had lost came back from the database.
    RestoredToMirror {
        /// The diary.
        name: String,
        /// How many.
        lines: usize,
        /// Whether something that differed was set aside.
        aside: bool,
    },
    /// A diary is safe in the database, and its readable text is not up to date.
    MirrorBehind(String, StoreError),
    /// The readable text was not what was left there, and was written again.
    MirrorRepaired(String),
    /// The database had lost entries of an open diary, and has them again.
    DatabaseRestored(String),
    /// There is no such diary any more.
    NotThere(String),
    /// A diary could not be opened.
    NotOpened(String, StoreError),
    /// A diary can't be read just now. It is tried again.
    NotReadYet(String, StoreError),
    /// The page died when it read this diary last.
    Died(String),
    /// No new diary was begun.
    NotBegun(StoreError),
    /// What is shown could not be kept.
    StoryNotKept(StoreError),
    /// What was held in memory is kept now, under this name, beside the others.
    KeptNow(String),
    /// The stores don't answer just now, so nothing else can be opened or begun.
    Busy,
    /// A diary has this title now, or none.
    Renamed(String, Option<String>),
    /// A diary was deleted before it could be renamed.
    GoneBeforeRenamed(String),
    /// A diary was not renamed.
    NotRenamed(String, StoreError),
    /// A diary was deleted here.
    Deleted(String),
    /// A diary was not deleted as a whole.
    NotDeleted(String, StoreError),
    /// From now on an open diary can only be read.
    CannotWrite(String, ReadOnly),
}
