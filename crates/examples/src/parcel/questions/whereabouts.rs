//! Where the parcel is, and where it was on a day.

use chrono::{DateTime, NaiveDate, TimeZone, Utc};

use super::{File, gathered::Move};
use crate::{
    calendar::{day_after, start_of_day, when_words},
    parcel::Status,
    questions::{Answer, Citation, Finding, Value, Verdict, single},
};

const NOT_REGISTERED: Value = Value::Nothing("not registered yet");
const NOT_COME: &str = "that day has not come yet";

impl<Z: TimeZone> File<'_, Z> {
    pub(super) fn where_on(&self, day: NaiveDate) -> Vec<Answer> {
        let today = self.calendar.today;
        if day > today {
            let diary = Finding::nothing(Value::NotYet { now: None }, self.diary.len());
            return single(diary, Verdict::not_yet(None, NOT_COME));
        }
        let end = if day == today {
            Answer { label: "so far", diary: self.is_now(), snapshot: self.row_now() }
        } else {
            self.before("at the end of the day", day_after(day))
        };
        vec![self.before("at the start of the day", day), end]
    }

    pub(super) fn is_now(&self) -> Finding {
        place_of(self.gathered.moves().last(), self.diary.len())
    }

    pub(super) fn row_now(&self) -> Verdict {
        Verdict::knows(self.row_place(), "this is what a snapshot is made for")
    }

    /// Where it is true to have been before a day, as it is known now.
    fn before(&self, label: &'static str, day: NaiveDate) -> Answer {
        let begins = start_of_day(day, &self.calendar.zone);
        let version = self.diary.before(begins).len();
        let moves = self.gathered.moves();
        let next = moves.partition_point(|it| it.entry <= version);
        let written = next.checked_sub(1).and_then(|last| moves.get(last));
        // What came later was decided on top of what was written by then, so it has the last word.
        let mut later = self.gathered.late().filter(|it| it.entry > version);
        let later = later.rfind(|it| it.when.is_before(day, begins));
        let mut diary = place_of(later.or(written), version);
        let zone = &self.calendar.zone;
        diary.note = match (later, written) {
            (Some(later), written) => {
                let then = place_of(written, version).value.words(zone);
                format!("by what had been written then: {then}; entry {} came later", later.entry)
            }
            (None, Some(last)) => {
                format!("since entry {}, {}", last.entry, when_words(&last.when, zone))
            }
            (None, None) => "nothing had happened yet".into(),
        };
        let was_there = later.is_none() && written.is_some();
        let by = moves.get(next).filter(|_| was_there).map(|next| next.entry);
        Answer { label, diary, snapshot: self.row_before(begins, by) }
    }

    fn row_before(&self, begins: DateTime<Utc>, by: Option<usize>) -> Verdict {
        let known = match (self.row.updated_at(), self.row.today().status()) {
            (None, _) => Some(Verdict::knows(self.row_place(), "nothing has happened yet")),
            (Some(at), _) if at < begins => {
                Some(Verdict::knows(self.row_place(), "the snapshot was last changed before then"))
            }
            (Some(_), Status::Registered) => Some(Verdict::knows(
                NOT_REGISTERED,
                "it was registered with the snapshot’s last change",
            )),
            _ => None,
        };
        Verdict::or_else(known, self.only_now(), by)
    }

    fn row_place(&self) -> Value {
        let row = self.row.today();
        match row.status() {
            Status::NotRegistered => NOT_REGISTERED,
            _ => Value::Names(vec![row.place().to_string()]),
        }
    }
}

fn place_of(found: Option<&Move>, version: usize) -> Finding {
    match found {
        Some(found) => {
            let value = Value::Names(vec![found.place.to_string()]);
            let seen_at = version.max(found.entry);
            Finding { version: seen_at, ..Finding::on(value, Citation::plain(found.entry)) }
        }
        None => Finding::nothing(NOT_REGISTERED, version),
    }
}
