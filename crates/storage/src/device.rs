//! The stores and the diaries of one tab, as a pure machine: what is there, who writes, and which
//! diary is open in each place.
//!
//! A store that is silent is not one that is missing. Taking one for the other lost entries that had
//! been shown as saved: a second tab, opened while the first one's commit took six seconds, wrote
//! beside it. So nobody writes beside a sequencer that exists, and nothing new is begun in the place
//! of what can't be read just now.
//!
//! Like [`Session`](super::Session) it reads no clock and touches no store: [`DeviceInput`] tells it
//! what happened, [`DeviceEffect`] says what is to be done. What is kept has a type that it doesn't
//! know; the shell holds it under the [`Ticket`] that it was read with.

mod actions;

mod beginning;

mod effect;

mod findings;

mod input;

mod meanwhile;

mod opening;

mod overdue;

mod role;

use std::collections::BTreeMap;

pub use self::{
    effect::{DeviceEffect, Show, Source, Start},
    findings::{Findings, findings},
    input::{DeviceInput, Signs},
};
use super::{
    Access, Message, OpeningId, ReadOnly, StoreError, Ticket,
    session::{SILENCE_MS, patience},
};

/// What is known of the database.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Database {
    /// It was asked. After a while it is silent, and why.
    Asked { silent: Option<StoreError> },
    /// It answers.
    There,
    /// The browser has none for this page.
    Missing(StoreError),
    /// A newer version of the page has it.
    Newer,
}

/// Who writes, where there is no database that puts the tabs in an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    /// The others were asked.
    Asking,
    /// This tab writes.
    Writes,
    /// Another one does.
    Reads,
}

/// What is shown in a place.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Shown {
    /// Nothing yet.
    Nothing,
    /// A diary that can't be read just now, or its readable text alone. It is read as soon as the
    /// database answers.
    Meanwhile,
    /// A story that is in memory until it can be kept; whether its reader has done something.
    Memory { is_used: bool },
    /// A diary, by its name.
    Diary(String),
}

/// What is on its way in a place.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Next {
    /// Nothing.
    Nothing,
    /// It is looked which diaries there are.
    Listing(Ticket),
    /// The first of these is read.
    Reading(Ticket, Vec<String>),
    /// The story is begun, or what is in memory is kept; whether later starts open it first.
    Beginning { ticket: Ticket, start: Start, is_preferred: bool },
    /// Nothing until it is time to look again.
    Pausing(Ticket),
    /// The reader chooses: the page died when it read this diary.
    Choosing(String),
}

/// Something that the reader has asked for, and that leaves what is open where it is until it is
/// done.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Pending {
    Switch(Ticket, String),
    Start(Ticket),
}

/// A place, such as the bank's.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Place {
    opening: OpeningId,
    shown: Shown,
    next: Next,
    /// The readable texts are being listed or read, to have something to show.
    meanwhile: Option<Ticket>,
    asked: Option<Pending>,
    tries: u32,
    /// Whether the reading of a long diary has gone on since it was last looked at.
    goes_on: bool,
}

/// The stores and the diaries of one tab.
#[derive(Debug)]
pub struct Device {
    database: Database,
    mirror: Result<(), StoreError>,
    signs: Signs,
    role: Role,
    /// Whether another tab says that there is a database.
    is_told: bool,
    places: BTreeMap<String, Place>,
    deleting: BTreeMap<u32, (String, String)>,
    renaming: BTreeMap<u32, (String, Option<String>)>,
    attempts: u32,
    openings: u32,
    said: Vec<Message>,
}

impl Device {
    /// A device on which nothing has been looked at but what answers at once: localStorage, and the
    /// signs of an earlier visit.
    pub fn new(mirror: Result<(), StoreError>, signs: Signs) -> Self {
        Self {
            database: Database::Asked { silent: None },
            mirror,
            signs,
            role: Role::Asking,
            is_told: false,
            places: BTreeMap::new(),
            deleting: BTreeMap::new(),
            renaming: BTreeMap::new(),
            attempts: 0,
            openings: 0,
            said: Vec::new(),
        }
    }

    /// Takes in what happened, and says what is to be done, in this order.
    pub fn step(&mut self, input: DeviceInput) -> Vec<DeviceEffect> {
        let mut effects = Vec::new();
        self.take(input, &mut effects);
        effects
    }

    /// Whether anything is kept at all, as far as is known.
    pub fn keeps(&self) -> bool {
        !matches!(self.database, Database::Missing(_)) || self.mirror.is_ok()
    }

    /// Whether another tab is the one that writes.
    pub fn is_reader(&self) -> bool {
        matches!(self.database, Database::Missing(_)) && self.role == Role::Reads
    }

    /// Places in which the reader waits for the database, and may go on in memory instead.
    pub fn waiting_places(&self) -> impl Iterator<Item = &str> {
        let waits = |(_, place): &(&String, &Place)| place.shown == Shown::Meanwhile;
        self.places.iter().filter(waits).map(|(kind, _)| kind.as_str())
    }

    /// Who may write in a diary that was read from the stores.
    fn access(&self) -> Access {
        match (&self.database, &self.mirror) {
            (Database::There, Ok(())) => Access::Both,
            (Database::There, Err(_)) => Access::Database,
            (Database::Newer, _) => Access::ReadOnly(ReadOnly::Newer),
            (Database::Asked { silent }, _) => {
                Access::Waiting(silent.clone().unwrap_or(StoreError::Silent))
            }
            (Database::Missing(_), _) if self.is_gone() => Access::ReadOnly(ReadOnly::DatabaseGone),
            (Database::Missing(_), Err(_)) => Access::Memory,
            (Database::Missing(_), Ok(())) => match self.role {
                Role::Writes => Access::Alone,
                Role::Asking => Access::Waiting(StoreError::Silent),
                Role::Reads => Access::ReadOnly(ReadOnly::AnotherTabWrites),
            },
        }
    }

    /// Whether the database that is missing is known to exist.
    fn is_gone(&self) -> bool {
        self.is_told || self.signs.had_database
    }

    /// Whether somebody is here for the first time, as far as can be told.
    fn is_newcomer(&self) -> bool {
        let Signs { remembers, has_keys, had_database, .. } = self.signs;
        !remembers && !has_keys && !had_database
    }

    fn ticket(&mut self, opening: OpeningId) -> Ticket {
        self.attempts += 1;
        Ticket { opening, attempt: self.attempts }
    }

    fn new_opening(&mut self) -> OpeningId {
        self.openings += 1;
        OpeningId(self.openings)
    }

    /// Tells the reader once.
    fn report(&mut self, message: Message, effects: &mut Vec<DeviceEffect>) {
        if !self.said.contains(&message) {
            self.said.push(message.clone());
            effects.push(DeviceEffect::Report(message));
        }
    }

    /// Lets the reader know something that may happen again.
    fn tell(message: Message, effects: &mut Vec<DeviceEffect>) {
        effects.push(DeviceEffect::Report(message));
    }
}
