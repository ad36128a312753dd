//! One diary from two copies, either of which may be behind, torn, changed or gone.
//!
//! For each number in turn, the first line that follows from the chain is the entry: the log's
//! if it does, otherwise the mirror's. Where neither does, the diary stops. Nothing is guessed at,
//! and whatever differs from the outcome is set aside to the letter before anything replaces it.

use chrono::{DateTime, Utc};

use super::{
    Change, Found, SEGMENT, TOMBSTONE, Texts, Write,
    header::{Header, PREFIX, is_deleted, is_segment, meta_key, segment_key},
    mirror_plan::{lines_missing, mirror_plan},
};
use diary::{FormatError, StoredEntry, StreamMeta, check_line};

/// Where a diary stops being readable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damage {
    /// The number of the last good entry; 0 when there is none.
    pub stops_after: usize,
    /// What is wrong with what follows.
    pub why: FormatError,
}

/// What one copy had lost and the other still had.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Restored {
    /// How many lines the log gets from the mirror.
    pub to_log: usize,
    /// How many lines the mirror gets from the log.
    pub to_mirror: usize,
}

/// What both copies come to, and what makes them whole again.
pub(super) struct United {
    pub(super) header: Header,
    pub(super) damage: Option<Damage>,
    pub(super) restored: Restored,
    /// What the log needs.
    pub(super) change: Option<Change>,
    /// What the mirror needs, to be done in this order: copies come first, so that stopping
    /// anywhere loses nothing.
    pub(super) writes: Vec<Write>,
}

/// Reads both copies side by side, as many lines at a time as its caller likes.
pub(super) struct Reconciler<'a> {
    found: Option<&'a Found>,
    texts: &'a Texts,
    header: Header,
    /// The mirror's segment that is being read, and what is left of its lines.
    segment: &'a str,
    in_mirror: std::str::SplitInclusive<'a, char>,
    /// How many of the log's lines have been gone past.
    passed: usize,
    first: Option<DateTime<Utc>>,
    segments: Vec<String>,
    change: Change,
    fault: Option<FormatError>,
}

/// Hands on an entry that has its place in the chain, or says why it can't be read.
pub(super) type Take<'t> = &'t mut dyn FnMut(StoredEntry) -> Result<(), FormatError>;

impl<'a> Reconciler<'a> {
    /// Begins to read. `None` when neither copy has anything, or the reader has deleted the diary.
    pub(super) fn of(name: &str, found: Option<&'a Found>, texts: &'a Texts) -> Option<Self> {
        let record = found.and_then(|found| found.record.as_deref());
        let in_log = record.is_some() || found.is_some_and(|found| !found.lines.is_empty());
        let in_mirror = !texts.is_empty() && !is_deleted(name, texts);
        if record == Some(TOMBSTONE) || !(in_log || in_mirror) {
            return None;
        }
        let mut header = Header::new(name, DateTime::UNIX_EPOCH);
        header.in_log = record.map(str::to_owned);
        Some(Self {
            found,
            texts,
            header,
            segment: "",
            in_mirror: "".split_inclusive('\n'),
            passed: 0,
            first: None,
            segments: Vec::new(),
            change: Change::default(),
            fault: None,
        })
    }

    /// How many entries there may be: a diary with room for them is not copied while it grows.
    pub(super) fn expected(&self) -> usize {
        self.found.map_or(0, |found| found.lines.len())
    }

    /// How many entries have been read.
    pub(super) fn read(&self) -> usize {
        self.header.tail.written
    }

    /// Reads on, at most so many lines; whether there may be more.
    pub(super) fn read_on(&mut self, lines: usize, take: Take<'_>) -> bool {
        (0..lines).all(|_| self.read_line(take))
    }

    fn read_line(&mut self, take: Take<'_>) -> bool {
        let written = self.header.tail.written;
        if written.is_multiple_of(SEGMENT)
            && let Some(text) = self.texts.get(&self.header.segment_key(written))
        {
            self.segment = text;
            self.in_mirror = text.split_inclusive('\n');
        }
        let number = written + 1;
        let in_log = self.next_in_log(number);
        let in_mirror = self.next_in_mirror(number);
        let mut fault = None;
        for (line, is_whole) in
            [in_log.map(|line| (line, true)), in_mirror.map(stripped)].into_iter().flatten()
        {
            let read = if is_whole { Ok(line) } else { Err(FormatError::Torn) }
                .and_then(|line| check_line(line, number, &self.header.tail.link))
                .and_then(|(entry, link)| {
                    self.first.get_or_insert(entry.at);
                    take(entry).map(|()| link)
                });
            match read {
                Ok(link) => {
                    self.write(number, line, in_log);
                    self.header.tail.write(line, link);
                    return true;
                }
                // What a newer version wrote says more than that the other copy is damaged.
                Err(why @ FormatError::UnknownEvent { .. }) => fault = Some(why),
                Err(why) => fault = fault.or(Some(why)),
            }
        }
        self.fault = fault.or_else(|| self.gap(number));
        false
    }

    fn next_in_log(&mut self, number: usize) -> Option<&'a str> {
        let lines = &self.found?.lines;
        while lines.get(self.passed)?.0 < number {
            self.passed += 1;
        }
        let (found, line) = lines.get(self.passed)?;
        (*found == number).then_some(line)
    }

    /// The mirror's line with this number. It is the next one, unless lines before it are missing,
    /// doubled, or run into each other.
    fn next_in_mirror(&mut self, number: usize) -> Option<&'a str> {
        let next = self.in_mirror.next();
        if next.and_then(number_on) == Some(number) {
            return next;
        }
        let mut lines = self.segment.split_inclusive('\n');
        let found = lines.find(|line| number_on(line) == Some(number));
        if found.is_some() {
            self.in_mirror = lines;
        }
        found.or(next)
    }

    /// Notes what the log needs for this line, and keeps the segment that is full before it.
    fn write(&mut self, number: usize, line: &str, in_log: Option<&str>) {
        if self.found.is_some() && in_log != Some(line) {
            self.change.aside.extend(in_log.map(|_| number));
            self.change.lines.push((number, line.to_owned()));
        }
        let tail = &mut self.header.tail;
        if tail.written > 0 && tail.written.is_multiple_of(SEGMENT) {
            self.segments.push(std::mem::take(&mut tail.segment));
        }
    }

    /// Nothing stands at this number; what does stand next?
    fn gap(&self, number: usize) -> Option<FormatError> {
        let later = self.found.and_then(|found| found.lines.get(self.passed));
        // The mirror's segment that was read is too short when another one follows it.
        let at = self.header.tail.written / SEGMENT;
        let is_there = |at| self.texts.contains_key(&segment_key(&self.header.name, at));
        let segment = (is_there(at) && is_there(at + 1)).then_some((at + 1) * SEGMENT + 1);
        let found = later.map(|(found, _)| *found).or(segment)?;
        Some(FormatError::WrongNumber { expected: number, found })
    }

    /// A segment that can't be reached from here, although nothing says how much there was.
    fn beyond(&self) -> Option<FormatError> {
        let at = self.header.tail.written / SEGMENT;
        let start = format!("{PREFIX}{}/", self.header.name);
        let segments = self.texts.keys().filter_map(|key| {
            key.strip_prefix(&start).filter(|end| is_segment(end))?.parse::<usize>().ok()
        });
        let found = segments.filter(|segment| *segment > at).min()? * SEGMENT + 1;
        Some(FormatError::WrongNumber { expected: self.header.tail.written + 1, found })
    }

    /// Judges what was read.
    pub(super) fn finish(mut self) -> United {
        let mirror = match self.texts.get(&meta_key(&self.header.name)) {
            None => Err(FormatError::BadMeta("it is missing".into())),
            Some(text) => StreamMeta::read(text),
        };
        let log = self.header.in_log.as_deref().map(StreamMeta::read);
        let tail = &self.header.tail;
        let record = match &log {
            Some(Ok(record)) => Ok(record),
            Some(Err(newer @ FormatError::Newer(_))) => Err(newer.clone()),
            _ => mirror.as_ref().map_err(FormatError::clone),
        };
        let newer = match &mirror {
            Err(newer @ FormatError::Newer(_)) => Some(newer.clone()),
            _ => None,
        };
        let created = record.as_ref().ok().map(|record| record.created);
        self.header.created =
            created.and_then(DateTime::from_timestamp_millis).or(self.first).unwrap_or_default();
        self.header.title = record.as_ref().ok().and_then(|record| record.title.clone());

        let heads = [log.as_ref().and_then(|record| record.as_ref().ok()), mirror.as_ref().ok()];
        let head = heads.into_iter().flatten().map(|record| record.head).max();
        let missing =
            head.filter(|head| *head > tail.written).map(|kept| FormatError::Missing { kept });
        // The record may lag behind the entries; where it doesn't, it knows the last link.
        let is_another = |record: &&StreamMeta| {
            record.head == tail.written && record.fingerprint != tail.link.to_string()
        };
        let another = record.as_ref().ok().copied().filter(is_another);
        // A newer format explains every other fault.
        let fault = newer
            .or(record.as_ref().err().filter(|why| matches!(why, FormatError::Newer(_))).cloned())
            .or_else(|| self.fault.take())
            .or(missing)
            .or_else(|| self.beyond())
            .or(another.map(|_| FormatError::BrokenChain))
            .or(record.err());
        let damage = fault.map(|why| Damage { stops_after: tail.written, why });
        self.repair(damage)
    }

    fn repair(mut self, damage: Option<Damage>) -> United {
        let whole = |header| United {
            header,
            damage: None,
            restored: Restored::default(),
            change: None,
            writes: Vec::new(),
        };
        // It is whole, but not ours to understand: it is left as it is, and only read.
        if let Some(Damage {
            why: FormatError::Newer(_) | FormatError::UnknownEvent { .. }, ..
        }) = damage
        {
            return United { damage, ..whole(self.header) };
        }
        let record = self.header.record(&self.header.tail);
        let mut change = None;
        let to_log = self.change.lines.len() - self.change.aside.len();
        if let Some(found) = self.found {
            let written = self.header.tail.written;
            let after = found.lines.iter().map(|(number, _)| *number);
            self.change.aside.extend(after.filter(|number| *number > written));
            let is_whole = self.change.lines.is_empty() && self.change.aside.is_empty();
            if !is_whole || self.header.in_log.as_ref() != Some(&record) {
                self.change.record.clone_from(&record);
                change = Some(self.change);
            }
        }
        if !self.header.tail.segment.is_empty() {
            self.segments.push(self.header.tail.segment.clone());
        }
        let name = &self.header.name;
        let mut expected = Texts::new();
        for (at, text) in self.segments.into_iter().enumerate() {
            expected.insert(segment_key(name, at), text);
        }
        expected.insert(meta_key(name), record);
        let writes = mirror_plan(name, self.texts, &expected);
        let to_mirror = if self.found.is_some() { lines_missing(self.texts, &expected) } else { 0 };
        let restored = Restored { to_log, to_mirror };
        United { damage, restored, change, writes, ..whole(self.header) }
    }
}

/// The number that a line claims, good or not.
fn number_on(line: &str) -> Option<usize> {
    line.strip_prefix('[')?.split(',').next()?.parse().ok()
}

fn stripped(line: &str) -> (&str, bool) {
    line.strip_suffix('\n').map_or((line, false), |line| (line, true))
}
