//! An open diary on the screen. Nothing else writes one.

mod book;

mod pages;

mod scribe;

use std::rc::Rc;

use chrono::NaiveDate;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;

use self::book::{Book, Wish};
pub use self::{
    book::{Desk, Met},
    scribe::Scribe,
};
use super::{
    cabinet::{Cabinet, Opening},
    kind::Kind,
    page::PageState,
    reader::{Moment, Reader},
};
use crate::{
    browser::clock::Clock,
    diary::{Diary, Snapshot},
    keeping::{Incoming, Volume},
};

/// A wish that left no ink, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The wish as it was said.
    pub wish: String,
    /// The rule with its numbers, or what went wrong.
    pub why: String,
    /// Where the reader stood: a refusal belongs to its moment.
    pub page: usize,
}

/// An open diary: signals around a [`Volume`] and its snapshot-only twin.
pub struct Notebook<D: Kind> {
    book: RwSignal<Book<D>>,
    cabinet: Cabinet,
    witness: StoredValue<Option<Callback<D::Command>>>,
    /// The reader of this diary.
    pub reader: Reader,
    /// Who writes in it.
    pub scribe: Scribe,
}

// Deriving would ask for a `D` that can be copied; only the signals around it are.
#[expect(clippy::expl_impl_clone_on_copy, reason = "deriving asks too much")]
impl<D: Kind> Clone for Notebook<D> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<D: Kind> Copy for Notebook<D> {}

impl<D: Kind> Notebook<D> {
    /// A notebook of this diary.
    pub fn of(cabinet: Cabinet, volume: Volume<D::Event>) -> Self {
        let notebook = Self::heard_at(cabinet, volume, RwSignal::new(String::new())).taken_up();
        notebook.scribe.listen();
        notebook
    }

    /// A notebook that can be read, until [`Notebook::keep`] brings what it is written with.
    pub fn unkept(cabinet: Cabinet, story: Diary<D::Event>) -> Self {
        let volume = Volume::unwritten(&format!("{}-1", D::KIND), cabinet.clock.now(), story);
        Self::heard_at(cabinet, volume, RwSignal::new(String::new()))
    }

    /// Keeps what is shown as the first diary of its kind. Where there is one already, perhaps
    /// since another tab was quicker, that one is opened instead.
    pub async fn keep(self, owner: Owner) {
        let shown = self.book.with_untracked(|book| book.volume.diary().clone());
        let mut opening = Opening::find().await;
        let story = || shown.clone();
        let volume = opening.open_or::<D>(story, async |_| TimeoutFuture::new(0).await).await;
        if self.book.is_disposed() {
            return;
        }
        owner.with(|| {
            self.cabinet.open(opening);
            if *volume.diary() == shown {
                // The reader may be anywhere in it by now, and stays there.
                self.book.update(|book| book.volume = volume);
            } else {
                self.cabinet.warn(format!(
                    "Another tab has begun {} meanwhile. It is open here now, in the place of the \
                     story.",
                    volume.name()
                ));
                self.show(volume);
            }
            self.taken_up().scribe.listen();
        });
    }

    /// The wishes that wait for what keeps them can't be carried out.
    pub fn give_up(self, why: &str) {
        let wishes = self.book.try_update_untracked(|book| std::mem::take(&mut book.wishes));
        let wishes: Vec<_> =
            wishes.into_iter().flatten().map(|wish| D::wish(&wish.command)).collect();
        if !wishes.is_empty() {
            self.scribe.give_up(wishes.join(", and: "), why.to_owned());
        }
    }

    /// Whether this very wish waits to be carried out, or is being carried out.
    pub fn is_under_way(self, command: &D::Command) -> bool
    where
        D::Command: PartialEq,
    {
        self.book.with_untracked(|book| book.wishes.iter().any(|wish| wish.command == *command))
    }

    /// Whether wishes wait to be carried out.
    pub fn has_wishes(self) -> bool {
        self.book.with_untracked(|book| !book.wishes.is_empty())
    }

    fn taken_up(self) -> Self {
        self.scribe.take_up(Rc::new(self.book));
        self
    }

    /// A notebook that is kept nowhere, for a lesson: it goes by this clock, and what it has to say
    /// aloud goes to `speech`.
    pub fn in_memory(clock: Clock, diary: Diary<D::Event>, speech: RwSignal<String>) -> Self {
        let volume = Volume::of(&format!("{}-1", D::KIND), clock.now(), diary);
        Self::heard_at(Cabinet::in_memory(clock), volume, speech).taken_up()
    }

    fn heard_at(cabinet: Cabinet, volume: Volume<D::Event>, speech: RwSignal<String>) -> Self {
        let book = RwSignal::new(Book::of(volume));
        let reader = Reader::new(Rc::new(book), D::FIGURES, cabinet.clock, speech);
        let scribe = Scribe::of(cabinet, reader);
        Self { book, cabinet, witness: StoredValue::new(None), reader, scribe }
    }

    /// Tells `then` of every wish from now on, also of those that will be refused.
    pub fn witness(self, then: Callback<D::Command>) {
        self.witness.set_value(Some(then));
    }

    /// Opens the diary of this kind that was open last; on a first visit, the story. The notebook
    /// lives as long as `owner`.
    pub async fn open(cabinet: Cabinet, owner: Owner) -> Self {
        let mut opening = cabinet.reopening();
        // Between two slices the browser paints, and whatever the reader wants comes first.
        let volume = opening.open::<D>(async |_| TimeoutFuture::new(0).await).await;
        cabinet.take_in(opening.told);
        owner.with(|| Self::of(cabinet, volume))
    }

    /// Makes a wish. Both worlds get the same one; what the diary makes of it is kept first and
    /// shown then, so that nothing is shown that is not kept.
    ///
    /// Wishes are carried out one after the other, also when they come faster than they are kept.
    pub fn send(self, command: D::Command) {
        self.wish(Wish { command, true_on: None });
    }

    /// Makes a wish about what was true on another day than today: a letter that comes late. It is
    /// written at the end all the same, and decided on as things stand now.
    pub fn send_true_on(self, command: D::Command, day: NaiveDate) {
        self.wish(Wish { command, true_on: Some(day) });
    }

    fn wish(self, wish: Wish<D::Command>) {
        self.reader.tried.update(|tried| tried.wish = true);
        if untrack(|| self.reader.in_past()) {
            let moment = untrack(|| self.reader.moment_words());
            let why = format!(
                "you are looking at {moment}, and the past can be read but not written. \
                 Go back to now first."
            );
            self.scribe.refuse(D::wish(&wish.command), why);
            return;
        }
        let command = wish.command.clone();
        self.book.update_untracked(|book| book.wishes.push_back(wish));
        self.scribe.carry_on();
        if let Some(witness) = self.witness.get_value() {
            witness.run(command);
        }
    }

    /// Begins a new diary with these entries. Where anything is kept, the old one stays.
    pub async fn begin(self, diary: Diary<D::Event>) {
        match self.cabinet.begin::<D>(diary).await {
            Ok(volume) => self.turn_to(volume),
            Err(error) => self.cabinet.warn(format!("No new diary was begun: {error}.")),
        }
    }

    /// Opens another diary of the same kind by its name.
    pub async fn reopen(self, name: &str) {
        if let Some(volume) = self.cabinet.reopen::<D>(name).await {
            self.turn_to(volume);
        }
    }

    /// Begins a diary that came as a file, with its title and what had been set aside of it.
    pub async fn take_in_file(self, incoming: Incoming<D::Event>) {
        let Incoming { title, created, diary, set_aside, .. } = incoming;
        match self.cabinet.begin_at::<D>(created, diary).await {
            Ok(volume) => {
                let name = volume.name().to_owned();
                self.cabinet.put_aside(&name, &set_aside);
                let ink = title.map(|title| volume.rename(Some(title)));
                self.turn_to(volume);
                if let Some(ink) = ink
                    && self.cabinet.keep(&ink).await.is_ok()
                {
                    self.scribe.hear_record(&name, &ink.change.record);
                }
            }
            Err(error) => self.cabinet.warn(format!("The file was not taken in: {error}.")),
        }
    }

    /// Opens the newest other diary of this kind; where there is none, the story.
    pub async fn open_another(self) {
        let mut opening = self.cabinet.reopening();
        let volume = opening.open::<D>(async |_| ()).await;
        self.cabinet.take_in(opening.told);
        self.turn_to(volume);
    }

    fn turn_to(self, volume: Volume<D::Event>) {
        self.show(volume);
        self.scribe.settle();
    }

    fn show(self, volume: Volume<D::Event>) {
        self.book.update(|book| book.replace(volume));
        self.reader.lit.set(None);
        self.reader.moment.set(Moment::Now);
        let Scribe { refusal, told, .. } = self.scribe;
        refusal.set(None);
        told.set(String::new());
    }

    /// Reads the diary and the row, both as they are now.
    pub fn ask<A>(self, question: impl FnOnce(&Diary<D::Event>, &Snapshot<D>) -> A) -> A {
        self.book.with(|book| question(book.volume.diary(), &book.row))
    }

    /// Reads today's state in the snapshot-only world.
    pub fn row<A>(self, read: impl FnOnce(&Snapshot<D>) -> A) -> A {
        self.book.with(|book| read(&book.row))
    }

    /// Where all diaries lie.
    pub fn cabinet(self) -> Cabinet {
        self.cabinet
    }

    /// What the diary is called.
    pub fn name(self) -> String {
        self.book.with(|book| book.volume.name().to_owned())
    }

    /// What the diary is called, without tracking it.
    pub fn name_untracked(self) -> String {
        self.book.with_untracked(|book| book.volume.name().to_owned())
    }

    /// Reads the diary with its cover.
    pub fn volume<A>(self, read: impl FnOnce(&Volume<D::Event>) -> A) -> A {
        self.book.with(|book| read(&book.volume))
    }

    /// What the diary's page shows beside its lines.
    pub fn page_state(self) -> PageState {
        let stored = move |number| self.scribe.stored(number);
        let Scribe { refusal, keeping, told, .. } = self.scribe;
        PageState { refusal, keeping, told, stored: Callback::new(stored) }
    }

    /// Reads the state at the moment where the reader stands.
    pub fn state<A>(self, read: impl FnOnce(&D) -> A) -> A {
        let page = self.reader.page();
        self.book.with(|book| {
            let (entries, states) = (book.volume.diary().entries(), book.statement.states());
            // A state can be large, and now is where the reader mostly is.
            if page < entries.len() {
                read(&states.at(entries, page))
            } else {
                read(states.latest())
            }
        })
    }

    /// The latest state, without tracking it: for building a command.
    pub fn latest_untracked(self) -> D {
        self.book.with_untracked(|book| book.statement.states().latest().clone())
    }
}
