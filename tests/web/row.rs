//! A row of the diary's table, as it is shown.

use crate::dom::Part;

/// A row of the diary's table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Row {
    /// All that it says.
    pub(crate) text: String,
    /// Its entry's number.
    pub(crate) number: usize,
    /// When.
    pub(crate) when: String,
    /// What happened.
    pub(crate) what: String,
    /// The figures after it.
    pub(crate) figures: Vec<String>,
}

impl Row {
    /// Reads a row.
    #[track_caller]
    pub(crate) fn of(row: &Part) -> Self {
        // Beside the figures stands what this entry did to the one that is chosen.
        let cells = row.all(":is(td, th):not(.change)");
        let texts: Vec<_> = cells.iter().map(Part::text).collect();
        let [number, when, what, figures @ ..] = texts.as_slice() else {
            panic!("a row with {texts:?}");
        };
        Self {
            text: row.text(),
            number: number.parse().unwrap(),
            when: when.clone(),
            what: what.clone(),
            figures: figures.to_vec(),
        }
    }
}
