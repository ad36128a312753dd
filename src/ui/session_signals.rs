//! An open diary on the screen: signals around the sessions of one place. It carries out what they
//! ask for, and decides nothing.

mod read_models;

mod carry_out;

mod figures;

mod versions;

mod place;

use std::{collections::HashMap, rc::Rc};

use chrono::NaiveDate;
use futures::{channel::oneshot, future::AbortHandle};
use leptos::prelude::*;

pub use self::place::story;
use self::read_models::ReadModels;
use super::{
    all_diaries::Diaries,
    reader::{Cursor, TimeTravel},
    session_status::{DiaryViewState, Refused},
    words,
};
use crate::browser::clock::Clock;
use diary::{Decider, Diary, Snapshot};
use examples::{Kind, calendar::moment_words};
pub use figures::OFFERED;
use storage::{
    Access, CommandId, DeviceInput, Incoming, Input, OpeningId, SaveStatus, Start, StoredDiary,
    Ticket,
};

/// Files that were checked and are to be begun as diaries, by their numbers.
type Files<D> = Vec<(u32, Incoming<<D as Decider>::Event>)>;

/// An open diary.
pub struct SessionSignals<D: Kind> {
    models: RwSignal<ReadModels<D>>,
    diaries: Diaries,
    on_command: StoredValue<Option<Callback<D::Command>>>,
    flights: StoredValue<HashMap<Ticket, AbortHandle>, LocalStorage>,
    files: StoredValue<Files<D>, LocalStorage>,
    first_shown: StoredValue<Option<oneshot::Sender<()>>, LocalStorage>,
    next_shown: StoredValue<Option<Box<dyn FnOnce()>>, LocalStorage>,
    /// The reader of this diary.
    pub reader: TimeTravel,
    /// The refusals that their reader may not have seen yet.
    pub refusals: RwSignal<Vec<Refused>>,
    /// How the keeping stands.
    pub status: RwSignal<SaveStatus>,
    /// What else has happened, in words: what another tab did before the last command; empty when
    /// nothing.
    pub told: RwSignal<String>,
    /// The diaries that were left while commands waited in them, with how many wait.
    pub left: RwSignal<Vec<(String, usize)>>,
}

// Deriving would ask for a `D` that can be copied; only the signals around it are.
#[expect(clippy::expl_impl_clone_on_copy, reason = "deriving asks too much")]
impl<D: Kind> Clone for SessionSignals<D> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<D: Kind> Copy for SessionSignals<D> {}

impl<D: Kind> SessionSignals<D> {
    /// Opens the diary of this kind that was open last; on a first visit, the story. The session
    /// lives as long as `owner`.
    pub async fn open(diaries: Diaries, owner: Owner) -> Self {
        let (shown, is_shown) = oneshot::channel();
        let signals = owner.with(|| {
            let signals = Self::new(diaries, RwSignal::new(String::new()));
            signals.first_shown.set_value(Some(shown));
            diaries.visit(D::KIND, Rc::new(signals));
            signals
        });
        // Where the page is gone by then, nobody looks at it any more.
        let _gone = is_shown.await;
        signals
    }

    /// of one that is kept nowhere, for a lesson: it goes by this clock, and what it has to say
    /// aloud goes to `speech`.
    pub fn in_memory(clock: Clock, diary: Diary<D::Event>, speech: RwSignal<String>) -> Self {
        let stored = StoredDiary::of(&format!("{}-1", D::KIND), clock.now(), diary);
        let signals = Self::new(Diaries::in_memory(clock), speech);
        signals.put(OpeningId(1), stored.into(), Access::Memory);
        signals
    }

    fn new(diaries: Diaries, speech: RwSignal<String>) -> Self {
        let models = RwSignal::new(ReadModels::new(diaries.tab));
        let reader = TimeTravel::new(Rc::new(models), D::FIGURES.len(), diaries.clock, speech);
        let signals = Self {
            models,
            diaries,
            on_command: StoredValue::new(None),
            flights: StoredValue::new_local(HashMap::new()),
            files: StoredValue::new_local(Vec::new()),
            first_shown: StoredValue::new_local(None),
            next_shown: StoredValue::new_local(None),
            reader,
            refusals: RwSignal::new(Vec::new()),
            status: RwSignal::new(SaveStatus::default()),
            told: RwSignal::new(String::new()),
            left: RwSignal::new(Vec::new()),
        };
        reader.on_press(Callback::new(move |()| signals.step(Input::GoesOn)));
        signals
    }

    /// Calls `then` with every command from now on, also with those that will be refused.
    pub fn on_command(self, then: Callback<D::Command>) {
        self.on_command.set_value(Some(then));
    }

    /// Gives a command. Both worlds get the same one; what the diary makes of it is kept first and
    /// shown then, so that nothing is shown that is not kept.
    pub fn send(self, command: D::Command) {
        self.press(command, None);
    }

    /// Gives a command about what was true on another day than today: an entry that comes late. It
    /// is written at the end all the same, and decided on as things stand now.
    pub fn send_true_on(self, command: D::Command, day: NaiveDate) {
        self.press(command, Some(day));
    }

    fn press(self, command: D::Command, true_on: Option<NaiveDate>) {
        self.reader.asks_for_entry();
        self.told.set(String::new());
        let version = untrack(|| self.reader.version());
        let given = command.clone();
        self.step(Input::Press { command, true_on, version });
        self.diaries.step(DeviceInput::Used(D::KIND.to_owned()));
        if let Some(on_command) = self.on_command.get_value() {
            on_command.run(given);
        }
    }

    /// The reader has seen these refusals.
    pub fn has_seen(self, refusals: &[CommandId]) {
        for id in refusals {
            self.step(Input::Seen(*id));
        }
        self.models.update_untracked(|models| models.desk.has_seen_elsewhere(refusals));
        self.show_state();
    }

    /// Whether this very command waits to be carried out, or is being carried out.
    pub fn is_under_way(self, command: &D::Command) -> bool
    where
        D::Command: PartialEq,
    {
        self.models.with_untracked(|models| {
            models.desk.front().waiting().any(|waiting| waiting.command == *command)
        })
    }

    /// How many commands have no outcome yet in the diary with this name.
    pub fn waiting_in(self, name: &str) -> usize {
        self.status.track();
        self.left.track();
        self.models.with_untracked(|models| models.desk.waiting(Some(name)))
    }

    /// Begins a new diary beside the others; `then` is called when it is shown.
    pub fn start(self, start: Start, then: impl FnOnce() + 'static) {
        self.next_shown.set_value(Some(Box::new(then)));
        self.diaries.step(DeviceInput::Start(D::KIND.to_owned(), start));
    }

    /// Begins a diary that came as a file.
    pub fn take_in_file(self, incoming: Incoming<D::Event>, then: impl FnOnce() + 'static) {
        let number = self.files.with_value(|files| files.last().map_or(0, |(last, _)| last + 1));
        self.files.update_value(|files| files.push((number, incoming)));
        self.start(Start::File(number), then);
    }

    /// Opens another diary of the same kind by its name; `then` is called when it is shown.
    pub fn switch(self, name: &str, then: impl FnOnce() + 'static) {
        self.next_shown.set_value(Some(Box::new(then)));
        self.diaries.step(DeviceInput::Switch(D::KIND.to_owned(), name.to_owned()));
    }

    /// Reads the diary and the row, both as they are now.
    pub fn ask<A>(self, question: impl FnOnce(&Diary<D::Event>, &Snapshot<D>) -> A) -> A {
        self.models.with(|models| question(models.stored().diary(), &models.row))
    }

    /// Reads today's state in the snapshot-only world.
    pub fn row<A>(self, read: impl FnOnce(&Snapshot<D>) -> A) -> A {
        self.models.with(|models| read(&models.row))
    }

    /// Where all diaries lie.
    pub fn diaries(self) -> Diaries {
        self.diaries
    }

    /// What the diary is called.
    pub fn name(self) -> String {
        self.models.with(|models| models.stored().name().to_owned())
    }

    /// What the diary is called, without tracking it.
    pub fn name_untracked(self) -> String {
        self.models.with_untracked(|models| models.stored().name().to_owned())
    }

    /// Reads the diary with its cover.
    pub fn stored<A>(self, read: impl FnOnce(&StoredDiary<D::Event>) -> A) -> A {
        self.models.with(|models| read(models.stored()))
    }

    /// What the diary's page shows beside its lines.
    pub fn diary_view_state(self) -> DiaryViewState {
        let stored = move |number| self.stored(|stored| stored.line(number));
        let seen = move |ids: Vec<CommandId>| self.has_seen(&ids);
        DiaryViewState {
            refusals: self.refusals,
            status: self.status,
            told: self.told,
            left: self.left,
            name: Signal::derive(move || self.name()),
            stored: Callback::new(stored),
            painted: Callback::new(move |ids| self.step(Input::Painted(ids))),
            seen: Callback::new(seen),
        }
    }

    /// Reads the state at the moment where the reader stands.
    pub fn state<A>(self, read: impl FnOnce(&D) -> A) -> A {
        let version = self.reader.version();
        self.models.with(|models| {
            let (entries, states) = (models.stored().diary().entries(), models.statement.states());
            // A state can be large, and now is where the reader mostly is.
            if version < entries.len() {
                read(&states.at(entries, version))
            } else {
                read(states.latest())
            }
        })
    }

    /// Reads an entry's event, with the state in which it happened.
    pub fn at_entry<A>(self, number: usize, read: impl FnOnce(&D, &D::Event) -> A) -> Option<A> {
        self.models.with(|models| {
            let entries = models.stored().diary().entries();
            let before = number.checked_sub(1)?;
            let event = &entries.get(before)?.event;
            Some(read(&models.statement.states().at(entries, before), event))
        })
    }

    /// Reads the latest state, without tracking it: for building a command.
    pub fn latest<A>(self, read: impl FnOnce(&D) -> A) -> A {
        self.models.with_untracked(|models| read(models.desk.front().state()))
    }

    /// Tells beside the diary, and aloud, what has happened to it.
    pub fn tell(self, words: String) {
        self.reader.say(words.clone());
        self.told.set(words);
    }

    /// What is shown of a refusal.
    fn refused(self, models: &ReadModels<D>, refusal: &storage::Refusal<D>) -> Refused {
        let seen = models.stored().diary().entry(refusal.version);
        let moment = seen.map(|entry| moment_words(entry.at, &self.diaries.clock.zone()));
        Refused {
            id: refusal.id,
            command: D::describe_command(&refusal.command),
            why: words::of_refusal::<D>(refusal, moment),
            version: refusal.is_direct().then_some(refusal.version),
        }
    }

    /// Another diary is on the screen.
    fn another_is_shown(self) {
        self.reader.lit.set(None);
        self.reader.came_to.set(None);
        self.reader.wrote.set(None);
        self.reader.moment.set(Cursor::Now);
        self.told.set(String::new());
    }
}
