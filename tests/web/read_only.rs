//! What a newer version has written is read as far as it can be, and never touched.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::{
    page::Page,
    stage::{self, META, SEGMENT_0},
};

/// The page shows `good` entries, and nothing that is done changes the diary in the mirror.
async fn is_only_read(good: usize) {
    let texts = stage::our_texts();
    let page = Page::open().await;
    assert_eq!(page.entries(), good);
    assert!(page.notice().is_some(), "the reader is told");
    page.fill("Amount", "1");
    for command in ["Deposit", "Withdraw", "Open account"] {
        page.refused(command).await;
        assert_eq!(page.entries(), good, "{command}");
    }
    let untouched = || {
        let now = stage::our_texts();
        texts.iter().all(|(key, text)| now.get(key) == Some(text))
            && !now.keys().any(|key| key.contains("/broken/"))
    };
    assert!(untouched(), "every text is as it was");
    let page = page.reload().await;
    assert_eq!(page.entries(), good);
    assert!(page.notice().is_some() && untouched());

    // A new diary can be begun, and that one can be written.
    page.go("Diaries").await;
    page.start("Bank", "Start from the story").await;
    page.go("Bank").await;
    page.command("Deposit", "1", 12).await;
    assert!(untouched());
}

#[wasm_bindgen_test]
async fn a_newer_format_is_left_alone() {
    for meta in [
        r#"{"format":2,"created":0,"head":11,"fingerprint":"00000000"}"#,
        r#"{"format":4294967295,"what":"else"}"#,
    ] {
        stage::set_alone().await;
        stage::shelve_story();
        stage::put(META, meta);
        is_only_read(11).await;
    }
}

#[wasm_bindgen_test]
async fn a_newer_format_of_the_lines_is_left_alone() {
    stage::set_alone().await;
    stage::put(META, r#"{"format":2}"#);
    stage::put(SEGMENT_0, "v2:unknown\n");
    // There is no account in what could be read, so every command is refused by the rules too.
    is_only_read(0).await;
}

#[wasm_bindgen_test]
async fn an_event_from_the_future_is_left_alone() {
    stage::set_alone().await;
    stage::shelve_story();
    let lines = stage::get(SEGMENT_0).unwrap();
    let mut lines: Vec<_> =
        lines.lines().filter_map(|line| Some(line.rsplit_once('|')?.0)).collect();
    let at = chrono::Utc::now().timestamp_millis();
    let unknown = format!(r#"[12,{at},"interest_paid",{{"account":"everyday","cents":7}}]"#);
    let after = format!(r#"[13,{at},"deposited",{{"account":"everyday","cents":100}}]"#);
    lines.extend([unknown.as_str(), after.as_str()]);
    stage::put(SEGMENT_0, &stage::linked(&lines));
    is_only_read(11).await;
}

#[wasm_bindgen_test]
async fn a_known_event_with_more_in_it_is_left_alone() {
    stage::set_alone().await;
    stage::put(META, r#"{"format":1,"created":0,"head":1,"fingerprint":"00000000"}"#);
    let opened = r#"[1,1767603600000,"account_opened",{"account":"everyday","owner":"Ana","currency":"EUR"}]"#;
    stage::put(SEGMENT_0, &stage::linked(&[opened]));
    is_only_read(0).await;
}
