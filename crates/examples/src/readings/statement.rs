//! What happened, entry by entry?

use chrono::TimeZone;

use super::{Cell, Citation, Report, ReportTable, Row, headings, latest};
use crate::{Describe, Statement, calendar::day_words};
use diary::Entry;

impl<D: Describe> Report for Statement<D> {
    fn table(&self, read: &[Entry<D::Event>], zone: &impl TimeZone, most: usize) -> ReportTable {
        let (left_out, shown) = latest(read, most);
        let row = |entry| {
            let line = self.line(entry);
            let what = match line.true_on {
                Some(day) => format!("{}, true on {}", line.what, day_words(day)),
                None => line.what,
            };
            let figures = line.figures.into_iter();
            let figures = figures.map(|figure| figure.map_or(Cell::text(""), Cell::Amount));
            let cells = [Cell::moment(line.at, zone), Cell::Text(what)];
            let rests_on = vec![Citation { entry: line.number, change: None }];
            Row { cells: cells.into_iter().chain(figures).collect(), rests_on }
        };
        let figures = D::FIGURES.iter().map(D::figure_name);
        ReportTable {
            name: "Statement",
            question: "What happened, entry by entry?",
            columns: headings(["When", "What"]).into_iter().chain(figures).collect(),
            left_out,
            rows: shown.iter().map(row).collect(),
            foot: None,
            note: None,
        }
    }
}
