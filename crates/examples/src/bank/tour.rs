//! What the bank's tour says.

use super::{Account, Bank, Command};
use crate::{Money, tour::Tour};

/// More than most people have.
const MUCH: Money = Money::cents(10_000_00);

pub(super) const TOUR: Tour<Bank> = Tour {
    ask: "Ask both worlds what the balance was.",
    refuse: |bank| {
        let account = Account::Everyday;
        let balance = bank.balance(&account).unwrap_or_default();
        // Who has more than that is asked for still more.
        let amount = MUCH.max(Money::cents(balance.in_cents().saturating_add(1)));
        ("Now ask for more than there is.", Command::Withdraw { account, amount })
    },
    end: "Open an entry to take it back.",
};
