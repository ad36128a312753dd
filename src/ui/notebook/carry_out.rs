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
        let now = self.cabinet.clock.now();
        let asks = self.book.try_update_untracked(|book| book.desk.step(now, input));
        self.after(asks);
    }

    pub(super) fn step_in(self, opening: OpeningId, input: Input<D>) {
        let now = self.cabinet.clock.now();
        let asks = self.book.try_update_untracked(|book| book.desk.step_in(now, opening, input));
        self.after(asks);
    }

    pub(super) fn put(self, opening: OpeningId, held: Held<D::Event>, access: Access) {
        let now = self.cabinet.clock.now();
        let before = self.book.try_with_untracked(|book| book.edition);
        let asks =
            self.book.try_update_untracked(|book| book.desk.show(now, opening, held, access));
        self.after(asks);
        if before != self.book.try_with_untracked(|book| book.edition) {
            self.another_is_shown();
        }
    }

    /// Shows what has changed, and does what is asked for. None when the page is gone, with whatever
    /// was on its way.
    pub(super) fn after(self, asks: Option<Asks>) {
        let Some(asks) = asks else { return };
        if self.catch_up() == Some(true) {
            self.book.update(|_| ());
        }
        self.show_state();
        for (opening, effect) in asks {
            self.carry_out(opening, effect);
        }
    }

    /// Shows how the keeping stands, and what was refused.
    pub(super) fn show_state(self) {
        let Some((status, refusals, left)) = self.book.try_with_untracked(|book| {
            let front = book.desk.front();
            let here = front.refusals().iter().map(|refusal| self.refused(book, refusal));
            let elsewhere = book.desk.refused_elsewhere().iter().map(|(name, refusal)| {
                let refused = self.refused(book, refusal);
                Refused { wish: format!("In {name}: {}", refused.wish), version: None, ..refused }
            });
            let left = book.desk.left().iter();
            let left = left.map(|it| (it.volume().name().to_owned(), it.waiting().len()));
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
            Effect::Mend(how) => {
                let mended = self.book.try_with_untracked(|book| {
                    let session = book.desk.session(opening)?;
                    Some(self.cabinet.keeper().mend_shelf(session.volume(), &how))
                });
                if let Some(mended) = mended.flatten() {
                    self.step_in(opening, Input::Mended(mended));
                }
            }
            Effect::Tell(news) => {
                self.cabinet.tell(news);
                self.cabinet.has_changed();
            }
            Effect::Report(happened) => self.report(opening, &happened),
            Effect::Append(ticket, ..)
            | Effect::ReadBack(ticket, ..)
            | Effect::Find(ticket, ..)
            | Effect::ReadText(ticket, ..) => {
                let keeper = self.cabinet.keeper();
                self.fly(ticket, async move {
                    if let Some(answer) = keeper.carry_out::<D>(effect).await {
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
        let Some((is_front, name)) = self.book.try_with_untracked(|book| {
            let session = book.desk.session(opening).unwrap_or(book.desk.front());
            (book.desk.front().opening() == opening, session.volume().name().to_owned())
        }) else {
            return;
        };
        match happened {
            Happened::Wrote { met, .. } if is_front => {
                self.reader.has_written();
                self.told.set(met.map(words::of_others_first).unwrap_or_default());
                self.reader.say_last_line(&self.told.get_untracked());
            }
            Happened::Wrote { first, last, .. } => {
                self.reader.say(words::of_written_elsewhere(&name, *first, *last));
            }
            Happened::Refused(id) => {
                let all = self.refusals.get_untracked();
                if let Some(refused) = all.iter().find(|refused| refused.id == *id) {
                    let Refused { wish, why, .. } = refused;
                    self.reader.say(format!("{wish}: {why} No line was written."));
                }
            }
            Happened::TookIn(..) => {}
            Happened::MirrorBehind(error) => {
                self.cabinet.report(&Message::MirrorBehind(name, error.clone()));
            }
            Happened::MirrorMended => self.cabinet.report(&Message::MirrorMended(name)),
            Happened::Restored => self.cabinet.report(&Message::DatabaseRestored(name)),
            Happened::CannotWrite(why) => {
                self.cabinet.report(&Message::CannotWrite(name, why.clone()));
            }
        }
    }
}
