//! Beginning another diary loses none: each is asked about first, and each can be opened again.

use examples::bank::Event;
use storage::StoredDiary;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{
    page::Page,
    stage::{self, Puts, kept, kept_bank},
    wait::until,
};

/// The rows of a kind's list: the name of a diary and how many entries it has.
fn listed(page: &Page, kind: &str) -> Vec<(String, String)> {
    let rows = page.region(kind).all("li");
    let says = |row: &crate::dom::Part, what: &str| row.all(what)[0].text();
    rows.iter().map(|row| (says(row, ".name"), says(row, ".entries"))).collect()
}

/// Goes to the diaries and waits until they are listed, as many as there should be.
async fn go_to_diaries(page: &Page, bank: usize) {
    page.go("Diaries").await;
    let is_listed = || listed(page, "Bank").len() == bank && listed(page, "Order").len() == 1;
    until("the diaries are listed", is_listed).await;
}

fn pairs<'a>(rows: impl IntoIterator<Item = (&'a str, &'a str)>) -> Vec<(String, String)> {
    rows.into_iter().map(|(name, entries)| (name.into(), entries.into())).collect()
}

#[wasm_bindgen_test]
async fn starting_empty_asks_first_and_keeps_the_old_diary() {
    let page = Page::first_visit().await;
    page.command("Deposit", "50", 12).await;
    go_to_diaries(&page, 1).await;
    assert_eq!(listed(&page, "Bank"), pairs([("bank-1", "12")]));
    assert_eq!(listed(&page, "Order"), pairs([("order-1", "9")]));
    let texts = stage::our_texts();

    page.region("Bank").button("Start empty").press();
    page.dialog().button("Cancel").press();
    page.settle().await;
    assert_eq!(stage::our_texts(), texts, "nothing was begun");

    page.start("Bank", "Start empty").await;
    until("the blank page is open", || page.has_region("Commands")).await;
    assert_eq!(page.entries(), 0);
    assert!(page.rows().is_empty());
    let old = kept_bank();
    assert_eq!(old.len(), 12, "the old one is still there");

    page.press("Open account");
    page.written(1).await;
    assert_eq!(kept_bank(), old, "the new entry went into the new diary");
    go_to_diaries(&page, 2).await;
    assert_eq!(listed(&page, "Bank"), pairs([("bank-1", "12"), ("bank-2", "1")]));

    page.region("Bank").button("Open bank-1").press();
    until("the old diary is open", || page.has_region("Commands")).await;
    assert_eq!(page.entries(), 12);
    assert_eq!(page.balances(), ("540.00".into(), "540.00".into()));
    page.command("Deposit", "1", 13).await;
    assert_eq!(kept::<Event>("bank-2").diary().len(), 1);
    // It is the one that is open after a reload.
    let page = page.reload().await;
    assert_eq!(page.entries(), 13);
}

#[wasm_bindgen_test]
async fn starting_from_the_story_begins_it_anew() {
    let page = Page::blank().await;
    page.go("Diaries").await;
    page.start("Bank", "Start from the story").await;
    until("the story is open", || page.has_region("Commands")).await;
    assert_eq!(page.entries(), 11);
    assert_eq!(page.balances(), ("490.00".into(), "490.00".into()));
    assert_eq!(kept::<Event>("bank-3").diary(), &stage::story().bank);
    assert_eq!(kept::<Event>("bank-2").diary().len(), 0, "the empty one is still there");
}

#[wasm_bindgen_test]
async fn the_diaries_show_their_fingerprints() {
    let page = Page::first_visit().await;
    go_to_diaries(&page, 1).await;
    let fingerprint = kept::<Event>("bank-1").fingerprint().to_string();
    assert!(page.region("Bank").text().contains(&fingerprint), "{fingerprint}");
}

#[wasm_bindgen_test]
async fn the_latest_diary_is_opened_when_it_is_forgotten_which_was_open() {
    stage::set().await;
    stage::shelve_story();
    stage::shelve(&StoredDiary::<Event>::new("bank-10", chrono::Utc::now()));
    stage::shelve(&StoredDiary::<Event>::new("bank-9", chrono::Utc::now()));
    let page = Page::open().await;
    assert_eq!(page.entries(), 0);
    page.press("Open account");
    page.written(1).await;
    assert_eq!(kept::<Event>("bank-10").diary().len(), 1, "10 comes after 9");
}

#[wasm_bindgen_test]
async fn a_diary_that_can_not_be_kept_is_not_half_begun() {
    // The story is put as one segment and its record.
    for failing in 1..=2 {
        let page = Page::first_visit_alone().await;
        page.go("Diaries").await;
        let texts = stage::our_texts();
        let puts = Puts::fail(failing);
        page.start("Bank", "Start from the story").await;
        assert_eq!(puts.keys().len(), failing as usize);
        assert!(page.notice().is_some(), "the reader is told, put {failing}");
        assert_eq!(stage::our_texts(), texts, "nothing has changed, put {failing}");
        page.go("Bank").await;
        assert_eq!(page.entries(), 11);
        page.command("Deposit", "1", 12).await;
        assert_eq!(kept_bank().len(), 12, "the old diary goes on");
    }
}
