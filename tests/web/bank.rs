//! The bank's commands: each writes one line and overwrites one number, or leaves no ink.

use event_diary::domain::{
    Money,
    bank::{Account, Event, Rejection},
};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{
    page::{Page, Row},
    stage::{self, kept_bank},
};

const EVERYDAY: Account = Account::Everyday;

#[wasm_bindgen_test]
async fn a_deposit_writes_one_line_and_overwrites_one_number() {
    let page = Page::first_visit().await;
    let before = page.rows();

    page.wish("Deposit", "50.00", 12).await;

    assert_eq!(page.balances(), ("540.00".into(), "540.00".into()));
    assert_eq!(page.savings(), ("150.00".into(), "150.00".into()));
    let rows = page.rows();
    assert_eq!(rows[..11], before, "no other line has changed");
    let Row { number, when, what, figures, .. } = &rows[11];
    assert_eq!((*number, rows.len()), (12, 12));
    assert!(when.contains("25 Mar 2026") && what.contains("50.00"), "{when}: {what}");
    assert_eq!(figures, &["540.00", "150.00"]);
    let kept = kept_bank();
    let amount = Money::cents(50_00);
    assert_eq!(kept.entries()[11].event, Event::Deposited { account: EVERYDAY, amount });
    assert_eq!(kept.until(11), stage::story().bank.entries());
    assert_eq!(page.refusal(), None);
}
