//! The three worlds that lie beside each other: the diary and both futures of its copy.

/// The diary and both futures: what they are called, and their class.
pub(super) const WORLDS: [(&str, &str); 3] =
    [("The diary", "of-diary"), ("Plain replay", "of-replay"), ("Decided again", "of-deciding")];
