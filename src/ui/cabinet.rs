//! Which diaries are on the shelf, which of them are open, and what the reader must know of that.

mod elsewhere;

use std::{collections::BTreeMap, fmt};

pub use elsewhere::Elsewhere;

use leptos::prelude::*;

use super::kind::{Kind, Stored};
use crate::{
    browser::{
        clock,
        shelf::{Shelf, ShelfError},
    },
    course::free_play,
    diary::{Damage, Diary, Draft, Opened, PREFIX, Volume, Write, diary_of},
};

/// Where the name of the diary that is open is kept, for each kind.
const OPEN: &str = "event-diary/open/";

/// How the keeping of a diary stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Keeping {
    /// Everything shown is kept.
    #[default]
    Saved,
    /// An entry is on its way to the shelf; it is not shown yet.
    Writing,
    /// There is no shelf: everything shown is in memory only.
    InMemory,
    /// The diary can be read and not written.
    ReadOnly,
    /// Something could not be kept.
    Failed,
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

    /// How the keeping of a diary stands while nothing is being written.
    pub fn keeping(self, name: &str) -> Keeping {
        match (self.shelf, self.why_read_only(name)) {
            (None, _) => Keeping::InMemory,
            (Some(_), Some(_)) => Keeping::ReadOnly,
            (Some(_), None) => Keeping::Saved,
        }
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
    pub fn open<D: Kind>(self) -> (Volume<D::Event>, Keeping) {
        let open = self.shelf.and_then(|shelf| shelf.setting::<String>(&open_key(D::KIND)));
        let names = open.into_iter().chain(self.names(D::KIND).into_iter().rev());
        if let Some(volume) = names.into_iter().find_map(|name| self.read::<D::Event>(&name)) {
            let keeping = self.keeping(volume.name());
            return (volume, keeping);
        }
        let story = || D::story(free_play(clock::now(), &clock::ZONE));
        match self.begin::<D>(story()) {
            Ok(volume) => {
                let keeping = self.keeping(volume.name());
                (volume, keeping)
            }
            Err(error) => {
                self.warn(format!("The story was opened, but not kept: {error}."));
                (Volume::of(self.free_name(D::KIND), clock::now(), story()), Keeping::Failed)
            }
        }
    }

    /// Opens a diary by its name and remembers that it is the open one.
    pub fn reopen<D: Kind>(self, name: &str) -> Option<Volume<D::Event>> {
        let volume = self.read(name)?;
        self.remember_open(D::KIND, name);
        Some(volume)
    }

    /// Puts a new diary on the shelf, beside all others, and opens it.
    ///
    /// # Errors
    /// Why the shelf doesn't take it; nothing has changed then.
    pub fn begin<D: Kind>(self, diary: Diary<D::Event>) -> Result<Volume<D::Event>, ShelfError> {
        let volume = Volume::of(self.free_name(D::KIND), clock::now(), diary);
        if self.shelf.is_some() {
            self.put_all(&volume.texts())?;
            self.remember_open(D::KIND, volume.name());
        }
        Ok(volume)
    }

    /// Puts all texts of a new diary on the shelf, or none of them.
    fn put_all(self, texts: &[(String, String)]) -> Result<(), ShelfError> {
        let shelf = self.shelf.ok_or(ShelfError::Blocked)?;
        for (done, (key, text)) in texts.iter().enumerate() {
            shelf.put(key, text).inspect_err(|_| {
                // Nobody has seen this diary yet, so the half of it that was put is not missed.
                for (key, _) in texts.iter().take(done) {
                    let _freed = shelf.free(key);
                }
            })?;
        }
        Ok(())
    }

    /// Keeps what was decided. When this is done, the entries are safe.
    ///
    /// # Errors
    /// Why they are not.
    pub fn keep<E: Stored>(self, volume: &Volume<E>, draft: &Draft<E>) -> Result<(), KeepError> {
        self.put(volume.name(), &draft.writes, &draft.meta)
    }

    fn put(
        self,
        name: &str,
        writes: &[(String, String)],
        meta: &(String, String),
    ) -> Result<(), KeepError> {
        if let Some(why) = self.why_read_only(name) {
            return Err(KeepError::ReadOnly(why));
        }
        let Some(shelf) = self.shelf else { return Ok(()) };
        for (key, text) in writes {
            shelf.put(key, text)?;
        }
        // The record only counts the entries. They are safe without it, and it is written anew
        // with the next one, so a failure here is not one.
        let _kept = shelf.put(&meta.0, &meta.1);
        Ok(())
    }

    /// Reads a diary. What can't be read is set aside first; where that fails, it is left alone.
    fn read<E: Stored>(self, name: &str) -> Option<Volume<E>> {
        let Opened { volume, damage } = Volume::open(name, &self.texts(name))?;
        self.read_only.update_value(|all| {
            all.remove(name);
        });
        if let Some(damage) = damage {
            self.set_aside(name, damage);
        }
        Some(volume)
    }

    fn set_aside(self, name: &str, damage: Damage) {
        let Damage { stops_after, why, repair } = damage;
        let repaired = repair.iter().try_for_each(|write| self.carry_out(write));
        let is_left_alone = repaired.is_err() || repair.is_empty();
        let kept = if is_left_alone {
            "It was left as it is, and can only be read."
        } else {
            "What could not be read was set aside, unchanged: see Diaries."
        };
        self.warn(format!("{name} could be read up to entry {stops_after}, but {why}. {kept}"));
        if is_left_alone {
            self.read_only.update_value(|all| {
                all.insert(name.to_owned(), why.to_string());
            });
        }
    }

    /// Why the diary with this name can only be read, when that is so.
    fn why_read_only(self, name: &str) -> Option<String> {
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

    fn remember_open(self, kind: &str, name: &str) {
        let kept = self.shelf.map(|shelf| shelf.keep_setting(&open_key(kind), name));
        if let Some(Err(error)) = kept {
            self.warn(format!("{name} is open, but that could not be remembered: {error}."));
        }
    }

    /// Every text of a diary, by key: also what was set aside.
    pub fn texts(self, name: &str) -> BTreeMap<String, String> {
        let folder = format!("{PREFIX}{name}/");
        let is_of_it = |key: &str| diary_of(key) == Some(name);
        self.shelf.and_then(|shelf| shelf.texts(&folder, is_of_it).ok()).unwrap_or_default()
    }

    /// A name that no diary of this kind has.
    fn free_name(self, kind: &str) -> String {
        let last = self.names(kind).pop().and_then(|name| number_of(kind, &name));
        let mut number = last.unwrap_or_default();
        loop {
            number += 1;
            let name = format!("{kind}-{number}");
            if self.texts(&name).is_empty() {
                return name;
            }
        }
    }

    /// The names of the diaries of a kind, in the order in which they were begun.
    pub fn names(self, kind: &str) -> Vec<String> {
        let keys = self.shelf.and_then(|shelf| shelf.keys(PREFIX).ok()).unwrap_or_default();
        let mut names: Vec<String> = Vec::new();
        for name in keys.iter().filter_map(|key| diary_of(key)) {
            let number = number_of(kind, name);
            if number.is_some() && !names.iter().any(|known| known == name) {
                let place = names.partition_point(|known| number_of(kind, known) < number);
                names.insert(place, name.to_owned());
            }
        }
        names
    }
}

fn open_key(kind: &str) -> String {
    format!("{OPEN}{kind}")
}

/// The number in a diary's name: 2 in `bank-2`. Longer ones than we give out are not ours.
fn number_of(kind: &str, name: &str) -> Option<u32> {
    let digits = name.strip_prefix(kind)?.strip_prefix('-')?;
    digits.parse().ok().filter(|number| *number < 1_000_000)
}
