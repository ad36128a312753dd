//! So many of something, in words.

/// “1 entry”, “2 entries”.
pub fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// So many entries of a diary.
pub fn entries(count: usize) -> String {
    counted(count, "entry", "entries")
}

/// So many lines of a stored text.
pub fn lines(count: usize) -> String {
    counted(count, "line", "lines")
}
