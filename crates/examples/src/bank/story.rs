//! Ana's accounts: eleven entries.

use chrono::TimeZone;

use super::{Account, Event};
use crate::{Money, story::Dates};
use diary::Diary;

/// The story on the reader's calendar, as far as it has happened.
pub(super) fn story(dates: &Dates<'_, impl TimeZone>) -> Diary<Event> {
    let mut diary = Diary::default();
    for (month, day, hour, minute, event) in entries() {
        if let Some(at) = dates.place(month, day, hour, minute) {
            diary.append(at, [event]);
        }
    }
    diary
}

/// Month, day, hour, minute (2026), and what happened.
fn entries() -> [(u32, u32, u32, u32, Event); 11] {
    use Account::{Everyday, Savings};
    use Event::{AccountOpened, Deposited, FeeCharged, FeeRefunded, Transferred, Withdrawn};
    let owner = || "Ana".to_owned();
    let cents = Money::cents;
    [
        (1, 5, 9, 0, AccountOpened { account: Everyday, owner: owner() }),
        (1, 10, 8, 15, Deposited { account: Everyday, amount: cents(500_00) }),
        (1, 24, 18, 40, Withdrawn { account: Everyday, amount: cents(120_00) }),
        (2, 3, 12, 5, Deposited { account: Everyday, amount: cents(200_00) }),
        (2, 10, 9, 55, AccountOpened { account: Savings, owner: owner() }),
        (2, 10, 10, 0, Transferred { from: Everyday, to: Savings, amount: cents(150_00) }),
        (2, 14, 19, 20, Deposited { account: Everyday, amount: cents(80_00) }),
        (2, 28, 23, 59, FeeCharged { account: Everyday, amount: cents(5_00), fee: 1 }),
        (3, 1, 10, 30, Withdrawn { account: Everyday, amount: cents(60_00) }),
        (3, 5, 11, 0, FeeRefunded { account: Everyday, amount: cents(5_00), fee: 1 }),
        (3, 12, 8, 15, Deposited { account: Everyday, amount: cents(40_00) }),
    ]
}
