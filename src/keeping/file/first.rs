//! What a file is, before an entry of it is read: text, ours, and of which kind.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Report, limits};

/// The version of these files. An older one is read for ever; a newer one is refused, not guessed.
pub(super) const VERSION: u32 = 1;

/// The first line.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Header {
    #[serde(rename = "event-diary")]
    pub(super) version: u32,
    pub(super) kind: String,
    // A file that was rescued from a page that no longer works may lack the rest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) name: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) title: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) created: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) entries: Option<usize>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) fingerprint: Option<String>,
}
/// The text of a file. Its length should be looked at before it is even loaded; see
/// [`LARGEST_FILE`](super::LARGEST_FILE).
///
/// # Errors
/// Why it is no text, in words.
pub fn text_of(bytes: &[u8]) -> Result<&str, Report> {
    is_small_enough(bytes.len())?;
    match bytes {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [_, 0, ..] | [0, _, ..] => {
            return Err(Report::of(
                "The file is written in UTF-16. Save it as UTF-8 in the program that wrote it, and try again.",
            ));
        }
        [0x1f, 0x8b, ..] | [b'P', b'K', 3, 4, ..] => {
            return Err(Report::of("The file is compressed. Unpack it first, and try again."));
        }
        _ => {}
    }
    std::str::from_utf8(bytes).map_err(|error| {
        let good = bytes.iter().take(error.valid_up_to());
        let line = good.filter(|byte| **byte == b'\n').count() + 1;
        let mut report = Report::default();
        report.add(Some(line), "There is something in the line that is not text (UTF-8).");
        report
    })
}

/// Which kind of diary a file holds, by its first line.
///
/// # Errors
/// Why it holds none.
pub fn kind_of(text: &str) -> Result<String, Report> {
    is_small_enough(text.len())?;
    let first = without_mark(text).lines().find(|line| !is_blank(line));
    Ok(header(first.unwrap_or_default())?.kind)
}

pub(super) fn is_small_enough(bytes: usize) -> Result<(), Report> {
    limits::size(bytes).map_err(Report::of)
}

pub(super) fn header(line: &str) -> Result<Header, Report> {
    #[derive(Deserialize)]
    struct Mark {
        #[serde(rename = "event-diary")]
        version: Value,
    }
    let wrong = |words: String| {
        let mut report = Report::default();
        report.add(Some(1), words);
        report
    };
    if line.is_empty() {
        return Err(Report::of("The file is empty."));
    }
    // A list would do for serde as well.
    let mark = Some(line).filter(|line| line.starts_with('{'));
    let Some(Mark { version }) = mark.and_then(|line| serde_json::from_str(line).ok()) else {
        return Err(Report::of(
            "This file was not written by this page: its first line should begin with {\"event-diary\":1",
        ));
    };
    match version.as_u64() {
        Some(version) if version == u64::from(VERSION) => serde_json::from_str(line)
            .map_err(|error| wrong(format!("The line can’t be read ({error})."))),
        Some(newer) if newer > u64::from(VERSION) => Err(wrong(format!(
            "A newer version of this page wrote the file (format {newer}). Reload the page, and try again."
        ))),
        _ => Err(wrong(format!("“{version}” is no version of this page’s files."))),
    }
}

pub(super) fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

pub(super) fn is_blank(line: &str) -> bool {
    line.trim().is_empty()
}
