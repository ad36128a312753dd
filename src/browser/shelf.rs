//! Where diaries lie between visits: localStorage. No other file names it.

use std::collections::BTreeMap;

use gloo_storage::{LocalStorage, Storage};
use leptos::{
    ev,
    prelude::{on_cleanup, window, window_event_listener},
};
use serde::{Serialize, de::DeserializeOwned};
use wasm_bindgen::{JsCast, JsValue};

/// Why the shelf doesn't take or give a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ShelfError {
    /// The browser doesn't let this page keep anything.
    Blocked,
    /// There is no room left.
    Full,
    /// Something else; the browser's own words.
    Failed(String),
}

impl std::fmt::Display for ShelfError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Blocked => write!(f, "this browser does not let the page keep anything"),
            Self::Full => write!(f, "the room that this browser gives to the page is full"),
            Self::Failed(why) => write!(f, "the browser could not keep it ({why})"),
        }
    }
}

impl std::error::Error for ShelfError {}

/// A shelf that has been seen to exist: storage can be missing, and it can throw when it is named.
#[derive(Clone, Copy, Debug)]
pub struct Shelf(());

impl Shelf {
    /// Looks for the shelf.
    ///
    /// # Errors
    /// [`ShelfError::Blocked`] when the browser has none for this page.
    pub fn find() -> Result<Self, ShelfError> {
        // `LocalStorage` panics where there is none, so look for it by hand first.
        match window().local_storage() {
            Ok(Some(_)) => Ok(Self(())),
            Ok(None) | Err(_) => Err(ShelfError::Blocked),
        }
    }

    /// The text under a key.
    ///
    /// # Errors
    /// [`ShelfError::Blocked`] when the shelf has gone since it was found.
    pub fn get(self, key: &str) -> Result<Option<String>, ShelfError> {
        Self::find()?;
        LocalStorage::raw().get_item(key).map_err(|error| error_of(&error))
    }

    /// Puts a text under a key. When this fails, what was there before still is.
    ///
    /// # Errors
    /// Why the browser didn't take it.
    pub fn put(self, key: &str, text: &str) -> Result<(), ShelfError> {
        Self::find()?;
        LocalStorage::raw().set_item(key, text).map_err(|error| error_of(&error))
    }

    /// Puts what stands under one key under another as well. It never becomes a Rust string on the
    /// way, so it stays what it is whatever it is.
    ///
    /// # Errors
    /// Why the browser didn't take it.
    pub fn copy(self, from: &str, to: &str) -> Result<(), ShelfError> {
        Self::find()?;
        let shelf = LocalStorage::raw();
        let call = |name: &str, arguments: &[JsValue]| {
            let method: js_sys::Function =
                js_sys::Reflect::get(&shelf, &name.into())?.dyn_into()?;
            method.apply(&shelf, &arguments.iter().collect())
        };
        let put =
            call("getItem", &[from.into()]).and_then(|text| call("setItem", &[to.into(), text]));
        put.map(|_| ()).map_err(|error| error_of(&error))
    }

    /// Makes a key free again. Only for texts that have been copied elsewhere.
    ///
    /// # Errors
    /// Why the browser refused.
    pub fn free(self, key: &str) -> Result<(), ShelfError> {
        Self::find()?;
        LocalStorage::raw().remove_item(key).map_err(|error| error_of(&error))
    }

    /// Every key that starts with `prefix`.
    ///
    /// # Errors
    /// [`ShelfError::Blocked`] when the shelf has gone since it was found.
    pub fn keys(self, prefix: &str) -> Result<Vec<String>, ShelfError> {
        Self::find()?;
        // All keys at once: asking for `key(0)`, `key(1)`, … takes 27 s for 60,000 keys in Firefox.
        let keys = js_sys::Object::keys(LocalStorage::raw().unchecked_ref::<js_sys::Object>());
        let keys = keys.iter().filter_map(|key| key.as_string());
        Ok(keys.filter(|key| key.starts_with(prefix)).collect())
    }

    /// Every text whose key starts with `prefix` and is `wanted`, by key.
    ///
    /// # Errors
    /// [`ShelfError::Blocked`] when the shelf has gone since it was found.
    pub fn texts(
        self,
        prefix: &str,
        wanted: impl Fn(&str) -> bool,
    ) -> Result<BTreeMap<String, String>, ShelfError> {
        let mut texts = BTreeMap::new();
        for key in self.keys(prefix)?.into_iter().filter(|key| wanted(key)) {
            if let Some(text) = self.get(&key)? {
                texts.insert(key, text);
            }
        }
        Ok(texts)
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
    ) -> Result<(), ShelfError> {
        let json =
            serde_json::to_string(value).map_err(|error| ShelfError::Failed(error.to_string()))?;
        self.put(key, &json)
    }
}

/// Calls `then` with the key whenever another tab of this page has changed the shelf; without one
/// when it was cleared.
pub fn on_change_elsewhere(then: impl Fn(Option<String>) + 'static) {
    // A listener that outlived the app would call into signals that are gone.
    let listening = window_event_listener(ev::storage, move |event| then(event.key()));
    on_cleanup(move || listening.remove());
}

fn error_of(error: &JsValue) -> ShelfError {
    let text = |name| {
        js_sys::Reflect::get(error, &JsValue::from_str(name))
            .ok()
            .and_then(|value| value.as_string())
    };
    match text("name").as_deref() {
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => ShelfError::Full,
        Some("SecurityError") => ShelfError::Blocked,
        _ => ShelfError::Failed(text("message").unwrap_or_else(|| "no reason given".into())),
    }
}
