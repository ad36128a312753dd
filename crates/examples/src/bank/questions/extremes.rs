//! How high and how low a balance ever was: by the days on which the entries are true, as it is known
//! now. Where the order in which they were written gives another answer, that is said beside it.

use chrono::TimeZone;

use super::{
    as_true,
    book::{Book, NOT_OPEN},
    gathered::Falls,
};
use crate::{
    Money,
    calendar::{day_words, true_day},
    questions::{Answer, Case, Citation, Finding, SAID, Step, Value, Verdict, What, single},
};

impl<Z: TimeZone> Book<'_, Z> {
    pub(super) fn highest(&self) -> Vec<Answer> {
        let written = self.story.highest;
        let steps = as_true::steps(self.story, self.diary, self.zone);
        let diary = match (written, &steps) {
            (None, _) => Finding::nothing(NOT_OPEN, 0),
            (Some((version, _)), None) => {
                self.balance_finding(version).noted(format!("after entry {version}"))
            }
            (Some(written), Some(steps)) => self.highest_as_true(steps, written),
        };
        let why = format!(
            "The snapshot holds {}. It can’t tell whether it ever held more.",
            self.row_balance_words()
        );
        // Which is overwritten when it was there: by the clock of writing, which is the row's.
        let was_there = written.filter(|(_, most)| diary.value == Value::Money(*most));
        let overwritten =
            was_there.and_then(|(version, _)| self.story.balance.next_change(version));
        single(diary, Verdict::or_else(self.never_open(), why, overwritten))
    }

    /// The first of the steps after which it was the highest of all, as the sum of those up to it.
    fn highest_as_true(&self, steps: &[as_true::Step], (version, most): (usize, Money)) -> Finding {
        let further = |best: usize, at: usize| {
            if steps[at].balance > steps[best].balance { at } else { best }
        };
        let best = (1..steps.len()).fold(0, further);
        let Some(highest) = steps.get(best) else { return Finding::nothing(NOT_OPEN, 0) };
        let changes = steps[..=best].iter().filter(|step| step.change != Money::ZERO);
        let mut changes: Vec<_> = changes.map(|step| (step.entry, step.change)).collect();
        changes.sort_unstable();
        let count = changes.len();
        let first = changes.into_iter().take(self.most);
        let value = Value::Money(highest.balance);
        let mut note = format!("after entry {}", highest.entry);
        if highest.balance != most {
            note = format!(
                "{} on {}; by the order of writing: {most}, after entry {version}",
                note,
                self.day_of(highest.entry)
            );
        }
        Finding::sum(value, highest.balance, first, count, highest.known).noted(note)
    }

    /// The day on which an entry is true.
    fn day_of(&self, entry: usize) -> String {
        let when = self.diary.entry(entry).map(diary::Entry::when);
        when.map_or_else(String::new, |when| day_words(true_day(&when, self.zone)))
    }

    pub(super) fn ever_below(&self, limit: Money) -> Vec<Answer> {
        let written = self.gathered.falls();
        let diary = match as_true::steps(self.story, self.diary, self.zone) {
            None => {
                let version = written.entries.first().map(|(version, _)| *version);
                self.falls_finding(written, version)
            }
            Some(steps) => {
                let mut falls = Falls::below(limit);
                for step in &steps {
                    falls.look(step.entry, step.balance);
                }
                let first = falls.entries.first().map(|(entry, _)| *entry);
                let first = steps.iter().find(|step| Some(step.entry) == first);
                let finding = self.falls_finding(&falls, first.map(|step| step.known));
                if falls.entries == written.entries {
                    finding
                } else {
                    let (stop, note) =
                        (if finding.note.is_empty() { "" } else { "; " }, &finding.note);
                    let note =
                        format!("{note}{stop}by the order of writing: {}", said(&written.entries));
                    finding.noted(note)
                }
            }
        };
        let balance = self.row.today().balance(self.account);
        let known = balance.filter(|it| *it > Money::ZERO && *it < limit);
        let known = known.map(|_| Verdict::knows(Value::Yes, "it is below that now"));
        let no_limit = || Verdict::knows(Value::No, "no entry can take it below 0.00");
        let known = known.or_else(|| self.never_open());
        let known = known.or_else(|| (limit <= Money::ZERO).then(no_limit));
        let why = format!(
            "The snapshot holds {}. It can’t tell what it held before.",
            self.row_balance_words()
        );
        let only = match written.entries.as_slice() {
            [(version, _)] if diary.rests_on == [Citation::plain(*version)] => Some(*version),
            _ => None,
        };
        let overwritten = only.and_then(|version| self.story.balance.next_change(version));
        single(diary, Verdict::or_else(known, why, overwritten))
    }

    /// When it came below, of which the first can be seen after `version` entries.
    fn falls_finding(&self, found: &Falls, version: Option<usize>) -> Finding {
        let falls = &found.entries;
        let Some(version) = version else {
            return if self.story.opened.is_none() {
                Finding::nothing(NOT_OPEN, 0)
            } else {
                let note = if found.has_begun {
                    "not since the first money came in"
                } else {
                    "no money has come in yet"
                };
                Finding::nothing(Value::No, self.diary.len()).noted(note)
            };
        };
        let case = |(entry, balance): &(usize, Money)| {
            let when = self.diary.entry(*entry)?.when();
            let step = Step { how: "", some: None, entry: *entry, when };
            Some(Case { what: What::Named(balance.to_string()), steps: vec![step] })
        };
        let cases = falls.iter().take(self.most).filter_map(case);
        let note = match falls.len() {
            1 => "once since the first money came in".into(),
            count => format!("{count} times since the first money came in"),
        };
        let mut entries: Vec<_> = falls.iter().map(|(entry, _)| *entry).collect();
        entries.sort_unstable();
        let entries = entries.into_iter().take(self.most);
        let finding = Finding::on_all(Value::Yes, entries, falls.len(), version);
        finding.noted(note).listing(cases, falls.len())
    }
}

/// What these falls are an answer to, in a few words.
fn said(falls: &[(usize, Money)]) -> String {
    let amounts: Vec<_> = falls.iter().take(SAID).map(|(_, balance)| balance.to_string()).collect();
    match (amounts.is_empty(), falls.len() > SAID) {
        (true, _) => "no".into(),
        (false, false) => format!("yes, {}", amounts.join(", ")),
        (false, true) => format!("yes, {} and more", amounts.join(", ")),
    }
}
