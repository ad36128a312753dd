//! What the device promises: how much room there is, and whether it may be cleared.

use js_sys::futures::JsFuture;
use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlDocument;

/// A cookie remembers that there are diaries here: when both stores are empty all the same, the
/// browser has cleared them, and a reader must not be greeted as a new one.
const VISITED: &str = "event-diary=1";

/// Another one remembers that there is a database: when it is missing all the same, it is not that
/// the browser has none.
const DATABASE: &str = "event-diary-database=1";

/// Lets a cookie remember that something is kept here, for 400 days, which is the most that browsers
/// allow.
pub fn remember() {
    keep(VISITED);
}

/// Lets a cookie remember that there is a database.
pub fn remember_database() {
    keep(DATABASE);
}

/// Whether the reader has asked for as little as possible to be loaded. Browsers that can't be asked don't say so.
pub fn saves_data() -> bool {
    let of = |it: &JsValue, name: &str| js_sys::Reflect::get(it, &name.into());
    of(&window().navigator().into(), "connection")
        .and_then(|connection| of(&connection, "saveData"))
        .is_ok_and(|saves| saves.is_truthy())
}

/// Whether the cookie remembers that something was kept here.
pub fn remembers() -> bool {
    has(VISITED)
}

/// Whether the cookie remembers that there is a database.
pub fn remembers_database() -> bool {
    has(DATABASE)
}

fn keep(cookie: &str) {
    if let Some(version) = html_document() {
        // Where cookies are blocked there is none, and nothing else is worse for it.
        let _kept = version.set_cookie(&format!("{cookie};max-age=34560000;SameSite=Strict"));
    }
}

fn has(cookie: &str) -> bool {
    let cookies = html_document().and_then(|version| version.cookie().ok()).unwrap_or_default();
    cookies.split("; ").any(|found| found == cookie)
}

fn html_document() -> Option<HtmlDocument> {
    document().dyn_into().ok()
}

/// Asks the browser not to clear what is kept here; whether it agrees. `None` when it can't say.
pub async fn persist() -> Option<bool> {
    answer(window().navigator().storage().persist()).await
}

/// Whether the browser has agreed not to clear what is kept here. `None` when it can't say.
pub async fn is_persistent() -> Option<bool> {
    answer(window().navigator().storage().persisted()).await
}

async fn answer(promise: Result<js_sys::Promise, JsValue>) -> Option<bool> {
    // Outside of a secure context there is no storage manager, and asking it throws.
    JsFuture::from(promise.ok()?).await.ok()?.as_bool()
}
