//! Keeping what was decided, and the readable copy as it should be.

use leptos::prelude::*;

use super::{Cabinet, Keeping, opening};
use crate::{
    browser::device,
    keeping::{Ink, KeepError, Kept, Shelf as _, StoreError},
    ui::notebook::Desk,
};

impl Cabinet {
    /// Keeps what was decided. When this is done, the entries are safe.
    ///
    /// # Errors
    /// Why they are not.
    pub async fn keep(self, ink: &Ink) -> Result<Kept, KeepError> {
        let kept = self.keeper().keep(ink).await?;
        if self.keeps() {
            self.tell(ink);
        }
        // None when the page is gone meanwhile.
        let is_first = self.has_written.try_get_value() == Some(false);
        self.has_written.set_value(true);
        if is_first && self.keeps() {
            device::remember();
            // The answer is shown among the diaries.
            leptos::task::spawn_local(async {
                device::persist().await;
            });
        }
        Ok(kept)
    }

    /// What is to be said when the entries are safe and the shelf is not as it should be, and how
    /// the keeping stands then.
    pub fn after(self, desk: &dyn Desk, kept: Kept) -> Keeping {
        let name = desk.extent().0;
        let shelf = match kept {
            Kept::Everywhere => return untrack(|| self.keeping(&name)),
            Kept::NotOnShelf(error) => Err(error),
            Kept::ShelfDiffers => self.lay_out(desk),
        };
        match shelf {
            Ok(()) => {
                self.warn(format!(
                    "The readable copy of {name} was not what was left there. It has been written \
                     again; what differed was set aside: see Diaries."
                ));
                Keeping::Saved
            }
            Err(error) => {
                self.warn(opening::not_on_shelf(&name, &error));
                Keeping::InOnePlace
            }
        }
    }

    /// Writes the readable copy again as a whole.
    fn lay_out(self, desk: &dyn Desk) -> Result<(), StoreError> {
        let texts = self.keeper().texts(&desk.extent().0)?;
        self.keeper().apply(&desk.lay_out(&texts))
    }

    /// Writes the readable copy again when another tab, which knew less, has written over its end.
    pub fn keep_up(self, desk: &dyn Desk) {
        let Some(shelf) = self.shelf() else { return };
        let lags = |(key, text): &(String, Option<String>)| {
            let found = shelf.get(key).ok().flatten();
            text.as_ref().is_some_and(|text| {
                found.is_none_or(|found| found != *text && text.starts_with(&found))
            })
        };
        if desk.tail().iter().any(lags) {
            // Where it fails, the next entry tells why.
            let _kept = self.lay_out(desk);
        }
    }
}
