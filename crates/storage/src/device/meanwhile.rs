//! What there is to see while the database does not answer.

use super::{
    super::{Access, Outcome, ReadOnly, StoreError, Ticket},
    Device, DeviceEffect, Findings, Next, Show, Shown, Source,
};

impl Device {
    /// Shows what can be shown without the database, unless something is on the screen already: to
    /// a newcomer the story, in memory; to others the readable text, which may lack entries.
    pub(super) fn show_meanwhile(&mut self, kind: &str, effects: &mut Vec<DeviceEffect>) {
        let Some(place) = self.place(kind) else { return };
        if place.shown != Shown::Nothing || place.meanwhile.is_some() {
            return;
        }
        if self.is_newcomer() {
            let shown = Shown::Memory { is_used: false };
            self.show_story(kind, Access::NotYet, shown, effects);
        } else if self.mirror.is_ok() {
            let ticket = self.ticket_of(kind);
            effects.push(DeviceEffect::List(ticket, Source::Text));
            if let Some(place) = self.place(kind) {
                place.meanwhile = Some(ticket);
            }
        } else {
            self.show_nothing(kind, effects);
        }
    }

    pub(super) fn listed_meanwhile(
        &mut self,
        kind: &str,
        answer: Outcome<Vec<(String, bool)>>,
        effects: &mut Vec<DeviceEffect>,
    ) {
        let names = match answer {
            Outcome::Done(all) => self.best_first(kind, &all),
            // It is not even readable; nothing is lost by waiting.
            Outcome::Failed(_) => Vec::new(),
        };
        let Some(name) = names.into_iter().next() else {
            return self.show_nothing(kind, effects);
        };
        let ticket = self.ticket_of(kind);
        effects.push(DeviceEffect::Read(ticket, Source::Text, kind.to_owned(), name));
        if let Some(place) = self.place(kind) {
            place.meanwhile = Some(ticket);
        }
    }

    pub(super) fn read_meanwhile(
        &mut self,
        kind: &str,
        ticket: Ticket,
        answer: Outcome<Option<Findings>>,
        effects: &mut Vec<DeviceEffect>,
    ) {
        match answer {
            Outcome::Done(Some(_)) => {
                let access = Access::Waiting(StoreError::Silent);
                self.put(kind, Show::Held(ticket), access, Shown::Meanwhile, effects);
            }
            Outcome::Done(None) | Outcome::Failed(_) => self.show_nothing(kind, effects),
        }
    }

    pub(super) fn show_story(
        &mut self,
        kind: &str,
        access: Access,
        shown: Shown,
        effects: &mut Vec<DeviceEffect>,
    ) {
        self.put(kind, Show::Story, access, shown, effects);
    }

    pub(super) fn show_nothing(&mut self, kind: &str, effects: &mut Vec<DeviceEffect>) {
        let access = match self.access() {
            read_only @ Access::ReadOnly(_) => read_only,
            _ => Access::ReadOnly(ReadOnly::NotReadYet),
        };
        self.put(kind, Show::Nothing, access, Shown::Meanwhile, effects);
    }

    /// Puts something on the screen that was not read from the stores as a whole.
    pub(super) fn put(
        &mut self,
        kind: &str,
        show: Show,
        access: Access,
        shown: Shown,
        effects: &mut Vec<DeviceEffect>,
    ) {
        let ticket = self.ticket_of(kind);
        let Some(place) = self.place(kind) else { return };
        place.meanwhile = None;
        if place.shown == Shown::Nothing || place.shown != shown {
            place.shown = shown;
            effects.push(DeviceEffect::Show(kind.to_owned(), ticket, show, access));
        }
    }

    /// The page died when it read this diary last. Its reader chooses what to do.
    pub(super) fn choose(&mut self, kind: &str, name: String, effects: &mut Vec<DeviceEffect>) {
        effects.push(DeviceEffect::NoteReading(None));
        let read_only = Access::ReadOnly(ReadOnly::Died);
        self.put(kind, Show::Nothing, read_only, Shown::Meanwhile, effects);
        if let Some(place) = self.place(kind) {
            place.next = Next::Choosing(name.clone());
        }
        self.report(super::Message::Died(name), effects);
    }
}
