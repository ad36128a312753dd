//! Diary ⇄ text. Nothing else in the program knows how a diary looks when it is stored.
//!
//! An entry is one line: compact JSON, a bar, and its [`ChainHash`] in the chain.
//!
//! ```text
//! [2,1768032900000,"deposited",{"account":"everyday","cents":50000}]|53667fa8
//! ```
//!
//! Where an entry has a day on which it is true, the day is the last field of its content:
//! `{"account":"everyday","cents":3000,"true_on":"2026-02-27"}`.
//!
//! The text is plain ASCII, because `WebKit` counts a string with any other character double
//! against the room that a page has.

use std::{borrow::Cow, io};

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::{Serializer, ser::Formatter, value::RawValue};

use super::{
    ChainHash, Entry, FormatError, StoredEvent,
    entry::{LAST_MILLISECOND, allowed},
};

/// The version of this format. An older one is read for ever; a newer one is refused, not guessed.
pub const FORMAT: u32 = 1;

/// What stands before the day on which an entry is true. No event has a field of this name.
///
/// A version from before there were such days therefore meets an event that it doesn't know: it
/// leaves the diary as it is, and says so ([`FormatError::UnknownEvent`]). A fifth item on the line
/// would have been damage to it, to be cut off and set aside, unless the record named a new format;
/// and the record may lag behind the lines. So the format is still 1.
const TRUE_ON: &str = "\"true_on\":\"";

/// A stored line that has been checked, with its event still as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredEntry {
    number: usize,
    /// When it was written.
    pub at: DateTime<Utc>,
    true_on: Option<NaiveDate>,
    name: String,
    content: String,
}

impl StoredEntry {
    /// Reads the event, brought up to date if it is stored in an older form.
    ///
    /// # Errors
    /// There is no such event, or its content is not what it should be.
    pub fn entry<E: StoredEvent>(self) -> Result<Entry<E>, FormatError> {
        let Self { number, at, true_on, name, content } = self;
        let (event, old_form) = read_event(&name, &content)?;
        Ok(Entry { number, at, true_on, event, old_form })
    }
}

/// Reads an event by its name and its content, and says how it is stored if that is an older form.
/// Wherever an event lies, it is read by this.
pub(super) fn read_event<E: StoredEvent>(
    name: &str,
    content: &str,
) -> Result<(E, Option<Box<str>>), FormatError> {
    let event = |content: &str| format!("{{{}:{content}}}", ascii_json(name));
    let (text, old_form) = match E::upcast(name, content) {
        None => (event(content), None),
        Some(new) => (event(&new), Some(event(content).into_boxed_str())),
    };
    match serde_json::from_str(&text) {
        Ok(event) => Ok((event, old_form)),
        Err(error) => {
            Err(FormatError::UnknownEvent { name: name.to_owned(), why: error.to_string() })
        }
    }
}

/// What a diary says about itself, beside its entries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StreamMeta {
    format: u32,
    /// When the diary was begun (UTC milliseconds).
    pub created: i64,
    /// How many entries it has.
    pub head: usize,
    /// The link of its last line.
    pub fingerprint: String,
    /// What its reader calls it, if they have named it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
}

impl StreamMeta {
    /// The record of a diary in this version's format.
    pub fn new(
        created: DateTime<Utc>,
        head: usize,
        link: ChainHash,
        title: Option<String>,
    ) -> Self {
        let (created, fingerprint) = (created.timestamp_millis(), link.to_string());
        Self { format: FORMAT, created, head, fingerprint, title }
    }

    /// Reads a record.
    ///
    /// # Errors
    /// [`FormatError::BadMeta`], or [`FormatError::Newer`] for one that can't be known today.
    pub fn read(text: &str) -> Result<Self, FormatError> {
        read_versioned(text, FormatError::BadMeta)
    }

    /// The record as it is stored.
    pub fn text(&self) -> String {
        ascii_json(self)
    }
}

/// Reads what says its format beside other things. The format comes first: what else stands in a
/// newer text can't be known today.
pub(super) fn read_versioned<T: DeserializeOwned>(
    text: &str,
    bad: fn(String) -> FormatError,
) -> Result<T, FormatError> {
    #[derive(Deserialize)]
    struct Version {
        format: u32,
    }
    let bad = |error: serde_json::Error| bad(error.to_string());
    let Version { format } = serde_json::from_str(text).map_err(bad)?;
    if format > FORMAT {
        return Err(FormatError::Newer(format));
    }
    serde_json::from_str(text).map_err(bad)
}

/// The link of the last of these lines, from the diary's first: what it is known by elsewhere.
pub fn fingerprint<E: Serialize>(entries: &[Entry<E>]) -> ChainHash {
    entries.iter().fold(ChainHash::default(), |link, entry| line_of(entry, &link).1)
}

/// Writes one entry as a line (without a line end) and returns it with its link.
pub fn line_of<E: Serialize>(entry: &Entry<E>, previous: &ChainHash) -> (String, ChainHash) {
    let event = match &entry.old_form {
        Some(text) => Cow::Borrowed(&**text),
        None => Cow::Owned(ascii_json(&entry.event)),
    };
    chained(entry.number, entry.at, &event, entry.true_on, previous)
}

fn chained(
    number: usize,
    at: DateTime<Utc>,
    event: &str,
    true_on: Option<NaiveDate>,
    previous: &ChainHash,
) -> (String, ChainHash) {
    // Serde writes an event as `{"name":{…}}`. Without the braces and with a comma for the first
    // colon it is the two last items of the line.
    let event = event.trim_start_matches('{').strip_suffix('}').unwrap_or(event);
    let event = event.replacen("\":", "\",", 1);
    let event = match true_on {
        Some(day) => with_day(&event, day),
        None => event,
    };
    let json = format!("[{number},{},{event}]", at.timestamp_millis());
    let link = previous.next(&json);
    (format!("{json}|{link}"), link)
}

/// Reads one line: the entry `expected` (counted from 1), whose link follows `previous`.
///
/// # Errors
/// What is wrong with the line, see [`FormatError`].
pub fn read_line<E: StoredEvent>(
    line: &str,
    expected: usize,
    previous: &ChainHash,
) -> Result<(Entry<E>, ChainHash), FormatError> {
    let (stored, link) = check_line(line, expected, previous)?;
    Ok((stored.entry()?, link))
}

/// Reads one line up to its event.
///
/// # Errors
/// What is wrong with the line, see [`FormatError`].
pub fn check_line(
    line: &str,
    expected: usize,
    previous: &ChainHash,
) -> Result<(StoredEntry, ChainHash), FormatError> {
    let (json, kept_link) = line.rsplit_once('|').ok_or(FormatError::Torn)?;
    let link = previous.next(json);
    if !link.is_written_as(kept_link) {
        return Err(FormatError::BrokenChain);
    }
    let (number, ms, name, content): (usize, i64, String, &RawValue) =
        serde_json::from_str(json).map_err(|error| FormatError::NotAnEntry(error.to_string()))?;
    if number != expected {
        return Err(FormatError::WrongNumber { expected, found: number });
    }
    let at = instant(ms).ok_or(FormatError::BadTime(ms))?;
    let (content, true_on) = match without_day(content.get()) {
        Some((content, day)) => (content, Some(day)),
        None => (content.get().to_owned(), None),
    };
    Ok((StoredEntry { number, at, true_on, name, content }, link))
}

/// An event, as text that ends with its content, with a day as the last field in that.
fn with_day(event: &str, day: NaiveDate) -> String {
    let fields = event.strip_suffix('}').unwrap_or(event);
    let comma = if fields.ends_with('{') { "" } else { "," };
    format!("{fields}{comma}{TRUE_ON}{day}\"}}")
}

/// A content without the day in it, and the day. Only what [`with_day`] has written is taken for
/// one: whatever else looks like it is left where it is, as a field that no event knows.
fn without_day(content: &str) -> Option<(String, NaiveDate)> {
    // In a text, the quotes would have backslashes before them.
    let (fields, day) = content.strip_suffix("\"}")?.rsplit_once(TRUE_ON)?;
    let fields = if fields == "{" { fields } else { fields.strip_suffix(',')? };
    Some((format!("{fields}}}"), day_of(day)?))
}

/// Reads a day as it is written: `2026-02-27`.
fn day_of(text: &str) -> Option<NaiveDate> {
    let mut parts = text.split('-').map_while(|part| part.parse::<u16>().ok());
    let mut next = || parts.next();
    let day = NaiveDate::from_ymd_opt(next()?.into(), next()?.into(), next()?.into())?;
    (allowed(day) == day && day.to_string() == text).then_some(day)
}

/// JSON in which every character outside of ASCII is escaped.
///
/// # Panics
/// On a map whose keys are no texts. What is stored here are plain structs.
pub fn ascii_json<T: Serialize + ?Sized>(value: &T) -> String {
    let mut bytes = Vec::new();
    value
        .serialize(&mut Serializer::with_formatter(&mut bytes, Ascii))
        .expect("events are plain structs with text keys, and memory doesn't refuse a write");
    String::from_utf8(bytes).expect("ASCII is UTF-8")
}

fn instant(ms: i64) -> Option<DateTime<Utc>> {
    (0..=LAST_MILLISECOND).contains(&ms).then(|| DateTime::from_timestamp_millis(ms))?
}

/// Compact JSON, escaped to ASCII as RFC 8259 allows: `\u` and four digits for each UTF-16 unit.
struct Ascii;

impl Formatter for Ascii {
    fn write_string_fragment<W: ?Sized + io::Write>(
        &mut self,
        writer: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        for character in fragment.chars() {
            if character.is_ascii() {
                writer.write_all(&[character as u8])?;
            } else {
                for unit in character.encode_utf16(&mut [0; 2]) {
                    write!(writer, "\\u{unit:04x}")?;
                }
            }
        }
        Ok(())
    }
}
