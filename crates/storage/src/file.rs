//! A diary as a file: JSON Lines that say what the diary says, and what was set aside of it.
//!
//! ```text
//! {"event-diary":1,"kind":"bank","name":"bank-1","title":"Rent","created":1767603600000,"entries":2,"fingerprint":"53667fa8"}
//! [1,1767603600000,"account_opened",{"account":"everyday","owner":"Ana"},"79d3c303"]
//! [2,1768032900000,"deposited",{"account":"everyday","cents":50000},"53667fa8"]
//! {"set aside":"broken/1/00000","text":"…"}
//! ```
//!
//! The first line says what the file is. Then comes each entry as it is stored, with its link as
//! the last item, then each text that was set aside. Such a text may be anything, also half of a
//! surrogate pair (`\ud83e`), which no string of ours can hold: it stays JSON, as it was written.

mod report;

mod header;

mod first;

mod import;

mod limits;

use serde::Serialize;
use serde_json::value::RawValue;

pub use first::{kind_of, text_of};
use header::{FileHeader, VERSION};
pub use import::{Import, Incoming};
pub use limits::{LARGEST_FILE, LONGEST_TEXT, LONGEST_TITLE, MOST_ENTRIES, ReadBack};
pub use report::{Problem, Report};

use super::{StoredDiary, header::is_segment};
use diary::{ChainHash, StoredEvent, line_of};

/// The lines of the file for a diary of this kind, each with its line end, one by one so that a
/// long diary can be written in slices.
///
/// `set_aside` has, for each text, its key behind the diary's name (`broken/1/00000`) and the text
/// as JSON.
pub fn export_lines<'v, E: StoredEvent>(
    kind: &str,
    stored: &'v StoredDiary<E>,
    set_aside: &'v [(String, String)],
) -> impl Iterator<Item = String> + use<'v, E> {
    let header = FileHeader {
        version: VERSION,
        kind: kind.to_owned(),
        name: Some(stored.name().to_owned()),
        title: stored.title().map(str::to_owned),
        created: Some(stored.created().timestamp_millis()),
        entries: Some(stored.diary().len()),
        fingerprint: Some(stored.fingerprint().to_string()),
    };
    let entries = stored.diary().entries().iter().scan(ChainHash::default(), |link, entry| {
        let (line, next) = line_of(entry, link);
        *link = next;
        let json = line.rsplit_once("]|").map_or(line.as_str(), |(json, _)| json);
        Some(format!("{json},\"{next}\"]\n"))
    });
    let set_aside = set_aside.iter().map(|(place, text)| {
        // A key may be anything as well. What lies under it matters more than what it was called.
        let place = if is_place(place) { place } else { "broken/unnamed" };
        format!("{{\"set aside\":{},\"text\":{}}}\n", json(place), literal(text))
    });
    std::iter::once(json(&header) + "\n").chain(entries).chain(set_aside)
}

/// The text as it is when it is a JSON string on one line, and otherwise as a JSON string: what a
/// reader has kept is not left out because somebody handed it over in the wrong form.
fn literal(text: &str) -> String {
    let is_string = text.starts_with('"') && !text.contains(['\n', '\r']);
    if is_string && serde_json::from_str::<&RawValue>(text).is_ok_and(|raw| raw.get() == text) {
        return text.to_owned();
    }
    json(text)
}

/// Where something can have been: `broken/1/00000`, or `00000` and `meta` when the page that wrote
/// the file had not set it aside yet. Many lines may come from one place.
fn is_place(place: &str) -> bool {
    let is_aside = place.strip_prefix("broken/").is_some_and(|rest| !rest.is_empty());
    place.len() <= LONGEST_TEXT
        && !place.contains(char::is_control)
        && (is_aside || place == "meta" || is_segment(place))
}

fn json<T: Serialize + ?Sized>(value: &T) -> String {
    // Plain structs and texts can always be written; there would be nothing to say otherwise.
    serde_json::to_string(value).unwrap_or_default()
}
