//! With a database: it decides the order, other tabs are taken in, and each copy heals the other.

use chrono::Utc;
use event_diary::{
    browser::{indexed_db::IndexedDbLog, local_storage::LocalStorageMirror},
    ui::all_diaries::BrowserStore,
};
use examples::{
    Money,
    bank::{Account, Event, Rejection},
};
use storage::{Appended, DiaryStore, EventLog as _, Mirrored, News, Outcome, StoredDiary};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::BroadcastChannel;

use crate::{
    page::Page,
    stage::{self, META, SEGMENT_0, kept_bank},
    tabs::withdrawn,
    wait::until,
};

/// What a store answers, for a test that knows that it does.
fn answer<T>(outcome: Outcome<T>) -> T {
    match outcome {
        Outcome::Done(answer) => answer,
        Outcome::Failed(error) => panic!("{error}"),
    }
}

/// What another tab of this browser has.
async fn other_tab() -> BrowserStore {
    DiaryStore {
        mirror: Some(answer(LocalStorageMirror::find())),
        log: Some(answer(IndexedDbLog::find().await)),
    }
}

async fn opened(tab: &BrowserStore) -> StoredDiary<Event> {
    let opened = answer(tab.open::<Event>("bank-1", async |_| ()).await).expect("it is there");
    assert_eq!(opened.damage, None);
    opened.stored
}

/// Another tab writes this, and tells nobody.
async fn write_elsewhere(tab: &BrowserStore, event: Event) -> News {
    let mut stored = opened(tab).await;
    let draft = stored.draft(Utc::now(), [event]);
    let changes = draft.changes.clone();
    assert_eq!(tab.append(&changes, None).await, Appended::Written(Mirrored::Done));
    let from = stored.diary().len() + 1;
    stored.accept(draft);
    let lines = changes.change.lines.into_iter().map(|(_, line)| line).collect();
    News { name: changes.name, from, lines, record: changes.change.record }
}

fn tell(news: &News) {
    // A channel of its own, as another tab has one.
    let channel = BroadcastChannel::new("event-diary").unwrap();
    channel.post_message(&serde_json::to_string(news).unwrap().into()).unwrap();
}

#[wasm_bindgen_test]
async fn an_entry_is_in_both_places_when_it_is_shown_as_saved() {
    let page = Page::first_visit().await;
    page.command("Deposit", "50", 12).await;
    assert!(page.says("kept").contains("saved in this browser"));
    let tab = other_tab().await;
    let found = answer(tab.found("bank-1", 1).await);
    let lines = stage::get(SEGMENT_0).unwrap();
    assert!(lines.lines().eq(found.lines.iter().map(|(_, line)| line.as_str())), "the same lines");
    assert_eq!(found.lines.len(), 12);
    assert_eq!(found.record, stage::get(META), "and the same record");
}

#[wasm_bindgen_test]
async fn what_another_tab_writes_arrives_at_once() {
    let page = Page::first_visit().await;
    let tab = other_tab().await;
    let news = write_elsewhere(&tab, withdrawn(90_00)).await;
    tell(&news);
    until("the entry is here", || page.entries() == 12).await;
    assert_eq!(page.balances(), ("400.00".into(), "400.00".into()));
    assert_eq!(page.notice(), None);
    page.command("Withdraw", "400", 13).await;
    assert_eq!(page.balances(), ("0.00".into(), "0.00".into()));
    // News that comes twice changes nothing, and news with a gap is looked up.
    tell(&news);
    write_elsewhere(&tab, Event::Deposited { account: Account::Everyday, amount: Money::cents(1) })
        .await;
    let last = write_elsewhere(&tab, withdrawn(1)).await;
    tell(&last);
    until("both entries are here", || page.entries() == 15).await;
    assert_eq!(page.balances(), ("0.00".into(), "0.00".into()));
}

#[wasm_bindgen_test]
async fn fault_06_a_stale_command_is_decided_again_or_refused_by_its_rule() {
    let page = Page::first_visit().await;
    let tab = other_tab().await;
    write_elsewhere(&tab, withdrawn(400_00)).await;
    page.command("Withdraw", "50", 13).await;
    let diary = page.says("kept");
    assert!(
        diary.contains("Another tab wrote entry 12 first. Your request was decided again."),
        "{diary}"
    );
    assert_eq!(page.balances(), ("40.00".into(), "40.00".into()));

    write_elsewhere(&tab, withdrawn(40_00)).await;
    page.fill("Amount", "40");
    let refusal = page.refused("Withdraw").await;
    let (balance, wanted) = (Money::ZERO, Money::cents(40_00));
    let account = Account::Everyday;
    let rule = Rejection::InsufficientFunds { account, balance, wanted }.to_string();
    assert!(refusal.contains("Another tab wrote entry 14 first."), "{refusal}");
    assert!(refusal.contains(&rule), "{refusal}");
    assert_eq!(page.entries(), 14);
    assert_eq!(opened(&tab).await.diary().len(), 14);
}

#[wasm_bindgen_test]
async fn fault_19_a_readable_copy_that_is_lost_or_changed_is_written_again() {
    for damage in [None, Some("garbage"), Some("[1,2]|3\n")] {
        let page = Page::first_visit().await;
        page.command("Deposit", "1", 12).await;
        match damage {
            None => stage::our_texts().keys().for_each(|key| stage::free(key)),
            Some(text) => stage::put(SEGMENT_0, text),
        }
        page.command("Deposit", "2", 13).await;
        assert_eq!(kept_bank().len(), 13, "{damage:?}");
        assert!(page.notice().is_some(), "the reader is told");
        // The same while the page is closed.
        stage::free(SEGMENT_0);
        let page = page.reload().await;
        assert_eq!(page.entries(), 13);
        let notice = page.notice().unwrap_or_default();
        assert!(notice.contains("13 entries missing from the readable text"), "{notice}");
        assert_eq!(kept_bank().len(), 13);
        let aside = stage::our_texts().into_iter().filter(|(key, _)| key.contains("/broken/"));
        let aside: Vec<_> = aside.map(|(_, text)| text).collect();
        assert_eq!(aside.first().map(String::as_str), damage, "it is kept as it was");
        assert_eq!(page.reload().await.notice(), None, "and told once");
    }
}

#[wasm_bindgen_test]
async fn fault_20_a_database_that_is_emptied_gets_everything_back() {
    let page = Page::first_visit().await;
    page.command("Deposit", "1", 12).await;
    // While the page is open, and while it is closed.
    stage::empty_database().await;
    page.command("Deposit", "2", 13).await;
    assert!(page.notice().unwrap_or_default().contains("had lost entries"), "it is told");
    let tab = other_tab().await;
    assert_eq!(answer(tab.found("bank-1", 1).await).lines.len(), 13);
    stage::empty_database().await;
    let page = page.reload().await;
    let notice = page.notice().unwrap_or_default();
    assert!(notice.contains("13 entries missing from the browser’s database"), "{notice}");
    assert_eq!(answer(tab.found("bank-1", 1).await).lines.len(), 13);
    assert_eq!(page.balances(), ("493.00".into(), "493.00".into()));
}

#[wasm_bindgen_test]
async fn fault_21_who_was_here_is_not_greeted_as_new_when_both_are_emptied() {
    let page = Page::first_visit().await;
    page.command("Deposit", "1", 12).await;
    stage::empty_database().await;
    for key in stage::texts().keys() {
        stage::free(key);
    }
    let page = page.reload().await;
    let notice = page.notice().unwrap_or_default();
    assert!(notice.contains("this browser has cleared them"), "{notice}");
    assert!(notice.contains("import"), "{notice}");
}

#[wasm_bindgen_test]
async fn a_diary_that_another_tab_deletes_can_only_be_read_here() {
    let page = Page::first_visit().await;
    let tab = other_tab().await;
    answer(tab.delete("bank-1").await);
    let refusal = page.refused("Deposit").await;
    assert!(refusal.contains("was deleted"), "{refusal}");
    assert_eq!(page.entries(), 11, "it still can be read");
    assert!(answer(tab.open::<Event>("bank-1", async |_| ()).await).is_none());
    let page = page.reload().await;
    page.command("Deposit", "1", 12).await;
    let log = tab.log.as_ref().unwrap();
    let names: Vec<_> = answer(log.records().await).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["bank-1", "bank-2"], "its name is not given again");
}
