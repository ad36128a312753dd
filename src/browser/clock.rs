//! The reader's clock and calendar.

use chrono::{DateTime, Local, Utc};
use js_sys::{Array, Intl, Object, Reflect};

/// The reader's time zone, as the browser has it, with its changes of clock.
pub const ZONE: Local = Local;

/// The moment on the reader's clock.
pub fn now() -> DateTime<Utc> {
    Utc::now()
}

/// The name of the reader's time zone, such as “Europe/Berlin”.
pub fn zone_name() -> String {
    let options = Intl::DateTimeFormat::new(&Array::new(), &Object::new()).resolved_options();
    Reflect::get(&options, &"timeZone".into())
        .ok()
        .and_then(|name| name.as_string())
        .unwrap_or_else(|| "your time zone".into())
}
