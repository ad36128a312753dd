//! Without storage the page works, in memory, and says so for as long as it lasts.

use storage::StoreError;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{
    page::Page,
    stage::{self, Puts, kept_bank},
    wait::until,
};

async fn works_in_memory() {
    let page = Page::open().await;
    let notice = page.notice().expect("the reader is told");
    assert_eq!(page.entries(), 11);
    page.command("Deposit", "50", 12).await;
    assert_eq!(page.balances(), ("540.00".into(), "540.00".into()));
    page.fill("Amount", "1,000");
    page.refused("Withdraw").await;
    page.travel(9).await;
    assert_eq!(page.balances(), ("540.00".into(), "445.00".into()));
    page.turn("Now").await;

    page.go("Order").await;
    assert_eq!(page.entries(), 9);
    page.refused("Ship").await;
    page.go("Diaries").await;
    page.start("Bank", "Start empty").await;
    page.go("Bank").await;
    assert_eq!(page.entries(), 0);
    page.press("Open account");
    page.written(1).await;
    assert_eq!(page.notice(), Some(notice), "it lasts");
    let page = page.reload().await;
    assert_eq!(page.entries(), 11, "nothing was kept");
    assert!(page.notice().is_some());
}

#[wasm_bindgen_test]
async fn fault_11_where_storage_is_blocked_the_page_works_in_memory() {
    stage::set_alone().await;
    stage::block_storage();
    works_in_memory().await;
    stage::give_storage_back();
    assert!(stage::our_texts().is_empty(), "nothing was kept");
}

#[wasm_bindgen_test]
async fn fault_12_where_storage_is_missing_the_page_works_in_memory() {
    stage::set_alone().await;
    stage::lose_storage();
    works_in_memory().await;
    stage::give_storage_back();
    assert!(stage::our_texts().is_empty(), "nothing was kept");
}

#[wasm_bindgen_test]
async fn the_theme_can_be_chosen_without_storage() {
    stage::set_alone().await;
    stage::block_storage();
    let page = Page::open().await;
    let theme = page.all("footer .theme").remove(0);
    let root = leptos::prelude::document().document_element().unwrap();
    assert_eq!(root.get_attribute("data-theme"), None);
    theme.press();
    page.settle().await;
    assert!(root.get_attribute("data-theme").is_some(), "it is chosen");
    assert!(page.notice().is_some(), "and the reader is told that it is not remembered");
    root.remove_attribute("data-theme").unwrap();
    stage::give_storage_back();
}

#[wasm_bindgen_test]
async fn what_was_kept_is_there_when_storage_is_allowed_again() {
    let page = Page::first_visit_alone().await;
    page.command("Deposit", "50", 12).await;
    stage::block_storage();
    let page = page.reload().await;
    assert_eq!(page.entries(), 11, "the story, in memory");
    page.command("Deposit", "1", 12).await;
    stage::give_storage_back();
    let page = page.reload().await;
    assert_eq!(page.entries(), 12);
    assert_eq!(page.balances(), ("540.00".into(), "540.00".into()));
    // The tab before could not take its name away, as if it had been killed.
    until("this tab may write", || page.notice().is_none()).await;
}

#[wasm_bindgen_test]
async fn when_storage_is_blocked_while_the_page_is_open_nothing_is_shown_that_is_not_kept() {
    let page = Page::first_visit_alone().await;
    let rows = page.rows();
    stage::block_storage();
    let refusal = page.refused("Deposit").await;
    assert!(refusal.contains(&StoreError::Blocked.to_string()), "{refusal}");
    assert_eq!(page.rows(), rows);
    stage::give_storage_back();
    assert_eq!(kept_bank().len(), 11);
    page.press("Deposit");
    page.written(12).await;
    assert_eq!(kept_bank().len(), 12);
}

#[wasm_bindgen_test]
async fn an_entry_is_shown_once_it_is_kept() {
    let page = Page::first_visit_alone().await;
    let (rows, texts) = (page.rows(), stage::our_texts());
    // The first put is that of the entries.
    let puts = Puts::fail(1);
    let refusal = page.refused("Deposit").await;
    assert!(refusal.contains(&StoreError::Full.to_string()), "{refusal}");
    assert_eq!(puts.keys(), [stage::SEGMENT_0]);
    assert_eq!(page.rows(), rows);
    assert_eq!(page.balances(), ("490.00".into(), "490.00".into()));
    assert_eq!(stage::our_texts(), texts);
    // The second is that of the record, without which the entries are safe.
    let puts = Puts::fail(2);
    page.press("Deposit");
    page.written(12).await;
    assert_eq!(puts.keys(), [stage::SEGMENT_0, stage::META]);
    assert_eq!(kept_bank().len(), 12);
    let page = page.reload().await;
    assert_eq!((page.entries(), page.notice()), (12, None));
    page.press("Deposit");
    page.written(13).await;
    assert_eq!(kept_bank().len(), 13);
}
