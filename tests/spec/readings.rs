//! Many reports of one diary, each as a table, each filled from the entries and from nothing else.

use chrono::{TimeZone, Utc};
use chrono_tz::Tz;
use course::course;
use diary::{Checkpointed, Entry};
use examples::{
    Statement,
    bank::{
        Bank,
        reports::{AllAccounts, MonthlyTotals},
    },
    order::reports::{OrderHistory, WhatWasRemoved},
    readings::{Cell, Report, ReportTable, Row, table},
};

use crate::true_days::late_letter;

/// A reading of all of it, as a table.
pub(crate) fn shown<P: Report>(
    entries: &[Entry<P::Event>],
    zone: &impl TimeZone,
    most: usize,
) -> ReportTable {
    let mut bookmarked = Checkpointed::<P>::default();
    bookmarked.read_to(entries, entries.len());
    table(&bookmarked, entries, zone, most)
}

/// A row as it is read, with the entries that it rests on.
fn words(row: &Row) -> String {
    let cells = row.cells.iter().map(|cell| match cell {
        Cell::Text(words) => words.clone(),
        Cell::Amount(amount) => amount.to_string(),
    });
    let entries = row.rests_on.iter().map(|part| part.entry.to_string());
    let (cells, entries): (Vec<_>, Vec<_>) = (cells.collect(), entries.collect());
    format!("{} [{}]", cells.join(" | "), entries.join(" "))
}

#[track_caller]
pub(crate) fn is_shown_as(table: &ReportTable, columns: &str, rows: &[&str], foot: Option<&str>) {
    assert_eq!(table.columns.join(" | "), columns);
    assert_eq!(table.rows.iter().map(words).collect::<Vec<_>>(), rows);
    assert_eq!(table.foot.as_ref().map(words).as_deref(), foot);
    let width = table.columns.len();
    assert!(table.rows.iter().chain(&table.foot).all(|row| row.cells.len() == width));
}

#[test]
fn the_statement_tells_line_by_line() {
    let table = shown::<Statement<Bank>>(late_letter().entries(), &Utc, 4);
    assert_eq!((table.name, table.left_out), ("Statement", 8));
    let rows = [
        "1 Mar 2026, 10:30 | Withdrawn 60.00 | 445.00 | 150.00 [9]",
        "5 Mar 2026, 11:00 | Fee of 5.00 refunded | 450.00 | 150.00 [10]",
        "12 Mar 2026, 08:15 | Deposited 40.00 | 490.00 | 150.00 [11]",
        "20 Mar 2026, 09:00 | Deposited 30.00, true on 27 February 2026 | 520.00 | 150.00 [12]",
    ];
    is_shown_as(&table, "When | What | Everyday | Savings", &rows, None);
    let first = shown::<Statement<Bank>>(course().bank.until(1), &Utc, 4);
    is_shown_as(
        &first,
        "When | What | Everyday | Savings",
        &["5 Jan 2026, 09:00 | Everyday opened for Ana | 0.00 |  [1]"],
        None,
    );
}

const MONTHLY: &str = "Month | Money in | Money out | Fees | Refunds | Net";

#[test]
fn monthly_totals_tell_what_came_and_went() {
    let bank = course().bank;
    let table = shown::<MonthlyTotals>(bank.entries(), &Utc, 12);
    let rows = [
        "January 2026 | 500.00 | −120.00 | 0.00 | 0.00 | 380.00 [2 3]",
        "February 2026 | 280.00 | 0.00 | −5.00 | 0.00 | 275.00 [4 7 8]",
        "March 2026 | 40.00 | −60.00 | 0.00 | 5.00 | −15.00 [9 10 11]",
    ];
    let foot = "Together | 820.00 | −180.00 | −5.00 | 5.00 | 640.00 [2 3 4 7 8 9 10 11]";
    is_shown_as(&table, MONTHLY, &rows, Some(foot));
    let note = "1 transfer is not counted in “Together”: no money comes in or goes out by that.";
    assert_eq!(table.note.as_deref(), Some(note));
    let latest = shown::<MonthlyTotals>(bank.entries(), &Utc, 1);
    assert_eq!(latest.left_out, 2);
    is_shown_as(&latest, MONTHLY, &rows[2..], Some(foot));
    // In Berlin it was March when the fee was charged.
    let berlin = shown::<MonthlyTotals>(bank.entries(), &Tz::Europe__Berlin, 2);
    let rows = [
        "February 2026 | 280.00 | 0.00 | 0.00 | 0.00 | 280.00 [4 7]",
        "March 2026 | 40.00 | −60.00 | −5.00 | 5.00 | −20.00 [8 9 10 11]",
    ];
    is_shown_as(&berlin, MONTHLY, &rows, Some(foot));
    is_shown_as(&shown::<MonthlyTotals>(&[], &Utc, 12), MONTHLY, &[], None);
}

#[test]
fn all_accounts_tell_what_is_there() {
    let bank = course().bank;
    let table = shown::<AllAccounts>(bank.entries(), &Utc, 12);
    let rows = ["Everyday | 490.00 [2 3 4 6 7 8 9 10 11]", "Savings | 150.00 [6]"];
    // The transfer is none of the terms of the total.
    let foot = "Together | 640.00 [2 3 4 7 8 9 10 11]";
    is_shown_as(&table, "Account | Balance", &rows, Some(foot));
    let note =
        "1 transfer is not counted in “Together”: what one account gives, the other one gets.";
    assert_eq!(table.note.as_deref(), Some(note));
    let before = shown::<AllAccounts>(bank.until(5), &Utc, 12);
    let after = shown::<AllAccounts>(bank.until(6), &Utc, 12);
    assert_eq!(before.foot.unwrap().cells, after.foot.unwrap().cells, "a transfer changes nothing");
    is_shown_as(&shown::<AllAccounts>(&[], &Utc, 12), "Account | Balance", &[], None);
}

#[test]
fn the_order_s_history_tells_its_phases() {
    let order = course().order;
    let table = shown::<OrderHistory>(order.entries(), &Utc, 12);
    let columns = "Phase | From | Lasted | What happened";
    let rows = [
        "not paid | 18 Feb 2026, 14:02 | 19 h 28 min | 4 items added, 2 removed [1 2 3 4 5 6 7]",
        "paid | 19 Feb 2026, 09:30 | 2 d 7 h 15 min | 20.50 received [8]",
        "shipped | 21 Feb 2026, 16:45 |  |  [9]",
    ];
    is_shown_as(&table, columns, &rows, None);
    let latest = shown::<OrderHistory>(order.entries(), &Utc, 2);
    assert_eq!(latest.left_out, 1);
    is_shown_as(&latest, columns, &rows[1..], None);
    let early = ["not paid | 18 Feb 2026, 14:02 |  | 1 item added [1 2]"];
    is_shown_as(&shown::<OrderHistory>(order.until(2), &Utc, 2), columns, &early, None);
}

#[test]
fn what_was_removed_tells_whether_it_came_back() {
    let order = course().order;
    let table = shown::<WhatWasRemoved>(order.entries(), &Utc, 12);
    let rows = [
        "mug | 18 Feb 2026, 14:06 | 18 Feb 2026, 14:11 [4 5]",
        "lamp | 18 Feb 2026, 14:16 | never [7]",
    ];
    is_shown_as(&table, "Item | Removed | Came back", &rows, None);
    let before = shown::<WhatWasRemoved>(order.until(4), &Utc, 12);
    let rows = ["mug | 18 Feb 2026, 14:06 | never [4]"];
    is_shown_as(&before, "Item | Removed | Came back", &rows, None);
}

#[test]
fn a_report_can_be_behind_deleted_and_rebuilt() {
    let bank = course().bank;
    let entries = bank.entries();
    let mut report = Checkpointed::<MonthlyTotals>::default();
    report.read_to(entries, 8);
    assert_eq!((report.version(), report.behind(entries)), (8, 3), "this report is 3 lines old");
    let old = table(&report, entries, &Utc, 12);
    assert_eq!(old, shown::<MonthlyTotals>(bank.until(8), &Utc, 12));
    // It never reads back, and never beyond what there is.
    report.read_to(entries, 3);
    assert_eq!(report.version(), 8);
    report.read_to(entries, usize::MAX);
    assert_eq!((report.version(), report.behind(entries)), (11, 0));
    let whole = report.clone();
    report.delete();
    assert_eq!((report.version(), report.behind(entries)), (0, 11));
    assert!(table(&report, entries, &Utc, 12).rows.is_empty());
    report.read_to(entries, 11);
    assert_eq!(report, whole);
}
