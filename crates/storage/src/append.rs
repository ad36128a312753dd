//! Appending to both stores, and keeping the readable text as it should be.

use super::{
    Appended, ChangeSet, CommandId, DiaryStore, EventLog, Mend, Mirror, Mirrored, Outcome,
    StoreError, StoredDiary, Write, Written, header::meta_key,
};
use diary::{StoredEvent, StreamMeta};

impl<S: Mirror, L: EventLog> DiaryStore<S, L> {
    /// Appends what was decided, first where it is safe, then where it can be read.
    pub async fn append(&self, ink: &ChangeSet, command: Option<&CommandId>) -> Appended {
        let Some(ledger) = &self.ledger else { return self.append_to_shelf(ink) };
        let mut change = ink.change.clone();
        change.command = command.map(ToString::to_string);
        match ledger.write(&ink.name, ink.expected.as_deref(), &change).await {
            Outcome::Done(Written::Done) => Appended::Written(self.mirror(ink)),
            Outcome::Done(Written::Stale) => Appended::Stale,
            Outcome::Done(Written::Already(first, last)) => Appended::Already(first, last),
            Outcome::Failed(error @ StoreError::Unknown(_)) => Appended::Unknown(error),
            Outcome::Failed(error) => Appended::NotWritten(error),
        }
    }

    /// The same without a ledger: what lies on the shelf must still be what was left there.
    fn append_to_shelf(&self, ink: &ChangeSet) -> Appended {
        let Some(shelf) = &self.shelf else { return Appended::Written(Mirrored::Done) };
        for (key, text) in &ink.tail {
            match shelf.get(key) {
                Outcome::Done(found) if found == *text => {}
                Outcome::Done(_) => return Appended::Stale,
                Outcome::Failed(error) => return Appended::NotWritten(error),
            }
        }
        // The record only counts the entries. They are safe without it, and it is written anew with
        // the next one, so a failure there is not one, unless there is nothing else.
        let written = self.put_all(&ink.writes).and_then(|()| match self.put(&ink.meta) {
            Err(_) if !ink.writes.is_empty() => Ok(()),
            written => written,
        });
        match written {
            Err(error) if is_taken_back(shelf, ink) => Appended::NotWritten(error),
            // Or what stands there is the new text all the same.
            Ok(()) | Err(_) => Appended::Written(Mirrored::Done),
        }
    }

    /// Puts what is safe where it can be read, unless something else lies there than should.
    fn mirror(&self, ink: &ChangeSet) -> Mirrored {
        let Some(shelf) = &self.shelf else { return Mirrored::Done };
        for (key, text) in &ink.tail {
            let found = match shelf.get(key) {
                Outcome::Done(found) if found == *text => continue,
                Outcome::Done(found) => found.unwrap_or_default(),
                Outcome::Failed(error) => return Mirrored::Failed(error),
            };
            let new = ink.writes.iter().rfind(|(put, _)| put == key).map(|(_, text)| text);
            match new.or(text.as_ref()) {
                // Another tab has taken this in already, and gone on.
                Some(new) if found.starts_with(new) => return Mirrored::Done,
                // One that knew less wrote last, or what another wrote has not arrived here yet.
                Some(new) if !found.is_empty() && new.starts_with(&found) => {}
                _ => return Mirrored::Differs,
            }
        }
        match self.put_all(&ink.writes).and_then(|()| self.put(&ink.meta)) {
            Ok(()) => Mirrored::Done,
            Err(error) => Mirrored::Failed(error),
        }
    }

    /// Where a command's entries are, if they are there. Without a ledger nothing is ever in doubt.
    pub async fn landed(&self, name: &str, command: &CommandId) -> Outcome<Option<(usize, usize)>> {
        match &self.ledger {
            Some(ledger) => ledger.landed(name, &command.to_string()).await,
            None => Outcome::Done(None),
        }
    }

    /// Makes the shelf say what the diary says, and tells whether something else lay there.
    pub fn mend_shelf<E: StoredEvent>(&self, volume: &StoredDiary<E>, how: &Mend) -> Outcome<bool> {
        let mended = match how {
            Mend::Whole | Mend::Again => self
                .try_texts(volume.name())
                .and_then(|texts| self.try_apply(&volume.mirror_plan(&texts)))
                .map(|()| *how == Mend::Whole),
            Mend::Writes(writes) => self.try_apply(writes).map(|()| true),
            Mend::IfBehind => self.is_shelf_behind(volume).and_then(|is_behind| {
                if is_behind {
                    let texts = self.try_texts(volume.name())?;
                    self.try_apply(&volume.mirror_plan(&texts))?;
                }
                Ok(false)
            }),
        };
        mended.into()
    }

    fn is_shelf_behind<E>(&self, volume: &StoredDiary<E>) -> Result<bool, StoreError> {
        let Some(shelf) = &self.shelf else { return Ok(false) };
        // Where the record counts more entries, another tab has written, and what it wrote may arrive
        // here in pieces: this reader is behind, and the text is not.
        let record = shelf.get(&meta_key(volume.name())).into_result()?;
        let record = record.and_then(|record| StreamMeta::read(&record).ok());
        if record.is_some_and(|record| record.head > volume.diary().len()) {
            return Ok(false);
        }
        for (key, text) in volume.tail() {
            let found = shelf.get(&key).into_result()?;
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

/// Takes back what was put before the rest could not be, so that a command's entries are there
/// together or not at all. Not so when all of it stands there, whatever was said: without a
/// ledger the text is what counts.
fn is_taken_back<S: Mirror>(shelf: &S, ink: &ChangeSet) -> bool {
    let stands = |(key, text): &(String, String)| matches!(shelf.get(key), Outcome::Done(Some(found)) if found == *text);
    if !ink.writes.is_empty() && ink.writes.iter().all(stands) {
        return false;
    }
    for (key, text) in &ink.tail {
        // What could not be put needs no taking back.
        if ink.writes.iter().any(|put| put.0 == *key && stands(put)) {
            let before = match text {
                Some(text) => Write::Put(key.clone(), text.clone()),
                None => Write::Free(key.clone()),
            };
            // A shorter text always finds room. Where even that fails, the next opening finds a
            // whole line more, which is what its reader had asked for.
            match shelf.apply(&before) {
                Outcome::Done(()) | Outcome::Failed(_) => {}
            }
        }
    }
    true
}
