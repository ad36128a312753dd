//! Who may write in a diary.

use super::super::StoreError;

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
