//! An open diary on the screen. Nothing else writes one.

use std::{collections::VecDeque, sync::Arc};

use leptos::{
    prelude::*,
    task::{spawn_local, tick},
};

use super::{
    cabinet::{Cabinet, Elsewhere, Keeping},
    kind::{Kind, Stored},
    page::PageState,
    reader::{Moment, Reader},
};
use crate::{
    browser::clock,
    diary::{Diary, Draft, Snapshot, Timeline, Volume, project},
    domain::{Line, Statement, Told, figure_at},
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

/// Everything that one diary leads to. It is filled from the entries and from nothing else.
struct Book<D: Told> {
    volume: Volume<D::Event>,
    row: Snapshot<D>,
    timeline: Timeline<D>,
    statement: Statement<D>,
}

/// An open diary: signals around a [`Volume`] and its snapshot-only twin.
pub struct Notebook<D: Kind> {
    book: RwSignal<Book<D>>,
    waiting: StoredValue<VecDeque<D::Command>>,
    cabinet: Cabinet,
    /// The reader of this diary.
    pub reader: Reader,
    /// The wish that was refused last, until another one is accepted.
    pub refusal: RwSignal<Option<Refusal>>,
    /// How the keeping of the last entry went.
    pub keeping: RwSignal<Keeping>,
}

// Deriving would ask for a `D` that can be copied; only the signals around it are.
#[expect(clippy::expl_impl_clone_on_copy, reason = "deriving asks too much")]
impl<D: Kind> Clone for Notebook<D> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<D: Kind> Copy for Notebook<D> {}

impl<D: Told> Book<D>
where
    D::Event: Stored,
{
    fn of(volume: Volume<D::Event>) -> Self {
        let entries = volume.diary().entries();
        let mut row = Snapshot::default();
        for entry in entries {
            row.overwrite(entry.at, &entry.event);
        }
        let (timeline, statement) = (Timeline::of(entries), project(entries));
        Self { volume, row, timeline, statement }
    }

    fn accept(&mut self, draft: Draft<D::Event>) {
        let before = self.volume.diary().len();
        self.volume.accept(draft);
        let new = self.volume.diary().entries().get(before..).unwrap_or_default();
        self.timeline.extend(new);
        self.statement.extend(new);
    }
}

impl<D: Kind> Notebook<D> {
    /// Opens the diary of this kind that the reader had open last, or the story on a first visit.
    pub fn open(cabinet: Cabinet) -> Self {
        let (volume, keeping) = cabinet.open::<D>();
        let book = RwSignal::new(Book::of(volume));
        let lines = Signal::derive(move || book.with(|book| Arc::clone(book.statement.lines())));
        Self {
            book,
            waiting: StoredValue::new(VecDeque::new()),
            cabinet,
            reader: Reader::new(lines, D::FIGURES),
            refusal: RwSignal::new(None),
            keeping: RwSignal::new(keeping),
        }
    }

    /// Makes a wish. Both worlds get the same one; what the diary makes of it is kept first and
    /// shown then, so that nothing is shown that is not kept.
    ///
    /// Wishes are carried out one after the other, also when they come faster than they are kept.
    pub fn send(self, command: D::Command) {
        self.reader.tried.update(|tried| tried.wish = true);
        if untrack(|| self.reader.in_past()) {
            let moment = untrack(|| self.reader.moment_words());
            let why = format!(
                "you are looking at {moment}, and the past can be read but not written. \
                 Go back to now first."
            );
            self.refuse(&command, why);
            return;
        }
        self.waiting.update_value(|waiting| waiting.push_back(command));
        if self.keeping.get_untracked() != Keeping::Writing {
            // Set before the work begins, or a second wish in the meantime would begin it twice.
            self.keeping.set(Keeping::Writing);
            spawn_local(self.work());
        }
    }

    async fn work(self) {
        let next = || self.waiting.try_update_value(VecDeque::pop_front).flatten();
        while let Some(command) = next() {
            self.carry_out(command).await;
        }
    }

    /// Decide → keep → show.
    async fn carry_out(self, command: D::Command) {
        self.keeping.set(Keeping::Writing);
        // The shelf answers at once; a slower store won't, and nothing here relies on it.
        tick().await;
        // Whatever becomes of it, it is not on its way any more, and the next one may come.
        self.keeping.set(untrack(|| self.cabinet.keeping(&self.name())));
        let newest = self.take_in_elsewhere().inspect_err(|_| self.keeping.set(Keeping::Failed));
        match newest.and_then(|()| self.decide_and_keep(&command)) {
            Ok(draft) => self.show(&command, draft),
            Err(why) => self.refuse(&command, why),
        }
    }

    fn decide_and_keep(self, command: &D::Command) -> Result<Draft<D::Event>, String> {
        self.book.with_untracked(|book| {
            let events = book.timeline.latest().decide(command).map_err(|no| no.to_string())?;
            let draft = book.volume.draft(clock::now(), events);
            self.cabinet.keep(&book.volume, &draft).map_err(|error| {
                self.keeping.set(Keeping::Failed);
                format!("{error}. The entry was not written, and nothing else has changed.")
            })?;
            Ok(draft)
        })
    }

    fn show(self, command: &D::Command, draft: Draft<D::Event>) {
        self.book.update(|book| {
            book.accept(draft);
            // The twin decides for itself, from its row. That it agrees is the law “two memories,
            // one present”; if it ever didn't, it would show on the screen.
            let at = book.volume.diary().entries().last().map(|entry| entry.at);
            let _agrees = book.row.handle(at.unwrap_or_default(), command);
        });
        self.refusal.set(None);
        self.reader
            .say(self.reader.lines.with_untracked(|lines| last_line_words(lines, D::FIGURES)));
    }

    fn refuse(self, command: &D::Command, why: String) {
        tell_refusal(self.reader, self.refusal, D::wish(command), why);
    }

    /// Takes in what another tab has written since.
    ///
    /// # Errors
    /// In words, why the two can't be brought together.
    pub fn take_in_elsewhere(self) -> Result<(), String> {
        match self.book.with_untracked(|book| self.cabinet.written_elsewhere(&book.volume)) {
            Elsewhere::Nothing => Ok(()),
            Elsewhere::Newer(volume) => {
                self.replace(volume);
                Ok(())
            }
            Elsewhere::Conflict(why) => Err(why),
        }
    }

    /// Takes in what another tab has written, as soon as it is known. What stands in the way is
    /// told with the next wish.
    pub fn look_elsewhere(self) {
        if self.keeping.get_untracked() != Keeping::Writing {
            let _told_later = self.take_in_elsewhere();
        }
    }

    /// Begins a new diary with these entries. Where there is a shelf, the old one stays on it.
    pub fn begin(self, diary: Diary<D::Event>) {
        match self.cabinet.begin::<D>(diary) {
            Ok(volume) => self.turn_to(volume),
            Err(error) => self.cabinet.warn(format!("No new diary was begun: {error}.")),
        }
    }

    /// Opens another diary of the same kind by its name.
    pub fn reopen(self, name: &str) {
        if let Some(volume) = self.cabinet.reopen::<D>(name) {
            self.turn_to(volume);
        }
    }

    fn turn_to(self, volume: Volume<D::Event>) {
        self.keeping.set(self.cabinet.keeping(volume.name()));
        self.replace(volume);
        self.reader.moment.set(Moment::Now);
    }

    fn replace(self, volume: Volume<D::Event>) {
        self.book.set(Book::of(volume));
        self.refusal.set(None);
        self.reader.lit.set(None);
    }

    /// Reads the diary and the row, both as they are now.
    pub fn ask<A>(self, question: impl FnOnce(&Diary<D::Event>, &Snapshot<D>) -> A) -> A {
        self.book.with(|book| question(book.volume.diary(), &book.row))
    }

    /// Reads today's state in the snapshot-only world.
    pub fn row<A>(self, read: impl FnOnce(&Snapshot<D>) -> A) -> A {
        self.book.with(|book| read(&book.row))
    }

    /// What the diary is called.
    pub fn name(self) -> String {
        self.book.with(|book| book.volume.name().to_owned())
    }

    /// Reads the diary with its cover.
    pub fn volume<A>(self, read: impl FnOnce(&Volume<D::Event>) -> A) -> A {
        self.book.with(|book| read(&book.volume))
    }

    /// What the diary's page shows beside its lines.
    pub fn page_state(self) -> PageState {
        let stored = move |number| self.book.with(|book| book.volume.line(number));
        PageState { refusal: self.refusal, keeping: self.keeping, stored: Callback::new(stored) }
    }

    /// The state at the moment where the reader stands.
    pub fn state(self) -> D {
        let page = self.reader.page();
        self.book.with(|book| book.timeline.at(book.volume.diary().entries(), page))
    }

    /// The latest state, without tracking it: for building a command.
    pub fn latest_untracked(self) -> D {
        self.book.with_untracked(|book| book.timeline.latest().clone())
    }
}

/// The last line as it is said aloud, with the figures that it changed.
fn last_line_words(lines: &[Line], names: &[&str]) -> String {
    let Some(line) = lines.last() else { return String::new() };
    let mut words = format!("Entry {} written: {}.", line.number, line.what);
    for (which, name) in names.iter().enumerate() {
        let figure = figure_at(lines, lines.len(), which);
        if figure != figure_at(lines, lines.len() - 1, which) {
            words += &[" ", name, ": ", &figure.unwrap_or_default().to_string(), "."].concat();
        }
    }
    words
}

fn tell_refusal(reader: Reader, refusal: RwSignal<Option<Refusal>>, wish: String, why: String) {
    reader.say(format!("{wish}: {why} No line was written."));
    let page = untrack(|| reader.page());
    refusal.set(Some(Refusal { wish, why, page }));
}
