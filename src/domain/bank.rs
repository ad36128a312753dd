//! A bank with two accounts of one owner: its words, its rules, its facts.

#![expect(missing_docs, reason = "fields say what they are; the docs stand at their variants")]

mod recall;
mod words;

use serde::{Deserialize, Serialize};

use super::{Keyed, LONGEST_NAME, Money, Sorted};
use crate::diary::{Decider, StoredEvent};

/// One of the owner's two accounts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Account {
    /// For daily money.
    #[default]
    Everyday,
    /// For money that is kept.
    Savings,
}

/// A wish.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Open an account.
    OpenAccount { account: Account, owner: String },
    /// Put money in.
    Deposit { account: Account, amount: Money },
    /// Take money out.
    Withdraw { account: Account, amount: Money },
    /// Move money between the two accounts.
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
    /// Money was moved between the two accounts.
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
    /// Both accounts belong to the same owner.
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

/// Where both accounts stand: all that the rules need to know.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bank {
    owner: Option<String>,
    everyday: Option<Money>,
    savings: Option<Money>,
    fees_charged: u32,
    refundable: Sorted<Fee>,
}

/// A fee that was charged and not given back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
    /// What is in the account; `None` before it is opened.
    pub fn balance(&self, account: Account) -> Option<Money> {
        match account {
            Account::Everyday => self.everyday,
            Account::Savings => self.savings,
        }
    }

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

    fn open(&self, account: Account) -> Result<Money, Rejection> {
        self.balance(account).ok_or(Rejection::NotOpen { account })
    }

    fn can_take(&self, account: Account, wanted: Money) -> Result<(), Rejection> {
        let balance = self.open(account)?;
        match balance.minus(wanted) {
            Some(rest) if rest >= Money::ZERO => Ok(()),
            _ => Err(Rejection::InsufficientFunds { account, balance, wanted }),
        }
    }

    fn can_put(&self, account: Account, wanted: Money) -> Result<(), Rejection> {
        let balance = self.open(account)?;
        match balance.plus(wanted) {
            Some(_) => Ok(()),
            None => Err(Rejection::TooMuch { account, balance, wanted }),
        }
    }

    /// Adds to an account (or takes from it) without asking: the fact has happened.
    fn moved(mut self, account: Account, change: Money) -> Self {
        let balance = match account {
            Account::Everyday => &mut self.everyday,
            Account::Savings => &mut self.savings,
        };
        *balance = Some([balance.unwrap_or_default(), change].into_iter().sum());
        self
    }
}

impl Decider for Bank {
    type Command = Command;
    type Event = Event;
    type Rejection = Rejection;

    fn decide(&self, command: &Command) -> Result<Vec<Event>, Rejection> {
        let event = match *command {
            Command::OpenAccount { account, ref owner } => {
                if self.balance(account).is_some() {
                    return Err(Rejection::AlreadyOpen { account });
                }
                let owner = self.accepted_owner(owner)?;
                Event::AccountOpened { account, owner }
            }
            Command::Deposit { account, amount } => {
                self.can_put(account, positive(amount)?)?;
                Event::Deposited { account, amount }
            }
            Command::Withdraw { account, amount } => {
                self.can_take(account, positive(amount)?)?;
                Event::Withdrawn { account, amount }
            }
            Command::Transfer { from, to, amount } => {
                if from == to {
                    return Err(Rejection::SameAccount { account: from });
                }
                self.open(to)?;
                self.can_take(from, positive(amount)?)?;
                self.can_put(to, amount)?;
                Event::Transferred { from, to, amount }
            }
            Command::ChargeFee { account, amount } => {
                self.can_take(account, positive(amount)?)?;
                Event::FeeCharged { account, amount, fee: self.fees_charged.saturating_add(1) }
            }
            Command::RefundFee { fee } => {
                let Fee { account, amount, .. } = self.refundable_fee(fee)?;
                self.can_put(account, amount)?;
                Event::FeeRefunded { account, amount, fee }
            }
        };
        Ok(vec![event])
    }

    fn evolve(mut self, event: &Event) -> Self {
        match *event {
            Event::AccountOpened { account, ref owner } => {
                self.owner = Some(owner.clone());
                self.moved(account, Money::ZERO)
            }
            Event::Deposited { account, amount } => self.moved(account, amount),
            Event::Withdrawn { account, amount } => self.moved(account, -amount),
            Event::Transferred { from, to, amount } => self.moved(from, -amount).moved(to, amount),
            Event::FeeCharged { account, amount, fee } => {
                self.fees_charged = fee;
                self.refundable.insert(Fee { number: fee, account, amount });
                self.moved(account, -amount)
            }
            Event::FeeRefunded { account, amount, fee } => {
                self.refundable.remove(&fee);
                self.moved(account, amount)
            }
        }
    }

    fn weight(&self) -> usize {
        1 + self.refundable.len()
    }
}

impl Bank {
    fn accepted_owner(&self, wanted: &str) -> Result<String, Rejection> {
        let wanted = wanted.trim().to_owned();
        let characters = wanted.chars().count();
        if !(1..=LONGEST_NAME).contains(&characters) {
            return Err(Rejection::BadOwner { characters });
        }
        match &self.owner {
            Some(owner) if *owner != wanted => {
                Err(Rejection::OtherOwner { owner: owner.clone(), wanted })
            }
            _ => Ok(wanted),
        }
    }

    fn refundable_fee(&self, fee: u32) -> Result<Fee, Rejection> {
        let open = self.refundable.get(&fee).copied();
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
