//! A long diary lies in segments, and an entry rewrites only the last.

use chrono::{TimeDelta, Utc};
use diary::Diary;
use examples::{
    Money,
    bank::{Account, Event},
};
use storage::{SEGMENT, StoredDiary};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{
    page::Page,
    stage::{self, META, Puts, kept_bank},
};

/// A diary of so many entries, the first of which opens the account; each other is a cent.
pub(crate) fn long(entries: usize) -> Diary<Event> {
    let mut diary = Diary::default();
    let begun = Utc::now() - TimeDelta::days(2);
    diary.append(begun, [Event::AccountOpened { account: Account::Everyday, owner: "Ana".into() }]);
    for minute in (1..).take(entries - 1) {
        let amount = Money::cents(1);
        diary.append(
            begun + TimeDelta::minutes(minute),
            [Event::Deposited { account: Account::Everyday, amount }],
        );
    }
    diary
}

async fn open_long(entries: usize) -> Page {
    stage::set_alone().await;
    stage::shelve(&StoredDiary::of("bank-1", Utc::now(), long(entries)));
    Page::open().await
}

#[wasm_bindgen_test]
async fn an_entry_rewrites_the_open_segment_and_nothing_else() {
    let page = open_long(600).await;
    assert_eq!(page.entries(), 600);
    let before = stage::our_texts();
    let puts = Puts::watch();
    page.command("Deposit", "4.01", 601).await;

    assert_eq!(puts.keys(), ["event-diary/bank-1/00002", META]);
    let after = stage::our_texts();
    assert_eq!(before.keys().collect::<Vec<_>>(), after.keys().collect::<Vec<_>>());
    for (key, text) in &before {
        let is_written = puts.keys().contains(key);
        assert_eq!(after[key] != *text, is_written, "{key}");
    }
    assert!(after["event-diary/bank-1/00002"].starts_with(&before["event-diary/bank-1/00002"]));
    assert_eq!(page.balances(), ("10.00".into(), "10.00".into()));
    let (number, terms) = page.sum().expect("there is a sum");
    assert_eq!(terms.into_iter().sum::<Money>(), number, "with the earlier entries gathered");
    let page = page.reload().await;
    assert_eq!((page.entries(), page.notice()), (601, None));
}

#[wasm_bindgen_test]
async fn a_full_segment_is_closed_for_ever() {
    let page = open_long(SEGMENT).await;
    let first = stage::get(stage::SEGMENT_0);
    let puts = Puts::watch();
    page.command("Deposit", "1", SEGMENT + 1).await;
    page.command("Deposit", "1", SEGMENT + 2).await;
    let second = "event-diary/bank-1/00001";
    assert_eq!(puts.keys(), [second, META, second, META]);
    assert_eq!(stage::get(stage::SEGMENT_0), first);
    assert_eq!(kept_bank().len(), SEGMENT + 2);
    assert_eq!(page.reload().await.entries(), SEGMENT + 2);
}

#[wasm_bindgen_test]
async fn a_missing_segment_sets_the_later_ones_aside() {
    stage::set_alone().await;
    stage::shelve(&StoredDiary::of("bank-1", Utc::now(), long(600)));
    let last = stage::get("event-diary/bank-1/00002").unwrap();
    stage::free("event-diary/bank-1/00001");
    let page = Page::open().await;
    assert_eq!(page.entries(), SEGMENT);
    let notice = page.notice().expect("the reader is told");
    assert!(notice.contains("600"), "of how many: {notice}");
    page.command("Deposit", "1", SEGMENT + 1).await;
    let page = page.reload().await;
    assert_eq!(page.entries(), SEGMENT + 1);
    let texts = stage::our_texts();
    let is_aside = |(key, text): (&String, &String)| key.contains("/broken/") && *text == last;
    assert!(texts.iter().any(is_aside), "the last segment is still there, verbatim");
}
