//! A reader with a tab, who does what the page does.

use chrono::{DateTime, Utc};
use event_diary::{
    diary::{Decider, replay},
    domain::bank::{Bank, Event},
    keeping::{KeepError, Kept, TOMBSTONE, Volume},
};

use crate::{
    judge::NAME,
    random::{Sample, Step},
    stores::{Tab, World},
};

/// A tab, and its reader.
pub(crate) struct Reader {
    pub(crate) tab: Tab,
    pub(crate) volume: Option<Volume<Event>>,
    names: Vec<String>,
    /// The lines that were shown as saved in this tab.
    pub(crate) told: Vec<(usize, String)>,
    /// The lines that it tried to write, whatever it was told.
    pub(crate) tried: Vec<String>,
}

/// What became of a wish.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Told {
    Saved,
    Refused,
    /// Other tabs were faster three times.
    Conflict,
    Failed,
    /// The diary has been deleted.
    Gone,
}

impl Reader {
    pub(crate) fn new(world: &World, names: &[String]) -> Self {
        let (tab, names) = (world.tab(), names.to_vec());
        Self { tab, volume: None, names, told: Vec::new(), tried: Vec::new() }
    }

    /// What the notebook does: decide on what is here; when that is stale, take in what others
    /// wrote and decide again, three times at most.
    pub(crate) async fn wish(&mut self, step: &Step, now: DateTime<Utc>) -> Told {
        for _ in 0..3 {
            if self.volume.is_none() {
                match self.tab.open(NAME, async |_| {}).await {
                    Ok(Some(found)) if found.mended.is_ok() => self.volume = Some(found.volume),
                    Ok(None) => return Told::Gone,
                    Ok(Some(_)) | Err(_) => return Told::Failed,
                }
            }
            let Some(volume) = &mut self.volume else { return Told::Failed };
            let bank: Bank = replay(volume.diary().entries().iter().map(|entry| &entry.event));
            let Ok(events) = bank.decide(&bank.wish(step, &self.names)) else {
                return Told::Refused;
            };
            let draft = volume.draft(now, events);
            let lines = draft.ink.change.lines.clone();
            self.tried.extend(lines.iter().map(|(_, line)| line.clone()));
            match self.tab.keep(&draft.ink).await {
                Ok(kept) => {
                    volume.accept(draft);
                    self.told.extend(lines);
                    if kept == Kept::ShelfDiffers
                        && self.catch_up().await == Ok(())
                        && let Some(volume) = &self.volume
                    {
                        lay_out(&self.tab, volume);
                    }
                    return Told::Saved;
                }
                Err(KeepError::Stale) => match self.catch_up().await {
                    Ok(()) => {}
                    Err(told) => return told,
                },
                Err(KeepError::Store(_)) => return Told::Failed,
            }
        }
        Told::Conflict
    }

    /// Takes in what other tabs have written. What doesn't follow is read anew.
    pub(crate) async fn catch_up(&mut self) -> Result<(), Told> {
        let Some(volume) = &mut self.volume else { return Ok(()) };
        match self.tab.found(NAME, volume.diary().len() + 1).await {
            Err(_) => Err(Told::Failed),
            Ok(found) => {
                let found = found.unwrap_or_default();
                if found.record.as_deref() == Some(TOMBSTONE) {
                    return Err(Told::Gone);
                }
                let lines = found.lines.iter().map(|(_, line)| line.as_str());
                if volume.take_in(lines, found.record.as_deref().unwrap_or_default()).is_err() {
                    self.volume = None;
                }
                Ok(())
            }
        }
    }
}

/// Puts the shelf right, as far as there is room; the ledger has it all.
fn lay_out(tab: &Tab, volume: &Volume<Event>) {
    let _full_perhaps = tab.texts(NAME).and_then(|texts| tab.apply(&volume.lay_out(&texts)));
}
