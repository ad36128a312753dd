//! The diary that is measured: what somebody with three accounts does in some years, the same in every run.

use examples::{
    Money,
    bank::{Account, Bank, Command},
};

/// Fees that are open at once. Those of before are given back, as a bank does that was wrong now and then: contestants
/// that copy their list of open fees with each event would otherwise be slow because of that alone.
const OPEN_FEES: usize = 8;

/// Commands that the rules grant, in an order that looks like chance.
pub(crate) struct Commands {
    accounts: [Account; 3],
    opened: usize,
    chance: u32,
}

impl Default for Commands {
    fn default() -> Self {
        let accounts = [Account::Everyday, Account::Savings, Account::called("Holidays")];
        Self { accounts, opened: 0, chance: 2_463_534_242 }
    }
}

impl Commands {
    /// The next one, where things stand.
    pub(crate) fn next(&mut self, bank: &Bank) -> Command {
        if let Some(account) = self.accounts.get(self.opened).cloned() {
            self.opened += 1;
            return Command::OpenAccount { account, owner: "Ana".into() };
        }
        if bank.refundable().len() >= OPEN_FEES {
            let fee = bank.refundable().first().map_or(0, |fee| fee.number);
            return Command::RefundFee { fee };
        }
        // Everyday half of the time.
        let which = [0, 0, 1, 2][self.draw(4) as usize];
        let account = self.accounts[which].clone();
        let to = self.accounts[(which + 1) % self.accounts.len()].clone();
        let amount = Money::cents(i64::from(self.draw(50_000)) + 1);
        let can_take = bank.balance(&account).is_some_and(|balance| balance >= amount);
        match self.draw(100) {
            45..=79 if can_take => Command::Withdraw { account, amount },
            80..=93 if can_take => Command::Transfer { from: account, to, amount },
            94..=99 if can_take => Command::ChargeFee { account, amount },
            _ => Command::Deposit { account, amount },
        }
    }

    /// A number below `below`: Marsaglia's xorshift, which is chance enough here.
    fn draw(&mut self, below: u32) -> u32 {
        self.chance ^= self.chance << 13;
        self.chance ^= self.chance >> 17;
        self.chance ^= self.chance << 5;
        self.chance % below
    }
}
