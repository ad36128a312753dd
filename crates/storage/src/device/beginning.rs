//! How a diary is begun where there is none, and how what was in memory is kept.

use super::{
    super::{Access, Message, Outcome, StoreError, Ticket},
    Device, DeviceEffect, Findings, Next, Place, SILENCE_MS, Shown, Start,
};

impl Device {
    /// Begins a diary with the story, or with what is shown.
    pub(super) fn begin(
        &mut self,
        kind: &str,
        start: Start,
        is_preferred: bool,
        effects: &mut Vec<DeviceEffect>,
    ) {
        let Some(opening) = self.place(kind).map(|place| place.opening) else { return };
        let ticket = self.ticket(opening);
        if start == Start::Shown {
            // What is written meanwhile waits, so that it is kept once and behind the rest.
            let access = Access::Waiting(StoreError::Silent);
            effects.push(DeviceEffect::Access(kind.to_owned(), access));
        }
        effects.push(DeviceEffect::Begin(ticket, kind.to_owned(), start));
        effects.push(DeviceEffect::Wake(ticket, SILENCE_MS));
        if let Some(place) = self.place(kind) {
            place.next = Next::Beginning { ticket, start, is_preferred };
        }
    }

    pub(super) fn has_begun(
        &mut self,
        ticket: Ticket,
        answer: Outcome<(String, Outcome<()>)>,
        effects: &mut Vec<DeviceEffect>,
    ) {
        let is_it = |place: &Place| matches!(&place.next, Next::Beginning { ticket: ours, .. } if *ours == ticket);
        let Some(kind) = self.kind_of(is_it) else {
            return self.has_started(ticket, answer, effects);
        };
        let Some(Next::Beginning { start, is_preferred, .. }) =
            self.place(&kind).map(|place| std::mem::replace(&mut place.next, Next::Nothing))
        else {
            return;
        };
        match answer {
            Outcome::Done((name, mirror)) => {
                let findings = begun(&name, mirror);
                self.show(&kind, ticket, &name, findings, is_preferred, effects);
                if start == Start::Shown {
                    Self::tell(Message::KeptNow(name), effects);
                }
            }
            Outcome::Failed(error) => {
                self.report(Message::StoryNotKept(error.clone()), effects);
                let shown = self.places.get(&kind).map(|place| place.shown.clone());
                if let Some(Shown::Memory { .. }) = shown {
                    effects.push(DeviceEffect::Access(kind.clone(), Access::NotYet));
                } else {
                    let shown = Shown::Memory { is_used: false };
                    self.show_story(&kind, Access::NotYet, shown, effects);
                }
                self.try_again(&kind, error, effects);
            }
        }
    }
}

/// What a diary that was just begun brings to light.
pub(super) fn begun(name: &str, mirror: Outcome<()>) -> Findings {
    let messages = match mirror {
        Outcome::Done(()) => Vec::new(),
        Outcome::Failed(error) => vec![Message::MirrorBehind(name.to_owned(), error)],
    };
    Findings { messages, read_only: None }
}
