//! Small things that the reader keeps beside the diaries: one text on the shelf, a thing on each line.
//!
//! A line that can't be read, perhaps since a newer version wrote it, stays where it is. Before each
//! change the text is read again, so that what another tab has kept meanwhile is not lost.

use super::cabinet::Cabinet;
use crate::keeping::{Shelf as _, StoreError, Write};

/// What the keys of kept branches start with. No key of a diary does.
pub(super) const BRANCHES: &str = "event-diary/what-if/";

/// Where the branches of a diary lie.
pub(super) fn branches_of(diary: &str) -> String {
    [BRANCHES, diary].concat()
}

/// The lines that lie under a key. None are empty.
///
/// # Errors
/// Why the shelf can't say.
pub(super) fn read(cabinet: Cabinet, key: &str) -> Result<Vec<String>, StoreError> {
    let text = cabinet.shelf().ok_or(StoreError::Blocked)?.get(key)?.unwrap_or_default();
    Ok(text.split('\n').filter(|line| !line.is_empty()).map(str::to_owned).collect())
}

/// Changes the lines that lie under a key.
///
/// # Errors
/// Why that isn't kept; nothing has changed then.
pub(super) fn change(
    cabinet: Cabinet,
    key: String,
    how: impl FnOnce(&mut Vec<String>),
) -> Result<(), StoreError> {
    let mut lines = read(cabinet, &key)?;
    how(&mut lines);
    let write = if lines.is_empty() { Write::Free(key) } else { Write::Put(key, lines.join("\n")) };
    cabinet.shelf().ok_or(StoreError::Blocked)?.apply(&write)
}
