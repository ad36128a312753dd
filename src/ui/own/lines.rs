//! Where kept questions lie: one text for each kind of diary, with a question on each line.

use leptos::prelude::*;

use super::Own;
use crate::{
    diary::Link,
    keeping::{PREFIX, StoreError},
    ui::kept_lines,
};

impl Own {
    /// The key on the shelf under which they lie.
    pub(super) fn key(self) -> String {
        [PREFIX, "own/", self.kind].concat()
    }

    /// Shows what lies on the shelf now.
    pub(super) fn look(self) {
        let found = self.read();
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

    fn change(self, how: impl FnOnce(&mut Vec<String>)) -> Result<(), StoreError> {
        kept_lines::change(self.cabinet, self.key(), how)?;
        self.look();
        Ok(())
    }

    /// The lines that lie there, each of them once.
    fn read(self) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        // Where the shelf can't say, nothing was kept either.
        for line in kept_lines::read(self.cabinet, &self.key()).unwrap_or_default() {
            if !lines.contains(&line) {
                lines.push(line);
            }
        }
        lines
    }
}

/// The id of a kept question's card.
pub(super) fn id_of(line: &str) -> String {
    format!("own-{}", Link::default().next(line))
}
