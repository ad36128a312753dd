//! Accounts that the reader names.

use diary::Diary;
use examples::{
    Money,
    bank::{Account, Event, Rejection},
};
use storage::StoredDiary;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{
    dom::Part,
    page::Page,
    stage::{self, kept_bank},
};

fn holidays() -> Account {
    Account::called("Holidays")
}

/// Opens Holidays beside Everyday and Savings, which makes entry 12.
async fn with_holidays() -> Page {
    let page = Page::first_visit().await;
    page.fill("New account", " Holidays ");
    page.press("Open account");
    page.written(12).await;
    page
}

/// What the diary says of an account, large.
fn figure(page: &Page, account: &str) -> String {
    let figures = page.group("The diary now").all("button.figure");
    let of = figures.iter().find(|figure| figure.text().starts_with(account));
    of.unwrap_or_else(|| panic!("no {account}")).all(".amount")[0].text()
}

fn options(page: &Page, label: &str) -> Vec<String> {
    page.region("Commands").field(label).all("option").iter().map(Part::text).collect()
}

#[wasm_bindgen_test]
async fn an_account_is_opened_by_its_name_and_used() {
    let page = with_holidays().await;
    let commands = page.region("Commands");
    assert_eq!(options(&page, "Account"), ["Everyday", "Savings", "Holidays"]);
    assert_eq!(commands.field("Account").value(), "2", "it is the one that is chosen now");
    assert_eq!(commands.field("New account").value(), "", "there is room for the next name");

    page.command("Deposit", "70", 13).await;
    assert_eq!(page.region("Snapshot only").term("Holidays"), "70.00");
    assert_eq!(figure(&page, "Holidays"), "70.00");
    assert_eq!(page.balances(), ("490.00".into(), "490.00".into()), "Everyday is untouched");
    assert_eq!(page.last_row().figures, ["490.00", "150.00", "70.00"]);
    let amount = Money::cents(70_00);
    assert_eq!(kept_bank().entries()[12].event, Event::Deposited { account: holidays(), amount });

    // Both worlds are asked about it.
    let card = page.region("Ask").group("Holidays: What is my balance now?");
    page.region("Ask").button(&card.name()).press();
    page.settle().await;
    assert!(card.test("answer-snapshot").text().contains("70.00"));
    assert_eq!(card.test("answer-diary").button_names(), ["70.00", "+ 70.00"]);

    // It is there after a reload, as it was written.
    let page = page.reload().await;
    assert_eq!(figure(&page, "Holidays"), "70.00");
    assert_eq!(page.region("Snapshot only").term("Holidays"), "70.00");
}

#[wasm_bindgen_test]
async fn a_question_of_ones_own_can_be_about_a_named_account() {
    let page = with_holidays().await;
    page.command("Deposit", "70", 13).await;
    let own = page.region("Ask").group("Ask your own");
    own.button("Put a question together").press();
    crate::wait::until("the menus are there", || !own.tests("own-preview").is_empty()).await;
    own.field("for which account").choose("Holidays");
    own.field("when").choose("at any time");
    page.settle().await;
    let preview = own.test("own-preview").text();
    assert_eq!(preview, "How much did the deposits into Holidays come to?");
    own.button("Ask").press();
    page.settle().await;
    assert!(own.test("answer-diary").text().contains("1, together 70.00"));
}

#[wasm_bindgen_test]
async fn the_rules_say_what_is_wrong_with_a_name() {
    let page = with_holidays().await;
    let refusal = page.refused("Open account").await;
    assert!(refusal.contains(&Rejection::BadName { characters: 0 }.to_string()), "{refusal}");
    page.fill("New account", "HOLIDAYS");
    let refusal = page.refused("Open account").await;
    let rule = Rejection::AlreadyOpen { account: holidays() }.to_string();
    assert!(refusal.contains(&rule), "{refusal}");
    assert_eq!(page.entries(), 12);
}

#[wasm_bindgen_test]
async fn with_three_accounts_a_transfer_asks_where_to() {
    let page = Page::first_visit().await;
    let asked = |page: &Page| page.region("Commands").all("#transfer-to").len();
    assert_eq!(asked(&page), 0, "with two it goes to the other one");
    let page = with_holidays().await;
    assert_eq!(asked(&page), 1);
    assert_eq!(options(&page, "To"), ["Everyday", "Savings"]);
    let commands = page.region("Commands");
    commands.field("Account").choose("Everyday");
    page.settle().await;
    assert_eq!(options(&page, "To"), ["Savings", "Holidays"]);
    commands.field("To").choose("Holidays");
    page.command("Transfer", "90", 13).await;
    assert_eq!(page.balances(), ("400.00".into(), "400.00".into()));
    assert_eq!(figure(&page, "Holidays"), "90.00");
    assert_eq!(page.savings(), ("150.00".into(), "150.00".into()));
    // What it comes from can't be what it goes to.
    commands.field("Account").choose("Holidays");
    page.settle().await;
    page.command("Transfer", "40", 14).await;
    assert_eq!(page.balances(), ("440.00".into(), "440.00".into()));
}

#[wasm_bindgen_test]
async fn before_it_was_opened_an_account_is_not_open() {
    let page = with_holidays().await;
    page.command("Deposit", "70", 13).await;
    page.travel(11).await;
    assert_eq!(figure(&page, "Holidays"), "not open");
    assert!(page.region("Diary").text().contains("not there yet"), "and its sum is none");
    page.travel(12).await;
    assert_eq!(figure(&page, "Holidays"), "0.00");
}

#[wasm_bindgen_test]
async fn of_many_accounts_the_first_and_the_chosen_are_shown() {
    let page = stage_with(20).await;
    let shown = || page.group("The diary now").all("button.figure").len();
    assert_eq!(shown(), 6);
    assert!(page.group("The diary now").text().contains("and 16 more"), "of 22");
    assert_eq!(page.region("Snapshot only").term("Other accounts"), "and 16 more");
    page.region("Commands").field("Account").choose("Nr 19");
    page.settle().await;
    assert_eq!(shown(), 7);
    assert_eq!(figure(&page, "Nr 19"), "0.00");
    assert_eq!(page.region("Snapshot only").term("Nr 19"), "0.00");
    assert_eq!(page.region("Snapshot only").term("Other accounts"), "and 15 more");
}

/// A diary with Everyday, Savings and so many others.
async fn stage_with(named: usize) -> Page {
    stage::set_alone().await;
    let others = (0..named).map(|number| Account::called(&format!("Nr {number}")));
    let opened = |account| Event::AccountOpened { account, owner: "Ana".into() };
    let mut diary = Diary::default();
    diary.append(chrono::Utc::now(), Account::FIRST.into_iter().chain(others).map(opened));
    stage::shelve(&StoredDiary::of("bank-1", chrono::Utc::now(), diary));
    Page::open().await
}
