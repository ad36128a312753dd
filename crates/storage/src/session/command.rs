//! Commands: what they are called, while they wait, and when they are refused.

use chrono::{DateTime, NaiveDate, Utc};

use super::{super::StoreError, ReadOnly};
use diary::Decider;

/// One opening of a diary in one tab. The same diary, opened again, is another opening.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OpeningId(pub u32);

/// Says which answer belongs to what was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Ticket {
    /// The opening that asked.
    pub opening: OpeningId,
    /// Its how many-th question it was.
    pub attempt: u32,
}

/// Names a command for ever: 64 random bits of the tab, and a count. It is stored beside the entries
/// in the very transaction that writes them, so that it can be found out whether they were written.
/// Two tabs that say the same in the same millisecond write equal bytes; without it nobody could
/// tell whose they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CommandId {
    /// The tab's own number.
    pub tab: u64,
    /// The opening in it, and its how many-th command it is.
    pub count: u64,
}

impl std::fmt::Display for CommandId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:016x}-{:x}", self.tab, self.count)
    }
}

/// A command that has been given and has no outcome yet.
#[derive(Clone, Debug)]
pub struct Waiting<C> {
    /// Its name.
    pub id: CommandId,
    /// What is asked for.
    pub command: C,
    /// The day on which what comes of it is true, if that was said.
    pub true_on: Option<NaiveDate>,
    pub(super) given_at: DateTime<Utc>,
    /// How many entries were there when it was given: it is written after them.
    pub(super) shown: usize,
    /// Whether nothing waited before it: its reader looks at what becomes of it.
    pub(super) is_first: bool,
    /// Whether the stores were looked at for what others have written since.
    pub(super) is_newest: bool,
    pub(super) tries: u32,
    /// The entries of others that came in between, first and last.
    pub(super) after_others: Option<(usize, usize)>,
}

/// Why a command left no entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why<R> {
    /// A rule says no.
    Rule(R),
    /// The reader was looking at the past, which can be read but not written.
    InPast,
    /// The diary can only be read.
    ReadOnly(ReadOnly),
    /// A store could not keep it.
    Store(StoreError),
    /// Others kept writing for too long.
    OthersKeepWriting,
}

/// A command that left no entry. It stays until its reader has seen it.
#[derive(Clone)]
pub struct Refusal<D: Decider> {
    /// The command's name.
    pub id: CommandId,
    /// What was asked for.
    pub command: D::Command,
    /// Why not.
    pub why: Why<D::Rejection>,
    /// The entries of others that came in between, first and last.
    pub after_others: Option<(usize, usize)>,
    /// How many entries were on the screen: a refusal belongs to its moment.
    pub version: usize,
    pub(super) is_direct: bool,
    /// Whether it has been on the screen.
    pub(super) is_painted: bool,
}

impl<D: Decider> Refusal<D> {
    /// Whether it answered the reader at once: whoever goes on after that has seen it.
    pub fn is_direct(&self) -> bool {
        self.is_direct
    }
}
