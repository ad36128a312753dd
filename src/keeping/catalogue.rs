//! Which diaries there are, how another one is begun, and how one is deleted.

use chrono::{DateTime, Utc};
use serde::{Serialize, de::DeserializeOwned};

use super::{
    Change, Found, Ink, Keeper, Ledger, PREFIX, Shelf, StoreError, TOMBSTONE, Volume, Write,
    diary_of, find_room,
};
use crate::diary::Diary;

impl<S: Shelf, L: Ledger> Keeper<S, L> {
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
        self.begin_with(kind, created, diary, &[]).await
    }

    /// The same for a diary that came as a file, with what had been set aside of it: where each
    /// text lay, and the text as JSON. They are kept with the diary or not at all, in the ledger;
    /// where there is none, on the shelf.
    ///
    /// # Errors
    /// Why it isn't kept; nothing has changed then.
    pub async fn begin_with<E: Clone + Serialize + DeserializeOwned>(
        &self,
        kind: &str,
        created: DateTime<Utc>,
        diary: Diary<E>,
        set_aside: &[(String, String)],
    ) -> Result<(Volume<E>, Result<(), StoreError>), StoreError> {
        let mut volume = Volume::of("", created, diary);
        let mut ink = |name| {
            volume.call(name);
            let mut ink = volume.all_ink();
            ink.change.broken = set_aside.to_vec();
            ink
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
        // A shelf that can't be read may hold a diary that the ledger has lost.
        let keys = self.keys()?;
        let taken = self.names_and(&keys).await?;
        let last = taken.iter().filter_map(|(name, _)| number_of(kind, name)).max();
        let mut number = last.unwrap_or_default();
        loop {
            number += 1;
            let ink = ink(format!("{kind}-{number}"));
            if let Some(ledger) = &self.ledger {
                // Lines that have lost their record are somebody's all the same.
                let is_free = ledger.read(&ink.name, 1, 1).await? == Found::default();
                if !is_free || !ledger.write(&ink.name, None, &ink.change).await? {
                    // Another tab was faster; the next name then.
                    continue;
                }
            }
            let shelf = self.put_new(&ink, &keys);
            if self.ledger.is_none() {
                shelf.clone()?;
            }
            return Ok(shelf);
        }
    }

    /// Puts all texts of a new diary on the shelf, or none of them. `keys` are those that lie there.
    fn put_new(&self, ink: &Ink, keys: &[String]) -> Result<(), StoreError> {
        let folder = format!("{PREFIX}{}/broken/", ink.name);
        let taken = keys.iter().filter_map(|key| key.strip_prefix(&folder));
        // What the ledger has set aside lies there, and only there, like all that it sets aside.
        let aside = if self.ledger.is_none() { ink.change.broken.as_slice() } else { &[] };
        let aside = find_room(taken, aside).into_iter();
        let aside = aside.map(|(place, text)| Write::PutLiteral(folder.clone() + &place, text));
        let lines = ink.writes.iter().chain([&ink.meta]).cloned();
        let writes: Vec<_> = aside.chain(lines.map(|(key, text)| Write::Put(key, text))).collect();
        for (done, write) in writes.iter().enumerate() {
            self.apply(std::slice::from_ref(write)).inspect_err(|_| {
                // Nobody has seen this diary yet, so the half of it that was put is not missed.
                let put = writes.iter().take(done).map(Write::key);
                let _freed = self.free(put);
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
        self.names_and(&self.keys().unwrap_or_default()).await
    }

    async fn names_and(&self, keys: &[String]) -> Result<Vec<(String, bool)>, StoreError> {
        let records = match &self.ledger {
            Some(ledger) => ledger.records().await?,
            None => Vec::new(),
        };
        let mut names: Vec<_> =
            records.into_iter().map(|(name, record)| (name, record != TOMBSTONE)).collect();
        for name in keys.iter().filter_map(|key| diary_of(key)) {
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

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.shelf.as_ref().map_or(Ok(Vec::new()), |shelf| shelf.keys(PREFIX))
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
}

/// The number in a diary's name: 2 in `bank-2`. Longer ones than we give out are not ours.
pub fn number_of(kind: &str, name: &str) -> Option<u32> {
    let digits = name.strip_prefix(kind)?.strip_prefix('-')?;
    digits.parse().ok().filter(|number| *number < 1_000_000)
}
