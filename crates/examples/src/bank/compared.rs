//! What of a bank can be compared between two moments, and how its figures begin.

use super::{Account, Bank, Event};
use crate::{
    Describe, Value,
    compare::Diffable,
    shown,
    two_clocks::{Beginning, Clocked},
};

/// A part of what the bank holds.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// The balance of an account.
    Balance(Account),
    /// Who owns the accounts.
    Owner,
}

impl Diffable for Bank {
    type Part = Part;

    fn parts(&self) -> Vec<Part> {
        let named = self.figures().into_iter().filter(|it| !Account::FIRST.contains(it));
        let balances = Account::FIRST.into_iter().chain(named).map(Part::Balance);
        balances.chain([Part::Owner]).collect()
    }

    fn holds(&self, part: &Part) -> Value {
        match part {
            Part::Balance(account) => {
                self.balance(account).map_or(Value::Nothing("not open"), Value::Money)
            }
            Part::Owner => match self.owner() {
                Some(owner) => Value::Names(vec![shown(owner)]),
                None => Value::Nothing("nobody"),
            },
        }
    }

    fn parts_of(event: &Event) -> Vec<Part> {
        let opens = matches!(event, Event::AccountOpened { .. });
        let owner = opens.then_some(Part::Owner);
        event.accounts().cloned().map(Part::Balance).chain(owner).collect()
    }

    fn figure_of(part: &Part) -> Option<&Account> {
        match part {
            Part::Balance(account) => Some(account),
            Part::Owner => None,
        }
    }

    fn name_of(part: &Part) -> String {
        match part {
            Part::Balance(account) => account.to_string(),
            Part::Owner => "Owner".into(),
        }
    }
}

impl Clocked for Bank {
    const BEGINNING: Beginning = Beginning {
        not_there: "not opened yet",
        not_yet: "The account is not open yet. Open it first.",
        since: "The account was opened on",
        owner: "The balance of",
    };
}
