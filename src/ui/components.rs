//! What is the same wherever it stands on the page: controls under their labels, menus, links to entries and to words.

pub mod day_field;
pub mod entry_link;
pub mod entry_links;
pub mod field;
pub mod labelled;
pub mod select;
pub mod term;
