//! What is the same wherever it stands on the page: controls under their labels, menus, and links to entries.

pub mod day_field;
pub mod entry_link;
pub mod entry_links;
pub mod field;
pub mod labelled;
pub mod select;
