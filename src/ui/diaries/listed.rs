//! What is listed of a diary.

use chrono::{DateTime, Utc};

use crate::browser::clock;
use examples::calendar;
use storage::{StoredDiary, Summary};

/// What is listed of a diary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// What it is called among the others.
    pub name: String,
    /// What its reader calls it.
    pub title: String,
    /// How many entries it has.
    pub entries: usize,
    /// When it was begun and when it was last written, in words.
    pub written: String,
    /// The link of its last line.
    pub fingerprint: String,
    /// How it is, in words.
    pub health: String,
    /// Whether there is something wrong with it.
    pub is_ill: bool,
    /// What could not be read and was set aside: where it lay, and the text as JSON.
    pub broken: Vec<(String, String)>,
}

impl Listed {
    /// What its record says of a diary, without reading it. `open` is the one that is open here: its
    /// lines have all been checked.
    pub fn of(summary: Summary, open: &Self, copies: usize) -> Self {
        let Summary { name, record, last_at, is_whole, broken } = summary;
        let is_open = name == open.name;
        let record = match record {
            Ok(record) => record,
            Err(why) => {
                let health = format!("Its record of itself can’t be read: {why}");
                let (title, written, fingerprint) = Default::default();
                let entries = if is_open { open.entries } else { 0 };
                return Self {
                    name,
                    title,
                    entries,
                    written,
                    fingerprint,
                    health,
                    is_ill: true,
                    broken,
                };
            }
        };
        let is_ill = is_open && open.entries < record.head;
        let health = match (is_open, is_whole, copies) {
            _ if is_ill => {
                format!("Stops after entry {}: {} were kept", open.entries, record.head)
            }
            (true, false, _) => "Every seal fits. One of its two places is behind: open the \
                                 diary to repair it"
                .into(),
            (true, true, 2) => "Every seal fits, and both places hold the same".into(),
            (true, true, _) => "Every seal fits. It is kept in one place".into(),
            (false, false, _) => {
                "One of its two places is behind: open the diary to repair it".into()
            }
            (false, true, 2) => {
                "Both places hold the same. Opening the diary checks every seal".into()
            }
            (false, true, _) => {
                "It is kept in one place. Opening the diary checks every seal".into()
            }
        };
        let created = DateTime::from_timestamp_millis(record.created).unwrap_or_default();
        Self {
            name,
            title: record.title.unwrap_or_default(),
            entries: if is_open { open.entries } else { record.head },
            written: written(created, last_at),
            fingerprint: record.fingerprint,
            health,
            is_ill,
            broken,
        }
    }

    /// A diary that is in memory only.
    pub fn in_memory<E>(stored: &StoredDiary<E>) -> Self {
        let last = stored.diary().entries().last();
        Self {
            name: stored.name().to_owned(),
            title: stored.title().unwrap_or_default().to_owned(),
            entries: stored.diary().len(),
            written: written(stored.created(), last.map(|last| last.at)),
            fingerprint: stored.fingerprint().to_string(),
            health: "In memory only".into(),
            is_ill: false,
            broken: Vec::new(),
        }
    }
}

fn written(created: DateTime<Utc>, last: Option<DateTime<Utc>>) -> String {
    let words = |at| calendar::moment_words(at, &clock::ZONE);
    let last = last.map(|last| format!(", last entry {}", words(last)));
    format!("{}{}", words(created), last.unwrap_or_default())
}
