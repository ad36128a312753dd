//! What the two worlds show of how things stand.

/// A cell of the row, or a fact of the moment that is shown, as it stands on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// What tells it apart from the others, the same for ever: `balance`.
    pub key: String,
    /// What stands beside it.
    pub name: String,
    /// What it holds.
    pub value: String,
    /// Whether it is about the figure that is chosen.
    pub is_chosen: bool,
}

impl Cell {
    /// A cell that is about no figure.
    pub fn new(key: &str, name: impl Into<String>, value: impl Into<String>) -> Self {
        Self { key: key.to_owned(), name: name.into(), value: value.into(), is_chosen: false }
    }
}
