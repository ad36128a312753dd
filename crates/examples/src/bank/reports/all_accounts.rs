//! What is in each account, and in all of them together?

use chrono::TimeZone;

use super::transfers_left_out;
use crate::{
    Citation, Describe, Figures, Money, Series, Sum,
    bank::{Account, Bank, Event},
    readings::{Cell, Report, ReportTable, Row, headings, latest},
};
use diary::{Decider, Entry, Projection};

/// A projection: the balance of each account, and their total, with what they are made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AllAccounts {
    bank: Bank,
    balances: Figures<Account, Money>,
    together: Money,
    total: Series<Money>,
    /// How many entries moved money between accounts.
    transfers: usize,
}

impl Default for AllAccounts {
    fn default() -> Self {
        let balances = Figures::with(&Account::FIRST);
        let (together, total) = (Money::ZERO, Series::default());
        Self { bank: Bank::default(), balances, together, total, transfers: 0 }
    }
}

impl Projection for AllAccounts {
    type Event = Event;

    fn read(mut self, entry: &Entry<Event>) -> Self {
        self.transfers += usize::from(matches!(entry.event, Event::Transferred { .. }));
        let event = &entry.event;
        let all = |bank: &Bank| event.accounts().filter_map(|it| bank.balance(it)).sum::<Money>();
        let before = all(&self.bank);
        self.bank.apply(event);
        self.together = [self.together, -before, all(&self.bank)].into_iter().sum();
        for account in event.accounts() {
            let figure = self.bank.place(account).and_then(|at| self.balances.at(at, account));
            if let Some(figure) = figure {
                figure.read(entry.number, self.bank.balance(account));
            }
        }
        self.total.read(entry.number, Some(self.together));
        self
    }
}

impl AllAccounts {
    /// Each account that is open, with its balance as a sum.
    pub fn balances(&self) -> Vec<(Account, Sum<Money>)> {
        self.sums(&self.bank.figures())
    }

    fn sums(&self, accounts: &[Account]) -> Vec<(Account, Sum<Money>)> {
        let sum = |account: &Account| {
            let (_, figure) = self.balances.get(self.bank.place(account)?)?;
            Some((account.clone(), whole(figure)?))
        };
        accounts.iter().filter_map(sum).collect()
    }

    /// What is in all of them. A transfer changes nothing of it, so it is none of its terms.
    pub fn total(&self) -> Option<Sum<Money>> {
        whole(&self.total)
    }
}

/// The figure as it is now, with every term written out.
fn whole(figure: &Series<Money>) -> Option<Sum<Money>> {
    figure.sum(usize::MAX, usize::MAX)
}

/// A sum under a name, with every entry that it rests on.
fn row(name: impl Into<String>, sum: Sum<Money>) -> Row {
    let cells = vec![Cell::text(name), Cell::Amount(sum.result.into())];
    let rests_on = sum.terms.into_iter();
    let rests_on = rests_on.map(Citation::with);
    Row { cells, rests_on: rests_on.collect() }
}

impl Report for AllAccounts {
    fn table(&self, _: &[Entry<Event>], _: &impl TimeZone, most: usize) -> ReportTable {
        let accounts = self.bank.figures();
        let (left_out, shown) = latest(&accounts, most);
        ReportTable {
            name: "All accounts",
            question: "What is in each account, and in all of them together?",
            columns: headings(["Account", "Balance"]),
            left_out,
            rows: self
                .sums(shown)
                .into_iter()
                .map(|(account, sum)| row(account.to_string(), sum))
                .collect(),
            foot: self.total().map(|sum| row("Together", sum)),
            note: transfers_left_out(self.transfers, "what one account gives, the other one gets"),
        }
    }
}
