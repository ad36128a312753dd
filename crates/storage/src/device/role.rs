//! Which stores there are, and who writes where there is no database.

use super::{
    super::{Message, Outcome, StoreError, Ticket},
    Database, Device, DeviceEffect, DeviceInput, Next, Role, SILENCE_MS, Shown,
    input::NO_OPENING,
};

/// How long the others may take to say that they write, in ms: tabs in the background are slow.
const ANSWER_MS: u32 = 1_500;

/// After how many ms a database that could not be opened is asked again.
const AGAIN_MS: u32 = 1_000;

/// The same where the browser seems to forbid it.
const FORBIDDEN_MS: u32 = 10_000;

/// The tickets that concern the tab as a whole.
const DATABASE: Ticket = Ticket { opening: NO_OPENING, attempt: 0 };
const AGAIN: Ticket = Ticket { opening: NO_OPENING, attempt: 1 };
const WRITER: Ticket = Ticket { opening: NO_OPENING, attempt: 2 };

impl Device {
    pub(super) fn take(&mut self, input: DeviceInput, effects: &mut Vec<DeviceEffect>) {
        match input {
            DeviceInput::Started => {
                effects.push(DeviceEffect::FindDatabase);
                effects.push(DeviceEffect::Wake(DATABASE, SILENCE_MS));
            }
            DeviceInput::Database(answer) => self.found_database(answer, effects),
            DeviceInput::WhoWrites if self.database == Database::There => {
                effects.push(DeviceEffect::SayHasDatabase);
            }
            DeviceInput::WhoWrites => {
                if self.writes_alone() {
                    effects.push(DeviceEffect::SayWrites);
                }
            }
            DeviceInput::OtherWrites | DeviceInput::WriterChanged if self.is_alone() => {
                self.play(Role::Reads, effects);
            }
            DeviceInput::OtherHasDatabase if matches!(self.database, Database::Missing(_)) => {
                self.is_told = true;
                self.report(Message::DatabaseGone, effects);
                self.go_on_everywhere(effects);
            }
            DeviceInput::OtherWrites
            | DeviceInput::OtherHasDatabase
            | DeviceInput::WriterChanged => {}
            DeviceInput::WriteHere => {
                if self.is_alone() {
                    effects.push(DeviceEffect::NoteWriter(true));
                    self.play(Role::Writes, effects);
                }
            }
            DeviceInput::Leaving => {
                effects.push(DeviceEffect::NoteReading(None));
                if self.writes_alone() {
                    effects.push(DeviceEffect::NoteWriter(false));
                }
            }
            DeviceInput::Woke(DATABASE) => self.database_is_overdue(effects),
            DeviceInput::Woke(AGAIN) => effects.push(DeviceEffect::FindDatabase),
            DeviceInput::Woke(WRITER) => {
                // A tab that was killed could not take its name away, so silence means that the
                // place is free.
                if self.is_alone() && self.role == Role::Asking {
                    effects.push(DeviceEffect::NoteWriter(true));
                    self.play(Role::Writes, effects);
                }
            }
            other => self.act(other, effects),
        }
    }

    fn found_database(&mut self, answer: Outcome<()>, effects: &mut Vec<DeviceEffect>) {
        let was_forbidden = self.seems_forbidden();
        if !matches!(self.database, Database::Asked { .. }) && !was_forbidden {
            return;
        }
        match answer {
            Outcome::Done(()) => {
                self.database = Database::There;
                effects.push(DeviceEffect::NoteDatabase);
                self.withdraw(effects);
                for place in self.places.values_mut().filter(|_| was_forbidden) {
                    // It has a name, and is in memory only.
                    if matches!(place.shown, Shown::Diary(_)) {
                        place.shown = Shown::Memory { is_used: true };
                    }
                }
                if let Err(error) = self.mirror.clone() {
                    self.report(Message::NoMirror(error), effects);
                }
            }
            Outcome::Failed(error) if self.means_missing(&error) => {
                self.database = Database::Missing(error.clone());
                if self.seems_forbidden() {
                    effects.push(DeviceEffect::Wake(AGAIN, FORBIDDEN_MS));
                }
                match self.mirror.clone() {
                    Err(error) => self.report(Message::NothingKept(error), effects),
                    Ok(()) if self.is_gone() => self.report(Message::DatabaseGone, effects),
                    Ok(()) => {
                        self.report(Message::NoDatabase(error), effects);
                        effects.push(DeviceEffect::AskWhoWrites);
                        effects.push(DeviceEffect::Wake(WRITER, ANSWER_MS));
                    }
                }
            }
            Outcome::Failed(StoreError::Newer) => {
                self.database = Database::Newer;
                self.report(Message::DatabaseNewer, effects);
            }
            // It is there, and can't be opened just now.
            Outcome::Failed(error) => {
                self.database = Database::Asked { silent: Some(error.clone()) };
                effects.push(DeviceEffect::Wake(AGAIN, AGAIN_MS));
                self.report(Message::DatabaseSilent(error), effects);
            }
        }
        self.go_on_everywhere(effects);
    }

    /// Whether this says that there is no database. Where the browser forbids localStorage, too, and
    /// nothing tells of an earlier visit, it seems to forbid all of it, whatever it calls that. It is
    /// asked again all the same.
    fn means_missing(&self, error: &StoreError) -> bool {
        let is_forbidden = self.mirror == Err(StoreError::Blocked) && self.is_newcomer();
        error.is_missing() || (is_forbidden && matches!(error, StoreError::Failed(_)))
    }

    fn seems_forbidden(&self) -> bool {
        matches!(self.database, Database::Missing(StoreError::Failed(_))) && self.mirror.is_err()
    }

    /// Takes back what was said of a database that did not answer, now that it does.
    fn withdraw(&mut self, effects: &mut Vec<DeviceEffect>) {
        let is_over = |message: &Message| {
            matches!(message, Message::DatabaseSilent(_) | Message::NothingKept(_))
        };
        let over = self.said.extract_if(.., |message| is_over(message)).collect::<Vec<_>>();
        effects.extend(over.into_iter().map(DeviceEffect::Withdraw));
    }

    fn database_is_overdue(&mut self, effects: &mut Vec<DeviceEffect>) {
        if self.database == (Database::Asked { silent: None }) {
            self.database = Database::Asked { silent: Some(StoreError::Silent) };
            self.report(Message::DatabaseSilent(StoreError::Silent), effects);
            self.go_on_everywhere(effects);
        }
    }

    /// Whether there is localStorage alone, so that one tab has to be the one that writes.
    pub(super) fn is_alone(&self) -> bool {
        matches!(self.database, Database::Missing(_)) && self.mirror.is_ok() && !self.is_gone()
    }

    fn writes_alone(&self) -> bool {
        self.is_alone() && self.role == Role::Writes
    }

    fn play(&mut self, role: Role, effects: &mut Vec<DeviceEffect>) {
        self.role = role;
        let access = self.access();
        for (kind, place) in &self.places {
            if matches!(place.shown, Shown::Diary(_)) {
                effects.push(DeviceEffect::Access(kind.clone(), access.clone()));
            }
        }
        self.go_on_everywhere(effects);
    }

    /// Something has changed for all places that are not where they should be.
    fn go_on_everywhere(&mut self, effects: &mut Vec<DeviceEffect>) {
        let waits = |place: &&String| {
            let place = &self.places[*place];
            // What is being begun must not be begun twice.
            let is_busy = matches!(place.next, Next::Choosing(_) | Next::Beginning { .. });
            !is_busy && !matches!(place.shown, Shown::Diary(_))
        };
        for kind in self.places.keys().filter(waits).cloned().collect::<Vec<_>>() {
            self.go_on(&kind, effects);
        }
    }
}
