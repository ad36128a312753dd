//! A long bank diary that nobody has written, to feel what many entries are like.

use chrono::{DateTime, TimeDelta, Utc};

use diary::{Decider, Diary};
use examples::{
    Money,
    bank::{Account, Bank, Command, Event},
};

/// The longest diary that is made: a million entries, which take some 50 MB.
pub const MOST_ENTRIES: usize = 1_000_000;

/// Minutes between two entries, so that a million of them fit into 19 years.
const MINUTES: i64 = 10;

/// A diary of so many entries ([`MOST_ENTRIES`] at most), the last of them written at `last` (UTC).
///
/// Nothing in it is left to chance: the same call gives the same diary, and a longer one begins
/// with the same facts. Each fact was decided by the bank's rules.
pub fn big_diary(entries: usize, last: DateTime<Utc>) -> Diary<Event> {
    let mut diary = Diary::default();
    let mut bank = Bank::default();
    let mut dice = Dice(2026);
    for to_come in (0..entries.min(MOST_ENTRIES)).rev() {
        let minutes = i64::try_from(to_come).unwrap_or_default() * MINUTES;
        let at = last.checked_sub_signed(TimeDelta::minutes(minutes)).unwrap_or_default();
        for event in happening(&bank, &mut dice) {
            bank.apply(&event);
            diary.append(at, [event]);
        }
    }
    diary
}

/// What happens next: the next command or, where the rules refuse it, some money that comes in.
fn happening(bank: &Bank, dice: &mut Dice) -> Vec<Event> {
    let command = next_command(bank, dice);
    let comes_in =
        |_| bank.decide(&Command::Deposit { account: Account::Everyday, amount: SALARY });
    bank.decide(&command).or_else(comes_in).unwrap_or_default()
}

const SALARY: Money = Money::cents(2_000_00);

/// Everyday life: mostly small amounts in and out, now and then a transfer, seldom a fee.
fn next_command(bank: &Bank, dice: &mut Dice) -> Command {
    let unopened = Account::FIRST.into_iter().find(|account| bank.balance(account).is_none());
    if let Some(account) = unopened {
        return Command::OpenAccount { account, owner: "Ana".into() };
    }
    let (kind, cents) = (dice.below(100), dice.below(90_00));
    let amount = Money::cents(1_00 + cents);
    let (account, from) = (Account::Everyday, Account::Savings);
    match (kind, bank.refundable().first()) {
        // Fees are seldom here, and soon given back, as in a life. `tests/spec/long.rs` has the other
        // shapes, in which none is.
        (..25, Some(fee)) => Command::RefundFee { fee: fee.number },
        (..40, _) => Command::Deposit { account, amount },
        (40..90, _) => Command::Withdraw { account, amount },
        (90..94, _) => Command::Transfer { from: account, to: from, amount },
        (94..98, _) => Command::Transfer { from, to: account, amount },
        _ => Command::ChargeFee { account, amount: Money::cents(5_00) },
    }
}

/// Numbers that look like chance and are none: a linear congruential generator, with the constants
/// of Knuth's MMIX.
struct Dice(u64);

impl Dice {
    /// The next number, from 0 up to and without `end`.
    fn below(&mut self, end: u32) -> i64 {
        let next = self.0.wrapping_mul(6_364_136_223_846_793_005);
        self.0 = next.wrapping_add(1_442_695_040_888_963_407);
        // The high half: the low bits of such a generator repeat after a few steps.
        (self.0 >> 32).checked_rem(end.into()).and_then(|it| i64::try_from(it).ok()).unwrap_or(0)
    }
}
