//! How the bank speaks: its facts as lines, its commands as they were said, its refusals as sentences.

use std::fmt;

use super::{Account, Bank, Command, Event, Rejection};
use crate::{Amount, Describe, LONGEST_NAME, Mark, Money, shown};

impl Describe for Bank {
    type Figure = Account;

    const FIGURES: &'static [Account] = &Account::FIRST;

    const ZERO: Amount = Amount::Money(Money::ZERO);

    fn figure(&self, account: &Account) -> Option<Amount> {
        self.balance(account).map(Amount::Money)
    }

    fn figures(&self) -> Vec<Account> {
        self.accounts().into_iter().map(|held| held.account.clone()).collect()
    }

    fn figures_of(event: &Event) -> impl Iterator<Item = &Account> {
        event.accounts()
    }

    fn place(&self, account: &Account) -> Option<usize> {
        self.place(account)
    }

    fn figure_name(account: &Account) -> String {
        account.to_string()
    }

    fn line(event: &Event) -> String {
        match event {
            Event::AccountOpened { account, owner } => {
                format!("{account} opened for {}", shown(owner))
            }
            Event::Deposited { account, amount } => {
                format!("Deposited {amount}{}", beside("into", account))
            }
            Event::Withdrawn { account, amount } => {
                format!("Withdrawn {amount}{}", beside("from", account))
            }
            Event::Transferred { to, amount, .. } => format!("Transferred {amount} to {to}"),
            Event::FeeCharged { account, amount, .. } => {
                format!("Fee of {amount} charged{}", beside("to", account))
            }
            Event::FeeRefunded { account, amount, .. } => {
                format!("Fee of {amount} refunded{}", beside("to", account))
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

    fn describe_command(command: &Command) -> String {
        match command {
            Command::OpenAccount { account, owner } if account.name().is_empty() => {
                format!("Open an account for {}", shown(owner))
            }
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
            Self::AlreadyOpen { account } => {
                write!(f, "{account} is open already. A new account needs another name.")
            }
            Self::BadOwner { characters: 0 } => {
                write!(f, "an account needs the name of its owner.")
            }
            Self::BadName { characters: 0 } => write!(f, "an account needs a name."),
            Self::BadOwner { characters } | Self::BadName { characters } => {
                write!(
                    f,
                    "a name has at most {LONGEST_NAME} characters, and this has {characters}."
                )
            }
            Self::OtherOwner { owner, wanted } => {
                let (owner, wanted) = (shown(owner), shown(wanted));
                write!(
                    f,
                    "all accounts here belong to {owner}. Open it for {owner}, and not for \
                           {wanted}."
                )
            }
            Self::InsufficientFunds { account, balance, wanted } => {
                write!(f, "the balance of {account} is {balance}, and {wanted} is more than that.")
            }
            Self::SameAccount { account } => {
                write!(
                    f,
                    "a transfer needs two accounts, and {account} can’t be both of them. \
                           Choose another one."
                )
            }
            Self::TooMuch { account, balance, wanted } => write!(
                f,
                "{account} holds {balance}. With {wanted} it would hold more than {}, \
                 the most this bank can count.",
                Money::MAX
            ),
            Self::NoSuchFee { .. } => {
                write!(f, "this fee was never charged, so it can’t be given back.")
            }
            Self::AlreadyRefunded { fee } => {
                write!(f, "fee {fee} has been given back already, and a fee is given back once.")
            }
        }
    }
}

/// “into Savings”. The account that everybody has is not named: an entry about it is one line, also on a phone.
fn beside(word: &str, account: &Account) -> String {
    if *account == Account::Everyday { String::new() } else { format!(" {word} {account}") }
}
