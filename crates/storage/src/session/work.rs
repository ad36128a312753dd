//! Carrying out what waits: decide → append → show.

use chrono::{DateTime, Utc};

use super::{
    super::{PendingAppend, StoredDiary},
    Access, Effect, Happened, PATIENCE, ReadOnly, Refusal, SILENCE_MS, Session, Stored, Task, Then,
    Ticket, Why, replayed,
};
use diary::When;

/// The first pause before something is tried again, in ms: about two appends of another tab. Each
/// further one is twice as long.
const FIRST_PAUSE_MS: u32 = 40;

/// The longest pause, in ms: a store that comes back is noticed soon.
const LONGEST_PAUSE_MS: u32 = 4_000;

impl<D: Stored> Session<D> {
    /// Goes on with what waits, as far as it goes without an answer.
    pub(super) fn work(&mut self, now: DateTime<Utc>, effects: &mut Vec<Effect>) {
        let can_take_in = matches!(
            self.access,
            Access::Both
                | Access::Database
                | Access::Alone
                | Access::ReadOnly(ReadOnly::AnotherTabWrites)
        );
        if matches!(self.task, Task::Idle) && self.is_behind && can_take_in {
            self.take_in(None, 0, effects);
        }
        while matches!(self.task, Task::Idle) && !self.queue.is_empty() {
            match &self.access {
                Access::Waiting(_) => break,
                Access::ReadOnly(why) => {
                    let why = Why::ReadOnly(why.clone());
                    self.refuse(why, effects);
                }
                Access::Memory | Access::NotYet => match self.decide(now) {
                    Ok(draft) => self.accept(draft, effects),
                    Err(why) => self.refuse(why, effects),
                },
                Access::Both | Access::Database | Access::Alone => match self.decide(now) {
                    Ok(draft) => self.append(draft, effects),
                    // A rule says no on the newest diary that there is, or not at all.
                    Err(_) if !self.note_look() => self.take_in(None, 0, effects),
                    Err(why) => self.refuse(why, effects),
                },
            }
        }
    }

    /// Notes that the stores are looked at for the first command, and says whether they were before.
    fn note_look(&mut self) -> bool {
        let looked = self.queue.front_mut().map(|waiting| &mut waiting.is_newest);
        looked.is_none_or(|looked| std::mem::replace(looked, true))
    }

    /// Decides the first command on where things stand now.
    fn decide(&self, now: DateTime<Utc>) -> Result<PendingAppend<D::Event>, Why<D::Rejection>> {
        let waiting = self.queue.front().expect("only a command that waits is decided");
        let events = self.state.decide(&waiting.command).map_err(Why::Rule)?;
        Ok(self.stored.draft(When { at: now, true_on: waiting.true_on }, events))
    }

    fn append(&mut self, draft: PendingAppend<D::Event>, effects: &mut Vec<Effect>) {
        let Some(waiting) = self.queue.front().filter(|_| !draft.changes.change.lines.is_empty())
        else {
            // Nothing happens, and that was allowed.
            return self.accept(draft, effects);
        };
        let id = waiting.id;
        let ticket = self.ticket();
        effects.push(Effect::Append(ticket, Some(id), Box::new(draft.changes.clone())));
        // localStorage answers at once; only a database can be silent.
        if self.access != Access::Alone {
            effects.push(Effect::Wake(ticket, SILENCE_MS));
        }
        let draft = Box::new(draft);
        self.task = Task::Appending { ticket, draft, overdue: 0 };
    }

    /// Shows the first command's entries, which are as safe by now as they can be here.
    pub(super) fn accept(&mut self, draft: PendingAppend<D::Event>, effects: &mut Vec<Effect>) {
        let before = self.stored.diary().len();
        self.stored.accept(draft);
        self.evolve_from(before);
        let last = self.stored.diary().len();
        self.done(before + 1, last, effects);
    }

    /// The first command has its outcome: it is written.
    pub(super) fn done(&mut self, first: usize, last: usize, effects: &mut Vec<Effect>) {
        self.task = Task::Idle;
        let Some(waiting) = self.queue.pop_front() else { return };
        debug_assert!(first > waiting.shown, "it stands after the entries that were shown");
        let after_others = waiting.after_others;
        effects.push(Effect::Report(Happened::Wrote { id: waiting.id, first, last, after_others }));
    }

    /// The first command has its outcome: it leaves no entry.
    pub(super) fn refuse(&mut self, why: Why<D::Rejection>, effects: &mut Vec<Effect>) {
        self.task = Task::Idle;
        let Some(waiting) = self.queue.pop_front() else { return };
        let version = self.stored.diary().len();
        // What a store could not do is not what the reader expects, and is not gone with a press.
        let is_rule = matches!(why, Why::Rule(_) | Why::ReadOnly(_) | Why::InPast);
        effects.push(Effect::Report(Happened::Refused(waiting.id)));
        self.refusals.push(Refusal {
            id: waiting.id,
            command: waiting.command,
            why,
            after_others: waiting.after_others,
            version,
            is_direct: waiting.is_first && is_rule,
            is_painted: false,
        });
    }

    /// Whoever goes on has seen what was answered at once, if it was there to be seen.
    pub(super) fn goes_on(&mut self) {
        self.refusals.retain(|refusal| !(refusal.is_direct && refusal.is_painted));
    }

    /// Whether the first command was given so long ago that it is not tried any more.
    pub(super) fn is_expired(&self, now: DateTime<Utc>) -> bool {
        self.queue.front().is_some_and(|waiting| now - waiting.given_at > PATIENCE)
    }

    /// Takes in the entries that the stored diary has beyond what was folded.
    pub(super) fn evolve_from(&mut self, before: usize) {
        let new = self.stored.diary().entries().get(before..).unwrap_or_default();
        for entry in new {
            self.state.apply(&entry.event);
        }
    }

    /// Puts another reading in the place of what is open. One that goes on from it continues it.
    pub(super) fn replace(&mut self, stored: StoredDiary<D::Event>) {
        let before = self.stored.diary().len();
        let goes_on = stored.diary().entries().starts_with(self.stored.diary().entries());
        self.stored = stored;
        if goes_on {
            self.evolve_from(before);
        } else {
            self.edition += 1;
            self.state = replayed(&self.stored);
        }
    }

    pub(super) fn ticket(&mut self) -> Ticket {
        self.attempts += 1;
        Ticket { opening: self.opening, attempt: self.attempts }
    }

    /// Waits a while, the longer the more often it was tried, and not as long as another tab does.
    pub(super) fn pause(&mut self, tries: u32, then: Then, effects: &mut Vec<Effect>) {
        let ticket = self.ticket();
        let most = FIRST_PAUSE_MS.saturating_mul(1 << tries.min(10)).min(LONGEST_PAUSE_MS);
        effects.push(Effect::Wake(ticket, most / 2 + self.random(most / 2)));
        self.task = Task::Pausing { ticket, then };
    }

    /// A number below `limit`, from Marsaglia's xorshift: it only keeps tabs out of step.
    fn random(&mut self, limit: u32) -> u32 {
        self.random ^= self.random << 13;
        self.random ^= self.random >> 7;
        self.random ^= self.random << 17;
        u32::try_from(self.random % u64::from(limit.max(1))).unwrap_or_default()
    }
}
