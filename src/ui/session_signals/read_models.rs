//! Everything that one diary leads to.

use chrono::DateTime;

use diary::{Snapshot, project};
use examples::{Describe, Statement};
use storage::{Desk, OpeningId, Stored, StoredDiary};

/// The sessions of a place, and what the diary in front leads to. That is filled from its entries
/// and from nothing else.
pub(super) struct ReadModels<D: Describe + Stored> {
    pub(super) desk: Desk<D>,
    pub(super) row: Snapshot<D>,
    pub(super) statement: Statement<D>,
    /// How often another diary was opened in the place of the one before.
    pub(super) edition: usize,
    /// What the models above were read from: the opening, its edition, and how many entries.
    read: (OpeningId, usize, usize),
    title: Option<String>,
}

impl<D: Describe + Stored> ReadModels<D> {
    pub(super) fn new(tab: u64) -> Self {
        Self {
            desk: Desk::new(tab),
            row: Snapshot::default(),
            statement: Statement::default(),
            edition: 0,
            read: (OpeningId(0), 0, 0),
            title: None,
        }
    }

    pub(super) fn stored(&self) -> &StoredDiary<D::Event> {
        self.desk.front().stored()
    }

    /// What one of the figures is of.
    pub(super) fn figure(&self, which: usize) -> Option<&D::Figure> {
        self.statement.figures().get(which).map(|(of, _)| of)
    }

    /// Takes in what the session in front has beyond what was read; whether that is anything.
    pub(super) fn catch_up(&mut self) -> bool {
        let front = self.desk.front();
        let entries = front.stored().diary().entries();
        let (opening, edition, before) = self.read;
        let is_another = (opening, edition) != (front.opening(), front.edition());
        let title = front.stored().title().map(str::to_owned);
        let is_same = !is_another && before == entries.len() && title == self.title;
        if is_another {
            self.edition += 1;
            self.statement = project(entries);
            self.row = Snapshot::default();
        }
        let new = entries.get(if is_another { 0 } else { before }..).unwrap_or_default();
        for entry in new {
            self.row.overwrite(entry.at, &entry.event);
        }
        if !is_another {
            self.statement.extend(new);
        }
        self.read = (front.opening(), front.edition(), entries.len());
        self.title = title;
        !is_same
    }

    /// When the diary in front was begun.
    pub(super) fn created(&self) -> DateTime<chrono::Utc> {
        self.stored().created()
    }
}
