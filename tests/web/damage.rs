//! Damaged texts: what is good is shown, what is bad is set aside verbatim, and nothing is made up.

use examples::bank::Event;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{
    page::Page,
    stage::{self, META, SEGMENT_0, Texts, kept_bank},
};

/// Shelves the story, changes the text under a key, and opens the page on it.
async fn open_with(key: &str, change: impl Fn(&str) -> String) -> (Page, String) {
    stage::set_alone().await;
    stage::shelve_story();
    let bad = change(&stage::get(key).unwrap());
    stage::put(key, &bad);
    (Page::open().await, bad)
}

fn set_aside() -> Texts {
    stage::our_texts().into_iter().filter(|(key, _)| key.contains("/broken/")).collect()
}

/// The first `good` entries are shown and go on; the bad text is still there, also after a reload.
async fn goes_on_after(page: Page, bad: &str, good: usize) {
    let story = stage::story().bank;
    assert_eq!(page.entries(), good);
    assert!(page.notice().is_some(), "the reader is told");
    assert!(set_aside().values().any(|text| text == bad), "{bad:?} is kept as it was");
    let aside = set_aside();
    assert_eq!(kept_bank().entries(), story.until(good), "the good prefix, and no other story");

    if good == 0 {
        page.press("Open account");
        page.written(1).await;
    } else {
        page.command("Deposit", "50", good + 1).await;
    }
    assert!(page.notice().is_some(), "the notice stands until it was read");
    let rows = page.rows();
    let page = page.reload().await;
    assert_eq!(page.rows(), rows);
    assert_eq!(page.entries(), good + 1);
    assert_eq!(kept_bank().until(good), story.until(good));
    assert_eq!(page.notice(), None, "what was set aside is no fault any more");
    assert_eq!(set_aside(), aside);

    // It can be looked at.
    page.go("Diaries").await;
    let texts: Vec<_> =
        page.region("Bank").all("pre").iter().map(|pre| pre.0.text_content()).collect();
    assert!(texts.contains(&Some(bad.to_owned())), "it can be seen and copied: {texts:?}");
}

#[wasm_bindgen_test]
async fn a_changed_byte_ends_the_good_lines() {
    let (page, bad) = open_with(SEGMENT_0, |text| text.replacen("15000", "95000", 1)).await;
    assert_eq!(page.balances(), ("580.00".into(), "580.00".into()));
    goes_on_after(page, &bad, 5).await;
}

#[wasm_bindgen_test]
async fn fault_17_garbage_is_not_replaced_by_the_story() {
    for garbage in
        ["garbage", "", "null", "\n", "{\"a\":[[[[", "🦀\u{0}\u{fffd}", "[1,2,3]|00000000\n"]
    {
        let (page, bad) = open_with(SEGMENT_0, |_| garbage.into()).await;
        goes_on_after(page, &bad, 0).await;
    }
}

#[wasm_bindgen_test]
async fn fault_17_a_truncated_text_ends_with_its_last_whole_line() {
    let (page, bad) = open_with(SEGMENT_0, |text| text[..text.len() - 9].into()).await;
    assert_eq!(page.balances(), ("450.00".into(), "450.00".into()));
    goes_on_after(page, &bad, 10).await;
}

#[wasm_bindgen_test]
async fn whole_lines_that_are_missing_are_missed() {
    let shorter = |text: &str| text.split_inclusive('\n').take(7).collect();
    let (page, _) = open_with(SEGMENT_0, shorter).await;
    let notice = page.notice().expect("the record counts more");
    assert!(notice.contains("11") && notice.contains('7'), "{notice}");
    assert_eq!(page.balances(), ("510.00".into(), "510.00".into()));
    page.command("Deposit", "50", 8).await;
    assert_eq!(page.reload().await.entries(), 8);
}

#[wasm_bindgen_test]
async fn a_damaged_record_loses_no_entry() {
    for record in ["not JSON", "", "{}", "[]", "{\"format\":\"1\"}", "{\"format\":1,\"head\":-1}"] {
        let (page, bad) = open_with(META, |_| record.into()).await;
        assert_eq!(page.balances(), ("490.00".into(), "490.00".into()));
        goes_on_after(page, &bad, 11).await;
    }
}

#[wasm_bindgen_test]
async fn a_missing_record_is_told_and_written_again() {
    stage::set_alone().await;
    stage::shelve_story();
    let record = stage::get(META);
    stage::free(META);
    let page = Page::open().await;
    assert_eq!(page.entries(), 11);
    assert!(page.notice().is_some());
    assert!(stage::get(META).is_some());
    page.command("Deposit", "50", 12).await;
    assert_ne!(stage::get(META), record, "it counts the new entry");
    assert_eq!(page.reload().await.entries(), 12);
}

#[wasm_bindgen_test]
async fn a_second_damage_does_not_cover_the_first() {
    let (page, first) = open_with(SEGMENT_0, |text| text.replacen("15000", "95000", 1)).await;
    page.settle().await;
    let second = stage::get(SEGMENT_0).unwrap().replacen("12000", "92000", 1);
    stage::put(SEGMENT_0, &second);
    let page = page.reload().await;
    assert_eq!(page.entries(), 2);
    let aside: Vec<_> = set_aside().into_values().collect();
    assert!(aside.contains(&first) && aside.contains(&second), "{aside:?}");
}

#[wasm_bindgen_test]
async fn damage_to_one_diary_leaves_the_others_alone() {
    let (page, bad) = open_with("event-diary/bank-1/00000", |_| "garbage".into()).await;
    assert!(set_aside().values().any(|text| *text == bad));
    page.go("Order").await;
    assert_eq!(page.entries(), 9);
    page.go("Diaries").await;
    page.start("Bank", "Start from the story").await;
    assert_eq!(stage::kept::<Event>("bank-2").diary().len(), 11);
    assert!(set_aside().values().any(|text| *text == bad), "still there");
}

#[wasm_bindgen_test]
async fn what_can_not_be_set_aside_is_left_alone() {
    // The copies are put first: that of the entries, and that of their record.
    for failing in 1..=2 {
        stage::set_alone().await;
        stage::shelve_story();
        let bad = stage::get(SEGMENT_0).unwrap().replacen("15000", "95000", 1);
        stage::put(SEGMENT_0, &bad);
        let record = stage::get(META);
        let puts = stage::Puts::fail(failing);
        let page = Page::open().await;
        assert!(puts.keys()[..failing as usize].iter().all(|key| key.contains("/broken/")));
        assert_eq!(page.entries(), 5);
        assert!(page.notice().is_some());
        page.refused("Deposit").await;
        assert_eq!(page.entries(), 5, "it can only be read");
        assert_eq!(stage::get(SEGMENT_0).as_ref(), Some(&bad), "put {failing}");
        assert_eq!(stage::get(META), record, "put {failing}");
    }
}

#[wasm_bindgen_test]
async fn fault_17_what_is_no_text_at_all_is_set_aside_as_it_is() {
    stage::set_alone().await;
    stage::shelve_story();
    // Half of a surrogate pair: JavaScript takes it for a text, and Rust has no word for it.
    stage::put_half_a_character(SEGMENT_0);
    assert!(stage::has_half_a_character(SEGMENT_0), "the browser keeps it");
    let page = Page::open().await;
    assert_eq!(page.entries(), 0);
    assert!(page.notice().is_some());
    let aside = set_aside();
    assert!(aside.keys().any(|key| stage::has_half_a_character(key)), "verbatim: {aside:?}");
}
