//! Questions of the reader's own: a sentence made of menus, which both worlds answer.
//!
//! A question is data. It can be kept as text, it says itself as a sentence, and it is answered
//! again whenever the diary has grown or the reader stands somewhere else.

mod asked;
mod collected;
mod gathered;
mod measure;
mod menu;
mod months;
mod row;
mod span;
mod stretch;
mod subjects;
mod tally;
mod text;
mod whole;

use chrono::TimeZone;

use super::{Answer, Finding, SAID, Value, Verdict};
use crate::calendar::{Calendar, day_words, local_time, moment_words};
use diary::{Checkpointed, Diary, Entry, Snapshot};

pub use asked::{Queryable, Question, Words};
pub(crate) use collected::Collected;
pub use gathered::Gathered;
pub use measure::Measure;
pub use months::{MonthTotal, Months};
pub use span::Span;
use stretch::Stretch;
pub use subjects::Subjects;
pub use text::QuestionError;

pub(crate) use measure::Amounts;
pub(crate) use row::Kept;
use row::Query;
pub use row::RowKnowledge;
pub(crate) use whole::Found;

/// How many of the entries in an answer are looked at, whether they were made good.
const LOOKED_AT: usize = 24;

impl<D: Queryable> Question<D> {
    /// Asks both worlds, standing where `version` entries had been written. `row` is today's row,
    /// wherever the reader stands: a snapshot has no other.
    pub fn answer<Z: TimeZone>(
        &self,
        diary: &Diary<D::Event>,
        version: usize,
        row: &Snapshot<D>,
        calendar: &Calendar<Z>,
    ) -> Answer {
        let mut gathered = self.gathered();
        gathered.read_to(diary.entries(), usize::MAX);
        self.told(gathered.reading(), (diary, version), (row, None), calendar, usize::MAX)
    }

    /// What this question is to be answered from, before anything has been read. From when to when
    /// the question asks makes no difference to it.
    pub fn gathered(&self) -> Checkpointed<Gathered<D>> {
        Checkpointed::of(Gathered::about(self.topic, self.subject.clone()))
    }

    /// The same as [`answer`](Self::answer) from what has been gathered of this diary, with at most
    /// the first `most` of the entries that the answer rests on. The row is shown with the column of the
    /// chosen figure.
    pub fn told<Z: TimeZone>(
        &self,
        gathered: &Gathered<D>,
        (diary, version): (&Diary<D::Event>, usize),
        (row, chosen): (&Snapshot<D>, Option<&D::Figure>),
        Calendar { today, zone }: &Calendar<Z>,
        most: usize,
    ) -> Answer {
        let period = self.span.period(zone);
        if let Some(period) = period.filter(|period| period.first > *today) {
            let snapshot = Verdict::not_yet(None, period.not_yet());
            let diary = Finding::nothing(Value::NotYet { now: None }, version.min(diary.len()));
            return Answer { label: "", diary, snapshot };
        }
        let finding = self.finding(gathered, diary.until(version), zone, most);
        let query = Query {
            measure: self.measure,
            amounts: D::words_of(self.topic).amounts,
            span: self.span,
            period,
            is_now: version >= diary.len(),
        };
        let none = self.measure.none(query.amounts);
        let memory = D::memory(row, self.topic, self.subject(), chosen);
        let snapshot = match memory.tell(&query, row.updated_at()) {
            Ok((value, note)) => {
                let is_listed = self.measure == Measure::List && value != none;
                let when = row.updated_at().filter(|_| is_listed);
                match when {
                    // A list has dates. What the row can list was its last change.
                    Some(at) => {
                        Verdict::knows(value, format!("{note}, {}", moment_words(at, zone)))
                    }
                    None => Verdict::knows(value, note),
                }
            }
            Err(why) => {
                // One entry says what its successor overwrote. What several came to was overwritten
                // by each of them, and what was not there by none.
                let lost = match finding.rests_on.as_slice() {
                    _ if !query.is_now => gathered.last_about(version),
                    [one] if finding.more.count == 0 => Some(one.entry),
                    _ => None,
                };
                let overwritten_by = lost.and_then(|entry| gathered.next_about(entry));
                Verdict::CannotKnow { why, overwritten_by }
            }
        };
        Answer { label: "", diary: finding, snapshot }
    }

    /// What the diary says when these were all its entries.
    fn finding(
        &self,
        gathered: &Gathered<D>,
        entries: &[Entry<D::Event>],
        zone: &impl TimeZone,
        most: usize,
    ) -> Finding {
        let versions = self.span.versions(entries, zone);
        let (collected, end) = (gathered.found(), versions.end);
        let amounts = D::words_of(self.topic).amounts;
        let written = collected.written(versions.clone());
        let found = self.stretch(gathered, entries, zone);
        let tally = |found: &Stretch<'_>| {
            let version = found.last_entry().map_or(end, |last| last.max(end));
            let sign = D::words_of(self.topic).sign;
            let finding = tally::finding(self.measure, amounts, found, version, most, zone);
            Finding { sign, ..finding }
        };
        let mut finding = tally(&found);
        if found.is_empty()
            && self.span.period(zone).is_some()
            && let ([first, ..], [.., last]) = (entries, entries)
        {
            let day = |entry: &Entry<D::Event>| day_words(local_time(entry.at, zone).date());
            finding.note = format!("The diary goes from {} to {} so far.", day(first), day(last));
        } else if self.measure == Measure::HowMany {
            let (events, things) = found.things();
            if things != events {
                finding.note = D::things_words(self.topic, things);
            }
        }
        if collected.has_late() {
            // The first and the last one are others by that clock, also where all are asked about.
            let end = match self.measure {
                Measure::First => Some(written.first_entry()),
                Measure::Last => Some(written.last_entry()),
                _ => None,
            };
            let cited = finding.rests_on.first().map(|one| one.entry);
            let at = |entry: usize| entries.get(entry - 1).map(|entry| Value::At(entry.at));
            let by_writing = match end {
                Some(end) if end == cited => finding.value.clone(),
                Some(end) => end.and_then(at).unwrap_or(Value::Nothing("none")),
                None => tally(&written).value,
            };
            if by_writing != finding.value {
                let words = by_writing.signed(finding.sign).words(zone);
                finding.note = joined(&finding.note, &format!("By the day of writing: {words}."));
            }
        }
        if let Some(made_good) = self.made_good(gathered, &found, entries.len()) {
            finding.note = joined(&finding.note, &made_good);
        }
        if let [one] = finding.rests_on.as_slice()
            && self.measure.is_of_one()
            && let Some(entry) = one.entry.checked_sub(1).and_then(|at| entries.get(at))
        {
            // An answer that is an amount doesn't say when it was.
            let written = moment_words(entry.at, zone);
            let when = match (&finding.value, entry.true_on) {
                (Value::On(_), _) => format!(", written on {written}"),
                (Value::Money(_), None) => format!(", {written}"),
                (Value::Money(_), Some(day)) => {
                    format!(", {}, written on {written}", day_words(day))
                }
                _ => String::new(),
            };
            let line = D::line(&entry.event);
            finding.note = match finding.note.strip_prefix(',') {
                Some(alike) => format!("{line}{when},{alike}"),
                None => joined(&format!("{line}{when}"), &finding.note),
            };
        }
        finding
    }

    /// Which of the first ones were made good later, as far as has been written by then: a fee was given
    /// back.
    fn made_good(
        &self,
        gathered: &Gathered<D>,
        found: &Stretch<'_>,
        version: usize,
    ) -> Option<String> {
        if !self.measure.adds_up() {
            return None;
        }
        let first = found.iter().take(LOOKED_AT);
        let by = first.filter_map(|it| Some((it.entry, gathered.made_good_by(it.entry)?)));
        let by = by.filter(|(_, by)| *by <= version).take(SAID);
        let words = by.map(|(entry, by)| format!("entry {entry} by entry {by}"));
        let words = words.collect::<Vec<_>>().join(", ");
        Some(format!("{}: {words}", D::MADE_GOOD)).filter(|_| !words.is_empty())
    }

    /// The entries that are asked about: in a span of time those that are true in it.
    fn stretch<'g>(
        &self,
        gathered: &'g Gathered<D>,
        entries: &[Entry<D::Event>],
        zone: &impl TimeZone,
    ) -> Stretch<'g> {
        let versions = self.span.versions(entries, zone);
        match self.span.period(zone) {
            Some(period) => gathered.found().true_in(&period, versions, entries.len()),
            None => gathered.found().written(versions),
        }
    }
}

/// Two remarks, of which one may be empty.
fn joined(one: &str, other: &str) -> String {
    let space = if one.is_empty() || other.is_empty() {
        ""
    } else if one.ends_with('.') {
        " "
    } else {
        ". "
    };
    format!("{one}{space}{other}")
}
