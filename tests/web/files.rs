//! Diaries can be renamed, deleted, taken along as a file, and brought back.

use event_diary::browser::files;
use examples::bank::Event;
use leptos::prelude::window;
use storage::export_lines;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{
    page::Page,
    stage::{self, choose_file, kept, kept_bank, saved_file},
    wait::until,
};

/// The names of a kind's diaries as they are listed, with their titles.
fn names(page: &Page, kind: &str) -> Vec<String> {
    page.region(kind).all("h3").iter().map(|part| part.text().trim().to_owned()).collect()
}

async fn diaries(page: &Page) {
    page.go("Diaries").await;
    until("the diaries are listed", || !names(page, "Bank").is_empty()).await;
}

#[wasm_bindgen_test]
async fn an_export_says_what_the_diary_says_and_its_import_changes_nothing() {
    let page = Page::first_visit().await;
    diaries(&page).await;
    page.region("Bank").button("Export").press();
    until("a file is saved", || saved_file().is_some()).await;
    let file = saved_file().unwrap();
    let expected: String = export_lines("bank", &kept::<Event>("bank-1"), &[]).collect();
    assert_eq!(file, expected);

    let texts = stage::our_texts();
    choose_file("import-file", &file);
    until("it is known", || !page.tests("import-done").is_empty()).await;
    assert!(page.says("import-done").contains("it is bank-1"));
    assert_eq!(stage::our_texts(), texts, "nothing has changed");
}

#[wasm_bindgen_test]
async fn a_browser_that_comes_late_for_a_file_still_finds_it() {
    let page = Page::first_visit().await;
    diaries(&page).await;
    stage::save_later();
    let text = |text: &str| std::iter::once(text.to_owned());
    files::save("one.jsonl", text("one, ")).unwrap();
    // Another file that is handed out doesn't take the first one back.
    files::save("two.jsonl", text("two")).unwrap();
    page.settle().await;
    assert_eq!(stage::fetched().await, "one, two");
}

#[wasm_bindgen_test]
async fn an_import_is_shown_first_and_stands_beside_the_others() {
    let page = Page::first_visit().await;
    page.command("Deposit", "50", 12).await;
    diaries(&page).await;
    page.region("Bank").button("Export").press();
    until("a file is saved", || saved_file().is_some()).await;
    let file = saved_file().unwrap();
    page.go("Bank").await;
    page.command("Deposit", "1", 13).await;

    diaries(&page).await;
    choose_file("import-file", &file);
    until("it is shown", || !page.tests("import-preview").is_empty()).await;
    assert!(page.says("import-preview").contains("12 entries"));
    assert_eq!(names(&page, "Bank"), ["bank-1"], "nothing has been taken in yet");
    page.region("Import").button("Open beside the others").press();
    until("it is open", || page.has_region("Commands") && page.entries() == 12).await;
    assert_eq!(page.balances(), ("540.00".into(), "540.00".into()));
    assert_eq!(kept_bank().len(), 13, "the other one is as it was");
    assert_eq!(kept::<Event>("bank-2").diary().entries(), kept_bank().until(12));
}

#[wasm_bindgen_test]
async fn a_file_that_is_none_of_ours_is_refused_line_by_line() {
    let page = Page::first_visit().await;
    diaries(&page).await;
    let file: String = export_lines("bank", &kept::<Event>("bank-1"), &[]).collect();
    let changed = file.replacen("12000", "92000", 1);
    let (torn, _) = file.rsplit_once("\"]").unwrap();
    let bad = [
        (changed.as_str(), "Line 4: "),
        (torn, "Line 12: "),
        ("{\"hello\":1}", "was not written by this page"),
        ("", "empty"),
        ("\0\u{1}", "UTF-16"),
        ("{\"event-diary\":2}", "newer version"),
        ("{\"event-diary\":1,\"kind\":\"zoo\"}", "“zoo”"),
    ];
    let texts = stage::our_texts();
    for (file, words) in bad {
        choose_file("import-file", file);
        let is_told = || page.tests("import-report").iter().any(|told| told.text().contains(words));
        until(words, is_told).await;
    }
    // A megabyte of brackets takes no time and no stack.
    choose_file("import-file", &"[".repeat(1_000_000));
    let is_told =
        || page.tests("import-report").iter().any(|told| told.text().contains("not written"));
    until("it is refused", is_told).await;
    page.settle().await;
    assert_eq!(stage::our_texts(), texts, "nothing has changed");
}

#[wasm_bindgen_test]
async fn a_title_is_kept_in_both_places() {
    let page = Page::first_visit().await;
    diaries(&page).await;
    page.region("Bank").button("Rename").press();
    page.dialog().field("Title").fill("Rent <b>2026</b>");
    page.dialog().button("Rename").press();
    until("it is renamed", || names(&page, "Bank") == ["bank-1 Rent <b>2026</b>"]).await;
    assert_eq!(kept::<Event>("bank-1").title(), Some("Rent <b>2026</b>"));
    page.go("Bank").await;
    page.command("Deposit", "1", 12).await;
    let page = page.reload().await;
    assert_eq!(page.notice(), None);
    assert_eq!(kept::<Event>("bank-1").title(), Some("Rent <b>2026</b>"), "entries don’t touch it");
}

#[wasm_bindgen_test]
async fn a_diary_is_deleted_by_typing_its_name() {
    let page = Page::first_visit().await;
    page.command("Deposit", "1", 12).await;
    diaries(&page).await;
    page.region("Bank").button("Delete").press();
    let dialog = page.dialog();
    assert!(dialog.button("Delete").attribute("disabled").is_some(), "not by mistake");
    dialog.field("Type bank-1 to go on").fill("bank-2");
    page.settle().await;
    assert!(dialog.button("Delete").attribute("disabled").is_some(), "nor another one");
    dialog.field("Type bank-1 to go on").fill("bank-1");
    page.settle().await;
    dialog.button("Delete").press();
    until("another one is listed", || names(&page, "Bank") == ["bank-2"]).await;
    assert!(stage::our_texts().keys().all(|key| !key.contains("/bank-1/")));
    page.go("Bank").await;
    assert_eq!(page.entries(), 11, "the story, since there is no other");
    page.command("Deposit", "1", 12).await;
    let page = page.reload().await;
    assert_eq!((page.entries(), page.notice()), (12, None));
}

#[wasm_bindgen_test]
async fn the_room_that_is_used_is_told() {
    let page = Page::first_visit().await;
    diaries(&page).await;
    let room = page.region("Room").text();
    assert!(room.contains("0 % of the room"), "{room}");
    stage::put("room", &"x".repeat(4_600_000));
    let page = page.reload().await;
    diaries(&page).await;
    let room = page.region("Room").text();
    assert!(room.contains("88 % of the room"), "{room}");
    assert!(room.contains("Getting full"), "{room}");
    stage::free("room");
    assert_eq!(window().location().hash().unwrap(), "#/diaries");
}
