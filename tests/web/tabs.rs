//! Another tab: what it writes is taken in, and every command is decided on the newest diary.

use chrono::Utc;
use examples::{
    Money,
    bank::{Account, Event, Rejection},
};
use storage::{SEGMENT, StoredDiary};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{
    page::Page,
    segments::long,
    stage::{self, SEGMENT_0, kept, kept_bank},
};

const ACCOUNT: Account = Account::Everyday;

/// Writes in the bank's first diary as another tab does.
fn write_elsewhere(event: Event) {
    let draft = kept::<Event>("bank-1").draft(Utc::now(), [event]);
    for (key, text) in draft.changes.writes.iter().chain([&draft.changes.meta]) {
        stage::put(key, text);
    }
}

/// Money that was taken out.
pub(crate) fn withdrawn(cents: i64) -> Event {
    Event::Withdrawn { account: ACCOUNT, amount: Money::cents(cents) }
}

#[wasm_bindgen_test]
async fn what_another_tab_writes_is_shown() {
    let page = Page::first_visit_alone().await;
    write_elsewhere(withdrawn(490_00));
    page.hear_of(Some(SEGMENT_0)).await;
    assert_eq!(page.entries(), 12);
    assert_eq!(page.balances(), ("0.00".into(), "0.00".into()));
    assert_eq!(page.last_row().figures, ["0.00", "150.00"]);
    assert_eq!(page.notice(), None);
    page.command("Deposit", "1", 13).await;
    assert_eq!(kept_bank().entries()[11].event, withdrawn(490_00));
}

#[wasm_bindgen_test]
async fn a_command_is_decided_on_the_newest_diary_also_when_nobody_told() {
    let page = Page::first_visit_alone().await;
    write_elsewhere(withdrawn(490_00));
    page.fill("Amount", "50");
    let refusal = page.refused("Withdraw").await;
    let (balance, wanted) = (Money::ZERO, Money::cents(50_00));
    let rule = Rejection::InsufficientFunds { account: ACCOUNT, balance, wanted }.to_string();
    assert!(refusal.contains(&rule), "{refusal}");
    assert_eq!(page.entries(), 12, "and it is shown");

    write_elsewhere(Event::Deposited { account: ACCOUNT, amount: Money::cents(7_00) });
    page.command("Withdraw", "6.50", 14).await;
    assert_eq!(page.balances(), ("0.50".into(), "0.50".into()));
    let kept = kept_bank();
    assert_eq!((kept.len(), &kept.entries()[13].event), (14, &withdrawn(6_50)));
    assert_eq!(page.rows().len(), 14);
    assert_eq!(page.notice(), None);
}

#[wasm_bindgen_test]
async fn one_who_reads_the_past_stays_there() {
    let page = Page::first_visit_alone().await;
    page.travel(9).await;
    write_elsewhere(withdrawn(1_00));
    page.hear_of(Some(SEGMENT_0)).await;
    assert_eq!(page.entries(), 12);
    assert_eq!(page.balances(), ("489.00".into(), "445.00".into()));
    assert_eq!(page.slider().value(), "9");
    assert_eq!(page.slider().attribute("max").as_deref(), Some("12"));
}

#[wasm_bindgen_test]
async fn news_of_other_things_changes_nothing() {
    let page = Page::first_visit_alone().await;
    let (rows, texts) = (page.rows(), stage::our_texts());
    for key in ["theme", "event-diary/", "event-diary/bank-10/00000", "event-diary/bank-1/x"] {
        page.hear_of(Some(key)).await;
    }
    page.hear_of(None).await;
    assert_eq!(page.rows(), rows);
    assert_eq!(stage::our_texts(), texts);
    assert_eq!((page.refusal(), page.notice()), (None, None));
}

#[wasm_bindgen_test]
async fn a_different_story_is_not_written_over() {
    let page = Page::first_visit_alone().await;
    page.command("Deposit", "1", 12).await;
    let mut other = stage::story().bank;
    other.append(Utc::now(), [withdrawn(2_00), withdrawn(3_00)]);
    stage::shelve(&StoredDiary::of("bank-1", Utc::now(), other.clone()));
    let texts = stage::our_texts();

    page.fill("Amount", "9");
    page.refused("Deposit").await;
    assert_eq!(stage::our_texts(), texts, "neither story is lost by a guess");
    assert_eq!(page.entries(), 12);
    let page = page.reload().await;
    assert_eq!(page.entries(), 13);
    assert_eq!(kept_bank(), other);
}

#[wasm_bindgen_test]
async fn an_older_text_does_not_make_the_diary_shorter() {
    let page = Page::first_visit_alone().await;
    let older = stage::our_texts();
    page.command("Deposit", "1", 12).await;
    // A stale tab puts back what it had.
    for (key, text) in &older {
        stage::put(key, text);
    }
    page.command("Deposit", "2", 13).await;
    assert_eq!(kept_bank().len(), 13, "no entry that was shown is gone");
    assert!(page.notice().is_some(), "the reader is told");
    assert_eq!(page.balances(), ("493.00".into(), "493.00".into()));
    let page = page.reload().await;
    assert_eq!((page.entries(), page.notice()), (13, None));
}

#[wasm_bindgen_test]
async fn an_entry_in_a_new_segment_is_seen() {
    stage::set_alone().await;
    stage::shelve(&StoredDiary::of("bank-1", Utc::now(), long(SEGMENT)));
    let page = Page::open().await;
    write_elsewhere(withdrawn(1));
    page.command("Deposit", "1", SEGMENT + 2).await;
    assert_eq!(kept_bank().entries()[SEGMENT].event, withdrawn(1));
    assert_eq!(page.balances(), ("3.54".into(), "3.54".into()));
}

#[wasm_bindgen_test]
async fn what_a_newer_version_writes_in_another_tab_is_not_written_over() {
    let page = Page::first_visit_alone().await;
    let lines = stage::get(SEGMENT_0).unwrap();
    let mut lines: Vec<_> =
        lines.lines().filter_map(|line| Some(line.rsplit_once('|')?.0)).collect();
    let at = Utc::now().timestamp_millis();
    let unknown = format!(r#"[12,{at},"interest_paid",{{"account":"everyday","cents":7}}]"#);
    lines.push(&unknown);
    stage::put(SEGMENT_0, &stage::linked(&lines));
    let texts = stage::our_texts();
    page.hear_of(Some(SEGMENT_0)).await;
    page.refused("Deposit").await;
    assert_eq!(stage::our_texts(), texts, "every text is as the other tab left it");
    assert_eq!(page.entries(), 11);
}

#[wasm_bindgen_test]
async fn a_conflict_does_not_stop_the_commands_after_it() {
    let page = Page::first_visit_alone().await;
    let ours = stage::our_texts();
    stage::shelve(&StoredDiary::of("bank-1", Utc::now(), long(3)));
    page.refused("Deposit").await;
    page.refused("Withdraw").await;
    // The other tab takes its story back.
    for (key, text) in &ours {
        stage::put(key, text);
    }
    page.command("Deposit", "1", 12).await;
    assert_eq!(kept_bank().len(), 12);
}
