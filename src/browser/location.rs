//! Where the reader is: the part of the address after `#`, so that every place can be linked.

use leptos::{
    ev,
    prelude::{
        WindowListenerHandle, on_cleanup, window, window_event_listener,
        window_event_listener_untyped,
    },
};
use wasm_bindgen::JsValue;

/// The place in the address, such as `#/bank`; empty when there is none.
pub fn current() -> String {
    window().location().hash().unwrap_or_default()
}

/// The whole address, for paper.
pub fn address() -> String {
    window().location().href().unwrap_or_default()
}

/// Whether the address asks for this: `?present`.
pub fn asks_for(word: &str) -> bool {
    let asked = window().location().search().unwrap_or_default();
    asked.trim_start_matches('?').split('&').any(|asked| asked == word)
}

/// Goes to a place.
pub fn go(hash: &str) {
    // Setting a hash fails in no case that a page can be in: it is not a load.
    let _set = window().location().set_hash(hash);
}

/// Gives the place where the reader is another address, without going anywhere.
pub fn rename(hash: &str) {
    if let Ok(history) = window().history() {
        // It fails only when it is done hundreds of times in seconds, and then the address is old.
        let _renamed = history.replace_state_with_url(&JsValue::NULL, "", Some(hash));
    }
}

/// Calls `then` with the place whenever it changes.
pub fn on_change(then: impl Fn(String) + 'static) {
    // A listener that outlived the app would call into signals that are gone.
    let listening = window_event_listener(ev::hashchange, move |_| then(current()));
    on_cleanup(move || listening.remove());
}

/// Calls `then` when the reader leaves the page, also to come back to it later.
pub fn on_leave(then: impl Fn() + 'static) {
    let listening = window_event_listener(ev::pagehide, move |_| then());
    on_cleanup(move || listening.remove());
}

/// Calls `then` when the reader comes back to the page.
pub fn on_return(then: impl Fn() + Copy + 'static) {
    let listening =
        ["pageshow", "focus"].map(|event| window_event_listener_untyped(event, move |_| then()));
    on_cleanup(move || listening.into_iter().for_each(WindowListenerHandle::remove));
}

/// Calls `then` at each sign that somebody is there: a pointer that presses, a key, or a click, which
/// is all that some readers' software makes.
pub fn on_touch(then: impl Fn() + Copy + 'static) {
    let pointer = window_event_listener(ev::pointerdown, move |_| then());
    let key = window_event_listener(ev::keydown, move |_| then());
    let click = window_event_listener(ev::click, move |_| then());
    on_cleanup(move || {
        pointer.remove();
        key.remove();
        click.remove();
    });
}

/// Lets the browser ask before it leaves the page, for as long as `asks` says so.
pub fn before_leaving(asks: impl Fn() -> bool + 'static) {
    let listening = window_event_listener(ev::beforeunload, move |event| {
        if asks() {
            event.prevent_default();
        }
    });
    on_cleanup(move || listening.remove());
}
