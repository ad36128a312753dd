//! A question month by month, for a small chart.

use chrono::TimeZone;

use super::{Amounts, Asked, Question, found};
use crate::{
    diary::Entry,
    domain::{Money, calendar::Month},
};

/// Months at most, the latest ones. Ten years are as many bars as a phone can show, and a clock
/// that once stood at 1970 makes no chart of seven hundred.
const MOST: usize = 120;

/// The months in which a question's entries were written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Months {
    /// How many of its entries were written before the first of these months.
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

impl<D: Asked> Question<D> {
    /// Its entries month by month, when these are all that the diary has.
    pub fn by_month(&self, entries: &[Entry<D::Event>], zone: &impl TimeZone) -> Months {
        let inside = entries.get(self.span.pages(entries, zone)).unwrap_or_default();
        let has_amounts = D::words_of(self.topic).amounts != Amounts::None;
        let empty = |month| MonthTotal { month, count: 0, sum: has_amounts.then_some(Money::ZERO) };
        let mut filled: Vec<MonthTotal> = Vec::new();
        let mut until = None;
        for one in found::<D>(inside, self.topic, self.subject()) {
            // A month is looked for once, and then only where it ends.
            if until.is_none_or(|until| one.at >= until) {
                let month = Month::at(one.at, zone);
                until = Some(month.period(zone).until);
                filled.push(empty(month));
            }
            if let Some(total) = filled.last_mut() {
                total.count += 1;
                total.sum = total.sum.map(|sum| [sum, one.amount].into_iter().sum());
            }
        }
        without_gaps(&filled, empty)
    }
}

/// Puts the months in between among those that have entries.
fn without_gaps(filled: &[MonthTotal], empty: impl Fn(Month) -> MonthTotal) -> Months {
    let (Some(first), Some(last)) = (filled.first(), filled.last()) else {
        return Months::default();
    };
    let back = std::iter::successors(Some(last.month), |month| Some(month.previous()));
    let mut months: Vec<_> =
        back.take(MOST).take_while(|month| *month >= first.month).map(empty).collect();
    months.reverse();
    let mut late = filled.iter().rev().peekable();
    for total in months.iter_mut().rev() {
        if let Some(here) = late.next_if(|here| here.month == total.month) {
            *total = *here;
        }
    }
    Months { earlier: late.map(|total| total.count).sum(), months }
}
