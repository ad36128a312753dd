//! The only writer: decide → keep → show, in an order that all tabs agree on.
//!
//! A scribe is on the page from the start; the [`Hand`] it writes with is fetched when somebody is
//! there to write something, together with all else that keeps.

mod hearing;

use std::rc::Rc;

use leptos::{
    prelude::*,
    task::{spawn_local, tick},
};

use super::{Desk, Refusal};
use crate::{
    keeping::{KeepError, Kept},
    ui::{
        cabinet::{Cabinet, Keeping},
        reader::Reader,
    },
};

/// How often a wish is decided again because other tabs have written first.
const ATTEMPTS: usize = 3;

/// What a scribe writes with. Whoever makes one brings the code for it along, so it is made in the
/// parts that are fetched and nowhere else.
#[derive(Clone)]
struct Hand {
    desk: Rc<dyn Desk>,
    work: fn(Scribe),
}

/// Carries out the wishes on one open diary.
#[derive(Clone, Copy)]
pub struct Scribe {
    hand: RwSignal<Option<Hand>, LocalStorage>,
    cabinet: Cabinet,
    reader: Reader,
    /// The wish that was refused last, until another one is accepted.
    pub refusal: RwSignal<Option<Refusal>>,
    /// How the keeping of the last entry went.
    pub keeping: RwSignal<Keeping>,
    /// What else has happened, in words: what another tab did before the last wish; empty when nothing.
    pub told: RwSignal<String>,
}

impl Scribe {
    /// A scribe that can't write yet: the wishes lie on the desk until there is a hand.
    pub(super) fn of(cabinet: Cabinet, reader: Reader) -> Self {
        Self {
            hand: RwSignal::new_local(None),
            cabinet,
            reader,
            refusal: RwSignal::new(None),
            keeping: RwSignal::new(Keeping::Unkept),
            told: RwSignal::new(String::new()),
        }
    }

    /// Gives the scribe a hand to write with; what waits on the desk is carried out.
    pub(super) fn take_up(self, desk: Rc<dyn Desk>) {
        self.hand.set(Some(Hand { desk, work: Self::work }));
        self.settle();
        self.work();
    }

    /// Carries out what lies on the desk; without a hand, it waits there.
    pub(super) fn carry_on(self) {
        match self.hand.get_untracked() {
            Some(hand) => (hand.work)(self),
            None => self.keeping.set(Keeping::Writing),
        }
    }

    /// The stored form of an entry; none while it isn't kept.
    pub(super) fn stored(self, number: usize) -> Option<String> {
        self.hand.get()?.desk.line(number)
    }

    /// The wishes can't be carried out, because what keeps them was not fetched.
    pub(super) fn give_up(self, wish: String, why: String) {
        self.keeping.set(Keeping::Unkept);
        self.refuse(wish, why);
    }

    /// The desk that the hand writes on.
    ///
    /// # Panics
    /// Without a hand: all that asks for it is reached through one.
    fn desk(self) -> Rc<dyn Desk> {
        self.hand
            .with_untracked(|hand| hand.as_ref().map(|hand| hand.desk.clone()))
            .expect("a hand")
    }

    /// Whether the page is gone that it writes on: a chapter's workbench was left while something
    /// was on its way.
    fn is_gone(self) -> bool {
        self.hand.is_disposed()
    }

    fn is_writing(self) -> bool {
        self.keeping.get_untracked() == Keeping::Writing
    }

    /// Carries out the wishes that lie on the desk, one after the other, also when they come
    /// faster than they are kept.
    fn work(self) {
        if self.is_writing() || self.desk().wish().is_none() {
            return;
        }
        // Set before the work begins, or a second wish in the meantime would begin it twice.
        self.keeping.set(Keeping::Writing);
        spawn_local(async move {
            while !self.is_gone()
                && let Some(wish) = self.desk().wish()
            {
                self.carry_out(wish).await;
            }
            // What was heard meanwhile could not be taken in then.
            if !self.is_gone() {
                self.look_into_ledger();
            }
        });
    }

    /// Decide → keep → show.
    async fn carry_out(self, wish: String) {
        self.keeping.set(Keeping::Writing);
        self.told.set(String::new());
        // The reader sees that it is on its way.
        tick().await;
        if self.is_gone() {
            return;
        }
        let kept = self.decide_and_keep().await;
        if self.is_gone() {
            return;
        }
        let told = self.told.get_untracked();
        match kept {
            Ok(kept) => {
                self.desk().accept();
                self.keeping.set(self.cabinet.after(&*self.desk(), kept));
                if !told.is_empty() {
                    self.told.set(format!("{told} Your wish was decided again."));
                }
                self.refusal.set(None);
                self.reader.say_last_line(&self.told.get_untracked());
            }
            Err(why) => {
                self.desk().give_up();
                let why = if told.is_empty() { why } else { format!("{told} Now {why}") };
                self.refuse(wish, why);
            }
        }
    }

    /// Decides on the newest diary, and keeps what was decided if it still is the newest then.
    async fn decide_and_keep(self) -> Result<Kept, String> {
        self.settle();
        for _ in 0..ATTEMPTS {
            self.take_in_from_shelf().inspect_err(|_| self.keeping.set(Keeping::Failed))?;
            if let Some(why) = self.why_read_only() {
                return Err(format!("this diary can only be read ({why})."));
            }
            let ink = self.desk().decide(self.cabinet.clock.now())?;
            self.keeping.set(Keeping::Writing);
            match self.cabinet.keep(&ink).await {
                Ok(kept) => return Ok(kept),
                Err(KeepError::Stale) => {
                    let taken_in = self.take_in_from_ledger().await;
                    if self.is_gone() {
                        return Err(String::new());
                    }
                    self.settle();
                    self.told.set(taken_in.inspect_err(|_| self.keeping.set(Keeping::Failed))?);
                }
                Err(KeepError::Store(error)) => {
                    self.keeping.set(Keeping::Failed);
                    return Err(format!(
                        "{error}. The entry was not written, and nothing else has changed."
                    ));
                }
            }
        }
        self.settle();
        Err("other tabs keep writing in this diary without a pause. Nothing was written.".into())
    }

    fn why_read_only(self) -> Option<String> {
        untrack(|| self.cabinet.why_read_only(&self.desk().extent().0))
    }

    /// Nothing is on its way any more.
    pub(super) fn settle(self) {
        self.keeping.set(untrack(|| self.cabinet.keeping(&self.desk().extent().0)));
    }

    /// Refuses a wish, and tells why.
    pub(super) fn refuse(self, wish: String, why: String) {
        self.reader.say(format!("{wish}: {why} No line was written."));
        let page = untrack(|| self.reader.page());
        self.refusal.set(Some(Refusal { wish, why, page }));
    }

    /// Tells beside the diary, and aloud, what has happened to it.
    pub fn tell(self, words: String) {
        self.reader.say(words.clone());
        self.told.set(words);
    }
}
