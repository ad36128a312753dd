//! What can be done with a diary that is kept.

use leptos::prelude::Callback;

/// What can be done with one of the diaries in a drawer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// Open it.
    Open,
    /// Hand it to the reader as a file.
    Export,
    /// Call it something; the text.
    Rename,
    /// Delete it.
    Delete,
}

/// What can be done with the diary of this name; the text is what was typed for it.
pub type Act = Callback<(Deed, String, String)>;
