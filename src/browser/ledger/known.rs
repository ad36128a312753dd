//! Whether there is a database, without making one.

use js_sys::{Array, Function, Promise, Reflect, futures::JsFuture};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};

use super::DATABASE;

/// How long the browser may take to tell. It usually takes 1 ms.
const PATIENCE_MS: i32 = 300;

/// Whether it may have been opened before. In doubt it has.
pub async fn may_exist() -> bool {
    names().await.is_none_or(|names| names.iter().any(|name| name == DATABASE))
}

/// The names of all databases of this origin; none when the browser can't tell, or not soon.
async fn names() -> Option<Vec<String>> {
    let factory = property(&js_sys::global(), "indexedDB")?;
    let ask = property(&factory, "databases")?.dyn_into::<Function>().ok()?;
    let told = ask.call0(&factory).ok()?.dyn_into::<Promise>().ok()?;
    let silence = Promise::new(&mut |resolve, _| {
        let _timer =
            window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, PATIENCE_MS);
    });
    let first = JsFuture::from(Promise::race(&Array::of2(&told, &silence))).await.ok()?;
    let list = first.dyn_into::<Array>().ok()?;
    Some(list.iter().filter_map(|known| property(&known, "name")?.as_string()).collect())
}

fn property(of: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(of, &name.into()).ok()
}
