//! Keeps diaries in both places, and brings them back from whatever is left.

use std::fmt;

use super::{
    Damage, Found, Ink, Ledger, PREFIX, Restored, Shelf, StoreError, Texts, Volume, Write,
    diary_of,
    unite::{Union, United},
};
use crate::diary::StoredEvent;

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
    restored: Restored,
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

impl fmt::Display for KeepError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Stale => write!(f, "another tab has written in it meanwhile"),
            Self::Store(error) => error.fmt(f),
        }
    }
}

impl From<StoreError> for KeepError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

type Both = (Option<Found>, Result<Texts, StoreError>);

impl<S: Shelf, L: Ledger> Keeper<S, L> {
    /// Opens a diary from both copies and makes them whole again. `None` when there is nothing of
    /// it. `rest` is called after each slice of lines, with how many have been read.
    ///
    /// # Errors
    /// The ledger, which may have more than the shelf, can't be read; or only the shelf has
    /// something of it, and that can't be read.
    pub async fn open<E: StoredEvent>(
        &self,
        name: &str,
        rest: impl AsyncFn(usize),
    ) -> Result<Option<Opened<E>>, StoreError> {
        for _ in 0..ATTEMPTS {
            let (found, on_shelf) = self.both(name).await?;
            let readable = on_shelf.as_ref().map(drop).map_err(StoreError::clone);
            let texts = on_shelf.unwrap_or_default();
            let Some(union) = Union::of(name, found.as_ref(), &texts) else {
                readable?;
                // What a deletion left behind when it was interrupted.
                return self.free(texts.keys()).map(|()| None);
            };
            let (mut volume, united) = Volume::read(union, SLICE, &rest).await;
            if let Some(mended) = self.mend(&united, readable).await {
                if mended.in_ledger {
                    volume.is_in_ledger();
                }
                let Mending { set_aside, restored, mended, shelf, .. } = mended;
                let damage = united.damage;
                return Ok(Some(Opened { volume, damage, restored, set_aside, mended, shelf }));
            }
        }
        Err(StoreError::Failed("other tabs write in it without a pause".into()))
    }

    /// Makes both copies whole, unless the shelf isn't `readable`: what can't be read is not written
    /// over, and nothing is mended without it. `None` when another tab has written meanwhile.
    async fn mend(&self, united: &United, readable: Result<(), StoreError>) -> Option<Mending> {
        let United { cover, change, writes, restored, .. } = united;
        let mut mended = Ok(());
        let mut in_ledger = false;
        if let (Some(ledger), Some(change)) = (&self.ledger, change) {
            mended.clone_from(&readable);
            if mended.is_ok() {
                match ledger.write(&cover.name, cover.in_ledger.as_deref(), change).await {
                    Ok(true) => in_ledger = true,
                    Ok(false) => return None,
                    Err(error) => mended = Err(error),
                }
            }
        }
        let mut shelf = readable.and(mended.clone());
        if shelf.is_ok() {
            shelf = self.apply(writes);
            if self.ledger.is_none() {
                mended.clone_from(&shelf);
            }
        }
        let copied = writes.iter().any(|write| matches!(write, Write::Copy(..)));
        let removed = change.as_ref().is_some_and(|change| !change.aside.is_empty());
        let set_aside = (copied && shelf.is_ok()) || (removed && mended.is_ok());
        let restored = Restored {
            to_ledger: if mended.is_ok() { restored.to_ledger } else { 0 },
            to_shelf: if shelf.is_ok() { restored.to_shelf } else { 0 },
        };
        Some(Mending { in_ledger, set_aside, restored, mended, shelf })
    }

    /// Reads a diary from both copies and changes nothing: its volume, where it stops, and whether
    /// both copies are what they should be.
    ///
    /// # Errors
    /// The ledger can't be read; or only the shelf has something of it, and that can't be read.
    pub async fn look<E: StoredEvent>(
        &self,
        name: &str,
    ) -> Result<Option<(Volume<E>, Option<Damage>, bool)>, StoreError> {
        let (found, on_shelf) = self.both(name).await?;
        let readable = on_shelf.as_ref().map(drop).map_err(StoreError::clone);
        let texts = on_shelf.unwrap_or_default();
        let Some(union) = Union::of(name, found.as_ref(), &texts) else {
            return readable.map(|()| None);
        };
        let (volume, united) = Volume::read_at_once(union);
        let is_whole = readable.is_ok() && united.change.is_none() && united.writes.is_empty();
        Ok(Some((volume, united.damage, is_whole)))
    }

    /// What both places have of a diary: the ledger, and the shelf if it can say.
    async fn both(&self, name: &str) -> Result<Both, StoreError> {
        Ok((self.found(name, 1).await?, self.texts(name)))
    }

    /// Keeps what was decided, first where it is safe, then where it can be read.
    ///
    /// # Errors
    /// Why it is not kept.
    pub async fn keep(&self, ink: &Ink) -> Result<Kept, KeepError> {
        let Some(ledger) = &self.ledger else {
            self.put_all(&ink.writes)?;
            // The record only counts the entries. They are safe without it, and it is written anew
            // with the next one, so a failure here is not one, unless there is nothing else.
            self.put(&ink.meta)
                .or_else(|why| if ink.writes.is_empty() { Err(why) } else { Ok(()) })?;
            return Ok(Kept::Everywhere);
        };
        if !ledger.write(&ink.name, ink.expected.as_deref(), &ink.change).await? {
            return Err(KeepError::Stale);
        }
        let Some(shelf) = &self.shelf else { return Ok(Kept::Everywhere) };
        for (key, text) in &ink.tail {
            let found = match shelf.get(key) {
                Ok(found) if found == *text => continue,
                Ok(found) => found.unwrap_or_default(),
                Err(error) => return Ok(Kept::NotOnShelf(error)),
            };
            let new = ink.writes.iter().rfind(|(put, _)| put == key).map(|(_, text)| text);
            match new.or(text.as_ref()) {
                // Another tab has taken this in already, and gone on.
                Some(new) if found.starts_with(new) => return Ok(Kept::Everywhere),
                // One that knew less wrote last, or what another wrote has not arrived here yet.
                Some(new) if !found.is_empty() && new.starts_with(&found) => {}
                _ => return Ok(Kept::ShelfDiffers),
            }
        }
        match self.put_all(&ink.writes).and_then(|()| self.put(&ink.meta)) {
            Ok(()) => Ok(Kept::Everywhere),
            Err(error) => Ok(Kept::NotOnShelf(error)),
        }
    }

    fn put_all(&self, texts: &[(String, String)]) -> Result<(), StoreError> {
        texts.iter().try_for_each(|text| self.put(text))
    }

    pub(super) fn put(&self, (key, text): &(String, String)) -> Result<(), StoreError> {
        self.apply(&[Write::Put(key.clone(), text.clone())])
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

    pub(super) fn free<'k>(
        &self,
        keys: impl Iterator<Item = &'k String>,
    ) -> Result<(), StoreError> {
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
