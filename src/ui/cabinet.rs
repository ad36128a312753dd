//! Which diaries are kept, which of them are open, and what the reader must know of that.

mod alone;

mod copies;

mod news;

mod opening;

use std::{collections::BTreeMap, rc::Rc};

use chrono::{DateTime, Utc};
use leptos::prelude::*;

pub use alone::WRITER;
pub use news::News;
pub use opening::{Opening, Told, story};

use super::kind::Kind;
use crate::{
    browser::{
        clock::{self, Clock},
        ledger::Ledger,
        shelf::Shelf,
    },
    diary::Diary,
    keeping::{Keeper, StoreError, Volume},
};

/// The two places in this browser.
pub type BrowserKeeper = Keeper<Shelf, Ledger>;

/// How the keeping of a diary stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Keeping {
    /// Everything shown is kept, in both places.
    #[default]
    Saved,
    /// The story is shown to somebody new. It is kept with the first sign of them.
    Unkept,
    /// Everything shown is kept, in the one place that there is or that has room.
    InOnePlace,
    /// An entry is on its way; it is not shown yet.
    Writing,
    /// Everything shown is in memory only.
    InMemory,
    /// The diary can be read and not written.
    ReadOnly,
    /// Something could not be kept.
    Failed,
}

/// Everything that is kept, and what is known of it.
#[derive(Clone, Copy)]
pub struct Cabinet {
    /// None while it is not fetched yet, see [`Cabinet::unopened`].
    keeper: StoredValue<Option<Rc<BrowserKeeper>>, LocalStorage>,
    /// The clock that tells when something is written.
    pub clock: Clock,
    /// What the reader must know about keeping, oldest first.
    pub notices: RwSignal<Vec<String>>,
    /// The diaries that can only be read, and why.
    read_only: RwSignal<BTreeMap<String, String>>,
    /// Without a ledger, nobody puts the tabs in an order, so only one of them writes.
    pub is_writer: RwSignal<bool>,
    /// Whether the tab that writes has said so.
    writer_answered: StoredValue<bool>,
    /// Whether the reader has written something of their own in this visit.
    has_written: StoredValue<bool>,
}

impl Cabinet {
    /// A cabinet that nobody has looked into: all that keeps is fetched later.
    pub fn unopened() -> Self {
        Self::new(None, Clock::Own)
    }

    /// The cabinet as it was found when the page was opened.
    pub fn of(opening: Opening) -> Self {
        let cabinet = Self::unopened();
        cabinet.open(opening);
        cabinet
    }

    /// From now on there is something that keeps.
    pub fn open(self, opening: Opening) {
        self.keeper.set_value(Some(opening.keeper));
        self.take_in(opening.told);
        self.choose_writer();
    }

    /// A cabinet that goes by this clock and keeps nothing, for a lesson. Nobody else hears of it.
    pub fn in_memory(clock: Clock) -> Self {
        Self::new(Some(nowhere()), clock)
    }

    fn new(keeper: Option<Rc<BrowserKeeper>>, clock: Clock) -> Self {
        Self {
            keeper: StoredValue::new_local(keeper),
            clock,
            notices: RwSignal::new(Vec::new()),
            read_only: RwSignal::new(BTreeMap::new()),
            is_writer: RwSignal::new(true),
            writer_answered: StoredValue::new(false),
            has_written: StoredValue::new(false),
        }
    }

    /// The two places.
    pub fn keeper(self) -> Rc<BrowserKeeper> {
        self.keeper.get_value().unwrap_or_else(nowhere)
    }

    pub(super) fn shelf(self) -> Option<Shelf> {
        match self.keeper.get_value() {
            Some(keeper) => keeper.shelf,
            None => Shelf::find().ok(),
        }
    }

    /// Whether there is a sequencer that all tabs agree on.
    pub fn has_ledger(self) -> bool {
        self.keeper.get_value().is_some_and(|keeper| keeper.ledger.is_some())
    }

    /// Whether nobody has looked into it yet.
    pub fn is_unopened(self) -> bool {
        self.keeper.with_value(Option::is_none)
    }

    /// Whether anything is kept at all.
    pub fn keeps(self) -> bool {
        self.has_ledger() || self.shelf().is_some()
    }

    /// How the keeping of a diary stands while nothing is being written.
    pub fn keeping(self, name: &str) -> Keeping {
        match (self.has_ledger(), self.shelf()) {
            _ if self.is_unopened() => Keeping::Unkept,
            _ if self.why_read_only(name).is_some() => Keeping::ReadOnly,
            (true, Some(_)) => Keeping::Saved,
            (false, None) => Keeping::InMemory,
            _ => Keeping::InOnePlace,
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

    /// What was set aside of a diary in both places: where it lay, and the text as JSON.
    pub async fn set_aside(keeper: &BrowserKeeper, name: &str) -> Vec<(String, String)> {
        let mut all = Vec::new();
        if let Some(shelf) = keeper.shelf {
            for key in keeper.texts(name).unwrap_or_default().into_keys() {
                let place = key.find("/broken/").and_then(|at| key.get(at + 1..));
                if let (Some(place), Some(text)) = (place, shelf.literal(&key)) {
                    all.push((place.to_owned(), text));
                }
            }
        }
        if let Some(ledger) = &keeper.ledger {
            all.extend(ledger.broken(name).await.unwrap_or_default());
        }
        all
    }

    /// Takes in what opening a diary had to tell.
    pub fn take_in(self, told: Told) {
        told.notices.into_iter().for_each(|words| self.warn(words));
        self.read_only.update(|all| all.extend(told.read_only));
    }

    /// Opens a diary by its name and remembers that it is the open one.
    pub async fn reopen<D: Kind>(self, name: &str) -> Option<Volume<D::Event>> {
        let mut told = Told::default();
        let volume = opening::read(&self.keeper(), name, &mut told, async |_| ()).await;
        self.read_only.update(|all| {
            all.remove(name);
        });
        self.take_in(told);
        let volume = volume?;
        self.remember_open(D::KIND, name);
        Some(volume)
    }

    /// Begins a new diary beside all others, and opens it.
    ///
    /// # Errors
    /// Why it can't be kept; nothing has changed then.
    pub async fn begin<D: Kind>(
        self,
        diary: Diary<D::Event>,
    ) -> Result<Volume<D::Event>, StoreError> {
        self.begin_with::<D>(clock::now(), diary, &[]).await
    }

    /// The same for a diary that was begun elsewhere, at another time, with what had been set aside
    /// of it.
    ///
    /// # Errors
    /// Why it can't be kept; nothing has changed then.
    pub async fn begin_with<D: Kind>(
        self,
        created: DateTime<Utc>,
        diary: Diary<D::Event>,
        set_aside: &[(String, String)],
    ) -> Result<Volume<D::Event>, StoreError> {
        let begun = self.keeper().begin_with(D::KIND, created, diary, set_aside).await;
        let (volume, shelf) = begun?;
        if !set_aside.is_empty() && !self.keeps() {
            self.warn(format!(
                "What was set aside in the file ({} texts) is not here, since nothing is kept. It \
                 is in the file alone.",
                set_aside.len()
            ));
        }
        if let Err(error) = shelf {
            self.warn(opening::not_on_shelf(volume.name(), &error));
        }
        self.remember_open(D::KIND, volume.name());
        Ok(volume)
    }

    /// The same places, to look for another diary.
    pub fn reopening(self) -> Opening {
        let keeper = self.keeper();
        Opening { keeper, told: Told::default() }
    }

    /// How much of the room for readable copies is used, from 0 to 1; none when there is no shelf.
    pub fn room_used(self) -> Option<f64> {
        self.shelf().map(Shelf::room_used)
    }

    fn remember_open(self, kind: &str, name: &str) {
        // Without it the newest diary of its kind is opened next time, which loses nothing.
        let _kept = self.shelf().map(|shelf| shelf.keep_setting(&opening::open_key(kind), name));
    }

    /// Whether the reader has written something of their own in this visit.
    pub fn has_written(self) -> bool {
        self.has_written.get_value()
    }

    /// From now on the diary with this name can only be read.
    pub fn make_read_only(self, name: &str, why: &str) {
        self.read_only.update(|all| {
            all.insert(name.to_owned(), why.to_owned());
        });
    }

    /// Why the diary with this name can only be read, when that is so.
    pub fn why_read_only(self, name: &str) -> Option<String> {
        if let Some(Err(newer)) = self.shelf().map(Shelf::may_write) {
            return Some(newer.to_string());
        }
        if !self.is_writer.get() {
            return Some(
                "another tab is writing, and without the browser’s database only one can".into(),
            );
        }
        self.read_only.with(|all| all.get(name).cloned())
    }
}

/// For what is kept nowhere.
fn nowhere() -> Rc<BrowserKeeper> {
    Rc::new(Keeper { shelf: None, ledger: None })
}
