//! The bank's reports.

mod all_accounts;
mod monthly_totals;

pub use all_accounts::AllAccounts;
pub use monthly_totals::{MonthlyTotals, Totals};

use super::Bank;
use crate::{
    Statement,
    readings::{OpenReport, Reports},
};
use english::counted::counted;

impl Reports for Bank {
    const FOR_EXAMPLE: &'static str = "for example Deposit";

    fn each(open: &mut impl OpenReport<Self>) {
        open.open::<Statement<Self>>();
        open.open::<MonthlyTotals>();
        open.open::<AllAccounts>();
    }
}

/// Says which entries are none of those that the last row rests on, and why they aren't.
fn transfers_left_out(transfers: usize, why: &str) -> Option<String> {
    let words = counted(transfers, "transfer is", "transfers are");
    (transfers > 0).then(|| format!("{words} not counted in “Together”: {why}."))
}
