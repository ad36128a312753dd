//! What we teach, as data. Pure.
//!
//! Read [`Chapter`] first, which says what a chapter is, then [`chapters`] as a table of contents.
//! [`lesson`] has the rules by which a learner goes through them, and [`Learned`] what the learning
//! diary comes to.

// A chapter as data.
mod chapter;

mod guess;

mod prediction;

mod setup;

mod stories;

mod big;

pub mod demo;

pub use big::{MOST_ENTRIES, big_diary};
// The chapters.
mod prelude;

mod part_a;

mod part_b;

mod part_c;

mod see_also;

mod glossary;

mod check;

mod syllabus;

mod texts;

// The learner.
pub mod lesson;

mod progress;

pub use chapter::{Chapter, Field, Part, Question, Reveal, RevealBy};
pub use check::{CHECK, CheckQuestion, Round, Transfer, is_right};
pub use demo::Demo;
pub use glossary::{GLOSSARY, Term};
pub use guess::{Card, Choice, Guess, Judged, Kind, Unit, WrongTurn};
pub use prediction::{Filled, Prediction};
pub use progress::{Badge, Done, Earned, Learned, Progress, Score, Surprise};
pub use see_also::{Neighbour, SEE_ALSO};
pub use setup::{Action, Deed, Fixture, Setup, Tool, today};
pub use stories::{COURSE_NOW, Stories, calendar, course, free_play};
pub use syllabus::{PARTS, chapter, chapters, part_of};
pub use texts::{Text, When, texts};
