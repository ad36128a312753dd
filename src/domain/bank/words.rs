//! How the bank speaks: its facts as lines, its wishes as they were said, its refusals as sentences.

use std::fmt;

use super::{Account, Bank, Command, Event, Rejection};
use crate::domain::{LONGEST_NAME, Mark, Money, Told, shown};

impl Told for Bank {
    const FIGURES: &'static [&'static str] = &["Everyday", "Savings"];

    fn figure(&self, which: usize) -> Option<Money> {
        self.balance(*Account::ALL.get(which)?)
    }

    fn line(event: &Event) -> String {
        match event {
            Event::AccountOpened { account, owner } => {
                format!("{account} opened for {}", shown(owner))
            }
            Event::Deposited { account, amount } => format!("Deposited {amount} into {account}"),
            Event::Withdrawn { account, amount } => format!("Withdrawn {amount} from {account}"),
            Event::Transferred { to, amount, .. } => format!("Transferred {amount} to {to}"),
            Event::FeeCharged { account, amount, .. } => {
                format!("Fee of {amount} charged to {account}")
            }
            Event::FeeRefunded { account, amount, .. } => {
                format!("Fee of {amount} refunded to {account}")
            }
        }
    }

    fn mark(event: &Event) -> Option<Mark> {
        match *event {
            Event::FeeCharged { fee, .. } => Some(Mark::Numbered(fee)),
            Event::FeeRefunded { fee, .. } => Some(Mark::Corrects(fee)),
            _ => None,
        }
    }

    fn wish(command: &Command) -> String {
        match command {
            Command::OpenAccount { account, owner } => {
                format!("Open {account} for {}", shown(owner))
            }
            Command::Deposit { account, amount } => format!("Deposit {amount} into {account}"),
            Command::Withdraw { account, amount } => format!("Withdraw {amount} from {account}"),
            Command::Transfer { from, to, amount } => {
                format!("Transfer {amount} from {from} to {to}")
            }
            Command::ChargeFee { account, amount } => {
                format!("Charge {account} a fee of {amount}")
            }
            Command::RefundFee { fee } => format!("Refund fee {fee}"),
        }
    }
}

impl Account {
    /// Both accounts.
    pub const ALL: [Self; 2] = [Self::Everyday, Self::Savings];

    /// The account's name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Everyday => "Everyday",
            Self::Savings => "Savings",
        }
    }

    /// The owner's other account.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Everyday => Self::Savings,
            Self::Savings => Self::Everyday,
        }
    }
}

impl fmt::Display for Account {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// The refusal as a sentence that can stand after “Withdraw 10,000.00: ”.
impl fmt::Display for Rejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotPositive { amount } => {
                write!(f, "an amount must be more than 0.00, and this is {amount}.")
            }
            Self::NotOpen { account } => {
                write!(f, "{account} has not been opened yet. Open it first.")
            }
            Self::AlreadyOpen { account } => write!(f, "{account} is open already."),
            Self::BadOwner { characters: 0 } => {
                write!(f, "an account needs the name of its owner.")
            }
            Self::BadOwner { characters } => {
                write!(
                    f,
                    "a name has at most {LONGEST_NAME} characters, and this has {characters}."
                )
            }
            Self::OtherOwner { owner, wanted } => {
                let (owner, wanted) = (shown(owner), shown(wanted));
                write!(f, "both accounts belong to {owner}, and {wanted} is somebody else.")
            }
            Self::InsufficientFunds { account, balance, wanted } => {
                write!(f, "the balance of {account} is {balance}, and {wanted} is more than that.")
            }
            Self::SameAccount { account } => {
                write!(f, "{account} is both ends; a transfer needs two accounts.")
            }
            Self::TooMuch { account, balance, wanted } => write!(
                f,
                "{account} holds {balance}; with {wanted} it would hold more than {}, \
                 the most this bank can count.",
                Money::MAX
            ),
            Self::NoSuchFee { .. } => write!(f, "no such fee was ever charged."),
            Self::AlreadyRefunded { fee } => {
                write!(f, "fee {fee} has been given back already, and a fee is given back once.")
            }
        }
    }
}
