//! What the sessions ask for.

use std::future::Future;

use futures::future::abortable;
use gloo_timers::callback::Timeout;
use js_sys::futures::spawn_local;
use leptos::prelude::*;

use super::SessionSignals;
use crate::ui::{session_status::Refused, words};
use examples::Kind;
use storage::{Access, Asks, Effect, Happened, Held, Input, Message, OpeningId, Ticket};

impl<D: Kind> SessionSignals<D> {
    /// Hands something on to the session in front, and does what it asks for.
    pub(super) fn step(self, input: Input<D>) {
        let now = self.diaries.clock.now();
        let asks = self.models.try_update_untracked(|models| models.desk.step(now, input));
        self.after(asks);
    }

    pub(super) fn step_in(self, opening: OpeningId, input: Input<D>) {
        let now = self.diaries.clock.now();
        let asks =
            self.models.try_update_untracked(|models| models.desk.step_in(now, opening, input));
        self.after(asks);
    }

    pub(super) fn put(self, opening: OpeningId, held: Held<D::Event>, access: Access) {
        let now = self.diaries.clock.now();
        let before = self.models.try_with_untracked(|models| models.edition);
        let asks =
            self.models.try_update_untracked(|models| models.desk.show(now, opening, held, access));
        self.after(asks);
        if before != self.models.try_with_untracked(|models| models.edition) {
            self.another_is_shown();
        }
    }

    /// Shows what has changed, and does what is asked for. None when the page is gone, with whatever
    /// was on its way.
    pub(super) fn after(self, asks: Option<Asks>) {
        let Some(asks) = asks else { return };
        if self.catch_up() == Some(true) {
            self.models.update(|_| ());
        }
        self.show_state();
        for (opening, effect) in asks {
            self.carry_out(opening, effect);
        }
    }

    /// Shows how the keeping stands, and what was refused.
    pub(super) fn show_state(self) {
        let Some((status, refusals, left)) = self.models.try_with_untracked(|models| {
            let front = models.desk.front();
            let here = front.refusals().iter().map(|refusal| self.refused(models, refusal));
            let elsewhere = models.desk.refused_elsewhere().iter().map(|(name, refusal)| {
                let refused = self.refused(models, refusal);
                Refused {
                    command: format!("In {name}: {}", refused.command),
                    version: None,
                    ..refused
                }
            });
            let left = models.desk.left().iter();
            let left = left.map(|it| (it.stored().name().to_owned(), it.waiting().len()));
            (front.status(), here.chain(elsewhere).collect::<Vec<_>>(), left.collect::<Vec<_>>())
        }) else {
            return;
        };
        if self.status.get_untracked() != status {
            self.status.set(status);
        }
        if self.refusals.with_untracked(|before| *before != refusals) {
            self.refusals.set(refusals);
        }
        if self.left.with_untracked(|before| *before != left) {
            self.left.set(left);
        }
    }

    fn carry_out(self, opening: OpeningId, effect: Effect) {
        match effect {
            Effect::Wake(ticket, after) => {
                let wake = move || self.step_in(opening, Input::Woke(ticket));
                Timeout::new(after, wake).forget();
            }
            Effect::Cancel(ticket) => self.cancel_flight(ticket),
            Effect::Repair(how) => {
                let repaired = self.models.try_with_untracked(|models| {
                    let session = models.desk.session(opening)?;
                    Some(self.diaries.store().repair_mirror(session.stored(), &how))
                });
                if let Some(repaired) = repaired.flatten() {
                    self.step_in(opening, Input::Repaired(repaired));
                }
            }
            Effect::Tell(news) => {
                self.diaries.tell(news);
                self.diaries.has_changed();
            }
            Effect::Report(happened) => self.report(opening, &happened),
            Effect::Append(ticket, ..)
            | Effect::ReadBack(ticket, ..)
            | Effect::Find(ticket, ..)
            | Effect::ReadText(ticket, ..) => {
                let store = self.diaries.store();
                self.fly(ticket, async move {
                    if let Some(answer) = store.answer::<D>(effect).await {
                        self.step_in(opening, answer);
                    }
                });
            }
        }
    }

    /// Lets something go on that can be cancelled by its ticket.
    pub(super) fn fly(self, ticket: Ticket, work: impl Future<Output = ()> + 'static) {
        let (work, handle) = abortable(work);
        self.flights.update_value(|flights| {
            flights.retain(|_, flight| !flight.is_aborted());
            flights.insert(ticket, handle);
        });
        spawn_local(async move {
            // Cancelled: nobody waits for it any more.
            let _cancelled = work.await;
            self.flights.try_update_value(|flights| flights.remove(&ticket));
        });
    }

    pub(super) fn cancel_flight(self, ticket: Ticket) {
        let flight = self.flights.try_update_value(|flights| flights.remove(&ticket));
        if let Some(flight) = flight.flatten() {
            flight.abort();
        }
    }

    /// Lets the reader know, on the screen and aloud.
    fn report(self, opening: OpeningId, happened: &Happened) {
        let Some((is_front, name)) = self.models.try_with_untracked(|models| {
            let session = models.desk.session(opening).unwrap_or(models.desk.front());
            (models.desk.front().opening() == opening, session.stored().name().to_owned())
        }) else {
            return;
        };
        match happened {
            Happened::Wrote { after_others, .. } if is_front => {
                self.reader.has_written();
                self.told.set(after_others.map(words::of_others_first).unwrap_or_default());
                self.reader.say_last_line(&self.told.get_untracked());
            }
            Happened::Wrote { first, last, .. } => {
                self.reader.say(words::of_written_elsewhere(&name, *first, *last));
            }
            Happened::Refused(id) => {
                let all = self.refusals.get_untracked();
                if let Some(refused) = all.iter().find(|refused| refused.id == *id) {
                    let Refused { command, why, .. } = refused;
                    self.reader.say(format!("{command}: {why} No entry was written."));
                }
            }
            Happened::TookIn(..) => {}
            Happened::MirrorBehind(error) => {
                self.diaries.report(&Message::MirrorBehind(name, error.clone()));
            }
            Happened::MirrorRepaired => self.diaries.report(&Message::MirrorRepaired(name)),
            Happened::Restored => self.diaries.report(&Message::DatabaseRestored(name)),
            Happened::CannotWrite(why) => {
                self.diaries.report(&Message::CannotWrite(name, why.clone()));
            }
        }
    }
}
