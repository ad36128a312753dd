//! What can be on show in the course: its addresses and titles, and where one arrives.

use course::{Chapter, chapter, chapters};

/// The id of the heading of what is on show: where one arrives by keyboard.
pub(super) const HEADING: &str = "learn-heading";

/// What is on show.
#[derive(Clone, Copy)]
pub(super) enum Route {
    Map,
    Chapter(&'static Chapter),
    Check,
    Teachers,
    SeeAlso,
}

impl Route {
    /// What this place in the address names; the map for every other text.
    pub(super) fn of(hash: &str) -> Self {
        match hash.strip_prefix("#/learn/").unwrap_or_default() {
            "check" => Self::Check,
            "teachers" => Self::Teachers,
            "see-also" => Self::SeeAlso,
            id => chapter(id).map_or(Self::Map, Self::Chapter),
        }
    }

    /// The end of its address.
    fn slug(self) -> &'static str {
        match self {
            Self::Map => "",
            Self::Chapter(chapter) => chapter.id,
            Self::Check => "check",
            Self::Teachers => "teachers",
            Self::SeeAlso => "see-also",
        }
    }

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

impl PartialEq for Route {
    fn eq(&self, other: &Self) -> bool {
        self.slug() == other.slug()
    }
}

/// Where a chapter is.
pub(super) fn href(chapter: &Chapter) -> String {
    ["#/learn/", chapter.id].concat()
}
