//! Ids by which a part of the page leads to another that it doesn’t know.

/// The id of the opening question: where a place begins.
pub(super) const OPENING: &str = "opening";
