//! What is wrong with a file, line by line, in words for someone who has never seen inside one.

use std::fmt;

/// How many problems are listed. Whoever looks for the reason has found it by then, and a file
/// that is wrong in every line would fill the page.
const LISTED: usize = 20;

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The line of the file, counted from 1; none when it is about the file as a whole.
    pub line: Option<usize>,
    /// What is wrong with it: sentences.
    pub words: String,
}

/// Why a file is not taken.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// The first problems, in the order of their lines.
    pub problems: Vec<Problem>,
    /// How many more there are.
    pub more: usize,
}

impl Report {
    /// A report with one problem of the file as a whole.
    pub(super) fn of(words: impl Into<String>) -> Self {
        let mut report = Self::default();
        report.add(None, words);
        report
    }

    pub(super) fn add(&mut self, line: Option<usize>, words: impl Into<String>) {
        if self.problems.len() < LISTED {
            self.problems.push(Problem { line, words: words.into() });
        } else {
            self.more = self.more.saturating_add(1);
        }
    }

    /// Whether nothing is wrong.
    pub(super) fn is_empty(&self) -> bool {
        self.problems.is_empty()
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "Line {line}: {}", self.words),
            None => f.write_str(&self.words),
        }
    }
}

/// One problem to a line.
impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for problem in &self.problems {
            writeln!(f, "{problem}")?;
        }
        match self.more {
            0 => Ok(()),
            1 => writeln!(f, "And 1 more."),
            more => writeln!(f, "And {more} more."),
        }
    }
}

impl std::error::Error for Report {}
