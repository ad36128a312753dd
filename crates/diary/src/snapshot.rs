//! The forgetful twin: the same commands and the same rules, but only today is kept.

use chrono::{DateTime, Utc};

use super::{Decider, entry::dated};

/// Today's state and nothing else: what a row in an ordinary table holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Snapshot<D> {
    today: D,
    updated_at: Option<DateTime<Utc>>,
}

impl<D: Decider> Snapshot<D> {
    /// Carries out a command by overwriting the row. The facts are used once and thrown away.
    ///
    /// # Errors
    /// The rule that the command breaks; the row stays as it was.
    pub fn handle(&mut self, at: DateTime<Utc>, command: &D::Command) -> Result<(), D::Rejection> {
        for event in self.today.decide(command)? {
            self.overwrite(at, &event);
        }
        Ok(())
    }

    /// Overwrites the row with what one fact makes of it.
    pub fn overwrite(&mut self, at: DateTime<Utc>, event: &D::Event) {
        self.today.apply(event);
        // The same clock rule as the diary's, so that both worlds show the same time.
        self.updated_at = Some(dated(at, self.updated_at));
    }

    /// Where things stand now.
    pub fn today(&self) -> &D {
        &self.today
    }

    /// When the row was last overwritten. It doesn't say by what.
    pub fn updated_at(&self) -> Option<DateTime<Utc>> {
        self.updated_at
    }
}
