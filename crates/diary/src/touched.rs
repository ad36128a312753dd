//! Was it touched? What the chain can tell of a copy that somebody may have edited, and what not.

use super::{ChainHash, FormatError, check_line};

/// A copy of a diary's stored lines, checked against its own links.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChainReport {
    faults: Vec<Option<FormatError>>,
    links: Vec<ChainHash>,
}

impl ChainReport {
    /// Follows the chain through these lines. Nothing is needed for it but the lines.
    pub fn of(text: &str) -> Self {
        let mut links: Vec<ChainHash> = Vec::new();
        let follow = |(number, line)| {
            let (json, kept) = split(line);
            let before = links.last().copied().unwrap_or_default();
            let last = before.next(json);
            links.push(last);
            if kept.is_none() {
                return Some(FormatError::Torn);
            }
            // What else is wrong with a line says more than that its link doesn't fit.
            let fitting = format!("{json}|{last}");
            let fault = check_line(&fitting, number, &before).err();
            fault.or_else(|| (fitting != line).then_some(FormatError::BrokenChain))
        };
        let faults = (1..).zip(lines(text)).map(follow).collect();
        Self { faults, links }
    }

    /// What is wrong with each line; `None` where it follows from all lines before it. Behind a line
    /// that was changed none does any more, since each link is made from the one before. Where only
    /// a link was changed, it is that line alone.
    pub fn faults(&self) -> &[Option<FormatError>] {
        &self.faults
    }

    /// The first line that doesn't follow, counted from 1, and why.
    pub fn first_fault(&self) -> Option<(usize, &FormatError)> {
        (1..).zip(&self.faults).find_map(|(line, fault)| Some((line, fault.as_ref()?)))
    }

    /// The link that each line has, or should have.
    pub fn links(&self) -> &[ChainHash] {
        &self.links
    }

    /// The link that the last line has, or should have. What stands in the lines leads to it, whatever
    /// link the last of them has at its end.
    pub fn fingerprint(&self) -> ChainHash {
        self.links.last().copied().unwrap_or_default()
    }

    /// Whether these are the lines whose last link was kept elsewhere, on paper perhaps. It alone
    /// tells when somebody has edited a line and [forged] all links behind it, or has left out the
    /// last lines.
    ///
    /// [forged]: forge
    pub fn is_as_kept(&self, fingerprint: &str) -> bool {
        self.fingerprint().to_string() == fingerprint.trim()
    }

    /// The number of lines that this fingerprint, kept elsewhere, stands for: what is in them is what
    /// it was then. All others came later. `None` when the copy never had it.
    pub fn kept_after(&self, fingerprint: &str) -> Option<usize> {
        let kept = |link: &ChainHash| link.to_string() == fingerprint.trim();
        self.links.iter().rposition(kept).map(|at| at + 1)
    }
}

/// What a forger does: gives each line the link that it should have. There is no secret in a link,
/// so anybody can.
pub fn forge(text: &str) -> String {
    let mut last = ChainHash::default();
    let forged = lines(text).map(|line| {
        let (json, _) = split(line);
        last = last.next(json);
        format!("{json}|{last}\n")
    });
    forged.collect()
}

pub(super) fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split_terminator('\n')
}

/// A line without its link, and the link.
pub(super) fn split(line: &str) -> (&str, Option<&str>) {
    line.rsplit_once('|').map_or((line, None), |(json, link)| (json, Some(link)))
}
