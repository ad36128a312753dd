//! Appending to both stores, and keeping the readable text as it should be.

use super::{
    Appended, ChangeSet, CommandId, DiaryStore, EventLog, Mirror, Mirrored, Outcome, Repair,
    StoreError, StoredDiary, Write, Written, header::meta_key,
};
use diary::{StoredEvent, StreamMeta};

impl<S: Mirror, L: EventLog> DiaryStore<S, L> {
    /// Appends what was decided, first where it is safe, then where it can be read.
    pub async fn append(&self, changes: &ChangeSet, command: Option<&CommandId>) -> Appended {
        let Some(log) = &self.log else { return self.append_to_mirror(changes) };
        let mut change = changes.change.clone();
        change.command = command.map(ToString::to_string);
        match log.write(&changes.name, changes.expected.as_deref(), &change).await {
            Outcome::Done(Written::Done) => Appended::Written(self.mirror(changes)),
            Outcome::Done(Written::Stale) => Appended::Stale,
            Outcome::Done(Written::Already(first, last)) => Appended::Already(first, last),
            Outcome::Failed(error @ StoreError::Unknown(_)) => Appended::Unknown(error),
            Outcome::Failed(error) => Appended::NotWritten(error),
        }
    }

    /// The same without a log: what lies in the mirror must still be what was left there.
    fn append_to_mirror(&self, changes: &ChangeSet) -> Appended {
        let Some(mirror) = &self.mirror else { return Appended::Written(Mirrored::Done) };
        for (key, text) in &changes.tail {
            match mirror.get(key) {
                Outcome::Done(found) if found == *text => {}
                Outcome::Done(_) => return Appended::Stale,
                Outcome::Failed(error) => return Appended::NotWritten(error),
            }
        }
        // The record only counts the entries. They are safe without it, and it is written anew with
        // the next one, so a failure there is not one, unless there is nothing else.
        let written = self.put_all(&changes.writes).and_then(|()| match self.put(&changes.meta) {
            Err(_) if !changes.writes.is_empty() => Ok(()),
            written => written,
        });
        match written {
            Err(error) if take_back(mirror, changes) => Appended::NotWritten(error),
            // Or what stands there is the new text all the same.
            Ok(()) | Err(_) => Appended::Written(Mirrored::Done),
        }
    }

    /// Puts what is safe where it can be read, unless something else lies there than should.
    fn mirror(&self, changes: &ChangeSet) -> Mirrored {
        let Some(mirror) = &self.mirror else { return Mirrored::Done };
        for (key, text) in &changes.tail {
            let found = match mirror.get(key) {
                Outcome::Done(found) if found == *text => continue,
                Outcome::Done(found) => found.unwrap_or_default(),
                Outcome::Failed(error) => return Mirrored::Failed(error),
            };
            let new = changes.writes.iter().rfind(|(put, _)| put == key).map(|(_, text)| text);
            match new.or(text.as_ref()) {
                // Another tab has taken this in already, and gone on.
                Some(new) if found.starts_with(new) => return Mirrored::Done,
                // One that knew less wrote last, or what another wrote has not arrived here yet.
                Some(new) if !found.is_empty() && new.starts_with(&found) => {}
                _ => return Mirrored::Differs,
            }
        }
        match self.put_all(&changes.writes).and_then(|()| self.put(&changes.meta)) {
            Ok(()) => Mirrored::Done,
            Err(error) => Mirrored::Failed(error),
        }
    }

    /// Where a command's entries are, if they are there. Without a log nothing is ever in doubt.
    pub async fn landed(&self, name: &str, command: &CommandId) -> Outcome<Option<(usize, usize)>> {
        match &self.log {
            Some(log) => log.landed(name, &command.to_string()).await,
            None => Outcome::Done(None),
        }
    }

    /// Makes the mirror say what the diary says, and tells whether something else lay there.
    pub fn repair_mirror<E: StoredEvent>(
        &self,
        stored: &StoredDiary<E>,
        how: &Repair,
    ) -> Outcome<bool> {
        let repaired = match how {
            Repair::Whole | Repair::Again => self
                .try_texts(stored.name())
                .and_then(|texts| self.try_apply(&stored.mirror_plan(&texts)))
                .map(|()| *how == Repair::Whole),
            Repair::Writes(writes) => self.try_apply(writes).map(|()| true),
            Repair::IfBehind => self.is_mirror_behind(stored).and_then(|is_behind| {
                if is_behind {
                    let texts = self.try_texts(stored.name())?;
                    self.try_apply(&stored.mirror_plan(&texts))?;
                }
                Ok(false)
            }),
        };
        repaired.into()
    }

    fn is_mirror_behind<E>(&self, stored: &StoredDiary<E>) -> Result<bool, StoreError> {
        let Some(mirror) = &self.mirror else { return Ok(false) };
        // Where the record counts more entries, another tab has written, and what it wrote may arrive
        // here in pieces: this reader is behind, and the text is not.
        let record = mirror.get(&meta_key(stored.name())).into_result()?;
        let record = record.and_then(|record| StreamMeta::read(&record).ok());
        if record.is_some_and(|record| record.head > stored.diary().len()) {
            return Ok(false);
        }
        for (key, text) in stored.tail() {
            let found = mirror.get(&key).into_result()?;
            let lags = |text: &str| {
                found.as_deref().is_none_or(|found| found != text && text.starts_with(found))
            };
            if text.is_some_and(lags) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn put_all(&self, texts: &[(String, String)]) -> Result<(), StoreError> {
        texts.iter().try_for_each(|text| self.put(text))
    }
}

/// Takes back what was put before the rest could not be, so that a command’s entries are there
/// together or not at all. `false` when all of it stands there, whatever was said: without a
/// log the text is what counts.
fn take_back<S: Mirror>(mirror: &S, changes: &ChangeSet) -> bool {
    let stands = |(key, text): &(String, String)| matches!(mirror.get(key), Outcome::Done(Some(found)) if found == *text);
    if !changes.writes.is_empty() && changes.writes.iter().all(stands) {
        return false;
    }
    for (key, text) in &changes.tail {
        // What could not be put needs no taking back.
        if changes.writes.iter().any(|put| put.0 == *key && stands(put)) {
            let before = match text {
                Some(text) => Write::Put(key.clone(), text.clone()),
                None => Write::Free(key.clone()),
            };
            // A shorter text always finds room. Where even that fails, the next opening finds a
            // whole line more, which is what its reader had asked for.
            match mirror.apply(&before) {
                Outcome::Done(()) | Outcome::Failed(_) => {}
            }
        }
    }
    true
}
