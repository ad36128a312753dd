//! How often delivery was tried, and why it failed.

use chrono::TimeZone;

use super::{File, gathered::NO_TRY};
use crate::{
    names::named,
    parcel::{MOST_TRIES, Status, reports::Try, words::tries_words},
    questions::{Answer, Case, Finding, Step, Value, Verdict, What},
    shown,
};

impl<Z: TimeZone> File<'_, Z> {
    pub(super) fn tries(&self) -> Vec<Answer> {
        let tries = self.gathered.tries();
        let end = self.diary.len();
        let version = tries.last().map_or(end, |one| one.entry.0);
        let entries = || tries.iter().map(|one| one.entry.0).take(self.most);
        let how_often = Finding::on_all(Value::Count(tries.len()), entries(), tries.len(), version);
        let why = if tries.is_empty() {
            Finding::nothing(NO_TRY, end)
        } else {
            let reasons = named(tries.iter().map(|one| shown(&one.reason)), tries.len());
            let case = |one: &Try| {
                let (entry, when) = one.entry;
                let step = Step { how: "", some: None, entry, when };
                Case { what: What::Named(shown(&one.reason)), steps: vec![step] }
            };
            let cases = tries.iter().take(self.most).map(case);
            let all = Finding::on_all(Value::Names(reasons), entries(), tries.len(), version);
            all.listing(cases, tries.len())
        };
        let row = self.row.today();
        let shown = match row.status() {
            Status::SentBack => {
                Some((MOST_TRIES, format!("it is sent back after {}", tries_words(MOST_TRIES))))
            }
            _ => row.tries_shown().map(|tries| (tries, row_tries(tries))),
        };
        let lost = || {
            let [_, status, place] = row.cells();
            format!("The snapshot says: {status}, {place}. That overwrote what was tried before.")
        };
        let known = shown.as_ref().map(|(tries, note)| {
            let count = Value::Count((*tries).try_into().unwrap_or(usize::MAX));
            Verdict::knows(count, note.clone())
        });
        let by = self.gathered.handed_over().filter(|_| !tries.is_empty());
        let often = Verdict::or_else(known, lost(), by);
        let none = shown.as_ref().filter(|(tries, _)| *tries == 0);
        let none = none.map(|(_, note)| Verdict::knows(NO_TRY, note.clone()));
        let why_not = match &shown {
            Some((tries, _)) => {
                let tries = tries_words(*tries);
                format!("The snapshot counts {tries}. Why a try failed was never written in it.")
            }
            None => lost(),
        };
        let reasons = Verdict::or_else(none, why_not, None);
        vec![
            Answer { label: "how often", diary: how_often, snapshot: often },
            Answer { label: "why", diary: why, snapshot: reasons },
        ]
    }
}

fn row_tries(tries: u32) -> String {
    match tries {
        0 => "the snapshot says nothing of a failed try".into(),
        tries => format!("the snapshot says: {}", tries_words(tries)),
    }
}
