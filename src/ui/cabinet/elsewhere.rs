//! What happened to a diary on the shelf while it is open here: other tabs write, browsers lose.

use super::Cabinet;
use crate::{
    browser::shelf::{Shelf, ShelfError},
    diary::{Damage, Opened, Volume, Write},
    ui::kind::Stored,
};

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
    /// Looks whether what is on the shelf is what was left there, and unites the two where one
    /// continues the other. Nothing is written over a diary that tells another story.
    pub fn written_elsewhere<E: Stored>(self, volume: &Volume<E>) -> Elsewhere<E> {
        let name = volume.name();
        let Some(shelf) = self.shelf else { return Elsewhere::Nothing };
        if self.why_read_only(name).is_some() {
            // What lies there and what is shown differ from the start, and it is left as it is.
            return Elsewhere::Nothing;
        }
        match is_as_left(shelf, &volume.tail()) {
            Ok(true) => return Elsewhere::Nothing,
            Ok(false) => {}
            Err(error) => return Elsewhere::Conflict(format!("{error}. Nothing was written.")),
        }
        let (found, damage) = match Volume::open(name, &self.texts(name)) {
            Some(Opened { volume, damage }) => (volume, damage),
            None => (Volume::new(name, volume.created()), None),
        };
        let repair = match damage {
            // Whole, but of a newer version: it is not ours to write over.
            Some(Damage { repair, why, .. }) if repair.is_empty() => {
                return Elsewhere::Conflict(format!("{why}. Reload the page to go on."));
            }
            Some(Damage { repair, .. }) => repair,
            None => Vec::new(),
        };
        let is_damaged = !repair.is_empty();
        if continues(&found, volume) {
            if is_damaged && let Err(conflict) = self.mend(name, repair) {
                return Elsewhere::Conflict(conflict);
            }
            Elsewhere::Newer(found)
        } else if continues(volume, &found) {
            // Lost, damaged, or put back by a stale tab: ours is the same diary, with more in it.
            let ours = volume.texts().into_iter().map(|(key, text)| Write::Put(key, text));
            match self.mend(name, repair.into_iter().chain(ours).collect()) {
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

    fn mend(self, name: &str, writes: Vec<Write>) -> Result<(), String> {
        writes.iter().try_for_each(|write| self.carry_out(write)).map_err(|error| {
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

fn is_as_left(shelf: Shelf, tail: &[(String, Option<&str>)]) -> Result<bool, ShelfError> {
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
