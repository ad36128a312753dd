//! Branches that are kept: a line for each, under the name of the diary that they are of.
//!
//! What can't be read stays where it is, and is told.

use crate::ui::live::memo;
use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    browser::local_storage,
    ui::{
        kept_lines::{self, BRANCHES, branches_of},
        session_signals::SessionSignals,
    },
};
use diary::{Branch, BranchNote, WhatIf};
use examples::{Branched, Divergence, Example};
use storage::Outcome;

/// What can be done with the branches that are kept. Each is told by its line.
#[derive(Clone, Copy)]
pub(super) struct Shelved {
    /// What is kept for the diary that is open.
    pub(super) notes: Memo<Notes>,
    /// Keeps the copy that is open, under a name.
    pub(super) keep: Callback<String, Result<(), String>>,
    /// Deletes one.
    pub(super) delete: Callback<String, Result<(), String>>,
    /// Puts one back that was deleted.
    pub(super) put_back: Callback<String, Result<(), String>>,
    /// Opens one.
    pub(super) open: Callback<String>,
    /// Compares two; none stands for the diary itself.
    pub(super) compare: Callback<[Option<String>; 2], Option<Divergence>>,
}

/// What is kept.
#[derive(Clone, Default, PartialEq)]
pub(super) struct Notes {
    pub(super) kept: Vec<Kept>,
    /// Why a line can't be read, for each such line.
    pub(super) unread: Vec<String>,
    /// Why nothing can be kept.
    pub(super) problem: Option<String>,
}

/// A branch that is kept.
#[derive(Clone, PartialEq)]
pub(super) struct Kept {
    /// Its line.
    pub(super) text: String,
    pub(super) name: String,
    /// What is changed in it.
    pub(super) words: String,
    /// How many entries the diary had then.
    pub(super) version: usize,
    /// Whether the diary that is open begins with these.
    pub(super) is_ours: bool,
}

impl Kept {
    /// What tells it from others in the list: all that is shown of it.
    pub(super) fn key(&self) -> String {
        let is_ours = if self.is_ours { "ours" } else { "" };
        [&self.text, "\n", &self.words, "\n", is_ours].concat()
    }
}

/// The branches of a diary. `open` shows a change as a copy.
pub(super) fn shelved<D: Example>(
    signals: SessionSignals<D>,
    branched: Memo<Option<Arc<Branched<D>>>>,
    open: Callback<WhatIf<D::Command>>,
) -> Shelved {
    let (reader, diaries) = (signals.reader, signals.diaries());
    let turn = RwSignal::new(0);
    local_storage::on_change_elsewhere(move |key| {
        if key.is_none_or(|key| key.starts_with(BRANCHES)) {
            turn.update(|turn| *turn += 1);
        }
    });
    // What a note stands on never changes, so they aren't read again for every new entry.
    let diary = memo(move |_| (reader.edition(), signals.name()));
    let notes = memo(move |_| {
        turn.track();
        let (_, name) = diary.get();
        match kept_lines::read(diaries, &branches_of(&name)) {
            Outcome::Done(lines) => untrack(|| notes_of(signals, lines)),
            Outcome::Failed(error) => {
                Notes { problem: Some(error.to_string()), ..Notes::default() }
            }
        }
    });
    let change = move |how: &dyn Fn(&mut Vec<String>)| {
        let name = signals.name_untracked();
        let written = kept_lines::change(diaries, branches_of(&name), how);
        turn.update(|turn| *turn += 1);
        match written {
            Outcome::Done(()) => Ok(()),
            Outcome::Failed(error) => Err(format!("Nothing was changed: {error}.")),
        }
    };
    let keep = move |name: String| {
        let name = name.trim();
        if name.is_empty() {
            return Err("Give it a name first, such as “Without the salary”.".into());
        }
        if notes.with_untracked(|notes| notes.kept.iter().any(|kept| kept.name == name)) {
            return Err("A branch of that name is kept already. Choose another name.".into());
        }
        let branched = branched.get_untracked();
        let note = branched.and_then(|branched| {
            untrack(|| {
                signals.ask(|diary, _| BranchNote::of(name, diary.entries(), branched.branch()))
            })
        });
        let text = note.ok_or("There is nothing to keep.")?.text();
        change(&|lines| lines.push(text.clone()))
    };
    let branch = move |text: &str| {
        let note = BranchNote::read(text).ok()?;
        signals.ask(|diary, _| Some(Branch::<D>::of(diary.entries(), note.change::<D>())))
    };
    let compare = move |[here, there]: [Option<String>; 2]| {
        let side = |text: Option<String>| match text {
            None => Some(signals.ask(|diary, _| diary.clone())),
            Some(text) => Some(branch(&text)?.decided.diary().clone()),
        };
        let (here, there) = (side(here)?, side(there)?);
        Some(Divergence::of::<D>(here.entries(), there.entries()))
    };
    Shelved {
        notes,
        keep: Callback::new(keep),
        delete: Callback::new(move |text: String| change(&|lines| lines.retain(|it| *it != text))),
        put_back: Callback::new(move |text: String| change(&|lines| lines.push(text.clone()))),
        open: Callback::new(move |text: String| {
            if let Ok(note) = BranchNote::read(&text) {
                open.run(note.change::<D>());
            }
        }),
        compare: Callback::new(compare),
    }
}

fn notes_of<D: Example>(signals: SessionSignals<D>, lines: Vec<String>) -> Notes {
    let mut notes = Notes::default();
    for text in lines {
        match BranchNote::<D::Event>::read(&text) {
            // Two tabs may have kept the very same, which is one branch.
            Ok(_) if notes.kept.iter().any(|kept| kept.text == text) => {}
            Ok(note) => notes.kept.push(kept(signals, note, text)),
            Err(why) => notes.unread.push(why.to_string()),
        }
    }
    notes
}

fn kept<D: Example>(signals: SessionSignals<D>, note: BranchNote<D::Event>, text: String) -> Kept {
    let is_ours = signals.ask(|diary, _| note.since(diary.entries()).is_some());
    let was = signals.ask(|diary, _| diary.entry(note.entry).map(|entry| D::line(&entry.event)));
    let was = was.filter(|_| is_ours).unwrap_or_else(|| format!("entry {}", note.entry));
    let words = match &note.instead {
        None => format!("without “{was}”"),
        Some(event) => format!("“{}” instead of “{was}”", D::line(event)),
    };
    Kept { text, name: note.name, words, version: note.version, is_ours }
}
