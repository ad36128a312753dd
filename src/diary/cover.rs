//! Everything of a stored diary but its entries: its name, its chain, its keys, and what to do when
//! it can't be read. It is written once for all kinds of diaries.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{
    FORMAT, FormatError, Link,
    format::{StoredEntry, ascii_json, check_line},
};

/// What every key of ours starts with: other pages of the same origin have theirs.
pub const PREFIX: &str = "event-diary/";

/// Entries in a segment. An append rewrites one segment (about 20 kB when full), never the whole
/// diary: measured at 0.05 ms, against 83 ms for one big text of 4.4 MB.
pub const SEGMENT: usize = 256;

/// Where a diary stops being readable, and how to go on without losing what is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damage {
    /// The number of the last good entry; 0 when there is none.
    pub stops_after: usize,
    /// What is wrong with what follows.
    pub why: FormatError,
    /// To be done in this order before anything else is written, up to the first that fails.
    /// Verbatim copies come first, so that stopping anywhere loses nothing. Empty when the text is
    /// whole but of a newer version: then it is left alone, and the diary can only be read.
    pub repair: Vec<Write>,
}

/// Something to do on the shelf.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Write {
    /// Put this text (second) under this key (first).
    Put(String, String),
    /// Put what stands under the first key under the second as well, to the letter: also what is
    /// no text in Rust, such as half of a surrogate pair.
    Copy(String, String),
    /// Free this key: its text has been copied elsewhere.
    Free(String),
}

/// The texts under a diary's keys.
type Texts = BTreeMap<String, String>;

/// The outside of a diary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cover {
    pub(super) name: String,
    pub(super) created: DateTime<Utc>,
    pub(super) pen: Pen,
}

/// Where writing goes on: the chain's last link, and the text of the last segment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Pen {
    pub(super) written: usize,
    pub(super) link: Link,
    pub(super) segment: String,
}

impl Pen {
    /// Takes in the next line, which has this link.
    pub(super) fn write(&mut self, line: &str, link: Link) {
        if self.written.is_multiple_of(SEGMENT) {
            self.segment.clear();
        }
        self.segment.push_str(line);
        self.segment.push('\n');
        self.link = link;
        self.written += 1;
    }
}

impl Cover {
    /// Opens the diary `name` from the texts under its keys, and hands every good entry to `take`
    /// until the first bad one. `None` when there are no texts.
    pub(super) fn open(
        name: &str,
        texts: &Texts,
        take: &mut dyn FnMut(StoredEntry) -> Result<(), FormatError>,
    ) -> Option<(Self, Option<Damage>)> {
        let meta = match texts.get(&meta_key(name)) {
            None if texts.is_empty() => return None,
            None => Err(FormatError::BadMeta("it is missing".into())),
            Some(text) => read_meta(text),
        };
        let created =
            meta.as_ref().ok().and_then(|meta| DateTime::from_timestamp_millis(meta.created));
        let mut first = None;
        let mut cover =
            Self { name: name.to_owned(), created: DateTime::UNIX_EPOCH, pen: Pen::default() };
        let read = cover.read(texts, &mut |entry| {
            first.get_or_insert(entry.at);
            take(entry)
        });
        cover.created = created.or(first).unwrap_or_default();
        let head = meta.as_ref().map_or(0, |meta| meta.head);
        let missing = (head > cover.pen.written).then_some(FormatError::Missing { kept: head });
        // The record may lag behind the entries; where it doesn't, it knows the last link.
        let is_another = |meta: &Meta| {
            meta.head == cover.pen.written && meta.fingerprint != cover.pen.link.to_string()
        };
        let another = meta.as_ref().is_ok_and(is_another).then_some(FormatError::BrokenChain);
        // A newer format explains every other fault.
        let newer = meta.as_ref().err().filter(|why| matches!(why, FormatError::Newer(_))).cloned();
        let fault = newer.or(read.err()).or(missing).or(another).or(meta.err());
        let damage = fault.map(|why| cover.damage(why, texts));
        Some((cover, damage))
    }

    fn read(
        &mut self,
        texts: &Texts,
        take: &mut dyn FnMut(StoredEntry) -> Result<(), FormatError>,
    ) -> Result<(), FormatError> {
        let segments = (0..).map_while(|at| Some((at, texts.get(&segment_key(&self.name, at))?)));
        for (at, text) in segments.collect::<Vec<_>>() {
            let expected = self.pen.written + 1;
            if expected != at * SEGMENT + 1 {
                return Err(FormatError::WrongNumber { expected, found: at * SEGMENT + 1 });
            }
            for line in text.split_inclusive('\n') {
                let line = line.strip_suffix('\n').ok_or(FormatError::Torn)?;
                let (entry, link) = check_line(line, self.pen.written + 1, &self.pen.link)?;
                take(entry)?;
                self.pen.write(line, link);
            }
        }
        Ok(())
    }

    /// The segment of the last entry and the one after it, with what should stand there.
    pub(super) fn tail(&self) -> [(String, Option<&str>); 2] {
        let last = self.pen.written.saturating_sub(1);
        let text = (self.pen.written > 0).then_some(self.pen.segment.as_str());
        [(self.segment_key(last), text), (self.segment_key(last + SEGMENT), None)]
    }

    /// Where the next entry goes: the key, and the text that should stand under it by now.
    fn open_segment(&self) -> (String, Option<&str>) {
        let is_begun = !self.pen.written.is_multiple_of(SEGMENT);
        (self.segment_key(self.pen.written), is_begun.then_some(self.pen.segment.as_str()))
    }

    /// The key of the segment that comes after so many entries.
    pub(super) fn segment_key(&self, entries: usize) -> String {
        segment_key(&self.name, entries / SEGMENT)
    }

    /// The diary's record of itself when this pen has written it: key and text.
    pub(super) fn meta(&self, pen: &Pen) -> (String, String) {
        let meta = Meta {
            format: FORMAT,
            created: self.created.timestamp_millis(),
            head: pen.written,
            fingerprint: pen.link.to_string(),
        };
        (meta_key(&self.name), ascii_json(&meta))
    }

    fn damage(&self, why: FormatError, texts: &Texts) -> Damage {
        let stops_after = self.pen.written;
        if matches!(why, FormatError::Newer(_) | FormatError::UnknownEvent { .. }) {
            return Damage { stops_after, why, repair: Vec::new() };
        }
        let broken = format!("{PREFIX}{}/broken/", self.name);
        // Each time has a folder of its own, so that no copy takes the place of an older one.
        let last = texts
            .keys()
            .filter_map(|key| key.strip_prefix(&broken)?.split('/').next()?.parse().ok());
        let folder = format!("{broken}{}/", last.max().unwrap_or(0_u32).saturating_add(1));
        // Everything from the first bad segment on is set aside, with the record that counts it.
        let (first_bad, kept) = self.open_segment();
        let aside = |key: &&String| **key >= first_bad && !key.starts_with(&broken);
        let bad: Vec<_> = texts.keys().filter(aside).cloned().collect();
        let copy = |key: &String| {
            let name = key.rsplit('/').next().unwrap_or(key);
            Write::Copy(key.clone(), format!("{folder}{name}"))
        };
        let mut repair: Vec<_> = bad.iter().map(copy).collect();
        repair.extend(kept.map(|text| Write::Put(first_bad.clone(), text.to_owned())));
        let (meta_key, meta) = self.meta(&self.pen);
        repair.push(Write::Put(meta_key.clone(), meta));
        let free =
            bad.into_iter().filter(|key| *key != meta_key && (kept.is_none() || *key != first_bad));
        repair.extend(free.map(Write::Free));
        Damage { stops_after, why, repair }
    }
}

/// What a diary says about itself.
#[derive(Serialize, Deserialize)]
struct Meta {
    format: u32,
    created: i64,
    head: usize,
    fingerprint: String,
}

/// The name of the diary that a key belongs to: `bank-1` for `event-diary/bank-1/00000`. None for
/// a key that only looks like one of ours: other pages of the same origin may name theirs so.
pub fn diary_of(key: &str) -> Option<&str> {
    let (name, text) = key.strip_prefix(PREFIX)?.split_once('/')?;
    let is_segment = text.len() == 5 && text.bytes().all(|digit| digit.is_ascii_digit());
    (is_segment || text == "meta" || text.starts_with("broken/")).then_some(name)
}

fn meta_key(name: &str) -> String {
    format!("{PREFIX}{name}/meta")
}

fn segment_key(name: &str, at: usize) -> String {
    format!("{PREFIX}{name}/{at:05}")
}

fn read_meta(text: &str) -> Result<Meta, FormatError> {
    #[derive(Deserialize)]
    struct Version {
        format: u32,
    }
    let bad = |error: serde_json::Error| FormatError::BadMeta(error.to_string());
    // The version comes first: what else stands in a newer record can't be known today.
    let Version { format } = serde_json::from_str(text).map_err(bad)?;
    if format > FORMAT {
        return Err(FormatError::Newer(format));
    }
    serde_json::from_str(text).map_err(bad)
}
