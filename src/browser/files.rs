//! Files that the reader gives to the page, and that the page gives to the reader.

use gloo_timers::callback::Timeout;
use js_sys::{Array, Uint8Array, futures::JsFuture};
use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, Event, File, HtmlAnchorElement, HtmlInputElement, Url};

/// When a browser has surely taken hold of a file. The press only tells it where the file is: some
/// come for it later, after they have asked where to put it, and find nothing at an address that
/// was taken back at once. Until then the text stays in memory; it goes with the page in any case.
const FETCHED_AFTER_MS: u32 = 10 * 60 * 1_000;

/// Hands a text to the reader as a file with this name.
///
/// # Errors
/// The browser can't make a file; in words.
pub fn save(name: &str, parts: impl Iterator<Item = String>) -> Result<(), String> {
    let parts: Array = parts.map(|part| JsValue::from(&part)).collect();
    let options = BlobPropertyBag::new();
    options.set_type("application/jsonl");
    let words = |_| "The browser can’t make a file of it.".to_owned();
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options).map_err(words)?;
    let url = Url::create_object_url_with_blob(&blob).map_err(words)?;
    let link: HtmlAnchorElement = document().create_element("a").map_err(words)?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    Timeout::new(FETCHED_AFTER_MS, move || {
        // An address that is gone already is what was wanted.
        let _gone = Url::revoke_object_url(&url);
    })
    .forget();
    Ok(())
}

/// The file that was chosen in the field where this happened. Choosing the same one again happens
/// again.
pub fn chosen(event: &Event) -> Option<File> {
    let field: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = field.files()?.get(0)?;
    field.set_value("");
    Some(file)
}

/// Everything in a file.
///
/// # Errors
/// It can't be read: the browser has no right to, or it has gone.
pub async fn bytes(file: &File) -> Result<Vec<u8>, String> {
    let bytes = JsFuture::from(file.array_buffer()).await;
    let bytes = bytes.map_err(|_| "The browser can’t read this file.".to_owned())?;
    Ok(Uint8Array::new(&bytes).to_vec())
}
