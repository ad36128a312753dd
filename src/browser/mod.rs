//! The shell: the only code that touches `window`. It carries text and knows nothing of ours.

pub mod clock;
pub mod device;
pub mod dom;
pub mod files;
pub mod focus;
pub mod indexed_db;
pub mod local_storage;
pub mod location;
pub mod random;
pub mod scroll;
pub mod sight;
pub mod size;
pub mod tabs;
pub mod theme;
pub mod trade_words;
