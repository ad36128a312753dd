//! The two places that a diary is kept in, as far as keeping it needs to know them.

use std::collections::BTreeMap;

use super::Outcome;

/// Texts under their keys.
pub type Texts = BTreeMap<String, String>;

/// Something to do in the mirror.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Write {
    /// Put this text (second) under this key (first).
    Put(String, String),
    /// Put the text that this JSON says (second) under this key (first): also half of a surrogate
    /// pair, which no string of ours can hold.
    PutLiteral(String, String),
    /// Put what stands under the first key under the second as well, to the letter: also what is
    /// no text in Rust, such as half of a surrogate pair.
    Copy(String, String),
    /// Free this key: its text has been copied elsewhere.
    Free(String),
}

impl Write {
    /// The key that this changes.
    pub fn key(&self) -> &String {
        match self {
            Self::Put(key, _) | Self::PutLiteral(key, _) | Self::Copy(_, key) | Self::Free(key) => {
                key
            }
        }
    }
}

/// Where texts lie under keys, for everyone to read: localStorage. It answers at once, and what it
/// has taken may be forgotten when the browser is killed within the next seconds.
pub trait Mirror {
    /// The text under a key.
    fn get(&self, key: &str) -> Outcome<Option<String>>;

    /// Puts, copies or frees. When this fails, what was there before still is.
    fn apply(&self, write: &Write) -> Outcome<()>;

    /// The text under a key as JSON: also what no string of ours can hold.
    fn literal(&self, key: &str) -> Outcome<Option<String>>;

    /// Every key that starts with `prefix`.
    fn keys(&self, prefix: &str) -> Outcome<Vec<String>>;
}

/// What the log has of one diary.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The diary's record of itself, to the letter.
    pub record: Option<String>,
    /// Lines with their numbers, in their order.
    pub lines: Vec<(usize, String)>,
}

/// What one transaction does to one diary in the log.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// Lines to set aside first: they are copied where nothing is ever written over, and removed.
    pub aside: Vec<usize>,
    /// Lines to write, with their numbers.
    pub lines: Vec<(usize, String)>,
    /// Texts to set aside that lie in neither store yet: where each lay before, and the text as
    /// JSON. The log finds room for them ([`find_room`](super::find_room)).
    pub broken: Vec<(String, String)>,
    /// The new record.
    pub record: String,
    /// Whether all lines of the diary go first, also those set aside: its reader deletes it.
    pub delete: bool,
    /// The id of the command that the lines come from. It is written beside them, so that it can be
    /// asked whether they are there, and so that they are never written twice.
    pub command: Option<String>,
}

/// What became of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// It is made as a whole, and safe.
    Done,
    /// The diary's record is another one by now. Nothing has changed.
    Stale,
    /// The command's lines are there already: the numbers of the first and the last.
    Already(usize, usize),
}

/// The record of a diary that its reader has deleted. Its name is never given again, so no tab
/// that still shows it can bring it back by mistake.
pub const TOMBSTONE: &str = r#"{"format":1,"deleted":true}"#;

/// The sequencer and the second copy: `IndexedDB`. What it has confirmed survives the browser.
///
/// None of these has an end of its patience: whoever asks decides how long to wait. A read that is
/// begun after a write answers after it.
#[expect(async_fn_in_trait, reason = "nothing here leaves its thread")]
pub trait EventLog {
    /// The names of all diaries, with their records.
    async fn records(&self) -> Outcome<Vec<(String, String)>>;

    /// A diary's record and at most `limit` lines from the number `from` on.
    async fn read(&self, name: &str, from: usize, limit: usize) -> Outcome<Found>;

    /// One transaction: if the diary's record is still `expected`, to the letter, the change is
    /// made as a whole; when that is said, it is safe. After [`StoreError::Unknown`](super::StoreError::Unknown) it isn't known
    /// whether it was made; after every other error it was not.
    async fn write(&self, name: &str, expected: Option<&str>, change: &Change) -> Outcome<Written>;

    /// The first and the last number of the lines that a command has written; none when it hasn't.
    async fn landed(&self, name: &str, command: &str) -> Outcome<Option<(usize, usize)>>;

    /// What was set aside of a diary: where it lay, and what it was, as JSON.
    async fn broken(&self, name: &str) -> Outcome<Vec<(String, String)>>;
}
