//! What others have written: taking it in from the database, from other tabs, and from the readable
//! text.

use super::{
    super::{Damage, Found, Outcome, StoredDiary, TOMBSTONE, Texts, header::is_deleted},
    Access, Effect, Happened, News, SILENCE_MS, Session, Stored, Task, Then, Ticket, Why,
    access::ReadOnly,
    effect::Repair,
};
use diary::FormatError;

impl<D: Stored> Session<D> {
    /// Takes in what the database has. `landed` are the numbers of the first command's own entries,
    /// when they are among them.
    pub(super) fn take_in_found(
        &mut self,
        found: Found,
        landed: Option<(usize, usize)>,
        effects: &mut Vec<Effect>,
    ) {
        self.task = Task::Idle;
        if found.record.as_deref() == Some(TOMBSTONE) {
            return self.cannot_write(ReadOnly::Deleted, effects);
        }
        let before = self.stored.diary().len();
        let lines: Vec<_> = found.lines.iter().map(|(_, line)| line.as_str()).collect();
        let record = found.record.as_deref();
        match record.map(|record| self.stored.take_in(lines, record)) {
            Some(Ok(())) => {}
            Some(Err(FormatError::Newer(_) | FormatError::UnknownEvent { .. })) => {
                return self.cannot_write(ReadOnly::Newer, effects);
            }
            _ => return self.restore(found.record, effects),
        }
        self.evolve_from(before);
        let last = self.stored.diary().len();
        // Those of others, before ours if ours are among them.
        let others = landed.map_or(last, |(first, _)| first.saturating_sub(1));
        let after_others = (others > before).then_some((before + 1, others));
        match (self.queue.front_mut(), after_others) {
            (Some(waiting), Some((first, last))) => {
                waiting.after_others = Some(
                    waiting
                        .after_others
                        .map_or((first, last), |after_others| (after_others.0, last)),
                );
            }
            (None, Some((first, last))) => {
                effects.push(Effect::Report(Happened::TookIn(first, last)));
            }
            (_, None) => {}
        }
        if let Some((first, last)) = landed {
            // Nobody has told the others: the answer that would have been told by never came.
            let (from, lines) = (before + 1, found.lines.into_iter().map(|(_, line)| line));
            let (name, record) = (self.stored.name().to_owned(), self.stored.record());
            let news = News { name, from, lines: lines.collect(), record };
            effects.push(Effect::Tell(news));
            return self.done(first, last, effects);
        }
        // The first time it is decided again at once; where tabs keep meeting, they get out of step.
        let tries = self.queue.front().map_or(0, |waiting| waiting.tries);
        if tries > 1 {
            self.pause(tries, Then::Decide, effects);
        }
    }

    /// The database has less than is open here: the browser has lost it. It gets it back.
    fn restore(&mut self, record: Option<String>, effects: &mut Vec<Effect>) {
        let Some(changes) = self.stored.changes_after(record) else {
            return self.is_another_story(effects);
        };
        let ticket = self.ticket();
        effects.push(Effect::Append(ticket, None, Box::new(changes)));
        effects.push(Effect::Wake(ticket, SILENCE_MS));
        self.task = Task::Restoring { ticket };
    }

    /// The stores hold another diary under this name. Nothing is written over it; should ours come
    /// back, the next command finds it.
    fn is_another_story(&mut self, effects: &mut Vec<Effect>) {
        if self.queue.is_empty() {
            return effects.push(Effect::Report(Happened::CannotWrite(ReadOnly::AnotherStory)));
        }
        self.refuse(Why::ReadOnly(ReadOnly::AnotherStory), effects);
    }

    /// From now on the diary can only be read; what waits is refused.
    pub(super) fn cannot_write(&mut self, why: ReadOnly, effects: &mut Vec<Effect>) {
        effects.push(Effect::Report(Happened::CannotWrite(why.clone())));
        self.access = Access::ReadOnly(why);
    }

    /// Another tab tells what it has written, or this one what it did beside the session.
    pub(super) fn hear(&mut self, news: &News, effects: &mut Vec<Effect>) {
        let is_held = matches!(self.access, Access::Memory | Access::NotYet | Access::Waiting(_));
        if news.name != self.stored.name() || is_held {
            return;
        }
        if news.is_deletion() {
            return self.cannot_write(ReadOnly::Deleted, effects);
        }
        let before = self.stored.diary().len();
        let is_next = news.lines.is_empty() || news.from == before + 1;
        let lines = news.lines.iter().map(String::as_str);
        let is_idle = matches!(self.task, Task::Idle);
        if is_idle && is_next && self.stored.take_in(lines, &news.record).is_ok() {
            self.evolve_from(before);
            if !news.lines.is_empty() {
                let last = self.stored.diary().len();
                effects.push(Effect::Report(Happened::TookIn(before + 1, last)));
            }
            return;
        }
        // In the middle of something, or after a gap, the database tells it all.
        self.look_again(effects);
    }

    /// The diary has a new title, which was written here beside the session.
    pub(super) fn renamed(&mut self, record: &str, effects: &mut Vec<Effect>) {
        let is_idle = matches!(self.task, Task::Idle);
        if !is_idle || self.stored.take_in([], record).is_err() {
            self.look_again(effects);
        }
    }

    /// There is something to be taken in, now or as soon as nothing else is on its way.
    pub(super) fn look_again(&mut self, effects: &mut Vec<Effect>) {
        self.is_behind = true;
        if matches!(self.task, Task::Idle) {
            self.take_in(None, 0, effects);
        }
    }

    /// The readable text was changed by somebody else. Beside a database that is only the copy, and
    /// it is put right when it lags behind; without one, another tab has written.
    pub(super) fn mirror_changed(&mut self, effects: &mut Vec<Effect>) {
        match self.access {
            Access::Both if matches!(self.task, Task::Idle) => {
                effects.push(Effect::Repair(Repair::IfBehind));
            }
            Access::Alone | Access::ReadOnly(ReadOnly::AnotherTabWrites) => {
                self.look_again(effects);
            }
            _ => {}
        }
    }

    /// What lies in localStorage, where there is no database. Nothing is written over a diary that
    /// tells another story.
    pub(super) fn text(
        &mut self,
        ticket: Ticket,
        answer: Outcome<Texts>,
        effects: &mut Vec<Effect>,
    ) {
        let Task::TakingIn { ticket: ours, tries, .. } = self.task else { return };
        if ours != ticket {
            return;
        }
        let texts = match answer {
            Outcome::Done(texts) => texts,
            Outcome::Failed(_) => {
                let then = Then::TakeIn { landed: None, tries: tries + 1 };
                return self.pause(tries + 1, then, effects);
            }
        };
        self.task = Task::Idle;
        if is_deleted(self.stored.name(), &texts) {
            return self.cannot_write(ReadOnly::Deleted, effects);
        }
        let before = self.stored.diary().len();
        let empty =
            || (StoredDiary::new(self.stored.name(), self.stored.created()), None, Vec::new());
        let (found, damage, repair) =
            StoredDiary::from_mirror(self.stored.name(), &texts).unwrap_or_else(empty);
        let (entries, ours) = (found.diary().entries(), self.stored.diary().entries());
        let writes = match damage {
            // Whole, but of a newer version: it is not ours to write over.
            Some(Damage {
                why: FormatError::Newer(_) | FormatError::UnknownEvent { .. }, ..
            }) => return self.cannot_write(ReadOnly::Newer, effects),
            _ if entries.starts_with(ours) => {
                self.replace(found);
                if damage.is_some() { repair } else { Vec::new() }
            }
            // Lost, damaged, or put back by a tab that knew less: ours is the same diary, with more.
            _ if ours.starts_with(entries) => self.stored.mirror_plan(&texts),
            _ => return self.is_another_story(effects),
        };
        if !writes.is_empty() && self.access == Access::Alone {
            effects.push(Effect::Repair(Repair::Writes(writes)));
        }
        let last = self.stored.diary().len();
        if last > before {
            if let Some(waiting) = self.queue.front_mut() {
                waiting.after_others = Some((before + 1, last));
            } else {
                effects.push(Effect::Report(Happened::TookIn(before + 1, last)));
            }
        }
    }
}
