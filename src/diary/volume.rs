//! A diary as it lies on a shelf: which texts lie under which keys.
//!
//! ```text
//! event-diary/<name>/meta       {"format":1,"created":…,"head":11,"fingerprint":"5f0c9e7a"}
//! event-diary/<name>/00000      entries 1…256, one line each
//! event-diary/<name>/broken/…   verbatim copies of what could not be read
//! ```
//!
//! Everything here is text and pure; the shell puts it where it belongs and tells when it can't.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::{
    Diary, Entry, FORMAT, FormatError, Link,
    format::{ascii_json, line_of, read_segment},
};

/// What every key of ours starts with: other pages of the same origin have theirs.
pub const PREFIX: &str = "event-diary/";

/// Entries in a segment. An append rewrites one segment (about 20 kB when full), never the whole
/// diary: measured at 0.05 ms, against 83 ms for one big text of 4.4 MB.
pub const SEGMENT: usize = 256;

/// A diary with its name and its pen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Volume<E> {
    name: String,
    created: DateTime<Utc>,
    diary: Diary<E>,
    pen: Pen,
}

/// Where writing goes on: the chain's last link, and the text of the last segment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Pen {
    written: usize,
    link: Link,
    segment: String,
}

/// Entries that have been decided and are not kept yet: to be shown once every write is done.
#[derive(Clone, Debug)]
pub struct Draft<E> {
    entries: Vec<Entry<E>>,
    pen: Pen,
    /// Texts to put on the shelf, in this order: (key, text).
    pub writes: Vec<(String, String)>,
    /// The diary's record of itself, to be put there last. The entries are safe without it: it
    /// may lag behind them, and only says if some are missing.
    pub meta: (String, String),
}

/// What was found on the shelf.
#[derive(Clone, Debug)]
pub struct Opened<E> {
    /// The diary, as far as it could be read.
    pub volume: Volume<E>,
    /// What could not be read.
    pub damage: Option<Damage>,
}

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
    /// Free this key: its text has been copied elsewhere.
    Free(String),
}

/// What a diary says about itself.
#[derive(Serialize, Deserialize)]
struct Meta {
    format: u32,
    created: i64,
    head: usize,
    fingerprint: String,
}

impl<E: Clone + Serialize + DeserializeOwned> Volume<E> {
    /// A new diary that already holds these entries.
    pub fn of(name: impl Into<String>, created: DateTime<Utc>, diary: Diary<E>) -> Self {
        let mut pen = Pen::default();
        for entry in diary.entries() {
            pen.write(entry);
        }
        Self { name: name.into(), created, diary, pen }
    }

    /// An empty diary.
    pub fn new(name: impl Into<String>, created: DateTime<Utc>) -> Self {
        Self::of(name, created, Diary::default())
    }

    /// Opens the diary `name` from the texts under its keys. `None` when there are none.
    ///
    /// The good lines before the first bad one are the diary. What follows them is never guessed
    /// at: it comes back as [`Damage`].
    pub fn open(name: &str, texts: &BTreeMap<String, String>) -> Option<Opened<E>> {
        let kept_meta = texts.get(&meta_key(name)).map(|text| read_meta(text));
        let segments: Vec<_> =
            (0..).map_while(|at| texts.get(&segment_key(name, at))).map(String::as_str).collect();
        let mut volume = Self::new(name, DateTime::UNIX_EPOCH);
        let read = segments.iter().enumerate().try_for_each(|(at, text)| volume.read(at, text));
        let meta = match kept_meta {
            None if texts.is_empty() => return None,
            None => Err(FormatError::BadMeta("it is missing".into())),
            Some(read) => read,
        };
        let head = meta.as_ref().map_or(0, |meta| meta.head);
        let missing = (head > volume.len()).then_some(FormatError::Missing { kept: head });
        let first = volume.diary.entries().first().map(|entry| entry.at);
        volume.created = meta
            .as_ref()
            .ok()
            .and_then(|meta| DateTime::from_timestamp_millis(meta.created))
            .or(first)
            .unwrap_or_default();
        // A newer format explains every other fault.
        let newer = meta.as_ref().err().filter(|why| matches!(why, FormatError::Newer(_))).cloned();
        let fault = newer.or(read.err()).or(missing).or(meta.err());
        let damage = fault.map(|why| volume.damage(why, texts));
        Some(Opened { volume, damage })
    }

    /// What to write so that these facts stand at the end of the diary.
    pub fn draft(&self, at: DateTime<Utc>, events: impl IntoIterator<Item = E>) -> Draft<E> {
        let entries: Vec<_> = self.diary.draft(at, events).collect();
        let mut pen = self.pen.clone();
        let mut segments = BTreeMap::new();
        for entry in &entries {
            pen.write(entry);
            segments
                .insert(segment_key(&self.name, (entry.number - 1) / SEGMENT), pen.segment.clone());
        }
        let meta = self.meta(&pen);
        Draft { entries, pen, writes: segments.into_iter().collect(), meta }
    }

    /// Takes in a draft whose writes are done.
    pub fn accept(&mut self, draft: Draft<E>) {
        for entry in draft.entries {
            self.diary.append(entry.at, [entry.event]);
        }
        self.pen = draft.pen;
    }

    /// Where the next entry goes: the key, and the text that should stand under it by now. When
    /// something else stands there, somebody else has written.
    pub fn open_segment(&self) -> (String, Option<&str>) {
        let text = (!self.len().is_multiple_of(SEGMENT)).then_some(self.pen.segment.as_str());
        (segment_key(&self.name, self.len() / SEGMENT), text)
    }

    /// Every text of the diary with its key. They depend on nothing but the diary, so they can be
    /// written again when the browser has lost them.
    pub fn texts(&self) -> Vec<(String, String)> {
        let mut pen = Pen::default();
        let segments = self.diary.entries().chunks(SEGMENT).enumerate().map(|(at, entries)| {
            for entry in entries {
                pen.write(entry);
            }
            (segment_key(&self.name, at), pen.segment.clone())
        });
        segments.chain([self.meta(&self.pen)]).collect()
    }

    /// The stored line of an entry, with its link.
    pub fn line(&self, number: usize) -> Option<String> {
        let entries = self.diary.until(number);
        let mut links = entries.iter().scan(Link::default(), |link, entry| {
            let (line, next) = line_of(entry, link);
            *link = next;
            Some(line)
        });
        links.nth(number.checked_sub(1)?)
    }

    fn read(&mut self, at: usize, text: &str) -> Result<(), FormatError> {
        if self.len() != at * SEGMENT {
            return Err(FormatError::WrongNumber {
                expected: self.len() + 1,
                found: at * SEGMENT + 1,
            });
        }
        let before = self.len();
        let result = read_segment(text, &mut self.diary, &mut self.pen.link);
        let good = text.split_inclusive('\n').take(self.len() - before);
        // A text without one good line leaves the pen behind the segment before.
        if self.len() > before {
            self.pen.segment = good.collect();
        }
        self.pen.written = self.len();
        result
    }

    fn damage(&self, why: FormatError, texts: &BTreeMap<String, String>) -> Damage {
        let stops_after = self.len();
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
            Write::Put(format!("{folder}{name}"), texts.get(key).cloned().unwrap_or_default())
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

    fn meta(&self, pen: &Pen) -> (String, String) {
        let meta = Meta {
            format: FORMAT,
            created: self.created.timestamp_millis(),
            head: pen.written,
            fingerprint: pen.link.to_string(),
        };
        (meta_key(&self.name), ascii_json(&meta))
    }
}

impl<E> Volume<E> {
    /// What the diary is called among the others.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// When the diary was begun.
    pub fn created(&self) -> DateTime<Utc> {
        self.created
    }

    /// The diary itself.
    pub fn diary(&self) -> &Diary<E> {
        &self.diary
    }

    /// The link of the last line: kept elsewhere, it shows whether the diary is still the same.
    pub fn fingerprint(&self) -> Link {
        self.pen.link
    }

    fn len(&self) -> usize {
        self.diary.len()
    }
}

impl Pen {
    fn write<E: Serialize>(&mut self, entry: &Entry<E>) {
        if self.written.is_multiple_of(SEGMENT) {
            self.segment.clear();
        }
        let (line, link) = line_of(entry, &self.link);
        self.segment.push_str(&line);
        self.segment.push('\n');
        self.link = link;
        self.written = entry.number;
    }
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
