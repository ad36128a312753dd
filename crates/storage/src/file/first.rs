//! What a file is, before an entry of it is read: text, and of which kind.

use super::{Report, header::header, limits};

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

pub(super) fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

pub(super) fn is_blank(line: &str) -> bool {
    line.trim().is_empty()
}
