//! An open diary with the header that it has in the stores.

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::{
    Change, Damage, SEGMENT, Texts, Write,
    header::{Header, Tail, meta_key},
    mirror_plan::mirror_plan,
    reconcile::{Reconciler, United},
};
use diary::{
    ChainHash, Diary, Entry, FormatError, StoredEntry, StoredEvent, StreamMeta, When, check_line,
    line_of,
};

/// A diary with its header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredDiary<E> {
    header: Header,
    diary: Diary<E>,
}

/// Entries that have been decided and are not kept yet: to be shown once they are written.
#[derive(Clone, Debug)]
pub struct PendingAppend<E> {
    entries: Vec<Entry<E>>,
    tail: Tail,
    /// What to write so that they are kept.
    pub changes: ChangeSet,
}

/// What to write so that a diary says something new, in both places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeSet {
    /// The diary's name.
    pub name: String,
    /// The record that this was decided on: the log takes the change on no other.
    pub expected: Option<String>,
    /// What the log takes.
    pub change: Change,
    /// What should lie at the end of the mirror's copy before: keys with their texts.
    pub tail: Vec<(String, Option<String>)>,
    /// What to put in the mirror then, in this order: segments.
    pub writes: Vec<(String, String)>,
    /// The record in the mirror, put there last: its key and text. The lines are safe without it.
    pub meta: (String, String),
}

impl<E: StoredEvent> StoredDiary<E> {
    /// A new diary that already holds these entries.
    pub fn of(name: &str, created: DateTime<Utc>, diary: Diary<E>) -> Self {
        let mut header = Header::new(name, created);
        for entry in diary.entries() {
            write(&mut header.tail, entry);
        }
        Self { header, diary }
    }

    /// An empty diary.
    pub fn new(name: &str, created: DateTime<Utc>) -> Self {
        Self::of(name, created, Diary::default())
    }

    /// Reads a diary from the union of its two copies, with a rest after each slice of lines.
    pub(super) async fn read(
        mut union: Reconciler<'_>,
        slice: usize,
        rest: impl AsyncFn(usize),
    ) -> (Self, United) {
        let mut diary = Diary::with_room(union.expected());
        while union.read_on(slice, &mut |stored| take(&mut diary, stored)) {
            rest(union.read()).await;
        }
        let united = union.finish();
        (Self { header: united.header.clone(), diary }, united)
    }

    /// The same without a rest.
    pub(super) fn read_at_once(mut union: Reconciler<'_>) -> (Self, United) {
        let mut diary = Diary::with_room(union.expected());
        union.read_on(usize::MAX, &mut |stored| take(&mut diary, stored));
        let united = union.finish();
        (Self { header: united.header.clone(), diary }, united)
    }

    /// Opens a diary from the mirror alone. `None` when there is nothing of it.
    pub fn from_mirror(name: &str, texts: &Texts) -> Option<(Self, Option<Damage>, Vec<Write>)> {
        let (stored, united) = Self::read_at_once(Reconciler::of(name, None, texts)?);
        Some((stored, united.damage, united.writes))
    }

    /// What to write so that these facts stand at the end of the diary.
    pub fn draft(
        &self,
        when: impl Into<When>,
        events: impl IntoIterator<Item = E>,
    ) -> PendingAppend<E> {
        let entries: Vec<_> = self.diary.draft(when, events).collect();
        let mut tail = self.header.tail.clone();
        let mut writes: Vec<(String, String)> = Vec::new();
        let mut lines = Vec::new();
        for entry in &entries {
            let key = self.header.segment_key(tail.written);
            let line = write(&mut tail, entry);
            lines.push((entry.number, line));
            // The latest text of a segment is the one to put.
            writes.retain(|(earlier, _)| *earlier != key);
            writes.push((key, tail.segment.clone()));
        }
        let changes = changes(&self.header, &tail, lines, writes);
        PendingAppend { entries, tail, changes }
    }

    /// Takes in a draft that is written.
    pub fn accept(&mut self, draft: PendingAppend<E>) {
        for entry in draft.entries {
            self.diary.append(entry.when(), [entry.event]);
        }
        self.header.tail = draft.tail;
        self.header.in_log = Some(draft.changes.change.record);
    }

    /// Takes in lines that another tab has written at the end, and the record that it wrote.
    ///
    /// # Errors
    /// Why they don't continue this diary; it has not changed then.
    pub fn take_in<'l>(
        &mut self,
        lines: impl IntoIterator<Item = &'l str>,
        record: &str,
    ) -> Result<(), FormatError> {
        let parsed = StreamMeta::read(record)?;
        let mut tail = self.header.tail.clone();
        let mut entries: Vec<Entry<E>> = Vec::new();
        for line in lines {
            let (stored, link) = check_line(line, tail.written + 1, &tail.link)?;
            let entry = stored.entry::<E>()?;
            let last = entries.last().or(self.diary.entries().last());
            if last.is_some_and(|last| last.at > entry.at) {
                return Err(FormatError::BadTime(entry.at.timestamp_millis()));
            }
            entries.push(entry);
            tail.write(line, link);
        }
        if (parsed.head, parsed.fingerprint) != (tail.written, tail.link.to_string()) {
            return Err(FormatError::BrokenChain);
        }
        for entry in entries {
            self.diary.take_in(entry);
        }
        self.header.tail = tail;
        self.header.title = parsed.title;
        self.header.in_log = Some(record.to_owned());
        Ok(())
    }

    /// Every text of the diary with its key. They depend on nothing but the diary, so they can be
    /// written again when the browser has lost them.
    pub fn texts(&self) -> Texts {
        let mut tail = Tail::default();
        let mut texts = Texts::new();
        for entries in self.diary.entries().chunks(SEGMENT) {
            let key = self.header.segment_key(tail.written);
            for entry in entries {
                write(&mut tail, entry);
            }
            texts.insert(key, tail.segment.clone());
        }
        texts.insert(meta_key(self.name()), self.record());
        texts
    }

    /// What puts the mirror right when these texts lie there.
    pub fn mirror_plan(&self, texts: &Texts) -> Vec<Write> {
        mirror_plan(self.name(), texts, &self.texts())
    }

    /// Every line from the number `from` on, with its number.
    pub fn lines(&self, from: usize) -> Vec<(usize, String)> {
        self.all_lines().filter(|(number, _)| *number >= from).collect()
    }

    /// The stored line of an entry, with its link.
    pub fn line(&self, number: usize) -> Option<String> {
        self.all_lines().find(|(at, _)| *at == number).map(|(_, line)| line)
    }

    fn all_lines(&self) -> impl Iterator<Item = (usize, String)> {
        let mut link = ChainHash::default();
        self.diary.entries().iter().map(move |entry| {
            let (line, next) = line_of(entry, &link);
            link = next;
            (entry.number, line)
        })
    }

    /// What to write so that the whole diary stands in both places, beside nothing.
    pub fn all_changes(&self) -> ChangeSet {
        let writes = self.texts().into_iter().filter(|(key, _)| *key != meta_key(self.name()));
        let changes = changes(&self.header, &self.header.tail, self.lines(1), writes.collect());
        ChangeSet { expected: None, tail: Vec::new(), ..changes }
    }

    /// What to write so that a log with this record, which has lost the end of this diary or all
    /// of it, has it again. `None` when its record is of another diary.
    pub fn changes_after(&self, record: Option<String>) -> Option<ChangeSet> {
        let Some(text) = record else { return Some(self.all_changes()) };
        let StreamMeta { head, fingerprint, .. } = StreamMeta::read(&text).ok()?;
        let is_ours = head == 0 || self.line(head)?.ends_with(&fingerprint);
        let changes = changes(&self.header, &self.header.tail, self.lines(head + 1), Vec::new());
        is_ours.then_some(ChangeSet { expected: Some(text), ..changes })
    }
}

impl<E> StoredDiary<E> {
    /// A diary that can be read, and of which no line has been written yet. To write in it, keep it
    /// first: [`DiaryStore::begin`](super::DiaryStore::begin) gives the one that is kept.
    pub fn unwritten(name: &str, created: DateTime<Utc>, diary: Diary<E>) -> Self {
        Self { header: Header::new(name, created), diary }
    }

    /// What the diary is called among the others.
    pub fn name(&self) -> &str {
        &self.header.name
    }

    /// What its reader calls it, if they have named it.
    pub fn title(&self) -> Option<&str> {
        self.header.title.as_deref()
    }

    /// When the diary was begun.
    pub fn created(&self) -> DateTime<Utc> {
        self.header.created
    }

    /// The diary itself.
    pub fn diary(&self) -> &Diary<E> {
        &self.diary
    }

    /// The link of the last line: kept elsewhere, it shows whether the diary is still the same.
    pub fn fingerprint(&self) -> ChainHash {
        self.header.tail.link
    }

    /// The diary's record of itself, to the letter.
    pub fn record(&self) -> String {
        self.header.record(&self.header.tail)
    }

    /// The record that the log is known to have.
    pub fn in_log(&self) -> Option<&str> {
        self.header.in_log.as_deref()
    }

    /// The same diary with this title.
    #[must_use]
    pub fn titled(mut self, title: Option<String>) -> Self {
        self.header.title = title;
        self
    }

    /// Gives a diary that is nowhere yet its name.
    pub(super) fn call(&mut self, name: String) {
        self.header.name = name;
    }

    /// Notes that the log has the diary as it is here.
    pub fn is_in_log(&mut self) {
        self.header.in_log = Some(self.record());
    }

    /// The segment of the last entry and the one after it: each key with the text that should
    /// stand under it by now. When something else does, somebody else has written.
    pub fn tail(&self) -> [(String, Option<&str>); 2] {
        self.header.tail()
    }

    /// What to write so that the diary is called `title`; without one it goes by its name again.
    pub fn rename(&self, title: Option<String>) -> ChangeSet {
        let header = Header { title, ..self.header.clone() };
        changes(&header, &header.tail, Vec::new(), Vec::new())
    }
}

fn changes(
    header: &Header,
    tail: &Tail,
    lines: Vec<(usize, String)>,
    writes: Vec<(String, String)>,
) -> ChangeSet {
    let record = header.record(tail);
    ChangeSet {
        name: header.name.clone(),
        expected: header.in_log.clone(),
        change: Change { lines, record: record.clone(), ..Change::default() },
        tail: header.tail().map(|(key, text)| (key, text.map(str::to_owned))).to_vec(),
        writes,
        meta: (meta_key(&header.name), record),
    }
}

fn take<E: StoredEvent>(diary: &mut Diary<E>, stored: StoredEntry) -> Result<(), FormatError> {
    let entry: Entry<E> = stored.entry()?;
    if diary.entries().last().is_some_and(|last: &Entry<E>| last.at > entry.at) {
        return Err(FormatError::BadTime(entry.at.timestamp_millis()));
    }
    diary.take_in(entry);
    Ok(())
}

fn write<E: Serialize>(tail: &mut Tail, entry: &Entry<E>) -> String {
    let (line, link) = line_of(entry, &tail.link);
    tail.write(&line, link);
    line
}
