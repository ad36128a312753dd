//! What is on show in the course: its titles, what comes next, and where one arrives.

use crate::routes::Lesson;
use course::{Chapter, chapter, chapters};

/// The id of the heading of what is on show: where one arrives by keyboard.
pub(super) const HEADING: &str = "learn-heading";

/// The chapter that is on show. Where there is none of that name, the map is.
pub(super) fn chapter_of(lesson: &Lesson) -> Option<&'static Chapter> {
    match lesson {
        Lesson::Chapter(name) => chapter(name),
        _ => None,
    }
}

/// What the page is called then.
pub(super) fn title(lesson: &Lesson) -> String {
    match lesson {
        Lesson::Check => "The check".into(),
        Lesson::Teachers => "For teachers".into(),
        Lesson::SeeAlso => "See also".into(),
        Lesson::Words(_) => "Words".into(),
        Lesson::Map | Lesson::Chapter(_) => chapter_of(lesson).map_or_else(
            || "Learn".into(),
            |chapter| format!("{} {}", chapter.name(), chapter.title),
        ),
    }
}

/// Where a clicker leads: a chapter forward or back.
pub(super) fn neighbour(lesson: &Lesson, forward: bool) -> Option<&'static Chapter> {
    match chapter_of(lesson) {
        Some(chapter) if forward => chapter.next(),
        Some(chapter) => chapter.previous(),
        None => chapters().next().filter(|_| forward),
    }
}

/// Where a chapter is.
pub(super) fn href(chapter: &Chapter) -> String {
    Lesson::Chapter(chapter.id.to_owned()).address()
}
