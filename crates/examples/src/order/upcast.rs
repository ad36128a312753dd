//! Old forms of the order's facts, read as what they meant.
//!
//! **Without a quantity.** A removal said only what was taken out, and meant all of it:
//!
//! ```text
//! "item_removed",{"name":"mug"}
//! ```
//!
//! Today it says how many: `{"name":"mug","quantity":2}`. The old form means for ever what it meant
//! then. Nothing is guessed: how many there were is what the entries before it add up to.

use serde::Deserialize;
use serde_json::value::RawValue;

/// The content of a fact in today's form, when it was stored in an older one.
pub(super) fn upcast(name: &str, content: &str) -> Option<String> {
    match name {
        "item_removed" => all_removed(content),
        _ => None,
    }
}

fn all_removed(content: &str) -> Option<String> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct WithoutQuantity<'a> {
        #[serde(borrow)]
        name: &'a RawValue,
    }
    let WithoutQuantity { name } = serde_json::from_str(content).ok()?;
    Some(format!(r#"{{"name":{name},"quantity":"all"}}"#))
}
