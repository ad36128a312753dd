//! What a device asks for.

use super::super::{Access, Message, News, Ticket};

/// Where something is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// In all stores that there are, and what differs is repaired.
    Stores,
    /// In the readable text alone, and nothing is changed.
    Text,
}

/// What a new diary begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    /// No entry.
    Empty,
    /// The story as it is told today.
    Story,
    /// What the shell holds under this number: a file that was checked.
    File(u32),
    /// What is shown in the place.
    Shown,
}

/// What is put on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Show {
    /// The story, in memory.
    Story,
    /// An empty page, while nothing can be read.
    Nothing,
    /// What was read or begun with this ticket.
    Held(Ticket),
}

/// Something to do. A kind is a `String`, such as `bank`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DeviceEffect {
    /// Open the database. Answer: [`DeviceInput::Database`](super::DeviceInput::Database).
    FindDatabase,
    /// List the names of all diaries. Answer: [`DeviceInput::Names`](super::DeviceInput::Names).
    List(Ticket, Source),
    /// Read a diary of a kind by its name, and hold it. Answer:
    /// [`DeviceInput::Read`](super::DeviceInput::Read).
    Read(Ticket, Source, String, String),
    /// Begin a diary of a kind, and hold it. Answer:
    /// [`DeviceInput::Begun`](super::DeviceInput::Begun).
    Begin(Ticket, String, Start),
    /// Nobody waits for this any more: what it has not begun, it must not begin.
    Cancel(Ticket),
    /// Put this on the screen, in the place of its kind, as the opening of the ticket. The same
    /// opening again continues what is shown.
    Show(String, Ticket, Show, Access),
    /// From now on this is who may write in what is shown in the place.
    Access(String, Access),
    /// Give a diary a title. Answer: [`DeviceInput::Renamed`](super::DeviceInput::Renamed).
    Rename(Ticket, String, Option<String>),
    /// Delete a diary. Answer: [`DeviceInput::Deleted`](super::DeviceInput::Deleted).
    Delete(Ticket, String),
    /// Let the sessions and the other tabs know what was done to a diary beside its session.
    Tell(News),
    /// Note which diary (second) of a kind (first) is open.
    NoteOpen(String, String),
    /// Note that a diary is being read: if the page dies of it, the next start knows. Or that no
    /// one is.
    NoteReading(Option<String>),
    /// Note that there is a database.
    NoteDatabase,
    /// Note that something is kept here.
    NoteVisit,
    /// Note whether this tab is the one that writes.
    NoteWriter(bool),
    /// Ask the other tabs who writes.
    AskWhoWrites,
    /// Say that this tab writes.
    SayWrites,
    /// Say that there is a database.
    SayHasDatabase,
    /// Come back after so many ms: [`DeviceInput::Woke`](super::DeviceInput::Woke).
    Wake(Ticket, u32),
    /// Let the reader know.
    Report(Message),
    /// What was said holds no more.
    Withdraw(Message),
}
