//! Tells when an element has another size: with the window, the type, or what stands beside it.

use js_sys::Array;
use leptos::prelude::{StoredValue, WithValue};
use leptos::reactive::owner::LocalStorage;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, ResizeObserver};

use super::dom;

/// Watches an element until what it was made in goes away.
#[derive(Clone, Copy)]
pub struct Watch(StoredValue<Watching, LocalStorage>);

struct Watching {
    /// A browser that has none of these tells of no size.
    observer: Option<ResizeObserver>,
    _then: Closure<dyn Fn(Array)>,
}

impl Watch {
    /// Calls `then` once the element that is watched has its first size, and with each other one,
    /// before that is painted.
    pub fn new(then: impl Fn() + 'static) -> Self {
        let then = Closure::<dyn Fn(Array)>::new(move |_| then());
        let observer = ResizeObserver::new(then.as_ref().unchecked_ref()).ok();
        Self(StoredValue::new_local(Watching { observer, _then: then }))
    }

    /// Begins with the element with this id, which must be on the page by now.
    pub fn begin(self, id: &str) {
        self.0.try_with_value(|Watching { observer, .. }| {
            if let (Some(observer), Some(element)) = (observer, dom::element::<Element>(id)) {
                observer.observe(&element);
            }
        });
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
}
