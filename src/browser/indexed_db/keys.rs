//! Under which keys a diary lies in the database.

use indexed_db_futures::KeyRange;

pub(super) const ENTRIES: &str = "entries";
pub(super) const META: &str = "meta";
pub(super) const BROKEN: &str = "broken";

/// The key of an entry.
pub(super) fn key(name: &str, number: usize) -> String {
    format!("{name}/{number:010}")
}

/// Where it is noted which entries a command has written.
pub(super) fn id(name: &str, command: &str) -> String {
    format!("{name}/id/{command}")
}

/// The keys of a diary's entries from this number on.
pub(super) fn range(name: &str, from: usize) -> KeyRange<String> {
    // A colon comes right after the digits, so nothing of the diary lies beyond it.
    KeyRange::Bound(key(name, from), false, format!("{name}/:"), true)
}

/// The keys under which a diary's commands are noted.
pub(super) fn ids(name: &str) -> KeyRange<String> {
    // A zero comes right after the slash.
    KeyRange::Bound(id(name, ""), false, format!("{name}/id0"), true)
}
