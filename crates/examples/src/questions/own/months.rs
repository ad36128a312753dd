//! A question month by month, for a small chart.

use chrono::TimeZone;

use super::{Amounts, Gathered, Queryable, Question};
use crate::{Money, calendar::Month};
use diary::Entry;

/// Months at most, the latest ones. Ten years are as many bars as a phone can show, and a clock
/// that once stood at 1970 makes no chart of seven hundred.
const MOST: usize = 120;

/// The months in which a question's entries are true.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Months {
    /// How many of its entries lie before the first of these months.
    pub earlier: usize,
    /// From the first with an entry to the last, without gaps.
    pub months: Vec<MonthTotal>,
}

/// One month of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MonthTotal {
    /// The month in the reader's zone.
    pub month: Month,
    /// How many entries.
    pub count: usize,
    /// What they come to; `None` when they have no amounts.
    pub sum: Option<Money>,
}

impl<D: Queryable> Question<D> {
    /// Its entries month by month, when these are all that the diary has.
    pub fn by_month(&self, entries: &[Entry<D::Event>], zone: &impl TimeZone) -> Months {
        let mut gathered = self.gathered();
        gathered.read_to(entries, usize::MAX);
        self.months(gathered.reading(), entries, zone)
    }

    /// The same from what has been gathered of a diary that begins with these entries.
    pub fn months(
        &self,
        gathered: &Gathered<D>,
        entries: &[Entry<D::Event>],
        zone: &impl TimeZone,
    ) -> Months {
        let has_amounts = D::words_of(self.topic).amounts != Amounts::None;
        let all = self.stretch(gathered, entries, zone);
        let (Some(first), Some(last)) = (all.first(zone), all.last(zone)) else {
            return Months::default();
        };
        let (first, mut month) = (first.month(zone), last.month(zone));
        let mut earlier = all.len();
        let mut months = Vec::new();
        // From the last one back, since only so many are shown.
        while month >= first && months.len() < MOST {
            let here = all.in_month(month, zone);
            let sum = has_amounts.then(|| here.sum());
            months.push(MonthTotal { month, count: here.len(), sum });
            earlier -= here.len();
            month = month.previous();
        }
        months.reverse();
        Months { earlier, months }
    }
}
