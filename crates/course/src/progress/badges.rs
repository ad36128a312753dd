//! Badges: what the learner may be glad of.

use crate::{chapter::Part, syllabus::PARTS};

/// Something to be glad of. None is for speed or for days in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Badge {
    /// A first guess, right or wrong.
    Dared,
    /// A first surprise: a guess that was not right, and seen through to the end.
    Surprised,
    /// All of a part, each chapter with a guess.
    Part(char),
    /// Both rounds of the check.
    Measured,
}

/// A badge, and the entry that earned it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Earned {
    /// The badge.
    pub badge: Badge,
    /// The number of the entry in the learning diary.
    pub entry: usize,
}

impl Badge {
    /// All badges.
    pub fn all() -> impl Iterator<Item = Self> {
        let parts = PARTS.iter().map(|part| Self::Part(part.letter));
        [Self::Dared, Self::Surprised].into_iter().chain(parts).chain([Self::Measured])
    }

    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::Dared => "First guess",
            Self::Surprised => "A good surprise",
            Self::Part(letter) => part(letter).map_or("", |part| part.badge),
            Self::Measured => "Checked twice",
        }
    }

    /// What it is for.
    pub fn what_for(self) -> &'static str {
        match self {
            Self::Dared => "You committed to a guess before you saw the answer.",
            Self::Surprised => "A guess was not right, and you saw why. This is how people learn.",
            Self::Part(letter) => part(letter).map_or("", |part| part.badge_for),
            Self::Measured => "You answered all questions before the course and after it.",
        }
    }
}

fn part(letter: char) -> Option<&'static Part> {
    PARTS.iter().copied().find(|part| part.letter == letter)
}
