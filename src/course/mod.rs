//! What we teach, as data. Pure.

mod stories;

mod big;

pub mod bench;

pub use big::{MOST_ENTRIES, big_diary};
pub use stories::{COURSE_NOW, Stories, course, free_play};
