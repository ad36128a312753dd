//! What was set aside elsewhere and came with a file.

use indexed_db_futures::{
    BuildPrimitive, error::Error, query_source::QuerySource, transaction::Transaction,
};
use js_sys::JSON;
use wasm_bindgen::JsValue;

use super::{BROKEN, range};
use crate::keeping::find_room;

/// Puts each text where none lies yet.
pub(super) async fn take_in(
    transaction: &Transaction<'_>,
    name: &str,
    texts: &[(String, String)],
) -> Result<(), Error> {
    if texts.is_empty() {
        return Ok(());
    }
    let broken = transaction.object_store(BROKEN)?;
    let keys = broken.get_all_keys::<JsValue>().with_query::<String, _>(range(name, 0));
    let start = format!("{name}/");
    let place = |key: JsValue| Some(key.as_string()?.strip_prefix(&start)?.to_owned());
    let mut taken = Vec::new();
    for key in keys.primitive()?.await? {
        taken.extend(place(key?));
    }
    for (place, literal) in find_room(taken.iter().map(String::as_str), texts) {
        // A text is JSON, since no string of ours holds half of a surrogate pair; what is no JSON is
        // kept as it came.
        let text = JSON::parse(&literal).unwrap_or_else(|_| JsValue::from_str(&literal));
        let _sent = broken.add(text).with_key(start.clone() + &place).primitive()?;
    }
    Ok(())
}
