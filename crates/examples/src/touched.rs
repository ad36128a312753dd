//! Was it touched? What is said of a copy of the stored lines, in words.

use diary::{ChainHash, ChainReport};
use english::counted;

/// How many characters of a link stand at the end of a line.
pub const KEPT: usize = 8;

/// How a link is made, for whoever wants to make one by hand.
pub const RECIPE: &str = "A seal is the SHA-256 of two things, one right after the other. The \
                          first is the seal of the entry before, as 32 bytes. The second is the \
                          text of the entry up to its last bar, byte for byte. The first entry \
                          has no entry before it, so there all 32 bytes are zero. SHA-256 has 64 \
                          characters. A stored line keeps the first 8 of them. The next seal is \
                          made from all 64.";

/// The link that stands at the end of a line, whether it follows or not. Of what is longer than a
/// link as much is shown as a link would be.
pub fn link_said(line: &str) -> Option<String> {
    let (_, said) = line.rsplit_once('|')?;
    let said: String = said.chars().take(KEPT).collect();
    (!said.is_empty()).then_some(said)
}

/// “Line 3 is the first that does not follow: the line was changed after it was written.”
pub fn chain_words(found: &ChainReport) -> String {
    let lines = found.faults().len();
    match found.first_fault() {
        None if lines == 0 => "There is no line in the text.".into(),
        None if lines == 1 => "✓ The line fits: it is the first one.".into(),
        None => {
            format!("✓ All {} fit, each with the one before it.", counted::lines(lines))
        }
        Some((line, why)) => {
            let broken = found.faults().iter().filter(|fault| fault.is_some()).count();
            let after = if broken == 1 {
                String::new()
            } else {
                let lines = counted::lines(broken);
                format!(" {lines} don’t fit: each seal is made from the one before.")
            };
            format!("✗ Line {line} is the first that doesn’t fit: {why}.{after}")
        }
    }
}

/// In which link the diary ends as it is kept, which one stands at the end of the copy, and which one
/// the copy's lines lead to. Where a line was changed and no link, these are not the same.
pub fn end_words(diary: ChainHash, copy: &str, found: &ChainReport) -> String {
    let kept = diary.to_string();
    let leads_to = found.fingerprint().to_string();
    let Some(last) = copy.lines().next_back() else {
        return format!("The diary, as it is kept, ends in the seal {kept}. The text has no line.");
    };
    let copy = match link_said(last) {
        None => format!(
            "The last line of the text has no seal. What the text says leads to {leads_to}."
        ),
        Some(said) if said == leads_to && said == kept => "So does the text.".into(),
        Some(said) if said == leads_to => {
            format!("The text ends in {said}, and what it says leads there.")
        }
        Some(said) if said == kept => {
            format!("The text ends in the same seal, but what it says leads to {leads_to}.")
        }
        Some(said) => format!("The text ends in {said}, but what it says leads to {leads_to}."),
    };
    format!("The diary, as it is kept, ends in the seal {kept}. {copy}")
}

/// Whether the copy was touched, and how one can tell. `kept` is a link that was kept elsewhere, or
/// nothing.
pub fn verdict(found: &ChainReport, kept: &str) -> (&'static str, String) {
    let (lines, leads_to) = (found.faults().len(), found.fingerprint());
    if kept.is_empty() {
        return match found.first_fault() {
            Some((line, _)) => ("yes", format!("Line {line} doesn’t fit the lines before it.")),
            None => (
                "every seal fits",
                "That alone proves nothing: somebody may have made all the seals again. Note \
                 today’s fingerprint, and compare later."
                    .into(),
            ),
        };
    }
    if kept.len() != KEPT || !kept.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        let why = "A fingerprint has 8 characters: 0 to 9 and a to f. Press “Note today’s \
                   fingerprint”.";
        return ("can’t compare", why.into());
    }
    match found.kept_after(&kept.to_ascii_lowercase()) {
        Some(all) if all == lines => match found.first_fault() {
            None => ("no", format!("The last seal of the text is {leads_to}, and that was kept.")),
            Some((line, _)) => (
                "yes",
                format!(
                    "The lines say what they said, but the seal of line {line} is another \
                         one."
                ),
            ),
        },
        Some(first) => {
            let same = match first {
                1 => "The first line is what was kept.".to_owned(),
                _ => format!("The first {} are what was kept.", counted::lines(first)),
            };
            ("no, as far as it was noted", format!("{same} {} more came later.", lines - first))
        }
        None => (
            "yes",
            format!(
                "The lines lead to the seal {leads_to}, and {kept} was kept. A line was changed \
                 or left out."
            ),
        ),
    }
}
