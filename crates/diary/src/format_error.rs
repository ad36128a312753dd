//! Why stored text can't be read.

use std::fmt;

/// Why stored text is not a diary, or stops being one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FormatError {
    /// The line has no `|` and link at its end: it was torn.
    Torn,
    /// The line is not what was written: its link doesn't follow from the line and those before.
    BrokenChain,
    /// The line is not `[number, time, name, content]`; the text says where it goes wrong.
    NotAnEntry(String),
    /// The content is not that of an event that this version knows.
    UnknownEvent {
        /// The event's stored name.
        name: String,
        /// What is wrong with it.
        why: String,
    },
    /// Another entry stands here: some are missing, doubled or swapped.
    WrongNumber {
        /// The number that comes next.
        expected: usize,
        /// The number on the line.
        found: usize,
    },
    /// The time lies outside the years 1970 to 9999, or before that of the entry above.
    BadTime(i64),
    /// The diary's own record of itself can't be read.
    BadMeta(String),
    /// A kept branch can't be read.
    BadNote(String),
    /// The diary was written by a newer version, in this format.
    Newer(u32),
    /// Fewer entries are there than were kept.
    Missing {
        /// The number of the last entry that was kept.
        kept: usize,
    },
}

impl fmt::Display for FormatError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Torn => write!(f, "the line is cut off"),
            Self::BrokenChain => write!(f, "the line was changed after it was written"),
            Self::NotAnEntry(why) => write!(f, "the line is not an entry ({why})"),
            Self::UnknownEvent { name, why } => {
                write!(f, "“{name}” is not a kind of entry that this version can read ({why})")
            }
            Self::WrongNumber { expected, found } => {
                write!(f, "entry {expected} should stand here, but it is entry {found}")
            }
            Self::BadTime(ms) => write!(
                f,
                "its time ({ms} ms) is before that of the entry above, or not in the years 1970 \
                 to 9999"
            ),
            Self::BadMeta(why) => write!(f, "the diary’s record of itself can’t be read ({why})"),
            Self::BadNote(why) => write!(f, "the branch can’t be read ({why})"),
            Self::Newer(format) => {
                write!(
                    f,
                    "a newer version of this page wrote it (format {format}); reload the page"
                )
            }
            Self::Missing { kept } => {
                write!(f, "entries up to {kept} were kept, but are not there")
            }
        }
    }
}

impl std::error::Error for FormatError {}
