//! What we teach, as data. Pure.

mod stories;

pub use stories::{COURSE_NOW, Stories, course, free_play};
