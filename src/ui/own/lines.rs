//! The reader's own questions, and where the kept ones lie: one text for each kind of diary, with a
//! question on each line.

use leptos::prelude::*;

use crate::ui::{all_diaries::Diaries, kept_lines};
use diary::ChainHash;
use storage::{Outcome, PREFIX, StoreError};

/// The id of the button that opens the card: where the focus goes when a kept question goes.
pub(super) const OPENER: &str = "own-open";

/// The id of the card itself.
pub(super) const CARD: &str = "own";

/// The reader's own questions to one kind of diary.
#[derive(Clone, Copy)]
pub struct Own {
    kind: &'static str,
    diaries: Diaries,
    /// Whether one is being put together.
    pub(super) is_open: RwSignal<bool>,
    /// The kept ones as they lie in the mirror, one text line for each, readable or not.
    pub(super) lines: RwSignal<Vec<String>>,
}

impl Own {
    /// Looks up what was kept for this kind of diary.
    pub fn of(kind: &'static str, diaries: Diaries) -> Self {
        let own =
            Self { kind, diaries, is_open: RwSignal::new(false), lines: RwSignal::new(Vec::new()) };
        own.look();
        own
    }

    /// The key in the mirror under which they lie.
    pub(super) fn key(self) -> String {
        [PREFIX, "own/", self.kind].concat()
    }

    /// Shows what lies in the mirror now.
    pub(super) fn look(self) {
        let found = self.read();
        if self.lines.with_untracked(|lines| *lines != found) {
            self.lines.set(found);
        }
    }

    /// Keeps a question. When that fails, nothing has changed.
    pub(super) fn keep(self, question: String) -> Outcome<()> {
        self.change(|lines| lines.push(question))
    }

    /// Forgets a line, whether it can be read or not. When that fails, it is still there.
    pub(super) fn forget(self, line: &str) -> Outcome<()> {
        self.change(|lines| lines.retain(|kept| kept != line))
    }

    fn change(self, how: impl FnOnce(&mut Vec<String>)) -> Outcome<()> {
        let changed = kept_lines::change(self.diaries, self.key(), how);
        self.look();
        changed
    }

    /// The lines that lie there, each of them once.
    fn read(self) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        let found = match kept_lines::read(self.diaries, &self.key()) {
            Outcome::Done(found) => found,
            // Where there is no such store, nothing was kept either, and that has been told.
            Outcome::Failed(StoreError::Blocked) => Vec::new(),
            Outcome::Failed(error) => {
                self.diaries.warn(format!("Your own questions can’t be read just now: {error}."));
                Vec::new()
            }
        };
        for line in found {
            if !lines.contains(&line) {
                lines.push(line);
            }
        }
        lines
    }
}

/// The id of a kept question's card.
pub(super) fn id_of(line: &str) -> String {
    format!("own-{}", ChainHash::default().next(line))
}
