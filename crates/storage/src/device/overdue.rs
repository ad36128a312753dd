//! What is done when an answer does not come.

use super::{
    super::{Access, Message, StoreError, Ticket},
    Device, DeviceEffect, Next, SILENCE_MS, Shown, Start,
};

impl Device {
    /// The answer to what is next in a place is overdue.
    pub(super) fn is_overdue(&mut self, ticket: Ticket, effects: &mut Vec<DeviceEffect>) {
        let kind_of =
            |device: &Self, next: &dyn Fn(&Next) -> bool| device.kind_of(|place| next(&place.next));
        if let Some(kind) = kind_of(self, &|next| *next == Next::Pausing(ticket)) {
            self.go_on(&kind, effects);
        } else if let Some(kind) = kind_of(self, &|next| *next == Next::Listing(ticket)) {
            self.is_silent(&kind, effects);
            self.list(&kind, effects);
        } else if let Some(kind) =
            kind_of(self, &|next| matches!(next, Next::Reading(ours, _) if *ours == ticket))
        {
            self.reading_is_overdue(&kind, ticket, effects);
        } else if let Some(kind) = kind_of(
            self,
            &|next| matches!(next, Next::Beginning { ticket: ours, start: Start::Story, .. } if *ours == ticket),
        ) {
            // What has not begun by now never will, and the list comes behind what has.
            effects.push(DeviceEffect::Cancel(ticket));
            let access = Access::Waiting(StoreError::Silent);
            self.show_story(&kind, access, Shown::Meanwhile, effects);
            self.list(&kind, effects);
        }
    }

    fn is_silent(&mut self, kind: &str, effects: &mut Vec<DeviceEffect>) {
        if let Some(place) = self.place(kind) {
            place.tries += 1;
        }
        self.report(Message::DatabaseSilent(StoreError::Silent), effects);
        self.show_meanwhile(kind, effects);
    }

    fn reading_is_overdue(&mut self, kind: &str, ticket: Ticket, effects: &mut Vec<DeviceEffect>) {
        let Some(place) = self.place(kind) else { return };
        if std::mem::take(&mut place.goes_on) {
            // A long diary takes its time.
            return effects.push(DeviceEffect::Wake(ticket, SILENCE_MS));
        }
        let Next::Reading(_, names) = place.next.clone() else { return };
        self.is_silent(kind, effects);
        self.read(kind, names, effects);
    }
}
