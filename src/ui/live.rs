//! Parts of a view that change, behind one type each.
//!
//! Leptos writes its machinery anew for every closure type that it meets in a view. Behind a shared
//! `dyn` it is written once for each kind of value, which took a sixth off the wasm.

use std::sync::{Arc, Mutex};

use leptos::{
    prelude::{AnyView, Callable, Callback, For, ForProps, IntoAny},
    tachys::reactive_graph::SharedReactiveFunction,
};

/// A text, a flag or a view that follows the signals it reads.
pub fn live<T>(now: impl FnMut() -> T + Send + 'static) -> SharedReactiveFunction<T> {
    Arc::new(Mutex::new(now))
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
        each: move || keys.run(()),
        key: String::clone,
        children: move |key| item.run(key),
    })
    .into_any()
}
