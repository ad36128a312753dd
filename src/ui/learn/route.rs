//! What is on show in the course: its titles, what comes next, and where one arrives.

use crate::routes::Lesson;
use course::{Chapter, chapters};

/// The id of the heading of what is on show: where one arrives by keyboard.
pub(super) const HEADING: &str = "learn-heading";

impl Lesson {
    /// What the page is called then.
    pub(super) fn title(self) -> String {
        match self {
            Self::Map => "Learn".into(),
            Self::Chapter(chapter) => format!("{} {}", chapter.name(), chapter.title),
            Self::Check => "The check".into(),
            Self::Teachers => "For teachers".into(),
            Self::SeeAlso => "See also".into(),
        }
    }

    /// Where a clicker leads: a chapter forward or back.
    pub(super) fn neighbour(self, forward: bool) -> Option<&'static Chapter> {
        match self {
            Self::Chapter(chapter) if forward => chapter.next(),
            Self::Chapter(chapter) => chapter.previous(),
            _ => chapters().next().filter(|_| forward),
        }
    }
}

/// Where a chapter is.
pub(super) fn href(chapter: &'static Chapter) -> String {
    Lesson::Chapter(chapter).address()
}
