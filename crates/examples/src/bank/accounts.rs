//! The accounts that are open, and what is in them.

use super::{Account, Bank};
use crate::{Keyed, Money, shown};

/// An account that is open, and what is in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// The account, with its name as it was opened.
    pub account: Account,
    /// How much is in it.
    pub balance: Money,
    /// Where it stands among all of them: Everyday, Savings, and the others as they were opened.
    pub(super) place: u32,
}

impl Keyed for Held {
    type Key = Account;

    fn key(&self) -> &Account {
        &self.account
    }
}

impl Bank {
    /// The account as it is held. Nearly every bank has few accounts, and every fact that the rules wrote has the name as its
    /// account was opened with. To look for that first makes a replay half as long again as fast.
    pub(super) fn held(&self, account: &Account) -> Option<&Held> {
        let few = self.accounts.few().iter().find(|held| held.account.is(account));
        few.or_else(|| self.accounts.get(account))
    }

    /// Adds to an account (or takes from it) without asking: the fact has happened.
    pub(super) fn moved(&mut self, account: &Account, change: Money) {
        // As `held` looks, too.
        let few = self.accounts.few_mut();
        if let Some(held) = few.iter_mut().find(|held| held.account.is(account)) {
            held.balance = [held.balance, change].into_iter().sum();
        } else if let Some(held) = self.accounts.get_mut(account) {
            held.balance = [held.balance, change].into_iter().sum();
        } else {
            let (account, place) = (account.clone(), self.place_of(account));
            self.accounts.insert(Held { account, balance: change, place });
        }
    }

    /// What is in the account; `None` before it is opened.
    pub fn balance(&self, account: &Account) -> Option<Money> {
        self.held(account).map(|held| held.balance)
    }

    /// Every account that is open: Everyday, Savings, and the others in the order of their opening.
    pub fn accounts(&self) -> Vec<&Held> {
        self.first_accounts(usize::MAX)
    }

    /// The first so many of them at most. Few of very many are found without putting all in order.
    pub fn first_accounts(&self, most: usize) -> Vec<&Held> {
        // Everyday and Savings keep their places while they are not open.
        let end = most.saturating_add(Account::FIRST.len());
        let end = u32::try_from(end).unwrap_or(u32::MAX);
        let mut first: Vec<_> = self.accounts.iter().filter(|held| held.place < end).collect();
        first.sort_unstable_by_key(|held| held.place);
        first.truncate(most);
        first
    }

    /// The account that a transfer from this one goes to, when nobody says which: another one that is
    /// open. Without any, the rules will say what is missing.
    pub fn other_than(&self, account: &Account) -> Account {
        let others = self.first_accounts(2).into_iter().map(|held| &held.account);
        others.into_iter().find(|other| *other != account).cloned().unwrap_or(account.other())
    }

    /// Where the account stands among all of them. Everyday and Savings have their places from the
    /// start.
    pub fn place(&self, account: &Account) -> Option<usize> {
        let place = self.held(account).and_then(|held| usize::try_from(held.place).ok());
        place.or_else(|| Account::FIRST.iter().position(|it| it == account))
    }

    /// What stands in its row for the account.
    pub fn cell(&self, account: &Account) -> String {
        self.balance(account).map_or_else(|| "not open".into(), |balance| balance.to_string())
    }

    /// What stands in its row for their owner.
    pub fn owner_cell(&self) -> String {
        self.owner().map_or_else(|| "nobody".into(), shown)
    }

    /// Columns of accounts that its row has at most, beside that of the chosen one. Of more, nobody reads
    /// the names.
    pub const COLUMNS: usize = 6;

    /// The accounts that have a column in its row, and how many others are open. Everyday and Savings
    /// always have one. Of the others the first do, until there are so many columns; if the chosen one
    /// is not among them, it has one more.
    pub fn columns(&self, chosen: &Account, most: usize) -> (Vec<Account>, usize) {
        let first = Account::FIRST;
        let open = self.first_accounts(most).into_iter().map(|held| held.account.clone());
        let named = open.filter(|account| !first.contains(account));
        let mut columns: Vec<_> = first.iter().cloned().chain(named).take(most).collect();
        if self.balance(chosen).is_some() && !columns.contains(chosen) {
            columns.push(chosen.clone());
        }
        let closed = first.iter().filter(|it| self.balance(it).is_none()).count();
        let others = self.open_accounts() + closed - columns.len();
        (columns, others)
    }

    /// How many accounts are open.
    pub fn open_accounts(&self) -> usize {
        self.accounts.len()
    }

    /// The place of an account that is not open yet.
    pub(super) fn place_of(&self, account: &Account) -> u32 {
        let first = Account::FIRST;
        let place = first.iter().position(|it| it == account).unwrap_or_else(|| {
            let closed = first.iter().filter(|it| self.accounts.get(it).is_none()).count();
            self.accounts.len() + closed
        });
        u32::try_from(place).unwrap_or(u32::MAX)
    }
}
