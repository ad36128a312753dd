//! Where kept questions lie: one text for each kind of diary, with a question on each line.
//!
//! A line that can't be read, perhaps since a newer version wrote it, stays where it is. Before each
//! change the text is read again, so that what another tab has kept meanwhile is not lost.

use leptos::prelude::*;

use super::Own;
use crate::{
    diary::Link,
    keeping::{PREFIX, Shelf as _, StoreError, Write},
};

impl Own {
    /// The key on the shelf under which they lie.
    pub(super) fn key(self) -> String {
        [PREFIX, "own/", self.kind].concat()
    }

    /// Shows what lies on the shelf now. Where there is no shelf nothing was kept either.
    pub(super) fn look(self) {
        let found = self.read().unwrap_or_default();
        if self.lines.with_untracked(|lines| *lines != found) {
            self.lines.set(found);
        }
    }

    /// Keeps a question.
    ///
    /// # Errors
    /// Why it is not kept; nothing has changed then.
    pub(super) fn keep(self, question: String) -> Result<(), StoreError> {
        self.change(|lines| lines.push(question))
    }

    /// Forgets a line, whether it can be read or not.
    ///
    /// # Errors
    /// Why it is still there.
    pub(super) fn forget(self, line: &str) -> Result<(), StoreError> {
        self.change(|lines| lines.retain(|kept| kept != line))
    }

    fn change(self, change: impl FnOnce(&mut Vec<String>)) -> Result<(), StoreError> {
        let mut lines = self.read()?;
        change(&mut lines);
        let key = self.key();
        let write =
            if lines.is_empty() { Write::Free(key) } else { Write::Put(key, lines.join("\n")) };
        self.cabinet.shelf().ok_or(StoreError::Blocked)?.apply(&write)?;
        self.look();
        Ok(())
    }

    /// The lines that lie there, each of them once.
    fn read(self) -> Result<Vec<String>, StoreError> {
        let text = self.cabinet.shelf().ok_or(StoreError::Blocked)?.get(&self.key())?;
        let mut lines: Vec<String> = Vec::new();
        for line in text.unwrap_or_default().split('\n').filter(|line| !line.is_empty()) {
            if !lines.iter().any(|before| before == line) {
                lines.push(line.to_owned());
            }
        }
        Ok(lines)
    }
}

/// The id of a kept question's card.
pub(super) fn id_of(line: &str) -> String {
    format!("own-{}", Link::default().next(line))
}
