//! The stores and the diaries of this tab: signals around [`Device`]. It carries out what the device
//! asks for, and decides nothing.

mod effects;

mod others;

mod place;

use std::{collections::BTreeMap, rc::Rc};

use leptos::prelude::*;

pub use place::Place;

use super::words;
use crate::browser::{
    clock::Clock,
    device,
    indexed_db::IndexedDbLog,
    local_storage::{self, LocalStorageMirror},
    location as address, random,
};
use course::lesson::Learner;
use examples::{EXAMPLES, Kind};
use storage::{
    Device, DeviceEffect, DeviceInput, DiaryStore, Message, Mirror as _, Outcome, PREFIX, Signs,
    StoreError,
};

/// The two stores of this browser.
pub type BrowserStore = DiaryStore<LocalStorageMirror, IndexedDbLog>;

/// Where the name of the diary that is open is kept, for each kind.
const OPEN: &str = "event-diary/open/";

/// Where the tab that writes has put its name, where there is no database.
pub const WRITER: &str = "event-diary/writer";

/// Where it is noted that there is a database.
const DATABASE: &str = "event-diary/database";

/// Where the diary is noted that is being read.
const READING: &str = "event-diary/reading";

/// Everything that is kept, and what is known of it.
#[derive(Clone, Copy)]
pub struct Diaries {
    device: StoredValue<Device, LocalStorage>,
    store: StoredValue<Rc<BrowserStore>, LocalStorage>,
    places: StoredValue<BTreeMap<&'static str, Rc<dyn Place>>, LocalStorage>,
    /// 64 random bits that name this tab.
    pub tab: u64,
    /// The clock that tells when something is written.
    pub clock: Clock,
    /// What the reader must know about keeping, oldest first.
    pub notices: RwSignal<Vec<String>>,
    /// What was done, to be said aloud once.
    pub done: RwSignal<String>,
    /// Whether another tab is the one that writes.
    pub is_reader: RwSignal<bool>,
    /// The places in which the reader waits, and may go on in memory.
    pub waiting_places: RwSignal<Vec<String>>,
    /// The diaries that the page died of, by their kind: the reader chooses.
    pub choices: RwSignal<Vec<(String, String)>>,
    /// Whether something is kept in this tab at all.
    keeps: RwSignal<bool>,
    /// Counts up when something is kept beside the open diaries: their list has changed.
    pub changed: RwSignal<usize>,
}

impl Diaries {
    /// Looks at what answers at once, and asks for the rest. It lives as long as its owner.
    pub fn find() -> Self {
        let (mirror, found) = match LocalStorageMirror::find() {
            Outcome::Done(mirror) => (Some(mirror), Ok(())),
            Outcome::Failed(error) => (None, Err(error)),
        };
        let signs = signs(mirror);
        let store = DiaryStore { mirror, log: None };
        let diaries = Self::of(Device::new(found, signs), store, Clock::Own);
        diaries.listen();
        diaries.step(DeviceInput::Started);
        diaries
    }

    /// One that goes by this clock and keeps nothing, for a lesson. Nobody else hears of it.
    pub fn in_memory(clock: Clock) -> Self {
        let device = Device::new(Err(StoreError::Blocked), Signs::default());
        Self::of(device, DiaryStore { mirror: None, log: None }, clock)
    }

    fn of(device: Device, store: BrowserStore, clock: Clock) -> Self {
        Self {
            device: StoredValue::new_local(device),
            store: StoredValue::new_local(Rc::new(store)),
            places: StoredValue::new_local(BTreeMap::new()),
            tab: random::bits(),
            clock,
            notices: RwSignal::new(Vec::new()),
            done: RwSignal::new(String::new()),
            is_reader: RwSignal::new(false),
            waiting_places: RwSignal::new(Vec::new()),
            choices: RwSignal::new(Vec::new()),
            keeps: RwSignal::new(true),
            changed: RwSignal::new(0),
        }
    }

    fn listen(self) {
        self.hear_others();
        local_storage::on_change_elsewhere(move |key| self.mirror_changed(key.as_deref()));
        // A tab that was closed may not have told what it wrote.
        address::on_return(move || self.all_places().iter().for_each(|place| place.look_again()));
        let leave = move || self.step(DeviceInput::Leaving);
        on_cleanup(leave);
        address::on_leave(leave);
    }

    /// Hands something on to the device, and does what it asks for.
    pub fn step(self, input: DeviceInput) {
        // None when the page is gone, with whatever was on its way.
        let Some(effects) = self.device.try_update_value(|device| device.step(input)) else {
            return;
        };
        for effect in effects {
            self.carry_out(effect);
        }
        self.show_state();
    }

    fn show_state(self) {
        let Some((is_reader, keeps, waiting)) = self.device.try_with_value(|device| {
            let waiting: Vec<_> = device.waiting_places().map(str::to_owned).collect();
            (device.is_reader(), device.keeps(), waiting)
        }) else {
            return;
        };
        let set = |signal: RwSignal<bool>, now: bool| {
            if signal.try_get_untracked() == Some(!now) {
                signal.set(now);
            }
        };
        set(self.is_reader, is_reader);
        set(self.keeps, keeps);
        if self.waiting_places.try_with_untracked(|before| *before != waiting) == Some(true) {
            self.waiting_places.set(waiting);
        }
    }

    /// Makes a place known in which diaries of a kind are open, and opens one there.
    pub fn visit(self, kind: &'static str, place: Rc<dyn Place>) {
        self.places.update_value(|places| {
            places.insert(kind, place);
        });
        self.step(DeviceInput::Visited(kind.to_owned()));
    }

    fn place(self, kind: &str) -> Option<Rc<dyn Place>> {
        self.places.try_with_value(|places| places.get(kind).cloned()).flatten()
    }

    fn all_places(self) -> Vec<Rc<dyn Place>> {
        self.places.try_with_value(|places| places.values().cloned().collect()).unwrap_or_default()
    }

    /// The two stores.
    pub fn store(self) -> Rc<BrowserStore> {
        let nowhere = || Rc::new(DiaryStore { mirror: None, log: None });
        self.store.try_get_value().unwrap_or_else(nowhere)
    }

    pub(super) fn mirror(self) -> Option<LocalStorageMirror> {
        self.store().mirror
    }

    /// Whether anything is kept at all.
    pub fn keeps(self) -> bool {
        self.keeps.get()
    }

    /// Commands that have no outcome yet, in all places; and whether something that the reader did
    /// is in memory only. Whoever leaves then is asked.
    pub fn would_lose(self) -> bool {
        self.all_places().iter().any(|place| place.would_lose())
    }

    /// Tells the reader something that lasts until they have read it.
    pub fn warn(self, words: String) {
        self.notices.try_update(|notices| {
            if !notices.contains(&words) {
                notices.push(words);
            }
        });
    }

    /// Lets the reader know something about keeping.
    pub fn report(self, message: &Message) {
        if let Message::Died(name) = message {
            let kind = name.split('-').next().unwrap_or_default().to_owned();
            self.choices.try_update(|choices| choices.push((kind, name.clone())));
            return;
        }
        let words = words::of_message(message);
        if words::is_about_what_was_asked(message) {
            self.done.try_set(words);
        } else {
            self.warn(words);
        }
        self.has_changed();
    }

    /// Takes back what was said and holds no more.
    fn withdraw(self, message: &Message) {
        let words = words::of_message(message);
        self.notices.try_update(|notices| notices.retain(|notice| *notice != words));
    }

    /// The list of diaries has changed.
    pub fn has_changed(self) {
        self.changed.try_update(|changed| *changed += 1);
    }

    /// The reader has chosen what becomes of a diary that the page died of.
    pub fn choose(self, kind: &str, all_the_same: bool) {
        self.choices.update(|choices| choices.retain(|(of, _)| of != kind));
        self.step(DeviceInput::Retry(kind.to_owned(), all_the_same));
    }

    /// How much of the room for readable texts is used, from 0 to 1; none when there is no mirror.
    pub fn room_used(self) -> Option<f64> {
        self.mirror().map(LocalStorageMirror::room_used)
    }

    fn mirror_changed(self, key: Option<&str>) {
        let is_another = || {
            let writer = self.mirror().and_then(|mirror| mirror.setting::<String>(WRITER));
            writer.is_some_and(|writer| writer != self.tab.to_string())
        };
        if key == Some(WRITER) && is_another() {
            self.step(DeviceInput::WriterChanged);
        }
        for place in self.all_places() {
            place.mirror_changed(key);
        }
    }
}

/// What answers at once.
fn signs(mirror: Option<LocalStorageMirror>) -> Signs {
    let mut signs = Signs { remembers: device::remembers(), ..Signs::default() };
    signs.had_database = device::remembers_database();
    let Some(mirror) = mirror else { return signs };
    signs.has_keys = match mirror.keys(PREFIX) {
        Outcome::Done(keys) => !keys.is_empty(),
        // What can't be listed may be there.
        Outcome::Failed(_) => true,
    };
    signs.had_database |= mirror.setting::<bool>(DATABASE) == Some(true);
    for kind in EXAMPLES.iter().map(|example| example.kind).chain([Learner::KIND]) {
        if let Some(name) = mirror.setting::<String>(&format!("{OPEN}{kind}")) {
            signs.open.insert(kind.to_owned(), name);
        }
    }
    let note = mirror.setting::<String>(READING);
    signs.died = note.and_then(|note| Signs::died_of(&note, crate::browser::clock::now()));
    signs
}

/// Says which effects concern a place.
fn kind_of(effect: &DeviceEffect) -> Option<&str> {
    match effect {
        DeviceEffect::Read(_, _, kind, _)
        | DeviceEffect::Begin(_, kind, _)
        | DeviceEffect::Show(kind, ..)
        | DeviceEffect::Access(kind, _) => Some(kind),
        _ => None,
    }
}
