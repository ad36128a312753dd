//! Old forms of events, brought up to date when they are read.
//!
//! What is stored is never rewritten: the chain was made from it, and somebody may have kept its
//! last link on paper. So an event that is stored in another way today has an **upcaster**, which
//! turns the old text into that of today, and an [`Entry`](super::Entry) that was read through one
//! keeps the old text, so that the diary is written, exported and sealed as it always was.
//!
//! An upcaster is pure, and it knows for itself all that it needs: were it to look at something that
//! the next release changes, an old line would mean something else from that day on.

use serde::{Serialize, de::DeserializeOwned};

/// An event that can be stored. Its variants have named fields, if only none of them (`Shipped {}`):
/// a line is written as a name and its content.
pub trait StoredEvent: Clone + Serialize + DeserializeOwned {
    /// The content of an event in today's form, when it was stored in an older one; `None` when
    /// there is nothing to bring up to date. Both are JSON.
    fn upcast(_name: &str, _content: &str) -> Option<String> {
        None
    }
}
