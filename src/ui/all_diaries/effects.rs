//! What the device asks for.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use js_sys::futures::spawn_local;
use leptos::prelude::*;

use super::{DATABASE, Diaries, OPEN, READING, WRITER, kind_of};
use crate::{
    browser::{clock, device, indexed_db::IndexedDbLog, local_storage::LocalStorageMirror},
    ui::all_diaries::others::{Said, say},
};
use storage::{
    DeviceEffect, DeviceInput, DiaryStore, Message, Mirror as _, Outcome, Source, StoreError,
    Ticket, Write,
};

impl Diaries {
    pub(super) fn carry_out(self, effect: DeviceEffect) {
        if let Some(kind) = kind_of(&effect) {
            let Some(place) = self.place(kind) else { return };
            match effect {
                DeviceEffect::Read(ticket, from, _, name) => place.read(ticket, from, name),
                DeviceEffect::Begin(ticket, _, start) => place.begin(ticket, start),
                DeviceEffect::Show(_, ticket, show, access) => {
                    place.show(ticket, show, access);
                    self.has_changed();
                }
                DeviceEffect::Access(_, access) => place.access(access),
                _ => {}
            }
            return;
        }
        match effect {
            DeviceEffect::FindDatabase => self.find_database(),
            DeviceEffect::List(ticket, from) => self.list(ticket, from),
            DeviceEffect::Cancel(ticket) => {
                self.all_places().iter().for_each(|place| place.cancel(ticket));
            }
            DeviceEffect::Rename(ticket, name, title) => spawn_local(async move {
                let renamed = self.store().rename(&name, title.as_deref()).await;
                self.step(DeviceInput::Renamed(ticket, renamed));
            }),
            DeviceEffect::Delete(ticket, name) => spawn_local(async move {
                let deleted = self.store().delete(&name).await;
                self.step(DeviceInput::Deleted(ticket, deleted));
            }),
            DeviceEffect::Tell(news) => {
                self.all_places().iter().for_each(|place| place.hear(&news));
                say(&Said::News(news));
                self.has_changed();
            }
            DeviceEffect::NoteOpen(kind, name) => self.note(&format!("{OPEN}{kind}"), Some(name)),
            DeviceEffect::NoteReading(name) => {
                let now = clock::now().timestamp_millis();
                self.note(READING, name.map(|name| format!("{name}@{now}")));
            }
            DeviceEffect::NoteDatabase => {
                device::remember_database();
                self.note(DATABASE, Some(true));
            }
            DeviceEffect::NoteVisit => device::remember(),
            DeviceEffect::NoteWriter(is_writer) => {
                self.note(WRITER, is_writer.then(|| self.tab.to_string()));
            }
            DeviceEffect::AskWhoWrites => say(&Said::WhoWrites),
            DeviceEffect::SayWrites => say(&Said::IWrite),
            DeviceEffect::SayHasDatabase => say(&Said::IHaveADatabase),
            DeviceEffect::Wake(ticket, after) => {
                Timeout::new(after, move || self.step(DeviceInput::Woke(ticket))).forget();
            }
            DeviceEffect::Report(message) => {
                let is_in_vain = matches!(
                    message,
                    Message::NotThere(_)
                        | Message::NotOpened(..)
                        | Message::NotBegun(_)
                        | Message::Busy
                );
                if is_in_vain {
                    self.all_places().iter().for_each(|place| place.is_not_shown());
                }
                self.report(&message);
            }
            DeviceEffect::Withdraw(message) => self.withdraw(&message),
            DeviceEffect::Read(..)
            | DeviceEffect::Begin(..)
            | DeviceEffect::Show(..)
            | DeviceEffect::Access(..) => {}
        }
    }

    fn find_database(self) {
        spawn_local(async move {
            let found = match IndexedDbLog::find().await {
                Outcome::Done(log) => {
                    let mirror = self.mirror();
                    let store = Rc::new(DiaryStore { mirror, log: Some(log) });
                    if self.store.try_set_value(store).is_some() {
                        // The page is gone meanwhile.
                        return;
                    }
                    Outcome::Done(())
                }
                Outcome::Failed(error) => {
                    self.lock_mirror(&error);
                    Outcome::Failed(error)
                }
            };
            self.step(DeviceInput::Database(found));
        });
    }

    /// What a newer version keeps in localStorage is not ours to change.
    fn lock_mirror(self, error: &StoreError) {
        if *error == StoreError::Newer {
            let mirror = self.mirror().map(LocalStorageMirror::only_read);
            let _gone = self.store.try_set_value(Rc::new(DiaryStore { mirror, log: None }));
        }
    }

    fn list(self, ticket: Ticket, from: Source) {
        spawn_local(async move {
            let names = match from {
                Source::Stores => self.store().names().await,
                Source::Text => {
                    DiaryStore { mirror: self.mirror(), log: None::<IndexedDbLog> }.names().await
                }
            };
            self.step(DeviceInput::Names(ticket, names));
        });
    }

    /// Notes something small. Nothing is lost with it, so where it can't be kept nothing is said.
    fn note<T: serde::Serialize>(self, key: &str, value: Option<T>) {
        let Some(mirror) = self.mirror() else { return };
        let noted = match value {
            Some(value) => mirror.keep_setting(key, &value),
            None => mirror.apply(&Write::Free(key.to_owned())),
        };
        match noted {
            Outcome::Done(()) | Outcome::Failed(_) => {}
        }
    }
}
