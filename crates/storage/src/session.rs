//! One opened diary, as a pure machine: its queue, its version, its appends.
//!
//! ```text
//!            Press                    Append                 Written
//! reader ───────────▶ queue ─ decide ─────────▶ both stores ─────────▶ shown
//!                       ▲                          │ Stale
//!                       └── decided again ◀─ Find ─┘
//! ```
//!
//! It reads no clock, makes no random number and touches no store: it is told what happened
//! ([`Input`]), and asks for what is to be done ([`Effect`]). So the tests can race the real one,
//! with stores that fail, stall and answer late or twice.
//!
//! - A command belongs to the opening in which it was given and has exactly one outcome: its entries
//!   are written, all together, or it is refused.
//! - It is decided on the newest diary that is known here. Where others have written meanwhile
//!   ([`Appended::Stale`]), their entries are taken in and it is decided again.
//! - Whether an append landed is never guessed: what is not known is read back by the command's id.
//! - An answer that nobody waits for changes nothing.

mod access;

mod answers;

mod command;

mod effect;

mod input;

mod news;

mod work;

use std::collections::VecDeque;

use chrono::{DateTime, TimeDelta, Utc};

pub use self::{
    access::{Access, ReadOnly},
    command::{CommandId, OpeningId, Refusal, Ticket, Waiting, Why},
    effect::{Effect, Happened, News, Repair},
    input::{Appended, Input, Mirrored},
};
use super::{PendingAppend, StoreError, StoredDiary};
use diary::{Decider, StoredEvent};

/// Rules whose events can be stored, so that a diary of them can be kept.
pub trait Stored:
    Decider<Command: Clone, Event: StoredEvent + PartialEq, Rejection: Clone>
{
}

impl<D> Stored for D where
    D: Decider<Command: Clone, Event: StoredEvent + PartialEq, Rejection: Clone>
{
}

/// How long a command is decided again because others keep writing, after it was given. Longer than
/// any burst that people make, and short enough that its reader still knows what was asked for.
pub(super) const PATIENCE: TimeDelta = TimeDelta::seconds(30);

/// After how many ms without an answer a store is called silent. An answer usually takes 2 ms; a
/// reader should not wait much longer than this without a word.
pub(super) const SILENCE_MS: u32 = 3_000;

/// How long a silent store is waited for before it is asked once more, in ms: twice as long each
/// time, so that what it has to do when it speaks again does not pile up.
pub(super) fn patience(tries: u32) -> u32 {
    SILENCE_MS << tries.min(4)
}

/// How the keeping of a diary stands. It is derived from what is known and is never a lock.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SaveStatus {
    /// Everything that is shown is kept in both places, and survives a crash.
    #[default]
    Saved,
    /// It is kept in the database alone, and survives a crash.
    SavedInOnePlace,
    /// It is written in localStorage alone: a crash may take the last minutes back.
    WrittenNotSafe,
    /// It is in memory until the database answers.
    NotKeptYet,
    /// It is in memory, and goes when the page goes.
    InMemory,
    /// A command is on its way.
    Saving,
    /// Commands wait for a store that does not answer.
    Waiting,
    /// The diary can only be read.
    ReadOnly,
}

/// What is on its way.
#[derive(Debug)]
enum Task<E> {
    /// Nothing.
    Idle,
    /// The first command's entries; how often an answer was found to be overdue.
    Appending { ticket: Ticket, draft: Box<PendingAppend<E>>, overdue: u32 },
    /// It isn't known whether they landed, and why. They are looked for.
    Settling { ticket: Ticket, why: StoreError, tries: u32 },
    /// What the stores have beyond what is here. `landed` are the numbers of the
    /// first command's own entries, when they are among them.
    TakingIn { ticket: Ticket, landed: Option<(usize, usize)>, tries: u32 },
    /// Nothing until it is time to try again.
    Pausing { ticket: Ticket, then: Then },
    /// The database gets back what it has lost.
    Restoring { ticket: Ticket },
}

/// What comes after a pause.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Then {
    Decide,
    TakeIn { landed: Option<(usize, usize)>, tries: u32 },
    Settle(StoreError, u32),
}

/// One opened diary.
pub struct Session<D: Decider> {
    opening: OpeningId,
    stored: StoredDiary<D::Event>,
    /// Where things stand after all entries: what is decided on.
    state: D,
    access: Access,
    queue: VecDeque<Waiting<D::Command>>,
    task: Task<D::Event>,
    refusals: Vec<Refusal<D>>,
    /// Whether the readable text has everything.
    in_mirror: bool,
    /// When it has not: when it is tried again, and how often it was.
    mending: Option<(Ticket, u32)>,
    /// Whether others have written what could not be taken in yet.
    is_behind: bool,
    /// How often another diary, or another reading of this one, took the place of the one before.
    edition: usize,
    tab: u64,
    given: u64,
    attempts: u32,
    random: u64,
}

impl<D: Stored> Session<D> {
    /// A session of a diary that was opened. `tab` is 64 random bits, the same in all sessions of
    /// the tab.
    pub fn new(
        opening: OpeningId,
        tab: u64,
        stored: StoredDiary<D::Event>,
        access: Access,
    ) -> Self {
        let state = replayed(&stored);
        Self {
            opening,
            stored,
            state,
            access,
            queue: VecDeque::new(),
            task: Task::Idle,
            refusals: Vec::new(),
            in_mirror: true,
            mending: None,
            is_behind: false,
            edition: 0,
            tab,
            given: 0,
            attempts: 0,
            // Any odd number apart from 0 will do; it only spreads the pauses of tabs.
            random: tab ^ (u64::from(opening.0) << 32) | 1,
        }
    }

    /// Takes in what happened at `now`, and says what is to be done, in this order.
    pub fn step(&mut self, now: DateTime<Utc>, input: Input<D>) -> Vec<Effect> {
        let mut effects = Vec::new();
        self.take(now, input, &mut effects);
        self.work(now, &mut effects);
        effects
    }

    /// The opening that this is.
    pub fn opening(&self) -> OpeningId {
        self.opening
    }

    /// The diary with its header.
    pub fn stored(&self) -> &StoredDiary<D::Event> {
        &self.stored
    }

    /// Where things stand now.
    pub fn state(&self) -> &D {
        &self.state
    }

    /// How often what is open here was replaced, rather than continued.
    pub fn edition(&self) -> usize {
        self.edition
    }

    /// The name of the command that was given last; none before the first.
    pub fn last_given(&self) -> Option<CommandId> {
        (self.given > 0).then(|| self.command_id())
    }

    fn command_id(&self) -> CommandId {
        // The opening makes it unlike every other command of this tab.
        CommandId { tab: self.tab, count: (u64::from(self.opening.0) << 32) | self.given }
    }

    /// The commands that have no outcome yet, oldest first.
    pub fn waiting(&self) -> impl ExactSizeIterator<Item = &Waiting<D::Command>> {
        self.queue.iter()
    }

    /// Whether something has no outcome yet.
    pub fn is_busy(&self) -> bool {
        !self.queue.is_empty()
    }

    /// The refusals that their reader may not have seen yet, oldest first.
    pub fn refusals(&self) -> &[Refusal<D>] {
        &self.refusals
    }

    /// Takes the refusals out, to be shown elsewhere.
    pub(super) fn take_refusals(&mut self) -> Vec<Refusal<D>> {
        std::mem::take(&mut self.refusals)
    }

    /// Who may write here.
    pub fn access(&self) -> &Access {
        &self.access
    }

    /// How the keeping stands.
    pub fn status(&self) -> SaveStatus {
        let overdue = matches!(self.task, Task::Appending { overdue: 1.., .. })
            || matches!(self.task, Task::Settling { .. })
            || matches!(
                &self.task,
                Task::Pausing { then: Then::Settle(..) | Then::TakeIn { .. }, .. }
            );
        match &self.access {
            Access::Waiting(_) if !self.queue.is_empty() => SaveStatus::Waiting,
            _ if overdue && !self.queue.is_empty() => SaveStatus::Waiting,
            _ if !self.queue.is_empty() => SaveStatus::Saving,
            Access::Both if self.in_mirror => SaveStatus::Saved,
            Access::Both | Access::Database => SaveStatus::SavedInOnePlace,
            Access::Alone => SaveStatus::WrittenNotSafe,
            Access::Memory => SaveStatus::InMemory,
            Access::NotYet => SaveStatus::NotKeptYet,
            Access::Waiting(_) => SaveStatus::Waiting,
            Access::ReadOnly(_) => SaveStatus::ReadOnly,
        }
    }
}

fn replayed<D: Stored>(stored: &StoredDiary<D::Event>) -> D {
    diary::replay(stored.diary().entries().iter().map(|entry| &entry.event))
}
