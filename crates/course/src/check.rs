//! Questions before the course and after it, so that learners see what they have gained.
//!
//! Half of them are near to what the chapters show, half are about something else altogether. Which
//! answer is right is told only after the second round.

mod questions;

use serde::{Deserialize, Serialize};

pub use questions::CHECK;

use super::guess::Choice;

/// When the questions are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Round {
    /// Before the course.
    Before,
    /// After it.
    After,
}

/// How far a question is from what the chapters show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Transfer {
    /// The same things in other words.
    Near,
    /// The same idea in another trade.
    Far,
}

/// A question of the check. One of its choices is right.
#[derive(Debug)]
pub struct CheckQuestion {
    /// Its name in the learning diary.
    pub name: &'static str,
    /// How far it is from the chapters.
    pub transfer: Transfer,
    /// The question.
    pub ask: &'static str,
    /// The choices, as they are shown.
    pub choices: &'static [Choice],
}

/// Whether this choice answers this question rightly; `None` when there is no such answer.
pub fn is_right(question: &str, choice: &str) -> Option<bool> {
    let question = CHECK.iter().find(|it| it.name == question)?;
    question.choices.iter().find(|it| it.name == choice).map(|it| it.right)
}

/// The place of a question in the check, counted from 0.
pub(super) fn place_of(question: &str) -> Option<usize> {
    CHECK.iter().position(|it| it.name == question)
}
