//! What the diary tells of each account, gathered for the questions about it.

use std::collections::BTreeMap;

use crate::{
    diary::{Bookmarked, Entry, Projection},
    domain::{
        Figure, Money,
        bank::{Account, Bank, Event},
        questions::own::{Asked, BankTopic, Collected},
    },
};

/// What was gathered for the questions of [`bank`](super), as far as it has read.
#[derive(Clone, Debug, Default)]
pub struct Gathered {
    stories: Bookmarked<Stories>,
    falls: Falls,
    /// The story of an account of which the diary tells nothing.
    blank: Story,
}

/// A projection: the story of each account. It reads for all questions at once, but for the one
/// that has a limit in it.
#[derive(Clone, Debug, Default)]
struct Stories(BTreeMap<Account, Story>);

/// The story of one account.
#[derive(Clone, Debug, Default)]
pub(super) struct Story {
    pub(super) balance: Figure,
    /// The first entry after which it was the highest of all, and how much that was.
    pub(super) highest: Option<(usize, Money)>,
    pub(super) deposits: Collected,
    pub(super) fees: Collected,
}

/// When one account's balance fell below a limit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Falls {
    account: Account,
    limit: Money,
    /// How many steps of the balance have been looked at, and where the last one led.
    steps: usize,
    before: Money,
    /// The entries by which it fell, and how far.
    entries: Vec<(usize, Money)>,
}

impl Projection for Stories {
    type Event = Event;

    fn read(mut self, entry: &Entry<Event>) -> Self {
        for account in entry.event.accounts() {
            match self.0.get_mut(account) {
                Some(story) => story.read(entry, account),
                None => self.0.entry(account.clone()).or_default().read(entry, account),
            }
        }
        self
    }
}

impl Story {
    fn read(&mut self, entry: &Entry<Event>, account: &Account) {
        let Some(change) = Bank::meets(&entry.event, BankTopic::Everything, Some(account)) else {
            return;
        };
        let before = self.balance.at(usize::MAX).unwrap_or_default();
        let balance = [before, change].into_iter().sum();
        self.balance.read(entry.number, Some(balance));
        if self.highest.is_none_or(|(_, highest)| balance > highest) {
            self.highest = Some((entry.number, balance));
        }
        let lists = [(BankTopic::Deposits, &mut self.deposits), (BankTopic::Fees, &mut self.fees)];
        for (topic, list) in lists {
            if let Some(amount) = Bank::meets(&entry.event, topic, Some(account)) {
                list.push(entry, amount, None);
            }
        }
    }
}

impl Gathered {
    /// Reads what was written since.
    pub fn read_to(&mut self, entries: &[Entry<Event>]) {
        self.stories.read_to(entries, entries.len());
    }

    /// How many entries it has read.
    pub fn page(&self) -> usize {
        self.stories.page()
    }

    pub(super) fn story(&self, account: &Account) -> &Story {
        self.stories.reading().0.get(account).unwrap_or(&self.blank)
    }

    /// Looks for the times when this balance fell below this limit, among what it hasn't looked at
    /// yet.
    pub(super) fn look_below(&mut self, account: &Account, limit: Money) {
        if (&self.falls.account, self.falls.limit) != (account, limit) {
            // Every account starts at 0.00, which is below any limit; what is asked is whether it fell.
            self.falls = Falls { account: account.clone(), limit, ..Falls::default() };
        }
        let mut falls = std::mem::take(&mut self.falls);
        for (entry, balance) in self.story(account).balance.steps(falls.steps) {
            let balance = balance.unwrap_or_default();
            if falls.before >= limit && balance < limit {
                falls.entries.push((entry, balance));
            }
            falls.before = balance;
            falls.steps += 1;
        }
        self.falls = falls;
    }

    /// The entries by which it fell below the limit, and how far.
    pub(super) fn falls(&self) -> &[(usize, Money)] {
        &self.falls.entries
    }
}
