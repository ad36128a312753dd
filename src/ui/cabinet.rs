//! Which diaries are on the shelf, which of them are open, and what the reader must know of that.

use std::{collections::BTreeMap, fmt};

use leptos::prelude::*;

use super::notebook::{Kept, Stored};
use crate::{
    browser::{
        clock,
        shelf::{Shelf, ShelfError},
    },
    course::{Stories, free_play},
    diary::{Damage, Diary, Draft, Opened, PREFIX, Volume, Write, diary_of},
    domain::{Told, bank::Bank, order::Order},
};

/// The key of the names of the diaries that are open, by kind.
const OPEN: &str = "event-diary/open";

/// One of the examples, as far as keeping it goes.
pub trait Kind: Told {
    /// What the names of its diaries start with: `bank` for `bank-1`, `bank-2`, …
    const KIND: &'static str;

    /// What its place is called.
    const TITLE: &'static str;

    /// Its part of the stories.
    fn story(stories: Stories) -> Diary<Self::Event>;
}

impl Kind for Bank {
    const KIND: &'static str = "bank";
    const TITLE: &'static str = "Bank";

    fn story(stories: Stories) -> Diary<Self::Event> {
        stories.bank
    }
}

impl Kind for Order {
    const KIND: &'static str = "order";
    const TITLE: &'static str = "Order";

    fn story(stories: Stories) -> Diary<Self::Event> {
        stories.order
    }
}

/// Why an entry is not kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeepError {
    /// The shelf doesn't take it.
    Shelf(ShelfError),
    /// The diary can only be read; why.
    ReadOnly(String),
}

impl fmt::Display for KeepError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Shelf(error) => error.fmt(f),
            Self::ReadOnly(why) => write!(f, "this diary can only be read ({why})"),
        }
    }
}

impl From<ShelfError> for KeepError {
    fn from(error: ShelfError) -> Self {
        Self::Shelf(error)
    }
}

/// What another tab did to a diary that is open here.
pub enum Elsewhere<E> {
    /// Nothing.
    Nothing,
    /// It wrote more entries at its end.
    Newer(Volume<E>),
    /// Something that can't be united with what is open here; in words.
    Conflict(String),
}

/// The shelf and what is known of it. Without a shelf, diaries live in memory.
#[derive(Clone, Copy)]
pub struct Cabinet {
    shelf: Option<Shelf>,
    /// What the reader must know about keeping, oldest first.
    pub notices: RwSignal<Vec<String>>,
    read_only: StoredValue<BTreeMap<String, String>>,
}

impl Cabinet {
    /// Looks for the shelf and says so when there is none.
    pub fn find() -> Self {
        let shelf = Shelf::find();
        let cabinet = Self {
            shelf: shelf.as_ref().ok().copied(),
            notices: RwSignal::new(Vec::new()),
            read_only: StoredValue::new(BTreeMap::new()),
        };
        if let Err(error) = shelf {
            cabinet.warn(format!(
                "Nothing is kept: {error}. Everything works, but it is gone when you close or \
                 reload this page."
            ));
        }
        cabinet
    }

    /// Whether anything is kept.
    pub fn has_shelf(self) -> bool {
        self.shelf.is_some()
    }

    /// Tells the reader something that lasts until they have read it.
    pub fn warn(self, words: String) {
        self.notices.update(|notices| {
            if !notices.contains(&words) {
                notices.push(words);
            }
        });
    }

    /// The diary of this kind that was open last; on a first visit, the story.
    pub fn open<D: Kept>(self) -> Volume<D::Event> {
        let open = self.open_names().remove(D::KIND);
        let name = open.or_else(|| self.names(D::KIND).pop());
        if let Some(volume) = name.and_then(|name| self.read::<D::Event>(&name)) {
            return volume;
        }
        let story = || D::story(free_play(clock::now(), &clock::ZONE));
        self.begin::<D>(story()).unwrap_or_else(|error| {
            self.warn(format!("The story was opened, but not kept: {error}."));
            Volume::of(format!("{}-1", D::KIND), clock::now(), story())
        })
    }

    /// Opens a diary by its name and remembers that it is the open one.
    pub fn reopen<D: Kept>(self, name: &str) -> Option<Volume<D::Event>> {
        let volume = self.read(name)?;
        self.remember_open(D::KIND, name);
        Some(volume)
    }

    /// Puts a new diary on the shelf, beside all others, and opens it.
    ///
    /// # Errors
    /// Why the shelf doesn't take it; nothing has changed then.
    pub fn begin<D: Kept>(self, diary: Diary<D::Event>) -> Result<Volume<D::Event>, ShelfError> {
        let number = |name: &String| name.rsplit_once('-')?.1.parse::<u32>().ok();
        let last = self.names(D::KIND).iter().filter_map(number).max().unwrap_or_default();
        let name = format!("{}-{}", D::KIND, last.saturating_add(1));
        let volume = Volume::of(&name, clock::now(), diary);
        let Some(shelf) = self.shelf else { return Ok(volume) };
        for (key, text) in volume.texts() {
            shelf.put(&key, &text).inspect_err(|_| {
                // Nobody has seen this diary yet, so the half of it that was put is not missed.
                for (key, _) in volume.texts() {
                    let _freed = shelf.free(&key);
                }
            })?;
        }
        self.remember_open(D::KIND, &name);
        Ok(volume)
    }

    /// Keeps what was decided. When this is done, the entries are safe.
    ///
    /// # Errors
    /// Why they are not.
    pub fn keep<E: Stored>(self, volume: &Volume<E>, draft: &Draft<E>) -> Result<(), KeepError> {
        if let Some(why) = self.is_read_only(volume.name()) {
            return Err(KeepError::ReadOnly(why));
        }
        let Some(shelf) = self.shelf else { return Ok(()) };
        for (key, text) in &draft.writes {
            shelf.put(key, text)?;
        }
        // The record only counts the entries. They are safe without it, and it is written anew
        // with the next one, so a failure here is not one.
        let _kept = shelf.put(&draft.meta.0, &draft.meta.1);
        Ok(())
    }

    /// Looks whether what is on the shelf is what was left there.
    pub fn written_elsewhere<E: Stored>(self, volume: &Volume<E>) -> Elsewhere<E> {
        let Some(shelf) = self.shelf else { return Elsewhere::Nothing };
        if self.is_read_only(volume.name()).is_some() {
            // What lies there and what is shown differ from the start, and it is left as it is.
            return Elsewhere::Nothing;
        }
        let (key, expected) = volume.open_segment();
        let found = match shelf.get(&key) {
            Ok(found) => found,
            Err(error) => return Elsewhere::Conflict(format!("{error}. Nothing was written.")),
        };
        if found.as_deref() == expected {
            return Elsewhere::Nothing;
        }
        let texts = self.texts(volume.name());
        match Volume::open(volume.name(), &texts) {
            Some(Opened { volume: newer, damage: None }) if continues(&newer, volume) => {
                Elsewhere::Newer(newer)
            }
            // A stale tab has put back what it had: ours is the same diary, with more in it.
            Some(Opened { volume: older, damage: None }) if continues(volume, &older) => {
                self.write_again(volume, None)
            }
            Some(Opened { damage: None, .. }) => Elsewhere::Conflict(
                "another tab has told a different story in this diary. Reload the page to see it."
                    .into(),
            ),
            // Whole, but of a newer version: it is not ours to write over.
            Some(Opened { damage: Some(Damage { repair, why, .. }), .. }) if repair.is_empty() => {
                Elsewhere::Conflict(format!("{why}. Reload the page to go on."))
            }
            found => self.write_again(volume, found.and_then(|opened| opened.damage)),
        }
    }

    /// What lies on the shelf has been lost or damaged while the diary is open here: everything of
    /// it goes back there, after what can't be read has been set aside.
    fn write_again<E: Stored>(self, volume: &Volume<E>, damage: Option<Damage>) -> Elsewhere<E> {
        let texts = volume.texts().into_iter().map(|(key, text)| Write::Put(key, text));
        let repair = damage.map(|damage| damage.repair).unwrap_or_default();
        match repair.into_iter().chain(texts).try_for_each(|write| self.carry_out(&write)) {
            Ok(()) => {
                self.warn(format!(
                    "The browser’s copy of {} was lost or damaged while the diary was open. It \
                     has been written again; what could not be read was set aside.",
                    volume.name()
                ));
                Elsewhere::Nothing
            }
            Err(error) => Elsewhere::Conflict(format!(
                "the browser’s copy of the diary is damaged and could not be written again: {error}."
            )),
        }
    }

    /// Reads a diary. What can't be read is set aside first; where that fails, it is left alone.
    fn read<E: Stored>(self, name: &str) -> Option<Volume<E>> {
        let texts = self.texts(name);
        let Opened { volume, damage } = Volume::open(name, &texts)?;
        if let Some(Damage { stops_after, why, repair }) = damage {
            let repaired = repair.iter().try_for_each(|write| self.carry_out(write));
            let kept = match (&repaired, repair.is_empty()) {
                (Ok(()), false) => "What could not be read was set aside, unchanged: see Diaries.",
                _ => "It was left as it is, and can only be read.",
            };
            self.warn(format!("{name} could be read up to entry {stops_after}, but {why}. {kept}"));
            if repaired.is_err() || repair.is_empty() {
                self.read_only.update_value(|all| {
                    all.insert(name.to_owned(), why.to_string());
                });
            }
        }
        Some(volume)
    }

    /// Why the diary with this name can only be read, when that is so.
    fn is_read_only(self, name: &str) -> Option<String> {
        self.read_only.with_value(|all| all.get(name).cloned())
    }

    fn carry_out(self, write: &Write) -> Result<(), ShelfError> {
        let shelf = self.shelf.ok_or(ShelfError::Blocked)?;
        match write {
            Write::Put(key, text) => shelf.put(key, text),
            Write::Copy(from, to) => shelf.copy(from, to),
            Write::Free(key) => shelf.free(key),
        }
    }

    fn open_names(self) -> BTreeMap<String, String> {
        self.shelf.and_then(|shelf| shelf.setting(OPEN)).unwrap_or_default()
    }

    fn remember_open(self, kind: &str, name: &str) {
        let mut names = self.open_names();
        names.insert(kind.to_owned(), name.to_owned());
        if let Some(Err(error)) = self.shelf.map(|shelf| shelf.keep_setting(OPEN, &names)) {
            self.warn(format!("{name} is open, but that could not be remembered: {error}."));
        }
    }

    /// Every text of a diary, by key: also what was set aside.
    pub fn texts(self, name: &str) -> BTreeMap<String, String> {
        let texts = self.shelf.and_then(|shelf| shelf.texts(&folder(name)).ok());
        let mut texts = texts.unwrap_or_default();
        texts.retain(|key, _| diary_of(key) == Some(name));
        texts
    }

    /// The names of the diaries of a kind, in the order in which they were begun.
    pub fn names(self, kind: &str) -> Vec<String> {
        let number = |name: &str| name.strip_prefix(kind)?.strip_prefix('-')?.parse::<u32>().ok();
        let keys = self.shelf.and_then(|shelf| shelf.keys(PREFIX).ok()).unwrap_or_default();
        let mut names: Vec<String> = Vec::new();
        for name in keys.iter().filter_map(|key| diary_of(key)) {
            if number(name).is_some() && !names.iter().any(|known| known == name) {
                let place = names.partition_point(|known| number(known) < number(name));
                names.insert(place, name.to_owned());
            }
        }
        names
    }
}

/// Where the texts of a diary lie.
fn folder(name: &str) -> String {
    format!("{PREFIX}{name}/")
}

fn continues<E: Stored>(newer: &Volume<E>, older: &Volume<E>) -> bool {
    newer.diary().entries().starts_with(older.diary().entries())
}
