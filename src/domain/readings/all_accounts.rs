//! What is in each account, and in both together?

use chrono::TimeZone;

use super::{Cell, Citation, Reading, Row, Table, transfers_left_out};
use crate::{
    diary::{Decider, Entry, Projection},
    domain::{
        Figure, Sum,
        bank::{Account, Bank, Event},
    },
};

/// A projection: the balance of each account, and their total, with what they are made of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AllAccounts {
    bank: Bank,
    balances: [Figure; Account::ALL.len()],
    total: Figure,
    /// How many entries moved money between the two accounts.
    transfers: usize,
}

impl Projection for AllAccounts {
    type Event = Event;

    fn read(mut self, entry: &Entry<Event>) -> Self {
        self.bank = self.bank.evolve(&entry.event);
        self.transfers += usize::from(matches!(entry.event, Event::Transferred { .. }));
        let balances = Account::ALL.map(|account| self.bank.balance(account));
        for (figure, balance) in self.balances.iter_mut().zip(balances) {
            figure.read(entry.number, balance);
        }
        let is_open = balances.iter().any(Option::is_some);
        self.total.read(entry.number, is_open.then(|| balances.into_iter().flatten().sum()));
        self
    }
}

impl AllAccounts {
    /// Each account that is open, with its balance as a sum.
    pub fn balances(&self) -> impl Iterator<Item = (Account, Sum)> {
        let all = Account::ALL.into_iter().zip(&self.balances);
        all.filter_map(|(account, figure)| Some((account, whole(figure)?)))
    }

    /// What is in all of them. A transfer changes nothing of it, so it is none of its terms.
    pub fn total(&self) -> Option<Sum> {
        whole(&self.total)
    }
}

/// The figure as it is now, with every term written out.
fn whole(figure: &Figure) -> Option<Sum> {
    figure.sum(usize::MAX, usize::MAX)
}

/// A sum under a name, with every entry that it rests on.
fn row(name: &str, sum: Sum) -> Row {
    let cells = vec![Cell::text(name), Cell::Money(sum.result)];
    let rests_on = sum.terms.into_iter();
    let rests_on = rests_on.map(|(entry, change)| Citation { entry, change: Some(change) });
    Row { cells, rests_on: rests_on.collect() }
}

impl Reading for AllAccounts {
    fn table(&self, _: &[Entry<Event>], _: &impl TimeZone, _: usize) -> Table {
        Table {
            name: "All accounts",
            question: "What is in each account, and in both together?",
            columns: vec!["Account", "Balance"],
            left_out: 0,
            rows: self.balances().map(|(account, sum)| row(account.name(), sum)).collect(),
            foot: self.total().map(|sum| row("Together", sum)),
            note: transfers_left_out(self.transfers, "what one account gives, the other one gets"),
        }
    }
}
