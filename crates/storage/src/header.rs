//! Everything of a stored diary but its entries: its name, its chain, and its keys in the mirror.
//!
//! ```text
//! event-diary/<name>/meta       {"format":1,"created":…,"head":11,"fingerprint":"5f0c9e7a"}
//! event-diary/<name>/00000      entries 1…256, one line each
//! event-diary/<name>/broken/…   verbatim copies of what could not be read
//! ```
//!
//! Where there is no log, the record of a diary that was deleted stays, and says so.

use chrono::{DateTime, Utc};

use super::{TOMBSTONE, Texts};
use diary::{ChainHash, StreamMeta};

/// What every key of ours starts with: other pages of the same origin have theirs.
pub const PREFIX: &str = "event-diary/";

/// Entries in a segment. An append rewrites one segment (about 20 kB when full), never the whole
/// diary: measured at 0.05 ms, against 83 ms for one big text of 4.4 MB.
pub const SEGMENT: usize = 256;

/// The outside of a diary.
#[derive(Clone, Debug)]
pub(super) struct Header {
    pub(super) name: String,
    pub(super) created: DateTime<Utc>,
    pub(super) title: Option<String>,
    pub(super) tail: Tail,
    /// The record in the log, to the letter: what comes next is written only on it.
    pub(super) in_log: Option<String>,
}

/// Two covers are the same when they say the same, wherever it is known to be kept.
impl PartialEq for Header {
    fn eq(&self, other: &Self) -> bool {
        (&self.name, self.created, &self.title, &self.tail)
            == (&other.name, other.created, &other.title, &other.tail)
    }
}

impl Eq for Header {}

/// Where writing goes on: the chain's last link, and the text of the last segment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Tail {
    pub(super) written: usize,
    pub(super) link: ChainHash,
    pub(super) segment: String,
}

impl Tail {
    /// Takes in the next line, which has this link.
    pub(super) fn write(&mut self, line: &str, link: ChainHash) {
        if self.written.is_multiple_of(SEGMENT) {
            self.segment.clear();
        }
        self.segment.push_str(line);
        self.segment.push('\n');
        self.link = link;
        self.written += 1;
    }
}

impl Header {
    pub(super) fn new(name: &str, created: DateTime<Utc>) -> Self {
        let (name, tail) = (name.to_owned(), Tail::default());
        Self { name, created, title: None, tail, in_log: None }
    }

    /// The segment of the last entry and the one after it, with what should stand there.
    pub(super) fn tail(&self) -> [(String, Option<&str>); 2] {
        let last = self.tail.written.saturating_sub(1);
        let text = (self.tail.written > 0).then_some(self.tail.segment.as_str());
        [(self.segment_key(last), text), (self.segment_key(last + SEGMENT), None)]
    }

    /// The key of the segment that comes after so many entries.
    pub(super) fn segment_key(&self, entries: usize) -> String {
        segment_key(&self.name, entries / SEGMENT)
    }

    /// The diary's record of itself when this tail has written it.
    pub(super) fn record(&self, tail: &Tail) -> String {
        StreamMeta::new(self.created, tail.written, tail.link, self.title.clone()).text()
    }
}

/// The name of the diary that a key belongs to: `bank-1` for `event-diary/bank-1/00000`. None for
/// a key that only looks like one of ours: other pages of the same origin may name theirs so.
pub fn diary_of(key: &str) -> Option<&str> {
    let (name, text) = key.strip_prefix(PREFIX)?.split_once('/')?;
    (is_segment(text) || text == "meta" || text.starts_with("broken/")).then_some(name)
}

pub(super) fn is_segment(text: &str) -> bool {
    text.len() == 5 && text.bytes().all(|digit| digit.is_ascii_digit())
}

pub(super) fn meta_key(name: &str) -> String {
    format!("{PREFIX}{name}/meta")
}

/// Whether the mirror says that the reader has deleted a diary. Beside a log that says it, nothing
/// is left there.
pub(super) fn is_deleted(name: &str, texts: &Texts) -> bool {
    texts.get(&meta_key(name)).is_some_and(|record| record == TOMBSTONE)
}

pub(super) fn segment_key(name: &str, at: usize) -> String {
    format!("{PREFIX}{name}/{at:05}")
}
