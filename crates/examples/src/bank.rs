//! A bank with the accounts of one owner: its words, its rules, its facts.

#![expect(missing_docs, reason = "fields say what they are; the docs stand at their variants")]

mod account;
mod accounts;
mod compared;
mod example;
mod forms;
mod from_event;
mod story;
mod take_back;
mod tour;
mod words;

pub mod query;
pub mod questions;
pub mod reports;

pub use account::{Account, Title};
pub use accounts::Held;

use serde::{Deserialize, Serialize};

use super::{Keyed, LONGEST_NAME, Money, Name, Sorted};
use diary::{Decider, StoredEvent};

/// A command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Open an account.
    OpenAccount { account: Account, owner: String },
    /// Put money in.
    Deposit { account: Account, amount: Money },
    /// Take money out.
    Withdraw { account: Account, amount: Money },
    /// Move money between two accounts.
    Transfer { from: Account, to: Account, amount: Money },
    /// Charge the bank's fee.
    ChargeFee { account: Account, amount: Money },
    /// Give a fee back. Fees are numbered from 1, in the order in which they were charged.
    RefundFee { fee: u32 },
}

/// A fact. Amounts are positive, and no fact carries a balance: a balance is what facts add up to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Event {
    /// An account was opened.
    AccountOpened { account: Account, owner: String },
    /// Money was put in.
    Deposited {
        account: Account,
        #[serde(rename = "cents")]
        amount: Money,
    },
    /// Money was taken out.
    Withdrawn {
        account: Account,
        #[serde(rename = "cents")]
        amount: Money,
    },
    /// Money was moved between two accounts.
    Transferred {
        from: Account,
        to: Account,
        #[serde(rename = "cents")]
        amount: Money,
    },
    /// The bank charged a fee.
    FeeCharged {
        account: Account,
        #[serde(rename = "cents")]
        amount: Money,
        fee: u32,
    },
    /// The bank gave a fee back.
    FeeRefunded {
        account: Account,
        #[serde(rename = "cents")]
        amount: Money,
        fee: u32,
    },
}

impl StoredEvent for Event {}

impl Event {
    /// The accounts that it is about: one, or the two ends of a transfer.
    pub fn accounts(&self) -> impl Iterator<Item = &Account> {
        let (first, second) = match self {
            Self::AccountOpened { account, .. }
            | Self::Deposited { account, .. }
            | Self::Withdrawn { account, .. }
            | Self::FeeCharged { account, .. }
            | Self::FeeRefunded { account, .. } => (account, None),
            // A transfer from an account to itself can only come from a file.
            Self::Transferred { from, to, .. } => (from, Some(to).filter(|to| *to != from)),
        };
        std::iter::once(first).chain(second)
    }
}

/// A rule that says no, with its numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rejection {
    /// An amount must be more than nothing.
    NotPositive { amount: Money },
    /// The account is not there yet.
    NotOpen { account: Account },
    /// The account is there already.
    AlreadyOpen { account: Account },
    /// An account needs the name of its owner, of at most
    /// [`LONGEST_NAME`] characters.
    BadOwner { characters: usize },
    /// An account needs a name of its own, of at most [`LONGEST_NAME`] characters.
    BadName { characters: usize },
    /// All accounts belong to the same owner.
    OtherOwner { owner: String, wanted: String },
    /// There is less in the account than is to be taken out.
    InsufficientFunds { account: Account, balance: Money, wanted: Money },
    /// A transfer needs two accounts.
    SameAccount { account: Account },
    /// The balance would be more than this bank can count.
    TooMuch { account: Account, balance: Money, wanted: Money },
    /// No fee has this number.
    NoSuchFee { fee: u32 },
    /// The fee was given back before.
    AlreadyRefunded { fee: u32 },
}

/// Where all accounts stand: all that the rules need to know.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bank {
    owner: Option<Name>,
    accounts: Sorted<Held>,
    fees_charged: u32,
    refundable: Sorted<Fee>,
}

/// A fee that was charged and not given back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fee {
    /// Its number, counted from 1.
    pub number: u32,
    /// The account that paid it.
    pub account: Account,
    /// How much it was.
    pub amount: Money,
}

impl Keyed for Fee {
    type Key = u32;

    fn key(&self) -> &u32 {
        &self.number
    }
}

impl Bank {
    /// Who owns the accounts.
    pub fn owner(&self) -> Option<&str> {
        self.owner.as_deref()
    }

    /// How many fees were ever charged.
    pub fn fees_charged(&self) -> u32 {
        self.fees_charged
    }

    /// The fees that can still be given back, by their numbers: oldest first.
    pub fn refundable(&self) -> &Sorted<Fee> {
        &self.refundable
    }

    fn open(&self, account: &Account) -> Result<&Held, Rejection> {
        self.held(account).ok_or_else(|| Rejection::NotOpen { account: account.clone() })
    }

    /// The account, its name as its owner first wrote it, if there is so much in it.
    fn can_take(&self, account: &Account, wanted: Money) -> Result<Account, Rejection> {
        let Held { account, balance, .. } = self.open(account)?.clone();
        match balance.minus(wanted) {
            Some(rest) if rest >= Money::ZERO => Ok(account),
            _ => Err(Rejection::InsufficientFunds { account, balance, wanted }),
        }
    }

    /// The account, its name as its owner first wrote it, if there is room for so much in it.
    fn can_put(&self, account: &Account, wanted: Money) -> Result<Account, Rejection> {
        let Held { account, balance, .. } = self.open(account)?.clone();
        match balance.plus(wanted) {
            Some(_) => Ok(account),
            None => Err(Rejection::TooMuch { account, balance, wanted }),
        }
    }
}

impl Decider for Bank {
    type Command = Command;
    type Event = Event;
    type Rejection = Rejection;

    fn decide(&self, command: &Command) -> Result<Vec<Event>, Rejection> {
        Ok(vec![self.decided(command)?])
    }

    fn evolve(mut self, event: &Event) -> Self {
        self.apply(event);
        self
    }

    fn apply(&mut self, event: &Event) {
        match event {
            Event::AccountOpened { account, owner } => {
                self.owner = Some(owner.as_str().into());
                self.moved(account, Money::ZERO);
            }
            &Event::Deposited { ref account, amount } => self.moved(account, amount),
            &Event::Withdrawn { ref account, amount } => self.moved(account, -amount),
            &Event::Transferred { ref from, ref to, amount } => {
                self.moved(from, -amount);
                self.moved(to, amount);
            }
            &Event::FeeCharged { ref account, amount, fee } => {
                self.fees_charged = fee;
                self.refundable.insert(Fee { number: fee, account: account.clone(), amount });
                self.moved(account, -amount);
            }
            &Event::FeeRefunded { ref account, amount, fee } => {
                self.refundable.remove(&fee);
                self.moved(account, amount);
            }
        }
    }

    fn weight(&self) -> usize {
        1 + self.accounts.len() + self.refundable.len()
    }
}

impl Bank {
    /// The one fact that a command leads to.
    fn decided(&self, command: &Command) -> Result<Event, Rejection> {
        Ok(match command {
            Command::OpenAccount { account, owner } => {
                let named = account.has_good_name();
                named.map_err(|characters| Rejection::BadName { characters })?;
                if let Some(held) = self.accounts.get(account) {
                    return Err(Rejection::AlreadyOpen { account: held.account.clone() });
                }
                let owner = self.accepted_owner(owner)?;
                Event::AccountOpened { account: account.clone(), owner }
            }
            &Command::Deposit { ref account, amount } => {
                let account = self.can_put(account, positive(amount)?)?;
                Event::Deposited { account, amount }
            }
            &Command::Withdraw { ref account, amount } => {
                let account = self.can_take(account, positive(amount)?)?;
                Event::Withdrawn { account, amount }
            }
            &Command::Transfer { ref from, ref to, amount } => {
                if from == to {
                    return Err(Rejection::SameAccount { account: from.clone() });
                }
                self.open(to)?;
                let from = self.can_take(from, positive(amount)?)?;
                let to = self.can_put(to, amount)?;
                Event::Transferred { from, to, amount }
            }
            &Command::ChargeFee { ref account, amount } => {
                let account = self.can_take(account, positive(amount)?)?;
                Event::FeeCharged { account, amount, fee: self.fees_charged.saturating_add(1) }
            }
            &Command::RefundFee { fee } => {
                let Fee { account, amount, .. } = self.refundable_fee(fee)?;
                let account = self.can_put(&account, amount)?;
                Event::FeeRefunded { account, amount, fee }
            }
        })
    }

    fn accepted_owner(&self, wanted: &str) -> Result<String, Rejection> {
        let wanted = wanted.trim().to_owned();
        let characters = wanted.chars().count();
        if !(1..=LONGEST_NAME).contains(&characters) {
            return Err(Rejection::BadOwner { characters });
        }
        match &self.owner {
            Some(owner) if **owner != *wanted => {
                Err(Rejection::OtherOwner { owner: owner.to_string(), wanted })
            }
            _ => Ok(wanted),
        }
    }

    fn refundable_fee(&self, fee: u32) -> Result<Fee, Rejection> {
        let open = self.refundable.get(&fee).cloned();
        open.ok_or(if (1..=self.fees_charged).contains(&fee) {
            Rejection::AlreadyRefunded { fee }
        } else {
            Rejection::NoSuchFee { fee }
        })
    }
}

fn positive(amount: Money) -> Result<Money, Rejection> {
    if amount > Money::ZERO { Ok(amount) } else { Err(Rejection::NotPositive { amount }) }
}
