//! How the session of an open diary stands, as it is shown beside the diary's lines.

use leptos::prelude::*;

use storage::{CommandId, SaveStatus};

/// What the page shows beside its lines.
#[derive(Clone, Copy)]
pub struct DiaryViewState {
    /// The refusals that their reader may not have seen yet.
    pub refusals: RwSignal<Vec<Refused>>,
    /// How the keeping stands.
    pub status: RwSignal<SaveStatus>,
    /// What else has happened, in words.
    pub told: RwSignal<String>,
    /// The diaries that were left while commands waited in them, with how many wait.
    pub left: RwSignal<Vec<(String, usize)>>,
    /// What the diary is called.
    pub name: Signal<String>,
    /// The stored form of an entry.
    pub stored: Callback<usize, Option<String>>,
    /// These refusals have been on the screen.
    pub painted: Callback<Vec<CommandId>>,
    /// The reader has seen these refusals.
    pub seen: Callback<Vec<CommandId>>,
}

/// A command that left no entry, as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Its name.
    pub id: CommandId,
    /// The command as it was said.
    pub command: String,
    /// The rule with its numbers, or what went wrong.
    pub why: String,
    /// How many entries were on the screen, when it was refused at once: it belongs to its moment.
    pub version: Option<usize>,
}
