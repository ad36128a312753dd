//! Keeps diaries in both places, and brings them back from whatever is left.

use chrono::{DateTime, Utc};
use serde::{Serialize, de::DeserializeOwned};

use super::{
    Change, Damage, Found, Ink, Ledger, PREFIX, Restored, Shelf, StoreError, TOMBSTONE, Texts,
    Volume, Write, diary_of,
    unite::{Union, United},
};
use crate::diary::Diary;

/// Lines that are read without a rest: about 10 ms, so that the page stays usable meanwhile.
const SLICE: usize = 2_000;

/// How often something is tried that another tab may get in between of.
const ATTEMPTS: usize = 3;

/// The two places. Either may be missing; without both, diaries live in memory.
#[derive(Clone, Debug, Default)]
pub struct Keeper<S, L> {
    /// The readable copy.
    pub shelf: Option<S>,
    /// The sequencer.
    pub ledger: Option<L>,
}

/// A diary that was opened.
#[derive(Clone, Debug)]
pub struct Opened<E> {
    /// The diary, as far as it could be read.
    pub volume: Volume<E>,
    /// Where it stops being readable, if it does.
    pub damage: Option<Damage>,
    /// What one copy had lost.
    pub restored: Restored,
    /// Whether something that differed or could not be read was set aside.
    pub set_aside: bool,
    /// Whether everything is in its place again. While it isn't, nothing may be written.
    pub mended: Result<(), StoreError>,
    /// Whether the shelf, beside a ledger that is whole, has all of it.
    pub shelf: Result<(), StoreError>,
}

/// What mending has come to.
struct Mending {
    /// Whether the ledger has the diary as it was read.
    in_ledger: bool,
    set_aside: bool,
    mended: Result<(), StoreError>,
    shelf: Result<(), StoreError>,
}

/// What became of new entries that are safe.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kept {
    /// They are in every place that there is.
    Everywhere,
    /// They are in the ledger; the shelf has something else than it should, so it was not touched.
    ShelfDiffers,
    /// They are in the ledger; why they are not on the shelf.
    NotOnShelf(StoreError),
}

/// Why new entries are not kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeepError {
    /// They were decided on an older diary than the one in the ledger.
    Stale,
    /// A store failed.
    Store(StoreError),
}

impl From<StoreError> for KeepError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl<S: Shelf, L: Ledger> Keeper<S, L> {
    /// Opens a diary from both copies and makes them whole again. `None` when there is nothing of
    /// it. `rest` is called after each slice of lines, with how many have been read.
    ///
    /// # Errors
    /// The ledger, which may have more than the shelf, can't be read.
    pub async fn open<E: Clone + Serialize + DeserializeOwned>(
        &self,
        name: &str,
        rest: impl AsyncFn(usize),
    ) -> Result<Option<Opened<E>>, StoreError> {
        for _ in 0..ATTEMPTS {
            let (found, texts) = self.both(name).await?;
            let Some(union) = Union::of(name, found.as_ref(), &texts) else {
                // What a deletion left behind when it was interrupted.
                return self.free(texts.keys()).map(|()| None);
            };
            let (mut volume, united) = Volume::read(union, SLICE, &rest).await;
            if let Some(mended) = self.mend(&united).await {
                if mended.in_ledger {
                    volume.is_in_ledger();
                }
                let United { damage, restored, .. } = united;
                let Mending { set_aside, mended, shelf, .. } = mended;
                return Ok(Some(Opened { volume, damage, restored, set_aside, mended, shelf }));
            }
        }
        Err(StoreError::Failed("other tabs write in it without a pause".into()))
    }

    /// Makes both copies whole. `None` when another tab has written meanwhile.
    async fn mend(&self, united: &United) -> Option<Mending> {
        let United { cover, change, writes, .. } = united;
        let mut mended = Ok(());
        let mut in_ledger = false;
        if let (Some(ledger), Some(change)) = (&self.ledger, change) {
            match ledger.write(&cover.name, cover.in_ledger.as_deref(), change).await {
                Ok(true) => in_ledger = true,
                Ok(false) => return None,
                Err(error) => mended = Err(error),
            }
        }
        let mut shelf = mended.clone();
        if mended.is_ok() {
            shelf = self.apply(writes);
            if self.ledger.is_none() {
                mended.clone_from(&shelf);
            }
        }
        let copied = writes.iter().any(|write| matches!(write, Write::Copy(..)));
        let set_aside = copied || change.as_ref().is_some_and(|change| !change.aside.is_empty());
        Some(Mending { in_ledger, set_aside, mended, shelf })
    }

    /// Reads a diary from both copies and changes nothing: its volume, where it stops, and whether
    /// both copies are what they should be.
    ///
    /// # Errors
    /// The ledger can't be read.
    pub async fn look<E: Clone + Serialize + DeserializeOwned>(
        &self,
        name: &str,
    ) -> Result<Option<(Volume<E>, Option<Damage>, bool)>, StoreError> {
        let (found, texts) = self.both(name).await?;
        let Some(union) = Union::of(name, found.as_ref(), &texts) else { return Ok(None) };
        let (volume, united) = Volume::read_at_once(union);
        let is_whole = united.change.is_none() && united.writes.is_empty();
        Ok(Some((volume, united.damage, is_whole)))
    }

    /// What both places have of a diary.
    async fn both(&self, name: &str) -> Result<(Option<Found>, Texts), StoreError> {
        let found = self.found(name, 1).await?;
        // What the shelf can't say, the ledger can.
        Ok((found, self.texts(name).unwrap_or_default()))
    }

    /// Keeps what was decided, first where it is safe, then where it can be read.
    ///
    /// # Errors
    /// Why it is not kept.
    pub async fn keep(&self, ink: &Ink) -> Result<Kept, KeepError> {
        let Some(ledger) = &self.ledger else {
            self.put(ink)?;
            return Ok(Kept::Everywhere);
        };
        if !ledger.write(&ink.name, ink.expected.as_deref(), &ink.change).await? {
            return Err(KeepError::Stale);
        }
        let Some(shelf) = &self.shelf else { return Ok(Kept::Everywhere) };
        for (key, text) in &ink.tail {
            match shelf.get(key) {
                Ok(found) if found == *text => {}
                Ok(_) => return Ok(Kept::ShelfDiffers),
                Err(error) => return Ok(Kept::NotOnShelf(error)),
            }
        }
        match self.put(ink) {
            Ok(()) => Ok(Kept::Everywhere),
            Err(error) => Ok(Kept::NotOnShelf(error)),
        }
    }

    fn put(&self, ink: &Ink) -> Result<(), StoreError> {
        let put = |(key, text): &(String, String)| Write::Put(key.clone(), text.clone());
        ink.writes.iter().try_for_each(|text| self.apply(&[put(text)]))?;
        // The record only counts the entries. They are safe without it, and it is written anew
        // with the next one, so a failure here is not one, unless there is nothing else to write.
        let record = self.apply(&[put(&ink.meta)]);
        if ink.writes.is_empty() { record } else { Ok(()) }
    }

    /// What the ledger has of a diary from the number `from` on; `None` without a ledger.
    ///
    /// # Errors
    /// Why the ledger can't say.
    pub async fn found(&self, name: &str, from: usize) -> Result<Option<Found>, StoreError> {
        let Some(ledger) = &self.ledger else { return Ok(None) };
        let mut all = ledger.read(name, from, SLICE).await?;
        let mut more = all.lines.len() == SLICE;
        while more {
            let next = all.lines.last().map_or(from, |(number, _)| number + 1);
            let found = ledger.read(name, next, SLICE).await?;
            more = found.lines.len() == SLICE;
            // The newest record, with at least the lines that it counts.
            all.record = found.record;
            all.lines.extend(found.lines);
        }
        Ok(Some(all))
    }

    /// Every text of a diary on the shelf, by key: also what was set aside.
    ///
    /// # Errors
    /// Why the shelf can't say.
    pub fn texts(&self, name: &str) -> Result<Texts, StoreError> {
        let Some(shelf) = &self.shelf else { return Ok(Texts::new()) };
        let mut texts = Texts::new();
        for key in shelf.keys(&format!("{PREFIX}{name}/"))? {
            if diary_of(&key) == Some(name)
                && let Some(text) = shelf.get(&key)?
            {
                texts.insert(key, text);
            }
        }
        Ok(texts)
    }

    /// Begins a diary of a kind beside all others, and tells whether the shelf has it as well.
    ///
    /// # Errors
    /// Why it isn't kept; nothing has changed then.
    pub async fn begin<E: Clone + Serialize + DeserializeOwned>(
        &self,
        kind: &str,
        created: DateTime<Utc>,
        diary: Diary<E>,
    ) -> Result<(Volume<E>, Result<(), StoreError>), StoreError> {
        let mut volume = Volume::of("", created, diary);
        let mut ink = |name| {
            volume.call(name);
            volume.all_ink()
        };
        let shelf = self.claim(kind, &mut ink).await?;
        volume.is_in_ledger();
        Ok((volume, shelf))
    }

    /// Takes the next free name of a kind, and writes what is to stand under it.
    async fn claim(
        &self,
        kind: &str,
        ink: &mut dyn FnMut(String) -> Ink,
    ) -> Result<Result<(), StoreError>, StoreError> {
        let taken = self.names().await?;
        let last = taken.iter().filter_map(|(name, _)| number_of(kind, name)).max();
        let mut number = last.unwrap_or_default();
        loop {
            number += 1;
            let ink = ink(format!("{kind}-{number}"));
            if let Some(ledger) = &self.ledger
                && !ledger.write(&ink.name, None, &ink.change).await?
            {
                // Another tab was faster; the next name then.
                continue;
            }
            let shelf = self.put_all(&ink);
            if self.ledger.is_none() {
                shelf.clone()?;
            }
            return Ok(shelf);
        }
    }

    /// Puts all texts of a new diary on the shelf, or none of them.
    fn put_all(&self, ink: &Ink) -> Result<(), StoreError> {
        let texts: Vec<_> = ink.writes.iter().chain([&ink.meta]).collect();
        for (done, (key, text)) in texts.iter().enumerate() {
            self.apply(&[Write::Put(key.clone(), text.clone())]).inspect_err(|_| {
                // Nobody has seen this diary yet, so the half of it that was put is not missed.
                let _freed = self.free(texts.iter().take(done).map(|(key, _)| key));
            })?;
        }
        Ok(())
    }

    /// The names of all diaries of which there is anything, also of those deleted, each with
    /// whether it still can be opened.
    ///
    /// # Errors
    /// Why the ledger can't say.
    pub async fn names(&self) -> Result<Vec<(String, bool)>, StoreError> {
        let records = match &self.ledger {
            Some(ledger) => ledger.records().await?,
            None => Vec::new(),
        };
        let mut names: Vec<_> =
            records.into_iter().map(|(name, record)| (name, record != TOMBSTONE)).collect();
        let keys = self.shelf.as_ref().and_then(|shelf| shelf.keys(PREFIX).ok());
        for name in keys.iter().flatten().filter_map(|key| diary_of(key)) {
            if !names.iter().any(|(known, _)| known == name) {
                names.push((name.to_owned(), true));
            }
        }
        Ok(names)
    }

    /// The names of the diaries of a kind that can be opened, in the order in which they were begun.
    ///
    /// # Errors
    /// Why the ledger can't say.
    pub async fn names_of(&self, kind: &str) -> Result<Vec<String>, StoreError> {
        let mut names: Vec<String> = Vec::new();
        for (name, is_there) in self.names().await? {
            if is_there && let Some(number) = number_of(kind, &name) {
                let at = names.partition_point(|known| number_of(kind, known) < Some(number));
                names.insert(at, name);
            }
        }
        Ok(names)
    }

    /// Deletes a diary from both places, with what was set aside of it: its reader wants it so.
    ///
    /// # Errors
    /// Why it is still there.
    pub async fn delete(&self, name: &str) -> Result<(), StoreError> {
        if let Some(ledger) = &self.ledger {
            let record = TOMBSTONE.to_owned();
            let change = Change { record, delete: true, ..Change::default() };
            // The tombstone comes first: whatever is left on the shelf after that is no diary.
            loop {
                let found = ledger.read(name, usize::MAX, 0).await?;
                if ledger.write(name, found.record.as_deref(), &change).await? {
                    break;
                }
            }
        }
        self.free(self.texts(name)?.keys())
    }

    fn free<'k>(&self, keys: impl Iterator<Item = &'k String>) -> Result<(), StoreError> {
        keys.map(|key| Write::Free(key.clone())).try_for_each(|write| self.apply(&[write]))
    }

    /// Does this on the shelf, in this order, up to the first that fails.
    ///
    /// # Errors
    /// Why it failed.
    pub fn apply(&self, writes: &[Write]) -> Result<(), StoreError> {
        let Some(shelf) = &self.shelf else { return Ok(()) };
        writes.iter().try_for_each(|write| shelf.apply(write))
    }
}

/// The number in a diary's name: 2 in `bank-2`. Longer ones than we give out are not ours.
pub fn number_of(kind: &str, name: &str) -> Option<u32> {
    let digits = name.strip_prefix(kind)?.strip_prefix('-')?;
    digits.parse().ok().filter(|number| *number < 1_000_000)
}
