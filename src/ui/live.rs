//! Parts of a view that change, behind one type each.
//!
//! Leptos writes its machinery anew for every closure type that it meets in a view. Behind a shared
//! `dyn` it is written once for each kind of value, which took a sixth off the wasm.

use std::sync::{Arc, Mutex};

use leptos::{
    prelude::{AnyView, Callable, Callback, Effect, For, ForProps, IntoAny, Memo, on_cleanup},
    reactive::graph::{Observer, Subscriber},
    tachys::reactive_graph::SharedReactiveFunction,
};

/// Lets whoever reads signals just now be forgotten by them when it goes. Leptos 0.8 forgets a reader
/// when the signal changes next, and with a memo never: whatever lives as long as the page would
/// remember all that ever looked at it, some 47 kB for each visit of a place.
fn forget_at_the_end() {
    if let Some(this) = Observer::get() {
        on_cleanup(move || this.clear_sources(&this));
    }
}

/// A text, a flag or a view that follows the signals it reads.
pub fn live<T>(mut now: impl FnMut() -> T + Send + 'static) -> SharedReactiveFunction<T> {
    Arc::new(Mutex::new(move || {
        forget_at_the_end();
        now()
    }))
}

/// A value that follows the signals it reads. Who reads it hears of it only when it is another one.
pub fn memo<T: PartialEq + Send + Sync + 'static>(
    now: impl Fn(Option<&T>) -> T + Send + Sync + 'static,
) -> Memo<T> {
    Memo::new(move |before| {
        forget_at_the_end();
        now(before)
    })
}

/// The same of a value that is large and read on from: it gets what it was, and says whether it has changed.
pub fn memo_owning<T: Send + Sync + 'static>(
    now: impl Fn(Option<T>) -> (T, bool) + Send + Sync + 'static,
) -> Memo<T> {
    Memo::new_owning(move |before| {
        forget_at_the_end();
        now(before)
    })
}

/// Something that is done now and whenever a signal that it reads has changed.
pub fn effect<T: 'static>(mut then: impl FnMut(Option<T>) -> T + 'static) {
    Effect::new(move |before| {
        forget_at_the_end();
        then(before)
    });
}

/// A view that follows the signals it reads, and may be none or several.
pub fn views<V: IntoAny>(
    mut now: impl FnMut() -> V + Send + 'static,
) -> SharedReactiveFunction<AnyView> {
    live(move || now().into_any())
}

/// What happens on an event.
pub fn on<E>(then: impl FnMut(E) + 'static) -> Box<dyn FnMut(E)> {
    Box::new(then)
}

/// A list whose items are told apart by their keys: each stays what it is, and where it is, while
/// others come and go.
pub fn keyed(
    keys: impl Fn() -> Vec<String> + Send + Sync + 'static,
    item: impl Fn(String) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let (keys, item) = (Callback::new(move |()| keys()), Callback::new(item));
    list(keys, item)
}

fn list(keys: Callback<(), Vec<String>>, item: Callback<String, AnyView>) -> AnyView {
    For(ForProps {
        each: move || {
            forget_at_the_end();
            keys.run(())
        },
        key: String::clone,
        children: move |key| item.run(key),
    })
    .into_any()
}
