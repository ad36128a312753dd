//! The bank's commands: each writes one line and overwrites one number, or leaves no trace.

use examples::{
    Money,
    bank::{Account, Event, Rejection},
};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{
    page::Page,
    row::Row,
    stage::{self, kept_bank},
};

const EVERYDAY: Account = Account::Everyday;

#[wasm_bindgen_test]
async fn a_deposit_writes_one_line_and_overwrites_one_number() {
    let page = Page::first_visit().await;
    let before = page.rows();

    page.command("Deposit", "50.00", 12).await;

    assert_eq!(page.balances(), ("540.00".into(), "540.00".into()));
    assert_eq!(page.savings(), ("150.00".into(), "150.00".into()));
    let rows = page.rows();
    assert_eq!(rows[..11], before, "no other line has changed");
    let Row { number, when, what, figures, .. } = &rows[11];
    assert_eq!((*number, rows.len()), (12, 12));
    assert!(when.contains("25 Mar") && what.contains("50.00"), "{when}: {what}");
    assert_eq!(figures, &["540.00", "150.00"]);
    let kept = kept_bank();
    let amount = Money::cents(50_00);
    assert_eq!(kept.entries()[11].event, Event::Deposited { account: EVERYDAY, amount });
    assert_eq!(kept.until(11), stage::story().bank.entries());
    assert_eq!(page.refusal(), None);
}

#[wasm_bindgen_test]
async fn a_withdrawal_is_one_more_line() {
    let page = Page::first_visit().await;
    page.command("Withdraw", "490", 12).await;
    assert_eq!(page.balances(), ("0.00".into(), "0.00".into()));
    assert_eq!(page.last_row().figures, ["0.00", "150.00"]);
    let amount = Money::cents(490_00);
    assert_eq!(kept_bank().entries()[11].event, Event::Withdrawn { account: EVERYDAY, amount });
}

#[wasm_bindgen_test]
async fn a_refused_command_leaves_no_changes() {
    let page = Page::first_visit().await;
    let (texts, rows) = (stage::our_texts(), page.rows());

    page.fill("Amount", "10,000");
    let refusal = page.refused("Withdraw").await;

    let (balance, wanted) = (Money::cents(490_00), Money::cents(10_000_00));
    let rule = Rejection::InsufficientFunds { account: EVERYDAY, balance, wanted }.to_string();
    assert!(refusal.contains(&rule), "{refusal}");
    assert!(refusal.contains("490.00") && refusal.contains("10,000.00"), "{refusal}");
    assert_eq!(page.rows(), rows);
    assert_eq!(page.entries(), 11);
    assert_eq!(page.balances(), ("490.00".into(), "490.00".into()));
    assert_eq!(stage::our_texts(), texts, "byte for byte the same");

    // The next command that is granted takes its place.
    page.command("Withdraw", "1", 12).await;
    assert_eq!(page.refusal(), None);
}

#[wasm_bindgen_test]
async fn an_amount_must_be_more_than_nothing() {
    let page = Page::first_visit().await;
    for (typed, amount) in [("0", Money::ZERO), ("-5", Money::cents(-5_00))] {
        page.fill("Amount", typed);
        for command in ["Deposit", "Withdraw", "Transfer", "Charge fee"] {
            let refusal = page.refused(command).await;
            let rule = Rejection::NotPositive { amount }.to_string();
            assert!(refusal.contains(&rule), "{command} {typed}: {refusal}");
        }
    }
    assert_eq!(page.entries(), 11);
}

#[wasm_bindgen_test]
async fn a_transfer_changes_both_accounts_and_not_their_sum() {
    let page = Page::first_visit().await;
    page.command("Transfer", "90", 12).await;
    assert_eq!(page.balances(), ("400.00".into(), "400.00".into()));
    assert_eq!(page.savings(), ("240.00".into(), "240.00".into()));
    assert_eq!(page.last_row().figures, ["400.00", "240.00"], "640.00 as before");

    // From the account that is chosen, to the other one.
    page.region("Commands").field("Account").choose("Savings");
    page.command("Transfer", "240", 13).await;
    assert_eq!(page.balances(), ("640.00".into(), "640.00".into()));
    assert_eq!(page.savings(), ("0.00".into(), "0.00".into()));

    page.fill("Amount", "0.01");
    let refusal = page.refused("Transfer").await;
    assert!(refusal.contains("Savings") && refusal.contains("0.00"), "{refusal}");
}

#[wasm_bindgen_test]
async fn commands_act_on_the_account_that_is_chosen() {
    let page = Page::first_visit().await;
    page.region("Commands").field("Account").choose("Savings");
    page.command("Deposit", "25", 12).await;
    page.command("Withdraw", "5", 13).await;
    page.command("Charge fee", "1", 14).await;
    assert_eq!(page.savings(), ("169.00".into(), "169.00".into()));
    assert_eq!(page.balances(), ("490.00".into(), "490.00".into()), "Everyday is untouched");
    // An account is opened by its name, whichever is chosen.
    page.fill("New account", "savings");
    assert!(page.refused("Open account").await.contains("Savings is open already"));
}

#[wasm_bindgen_test]
async fn a_fee_is_given_back_once() {
    let page = Page::first_visit().await;
    page.command("Charge fee", "7.50", 12).await;
    assert_eq!(page.balances(), ("482.50".into(), "482.50".into()));

    page.press("Refund fee");
    page.written(13).await;
    assert_eq!(page.balances(), ("490.00".into(), "490.00".into()));
    let row = page.last_row();
    assert!(row.what.contains("7.50") && row.what.contains("12"), "it points at its fee: {row:?}");

    let texts = stage::our_texts();
    let refusal = page.refused("Refund fee").await;
    assert!(refusal.contains(&Rejection::AlreadyRefunded { fee: 2 }.to_string()), "{refusal}");
    assert_eq!(page.entries(), 13);
    assert_eq!(stage::our_texts(), texts);
}

#[wasm_bindgen_test]
async fn an_empty_bank_opens_with_a_name() {
    let page = Page::blank().await;
    let refusal = page.refused("Deposit").await;
    assert!(refusal.contains(&Rejection::NotOpen { account: EVERYDAY }.to_string()), "{refusal}");
    let refusal = page.refused("Refund fee").await;
    assert!(refusal.contains(&Rejection::NoSuchFee { fee: 0 }.to_string()), "{refusal}");

    page.fill("Owner", "   ");
    let refusal = page.refused("Open account").await;
    assert!(refusal.contains(&Rejection::BadOwner { characters: 0 }.to_string()), "{refusal}");
    page.fill("Owner", &"x".repeat(201));
    let refusal = page.refused("Open account").await;
    assert!(refusal.contains(&Rejection::BadOwner { characters: 201 }.to_string()), "{refusal}");
    assert_eq!(page.entries(), 0);

    page.fill("Owner", "Bo");
    page.press("Open account");
    page.written(1).await;
    assert_eq!(page.balances(), ("0.00".into(), "0.00".into()));
    assert_eq!(page.region("Snapshot only").term("Owner"), "Bo");
    page.command("Deposit", "1,234.5", 2).await;
    assert_eq!(page.balances(), ("1,234.50".into(), "1,234.50".into()));
    // The second account belongs to the same owner, and nobody asks again who that is.
    assert_eq!(page.region("Commands").field("New account").value(), "Savings");
    page.press("Open account");
    page.written(3).await;
    assert_eq!(page.savings(), ("0.00".into(), "0.00".into()));
}

#[wasm_bindgen_test]
async fn two_quick_commands_are_carried_out_in_order() {
    let page = Page::first_visit().await;
    page.fill("Amount", "490");
    page.press("Withdraw");
    page.fill("Amount", "3");
    page.press("Deposit");
    page.fill("Amount", "1");
    page.press("Withdraw");
    page.written(14).await;
    let balances: Vec<_> = page.rows().iter().map(|row| row.figures[0].clone()).collect();
    assert_eq!(balances[10..], ["490.00", "0.00", "3.00", "2.00"]);
    assert_eq!(page.balances(), ("2.00".into(), "2.00".into()));
    assert_eq!(kept_bank().len(), 14);
}

#[wasm_bindgen_test]
async fn time_never_runs_backwards_in_a_diary() {
    let page = Page::first_visit().await;
    stage::clock_shows(2025, 7, 1, 6);
    page.command("Deposit", "1", 12).await;
    let kept = kept_bank();
    assert_eq!(kept.entries()[11].at, kept.entries()[10].at, "not before the entry above");
    let page = page.reload().await;
    assert_eq!((page.entries(), page.notice()), (12, None));
}
