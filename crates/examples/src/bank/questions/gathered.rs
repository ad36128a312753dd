//! What the diary tells of each account, gathered for the questions about it.

use std::collections::BTreeMap;

use crate::{
    Money, Series,
    bank::{Account, Bank, Event, query::Topic},
    questions::own::{Collected, Queryable},
};
use diary::{Checkpointed, Entry, Projection, When};

/// What was gathered for the questions of [`bank`](super), as far as it has read.
#[derive(Clone, Debug, Default)]
pub struct Gathered {
    stories: Checkpointed<Stories>,
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
    pub(super) balance: Series<Money>,
    /// The entry that opened it.
    pub(super) opened: Option<When>,
    /// Changes with a day of their own, and the opening if it has one: their entries, when they are
    /// true, and how much.
    late: Vec<(usize, When, Money)>,
    /// The first entry after which it was the highest of all, and how much that was.
    pub(super) highest: Option<(usize, Money)>,
    pub(super) deposits: Collected,
    pub(super) fees: Collected,
    /// The number of each fee that can still be given back, and of its entry.
    open_fees: BTreeMap<u32, usize>,
    /// The entry of each fee that was given back, and the one that gave it back.
    refunds: BTreeMap<usize, (usize, When)>,
}

/// When one account's balance was below a limit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Falls {
    account: Account,
    limit: Money,
    /// How many steps of the balance have been looked at.
    steps: usize,
    /// Whether money has ever come in. Before that, nothing can have been below anything.
    pub(super) has_begun: bool,
    /// Whether it was below after the last of these steps.
    is_below: bool,
    /// The entries after which it was below, and not just before; and how much it was.
    pub(super) entries: Vec<(usize, Money)>,
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
        let Some(change) = Bank::meets(&entry.event, Topic::Everything, Some(account)) else {
            return;
        };
        let when = entry.when();
        let before = self.balance.at(usize::MAX).unwrap_or_default();
        let balance = [before, change].into_iter().sum();
        self.balance.read(entry.number, Some(balance));
        if when.true_on.is_some() {
            self.late.push((entry.number, when, change));
        }
        if self.highest.is_none_or(|(_, highest)| balance > highest) {
            self.highest = Some((entry.number, balance));
        }
        match entry.event {
            Event::AccountOpened { .. } => self.opened = self.opened.or(Some(when)),
            Event::FeeCharged { fee, .. } => {
                self.open_fees.insert(fee, entry.number);
            }
            Event::FeeRefunded { fee, .. } => {
                if let Some(charged) = self.open_fees.remove(&fee) {
                    self.refunds.insert(charged, (entry.number, when));
                }
            }
            Event::Deposited { .. } | Event::Withdrawn { .. } | Event::Transferred { .. } => {}
        }
        let lists = [(Topic::Deposits, &mut self.deposits), (Topic::Fees, &mut self.fees)];
        for (topic, list) in lists {
            if let Some(amount) = Bank::meets(&entry.event, topic, Some(account)) {
                list.push(entry, amount, None);
            }
        }
    }

    /// The changes that were written after so many entries and are true by then.
    pub(super) fn written_later(
        &self,
        version: usize,
        is_true: impl Fn(&When) -> bool,
    ) -> Vec<(usize, Money)> {
        let later = self.late.get(self.late.partition_point(|late| late.0 <= version)..);
        let later = later.unwrap_or_default().iter();
        let later = later.filter(|(_, when, change)| *change != Money::ZERO && is_true(when));
        later.map(|(entry, _, change)| (*entry, *change)).collect()
    }

    /// The changes that have a day of their own: their entries, when they are true, and how much.
    pub(super) fn late(&self) -> impl Iterator<Item = (usize, When, Money)> {
        self.late.iter().copied()
    }

    /// The entry that gave back the fee of this entry.
    pub(super) fn refund_of(&self, fee: usize) -> Option<(usize, When)> {
        self.refunds.get(&fee).copied()
    }
}

impl Gathered {
    /// Reads what was written since.
    pub fn read_to(&mut self, entries: &[Entry<Event>]) {
        self.stories.read_to(entries, entries.len());
    }

    /// How many entries it has read.
    pub fn version(&self) -> usize {
        self.stories.version()
    }

    pub(super) fn story(&self, account: &Account) -> &Story {
        self.stories.reading().0.get(account).unwrap_or(&self.blank)
    }

    /// Looks for the times when this balance was below this limit, among what it hasn't looked at
    /// yet.
    pub(super) fn look_below(&mut self, account: &Account, limit: Money) {
        if (&self.falls.account, self.falls.limit) != (account, limit) {
            self.falls = Falls { account: account.clone(), limit, ..Falls::default() };
        }
        let mut falls = std::mem::take(&mut self.falls);
        for (entry, balance) in self.story(account).balance.steps(falls.steps) {
            falls.look(entry, balance.unwrap_or_default());
        }
        self.falls = falls;
    }

    /// What was found then, in the order in which the entries were written.
    pub(super) fn falls(&self) -> &Falls {
        &self.falls
    }
}

impl Falls {
    /// None yet, below this limit.
    pub(super) fn below(limit: Money) -> Self {
        Self { limit, ..Self::default() }
    }

    /// Takes in the balance after one more entry.
    pub(super) fn look(&mut self, entry: usize, balance: Money) {
        self.steps += 1;
        self.has_begun |= balance != Money::ZERO;
        let is_below = self.has_begun && balance < self.limit;
        if is_below && !self.is_below {
            self.entries.push((entry, balance));
        }
        self.is_below = is_below;
    }
}
