//! Keeping without a ledger: nobody puts the tabs in an order, so one of them writes, and it looks
//! what lies on the shelf before it does.

use leptos::prelude::*;

use super::Cabinet;
use crate::{
    browser::{clock, place, shelf::Shelf},
    diary::FormatError,
    keeping::{Damage, Shelf as _, StoreError, Volume, Write},
    ui::kind::Stored,
};

/// Where the tab that writes has put its name.
pub const WRITER: &str = "event-diary/writer";

/// What another tab did to a diary that is open here.
pub enum Elsewhere<E> {
    /// Nothing.
    Nothing,
    /// It wrote more entries at its end.
    Newer(Volume<E>),
    /// Something that can't be united with what is open here; in words.
    Conflict(String),
}

impl Cabinet {
    /// Becomes the tab that writes, unless there is one or a ledger makes it unnecessary.
    pub(super) fn choose_writer(self) {
        if self.has_ledger() {
            return;
        }
        let Some(shelf) = self.shelf() else { return };
        match shelf.setting::<String>(WRITER) {
            Some(_) => self.is_writer.set(false),
            None => self.write_here(),
        }
        // A tab that goes leaves the place to the next one.
        let leave = move || {
            if self.is_writer.get_untracked() {
                let _free = shelf.apply(&Write::Free(WRITER.into()));
            }
        };
        on_cleanup(leave);
        place::on_leave(leave);
    }

    /// From now on this tab writes, and the others only read.
    pub fn write_here(self) {
        if let Some(shelf) = self.shelf() {
            let name = clock::now().timestamp_millis().to_string();
            // Where it can't be kept, nothing else can either, and that is told.
            let _kept = shelf.keep_setting(WRITER, &name);
        }
        self.is_writer.set(true);
    }

    /// Another tab may have become the one that writes.
    pub fn hear_of_writer(self, key: Option<&str>) {
        let is_taken = || self.shelf()?.setting::<String>(WRITER);
        if key == Some(WRITER) && !self.has_ledger() && is_taken().is_some() {
            self.is_writer.set(false);
        }
    }

    /// Looks whether what is on the shelf is what was left there, and unites the two where one
    /// continues the other. Nothing is written over a diary that tells another story.
    pub fn written_elsewhere<E: Stored>(self, volume: &Volume<E>) -> Elsewhere<E> {
        let name = volume.name();
        let Some(shelf) = self.shelf().filter(|_| !self.has_ledger()) else {
            return Elsewhere::Nothing;
        };
        if untrack(|| self.read_only.with(|all| all.contains_key(name))) {
            // What lies there and what is shown differ from the start, and it is left as it is.
            return Elsewhere::Nothing;
        }
        match is_as_left(shelf, &volume.tail()) {
            Ok(true) => return Elsewhere::Nothing,
            Ok(false) => {}
            Err(error) => return Elsewhere::Conflict(format!("{error}. Nothing was written.")),
        }
        let texts = self.keeper().texts(name).unwrap_or_default();
        let found = Volume::from_shelf(name, &texts);
        let (found, damage, repair) =
            found.unwrap_or_else(|| (Volume::new(name, volume.created()), None, Vec::new()));
        if let Some(Damage { why, .. }) = &damage
            && matches!(why, FormatError::Newer(_) | FormatError::UnknownEvent { .. })
        {
            // Whole, but of a newer version: it is not ours to write over.
            return Elsewhere::Conflict(format!("{why}. Reload the page to go on."));
        }
        if continues(&found, volume) {
            if damage.is_some()
                && let Err(conflict) = self.mend(name, &repair)
            {
                return Elsewhere::Conflict(conflict);
            }
            Elsewhere::Newer(found)
        } else if continues(volume, &found) {
            // Lost, damaged, or put back by a stale tab: ours is the same diary, with more in it.
            match self.mend(name, &volume.lay_out(&texts)) {
                Ok(()) => Elsewhere::Nothing,
                Err(conflict) => Elsewhere::Conflict(conflict),
            }
        } else {
            Elsewhere::Conflict(
                "another tab has told a different story in this diary. Reload the page to see it."
                    .into(),
            )
        }
    }

    fn mend(self, name: &str, writes: &[Write]) -> Result<(), String> {
        let Some(shelf) = self.shelf() else { return Ok(()) };
        writes.iter().try_for_each(|write| shelf.apply(write)).map_err(|error| {
            format!(
                "the browser’s copy of {name} is not whole and could not be written again: {error}."
            )
        })?;
        self.warn(format!(
            "The browser’s copy of {name} was not what was left there. It has been written again; \
             what could not be read was set aside: see Diaries."
        ));
        Ok(())
    }
}

fn is_as_left(shelf: Shelf, tail: &[(String, Option<&str>)]) -> Result<bool, StoreError> {
    for (key, expected) in tail {
        if shelf.get(key)?.as_deref() != *expected {
            return Ok(false);
        }
    }
    Ok(true)
}

fn continues<E: Stored>(newer: &Volume<E>, older: &Volume<E>) -> bool {
    newer.diary().entries().starts_with(older.diary().entries())
}
