//! Why a store doesn't do what it was asked.

use std::fmt;

/// Why a store doesn't take or give something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// The browser doesn't let this page keep anything there.
    Blocked,
    /// There is no room left.
    Full,
    /// It was asked and didn't answer.
    Silent,
    /// The browser took a transaction back and didn't say why.
    Aborted,
    /// A newer version of the page keeps diaries there in its own way.
    Newer,
    /// Something else; the browser's own words.
    Failed(String),
    /// It isn't known whether it was done; the browser's own words.
    Unknown(String),
}

impl StoreError {
    /// Whether the browser has no such store for this page. Everything else says that there is one,
    /// which can't be asked just now: a store that is silent is not one that is missing.
    pub fn is_missing(&self) -> bool {
        *self == Self::Blocked
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Blocked => write!(f, "this browser does not let the page keep anything"),
            Self::Full => write!(f, "the room that this browser gives to the page is full"),
            Self::Silent => write!(f, "this browser’s storage does not answer"),
            Self::Aborted => write!(f, "the browser took it back and gave no reason"),
            Self::Newer => {
                write!(f, "a newer version of this page has been here; reload the page")
            }
            Self::Failed(why) => write!(f, "the browser says “{why}”"),
            Self::Unknown(why) => write!(f, "the browser did not say whether it kept it ({why})"),
        }
    }
}

impl std::error::Error for StoreError {}
