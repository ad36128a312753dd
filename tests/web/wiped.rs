//! The browser loses or damages what lies in the mirror while the page is open.

use chrono::Utc;
use storage::{SEGMENT, StoredDiary};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{
    page::Page,
    segments::long,
    stage::{self, META, SEGMENT_0, kept_bank},
    tabs::withdrawn,
};

#[wasm_bindgen_test]
async fn what_was_wiped_is_written_again() {
    let page = Page::first_visit_alone().await;
    page.command("Deposit", "1", 12).await;
    let before = kept_bank();
    for key in stage::our_texts().keys() {
        stage::free(key);
    }
    page.hear_of(None).await;
    page.command("Deposit", "2", 13).await;
    let kept = kept_bank();
    assert_eq!(kept.until(12), before.entries(), "everything is there again");
    assert_eq!(kept.len(), 13);
    assert!(page.notice().is_some(), "the reader is told");
    let page = page.reload().await;
    assert_eq!(page.entries(), 13);
    assert_eq!(page.balances(), ("493.00".into(), "493.00".into()));
}

#[wasm_bindgen_test]
async fn a_lost_segment_and_a_lost_record_are_written_again() {
    for lost in [SEGMENT_0, META] {
        let page = Page::first_visit_alone().await;
        stage::free(lost);
        page.command("Deposit", "2", 12).await;
        assert_eq!(kept_bank().len(), 12, "without {lost}");
        let page = page.reload().await;
        assert_eq!((page.entries(), page.notice()), (12, None), "without {lost}");
    }
}

#[wasm_bindgen_test]
async fn what_was_damaged_is_set_aside_and_written_again() {
    for damage in ["garbage", "", "[1,2]|3\n"] {
        let page = Page::first_visit_alone().await;
        stage::put(SEGMENT_0, damage);
        page.hear_of(Some(SEGMENT_0)).await;
        page.command("Deposit", "2", 12).await;
        assert!(page.notice().is_some(), "the reader is told of {damage:?}");
        assert_eq!(kept_bank().len(), 12);
        let texts = stage::our_texts();
        let is_aside = |(key, text): (&String, &String)| key.contains("/broken/") && text == damage;
        let says_nothing = damage.is_empty();
        assert!(says_nothing || texts.iter().any(is_aside), "{damage:?} is kept as it was");
        assert_eq!(page.reload().await.entries(), 12);
    }
}

#[wasm_bindgen_test]
async fn what_was_lost_while_the_page_was_closed_is_missed() {
    let page = Page::first_visit_alone().await;
    page.settle().await;
    stage::free(SEGMENT_0);
    let page = page.reload().await;
    assert_eq!(page.entries(), 0, "the story is not told in its place");
    let notice = page.notice().expect("the record remembers");
    assert!(notice.contains("11"), "{notice}");
}

#[wasm_bindgen_test]
async fn what_was_wiped_between_two_segments_is_written_again() {
    for entries in [SEGMENT, 2 * SEGMENT] {
        stage::set_alone().await;
        stage::shelve(&StoredDiary::of("bank-1", Utc::now(), long(entries)));
        let page = Page::open().await;
        for key in stage::our_texts().keys() {
            stage::free(key);
        }
        page.command("Deposit", "2", entries + 1).await;
        assert_eq!(kept_bank().len(), entries + 1, "at {entries}");
        let page = page.reload().await;
        assert_eq!((page.entries(), page.notice()), (entries + 1, None), "at {entries}");
    }
}

#[wasm_bindgen_test]
async fn damage_behind_another_tab_s_entries_takes_none_of_them() {
    let page = Page::first_visit_alone().await;
    page.command("Deposit", "1", 12).await;
    // Another tab wrote entry 13, and the line after it was torn.
    let mut longer = kept_bank();
    longer.append(Utc::now(), [withdrawn(2_00)]);
    let whole = StoredDiary::of("bank-1", Utc::now(), longer.clone());
    stage::shelve(&whole);
    stage::put(SEGMENT_0, &format!("{}[14,", stage::our_texts()[SEGMENT_0]));
    page.command("Deposit", "3", 14).await;
    assert_eq!(kept_bank().until(13), longer.entries(), "entry 13 is the other tab's");
    assert!(page.notice().is_some(), "the reader is told of the damage");
    assert!(
        stage::our_texts()
            .iter()
            .any(|(key, text)| key.contains("/broken/") && text.ends_with("[14,"))
    );
}

#[wasm_bindgen_test]
async fn damage_in_another_story_is_not_repaired_by_a_guess() {
    let page = Page::first_visit_alone().await;
    page.command("Deposit", "1", 12).await;
    let mut other = stage::story().bank;
    other.append(Utc::now(), [withdrawn(2_00), withdrawn(3_00)]);
    stage::shelve(&StoredDiary::of("bank-1", Utc::now(), other));
    stage::put(SEGMENT_0, &format!("{}[14,", stage::our_texts()[SEGMENT_0]));
    let texts = stage::our_texts();
    page.fill("Amount", "9");
    page.refused("Deposit").await;
    assert_eq!(stage::our_texts(), texts, "nothing is written over");
    assert_eq!(page.entries(), 12);
}
