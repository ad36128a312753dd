//! What came in and what went out, month by month?

use std::collections::BTreeMap;

use chrono::TimeZone;

use super::transfers_left_out;
use crate::{
    Amount, Citation, Money,
    bank::Event,
    calendar::{Month, month_words, true_day},
    readings::{Cell, Report, ReportTable, Row, headings, latest},
};
use diary::{Entry, Projection, When};

/// A projection: the money that the owner gained or lost. What is moved between the accounts
/// is neither.
///
/// An entry with a day of its own stands in the month of that day.
///
/// It is kept without a zone. Where a month begins is a matter of the reader's calendar, and that
/// may be another one tomorrow.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MonthlyTotals {
    /// Those that are true when they are written.
    moves: Vec<Move>,
    /// Those with a day of their own.
    late: Vec<Move>,
    /// How many entries moved money between accounts.
    transfers: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Move {
    entry: usize,
    when: When,
    kind: Kind,
    /// What it added; less than nothing for what was taken.
    change: Money,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    In,
    Out,
    Fee,
    Refund,
}

/// What some entries come to. Each amount is what was added: what was taken is less than nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// What was put in.
    pub money_in: Money,
    /// What was taken out.
    pub money_out: Money,
    /// The bank's fees.
    pub fees: Money,
    /// What was given back of the bank's fees.
    pub refunds: Money,
    /// The entries, with what each added.
    pub rests_on: Vec<Citation>,
}

impl Projection for MonthlyTotals {
    type Event = Event;

    fn read(mut self, entry: &Entry<Event>) -> Self {
        let (kind, change) = match entry.event {
            Event::Deposited { amount, .. } => (Kind::In, amount),
            Event::Withdrawn { amount, .. } => (Kind::Out, -amount),
            Event::FeeCharged { amount, .. } => (Kind::Fee, -amount),
            Event::FeeRefunded { amount, .. } => (Kind::Refund, amount),
            Event::Transferred { .. } => {
                self.transfers += 1;
                return self;
            }
            Event::AccountOpened { .. } => return self,
        };
        let when = entry.when();
        let moves = if when.true_on.is_some() { &mut self.late } else { &mut self.moves };
        moves.push(Move { entry: entry.number, when, kind, change });
        self
    }
}

impl MonthlyTotals {
    /// Every month in which something came or went, in their order.
    pub fn months(&self, zone: &impl TimeZone) -> Vec<(Month, Totals)> {
        let mut rest = self.moves.as_slice();
        let mut months: BTreeMap<Month, Vec<Move>> = BTreeMap::new();
        while let Some(first) = rest.first() {
            let month = Month::at(first.when.at, zone);
            let until = month.period(zone).until;
            // Time never runs backwards in a diary, so a month's entries stand together.
            let here = rest.partition_point(|one| one.when.at < until).max(1);
            let (moves, later) = rest.split_at(here);
            months.insert(month, moves.to_vec());
            rest = later;
        }
        for late in &self.late {
            months.entry(Month::of(true_day(&late.when, zone))).or_default().push(*late);
        }
        months.into_iter().map(|(month, moves)| (month, Totals::of(moves))).collect()
    }

    /// What all of it comes to.
    pub fn all(&self) -> Totals {
        Totals::of(self.moves.iter().chain(&self.late).copied().collect())
    }
}

impl Totals {
    fn of(mut moves: Vec<Move>) -> Self {
        moves.sort_by_key(|one| one.entry);
        let sum = |kind| moves.iter().filter(|one| one.kind == kind).map(|one| one.change).sum();
        let cite = |one: &Move| Citation { entry: one.entry, change: Some(one.change.into()) };
        Self {
            money_in: sum(Kind::In),
            money_out: sum(Kind::Out),
            fees: sum(Kind::Fee),
            refunds: sum(Kind::Refund),
            rests_on: moves.iter().map(cite).collect(),
        }
    }

    /// By how much there was more in the end.
    pub fn net(&self) -> Money {
        [self.money_in, self.money_out, self.fees, self.refunds].into_iter().sum()
    }

    fn row(self, name: String) -> Row {
        let amounts = [self.money_in, self.money_out, self.fees, self.refunds, self.net()];
        let cells =
            std::iter::once(Cell::Text(name)).chain(amounts.map(Amount::from).map(Cell::Amount));
        Row { cells: cells.collect(), rests_on: self.rests_on }
    }
}

impl Report for MonthlyTotals {
    fn table(&self, _: &[Entry<Event>], zone: &impl TimeZone, most: usize) -> ReportTable {
        let months = self.months(zone);
        let (left_out, shown) = latest(&months, most);
        let row = |(month, totals): &(Month, Totals)| totals.clone().row(month_words(*month));
        ReportTable {
            name: "Monthly totals",
            question: "What came in and what went out, month by month?",
            columns: headings(["Month", "Money in", "Money out", "Fees", "Refunds", "Net"]),
            left_out,
            rows: shown.iter().map(row).collect(),
            foot: (!months.is_empty()).then(|| self.all().row("Together".into())),
            note: transfers_left_out(self.transfers, "no money comes in or goes out by that"),
        }
    }
}
