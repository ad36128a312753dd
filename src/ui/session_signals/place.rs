//! What the device asks of the place where diaries of this kind are open.

use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;

use super::SessionSignals;
use crate::{
    browser::{clock, dom, indexed_db::IndexedDbLog},
    ui::all_diaries::Place,
};
use diary::Diary;
use english::counted;
use examples::{Kind, story::Dates};
use storage::{
    Access, DeviceInput, DiaryStore, Findings, Held, Incoming, Input, News, Outcome, Show, Source,
    Start, StoredDiary, Ticket, diary_of, findings,
};

/// The story of this kind as it is told today.
pub fn story<D: Kind>() -> Diary<D::Event> {
    D::story(&Dates { now: clock::now(), zone: &clock::ZONE })
}

impl<D: Kind> SessionSignals<D> {
    fn hold(self, ticket: Ticket, held: Held<D::Event>) {
        self.models.try_update_untracked(|models| models.desk.hold(ticket, held));
    }

    async fn has_read(self, ticket: Ticket, from: Source, name: String) {
        let store = self.diaries.store();
        // Between two slices the browser paints, and whatever the reader wants comes first.
        let rest = async |read: usize| {
            dom::tell("progress", &format!("Opening the diary… {}", counted::entries(read)));
            self.diaries.step(DeviceInput::Reading(ticket));
            TimeoutFuture::new(0).await;
        };
        let found = match from {
            Source::Stores => match store.open::<D::Event>(&name, rest).await {
                Outcome::Done(Some(opened)) => {
                    let found = findings(&opened);
                    let mirror = opened.mirror.into();
                    self.hold(ticket, Held { stored: opened.stored, mirror });
                    Outcome::Done(Some(found))
                }
                Outcome::Done(None) => Outcome::Done(None),
                Outcome::Failed(error) => Outcome::Failed(error),
            },
            Source::Text => {
                let text = DiaryStore { mirror: store.mirror, log: None::<IndexedDbLog> };
                match text.look::<D::Event>(&name).await {
                    Outcome::Done(Some((stored, ..))) => {
                        self.hold(ticket, stored.into());
                        Outcome::Done(Some(Findings::default()))
                    }
                    Outcome::Done(None) => Outcome::Done(None),
                    Outcome::Failed(error) => Outcome::Failed(error),
                }
            }
        };
        self.diaries.step(DeviceInput::Read(ticket, found));
    }

    async fn has_begun(self, ticket: Ticket, incoming: Incoming<D::Event>) {
        let store = self.diaries.store();
        let begun = match store.begin_with(D::KIND, incoming).await {
            Outcome::Done((stored, mirror)) => {
                let name = stored.name().to_owned();
                self.hold(ticket, Held { stored, mirror: mirror.clone() });
                Outcome::Done((name, mirror))
            }
            Outcome::Failed(error) => Outcome::Failed(error),
        };
        self.diaries.step(DeviceInput::Begun(ticket, begun));
    }

    /// What a new diary begins with.
    fn beginning(self, start: Start) -> Incoming<D::Event> {
        let now = clock::now();
        match start {
            Start::Empty => Incoming::new(now, Diary::default()),
            Start::Story => Incoming::new(now, story::<D>()),
            Start::Shown => self.models.with_untracked(|models| {
                Incoming::new(models.created(), models.stored().diary().clone())
            }),
            Start::File(number) => {
                let file = self.files.try_update_value(|files| {
                    let at = files.iter().position(|(of, _)| *of == number)?;
                    Some(files.swap_remove(at).1)
                });
                file.flatten().unwrap_or_else(|| Incoming::new(now, Diary::default()))
            }
        }
    }
}

impl<D: Kind> Place for SessionSignals<D> {
    fn read(&self, ticket: Ticket, from: Source, name: String) {
        self.fly(ticket, self.has_read(ticket, from, name));
    }

    fn begin(&self, ticket: Ticket, start: Start) {
        self.fly(ticket, self.has_begun(ticket, self.beginning(start)));
    }

    fn show(&self, ticket: Ticket, show: Show, access: Access) {
        let name = format!("{}-1", D::KIND);
        let held = match show {
            Show::Story => Some(StoredDiary::of(&name, clock::now(), story::<D>()).into()),
            Show::Nothing => Some(StoredDiary::new(&name, clock::now()).into()),
            Show::Held(held) => {
                self.models.try_update_untracked(|models| models.desk.take_held(held)).flatten()
            }
        };
        let Some(held) = held else { return };
        self.put(ticket.opening, held, access);
        if let Some(first) = self.first_shown.try_update_value(Option::take).flatten() {
            // Whoever waits for it may be gone.
            let _gone = first.send(());
        }
        if let Some(then) = self.next_shown.try_update_value(Option::take).flatten() {
            then();
        }
    }

    fn access(&self, access: Access) {
        let now = self.diaries.clock.now();
        let asks = self.models.try_update_untracked(|models| models.desk.access(now, &access));
        self.after(asks);
    }

    fn hear(&self, news: &News) {
        let now = self.diaries.clock.now();
        let asks = self.models.try_update_untracked(|models| models.desk.hear(now, news));
        self.after(asks);
    }

    fn mirror_changed(&self, key: Option<&str>) {
        // Without a key, everything was cleared.
        let is_ours = self.models.try_with_untracked(|models| {
            key.is_none_or(|key| diary_of(key) == Some(models.stored().name()))
        });
        if is_ours == Some(true) {
            self.step(Input::MirrorChanged);
        }
    }

    fn look_again(&self) {
        self.step(Input::Shown(Outcome::Done(())));
    }

    fn cancel(&self, ticket: Ticket) {
        self.cancel_flight(ticket);
    }

    fn is_not_shown(&self) {
        self.next_shown.try_set_value(None);
    }

    fn would_lose(&self) -> bool {
        self.models
            .try_with_untracked(|models| {
                let is_loose =
                    matches!(models.desk.front().access(), Access::Memory | Access::NotYet);
                let has_written = models.desk.front().last_given().is_some();
                models.desk.waiting(None) > 0 || (is_loose && has_written)
            })
            .unwrap_or_default()
    }
}
