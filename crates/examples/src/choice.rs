//! What a menu offers.

/// One choice of a menu.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What stands for it: the value of the `<option>`.
    pub key: String,
    /// What the reader sees.
    pub words: String,
}
