//! A full mirror: what can't be kept isn't shown, for every amount of room.

use examples::Money;
use storage::StoreError;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{
    page::Page,
    stage::{self, Puts, SEGMENT_0, kept_bank},
    wait::until,
};

/// More than any browser gives to a page.
const MUCH: usize = 8 << 20;

/// Room that is left for fine work.
const REST: usize = 8_000;

/// The longest text that the browser takes under a key, which is then there.
fn fill(key: &str, most: usize) -> usize {
    let (mut fits, mut too_much) = (0, most + 1);
    while too_much - fits > 1 {
        let middle = fits.midpoint(too_much);
        if stage::takes(key, &"x".repeat(middle)) { fits = middle } else { too_much = middle }
    }
    stage::put(key, &"x".repeat(fits));
    fits
}

/// Fills the browser's storage, apart from the rest that [`leave`] works with.
fn fill_up() {
    let full = fill("room", MUCH);
    assert!(full > REST && full < MUCH, "{full}");
    stage::put("room", &"x".repeat(full - REST));
}

/// Leaves exactly so much room, in UTF-16 code units.
fn leave(room: usize) {
    let full = fill("room-rest", REST);
    stage::put("room-rest", &"x".repeat(full - room));
}

fn make_room() {
    stage::free("room-rest");
    stage::free("room");
}

#[wasm_bindgen_test]
async fn fault_09_for_every_amount_of_room_an_entry_is_kept_or_not_shown() {
    let page = Page::first_visit_alone().await;
    page.command("Deposit", "0.01", 12).await;
    let line = stage::get(SEGMENT_0).unwrap().lines().next_back().unwrap().len() + 1;
    fill_up();
    let mut entries = 12;
    for room in (0..line + 10).chain([500, 1_000, 2_000]) {
        leave(room);
        let (texts, rows) = (stage::our_texts(), page.rows());
        // Each amount is as long as any other, and different from the one before.
        let amount = Money::cents(1 + i64::try_from(room % 2).unwrap()).to_string();
        page.fill("Amount", &amount);
        page.press("Deposit");
        let is_refused = || page.refusal().is_some_and(|words| words.contains(&amount));
        until("it is decided", || page.entries() > entries || is_refused()).await;
        if room < line {
            let refusal = page.refusal().unwrap_or_default();
            assert!(refusal.contains(&StoreError::Full.to_string()), "room {room}: {refusal}");
            assert_eq!(stage::our_texts(), texts, "room {room}: nothing has changed");
            assert_eq!(page.rows(), rows, "room {room}: nothing is shown");
            page.see_refusals().await;
        } else {
            entries += 1;
            assert_eq!(page.refusal(), None, "room {room}");
            assert_eq!(page.entries(), entries, "room {room}");
        }
        assert_eq!(kept_bank().len(), entries, "room {room}");
        assert_eq!(page.balances().0, page.balances().1, "room {room}");
    }
    page.settle().await;

    leave(0);
    page.refused("Deposit").await;
    make_room();
    page.press("Deposit");
    page.written(entries + 1).await;
    assert!(page.refusal().is_some(), "it stays until it has been seen");
    page.see_refusals().await;
    assert_eq!(page.refusal(), None);
    let page = page.reload().await;
    assert_eq!(page.entries(), entries + 1);
    assert_eq!(page.notice(), None);
}

#[wasm_bindgen_test]
async fn fault_09_a_first_visit_to_a_full_browser_shows_the_story_and_says_that_it_is_not_kept() {
    stage::set_alone().await;
    fill_up();
    leave(0);
    let page = Page::open().await;
    assert_eq!(page.entries(), 11);
    assert!(page.notice().is_some());
    assert!(stage::our_texts().is_empty(), "{:?}", stage::our_texts().keys());
    page.command("Deposit", "50", 12).await;
    let says = |words: &str| page.says("kept").contains(words);
    assert!(says("not kept yet"));
    assert!(stage::our_texts().is_empty(), "{:?}", stage::our_texts().keys());

    make_room();
    until("the story is kept with it", || {
        stage::get(SEGMENT_0).is_some_and(|text| text.lines().count() == 12)
    })
    .await;
    until("the page says so", || says("written, not safe yet")).await;
    assert_eq!(page.reload().await.entries(), 12);
}

#[wasm_bindgen_test]
async fn fault_10_room_that_is_made_and_used_in_one_task_is_enough() {
    // Firefox counts freed room only in the next task, so what needs it may be refused once: it is
    // told then, and nothing is half written.
    let page = Page::first_visit_alone().await;
    fill_up();
    leave(0);
    page.refused("Deposit").await;
    page.see_refusals().await;
    make_room();
    page.press("Deposit");
    let is_decided = || page.entries() == 12 || page.refusal().is_some();
    until("it is decided", is_decided).await;
    page.settle().await;
    assert_eq!(kept_bank().len(), page.entries(), "what is shown is what is kept");
    let last = page.entries() + 1;
    page.press("Deposit");
    page.written(last).await;
    assert_eq!(kept_bank().len(), last);
}

#[wasm_bindgen_test]
async fn no_diary_is_begun_where_there_is_no_room() {
    let page = Page::first_visit_alone().await;
    page.go("Diaries").await;
    fill_up();
    leave(100);
    let texts = stage::our_texts();
    page.start("Bank", "Start from the story").await;
    assert!(page.notice().is_some());
    assert_eq!(stage::our_texts(), texts);
    make_room();
    page.go("Bank").await;
    assert_eq!(page.entries(), 11);
}

/// The texts of diaries, without notes such as which one is open.
fn diaries() -> stage::Texts {
    let is_of_diary = |key: &String| storage::diary_of(key).is_some();
    stage::our_texts().into_iter().filter(|(key, _)| is_of_diary(key)).collect()
}

#[wasm_bindgen_test]
async fn without_room_for_a_copy_a_damaged_diary_is_only_read() {
    stage::set_alone().await;
    stage::shelve_story();
    stage::shelve(&storage::StoredDiary::of("order-1", chrono::Utc::now(), stage::story().order));
    let bad = stage::get(SEGMENT_0).unwrap().replacen("15000", "95000", 1);
    stage::put(SEGMENT_0, &bad);
    fill_up();
    leave(300);
    let texts = diaries();
    let puts = Puts::watch();
    let page = Page::open().await;
    assert!(!puts.keys().is_empty(), "it was tried");
    assert_eq!(page.entries(), 5);
    assert!(page.notice().is_some());
    page.refused("Deposit").await;
    assert_eq!(diaries(), texts, "nothing has changed");

    make_room();
    let page = page.reload().await;
    page.command("Deposit", "50", 6).await;
    assert_eq!(kept_bank().len(), 6);
    assert!(stage::our_texts().iter().any(|(key, text)| key.contains("/broken/") && *text == bad));
}
