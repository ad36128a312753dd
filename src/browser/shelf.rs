//! Where diaries lie between visits: localStorage. No other file names it.

use gloo_storage::{LocalStorage, Storage};
use js_sys::{JSON, JsString};
use leptos::{
    ev,
    prelude::{on_cleanup, window, window_event_listener},
};
use serde::{Serialize, de::DeserializeOwned};
use wasm_bindgen::{JsCast, JsValue};

use crate::keeping::{self, Shelf as _, StoreError, Write};

/// What browsers give to a page, in UTF-16 code units with the keys: 5 MiB in Chromium and Firefox.
const ROOM: f64 = 5_242_880.0;

/// A shelf that has been seen to exist: storage can be missing, and it can throw when it is named.
#[derive(Clone, Copy, Debug)]
pub struct Shelf {
    may_write: bool,
}

impl Shelf {
    /// Looks for the shelf.
    ///
    /// # Errors
    /// [`StoreError::Blocked`] when the browser has none for this page.
    pub fn find() -> Result<Self, StoreError> {
        // `LocalStorage` panics where there is none, so look for it by hand first.
        match window().local_storage() {
            Ok(Some(_)) => Ok(Self { may_write: true }),
            Ok(None) | Err(_) => Err(StoreError::Blocked),
        }
    }

    /// The same shelf, on which nothing is written any more: a newer version of the page may keep
    /// something else there.
    #[must_use]
    pub fn only_read(self) -> Self {
        Self { may_write: false }
    }

    /// Whether something may be written on it.
    ///
    /// # Errors
    /// [`StoreError::Newer`] when it may not.
    pub fn may_write(self) -> Result<(), StoreError> {
        if self.may_write { Ok(()) } else { Err(StoreError::Newer) }
    }

    /// The text under a key as JSON: also what no Rust string can hold.
    pub fn literal(self, key: &str) -> Option<String> {
        Self::find().ok()?;
        let text = get(&LocalStorage::raw(), key).ok()?;
        JSON::stringify(&text).ok()?.as_string()
    }

    /// How much of its room is used by all that lies there, as a share of what browsers give.
    pub fn room_used(self) -> f64 {
        if Self::find().is_err() {
            return 0.0;
        }
        let shelf = LocalStorage::raw();
        let keys = js_sys::Object::keys(shelf.unchecked_ref::<js_sys::Object>());
        let length = |text: JsValue| text.dyn_into::<JsString>().map_or(0, |text| text.length());
        let units = |key: JsValue| {
            let text = key.as_string().and_then(|key| get(&shelf, &key).ok());
            length(key) + text.map_or(0, length)
        };
        f64::from(keys.iter().map(units).sum::<u32>()) / ROOM
    }

    /// A small setting, kept as JSON. Nothing is lost with it, so one that can't be read is none.
    pub fn setting<T: DeserializeOwned>(self, key: &str) -> Option<T> {
        Self::find().ok()?;
        LocalStorage::get(key).ok()
    }

    /// Keeps a small setting.
    ///
    /// # Errors
    /// Why the browser didn't take it.
    pub fn keep_setting<T: Serialize + ?Sized>(
        self,
        key: &str,
        value: &T,
    ) -> Result<(), StoreError> {
        let json =
            serde_json::to_string(value).map_err(|error| StoreError::Failed(error.to_string()))?;
        self.apply(&Write::Put(key.to_owned(), json))
    }
}

impl keeping::Shelf for Shelf {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        Self::find()?;
        LocalStorage::raw().get_item(key).map_err(|error| error_of(&error))
    }

    fn apply(&self, write: &Write) -> Result<(), StoreError> {
        Self::find()?;
        self.may_write()?;
        let shelf = LocalStorage::raw();
        match write {
            Write::Put(key, text) => shelf.set_item(key, text),
            Write::PutLiteral(key, literal) => {
                JSON::parse(literal).and_then(|text| set(&shelf, key, &text))
            }
            Write::Copy(from, to) => copy(&shelf, from, to),
            Write::Free(key) => shelf.remove_item(key),
        }
        .map_err(|error| error_of(&error))
    }

    fn keys(&self, prefix: &str) -> Result<Vec<String>, StoreError> {
        Self::find()?;
        // All keys at once: asking for `key(0)`, `key(1)`, … takes 27 s for 60,000 keys in Firefox.
        let keys = js_sys::Object::keys(LocalStorage::raw().unchecked_ref::<js_sys::Object>());
        let keys = keys.iter().filter_map(|key| key.as_string());
        Ok(keys.filter(|key| key.starts_with(prefix)).collect())
    }
}

/// Puts what stands under one key under another as well. It never becomes a Rust string on the
/// way, so it stays what it is whatever it is.
fn copy(shelf: &web_sys::Storage, from: &str, to: &str) -> Result<(), JsValue> {
    set(shelf, to, &get(shelf, from)?)
}

fn get(shelf: &web_sys::Storage, key: &str) -> Result<JsValue, JsValue> {
    method(shelf, "getItem")?.call1(shelf, &key.into())
}

fn set(shelf: &web_sys::Storage, key: &str, text: &JsValue) -> Result<(), JsValue> {
    method(shelf, "setItem")?.call2(shelf, &key.into(), text).map(drop)
}

fn method(shelf: &web_sys::Storage, name: &str) -> Result<js_sys::Function, JsValue> {
    js_sys::Reflect::get(shelf, &name.into())?.dyn_into()
}

/// Calls `then` with the key whenever another tab of this page has changed the shelf; without one
/// when it was cleared.
pub fn on_change_elsewhere(then: impl Fn(Option<String>) + 'static) {
    // A listener that outlived the app would call into signals that are gone.
    let listening = window_event_listener(ev::storage, move |event| then(event.key()));
    on_cleanup(move || listening.remove());
}

fn error_of(error: &JsValue) -> StoreError {
    let text = |name| {
        js_sys::Reflect::get(error, &JsValue::from_str(name))
            .ok()
            .and_then(|value| value.as_string())
    };
    match text("name").as_deref() {
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => StoreError::Full,
        Some("SecurityError") => StoreError::Blocked,
        _ => StoreError::Failed(text("message").unwrap_or_else(|| "no reason given".into())),
    }
}
