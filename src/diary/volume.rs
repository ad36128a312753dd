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
use serde::{Serialize, de::DeserializeOwned};

use super::{
    Damage, Diary, Entry, FormatError, Link, SEGMENT,
    cover::{Cover, Pen},
    format::line_of,
};

/// A diary with the cover that it has on the shelf.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Volume<E> {
    cover: Cover,
    diary: Diary<E>,
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

impl<E: Clone + Serialize + DeserializeOwned> Volume<E> {
    /// A new diary that already holds these entries.
    pub fn of(name: impl Into<String>, created: DateTime<Utc>, diary: Diary<E>) -> Self {
        let mut pen = Pen::default();
        for entry in diary.entries() {
            write(&mut pen, entry);
        }
        Self { cover: Cover { name: name.into(), created, pen }, diary }
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
        let mut diary = Diary::default();
        let (cover, damage) = Cover::open(name, texts, &mut |stored| {
            let entry: Entry<E> = stored.entry()?;
            if diary.entries().last().is_some_and(|last: &Entry<E>| last.at > entry.at) {
                return Err(FormatError::BadTime(entry.at.timestamp_millis()));
            }
            diary.append(entry.at, [entry.event]);
            Ok(())
        })?;
        Some(Opened { volume: Self { cover, diary }, damage })
    }

    /// What to write so that these facts stand at the end of the diary.
    pub fn draft(&self, at: DateTime<Utc>, events: impl IntoIterator<Item = E>) -> Draft<E> {
        let entries: Vec<_> = self.diary.draft(at, events).collect();
        let mut pen = self.cover.pen.clone();
        let mut writes: Vec<(String, String)> = Vec::new();
        for entry in &entries {
            let key = self.cover.segment_key(pen.written);
            write(&mut pen, entry);
            // The latest text of a segment is the one to put.
            writes.retain(|(earlier, _)| *earlier != key);
            writes.push((key, pen.segment.clone()));
        }
        let meta = self.cover.meta(&pen);
        Draft { entries, pen, writes, meta }
    }

    /// Takes in a draft whose writes are done.
    pub fn accept(&mut self, draft: Draft<E>) {
        for entry in draft.entries {
            self.diary.append(entry.at, [entry.event]);
        }
        self.cover.pen = draft.pen;
    }

    /// Every text of the diary with its key. They depend on nothing but the diary, so they can be
    /// written again when the browser has lost them.
    pub fn texts(&self) -> Vec<(String, String)> {
        let mut pen = Pen::default();
        let segments = self.diary.entries().chunks(SEGMENT).map(|entries| {
            let key = self.cover.segment_key(pen.written);
            for entry in entries {
                write(&mut pen, entry);
            }
            (key, pen.segment.clone())
        });
        segments.chain([self.cover.meta(&self.cover.pen)]).collect()
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
}

impl<E> Volume<E> {
    /// What the diary is called among the others.
    pub fn name(&self) -> &str {
        &self.cover.name
    }

    /// When the diary was begun.
    pub fn created(&self) -> DateTime<Utc> {
        self.cover.created
    }

    /// The diary itself.
    pub fn diary(&self) -> &Diary<E> {
        &self.diary
    }

    /// The link of the last line: kept elsewhere, it shows whether the diary is still the same.
    pub fn fingerprint(&self) -> Link {
        self.cover.pen.link
    }

    /// The segment of the last entry and the one after it: each key with the text that should
    /// stand under it by now. When something else does, somebody else has written.
    pub fn tail(&self) -> [(String, Option<&str>); 2] {
        self.cover.tail()
    }
}

fn write<E: Serialize>(pen: &mut Pen, entry: &Entry<E>) {
    let (line, link) = line_of(entry, &pen.link);
    pen.write(&line, link);
}
