//! Where diaries lie between visits: localStorage. No other file names it.

use gloo_storage::{LocalStorage, Storage as _};
use js_sys::{JSON, JsString};
use leptos::{
    ev,
    prelude::{on_cleanup, window, window_event_listener},
};
use serde::{Serialize, de::DeserializeOwned};
use wasm_bindgen::{JsCast, JsValue};

use storage::{self, Mirror as _, Outcome, StoreError, Write};

/// What browsers give to a page, in UTF-16 code units with the keys: 5 MiB in Chromium and Firefox.
const ROOM: f64 = 5_242_880.0;

/// A mirror that has been seen to exist: storage can be missing, and it can throw when it is named.
#[derive(Clone, Copy, Debug)]
pub struct LocalStorageMirror {
    may_write: bool,
}

impl LocalStorageMirror {
    /// Looks for the mirror; [`StoreError::Blocked`] when the browser has none for this page.
    pub fn find() -> Outcome<Self> {
        storage().map(|_| Self { may_write: true }).into()
    }

    /// The same mirror, on which nothing is written any more: a newer version of the page may keep
    /// something else there.
    #[must_use]
    pub fn only_read(self) -> Self {
        Self { may_write: false }
    }

    fn to_write(self) -> Result<web_sys::Storage, StoreError> {
        if self.may_write { storage() } else { Err(StoreError::Newer) }
    }

    /// How much of its room is used by all that lies there, as a share of what browsers give.
    pub fn room_used(self) -> f64 {
        let Ok(mirror) = storage() else { return 0.0 };
        let keys = js_sys::Object::keys(mirror.unchecked_ref::<js_sys::Object>());
        let length = |text: JsValue| text.dyn_into::<JsString>().map_or(0, |text| text.length());
        let units = |key: JsValue| {
            let text = key.as_string().and_then(|key| get(&mirror, &key).ok());
            length(key) + text.map_or(0, length)
        };
        f64::from(keys.iter().map(units).sum::<u32>()) / ROOM
    }

    /// A small setting, kept as JSON. Nothing is lost with it, so one that can't be read is none.
    pub fn setting<T: DeserializeOwned>(self, key: &str) -> Option<T> {
        // `LocalStorage::get` panics where a damaged store throws.
        let text = storage().ok()?.get_item(key).ok()??;
        serde_json::from_str(&text).ok()
    }

    /// Keeps a small setting.
    pub fn keep_setting<T: Serialize + ?Sized>(self, key: &str, value: &T) -> Outcome<()> {
        match serde_json::to_string(value) {
            Ok(json) => self.apply(&Write::Put(key.to_owned(), json)),
            Err(error) => Outcome::Failed(StoreError::Failed(error.to_string())),
        }
    }
}

/// localStorage itself. `LocalStorage` panics where there is none, so it is looked for by hand first.
fn storage() -> Result<web_sys::Storage, StoreError> {
    match window().local_storage() {
        Ok(Some(_)) => Ok(LocalStorage::raw()),
        Ok(None) | Err(_) => Err(StoreError::Blocked),
    }
}

impl storage::Mirror for LocalStorageMirror {
    fn get(&self, key: &str) -> Outcome<Option<String>> {
        storage().and_then(|mirror| mirror.get_item(key).map_err(|error| error_of(&error))).into()
    }

    fn apply(&self, write: &Write) -> Outcome<()> {
        let change = |mirror: web_sys::Storage| {
            match write {
                Write::Put(key, text) => mirror.set_item(key, text),
                Write::PutLiteral(key, literal) => {
                    JSON::parse(literal).and_then(|text| set(&mirror, key, &text))
                }
                Write::Copy(from, to) => copy(&mirror, from, to),
                Write::Free(key) => mirror.remove_item(key),
            }
            .map_err(|error| error_of(&error))
        };
        self.to_write().and_then(change).into()
    }

    fn literal(&self, key: &str) -> Outcome<Option<String>> {
        let read = |mirror: web_sys::Storage| {
            let text = get(&mirror, key).map_err(|error| error_of(&error))?;
            // Nothing lies there.
            if text.is_null() {
                return Ok(None);
            }
            let literal = JSON::stringify(&text).map_err(|error| error_of(&error))?;
            Ok(literal.as_string())
        };
        storage().and_then(read).into()
    }

    fn keys(&self, prefix: &str) -> Outcome<Vec<String>> {
        let list = |mirror: web_sys::Storage| {
            // All keys at once: asking for `key(0)`, `key(1)`, … takes 27 s for 60,000 keys in Firefox.
            let keys = js_sys::Object::keys(mirror.unchecked_ref::<js_sys::Object>());
            let keys = keys.iter().filter_map(|key| key.as_string());
            keys.filter(|key| key.starts_with(prefix)).collect()
        };
        storage().map(list).into()
    }
}

/// Puts what stands under one key under another as well. It never becomes a Rust string on the
/// way, so it stays what it is whatever it is.
fn copy(mirror: &web_sys::Storage, from: &str, to: &str) -> Result<(), JsValue> {
    set(mirror, to, &get(mirror, from)?)
}

fn get(mirror: &web_sys::Storage, key: &str) -> Result<JsValue, JsValue> {
    method(mirror, "getItem")?.call1(mirror, &key.into())
}

fn set(mirror: &web_sys::Storage, key: &str, text: &JsValue) -> Result<(), JsValue> {
    method(mirror, "setItem")?.call2(mirror, &key.into(), text).map(drop)
}

fn method(mirror: &web_sys::Storage, name: &str) -> Result<js_sys::Function, JsValue> {
    js_sys::Reflect::get(mirror, &name.into())?.dyn_into()
}

/// Calls `then` with the key whenever another tab of this page has changed the mirror; without one
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
