//! Every place of the page and its address. The only file that names all of them.
//!
//! ```text
//! #/bank                       an example's workbench; that of the first for every text that names nothing
//! #/bank/readings              … with a panel of *Look closer*
//! #/bank/what-if/2             … with entry 2 struck in a copy
//! #/bank/what-if/instead/2     … with something else written in its place
//! #/learn                      the course; #/learn/a1, #/learn/check, … what is on show in it
//! #/learn/words/late-entry     … with this word pointed at; `marks` is the legend
//! #/diaries                    what is kept
//! ```

use std::fmt;

use examples::EXAMPLES;

/// A place of the page that stands in its head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The workbench of the example that has this place among [`EXAMPLES`].
    Workbench(usize),
    /// The course.
    Learn,
    /// What is kept.
    Diaries,
}

/// A panel of *Look closer*, in the order in which they are offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Panel {
    /// A copy in which one entry is struck or replaced.
    WhatIf,
    /// Several projections of one diary.
    Readings,
    /// What changed between two moments.
    Moments,
    /// When something was true, and when it was known.
    Clocks,
    /// Whether stored lines are what was written.
    Touched,
}

/// What is on show at a workbench beside the two worlds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// A panel, with whatever it begins with.
    At(Panel),
    /// *What if*, with the entry of this number struck.
    Strike(usize),
    /// *What if*, with something else in the place of the entry of this number.
    Instead(usize),
}

/// What is on show in the course. A chapter is named and not looked up: the chapters are fetched with the
/// course, and this is in the first visit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lesson {
    /// All chapters.
    Map,
    /// The one of this name, if there is one.
    Chapter(String),
    /// The questions before and after.
    Check,
    /// The page for teachers.
    Teachers,
    /// The neighbours of event sourcing.
    SeeAlso,
    /// Everyday words beside those of the trade, with what is pointed at there: a word, or [`MARKS`]. It is named and
    /// not looked up, as a chapter is.
    Words(Option<String>),
}

/// What the legend of the marks is called among the words.
pub const MARKS: &str = "marks";

/// A place with what is on show in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// An example's workbench.
    Workbench(Place, Option<Look>),
    /// The course.
    Learn(Lesson),
    /// What is kept.
    Diaries,
}

impl Place {
    /// Where everything begins: the first example.
    pub const FIRST: Self = Self::Workbench(0);

    /// All, in the order of the page's head.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..EXAMPLES.len()).map(Self::Workbench).chain([Self::Learn, Self::Diaries])
    }

    /// Where diaries of this kind are shown; those of no example belong to the course.
    pub fn of(kind: &str) -> Self {
        let example = EXAMPLES.iter().position(|example| example.kind == kind);
        example.map_or(Self::Learn, Self::Workbench)
    }

    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::Workbench(which) => EXAMPLES.get(which).map_or("", |example| example.title),
            Self::Learn => "Learn",
            Self::Diaries => "Diaries",
        }
    }

    fn slug(self) -> &'static str {
        match self {
            Self::Workbench(which) => EXAMPLES.get(which).map_or("", |example| example.kind),
            Self::Learn => "learn",
            Self::Diaries => "diaries",
        }
    }

    /// Its address with nothing open in it.
    pub fn address(self) -> String {
        format!("#/{}", self.slug())
    }

    /// The address of this workbench with a panel, or with a copy to look at.
    pub fn with(self, look: Look) -> String {
        Route::Workbench(self, Some(look)).to_string()
    }
}

impl Panel {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::WhatIf, Self::Readings, Self::Moments, Self::Clocks, Self::Touched];

    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::WhatIf => "What if?",
            Self::Readings => "Many reports",
            Self::Moments => "Two moments",
            Self::Clocks => "Two clocks",
            Self::Touched => "Was it touched?",
        }
    }

    fn slug(self) -> &'static str {
        match self {
            Self::WhatIf => "what-if",
            Self::Readings => "readings",
            Self::Moments => "moments",
            Self::Clocks => "clocks",
            Self::Touched => "touched",
        }
    }
}

impl Look {
    /// The panel that is open.
    pub fn panel(self) -> Panel {
        match self {
            Self::At(panel) => panel,
            Self::Strike(_) | Self::Instead(_) => Panel::WhatIf,
        }
    }

    /// What stands behind the place: `what-if`, `2`.
    fn parse(mut rest: std::str::Split<'_, char>) -> Option<Self> {
        let slug = rest.next()?;
        let panel = Panel::ALL.into_iter().find(|panel| panel.slug() == slug)?;
        let number = |text: Option<&str>| text.and_then(|text| text.parse().ok());
        let edit = match (panel, rest.next()) {
            (Panel::WhatIf, Some("instead")) => number(rest.next()).map(Self::Instead),
            (Panel::WhatIf, struck) => number(struck).map(Self::Strike),
            _ => None,
        };
        Some(edit.unwrap_or(Self::At(panel)))
    }
}

impl Lesson {
    fn parse(mut rest: std::str::Split<'_, char>) -> Self {
        match rest.next().unwrap_or_default() {
            "" => Self::Map,
            "check" => Self::Check,
            "teachers" => Self::Teachers,
            "see-also" => Self::SeeAlso,
            "words" => Self::Words(rest.next().filter(|at| !at.is_empty()).map(str::to_owned)),
            name => Self::Chapter(name.to_owned()),
        }
    }

    fn slug(&self) -> &str {
        match self {
            Self::Map => "",
            Self::Chapter(name) => name,
            Self::Check => "check",
            Self::Teachers => "teachers",
            Self::SeeAlso => "see-also",
            Self::Words(_) => "words",
        }
    }

    /// Its address.
    pub fn address(&self) -> String {
        Route::Learn(self.clone()).to_string()
    }
}

impl Route {
    /// What the part of an address from `#` on names. Every text leads somewhere: the bank, where it
    /// names no place, and the place alone, where it names nothing in it.
    pub fn parse(hash: &str) -> Self {
        let mut rest = hash.strip_prefix("#/").unwrap_or_default().split('/');
        let named = rest.next().unwrap_or_default();
        let place = Place::all().find(|place| place.slug() == named);
        match place.unwrap_or(Place::FIRST) {
            Place::Learn => Self::Learn(Lesson::parse(rest)),
            Place::Diaries => Self::Diaries,
            bench @ Place::Workbench(_) => Self::Workbench(bench, Look::parse(rest)),
        }
    }

    /// The place that it is in.
    pub fn place(&self) -> Place {
        match self {
            Self::Workbench(place, _) => *place,
            Self::Learn(_) => Place::Learn,
            Self::Diaries => Place::Diaries,
        }
    }

    /// What is on show beside the two worlds of a workbench.
    pub fn look(&self) -> Option<Look> {
        match self {
            Self::Workbench(_, look) => *look,
            Self::Learn(_) | Self::Diaries => None,
        }
    }
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.place().address())?;
        match self {
            Self::Workbench(_, Some(look)) => {
                write!(f, "/{}", look.panel().slug())?;
                match look {
                    Look::At(_) => Ok(()),
                    Look::Strike(number) => write!(f, "/{number}"),
                    Look::Instead(number) => write!(f, "/instead/{number}"),
                }
            }
            Self::Learn(lesson) if *lesson != Lesson::Map => {
                write!(f, "/{}", lesson.slug())?;
                match lesson {
                    Lesson::Words(Some(at)) => write!(f, "/{at}"),
                    _ => Ok(()),
                }
            }
            _ => Ok(()),
        }
    }
}
