//! What stands in a report is true by the name of its column, and its entries explain it.

use std::collections::BTreeMap;

use chrono::{Datelike, Utc};
use examples::{
    Amount,
    bank::{
        self, Account, Bank,
        reports::{AllAccounts, MonthlyTotals},
    },
    readings::{Cell, ReportTable, Row},
};
use proptest::prelude::*;

use crate::{
    months::any_zone,
    naive_days::own_days,
    own_random::true_day,
    random::{Tale, check, scripts},
    reading_laws::gain,
    readings::shown,
    true_days::with_days,
};

/// The cells and the entries of a row, as plain numbers.
fn plain(row: &Row) -> (Vec<i64>, Vec<(usize, i64)>) {
    let amounts = row.cells.iter().filter_map(|cell| match cell {
        Cell::Amount(amount) => Some(amount.units()),
        Cell::Text(_) => None,
    });
    let cited = row.rests_on.iter();
    let cited = cited.map(|part| (part.entry, part.change.map_or(0, Amount::units)));
    (amounts.collect(), cited.collect())
}

/// A refund once stood in the column *Fees*, as if it were one more fee.
#[test]
fn every_cell_of_the_monthly_totals_is_a_plain_loop() {
    check((scripts(), own_days(), any_zone()), |(script, own_days, zone)| {
        let Tale { diary, .. } = Tale::<Bank>::of(&script);
        let diary = with_days(&diary, &own_days);
        let table = shown::<MonthlyTotals>(diary.entries(), &zone, usize::MAX);
        prop_assert_eq!(
            &table.columns,
            &["Month", "Money in", "Money out", "Fees", "Refunds", "Net"]
        );
        let mut months: BTreeMap<_, ([i64; 5], Vec<_>)> = BTreeMap::new();
        let mut all = ([0; 5], Vec::new());
        let mut transfers = 0;
        for entry in diary.entries() {
            transfers += usize::from(matches!(entry.event, bank::Event::Transferred { .. }));
            let gains = gain(&entry.event);
            let net: i64 = gains.iter().sum();
            if net == 0 {
                continue;
            }
            // An entry with a day of its own stands in the month of that day.
            let day = true_day(entry.when(), zone);
            let month = months.entry((day.year(), day.month())).or_default();
            for (cells, cited) in [month, &mut all] {
                let [a, b, c, d] = gains;
                for (cell, change) in cells.iter_mut().zip([a, b, c, d, net]) {
                    *cell += change;
                }
                cited.push((entry.number, net));
            }
        }
        let naive: Vec<_> =
            months.into_values().map(|(cells, cited)| (cells.to_vec(), cited)).collect();
        prop_assert_eq!(table.rows.iter().map(plain).collect::<Vec<_>>(), naive.clone());
        let (cells, cited) = all;
        let together = (!naive.is_empty()).then(|| (cells.to_vec(), cited));
        prop_assert_eq!(table.foot.as_ref().map(plain), together);
        says_transfers(&table, transfers)
    });
}

/// What is counted nowhere is said, or the numbers of entries don't seem to fit together.
fn says_transfers(table: &ReportTable, transfers: usize) -> Result<(), TestCaseError> {
    let start = match transfers {
        0 => None,
        1 => Some("1 transfer is not counted in “Together”: ".to_owned()),
        many => Some(format!("{many} transfers are not counted in “Together”: ")),
    };
    let is_said = match (&start, &table.note) {
        (None, None) => true,
        (Some(start), Some(note)) => note.starts_with(start),
        _ => false,
    };
    prop_assert!(is_said, "{:?} of {}", table.note, transfers);
    Ok(())
}

#[test]
fn every_cell_of_all_accounts_is_a_plain_loop() {
    check(scripts(), |script| {
        let Tale { diary, .. } = Tale::<Bank>::of(&script);
        let table = shown::<AllAccounts>(diary.entries(), &Utc, 100);
        // Each account as it was opened, and all together, when there is one.
        let mut naive: Vec<(&Account, i64, Vec<_>)> = Vec::new();
        let mut together = (0, Vec::new());
        let mut transfers = 0;
        for entry in diary.entries() {
            let mut moves: Vec<(&Account, i64)> = Vec::new();
            match &entry.event {
                bank::Event::AccountOpened { account, .. } => moves.push((account, 0)),
                bank::Event::Deposited { account, amount }
                | bank::Event::FeeRefunded { account, amount, .. } => {
                    moves.push((account, amount.in_cents()));
                }
                bank::Event::Withdrawn { account, amount }
                | bank::Event::FeeCharged { account, amount, .. } => {
                    moves.push((account, -amount.in_cents()));
                }
                bank::Event::Transferred { from, to, amount } => {
                    transfers += 1;
                    moves.extend([(from, -amount.in_cents()), (to, amount.in_cents())]);
                }
            }
            for (account, change) in &moves {
                let at = naive.iter().position(|(of, ..)| of == account).unwrap_or_else(|| {
                    naive.push((*account, 0, Vec::new()));
                    naive.len() - 1
                });
                naive[at].1 += change;
                naive[at].2.extend((*change != 0).then_some((entry.number, *change)));
            }
            let gain: i64 = moves.iter().map(|(_, change)| change).sum();
            together.0 += gain;
            together.1.extend((gain != 0).then_some((entry.number, gain)));
        }
        let is_open = !naive.is_empty();
        // The first two stand first, whichever was opened before the other.
        naive.sort_by_key(|(account, ..)| match account {
            Account::Everyday => 0,
            Account::Savings => 1,
            Account::Named(_) => 2,
        });
        let naive: Vec<_> = naive.into_iter().map(|(_, sum, cited)| (vec![sum], cited)).collect();
        prop_assert_eq!(table.rows.iter().map(plain).collect::<Vec<_>>(), naive);
        let together = is_open.then_some((vec![together.0], together.1));
        prop_assert_eq!(table.foot.as_ref().map(plain), together);
        says_transfers(&table, transfers)
    });
}
