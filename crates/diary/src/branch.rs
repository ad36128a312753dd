//! What if? One entry is changed in a *copy* of the diary. Two futures follow from it.
//!
//! The one **replays** the facts that came later, as if they had happened all the same. Replay never
//! refuses, so it goes on to its end, and a balance may fall below nothing on its way: it tells what
//! editing an old line leads to. The first fact that the rules would not have written there is where
//! this could not have happened.
//!
//! The other **decides again**: it takes the command behind each later fact and puts it to the rules.
//! What they refuse leaves no trace there. This one could have happened.
//!
//! One command may have written several facts. It is put to the rules once, and what they say is laid beside
//! those facts in their order. A fact that the command brought along stands as long as it does so.
//!
//! The diary itself is only read. Nothing in here could write to it.

use std::collections::VecDeque;

use super::{Decider, Diary, Entry, FromEvent, from_event::Numbers};

/// A change to one entry, told by its number (from 1). When the diary has no such entry, nothing
/// is changed.
///
/// An entry that another one brought along follows from it. It can be changed in plain replay; when the
/// commands are decided again, it comes with its command all the same, and whoever wants to be rid of it has to
/// change that one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WhatIf<C> {
    /// What if this had never happened?
    Strike(usize),
    /// What if somebody had asked for something else at that moment?
    Instead(usize, C),
}

/// Both futures of a diary in which one entry is changed.
#[derive(Clone, PartialEq)]
pub struct Branch<D: FromEvent> {
    /// What was changed.
    pub change: WhatIf<D::Command>,
    /// The later facts, replayed as they are.
    pub replayed: Future<D>,
    /// The commands behind them, decided again.
    pub decided: Future<D>,
}

/// One future: a diary of its own, and what became in it of each entry of the original.
#[derive(Clone, Debug, PartialEq)]
pub struct Future<D: Decider> {
    diary: Diary<D::Event>,
    today: D,
    steps: Vec<Step<D::Event, D::Rejection>>,
    /// What the rules said to the last command and is not laid beside any entry yet.
    brought: VecDeque<D::Event>,
}

/// What became of one entry of the original.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step<E, R> {
    /// How it fared.
    pub fate: Fate<E, R>,
    /// How many entries the copy has after it.
    pub version: usize,
}

/// How an entry of the original fared in a copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate<E, R> {
    /// It stands as it was, and the rules agree with it.
    Kept,
    /// It is the one that was struck.
    Struck,
    /// The rules accepted the command and wrote something else: because something else was asked
    /// for, or because it means something else by now, as a refund does when the fee was another.
    Written,
    /// The rules refused the command, and nothing stands here.
    Refused(R),
    /// It came along with the fact before it. Here that one is missing or brings it along no more, and
    /// nothing stands here. Only what is decided again has this.
    NotBrought,
    /// It stands as it was, but it could not have happened: the rules would have refused it, or
    /// would have written these facts, which may be none. Only plain replay has this.
    Impossible(Result<Vec<E>, R>),
}

impl<C> WhatIf<C> {
    /// The number of the entry that is changed, from 1.
    pub fn entry(&self) -> usize {
        match self {
            Self::Strike(number) | Self::Instead(number, _) => *number,
        }
    }
}

impl<D: FromEvent> Branch<D> {
    /// Changes one entry in a copy of these entries and tells both futures. `entries` is a diary
    /// from its first entry on, up to any version that doesn't part what one command has written.
    ///
    /// What stands before the change is copied and not asked about. After it, both futures are told in one pass: an entry
    /// and the command behind it are looked at once for both.
    pub fn of(entries: &[Entry<D::Event>], change: WhatIf<D::Command>) -> Self {
        let first = change.entry().saturating_sub(1).min(entries.len());
        let (before, after) = entries.split_at(first);
        // Not one of them and its clone: that would have no room for what follows.
        let mut replayed = Future::<D>::copy_of(before, entries.len());
        let mut decided = Future::<D>::copy_of(before, entries.len());
        let mut numbers = Numbers::default();
        for given in before.iter().filter_map(|entry| D::number_given(&entry.event)) {
            numbers.note(given, Some(given));
        }
        // Whether the command that led to an entry stands before the change, and so stands as it was.
        let mut is_before = change.entry() > 0;
        let mut next = after.first().and_then(|entry| D::command_of(&entry.event));
        for (at, entry) in after.iter().enumerate() {
            let command = next.take();
            let following = after.get(at + 1);
            next = following.and_then(|entry| D::command_of(&entry.event));
            let is_last = following.is_none() || next.is_some();
            let is_changed = entry.number == change.entry();
            is_before &= command.is_none();
            let (replayed_fate, decided_fate) = match &change {
                // It came along with a command that stands before the change.
                WhatIf::Strike(_) if is_before && is_changed => (Fate::Struck, decided.keep(entry)),
                WhatIf::Instead(_, command) if is_before && is_changed => {
                    (replayed.decide(entry, Some(command), is_last), decided.keep(entry))
                }
                _ if is_before => (replayed.keep(entry), decided.keep(entry)),
                WhatIf::Strike(_) if is_changed => (Fate::Struck, Fate::Struck),
                WhatIf::Instead(_, command) if is_changed => {
                    let fate = replayed.decide(entry, Some(command), is_last);
                    (fate, decided.decide(entry, Some(command), is_last))
                }
                _ => {
                    let fate = replayed.replay(entry, command.as_ref(), is_last);
                    let command =
                        command.map(|command| D::renumbered(command, &|was| numbers.now(was)));
                    (fate, decided.decide(entry, command.as_ref(), is_last))
                }
            };
            replayed.step_on(replayed_fate);
            decided.step_on(decided_fate);
            if let Some(was) = D::number_given(&entry.event) {
                let facts = decided.facts(entry.number);
                let now = facts.iter().find_map(|fact| D::number_given(&fact.event));
                numbers.note(was, now);
            }
        }
        Self { change, replayed, decided }
    }
}

impl<D: Decider> Future<D> {
    /// The copy as a diary of its own: numbered from 1 without gaps, with the original's dates.
    pub fn diary(&self) -> &Diary<D::Event> {
        &self.diary
    }

    /// Where things stand at its end.
    pub fn today(&self) -> &D {
        &self.today
    }

    /// What became of each entry of the original, in their order.
    pub fn steps(&self) -> &[Step<D::Event, D::Rejection>] {
        &self.steps
    }

    /// What became of the original's entry with this number, from 1.
    pub fn step(&self, number: usize) -> Option<&Step<D::Event, D::Rejection>> {
        self.steps.get(number.checked_sub(1)?)
    }

    /// What stands in the copy for the original's entry with this number, from 1.
    pub fn facts(&self, number: usize) -> &[Entry<D::Event>] {
        let until = |number| self.step(number).map_or(0, |step| step.version);
        let before = number.checked_sub(1).map_or(0, until);
        self.diary.entries().get(before..until(number)).unwrap_or_default()
    }

    /// The number of the first entry that could not have happened here.
    pub fn first_impossible(&self) -> Option<usize> {
        self.numbers_of(|fate| matches!(fate, Fate::Impossible(_))).next()
    }

    /// The numbers of the entries whose commands were refused.
    pub fn refused(&self) -> impl Iterator<Item = usize> {
        self.numbers_of(|fate| matches!(fate, Fate::Refused(_)))
    }

    fn numbers_of(
        &self,
        which: impl Fn(&Fate<D::Event, D::Rejection>) -> bool,
    ) -> impl Iterator<Item = usize> {
        (1..).zip(&self.steps).filter(move |(_, step)| which(&step.fate)).map(|(number, _)| number)
    }

    /// Writes what the rules say now at the moment of this entry.
    fn write(&mut self, entry: &Entry<D::Event>, events: Vec<D::Event>) {
        self.today = events.iter().fold(std::mem::take(&mut self.today), D::evolve);
        self.diary.append(entry.when(), events);
    }

    /// Writes the entry as it stands in the original. One that is stored in an older form is so here
    /// too: a copy in which nothing became different has the original's fingerprint.
    fn keep(&mut self, entry: &Entry<D::Event>) -> Fate<D::Event, D::Rejection> {
        self.today.apply(&entry.event);
        self.diary.copy_in(entry);
        Fate::Kept
    }

    /// Notes what became of the original's next entry.
    fn step_on(&mut self, fate: Fate<D::Event, D::Rejection>) {
        self.steps.push(Step { fate, version: self.diary.len() });
    }
}

impl<D: FromEvent> Future<D> {
    /// These entries as they are, with room for a diary of so many.
    fn copy_of(entries: &[Entry<D::Event>], room: usize) -> Self {
        let (diary, today, steps) =
            (Diary::with_room(room), D::default(), Vec::with_capacity(room));
        let mut copy = Self { diary, today, steps, brought: VecDeque::new() };
        for entry in entries {
            let fate = copy.keep(entry);
            copy.step_on(fate);
        }
        copy
    }

    /// Takes in a fact whatever the rules say, and notes what they say.
    fn replay(
        &mut self,
        entry: &Entry<D::Event>,
        command: Option<&D::Command>,
        is_last: bool,
    ) -> Fate<D::Event, D::Rejection> {
        if is_last && self.says_just(command, &entry.event) {
            return self.keep(entry);
        }
        let said = self.ask(command, is_last);
        self.keep(entry);
        match said {
            Ok(events) if is_only(&events, &entry.event) => Fate::Kept,
            otherwise => Fate::Impossible(otherwise),
        }
    }

    /// Writes what the rules say at the moment of this entry.
    fn decide(
        &mut self,
        entry: &Entry<D::Event>,
        command: Option<&D::Command>,
        is_last: bool,
    ) -> Fate<D::Event, D::Rejection> {
        if is_last && self.says_just(command, &entry.event) {
            return self.keep(entry);
        }
        match self.ask(command, is_last) {
            Ok(events) if is_only(&events, &entry.event) => self.keep(entry),
            Ok(events) if events.is_empty() && command.is_none() => Fate::NotBrought,
            Ok(events) => {
                self.write(entry, events);
                Fate::Written
            }
            Err(refusal) => Fate::Refused(refusal),
        }
    }

    /// Whether the rules write this fact for the command and nothing else, as they do for nearly all: then there is no list
    /// of facts to make. Asked of a command's last entry only, after which nothing is left of what they said.
    fn says_just(&mut self, command: Option<&D::Command>, event: &D::Event) -> bool {
        let is_so = command.is_some_and(|command| self.today.writes_just(command, event));
        if is_so {
            self.brought.clear();
        }
        is_so
    }

    /// What the rules say at the moment of one entry: the next fact of its own command, or of the one that
    /// brought it along. With the last entry of a command all comes that is left of what they said.
    fn ask(
        &mut self,
        command: Option<&D::Command>,
        is_last: bool,
    ) -> Result<Vec<D::Event>, D::Rejection> {
        if let Some(command) = command {
            self.brought.clear();
            self.brought.extend(self.today.decide(command)?);
        }
        let count = if is_last { self.brought.len() } else { self.brought.len().min(1) };
        Ok(self.brought.drain(..count).collect())
    }
}

fn is_only<E: PartialEq>(events: &[E], event: &E) -> bool {
    events == std::slice::from_ref(event)
}
