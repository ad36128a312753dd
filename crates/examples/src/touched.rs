//! Was it touched? What is said of a copy of the stored lines, in words.

use diary::{ChainHash, ChainReport};
use english::counted;

/// How many characters of a link stand at the end of a line.
pub const KEPT: usize = 8;

/// How a link is made, for whoever wants to make one by hand.
pub const RECIPE: &str = "A link is the SHA-256 of two things, one right after the other: the link of \
    the entry before, as 32 bytes, and the text of the entry up to its last bar, byte for byte. The \
    first entry has none before it: there, all 32 bytes are zero. SHA-256 has 64 characters. A stored \
    line keeps the first 8 of them; the next link is made from all 64.";

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
        None if lines == 0 => "There is no line in the copy.".into(),
        None if lines == 1 => "✓ The line follows: it is the first one.".into(),
        None => {
            format!("✓ All {} follow, each from those before it.", counted::lines(lines))
        }
        Some((line, why)) => {
            let broken = found.faults().iter().filter(|fault| fault.is_some()).count();
            let after = if broken == 1 {
                String::new()
            } else {
                let lines = counted::lines(broken);
                format!(" {lines} don’t follow: each link is made from the one before.")
            };
            format!("✗ Line {line} is the first that doesn’t follow: {why}.{after}")
        }
    }
}

/// In which link the diary ends as it is kept, which one stands at the end of the copy, and which one
/// the copy's lines lead to. Where a line was changed and no link, these are not the same.
pub fn end_words(diary: ChainHash, copy: &str, found: &ChainReport) -> String {
    let kept = diary.to_string();
    let leads_to = found.fingerprint().to_string();
    let Some(last) = copy.lines().next_back() else {
        return format!("The diary, as it is kept, ends in the link {kept}. The copy has no line.");
    };
    let copy = match link_said(last) {
        None => format!("The copy’s last line has no link. What stands in it leads to {leads_to}."),
        Some(said) if said == leads_to && said == kept => "So does the copy.".into(),
        Some(said) if said == leads_to => {
            format!("The copy ends in {said}, and what stands in it leads there.")
        }
        Some(said) if said == kept => format!(
            "At the end of the copy stands the same, but what stands in it leads to {leads_to}."
        ),
        Some(said) => format!(
            "At the end of the copy stands {said}, but what stands in it leads to {leads_to}."
        ),
    };
    format!("The diary, as it is kept, ends in the link {kept}. {copy}")
}

/// Whether the copy was touched, and how one can tell. `kept` is a link that was kept elsewhere, or
/// nothing.
pub fn verdict(found: &ChainReport, kept: &str) -> (&'static str, String) {
    let (lines, leads_to) = (found.faults().len(), found.fingerprint());
    if kept.is_empty() {
        return match found.first_fault() {
            Some((line, _)) => ("yes", format!("Line {line} doesn’t follow from those before it.")),
            None => (
                "the chain is unbroken",
                "That alone proves nothing: somebody may have made all links anew. Note today’s fingerprint, as if on paper, and \
                 compare later."
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
            None => ("no", format!("The copy’s last link is {leads_to}, and that was kept.")),
            Some((line, _)) => (
                "yes",
                format!("What the lines say is as it was, but not the link of line {line}."),
            ),
        },
        Some(first) => {
            let same = match first {
                1 => "The first line is what was kept.".to_owned(),
                _ => format!("The first {} are what was kept.", counted::lines(first)),
            };
            ("not up to there", format!("{same} {} more came later.", lines - first))
        }
        None => (
            "yes",
            format!(
                "What stands in the copy’s lines leads to the link {leads_to}, and {kept} was kept. \
                 A line was changed or left out."
            ),
        ),
    }
}
