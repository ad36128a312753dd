//! Small things that the reader keeps beside the diaries: one text in the mirror, a thing on each line.
//!
//! A line that can't be read, perhaps since a newer version wrote it, stays where it is. Before each
//! change the text is read again, so that what another tab has kept meanwhile is not lost.

use super::all_diaries::Diaries;
use storage::{Mirror as _, Outcome, StoreError, Write};

/// What the keys of kept branches start with. No key of a diary does.
pub(super) const BRANCHES: &str = "event-diary/what-if/";

/// Where the branches of a diary lie.
pub(super) fn branches_of(diary: &str) -> String {
    [BRANCHES, diary].concat()
}

/// The lines that lie under a key. None are empty.
pub(super) fn read(diaries: Diaries, key: &str) -> Outcome<Vec<String>> {
    let Some(mirror) = diaries.mirror() else { return Outcome::Failed(StoreError::Blocked) };
    mirror.get(key).map(|text| {
        let text = text.unwrap_or_default();
        text.split('\n').filter(|line| !line.is_empty()).map(str::to_owned).collect()
    })
}

/// Changes the lines that lie under a key. When that fails, nothing has changed.
pub(super) fn change(
    diaries: Diaries,
    key: String,
    how: impl FnOnce(&mut Vec<String>),
) -> Outcome<()> {
    let Some(mirror) = diaries.mirror() else { return Outcome::Failed(StoreError::Blocked) };
    let mut lines = match read(diaries, &key) {
        Outcome::Done(lines) => lines,
        Outcome::Failed(error) => return Outcome::Failed(error),
    };
    how(&mut lines);
    let write = if lines.is_empty() { Write::Free(key) } else { Write::Put(key, lines.join("\n")) };
    mirror.apply(&write)
}
