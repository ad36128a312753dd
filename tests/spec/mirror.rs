//! A mirror that is a map, and what is done with diaries on it.

use std::fmt::Debug;

use chrono::{DateTime, Utc};
use diary::{ChainHash, Diary, Entry, FormatError, StoredEvent, read_line};
pub(crate) use storage::Texts;
use storage::{PendingAppend, StoredDiary, Write};

/// What can be stored and compared.
pub(crate) trait Fact: Debug + PartialEq + StoredEvent {}

impl<E: Debug + PartialEq + StoredEvent> Fact for E {}

/// The key of the record of `test`.
pub(crate) const META: &str = "event-diary/test/meta";

/// When the diaries of the tests were begun.
pub(crate) fn begun() -> DateTime<Utc> {
    DateTime::from_timestamp_millis(1_767_603_600_000).unwrap()
}

/// The first entry of a diary, stored as this name and content; or why it can't be read.
pub(crate) fn read_event<E: StoredEvent>(event: &str) -> Result<Entry<E>, FormatError> {
    let json = format!("[1,0,{event}]");
    let link = ChainHash::default().next(&json);
    read_line(&format!("{json}|{link}"), 1, &ChainHash::default()).map(|(entry, _)| entry)
}

/// The stored diary called `test`, written entry by entry.
pub(crate) fn stored_of<E: Fact>(diary: &Diary<E>) -> StoredDiary<E> {
    let mut stored = StoredDiary::new("test", begun());
    for entry in diary.entries() {
        let draft = stored.draft(entry.when(), [entry.event.clone()]);
        stored.accept(draft);
    }
    stored
}

/// Everything of a stored diary, on an empty mirror.
pub(crate) fn shelved<E: Fact>(stored: &StoredDiary<E>) -> Texts {
    stored.texts().into_iter().collect()
}

/// Puts a draft's texts in the mirror; the record only when it is asked for.
pub(crate) fn keep<E>(texts: &mut Texts, draft: &PendingAppend<E>, with_meta: bool) {
    texts.extend(draft.changes.writes.iter().cloned());
    if with_meta {
        texts.extend([draft.changes.meta.clone()]);
    }
}

/// A diary that was read from the mirror alone.
pub(crate) struct Opened<E> {
    pub(crate) stored: StoredDiary<E>,
    pub(crate) damage: Option<Damage>,
}

/// Where it stops, why, and what would make the mirror whole again.
#[derive(Debug, PartialEq)]
pub(crate) struct Damage {
    pub(crate) stops_after: usize,
    pub(crate) why: FormatError,
    pub(crate) repair: Vec<Write>,
}

/// Opens `test`.
#[track_caller]
pub(crate) fn open<E: Fact>(texts: &Texts) -> Opened<E> {
    let (stored, damage, repair) =
        StoredDiary::from_mirror("test", texts).expect("there are texts");
    let damage =
        damage.map(|damage| Damage { stops_after: damage.stops_after, why: damage.why, repair });
    Opened { stored, damage }
}

/// Opens `test`, which must be damaged.
#[track_caller]
pub(crate) fn open_damaged<E: Fact>(texts: &Texts) -> (StoredDiary<E>, Damage) {
    let opened = open(texts);
    (opened.stored, opened.damage.expect("it is damaged"))
}

/// The mirror with one text in another's place.
pub(crate) fn with(texts: &Texts, key: &str, text: impl Into<String>) -> Texts {
    let mut texts = texts.clone();
    texts.insert(key.to_owned(), text.into());
    texts
}

/// One step of a repair.
pub(crate) fn apply(texts: &mut Texts, write: &Write) {
    match write {
        Write::Put(key, text) => {
            texts.insert(key.clone(), text.clone());
        }
        Write::PutLiteral(key, literal) => {
            texts.insert(key.clone(), crate::stores::text_of(literal));
        }
        Write::Copy(from, to) => {
            texts.insert(to.clone(), texts[from].clone());
        }
        Write::Free(key) => {
            texts.remove(key);
        }
    }
}

/// Lines with good links, whatever they say: the text of a first segment.
pub(crate) fn linked(lines: &[&str]) -> String {
    let mut link = ChainHash::default();
    let linked = lines.iter().map(|line| {
        link = link.next(line);
        format!("{line}|{link}\n")
    });
    linked.collect()
}

/// A mirror with one segment, and a record that counts nothing.
pub(crate) fn mirror_with(segment: &str) -> Texts {
    let meta = r#"{"format":1,"created":1767603600000,"head":0,"fingerprint":"00000000"}"#;
    Texts::from([
        ("event-diary/test/00000".into(), segment.into()),
        ("event-diary/test/meta".into(), meta.into()),
    ])
}

/// The judge of every damage: what was kept is there, whatever step the repair stops after, and at
/// the end the diary opens with exactly what could be read.
#[track_caller]
pub(crate) fn repair_loses_nothing<E: Fact>(damaged: &Texts) {
    let (good, damage) = open_damaged::<E>(damaged);
    assert_eq!(damage.stops_after, good.diary().len());
    assert!(!damage.repair.is_empty(), "{:?} can be repaired", damage.why);
    let mut texts = damaged.clone();
    for write in &damage.repair {
        apply(&mut texts, write);
        for (key, text) in damaged {
            assert!(texts.values().any(|kept| kept == text), "{key} is lost after {write:?}");
        }
        // The page may be closed here and opened again. It finds nothing less than before.
        let opened = open::<E>(&texts);
        assert!(opened.stored.diary() == good.diary(), "another diary after {write:?}");
    }
    let opened = open::<E>(&texts);
    assert_eq!(opened.damage, None);
    assert!(opened.stored == good, "the good prefix, and the pen behind it");
    // Writing goes on from there, and what is written can be read.
    let again = good.diary().entries().first().map(|entry| entry.event.clone());
    let draft = opened.stored.draft(begun(), again);
    keep(&mut texts, &draft, true);
    let mut stored = opened.stored;
    stored.accept(draft);
    let opened = open::<E>(&texts);
    assert!(opened.damage.is_none() && opened.stored == stored, "it can be written on");
}
