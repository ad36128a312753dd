//! The commands behind the bank's facts.

use super::{Bank, Command, Event};
use diary::FromEvent;

/// Fees are numbered from 1: nothing has this number, so the bank will say that there is none.
const NO_FEE: u32 = 0;

impl FromEvent for Bank {
    /// Every fact says all that was asked for. What it says beyond that was decided: the number
    /// of a fee, and the account and the amount of a refund, which are those of its fee.
    fn command_of(event: &Event) -> Option<Command> {
        Some(match event.clone() {
            Event::AccountOpened { account, owner } => Command::OpenAccount { account, owner },
            Event::Deposited { account, amount } => Command::Deposit { account, amount },
            Event::Withdrawn { account, amount } => Command::Withdraw { account, amount },
            Event::Transferred { from, to, amount } => Command::Transfer { from, to, amount },
            Event::FeeCharged { account, amount, fee: _ } => Command::ChargeFee { account, amount },
            Event::FeeRefunded { account: _, amount: _, fee } => Command::RefundFee { fee },
        })
    }

    fn number_given(event: &Event) -> Option<u32> {
        match *event {
            Event::FeeCharged { fee, .. } => Some(fee),
            _ => None,
        }
    }

    fn renumbered(command: Command, now: &dyn Fn(u32) -> Option<u32>) -> Command {
        match command {
            Command::RefundFee { fee } => Command::RefundFee { fee: now(fee).unwrap_or(NO_FEE) },
            other => other,
        }
    }

    fn writes_just(&self, command: &Command, event: &Event) -> bool {
        self.decided(command).is_ok_and(|decided| decided == *event)
    }
}
