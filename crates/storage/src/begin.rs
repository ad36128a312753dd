//! How a diary is begun under a name that nobody else has.

use chrono::{DateTime, Utc};

use super::{
    ChangeSet, DiaryStore, EventLog, Found, Incoming, Mirror, Outcome, PREFIX, StoreError,
    StoredDiary, Write, Written, find_room, number_of,
};
use diary::{Diary, StoredEvent};

impl<S: Mirror, L: EventLog> DiaryStore<S, L> {
    /// Begins a diary of a kind beside all others, and tells whether the mirror has it as well.
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
    /// with the diary or not at all, in the log; where there is none, in the mirror.
    pub async fn begin_with<E: StoredEvent>(
        &self,
        kind: &str,
        incoming: Incoming<E>,
    ) -> Outcome<(StoredDiary<E>, Outcome<()>)> {
        let Incoming { title, created, diary, set_aside, .. } = incoming;
        let mut stored = StoredDiary::of("", created, diary).titled(title);
        let mut changes = |name| {
            stored.call(name);
            let mut changes = stored.all_changes();
            changes.change.broken.clone_from(&set_aside);
            changes
        };
        match self.claim(kind, &mut changes).await {
            Ok(mirror) => {
                stored.is_in_log();
                Outcome::Done((stored, mirror.into()))
            }
            Err(error) => Outcome::Failed(error),
        }
    }

    /// Takes the next free name of a kind, and writes what is to stand under it.
    async fn claim(
        &self,
        kind: &str,
        changes: &mut dyn FnMut(String) -> ChangeSet,
    ) -> Result<Result<(), StoreError>, StoreError> {
        // A mirror that can't be read may hold a diary that the log has lost.
        let keys = self.keys()?;
        let taken = self.names_and(&keys).await?;
        let last = taken.iter().filter_map(|(name, _)| number_of(kind, name)).max();
        let mut number = last.unwrap_or_default();
        loop {
            number += 1;
            let changes = changes(format!("{kind}-{number}"));
            if let Some(log) = &self.log {
                // Lines that have lost their record are somebody's all the same.
                let found = log.read(&changes.name, 1, 1).await.into_result()?;
                // Another tab may have been faster; the next name then.
                if found != Found::default() || !self.is_claimed(log, &changes).await? {
                    continue;
                }
            }
            let mirror = self.put_new(&changes, &keys);
            if self.log.is_none() {
                mirror.clone()?;
            }
            return Ok(mirror);
        }
    }

    /// Writes a new diary under its name, unless somebody else has taken it.
    async fn is_claimed(&self, log: &L, changes: &ChangeSet) -> Result<bool, StoreError> {
        match log.write(&changes.name, None, &changes.change).await {
            Outcome::Done(Written::Done | Written::Already(..)) => Ok(true),
            Outcome::Done(Written::Stale) => Ok(false),
            // It says itself whether it is there.
            Outcome::Failed(error @ StoreError::Unknown(_)) => {
                let found = self.try_found(&changes.name, 1).await?.unwrap_or_default();
                if found.record.as_ref() == Some(&changes.change.record)
                    && found.lines == changes.change.lines
                {
                    return Ok(true);
                }
                Err(error)
            }
            Outcome::Failed(error) => Err(error),
        }
    }

    /// Puts all texts of a new diary in the mirror, or none of them. `keys` are those that lie there.
    fn put_new(&self, changes: &ChangeSet, keys: &[String]) -> Result<(), StoreError> {
        let folder = format!("{PREFIX}{}/broken/", changes.name);
        let taken = keys.iter().filter_map(|key| key.strip_prefix(&folder));
        // What the log has set aside lies there, and only there, like all that it sets aside.
        let aside = if self.log.is_none() { changes.change.broken.as_slice() } else { &[] };
        let aside = find_room(taken, aside).into_iter();
        let aside = aside.map(|(place, text)| Write::PutLiteral(folder.clone() + &place, text));
        let lines = changes.writes.iter().chain([&changes.meta]).cloned();
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
