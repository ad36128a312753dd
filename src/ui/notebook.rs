//! An open diary on the screen. Nothing else writes one.

use std::{collections::VecDeque, sync::Arc};

use leptos::{
    prelude::*,
    task::{spawn_local, tick},
};

use super::{
    cabinet::{Cabinet, Elsewhere, Keeping, News},
    kind::{Kind, Stored},
    page::PageState,
    reader::{Moment, Reader},
};
use crate::{
    browser::clock,
    diary::{Diary, FormatError, Snapshot, Timeline, project},
    domain::{Line, Statement, Told, figure_at},
    keeping::{Draft, KeepError, Kept, TOMBSTONE, Volume},
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

/// How often a wish is decided again because other tabs have written first.
const ATTEMPTS: usize = 3;

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
    /// What another tab did before the last wish, in words; empty when nothing.
    pub told: RwSignal<String>,
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

    /// Takes in lines that another tab has written at the end.
    fn take_in(&mut self, lines: &[String], record: &str) -> Result<(), FormatError> {
        let before = self.volume.diary().len();
        self.volume.take_in(lines.iter().map(String::as_str), record)?;
        let new = self.volume.diary().entries().get(before..).unwrap_or_default();
        for entry in new {
            self.row.overwrite(entry.at, &entry.event);
        }
        self.timeline.extend(new);
        self.statement.extend(new);
        Ok(())
    }
}

impl<D: Kind> Notebook<D> {
    /// A notebook of this diary.
    pub fn of(cabinet: Cabinet, volume: Volume<D::Event>) -> Self {
        let keeping = RwSignal::new(cabinet.keeping(volume.name()));
        let book = RwSignal::new(Book::of(volume));
        let lines = Signal::derive(move || book.with(|book| Arc::clone(book.statement.lines())));
        Self {
            book,
            waiting: StoredValue::new(VecDeque::new()),
            cabinet,
            reader: Reader::new(lines, D::FIGURES),
            refusal: RwSignal::new(None),
            keeping,
            told: RwSignal::new(String::new()),
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
        // What was heard meanwhile could not be taken in then.
        self.look_elsewhere();
    }

    /// Decide → keep → show.
    async fn carry_out(self, command: D::Command) {
        self.keeping.set(Keeping::Writing);
        self.told.set(String::new());
        // The reader sees that it is on its way.
        tick().await;
        match self.decide_and_keep(&command).await {
            Ok((draft, kept)) => self.show(&command, draft, kept),
            Err(why) => {
                let told = self.told.get_untracked();
                let why = if told.is_empty() { why } else { format!("{told} Now {why}") };
                self.refuse(&command, why);
            }
        }
    }

    /// Decides on the newest diary, and keeps what was decided if it still is the newest then.
    async fn decide_and_keep(
        self,
        command: &D::Command,
    ) -> Result<(Draft<D::Event>, Kept), String> {
        self.settle();
        for _ in 0..ATTEMPTS {
            self.take_in_from_shelf().inspect_err(|_| self.keeping.set(Keeping::Failed))?;
            if let Some(why) = untrack(|| self.cabinet.why_read_only(&self.name())) {
                return Err(format!("this diary can only be read ({why})."));
            }
            let draft = self.book.with_untracked(|book| {
                let events = book.timeline.latest().decide(command).map_err(|no| no.to_string())?;
                Ok::<_, String>(book.volume.draft(clock::now(), events))
            })?;
            self.keeping.set(Keeping::Writing);
            match self.cabinet.keep(&draft.ink).await {
                Ok(kept) => return Ok((draft, kept)),
                Err(KeepError::Stale) => {
                    let taken_in = self.take_in_from_ledger().await;
                    self.settle();
                    taken_in.inspect_err(|_| self.keeping.set(Keeping::Failed))?;
                }
                Err(KeepError::Store(error)) => {
                    self.keeping.set(Keeping::Failed);
                    return Err(format!(
                        "{error}. The entry was not written, and nothing else has changed."
                    ));
                }
            }
        }
        Err("other tabs keep writing in this diary without a pause. Nothing was written.".into())
    }

    /// Whatever becomes of a wish, it is not on its way any more.
    fn settle(self) {
        self.keeping.set(untrack(|| self.cabinet.keeping(&self.name())));
    }

    fn show(self, command: &D::Command, draft: Draft<D::Event>, kept: Kept) {
        self.book.update(|book| {
            book.accept(draft);
            // The twin decides for itself, from its row. That it agrees is the law “two memories,
            // one present”; if it ever didn't, it would show on the screen.
            let at = book.volume.diary().entries().last().map(|entry| entry.at);
            let _agrees = book.row.handle(at.unwrap_or_default(), command);
        });
        let keeping = self.book.with_untracked(|book| self.cabinet.after(&book.volume, kept));
        self.keeping.set(keeping);
        let told = self.told.get_untracked();
        if !told.is_empty() {
            self.told.set(format!("{told} Your wish was decided again."));
        }
        self.refusal.set(None);
        let last = self.reader.lines.with_untracked(|lines| last_line_words(lines, D::FIGURES));
        self.reader.say(format!("{last} {}", self.told.get_untracked()));
    }

    fn refuse(self, command: &D::Command, why: String) {
        tell_refusal(self.reader, self.refusal, D::wish(command), why);
    }

    /// Without a ledger: takes in what another tab has written on the shelf since.
    ///
    /// # Errors
    /// In words, why the two can't be brought together.
    fn take_in_from_shelf(self) -> Result<(), String> {
        match self.book.with_untracked(|book| self.cabinet.written_elsewhere(&book.volume)) {
            Elsewhere::Nothing => Ok(()),
            Elsewhere::Newer(volume) => {
                self.replace(volume);
                Ok(())
            }
            Elsewhere::Conflict(why) => Err(why),
        }
    }

    /// Takes in what other tabs have written in the ledger since.
    ///
    /// # Errors
    /// In words, why the two can't be brought together.
    async fn take_in_from_ledger(self) -> Result<(), String> {
        let extent = || {
            let of = |book: &Book<D>| (book.volume.name().to_owned(), book.volume.diary().len());
            self.book.with_untracked(of)
        };
        let mut here = extent();
        let found = loop {
            let (name, last) = &here;
            let found = self.cabinet.keeper().found(name, last + 1).await;
            let now = extent();
            // Something was taken in or written here while the ledger was asked.
            if now == here {
                break found.map_err(|error| format!("{error}. Nothing was written."))?;
            }
            here = now;
        };
        let Some(found) = found else { return Ok(()) };
        let name = here.0;
        let lines: Vec<_> = found.lines.into_iter().map(|(_, line)| line).collect();
        match found.record {
            Some(record) if record == TOMBSTONE => {
                self.cabinet.make_read_only(&name, "another tab has deleted it");
                Err(format!("{name} was deleted in another tab. Here it can only be read."))
            }
            Some(record) if self.take_in(&lines, &record).is_ok() => Ok(()),
            record => self.restore_ledger(&name, record).await,
        }
    }

    fn take_in(self, lines: &[String], record: &str) -> Result<(), FormatError> {
        let before = self.book.with_untracked(|book| book.volume.diary().len());
        let mut taken_in = Ok(());
        self.book.update(|book| taken_in = book.take_in(lines, record));
        taken_in?;
        let entries = match lines.len() {
            0 => return Ok(()),
            1 => format!("entry {}", before + 1),
            count => format!("entries {}–{}", before + 1, before + count),
        };
        self.told.set(format!("Another tab wrote {entries} first."));
        Ok(())
    }

    /// The ledger has less than is open here: the browser has lost it. It gets it back.
    async fn restore_ledger(self, name: &str, record: Option<String>) -> Result<(), String> {
        let ink = self.book.with_untracked(|book| book.volume.ink_after(record));
        let conflict =
            || "another tab has told a different story in this diary. Reload the page to see it.";
        let ink = ink.ok_or_else(conflict)?;
        self.cabinet.keep(&ink).await.map_err(|_| conflict())?;
        self.book.update(|book| book.volume.is_in_ledger());
        self.cabinet.warn(format!(
            "The browser’s database had lost entries of {name}. They have been written again."
        ));
        Ok(())
    }

    /// Takes in what another tab has told, or looks for it where that isn't all.
    pub fn hear(self, news: &News) {
        if self.name_untracked() != news.name {
            return;
        }
        if news.is_deletion() {
            self.cabinet.make_read_only(&news.name, "another tab has deleted it");
            self.settle();
            self.cabinet.warn(format!("{} was deleted in another tab.", news.name));
            return;
        }
        let last = self.book.with_untracked(|book| book.volume.diary().len());
        let is_next = news.lines.is_empty() || news.from == last + 1;
        let is_writing = self.keeping.get_untracked() == Keeping::Writing;
        // In the middle of writing, or after a gap, the ledger tells it all.
        if is_writing || !is_next || self.take_in(&news.lines, &news.record).is_err() {
            self.look_elsewhere();
        } else {
            self.told.set(String::new());
        }
    }

    /// Takes in what another tab has written in the ledger, as soon as it is known. What stands in
    /// the way is told with the next wish.
    fn look_elsewhere(self) {
        if self.keeping.get_untracked() == Keeping::Writing {
            return;
        }
        spawn_local(async move {
            let _told_later = self.take_in_from_ledger().await;
            self.told.set(String::new());
        });
    }

    /// The shelf has changed without us. With a ledger that is only the copy, and it is put right
    /// when it lags behind; without one, another tab has written.
    pub fn look_at_shelf(self) {
        if self.keeping.get_untracked() == Keeping::Writing {
            return;
        }
        if self.cabinet.has_ledger() {
            self.book.with_untracked(|book| self.cabinet.keep_up(&book.volume));
        } else {
            let _told_later = self.take_in_from_shelf();
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

    fn turn_to(self, volume: Volume<D::Event>) {
        self.keeping.set(untrack(|| self.cabinet.keeping(volume.name())));
        self.told.set(String::new());
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
        let stored = move |number| self.book.with(|book| book.volume.line(number));
        let (refusal, keeping, told) = (self.refusal, self.keeping, self.told);
        PageState { refusal, keeping, told, stored: Callback::new(stored) }
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
