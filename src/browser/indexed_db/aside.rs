//! What can't be read is set aside, and what was set aside elsewhere comes with a file.

use indexed_db_futures::{
    BuildPrimitive, error::Error, object_store::ObjectStore, query_source::QuerySource,
    transaction::Transaction,
};
use js_sys::JSON;
use wasm_bindgen::JsValue;

use super::keys::{BROKEN, key, range};
use storage::find_room;

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

/// What was set aside of a diary: where it lay, and what it was, as JSON.
pub(super) async fn all(
    transaction: &Transaction<'_>,
    name: &str,
) -> Result<Vec<(String, String)>, Error> {
    let broken = transaction.object_store(BROKEN)?;
    let keys = broken.get_all_keys::<JsValue>().with_query::<String, _>(range(name, 0));
    let values = broken.get_all::<JsValue>().with_query::<String, _>(range(name, 0));
    let (keys, values) = (keys.primitive()?, values.primitive()?);
    let place = |key: JsValue| {
        let key = key.as_string().unwrap_or_default();
        format!("broken{}", key.strip_prefix(name).unwrap_or_default())
    };
    let literal = |value: JsValue| JSON::stringify(&value).ok()?.as_string();
    let mut all = Vec::new();
    for (key, value) in keys.await?.zip(values.await?) {
        all.push((place(key?), literal(value?).unwrap_or_default()));
    }
    Ok(all)
}

/// Moves lines to where nothing is ever written over, whatever they are.
pub(super) async fn set_aside(
    transaction: &Transaction<'_>,
    entries: &ObjectStore<'_>,
    name: &str,
    numbers: &[usize],
) -> Result<(), Error> {
    if numbers.is_empty() {
        return Ok(());
    }
    let broken = transaction.object_store(BROKEN)?;
    // Each time has a folder of its own, so that no line takes the place of an older one.
    let mut time = 1;
    loop {
        let folder = range(&format!("{name}/{time}"), 0);
        let keys = broken.get_all_keys::<JsValue>().with_query::<String, _>(folder).with_limit(1);
        if keys.primitive()?.await?.next().is_none() {
            break;
        }
        time += 1;
    }
    for number in numbers {
        let value: Option<JsValue> = entries.get(key(name, *number)).primitive()?.await?;
        let aside = key(&format!("{name}/{time}"), *number);
        let _sent = broken.add(value.unwrap_or_default()).with_key(aside).primitive()?;
        let _sent = entries.delete(key(name, *number)).primitive()?;
    }
    Ok(())
}
