//! The first line of a file: whose it is, and which diary follows.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Report;

/// The version of these files. An older one is read for ever; a newer one is refused, not guessed.
pub(super) const VERSION: u32 = 1;

/// The first line.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct FileHeader {
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

pub(super) fn header(line: &str) -> Result<FileHeader, Report> {
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
        _ => Err(wrong(format!("This page knows no files of the version “{version}”."))),
    }
}
