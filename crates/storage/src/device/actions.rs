//! What the reader asks for: another diary, a new one, a title, none of it any more.

use super::{
    super::{Access, Message, News, OpeningId, Outcome, ReadOnly, Ticket},
    Database, Device, DeviceEffect, DeviceInput, Findings, Next, Pending, Place, Show, Shown,
    Source, Start,
    beginning::begun,
};

impl Device {
    pub(super) fn act(&mut self, input: DeviceInput, effects: &mut Vec<DeviceEffect>) {
        match input {
            DeviceInput::Visited(kind) if self.places.contains_key(&kind) => {}
            DeviceInput::Visited(kind) => {
                let place = self.new_place();
                self.places.insert(kind.clone(), place);
                self.go_on(&kind, effects);
            }
            DeviceInput::Names(ticket, answer) => self.listed(ticket, answer, effects),
            DeviceInput::Reading(ticket) => {
                if let Some(kind) = self.kind_of(
                    |place| matches!(&place.next, Next::Reading(ours, _) if *ours == ticket),
                ) && let Some(place) = self.place(&kind)
                {
                    place.goes_on = true;
                }
            }
            DeviceInput::Read(ticket, answer) => self.has_read(ticket, answer, effects),
            DeviceInput::Begun(ticket, answer) => self.has_begun(ticket, answer, effects),
            DeviceInput::Used(kind) => {
                if let Some(Place { shown: Shown::Memory { is_used }, .. }) = self.place(&kind) {
                    *is_used = true;
                }
            }
            DeviceInput::Switch(kind, name) => self.switch(&kind, name, effects),
            DeviceInput::Start(kind, start) => self.start(&kind, start, effects),
            DeviceInput::GoOn(kind) => self.go_on_in_memory(&kind, effects),
            DeviceInput::Retry(kind, all_the_same) => self.retry(&kind, all_the_same, effects),
            DeviceInput::Rename(..) | DeviceInput::Delete(..) if !self.can_change() => {
                Self::tell(self.why_not(), effects);
            }
            DeviceInput::Rename(name, title) => {
                let ticket = self.ticket(OpeningId(0));
                effects.push(DeviceEffect::Rename(ticket, name.clone(), title.clone()));
                self.renaming.insert(ticket.attempt, (name, title));
            }
            DeviceInput::Renamed(ticket, answer) => self.renamed(ticket, answer, effects),
            DeviceInput::Delete(kind, name) => {
                let ticket = self.ticket(OpeningId(0));
                effects.push(DeviceEffect::Delete(ticket, name.clone()));
                self.deleting.insert(ticket.attempt, (kind, name));
            }
            DeviceInput::Deleted(ticket, answer) => self.deleted(ticket, answer, effects),
            DeviceInput::Woke(ticket) => self.is_overdue(ticket, effects),
            // The stores and who writes: see `role.rs`.
            _ => {}
        }
    }

    /// Whether another diary can be opened or begun just now.
    fn is_ready(&self, kind: &str) -> bool {
        let Some(place) = self.places.get(kind).filter(|place| place.asked.is_none()) else {
            return false;
        };
        match self.access() {
            Access::Both | Access::Database | Access::Alone => {
                matches!(place.shown, Shown::Diary(_))
            }
            // Nothing is kept, and nothing will be.
            Access::Memory => matches!(self.database, Database::Missing(_)),
            _ => false,
        }
    }

    /// Whether a diary can be named or deleted just now: in all stores that there are, or not at all.
    fn can_change(&self) -> bool {
        match self.access() {
            Access::Both | Access::Database | Access::Alone | Access::Memory => true,
            Access::ReadOnly(why) => why == ReadOnly::AnotherTabWrites,
            Access::Waiting(_) | Access::NotYet => false,
        }
    }

    fn why_not(&self) -> Message {
        match self.access() {
            Access::ReadOnly(ReadOnly::DatabaseGone) => Message::DatabaseGone,
            Access::ReadOnly(ReadOnly::Newer) => Message::DatabaseNewer,
            _ => Message::Busy,
        }
    }

    fn switch(&mut self, kind: &str, name: String, effects: &mut Vec<DeviceEffect>) {
        if !self.is_ready(kind) {
            return Self::tell(Message::Busy, effects);
        }
        let opening = self.new_opening();
        let ticket = self.ticket(opening);
        effects.push(DeviceEffect::NoteReading(Some(name.clone())));
        effects.push(DeviceEffect::Read(ticket, Source::Stores, kind.to_owned(), name.clone()));
        if let Some(place) = self.place(kind) {
            place.asked = Some(Pending::Switch(ticket, name));
        }
    }

    pub(super) fn has_switched(
        &mut self,
        ticket: Ticket,
        answer: Outcome<Option<Findings>>,
        effects: &mut Vec<DeviceEffect>,
    ) {
        let is_it = |place: &Place| matches!(&place.asked, Some(Pending::Switch(ours, _)) if *ours == ticket);
        let Some(kind) = self.kind_of(is_it) else { return };
        let asked = self.place(&kind).and_then(|place| place.asked.take());
        let Some(Pending::Switch(_, name)) = asked else { return };
        match answer {
            Outcome::Done(Some(findings)) => {
                self.show(&kind, ticket, &name, findings, true, effects);
            }
            Outcome::Done(None) => {
                effects.push(DeviceEffect::NoteReading(None));
                Self::tell(Message::NotThere(name), effects);
            }
            Outcome::Failed(error) => {
                effects.push(DeviceEffect::NoteReading(None));
                Self::tell(Message::NotOpened(name, error), effects);
            }
        }
    }

    fn start(&mut self, kind: &str, start: Start, effects: &mut Vec<DeviceEffect>) {
        if !self.is_ready(kind) {
            return Self::tell(Message::Busy, effects);
        }
        let opening = self.new_opening();
        let ticket = self.ticket(opening);
        effects.push(DeviceEffect::Begin(ticket, kind.to_owned(), start));
        if let Some(place) = self.place(kind) {
            place.asked = Some(Pending::Start(ticket));
        }
    }

    pub(super) fn has_started(
        &mut self,
        ticket: Ticket,
        answer: Outcome<(String, Outcome<()>)>,
        effects: &mut Vec<DeviceEffect>,
    ) {
        let Some(kind) = self.kind_of(|place| place.asked == Some(Pending::Start(ticket))) else {
            return;
        };
        if let Some(place) = self.place(&kind) {
            place.asked = None;
        }
        match answer {
            Outcome::Done((name, mirror)) => {
                self.show(&kind, ticket, &name, begun(&name, mirror), true, effects);
            }
            Outcome::Failed(error) => Self::tell(Message::NotBegun(error), effects),
        }
    }

    /// The reader doesn't want to wait: what they do from here on is in memory, and is kept as a
    /// diary of its own when the database answers.
    fn go_on_in_memory(&mut self, kind: &str, effects: &mut Vec<DeviceEffect>) {
        if self.places.get(kind).is_none_or(|place| place.shown != Shown::Meanwhile) {
            return;
        }
        let is_for_ever = matches!(self.database, Database::Missing(_)) && !self.is_alone();
        let access = if is_for_ever { Access::Memory } else { Access::NotYet };
        let opening = self.new_opening();
        if let Some(place) = self.place(kind) {
            place.opening = opening;
            place.next = Next::Nothing;
        }
        self.put(kind, Show::Story, access, Shown::Memory { is_used: true }, effects);
        if !is_for_ever {
            self.go_on(kind, effects);
        }
    }

    /// The page died when it read a diary: it is read all the same, or another one is.
    fn retry(&mut self, kind: &str, all_the_same: bool, effects: &mut Vec<DeviceEffect>) {
        let Some(place) = self.place(kind) else { return };
        let Next::Choosing(name) = place.next.clone() else { return };
        place.next = Next::Nothing;
        if all_the_same {
            self.read(kind, vec![name], effects);
        } else {
            let opening = self.new_opening();
            let ticket = self.ticket(opening);
            effects.push(DeviceEffect::Begin(ticket, kind.to_owned(), Start::Story));
            if let Some(place) = self.place(kind) {
                place.asked = Some(Pending::Start(ticket));
            }
        }
    }

    fn renamed(
        &mut self,
        ticket: Ticket,
        answer: Outcome<Option<String>>,
        effects: &mut Vec<DeviceEffect>,
    ) {
        let Some((name, title)) = self.renaming.remove(&ticket.attempt) else { return };
        match answer {
            Outcome::Done(Some(record)) => {
                let news = News { name: name.clone(), from: 0, lines: Vec::new(), record };
                effects.push(DeviceEffect::Tell(news));
                Self::tell(Message::Renamed(name, title), effects);
            }
            Outcome::Done(None) => Self::tell(Message::GoneBeforeRenamed(name), effects),
            Outcome::Failed(error) => Self::tell(Message::NotRenamed(name, error), effects),
        }
    }

    fn deleted(&mut self, ticket: Ticket, answer: Outcome<()>, effects: &mut Vec<DeviceEffect>) {
        let Some((kind, name)) = self.deleting.remove(&ticket.attempt) else { return };
        match answer {
            Outcome::Done(()) => {
                effects.push(DeviceEffect::Tell(News::of_deletion(&name)));
                Self::tell(Message::Deleted(name.clone()), effects);
                self.signs.open.retain(|_, open| *open != name);
                let opening = self.new_opening();
                if let Some(place) = self.place(&kind)
                    && place.shown == Shown::Diary(name)
                {
                    place.opening = opening;
                    place.shown = Shown::Nothing;
                    self.go_on(&kind, effects);
                }
            }
            Outcome::Failed(error) => Self::tell(Message::NotDeleted(name, error), effects),
        }
    }
}
