//! How a place comes to show a diary: list → read, or begin the story.

use super::{
    super::{
        Access, Message, OpeningId, Outcome, ReadOnly, StoreError, Ticket, catalogue::number_of,
    },
    Database, Device, DeviceEffect, Findings, Next, Place, Role, Show, Shown, Source, Start,
    patience,
};

/// The first pause before the stores are asked again, in ms; each further one is twice as long.
const FIRST_PAUSE_MS: u32 = 300;

/// The longest pause, in ms.
const LONGEST_PAUSE_MS: u32 = 10_000;

impl Device {
    pub(super) fn place(&mut self, kind: &str) -> Option<&mut Place> {
        self.places.get_mut(kind)
    }

    pub(super) fn kind_of(&self, is_it: impl Fn(&Place) -> bool) -> Option<String> {
        self.places.iter().find(|(_, place)| is_it(place)).map(|(kind, _)| kind.clone())
    }

    /// Does what comes next in a place, as far as the stores are known.
    pub(super) fn go_on(&mut self, kind: &str, effects: &mut Vec<DeviceEffect>) {
        match &self.database {
            Database::Asked { silent: None } => {}
            Database::Asked { silent: Some(_) } => self.show_meanwhile(kind, effects),
            Database::Missing(_) if self.mirror.is_err() => {
                // It may be there since before this was known.
                effects.push(DeviceEffect::Access(kind.to_owned(), Access::Memory));
                self.show_story(kind, Access::Memory, Shown::Memory { is_used: false }, effects);
            }
            Database::Missing(_) if !self.is_gone() && self.role == Role::Asking => {}
            Database::There | Database::Newer | Database::Missing(_) => self.list(kind, effects),
        }
    }

    /// Where something may be read: where nothing may be written, nothing is repaired either.
    pub(super) fn source(&self) -> Source {
        match self.access() {
            Access::Both | Access::Database | Access::Alone => Source::Stores,
            _ => Source::Text,
        }
    }

    pub(super) fn list(&mut self, kind: &str, effects: &mut Vec<DeviceEffect>) {
        let Some(place) = self.place(kind) else { return };
        let (opening, tries) = (place.opening, place.tries);
        let ticket = self.ticket(opening);
        effects.push(DeviceEffect::List(ticket, self.source()));
        effects.push(DeviceEffect::Wake(ticket, patience(tries)));
        if let Some(place) = self.place(kind) {
            place.next = Next::Listing(ticket);
        }
    }

    pub(super) fn listed(
        &mut self,
        ticket: Ticket,
        answer: Outcome<Vec<(String, bool)>>,
        effects: &mut Vec<DeviceEffect>,
    ) {
        if let Some(kind) = self.kind_of(|place| place.meanwhile == Some(ticket)) {
            return self.listed_meanwhile(&kind, answer, effects);
        }
        let Some(kind) = self.kind_of(|place| place.next == Next::Listing(ticket)) else { return };
        let all = match answer {
            Outcome::Done(all) => all,
            Outcome::Failed(error) => return self.try_again(&kind, error, effects),
        };
        let names = self.best_first(&kind, &all);
        let shown = self.places.get(&kind).map(|place| place.shown.clone());
        if let Some(Shown::Memory { is_used }) = shown
            && (is_used || names.is_empty())
        {
            if self.source() == Source::Stores {
                self.begin(&kind, Start::Shown, names.is_empty(), effects);
            } else if let Some(place) = self.place(&kind) {
                // It is kept when this tab is the one that writes.
                place.next = Next::Nothing;
            }
            return;
        }
        // What may lie in a localStorage that can’t be read was not cleared, as far as is known.
        if all.is_empty() && self.signs.remembers && self.mirror.is_ok() {
            self.report(Message::Cleared, effects);
        }
        match (names.first(), &self.signs.died) {
            (Some(name), Some(died)) if name == died => {
                let name = name.clone();
                self.signs.died = None;
                self.choose(&kind, name, effects);
            }
            _ => self.read(&kind, names, effects),
        }
    }

    /// The diaries of a kind that can be opened: the one that was open last, then the newest.
    pub(super) fn best_first(&self, kind: &str, all: &[(String, bool)]) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for (name, is_there) in all {
            if *is_there && let Some(number) = number_of(kind, name) {
                let at = names.partition_point(|known| number_of(kind, known) > Some(number));
                names.insert(at, name.clone());
            }
        }
        if let Some(open) = self.signs.open.get(kind)
            && let Some(at) = names.iter().position(|name| name == open)
        {
            names[..=at].rotate_right(1);
        }
        names
    }

    /// Reads the first of these. When there are none, the story is begun.
    pub(super) fn read(&mut self, kind: &str, names: Vec<String>, effects: &mut Vec<DeviceEffect>) {
        let Some(place) = self.place(kind) else { return };
        let (opening, tries) = (place.opening, place.tries);
        let Some(name) = names.first().cloned() else {
            return match self.access() {
                Access::Both | Access::Database | Access::Alone => {
                    self.begin(kind, Start::Story, true, effects);
                }
                Access::ReadOnly(ReadOnly::DatabaseGone) => {
                    self.show_nothing(kind, effects);
                }
                access => {
                    if let Some(place) = self.place(kind) {
                        place.next = Next::Nothing;
                    }
                    // What is there already gets its reason.
                    effects.push(DeviceEffect::Access(kind.to_owned(), access.clone()));
                    self.show_story(kind, access, Shown::Meanwhile, effects);
                }
            };
        };
        let ticket = self.ticket(opening);
        effects.push(DeviceEffect::NoteReading(Some(name.clone())));
        effects.push(DeviceEffect::Read(ticket, self.source(), kind.to_owned(), name));
        effects.push(DeviceEffect::Wake(ticket, patience(tries)));
        if let Some(place) = self.place(kind) {
            place.next = Next::Reading(ticket, names);
        }
    }

    pub(super) fn has_read(
        &mut self,
        ticket: Ticket,
        answer: Outcome<Option<Findings>>,
        effects: &mut Vec<DeviceEffect>,
    ) {
        if let Some(kind) = self.kind_of(|place| place.meanwhile == Some(ticket)) {
            return self.read_meanwhile(&kind, ticket, answer, effects);
        }
        let is_it =
            |place: &Place| matches!(&place.next, Next::Reading(ours, _) if *ours == ticket);
        let Some(kind) = self.kind_of(is_it) else {
            return self.has_switched(ticket, answer, effects);
        };
        let Some(Next::Reading(_, mut names)) =
            self.place(&kind).map(|place| std::mem::replace(&mut place.next, Next::Nothing))
        else {
            return;
        };
        match answer {
            Outcome::Done(Some(findings)) => {
                self.show(&kind, ticket, &names[0], findings, true, effects);
            }
            Outcome::Done(None) => {
                names.remove(0);
                self.read(&kind, names, effects);
            }
            Outcome::Failed(error) => {
                effects.push(DeviceEffect::NoteReading(None));
                self.report(Message::NotReadYet(names.remove(0), error.clone()), effects);
                self.try_again(&kind, error, effects);
            }
        }
    }

    /// Shows a diary that was read or begun.
    pub(super) fn show(
        &mut self,
        kind: &str,
        ticket: Ticket,
        name: &str,
        findings: Findings,
        is_preferred: bool,
        effects: &mut Vec<DeviceEffect>,
    ) {
        let access = findings.read_only.map_or_else(|| self.access(), Access::ReadOnly);
        let Some(place) = self.place(kind) else { return };
        place.opening = ticket.opening;
        place.shown = Shown::Diary(name.to_owned());
        place.next = Next::Nothing;
        place.meanwhile = None;
        place.tries = 0;
        effects.push(DeviceEffect::Show(kind.to_owned(), ticket, Show::Held(ticket), access));
        effects.push(DeviceEffect::NoteReading(None));
        if is_preferred {
            self.signs.open.insert(kind.to_owned(), name.to_owned());
            effects.push(DeviceEffect::NoteOpen(kind.to_owned(), name.to_owned()));
        }
        if self.keeps() {
            self.signs.remembers = true;
            effects.push(DeviceEffect::NoteVisit);
        }
        findings.messages.into_iter().for_each(|message| self.report(message, effects));
    }

    /// The stores could not say. They are asked again, and meanwhile there is something to see.
    pub(super) fn try_again(
        &mut self,
        kind: &str,
        _why: StoreError,
        effects: &mut Vec<DeviceEffect>,
    ) {
        let Some(place) = self.place(kind) else { return };
        place.tries += 1;
        let (opening, tries) = (place.opening, place.tries);
        let ticket = self.ticket(opening);
        if let Some(place) = self.place(kind) {
            place.next = Next::Pausing(ticket);
        }
        let pause = FIRST_PAUSE_MS.saturating_mul(1 << tries.min(8)).min(LONGEST_PAUSE_MS);
        effects.push(DeviceEffect::Wake(ticket, pause));
        // The first time it may be over before anything is painted.
        if tries > 2 {
            self.show_meanwhile(kind, effects);
        }
    }

    pub(super) fn new_place(&mut self) -> Place {
        Place {
            opening: self.new_opening(),
            shown: Shown::Nothing,
            next: Next::Nothing,
            meanwhile: None,
            asked: None,
            tries: 0,
            goes_on: false,
        }
    }

    pub(super) fn ticket_of(&mut self, kind: &str) -> Ticket {
        let opening = self.place(kind).map_or(OpeningId(0), |place| place.opening);
        self.ticket(opening)
    }
}
