//! What a tab does for its device, and what comes back.

use std::{
    future::Future,
    pin::Pin,
    task::{Context, Poll, Waker},
};

use diary::Diary;
use examples::bank::{Bank, Event};
use storage::{
    DeviceEffect, DeviceInput, DiaryStore, Held, Input, OpeningId, Outcome, Source, Start,
    StoreError, Ticket, findings,
};

use super::{
    steps::story,
    tab::{Describe, Tab, at},
};
use crate::{mirror::begun, stores::World};

/// What comes back.
#[derive(Clone)]
pub(crate) enum Answer {
    Device(DeviceInput),
    /// The same, with what is held for it.
    Held(Ticket, Option<Held<Event>>, DeviceInput),
    Session(OpeningId, Input<Bank>),
}

/// Something that is on its way.
pub(crate) struct Flight {
    pub(crate) ticket: Ticket,
    future: Pin<Box<dyn Future<Output = Option<Answer>>>>,
}

impl Flight {
    pub(crate) fn new(
        ticket: Ticket,
        future: impl Future<Output = Option<Answer>> + 'static,
    ) -> Self {
        Self { ticket, future: Box::pin(future) }
    }

    /// Lets it go on; what came of it, once it is done.
    pub(crate) fn go_on(&mut self) -> Poll<Option<Answer>> {
        let mut context = Context::from_waker(Waker::noop());
        self.future.as_mut().poll(&mut context)
    }
}

impl Tab {
    /// What has come back arrives.
    pub(crate) fn arrive(&mut self, now: i64, answer: Answer) {
        match answer {
            Answer::Device(input) => {
                self.has_found |= input == DeviceInput::Database(Outcome::Done(()));
                self.device_step(now, input);
            }
            Answer::Held(ticket, held, input) => {
                if let Some(held) = held {
                    self.desk.hold(ticket, held);
                }
                self.device_step(now, input);
            }
            Answer::Session(opening, input) => self.session_step(now, opening, input),
        }
    }

    /// What another tab tells arrives.
    pub(crate) fn hear(&mut self, now: i64, told: Describe) {
        match told {
            Describe::News(news) => {
                let asks = self.desk.hear(at(now), &news);
                self.carry_out(now, asks);
            }
            Describe::WhoWrites => self.device_step(now, DeviceInput::WhoWrites),
            Describe::Writes => self.device_step(now, DeviceInput::OtherWrites),
            Describe::HasDatabase => self.device_step(now, DeviceInput::OtherHasDatabase),
            Describe::MirrorChanged(key) => {
                let ours = self.number.to_string();
                if key.ends_with("/writer")
                    && self.world.mirror().get(&key).is_some_and(|it| *it != ours)
                {
                    self.device_step(now, DeviceInput::WriterChanged);
                }
                let opening = self.desk.front().opening();
                self.session_step(now, opening, Input::MirrorChanged);
            }
        }
    }

    fn fly(&mut self, ticket: Ticket, future: impl Future<Output = Answer> + 'static) {
        self.flights.push(Flight::new(ticket, async move { Some(future.await) }));
    }
}

fn source(store: DiaryStore<World, World>, from: Source) -> DiaryStore<World, World> {
    match from {
        Source::Stores => store,
        Source::Text => DiaryStore { log: None, ..store },
    }
}

pub(super) fn do_for_device(tab: &mut Tab, now: i64, effect: DeviceEffect) {
    let store = tab.store();
    match effect {
        DeviceEffect::FindDatabase => {
            let (world, has) = (tab.world.clone(), tab.has_database());
            let ticket = Ticket { opening: OpeningId(0), attempt: 0 };
            tab.fly(ticket, async move {
                let answer =
                    if has { world.find().await } else { Outcome::Failed(StoreError::Blocked) };
                Answer::Device(DeviceInput::Database(answer))
            });
        }
        DeviceEffect::List(ticket, from) => {
            let store = source(store, from);
            tab.fly(ticket, async move {
                Answer::Device(DeviceInput::Names(ticket, store.names().await))
            });
        }
        DeviceEffect::Read(ticket, from, _, name) => {
            tab.fly(ticket, async move { read(&source(store, from), ticket, from, &name).await });
        }
        DeviceEffect::Begin(ticket, kind, start) => {
            let shown = tab.desk.front().stored().diary().clone();
            if start == Start::Story {
                tab.began_story += 1;
            }
            let diary = match start {
                Start::Story => story(),
                Start::Shown => shown,
                Start::Empty => Diary::default(),
                Start::File(_) => super::steps::file(),
            };
            tab.fly(ticket, async move {
                match store.begin(&kind, begun(), diary).await {
                    Outcome::Done((stored, mirror)) => {
                        let name = stored.name().to_owned();
                        let held = Held { stored, mirror: mirror.clone() };
                        let begun = DeviceInput::Begun(ticket, Outcome::Done((name, mirror)));
                        Answer::Held(ticket, Some(held), begun)
                    }
                    Outcome::Failed(error) => {
                        Answer::Device(DeviceInput::Begun(ticket, Outcome::Failed(error)))
                    }
                }
            });
        }
        DeviceEffect::Cancel(ticket) => tab.flights.retain(|flight| flight.ticket != ticket),
        DeviceEffect::Show(_, ticket, show, access) => tab.show(now, ticket, show, access),
        DeviceEffect::Access(_, access) => {
            let asks = tab.desk.access(at(now), &access);
            tab.carry_out(now, asks);
        }
        DeviceEffect::Rename(ticket, name, title) => tab.fly(ticket, async move {
            let renamed = store.rename(&name, title.as_deref()).await;
            Answer::Device(DeviceInput::Renamed(ticket, renamed))
        }),
        DeviceEffect::Delete(ticket, name) => tab.fly(ticket, async move {
            Answer::Device(DeviceInput::Deleted(ticket, store.delete(&name).await))
        }),
        DeviceEffect::Tell(news) => {
            tab.outbox.push(Describe::News(news.clone()));
            let asks = tab.desk.hear(at(now), &news);
            tab.carry_out(now, asks);
        }
        DeviceEffect::NoteOpen(kind, name) => tab.note(&format!("open/{kind}"), Some(name)),
        DeviceEffect::NoteReading(name) => tab.note("reading", name),
        DeviceEffect::NoteDatabase => tab.note("database", Some("true".into())),
        DeviceEffect::NoteVisit => tab.world.disk.borrow_mut().cookie = true,
        DeviceEffect::NoteWriter(is_writer) => {
            tab.note("writer", is_writer.then(|| tab.number.to_string()));
        }
        DeviceEffect::AskWhoWrites => tab.outbox.push(Describe::WhoWrites),
        DeviceEffect::SayWrites => tab.outbox.push(Describe::Writes),
        DeviceEffect::SayHasDatabase => tab.outbox.push(Describe::HasDatabase),
        DeviceEffect::Wake(ticket, after) => {
            tab.wakes.push((now + i64::from(after), ticket, true));
        }
        DeviceEffect::Report(message) => tab.messages.push(message),
        DeviceEffect::Withdraw(message) => tab.messages.retain(|said| *said != message),
    }
}

async fn read(
    store: &DiaryStore<World, World>,
    ticket: Ticket,
    from: Source,
    name: &str,
) -> Answer {
    let input = |answer| DeviceInput::Read(ticket, answer);
    match from {
        Source::Stores => match store.open::<Event>(name, async |_| {}).await {
            Outcome::Done(Some(opened)) => {
                let found = findings(&opened);
                let held = Held { stored: opened.stored, mirror: opened.mirror.into() };
                Answer::Held(ticket, Some(held), input(Outcome::Done(Some(found))))
            }
            Outcome::Done(None) => Answer::Device(input(Outcome::Done(None))),
            Outcome::Failed(error) => Answer::Device(input(Outcome::Failed(error))),
        },
        Source::Text => match store.look::<Event>(name).await {
            Outcome::Done(Some((stored, ..))) => {
                let found = Outcome::Done(Some(storage::Findings::default()));
                Answer::Held(ticket, Some(stored.into()), input(found))
            }
            Outcome::Done(None) => Answer::Device(input(Outcome::Done(None))),
            Outcome::Failed(error) => Answer::Device(input(Outcome::Failed(error))),
        },
    }
}
