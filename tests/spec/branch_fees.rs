//! What if, where money and the bank's own numbers are concerned.

use chrono::DateTime;
use course::course;
use diary::{Branch, Decider, Diary, WhatIf};
use examples::{
    Branched, Money,
    Outcome::{Impossible, Refused, Written},
    bank::{self, Account::Everyday, Bank},
};
use proptest::{collection::vec, prelude::*, sample::Index};

use crate::{
    branch_laws::{cases, change},
    branches::{cents, line, strike},
    random::check,
};

/// A fee that is struck can't be given back. Plain replay gives it back all the same.
#[test]
fn without_the_fee() {
    let diary = course().bank;
    let branched = strike::<Bank>(&diary, 8);
    let replayed = branched.replayed_line(diary.entry(10).unwrap()).unwrap();
    let why = "this fee was never charged, so it can’t be given back.".to_owned();
    let stands = "Fee of 5.00 refunded".to_owned();
    assert_eq!(line(&replayed), (Impossible, stands, why.clone(), "455.00 150.00".into()));
    assert_eq!(branched.branch().replayed.today().balance(&Everyday), Some(cents(495_00)));

    let decided = branched.decided_line(diary.entry(10).unwrap()).unwrap();
    assert_eq!(line(&decided), (Refused, "Refund fee 1".into(), why, "450.00 150.00".into()));
    assert_eq!(branched.branch().decided.today().balance(&Everyday), Some(cents(490_00)));
    assert_eq!(branched.branch().decided.refused().collect::<Vec<_>>(), [10]);
}

/// A refund is always of the whole fee, so the recorded 5.00 could not have been given back.
#[test]
fn a_fee_of_7_instead() {
    let diary = course().bank;
    let fee = bank::Command::ChargeFee { account: Everyday, amount: cents(7_00) };
    let branched = Branched::<Bank>::of(diary.entries(), WhatIf::Instead(8, fee));
    let both = |number| {
        let entry = diary.entry(number).unwrap();
        let lines = [branched.replayed_line(entry), branched.decided_line(entry)];
        lines.map(|told| line(&told.unwrap()))
    };
    let written =
        (Written, "Fee of 7.00 charged".to_owned(), String::new(), "503.00 150.00".to_owned());
    assert_eq!(both(8), [written.clone(), written]);
    let stands = (
        Impossible,
        "Fee of 5.00 refunded".to_owned(),
        "the rules would have written “Fee of 7.00 refunded”.".to_owned(),
        "448.00 150.00".to_owned(),
    );
    let again =
        (Written, "Fee of 7.00 refunded".to_owned(), String::new(), "450.00 150.00".to_owned());
    assert_eq!(both(10), [stands, again]);
    assert_eq!(branched.branch().replayed.today().balance(&Everyday), Some(cents(488_00)));
    assert_eq!(branched.branch().decided.today().balance(&Everyday), Some(cents(490_00)));
}

/// “Refund fee 2” means the second fee, also where it is the first by now.
#[test]
fn a_refund_follows_its_fee() {
    use bank::Event::{AccountOpened, Deposited, FeeCharged, FeeRefunded};
    let charged = |cents, fee| FeeCharged { account: Everyday, amount: Money::cents(cents), fee };
    let refunded = |cents, fee| FeeRefunded { account: Everyday, amount: Money::cents(cents), fee };
    let mut diary = Diary::default();
    diary.append(
        course().bank.entries()[0].at,
        [
            AccountOpened { account: Everyday, owner: "Ana".into() },
            Deposited { account: Everyday, amount: cents(100_00) },
            charged(5_00, 1),
            charged(7_00, 2),
            charged(9_00, 3),
            refunded(7_00, 2),
        ],
    );
    let branched = strike::<Bank>(&diary, 3);
    let decided = &branched.branch().decided;
    let events: Vec<_> = decided.diary().entries()[2..].iter().map(|it| it.event.clone()).collect();
    assert_eq!(events, [charged(7_00, 1), charged(9_00, 2), refunded(7_00, 1)]);
    let told = branched.decided_line(diary.entry(6).unwrap()).unwrap();
    let what = "Fee of 7.00 refunded".to_owned();
    assert_eq!(line(&told), (Written, what, String::new(), "91.00".into()));
    // Without the second fee there is nothing to give back, though the third has its number now.
    assert_eq!(strike::<Bank>(&diary, 4).branch().decided.refused().collect::<Vec<_>>(), [6]);
    // In plain replay the facts keep numbers that the rules would not have given.
    let replayed = branched.replayed_line(diary.entry(4).unwrap()).unwrap();
    assert_eq!(replayed.outcome, Impossible);
    assert_eq!(replayed.why, "the rules would have given it another number.");
    // The account that is struck itself takes everything with it.
    let nothing = strike::<Bank>(&diary, 1);
    assert_eq!(nothing.branch().decided.refused().collect::<Vec<_>>(), [2, 3, 4, 5, 6]);
    assert!(nothing.branch().decided.diary().is_empty());
}

/// A diary from a file may give back a fee that was never charged. It isn't taken for another one.
#[test]
fn a_refund_without_a_fee_is_refused() {
    use bank::Event::{AccountOpened, FeeCharged, FeeRefunded};
    let amount = cents(5_00);
    let mut diary = course().bank;
    let last = diary.entries()[10].at;
    diary.append(last, [3, 1].map(|fee| FeeRefunded { account: Everyday, amount, fee }));
    diary.append(last, [FeeCharged { account: Everyday, amount, fee: 2 }]);
    diary.append(last, [FeeRefunded { account: Everyday, amount, fee: 7 }]);
    diary.append(last, [AccountOpened { account: Everyday, owner: "Ana".into() }]);
    let decided = Branch::<Bank>::of(diary.entries(), WhatIf::Strike(0)).decided;
    assert_eq!(decided.refused().collect::<Vec<_>>(), [12, 13, 15, 16]);
    assert_eq!(decided.today().refundable().len(), 1);
}

/// Whichever fee is struck, every other one is given back to the cent, whatever its number is now,
/// and the struck one alone is not.
#[test]
fn every_refund_follows_its_fee() {
    use bank::Event::{AccountOpened, Deposited, FeeCharged, FeeRefunded};
    let fees = vec((1_i64..=9_00, any::<bool>()), 1..20).prop_shuffle();
    check((fees, any::<Index>()), |(fees, struck)| {
        let fee = |which: usize| u32::try_from(which + 1).unwrap();
        let mut facts = vec![
            AccountOpened { account: Everyday, owner: "Ana".into() },
            Deposited { account: Everyday, amount: Money::cents(1_000_00) },
        ];
        let amount = |which: usize| Money::cents(fees[which].0);
        facts.extend((0..fees.len()).map(|at| FeeCharged {
            account: Everyday,
            amount: amount(at),
            fee: fee(at),
        }));
        let back: Vec<_> = (0..fees.len()).rev().filter(|at| fees[*at].1).collect();
        facts.extend(back.iter().map(|&at| FeeRefunded {
            account: Everyday,
            amount: amount(at),
            fee: fee(at),
        }));
        let mut diary = Diary::default();
        diary.append(DateTime::UNIX_EPOCH, facts);
        let struck = struck.index(fees.len());
        let branch = Branch::<Bank>::of(diary.entries(), WhatIf::Strike(3 + struck));
        for (at, number) in back.iter().zip(3 + fees.len()..) {
            let given = branch.decided.facts(number).iter().map(|fact| match fact.event {
                FeeRefunded { amount, .. } => Some(amount),
                _ => None,
            });
            let expected = (*at != struck).then_some(Some(amount(*at)));
            prop_assert_eq!(given.collect::<Vec<_>>(), Vec::from_iter(expected));
        }
        Ok(())
    });
}

/// Money is conserved in a branch too, even where a balance is below nothing.
#[test]
fn a_transfer_changes_no_total_in_a_branch() {
    let total = |bank: &Bank| -> i64 {
        bank.accounts().into_iter().map(|held| held.balance.in_cents()).sum()
    };
    check(cases(), |case| {
        let (diary, change) = change::<Bank>(&case);
        let branch = Branch::<Bank>::of(diary.entries(), change);
        for future in [&branch.replayed, &branch.decided] {
            let mut bank = Bank::default();
            for entry in future.diary().entries() {
                let before = total(&bank);
                bank = bank.evolve(&entry.event);
                if matches!(entry.event, bank::Event::Transferred { .. }) {
                    prop_assert_eq!(total(&bank), before);
                }
            }
        }
        // What the rules have decided is never below nothing.
        let accounts = branch.decided.today().accounts();
        prop_assert!(accounts.iter().all(|held| held.balance >= Money::ZERO));
        Ok(())
    });
}
