//! The course from its first chapter to its last, and its table of contents for teachers.

use super::{
    chapter::{Chapter, Part},
    part_a, part_b, part_c,
};

/// The parts of the course, in their order.
pub static PARTS: &[&Part] = &[&part_a::PART, &part_b::PART, &part_c::PART];

/// Every chapter, in its order.
pub fn chapters() -> impl Iterator<Item = &'static Chapter> {
    PARTS.iter().flat_map(|part| part.chapters.iter().copied())
}

/// The chapter with this id.
pub fn chapter(id: &str) -> Option<&'static Chapter> {
    chapters().find(|chapter| chapter.id == id)
}

/// The place of a chapter in the course, counted from 0.
pub(super) fn place_of(id: &str) -> Option<usize> {
    chapters().position(|chapter| chapter.id == id)
}

/// The part that a chapter belongs to.
pub fn part_of(id: &str) -> Option<&'static Part> {
    PARTS.iter().copied().find(|part| part.chapters.iter().any(|chapter| chapter.id == id))
}

impl Chapter {
    /// What it is called on the page: `A2`.
    pub fn name(&self) -> String {
        self.id.to_uppercase()
    }

    /// The chapter before this one, where Back leads.
    pub fn previous(&self) -> Option<&'static Chapter> {
        chapters().nth(place_of(self.id)?.checked_sub(1)?)
    }

    /// The chapter after this one, where Next leads.
    pub fn next(&self) -> Option<&'static Chapter> {
        chapters().nth(place_of(self.id)? + 1)
    }

    /// Each field of the question with its right answer in words, for teachers.
    pub fn answers(&self) -> Vec<(&'static str, String)> {
        let answer = |field: &super::Field| (field.label, field.kind.words(&field.kind.truth()));
        self.question.fields.iter().map(answer).collect()
    }
}
