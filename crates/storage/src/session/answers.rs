//! What the stores answer.

use chrono::{DateTime, Utc};

use super::{
    super::{Found, Outcome, StoreError},
    Access, Appended, Effect, Happened, Input, Mirrored, News, Refusal, Session, Stored, Task,
    Then, Ticket, Waiting, Why,
    access::ReadOnly,
    effect::Repair,
    patience,
};

/// The first pause before the readable text is tried again, in ms; each further one is twice as long,
/// up to a minute: room comes back when something else is deleted, and not soon by itself.
const MENDING_MS: u32 = 2_000;
const LONGEST_MENDING_MS: u32 = 60_000;

/// The pause that each entry makes longer, in ms. A diary too long for localStorage is tried in vain
/// for ever, so trying may take a thousandth of the time at most. It takes 2 µs an entry natively, and
/// in a browser some times that.
const MENDING_MS_AN_ENTRY: u32 = 6;

impl<D: Stored> Session<D> {
    pub(super) fn take(&mut self, now: DateTime<Utc>, input: Input<D>, effects: &mut Vec<Effect>) {
        match input {
            Input::Press { command, true_on, version } => {
                self.goes_on();
                self.given += 1;
                let id = self.command_id();
                let shown = self.stored.diary().len();
                if version < shown {
                    effects.push(Effect::Report(Happened::Refused(id)));
                    let why = Why::InPast;
                    return self.refusals.push(Refusal {
                        id,
                        command,
                        why,
                        after_others: None,
                        version,
                        is_direct: true,
                        is_painted: false,
                    });
                }
                let is_first = self.queue.is_empty();
                let (given_at, tries, after_others) = (now, 0, None);
                let waiting = Waiting {
                    id,
                    command,
                    true_on,
                    given_at,
                    shown,
                    is_first,
                    is_newest: false,
                    tries,
                    after_others,
                };
                self.queue.push_back(waiting);
            }
            Input::GoesOn => self.goes_on(),
            Input::Painted(ids) => {
                for refusal in self.refusals.iter_mut().filter(|it| ids.contains(&it.id)) {
                    refusal.is_painted = true;
                }
            }
            Input::Seen(id) => self.refusals.retain(|refusal| refusal.id != id),
            // Whatever the stores allow, a diary that was closed stays so.
            Input::Access(_) if self.access.is_final() => {}
            Input::Access(access) => self.access = access,
            Input::Shown(mirror) => {
                if self.access == Access::Both {
                    match mirror {
                        Outcome::Done(()) => effects.push(Effect::Repair(Repair::IfBehind)),
                        // It has just been tried as a whole.
                        Outcome::Failed(error) => self.mirror_is_behind(error, effects),
                    }
                }
                self.look_again(effects);
            }
            Input::Reopened(stored) => {
                self.task = Task::Idle;
                self.is_behind = true;
                // Who may write in it is told next.
                self.access = Access::Waiting(StoreError::Silent);
                let edition = self.edition;
                self.replace(stored);
                while self.edition != edition && !self.queue.is_empty() {
                    // It was meant for what was shown, and that is not what opened.
                    self.refuse(Why::ReadOnly(ReadOnly::OtherDiary), effects);
                }
            }
            Input::Appended(ticket, answer) => self.appended(now, ticket, answer, effects),
            Input::ReadBack(ticket, answer) => self.read_back(now, ticket, answer, effects),
            Input::Found(ticket, answer) => self.found(ticket, answer, effects),
            Input::Text(ticket, answer) => self.text(ticket, answer, effects),
            Input::Repaired(Outcome::Done(has_differed)) => {
                self.is_in_mirror();
                if has_differed {
                    effects.push(Effect::Report(Happened::MirrorRepaired));
                }
            }
            Input::Repaired(Outcome::Failed(error)) => self.mirror_is_behind(error, effects),
            Input::Heard(news) => self.hear(&news, effects),
            Input::MirrorChanged => self.mirror_changed(effects),
            Input::Renamed(record) => self.renamed(&record, effects),
            Input::Woke(ticket) => self.woke(now, ticket, effects),
        }
    }

    fn is_in_mirror(&mut self) {
        self.in_mirror = true;
        self.mending = None;
    }

    /// The readable text has not everything. It is tried again, and told once.
    fn mirror_is_behind(&mut self, error: StoreError, effects: &mut Vec<Effect>) {
        if std::mem::take(&mut self.in_mirror) {
            effects.push(Effect::Report(Happened::MirrorBehind(error)));
        }
        if self.mending.is_none() {
            self.repair_later(0, effects);
        }
    }

    fn repair_later(&mut self, tries: u32, effects: &mut Vec<Effect>) {
        let ticket = self.ticket();
        self.mending = Some((ticket, tries));
        let entries = u32::try_from(self.stored.diary().len()).unwrap_or(u32::MAX);
        let longest = LONGEST_MENDING_MS.max(entries.saturating_mul(MENDING_MS_AN_ENTRY));
        let pause = MENDING_MS.saturating_mul(1 << tries.min(16)).min(longest);
        effects.push(Effect::Wake(ticket, pause));
    }

    fn appended(
        &mut self,
        now: DateTime<Utc>,
        ticket: Ticket,
        answer: Appended,
        effects: &mut Vec<Effect>,
    ) {
        match std::mem::replace(&mut self.task, Task::Idle) {
            Task::Appending { ticket: ours, draft, .. } if ours == ticket => match answer {
                Appended::Written(mirrored) => {
                    effects.push(Effect::Tell(News::of(&draft.changes)));
                    self.accept(*draft, effects);
                    match mirrored {
                        Mirrored::Done => self.is_in_mirror(),
                        Mirrored::Differs => effects.push(Effect::Repair(Repair::Whole)),
                        Mirrored::Failed(error) => self.mirror_is_behind(error, effects),
                    }
                }
                Appended::Already(first, last) => self.take_in(Some((first, last)), 0, effects),
                Appended::Stale => self.stale(now, effects),
                Appended::NotWritten(error) => self.refuse(Why::Store(error), effects),
                Appended::Unknown(why) => self.settle(why, 0, effects),
            },
            Task::Restoring { ticket: ours } if ours == ticket => match answer {
                Appended::Written(_) | Appended::Already(..) => {
                    self.stored.is_in_log();
                    effects.push(Effect::Report(Happened::Restored));
                }
                Appended::Stale | Appended::NotWritten(_) | Appended::Unknown(_) => {
                    self.pause(1, Then::TakeIn { landed: None, tries: 1 }, effects);
                }
            },
            other => self.task = other,
        }
    }

    /// Others have written first.
    fn stale(&mut self, now: DateTime<Utc>, effects: &mut Vec<Effect>) {
        self.is_behind = true;
        if self.is_expired(now) {
            return self.refuse(Why::OthersKeepWriting, effects);
        }
        if let Some(waiting) = self.queue.front_mut() {
            waiting.tries += 1;
        }
        self.take_in(None, 0, effects);
    }

    /// Asks whether the first command's entries are there.
    fn settle(&mut self, why: StoreError, tries: u32, effects: &mut Vec<Effect>) {
        let Some(id) = self.queue.front().map(|waiting| waiting.id) else { return };
        let ticket = self.ticket();
        effects.push(Effect::ReadBack(ticket, self.stored.name().to_owned(), id));
        effects.push(Effect::Wake(ticket, patience(tries)));
        self.task = Task::Settling { ticket, why, tries };
    }

    fn read_back(
        &mut self,
        now: DateTime<Utc>,
        ticket: Ticket,
        answer: Outcome<Option<(usize, usize)>>,
        effects: &mut Vec<Effect>,
    ) {
        match (&self.task, answer) {
            (Task::Appending { ticket: ours, .. }, Outcome::Done(None)) if *ours == ticket => {
                // It may have been asked before the append had begun. So the append is cancelled, and
                // then it is asked once more, behind all that has begun by now.
                effects.push(Effect::Cancel(ticket));
                self.settle(StoreError::Silent, 0, effects);
            }
            (
                Task::Appending { ticket: ours, .. } | Task::Settling { ticket: ours, .. },
                Outcome::Done(Some(landed)),
            ) if *ours == ticket => self.take_in(Some(landed), 0, effects),
            (Task::Settling { ticket: ours, why, .. }, Outcome::Done(None)) if *ours == ticket => {
                let why = why.clone();
                // What was cancelled has done no harm, and is tried again.
                if why == StoreError::Silent && !self.is_expired(now) {
                    let tries = self.queue.front_mut().map_or(0, |waiting| {
                        waiting.tries += 1;
                        waiting.tries
                    });
                    return self.pause(tries, Then::Decide, effects);
                }
                self.refuse(Why::Store(why), effects);
            }
            (Task::Settling { ticket: ours, why, tries }, Outcome::Failed(_))
                if *ours == ticket =>
            {
                let (why, tries) = (why.clone(), tries + 1);
                self.pause(tries + 2, Then::Settle(why, tries), effects);
            }
            // Nobody waits for it, or it is asked again when it is time.
            _ => {}
        }
    }

    /// Reads what the stores have beyond what is here.
    pub(super) fn take_in(
        &mut self,
        landed: Option<(usize, usize)>,
        tries: u32,
        effects: &mut Vec<Effect>,
    ) {
        // What is told from here on comes too late for this reading.
        self.is_behind = false;
        let ticket = self.ticket();
        let name = self.stored.name().to_owned();
        match &self.access {
            Access::Both | Access::Database => {
                effects.push(Effect::Find(ticket, name, self.stored.diary().len() + 1));
                effects.push(Effect::Wake(ticket, patience(tries)));
            }
            Access::Alone | Access::ReadOnly(ReadOnly::AnotherTabWrites) => {
                effects.push(Effect::ReadText(ticket, name));
            }
            Access::Memory | Access::NotYet | Access::Waiting(_) | Access::ReadOnly(_) => {
                self.task = Task::Idle;
                self.is_behind = true;
                return;
            }
        }
        self.task = Task::TakingIn { ticket, landed, tries };
    }

    fn found(&mut self, ticket: Ticket, answer: Outcome<Found>, effects: &mut Vec<Effect>) {
        let Task::TakingIn { ticket: ours, landed, tries } = self.task else { return };
        if ours != ticket {
            return;
        }
        match answer {
            Outcome::Done(found) => self.take_in_found(found, landed, effects),
            Outcome::Failed(_) => {
                let tries = tries + 1;
                self.pause(tries, Then::TakeIn { landed, tries }, effects);
            }
        }
    }

    fn woke(&mut self, now: DateTime<Utc>, ticket: Ticket, effects: &mut Vec<Effect>) {
        if let Some((_, tries)) = self.mending.filter(|(ours, _)| *ours == ticket) {
            self.mending = None;
            if self.access == Access::Both {
                // Unless it is done now, it is tried once more.
                self.repair_later(tries + 1, effects);
                effects.push(Effect::Repair(Repair::Again));
            }
            return;
        }
        match &mut self.task {
            Task::Appending { ticket: ours, overdue, .. } if *ours == ticket => {
                *overdue += 1;
                let wait = patience(*overdue);
                if let Some(waiting) = self.queue.front() {
                    let name = self.stored.name().to_owned();
                    effects.push(Effect::ReadBack(ticket, name, waiting.id));
                    effects.push(Effect::Wake(ticket, wait));
                }
            }
            Task::Settling { ticket: ours, why, tries } if *ours == ticket => {
                let (why, tries) = (why.clone(), *tries + 1);
                self.settle(why, tries, effects);
            }
            Task::TakingIn { ticket: ours, landed, tries } if *ours == ticket => {
                let (landed, tries) = (*landed, *tries + 1);
                self.take_in(landed, tries, effects);
            }
            Task::Restoring { ticket: ours } if *ours == ticket => self.take_in(None, 0, effects),
            Task::Pausing { ticket: ours, then } if *ours == ticket => {
                let then = then.clone();
                self.task = Task::Idle;
                match then {
                    Then::Decide => {}
                    Then::Settle(why, tries) => self.settle(why, tries, effects),
                    Then::TakeIn { landed, tries } => {
                        if landed.is_none() && self.is_expired(now) {
                            self.refuse(Why::Store(StoreError::Silent), effects);
                        }
                        self.take_in(landed, tries, effects);
                    }
                }
            }
            _ => {}
        }
    }
}
