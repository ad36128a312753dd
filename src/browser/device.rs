//! What the device promises: how much room there is, and whether it may be cleared.

use js_sys::futures::JsFuture;
use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlDocument;

use super::{ledger, shelf::Shelf};
use crate::keeping::{PREFIX, Shelf as _};

/// A cookie remembers that there are diaries here: when both stores are empty all the same, the
/// browser has cleared them, and a reader must not be greeted as a new one.
const WITNESS: &str = "event-diary=1";

/// Lets the witness remember that something is kept here, for 400 days, which is the most that
/// browsers allow.
pub fn remember() {
    if let Some(page) = html_document() {
        // Where cookies are blocked there is no witness, and nothing else is worse for it.
        let _kept = page.set_cookie(&format!("{WITNESS};max-age=34560000;SameSite=Strict"));
    }
}

/// Whether the witness remembers that something was kept here.
pub fn remembers() -> bool {
    let cookies = html_document().and_then(|page| page.cookie().ok()).unwrap_or_default();
    cookies.split("; ").any(|cookie| cookie == WITNESS)
}

fn html_document() -> Option<HtmlDocument> {
    document().dyn_into().ok()
}

/// Whether somebody is here for the first time, as far as can be told: then there is nothing to be
/// opened, and all that keeps can be fetched later. In doubt it is somebody who comes back.
pub async fn has_somebody_new() -> bool {
    let is_bare = |shelf: Shelf| shelf.keys(PREFIX).is_ok_and(|keys| keys.is_empty());
    !remembers() && Shelf::find().is_ok_and(is_bare) && !ledger::may_exist().await
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
