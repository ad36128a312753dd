//! What a file may be so that it is taken in: asked on its way in, and on its way out.

use chrono::{DateTime, Datelike};
use serde_json::Value;

use super::{FileHeader, Report, header::header};
use english::counted;

/// The most bytes that a file may have: 64 MiB. It is read as a whole, and a phone has room for
/// that, but not for much more before anything is known about it.
pub const LARGEST_FILE: usize = 64 * 1024 * 1024;

/// The most entries that a file may have. With names of some length, [`LARGEST_FILE`] is less.
pub const MOST_ENTRIES: usize = 1_000_000;

/// The longest title of a diary, in characters: a name like any other.
pub const LONGEST_TITLE: usize = 200;

/// The longest text in an entry, in characters: what the fields for names take.
pub const LONGEST_TEXT: usize = 200;

/// A file of so many bytes may be read.
pub(super) fn size(bytes: usize) -> Result<(), String> {
    if bytes <= LARGEST_FILE {
        return Ok(());
    }
    let most = LARGEST_FILE / 1024 / 1024;
    Err(format!("The file is too large: at most {most} MB can be read."))
}

/// What is wrong with a first line, a sentence each.
pub(super) fn first_line(header: &FileHeader) -> Vec<String> {
    let mut wrong = Vec::new();
    let title = header.title.as_ref().map_or(0, |title| title.chars().count());
    if title > LONGEST_TITLE {
        wrong.push(format!(
            "The title has {title} characters. At most {LONGEST_TITLE} are allowed."
        ));
    }
    let year = |ms| DateTime::from_timestamp_millis(ms).map(|at| at.year());
    let is_ours = |ms| year(ms).is_some_and(|year| (1970..=9999).contains(&year));
    if header.created.is_some_and(|ms| !is_ours(ms)) {
        let words = "The time at which the diary was begun is not in the years 1970 to 9999.";
        wrong.push(words.to_owned());
    }
    if let Some(entries) = header.entries.filter(|entries| *entries > MOST_ENTRIES) {
        let entries = counted::entries(entries);
        wrong.push(format!(
            "The line says that there are {entries}. At most {MOST_ENTRIES} are allowed."
        ));
    }
    wrong
}

/// Names are typed in fields that take so much and not more.
pub(super) fn entry(json: &str) -> Result<(), String> {
    // A text is not longer than the line that it stands in.
    if json.len() <= LONGEST_TEXT {
        return Ok(());
    }
    let value: Value =
        serde_json::from_str(json).map_err(|error| format!("The line can’t be read ({error})."))?;
    match longest(&value) {
        ..=LONGEST_TEXT => Ok(()),
        length => {
            Err(format!("A name has {length} characters. At most {LONGEST_TEXT} are allowed."))
        }
    }
}

/// The longest text inside, in characters. `serde_json` reads nothing that is deeper than 128.
fn longest(value: &Value) -> usize {
    match value {
        Value::Null | Value::Bool(_) | Value::Number(_) => 0,
        Value::String(text) => text.chars().count(),
        Value::Array(values) => values.iter().map(longest).max().unwrap_or_default(),
        Value::Object(fields) => fields.values().map(longest).max().unwrap_or_default(),
    }
}

/// Looks at the lines of a file on their way out, and knows then whether it could come back.
///
/// A diary grows by its rules, which know none of these limits, so there can be one that is too
/// large for a file. It is handed out all the same, and its reader is told.
#[derive(Clone, Debug, Default)]
pub struct ReadBack {
    bytes: usize,
    lines: usize,
    report: Report,
}

impl ReadBack {
    /// Looks at the next line.
    pub fn see(&mut self, line: &str) {
        self.bytes = self.bytes.saturating_add(line.len());
        self.lines = self.lines.saturating_add(1);
        let line = line.trim_end_matches('\n');
        if self.lines == 1 {
            match header(line) {
                Ok(header) => {
                    for words in first_line(&header) {
                        self.report.add(Some(1), words);
                    }
                }
                Err(report) => self.report = report,
            }
        } else if line.starts_with('[')
            && let Err(words) = entry(line)
        {
            self.report.add(Some(self.lines), words);
        }
    }

    /// Whether the file can be taken in again.
    ///
    /// # Errors
    /// Why it can't.
    pub fn finish(mut self) -> Result<(), Report> {
        if let Err(words) = size(self.bytes) {
            self.report.add(None, words);
        }
        if self.report.is_empty() { Ok(()) } else { Err(self.report) }
    }
}
