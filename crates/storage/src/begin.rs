//! How a diary is begun under a name that nobody else has.

use chrono::{DateTime, Utc};

use super::{
    ChangeSet, DiaryStore, EventLog, Found, Incoming, Mirror, Outcome, PREFIX, StoreError,
    StoredDiary, Write, Written, find_room, number_of,
};
use diary::{Diary, StoredEvent};

impl<S: Mirror, L: EventLog> DiaryStore<S, L> {
    /// Begins a diary of a kind beside all others, and tells whether the shelf has it as well.
    ///
    /// When it fails, nothing has changed.
    pub async fn begin<E: StoredEvent>(
        &self,
        kind: &str,
        created: DateTime<Utc>,
        diary: Diary<E>,
    ) -> Outcome<(StoredDiary<E>, Outcome<()>)> {
        self.begin_with(kind, Incoming::new(created, diary)).await
    }

    /// The same for a diary that came as a file, with what had been set aside of it. That is kept
    /// with the diary or not at all, in the ledger; where there is none, on the shelf.
    pub async fn begin_with<E: StoredEvent>(
        &self,
        kind: &str,
        incoming: Incoming<E>,
    ) -> Outcome<(StoredDiary<E>, Outcome<()>)> {
        let Incoming { title, created, diary, set_aside, .. } = incoming;
        let mut volume = StoredDiary::of("", created, diary).titled(title);
        let mut ink = |name| {
            volume.call(name);
            let mut ink = volume.all_ink();
            ink.change.broken.clone_from(&set_aside);
            ink
        };
        match self.claim(kind, &mut ink).await {
            Ok(shelf) => {
                volume.is_in_ledger();
                Outcome::Done((volume, shelf.into()))
            }
            Err(error) => Outcome::Failed(error),
        }
    }

    /// Takes the next free name of a kind, and writes what is to stand under it.
    async fn claim(
        &self,
        kind: &str,
        ink: &mut dyn FnMut(String) -> ChangeSet,
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
                let found = ledger.read(&ink.name, 1, 1).await.into_result()?;
                // Another tab may have been faster; the next name then.
                if found != Found::default() || !self.is_claimed(ledger, &ink).await? {
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

    /// Writes a new diary under its name, unless somebody else has taken it.
    async fn is_claimed(&self, ledger: &L, ink: &ChangeSet) -> Result<bool, StoreError> {
        match ledger.write(&ink.name, None, &ink.change).await {
            Outcome::Done(Written::Done | Written::Already(..)) => Ok(true),
            Outcome::Done(Written::Stale) => Ok(false),
            // It says itself whether it is there.
            Outcome::Failed(error @ StoreError::Unknown(_)) => {
                let found = self.try_found(&ink.name, 1).await?.unwrap_or_default();
                if found.record.as_ref() == Some(&ink.change.record)
                    && found.lines == ink.change.lines
                {
                    return Ok(true);
                }
                Err(error)
            }
            Outcome::Failed(error) => Err(error),
        }
    }

    /// Puts all texts of a new diary on the shelf, or none of them. `keys` are those that lie there.
    fn put_new(&self, ink: &ChangeSet, keys: &[String]) -> Result<(), StoreError> {
        let folder = format!("{PREFIX}{}/broken/", ink.name);
        let taken = keys.iter().filter_map(|key| key.strip_prefix(&folder));
        // What the ledger has set aside lies there, and only there, like all that it sets aside.
        let aside = if self.ledger.is_none() { ink.change.broken.as_slice() } else { &[] };
        let aside = find_room(taken, aside).into_iter();
        let aside = aside.map(|(place, text)| Write::PutLiteral(folder.clone() + &place, text));
        let lines = ink.writes.iter().chain([&ink.meta]).cloned();
        let writes: Vec<_> = aside.chain(lines.map(|(key, text)| Write::Put(key, text))).collect();
        for (done, write) in writes.iter().enumerate() {
            self.try_apply(std::slice::from_ref(write)).inspect_err(|_| {
                // Nobody has seen this diary yet, so the half of it that was put is not missed.
                let put = writes.iter().take(done).map(Write::key);
                let _freed = self.free(put);
            })?;
        }
        Ok(())
    }
}
