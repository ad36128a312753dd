//! How the bank's entries are taken back.

use super::{Bank, Command, Event};
use crate::{Describe, TakeBack};

pub(super) fn take_back(event: &Event) -> TakeBack<Command> {
    let by = |what, command| TakeBack::by(what, Bank::describe_command(&command), command);
    match event.clone() {
        Event::AccountOpened { .. } => TakeBack::never("the opening of an account"),
        Event::Deposited { account, amount } => {
            by("a deposit", Command::Withdraw { account, amount })
        }
        Event::Withdrawn { account, amount } => {
            by("a withdrawal", Command::Deposit { account, amount })
        }
        Event::Transferred { from, to, amount } => {
            by("a transfer", Command::Transfer { from: to, to: from, amount })
        }
        // The fee is named by its amount: nobody knows its number.
        Event::FeeCharged { amount, fee, .. } => {
            TakeBack::by("a fee", format!("Refund fee of {amount}"), Command::RefundFee { fee })
        }
        Event::FeeRefunded { account, amount, .. } => {
            by("a refund", Command::ChargeFee { account, amount })
        }
    }
}
