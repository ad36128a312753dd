//! Keeps diaries in both places, and brings them back from whatever is left.

use super::{
    Damage, EventLog, Found, Mirror, Outcome, PREFIX, Restored, StoreError, StoredDiary, Texts,
    Write, Written, diary_of,
    header::meta_key,
    reconcile::{Reconciler, United},
};
use diary::StoredEvent;

/// Lines that are read without a rest: about 10 ms, so that the page stays usable meanwhile.
const SLICE: usize = 2_000;

/// How often something is tried that another tab may get in between of.
const ATTEMPTS: usize = 3;

/// The two places. Either may be missing; without both, diaries live in memory.
#[derive(Clone, Debug, Default)]
pub struct DiaryStore<S, L> {
    /// The readable text.
    pub mirror: Option<S>,
    /// The sequencer.
    pub log: Option<L>,
}

/// A diary that was opened.
#[derive(Clone, Debug)]
pub struct Opened<E> {
    /// The diary, as far as it could be read.
    pub stored: StoredDiary<E>,
    /// Where it stops being readable, if it does.
    pub damage: Option<Damage>,
    /// What one copy had lost.
    pub restored: Restored,
    /// Whether something that differed or could not be read was set aside.
    pub set_aside: bool,
    /// Whether everything is in its place again. While it isn't, nothing may be written.
    pub repaired: Result<(), StoreError>,
    /// Whether the mirror, beside a log that is whole, has all of it.
    pub mirror: Result<(), StoreError>,
}

/// What mending has come to.
struct Repairing {
    /// Whether the log has the diary as it was read.
    in_log: bool,
    set_aside: bool,
    restored: Restored,
    repaired: Result<(), StoreError>,
    mirror: Result<(), StoreError>,
}

type Both = (Option<Found>, Result<Texts, StoreError>);

impl<S: Mirror, L: EventLog> DiaryStore<S, L> {
    /// Opens a diary from both copies and makes them whole again. `None` when there is nothing of
    /// it. `rest` is called after each slice of lines, with how many have been read.
    ///
    /// It fails when the log, which may have more than the mirror, can't be read; or when only the
    /// mirror has something of it, and that can't be read.
    pub async fn open<E: StoredEvent>(
        &self,
        name: &str,
        rest: impl AsyncFn(usize),
    ) -> Outcome<Option<Opened<E>>> {
        self.try_open(name, rest).await.into()
    }

    async fn try_open<E: StoredEvent>(
        &self,
        name: &str,
        rest: impl AsyncFn(usize),
    ) -> Result<Option<Opened<E>>, StoreError> {
        for _ in 0..ATTEMPTS {
            let (found, in_mirror) = self.both(name).await?;
            let readable = in_mirror.as_ref().map(drop).map_err(StoreError::clone);
            let texts = in_mirror.unwrap_or_default();
            let Some(union) = Reconciler::of(name, found.as_ref(), &texts) else {
                readable?;
                // What a deletion left behind when it was interrupted.
                return self.free_deleted(name, &texts).map(|()| None);
            };
            let (mut stored, united) = StoredDiary::read(union, SLICE, &rest).await;
            if let Some(repaired) = self.repair(&united, readable).await {
                if repaired.in_log {
                    stored.is_in_log();
                }
                let Repairing { set_aside, restored, repaired, mirror, .. } = repaired;
                let damage = united.damage;
                return Ok(Some(Opened { stored, damage, restored, set_aside, repaired, mirror }));
            }
        }
        Err(StoreError::Failed("other tabs write in it without a pause".into()))
    }

    /// Makes both copies whole, unless the mirror isn't `readable`: what can't be read is not written
    /// over, and nothing is repaired without it. `None` when another tab has written meanwhile.
    async fn repair(&self, united: &United, readable: Result<(), StoreError>) -> Option<Repairing> {
        let United { header, change, writes, restored, .. } = united;
        let mut repaired = Ok(());
        let mut in_log = false;
        if let (Some(log), Some(change)) = (&self.log, change) {
            repaired.clone_from(&readable);
            if repaired.is_ok() {
                match log.write(&header.name, header.in_log.as_deref(), change).await {
                    Outcome::Done(Written::Done | Written::Already(..)) => in_log = true,
                    Outcome::Done(Written::Stale) => return None,
                    Outcome::Failed(error) => repaired = Err(error),
                }
            }
        }
        let mut mirror = readable.and(repaired.clone());
        if mirror.is_ok() {
            mirror = self.try_apply(writes);
            if self.log.is_none() {
                repaired.clone_from(&mirror);
            }
        }
        let copied = writes.iter().any(|write| matches!(write, Write::Copy(..)));
        let removed = change.as_ref().is_some_and(|change| !change.aside.is_empty());
        let set_aside = (copied && mirror.is_ok()) || (removed && repaired.is_ok());
        let restored = Restored {
            to_log: if repaired.is_ok() { restored.to_log } else { 0 },
            // Where there is no mirror, none of it has come back to one.
            to_mirror: if mirror.is_ok() && self.mirror.is_some() { restored.to_mirror } else { 0 },
        };
        Some(Repairing { in_log, set_aside, restored, repaired, mirror })
    }

    /// Reads a diary from both copies and changes nothing: the stored diary, where it stops, and whether
    /// both copies are what they should be.
    ///
    /// It fails when the log can't be read; or only the mirror has something of it, and that can't
    /// be read.
    pub async fn look<E: StoredEvent>(
        &self,
        name: &str,
    ) -> Outcome<Option<(StoredDiary<E>, Option<Damage>, bool)>> {
        self.try_look(name).await.into()
    }

    async fn try_look<E: StoredEvent>(
        &self,
        name: &str,
    ) -> Result<Option<(StoredDiary<E>, Option<Damage>, bool)>, StoreError> {
        let (found, in_mirror) = self.both(name).await?;
        let readable = in_mirror.as_ref().map(drop).map_err(StoreError::clone);
        let texts = in_mirror.unwrap_or_default();
        let Some(union) = Reconciler::of(name, found.as_ref(), &texts) else {
            return readable.map(|()| None);
        };
        let (stored, united) = StoredDiary::read_at_once(union);
        let is_whole = readable.is_ok() && united.change.is_none() && united.writes.is_empty();
        Ok(Some((stored, united.damage, is_whole)))
    }

    /// What both places have of a diary: the log, and the mirror if it can say.
    async fn both(&self, name: &str) -> Result<Both, StoreError> {
        Ok((self.try_found(name, 1).await?, self.try_texts(name)))
    }

    pub(super) fn put(&self, (key, text): &(String, String)) -> Result<(), StoreError> {
        self.try_apply(&[Write::Put(key.clone(), text.clone())])
    }

    /// What the log has of a diary from the number `from` on; nothing without a log.
    pub async fn found(&self, name: &str, from: usize) -> Outcome<Found> {
        self.try_found(name, from).await.map(Option::unwrap_or_default).into()
    }

    pub(super) async fn try_found(
        &self,
        name: &str,
        from: usize,
    ) -> Result<Option<Found>, StoreError> {
        let Some(log) = &self.log else { return Ok(None) };
        let mut all = log.read(name, from, SLICE).await.into_result()?;
        let mut more = all.lines.len() == SLICE;
        while more {
            let next = all.lines.last().map_or(from, |(number, _)| number + 1);
            let found = log.read(name, next, SLICE).await.into_result()?;
            more = found.lines.len() == SLICE;
            // The newest record, with at least the lines that it counts.
            all.record = found.record;
            all.lines.extend(found.lines);
        }
        Ok(Some(all))
    }

    /// Every text of a diary in the mirror, by key: also what was set aside.
    pub fn texts(&self, name: &str) -> Outcome<Texts> {
        self.try_texts(name).into()
    }

    pub(super) fn try_texts(&self, name: &str) -> Result<Texts, StoreError> {
        let Some(mirror) = &self.mirror else { return Ok(Texts::new()) };
        let mut texts = Texts::new();
        for key in mirror.keys(&format!("{PREFIX}{name}/")).into_result()? {
            if diary_of(&key) == Some(name)
                && let Some(text) = mirror.get(&key).into_result()?
            {
                texts.insert(key, text);
            }
        }
        Ok(texts)
    }

    /// Frees what is left of a deleted diary. Where there is no log, nothing else can say that its
    /// name was given, so its record goes on saying it.
    pub(super) fn free_deleted(&self, name: &str, texts: &Texts) -> Result<(), StoreError> {
        let record = meta_key(name);
        let is_left = |key: &&String| self.log.is_some() || **key != record;
        self.free(texts.keys().filter(is_left))
    }

    pub(super) fn free<'k>(
        &self,
        keys: impl Iterator<Item = &'k String>,
    ) -> Result<(), StoreError> {
        keys.map(|key| Write::Free(key.clone())).try_for_each(|write| self.try_apply(&[write]))
    }

    /// Does this in the mirror, in this order, up to the first that fails.
    pub fn apply(&self, writes: &[Write]) -> Outcome<()> {
        self.try_apply(writes).into()
    }

    pub(super) fn try_apply(&self, writes: &[Write]) -> Result<(), StoreError> {
        let Some(mirror) = &self.mirror else { return Ok(()) };
        writes.iter().try_for_each(|write| mirror.apply(write).into_result())
    }
}
