//! The first visit: there is something to see and to ask at once.

use chrono::{DateTime, Local, TimeDelta, Utc};
use examples::calendar;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{
    page::Page,
    stage::{self, kept, kept_bank},
};

#[wasm_bindgen_test]
async fn it_opens_the_story_in_both_worlds() {
    let page = Page::first_visit().await;
    assert_eq!(page.entries(), 11);
    assert_eq!(page.balances(), ("490.00".into(), "490.00".into()));
    assert_eq!(page.savings(), ("150.00".into(), "150.00".into()));
    assert_eq!(
        page.rows().iter().map(|row| row.number).collect::<Vec<_>>(),
        (1..=11).collect::<Vec<_>>()
    );
    assert_eq!(page.region("Snapshot only").term("Owner"), "Ana");
    assert!(page.says("moment").contains("11"), "{}", page.says("moment"));
    assert_eq!((page.refusal(), page.notice()), (None, None));

    page.go("Order").await;
    assert_eq!(page.entries(), 9);
    assert_eq!(page.statuses(), ("shipped".into(), "shipped".into()));
    assert_eq!(page.region("Snapshot only").term("Items"), "tea, mug");
    assert_eq!(page.region("Snapshot only").term("Total"), "20.50");
}

#[wasm_bindgen_test]
async fn what_it_shows_is_kept_and_is_the_story() {
    let page = Page::first_visit().await;
    let story = stage::story();
    assert_eq!(kept_bank(), story.bank);
    assert!(stage::our_texts().keys().all(|key| !key.contains("order")), "not before it is opened");
    for (row, entry) in page.rows().iter().zip(story.bank.entries()) {
        // The year stands in the heading.
        let day = calendar::short_day(calendar::local_time(entry.at, &Local).date());
        let day = day.rsplit_once(' ').unwrap().0;
        assert!(row.when.starts_with(day), "{} on {day}", row.text);
    }
    let changed = calendar::local_time(story.bank.entries()[10].at, &Local);
    let (day, time) = (calendar::short_day(changed.date()), calendar::time_words(changed.time()));
    let updated = format!("{day} {time}");
    assert!(page.region("Snapshot only").text().contains(&updated), "changed {updated}");
    page.go("Order").await;
    assert_eq!(kept("order-1").diary(), &story.order);
}

#[wasm_bindgen_test]
async fn it_opens_the_story_on_the_real_clock() {
    stage::set().await;
    stage::clock_runs();
    // The page reads the clock between these two moments; only in the first minute of a month can
    // it matter when.
    let before = stage::story().bank.len();
    let page = Page::open().await;
    let after = stage::story().bank.len();
    let shown = page.entries();
    assert!([before, after].contains(&shown), "{shown} entries");
    let balance = if shown == 11 { "490.00" } else { "505.00" };
    assert_eq!(page.balances(), (balance.into(), balance.into()));
}

#[wasm_bindgen_test]
async fn in_the_first_minute_of_a_month_the_month_has_not_happened_yet() {
    stage::set().await;
    stage::clock_shows(2026, 4, 1, 0);
    let midnight: DateTime<Utc> = Utc::now();
    stage::clock_is(midnight + TimeDelta::seconds(30));
    let page = Page::open().await;
    assert_eq!(page.entries(), 8);
    assert_eq!(page.balances(), ("505.00".into(), "505.00".into()));
}

#[wasm_bindgen_test]
async fn a_link_opens_its_place() {
    stage::set().await;
    crate::page::go_to("#/order");
    let page = Page::open().await;
    assert!(page.region("Commands").has_button("Ship"));
    crate::page::go_to("#/diaries");
    crate::wait::until("the diaries are listed", || page.has_region("Bank")).await;
    crate::page::go_to("#/nowhere");
    crate::wait::until("the bank is the default", || page.has_region("Commands")).await;
    assert!(page.region("Commands").has_button("Deposit"));
}

#[wasm_bindgen_test]
async fn a_reload_shows_the_same_and_not_the_story_again() {
    let page = Page::first_visit().await;
    page.command("Withdraw", "490", 12).await;
    page.go("Order").await;
    let (rows, texts) = (page.rows(), stage::our_texts());
    // Another month has come: the story would be another one.
    stage::clock_shows(2026, 5, 7, 8);

    let page = page.reload().await;
    assert_eq!(page.rows(), rows);
    page.go("Bank").await;
    assert_eq!(page.entries(), 12);
    assert_eq!(page.balances(), ("0.00".into(), "0.00".into()));
    assert_eq!(stage::our_texts(), texts, "opening writes nothing");
    assert_eq!(page.notice(), None);
}
