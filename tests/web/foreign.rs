//! Other pages of the same origin have keys of their own, some of them named like ours.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::{
    page::Page,
    stage::{self, Texts, kept_bank},
    wait::until,
};

const FOREIGN: [&str; 9] = [
    "event-diary",
    "event-diary/",
    "event-diary/x",
    "event-diary/bank-99",
    "event-diary/bank-99/zzz",
    "event-diary/bank-x/meta",
    "event-diary-2/bank-1/00000",
    "room for others/bank-1/meta",
    "room/event-diary/bank-1/00000",
];

fn put_foreign() -> Texts {
    for key in FOREIGN {
        stage::put(key, &format!("not ours: {key}"));
    }
    stage::texts()
}

fn are_left_alone(foreign: &Texts) {
    for key in FOREIGN {
        assert_eq!(stage::get(key).as_ref(), foreign.get(key), "{key}");
    }
}

#[wasm_bindgen_test]
async fn fault_41_foreign_keys_are_left_alone_and_break_nothing() {
    stage::set_alone().await;
    let foreign = put_foreign();
    let page = Page::open().await;
    assert_eq!(page.entries(), 11, "it is a first visit");
    assert_eq!(page.notice(), None);
    page.command("Deposit", "1", 12).await;
    page.go("Diaries").await;
    page.start("Bank", "Start empty").await;
    until("the blank page is open", || page.has_region("Commands")).await;
    assert_eq!(page.entries(), 0);
    are_left_alone(&foreign);
    let page = page.reload().await;
    assert_eq!((page.entries(), page.notice()), (0, None));
    page.go("Diaries").await;
    page.region("Bank").button("Open bank-1").press();
    until("the first diary is open", || page.has_region("Commands")).await;
    assert_eq!(page.entries(), 12);
    are_left_alone(&foreign);
}

#[wasm_bindgen_test]
async fn fault_41_a_foreign_key_beside_a_diary_is_left_alone_when_the_diary_is_repaired() {
    stage::set_alone().await;
    stage::shelve_story();
    let beside = ["event-diary/bank-1/notes", "event-diary/bank-1/000000", "event-diary/bank-1/"];
    for key in beside {
        stage::put(key, "not ours");
    }
    let page = Page::open().await;
    assert_eq!((page.entries(), page.notice()), (11, None));
    let garbage = stage::get(stage::SEGMENT_0).unwrap().replacen("15000", "95000", 1);
    stage::put(stage::SEGMENT_0, &garbage);
    let page = page.reload().await;
    assert_eq!(page.entries(), 5);
    page.command("Deposit", "1", 6).await;
    assert_eq!(kept_bank().len(), 6);
    for key in beside {
        assert_eq!(stage::get(key).as_deref(), Some("not ours"), "{key}");
    }
}
