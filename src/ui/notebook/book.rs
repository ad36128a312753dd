//! Everything that one diary leads to, and what keeping it needs to know of it.

use std::collections::VecDeque;

use chrono::{DateTime, NaiveDate, Utc};
use leptos::prelude::*;

use crate::{
    diary::{FormatError, Snapshot, When, project},
    domain::{Statement, Told},
    keeping::{Damage, Draft, Ink, Texts, Volume, Write},
    ui::kind::{Kind, Stored},
};

/// A wish, and the day on which what comes of it is true, if that is to be said.
pub(super) struct Wish<C> {
    pub(super) command: C,
    pub(super) true_on: Option<NaiveDate>,
}

/// Everything that one diary leads to. It is filled from the entries and from nothing else.
pub(super) struct Book<D: Told> {
    pub(super) volume: Volume<D::Event>,
    pub(super) row: Snapshot<D>,
    pub(super) statement: Statement<D>,
    /// How often another diary was opened in the place of the one before.
    pub(super) edition: usize,
    /// Wishes, the first of which is being carried out.
    pub(super) wishes: VecDeque<Wish<D::Command>>,
    draft: Option<Draft<D::Event>>,
}

impl<D: Told> Book<D>
where
    D::Event: Stored,
{
    pub(super) fn of(volume: Volume<D::Event>) -> Self {
        let entries = volume.diary().entries();
        let mut row = Snapshot::default();
        for entry in entries {
            row.overwrite(entry.at, &entry.event);
        }
        let statement = project(entries);
        let wishes = VecDeque::new();
        Self { volume, row, statement, edition: 0, wishes, draft: None }
    }

    fn decide(&mut self, at: DateTime<Utc>) -> Result<Ink, String> {
        let Some(wish) = self.wishes.front() else { return Err(String::new()) };
        let Wish { command, true_on } = wish;
        let events =
            self.statement.states().latest().decide(command).map_err(|no| no.to_string())?;
        let draft = self.volume.draft(When { at, true_on: *true_on }, events);
        let ink = draft.ink.clone();
        self.draft = Some(draft);
        Ok(ink)
    }

    fn accept(&mut self) {
        let (Some(wish), Some(draft)) = (self.wishes.pop_front(), self.draft.take()) else {
            return;
        };
        let before = self.volume.diary().len();
        self.volume.accept(draft);
        self.extend(before);
        // The twin decides for itself, from its row. That it agrees is the law “two memories, one
        // present”; if it ever didn't, it would show on the screen.
        let at = self.volume.diary().entries().last().map(|entry| entry.at);
        let _agrees = self.row.handle(at.unwrap_or_default(), &wish.command);
    }

    /// Takes in lines that another tab has written at the end.
    fn take_in(&mut self, lines: &[String], record: &str) -> Result<(), FormatError> {
        let before = self.volume.diary().len();
        self.volume.take_in(lines.iter().map(String::as_str), record)?;
        for entry in self.volume.diary().entries().get(before..).unwrap_or_default() {
            self.row.overwrite(entry.at, &entry.event);
        }
        self.extend(before);
        Ok(())
    }

    fn extend(&mut self, before: usize) {
        let new = self.volume.diary().entries().get(before..).unwrap_or_default();
        self.statement.extend(new);
    }

    /// Opens another diary in the place of this one.
    pub(super) fn replace(&mut self, volume: Volume<D::Event>) {
        let wishes = std::mem::take(&mut self.wishes);
        *self = Self { wishes, edition: self.edition + 1, ..Self::of(volume) };
    }
}

/// What lies on the shelf, seen from what is open.
pub enum Met {
    /// It goes on from there, once these are done.
    GoesOn(Vec<Write>),
    /// It is behind; these put it right.
    IsBehind(Vec<Write>),
    /// It is of a newer version.
    IsNewer(FormatError),
    /// It tells another story.
    IsAnother,
}

/// An open diary whose kind doesn't matter: what [`Scribe`](super::Scribe) needs of it, so that
/// keeping is written once for all kinds.
pub trait Desk {
    /// The next wish as it is said; none when all have been carried out.
    fn wish(&self) -> Option<String>;
    /// Decides the next wish, and drafts what it leads to.
    ///
    /// # Errors
    /// The rule that says no.
    fn decide(&self, at: DateTime<Utc>) -> Result<Ink, String>;
    /// Takes in what was drafted for the next wish, which has been carried out then.
    fn accept(&self);
    /// Forgets the next wish: it was refused.
    fn give_up(&self);
    /// The diary's name and how many entries it has.
    fn extent(&self) -> (String, usize);
    /// Takes in lines that another tab has written at the end, and its record.
    ///
    /// # Errors
    /// Why they don't continue the diary, which has not changed then.
    fn take_in(&self, lines: &[String], record: &str) -> Result<(), FormatError>;
    /// What gives a ledger with this record what it has lost; none when its diary is another one.
    fn ink_after(&self, record: Option<String>) -> Option<Ink>;
    /// Notes that the ledger has the diary as it is here.
    fn is_in_ledger(&self);
    /// The stored line of an entry, with its link.
    fn line(&self, number: usize) -> Option<String>;
    /// The end of the readable copy, as it should lie there: keys with texts.
    fn tail(&self) -> Vec<(String, Option<String>)>;
    /// What puts the readable copy right when these texts lie there.
    fn lay_out(&self, texts: &Texts) -> Vec<Write>;
    /// Compares what lies on the shelf with what is open.
    fn meet(&self, texts: &Texts) -> Met;
    /// Opens what lies on the shelf in the place of what is open.
    fn take_over(&self, texts: &Texts);
}

impl<D: Kind> Desk for RwSignal<Book<D>> {
    fn wish(&self) -> Option<String> {
        // None when the page is gone, with whatever was on its way.
        self.try_with_untracked(|book| book.wishes.front().map(|wish| D::wish(&wish.command)))?
    }

    fn decide(&self, at: DateTime<Utc>) -> Result<Ink, String> {
        // Nothing that is seen changes by this.
        self.try_update_untracked(|book| book.decide(at)).unwrap_or_else(|| Err(String::new()))
    }

    fn accept(&self) {
        self.update(Book::accept);
    }

    fn give_up(&self) {
        self.update_untracked(|book| book.wishes.pop_front());
    }

    fn extent(&self) -> (String, usize) {
        self.with_untracked(|book| (book.volume.name().to_owned(), book.volume.diary().len()))
    }

    fn take_in(&self, lines: &[String], record: &str) -> Result<(), FormatError> {
        let mut taken_in = Ok(());
        self.update(|book| taken_in = book.take_in(lines, record));
        taken_in
    }

    fn ink_after(&self, record: Option<String>) -> Option<Ink> {
        self.with_untracked(|book| book.volume.ink_after(record))
    }

    fn is_in_ledger(&self) {
        self.update_untracked(|book| book.volume.is_in_ledger());
    }

    fn line(&self, number: usize) -> Option<String> {
        self.with_untracked(|book| book.volume.line(number))
    }

    fn tail(&self) -> Vec<(String, Option<String>)> {
        self.with_untracked(|book| {
            book.volume.tail().map(|(key, text)| (key, text.map(str::to_owned))).to_vec()
        })
    }

    fn lay_out(&self, texts: &Texts) -> Vec<Write> {
        self.with_untracked(|book| book.volume.lay_out(texts))
    }

    fn meet(&self, texts: &Texts) -> Met {
        self.with_untracked(|book| meet(&book.volume, texts))
    }

    fn take_over(&self, texts: &Texts) {
        let name = self.extent().0;
        if let Some((volume, ..)) = Volume::from_shelf(&name, texts) {
            self.update(|book| book.replace(volume));
        }
    }
}

fn meet<E: Stored>(ours: &Volume<E>, texts: &Texts) -> Met {
    let empty = || (Volume::new(ours.name(), ours.created()), None, Vec::new());
    let (found, damage, repair) = Volume::from_shelf(ours.name(), texts).unwrap_or_else(empty);
    let (found, all) = (found.diary().entries(), ours.diary().entries());
    match damage {
        // Whole, but of a newer version: it is not ours to write over.
        Some(Damage { why: FormatError::Newer(_) | FormatError::UnknownEvent { .. }, .. }) => {
            Met::IsNewer(damage.map_or(FormatError::Torn, |damage| damage.why))
        }
        _ if found.starts_with(all) => Met::GoesOn(damage.map_or(Vec::new(), |_| repair)),
        // Lost, damaged, or put back by a stale tab: ours is the same diary, with more in it.
        _ if all.starts_with(found) => Met::IsBehind(ours.lay_out(texts)),
        _ => Met::IsAnother,
    }
}
