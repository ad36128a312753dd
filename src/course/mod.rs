//! What we teach, as data. Pure.
//!
//! Read [`Chapter`] first: what a chapter is.

mod chapter;

mod guess;

mod stage;

mod stories;

pub use chapter::{Chapter, Field, Part, Question, Reveal};
pub use guess::{Card, Choice, Guess, Judged, Kind, Unit, WrongTurn};
pub use stage::{Bench, Deed, Prepared, Stage, Tool, Turn, today};
pub use stories::{COURSE_NOW, Stories, course, free_play};
