//! The browser that a story is played in: an empty mirror, a clock that stands still, and faults.

use std::collections::BTreeMap;

use chrono::{DateTime, Local, NaiveDate, Utc};
use course::{Stories, free_play};
use diary::{ChainHash, Diary, StoredEvent};
use event_diary::ui::all_diaries::WRITER;
use examples::{bank, calendar};
use js_sys::{Array, Object, Promise, futures::JsFuture};
use storage::{PREFIX, StoredDiary};
use wasm_bindgen::{JsCast, prelude::wasm_bindgen};

use crate::page;

/// Texts under their keys.
pub(crate) type Texts = BTreeMap<String, String>;

/// Where the bank's first diary keeps its first entries.
pub(crate) const SEGMENT_0: &str = "event-diary/bank-1/00000";

/// Where the bank's first diary keeps its record of itself.
pub(crate) const META: &str = "event-diary/bank-1/meta";

#[wasm_bindgen(module = "/tests/web/faults.js")]
extern "C" {
    fn restore();
    #[wasm_bindgen(js_name = stopClock)]
    fn stop_clock(ms: f64);
    #[wasm_bindgen(js_name = watchPuts)]
    fn watch_puts(failing: u32) -> Array;
    /// Empties the database and lets the witness forget.
    fn forget() -> Promise;
    /// What the page has saved as a file since the stage was set.
    #[wasm_bindgen(js_name = savedFile)]
    pub(crate) fn saved_file() -> Option<String>;
    /// From now on the browser takes its time to come for what is saved.
    #[wasm_bindgen(js_name = saveLater)]
    pub(crate) fn save_later();
    #[wasm_bindgen(js_name = fetchSaved)]
    fn fetch_saved() -> Promise;
    /// Chooses a file with this text in a field.
    #[wasm_bindgen(js_name = chooseFile)]
    pub(crate) fn choose_file(id: &str, text: &str);
    #[wasm_bindgen(js_name = emptyDatabase)]
    fn empty() -> Promise;
    /// From now on the browser has no database.
    #[wasm_bindgen(js_name = loseDatabase)]
    pub(crate) fn lose_database();
    /// What went wrong on the page that nobody caught, such as a panic.
    pub(crate) fn uncaught() -> String;
    /// From now on the browser throws when storage is named.
    #[wasm_bindgen(js_name = blockStorage)]
    pub(crate) fn block_storage();
    /// From now on the browser has no storage.
    #[wasm_bindgen(js_name = loseStorage)]
    pub(crate) fn lose_storage();
    /// Ends what the two above began.
    #[wasm_bindgen(js_name = giveStorageBack)]
    pub(crate) fn give_storage_back();
    /// Puts a text that no Rust string can hold.
    #[wasm_bindgen(js_name = putHalfACharacter)]
    pub(crate) fn put_half_a_character(key: &str);
    /// Whether a text is one that no Rust string can hold.
    #[wasm_bindgen(js_name = hasHalfACharacter)]
    pub(crate) fn has_half_a_character(key: &str) -> bool;
    /// Puts a text in the mirror; whether there was room for it.
    pub(crate) fn takes(key: &str, text: &str) -> bool;
}

/// Sets the stage: no page, nothing of ours in the mirror, every fault undone, and noon of the 25th
/// of March 2026 on the reader's clock, when all of the story has happened.
pub(crate) async fn set() {
    page::clear();
    restore();
    JsFuture::from(forget()).await.unwrap();
    for key in keys().iter().filter(|key| key.starts_with("event-diary") || key.starts_with("room"))
    {
        free(key);
    }
    page::go_to("");
    clock_shows(2026, 3, 25, 12);
}

/// The same in a browser without a database.
pub(crate) async fn set_alone() {
    set().await;
    lose_database();
}

/// Takes everything from the database, as a browser does that needs the room.
pub(crate) async fn empty_database() {
    JsFuture::from(empty()).await.unwrap();
}

/// The browser comes for all that was saved; the texts, one after the other.
pub(crate) async fn fetched() -> String {
    JsFuture::from(fetch_saved()).await.unwrap().as_string().unwrap()
}

/// Stops the reader's clock at an hour of a day.
pub(crate) fn clock_shows(year: i32, month: u32, day: u32, hour: u32) {
    let local =
        NaiveDate::from_ymd_opt(year, month, day).and_then(|day| day.and_hms_opt(hour, 0, 0));
    clock_is(calendar::instant(local.unwrap(), &Local));
}

/// Stops the reader's clock.
#[expect(clippy::cast_precision_loss, reason = "JavaScript counts milliseconds in doubles")]
pub(crate) fn clock_is(now: DateTime<Utc>) {
    stop_clock(now.timestamp_millis() as f64);
}

/// The real clock goes on.
pub(crate) fn clock_runs() {
    restore();
}

/// The story as it is told at the moment on the reader's clock.
pub(crate) fn story() -> Stories {
    free_play(Utc::now(), &Local)
}

fn storage() -> web_sys::Storage {
    leptos::prelude::window().local_storage().unwrap().unwrap()
}

/// Every key in the browser's storage.
pub(crate) fn keys() -> Vec<String> {
    let keys = Object::keys(storage().unchecked_ref::<Object>());
    keys.iter().filter_map(|key| key.as_string()).collect()
}

/// Every text in the browser's storage, ours or not.
pub(crate) fn texts() -> Texts {
    keys().into_iter().map(|key| (key.clone(), get(&key).unwrap())).collect()
}

/// Every text of ours, but not which tab writes.
pub(crate) fn our_texts() -> Texts {
    let is_ours = |key: &str| key.starts_with(PREFIX) && key != WRITER;
    texts().into_iter().filter(|(key, _)| is_ours(key)).collect()
}

/// The text under a key.
pub(crate) fn get(key: &str) -> Option<String> {
    storage().get_item(key).unwrap()
}

/// Puts a text in the mirror, where there is room for it.
#[track_caller]
pub(crate) fn put(key: &str, text: &str) {
    assert!(takes(key, text), "there is no room for {key}");
}

/// Takes a text from the mirror.
pub(crate) fn free(key: &str) {
    storage().remove_item(key).unwrap();
}

/// Puts a whole diary in the mirror, as the app would have.
pub(crate) fn shelve<E: StoredEvent>(stored: &StoredDiary<E>) {
    for (key, text) in stored.texts() {
        put(&key, &text);
    }
}

/// Puts the story in the mirror as the diary `bank-1`.
pub(crate) fn shelve_story() {
    shelve(&StoredDiary::of("bank-1", Utc::now(), story().bank));
}

/// A diary as it can be read from the mirror, which must be without a fault.
#[track_caller]
pub(crate) fn kept<E: StoredEvent>(name: &str) -> StoredDiary<E> {
    let folder = format!("{PREFIX}{name}/");
    let texts = texts().into_iter().filter(|(key, _)| key.starts_with(&folder)).collect();
    let (stored, damage, _) =
        StoredDiary::from_mirror(name, &texts).unwrap_or_else(|| panic!("there is no {name}"));
    assert_eq!(damage, None, "{name} is whole");
    stored
}

/// The bank's first diary as it can be read from the mirror.
#[track_caller]
pub(crate) fn kept_bank() -> Diary<bank::Event> {
    kept("bank-1").diary().clone()
}

/// Lines with good links, whatever they say.
pub(crate) fn linked(lines: &[&str]) -> String {
    let mut link = ChainHash::default();
    let with_link = |line: &&str| {
        link = link.next(line);
        format!("{line}|{link}\n")
    };
    lines.iter().map(with_link).collect()
}

/// What is put in the mirror from now on.
pub(crate) struct Puts(Array);

impl Puts {
    /// Watches.
    pub(crate) fn watch() -> Self {
        Self(watch_puts(0))
    }

    /// Watches, and lets the put with this number (counted from 1) find no room.
    pub(crate) fn fail(number: u32) -> Self {
        Self(watch_puts(number))
    }

    /// The keys under which something was put, in order.
    pub(crate) fn keys(&self) -> Vec<String> {
        self.0.iter().filter_map(|key| key.as_string()).collect()
    }
}
