//! The page stays open over midnight: what it suggests follows the calendar, what was set stays.

use leptos::prelude::window;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Event;

use crate::{page::Page, stage};

/// What stands in the field of the question about a month, and in the one for a day to go to.
fn suggested(page: &Page) -> (String, String) {
    let month = page.region("Ask").field("Month").value();
    (month, page.region("Time machine").field("Go to").value())
}

fn pair(month: &str, day: &str) -> (String, String) {
    (month.into(), day.into())
}

/// Shows the page again, as a browser does that had put it aside.
async fn show_again(page: &Page) {
    window().dispatch_event(&Event::new("pageshow").unwrap()).unwrap();
    page.settle().await;
}

#[wasm_bindgen_test]
async fn last_month_is_the_one_before_today() {
    stage::set().await;
    stage::clock_shows(2026, 3, 31, 23);
    let page = Page::open().await;
    assert_eq!(suggested(&page), pair("2026-02", "2026-03-01"));
    stage::clock_shows(2026, 4, 1, 0);
    show_again(&page).await;
    assert_eq!(suggested(&page), pair("2026-03", "2026-04-01"));
    // A clock that was wrong is put right, and the reader goes on.
    stage::clock_shows(2026, 1, 15, 8);
    page.touch().await;
    assert_eq!(suggested(&page), pair("2025-12", "2026-01-01"));
}

#[wasm_bindgen_test]
async fn a_month_that_was_set_stays() {
    stage::set().await;
    stage::clock_shows(2026, 3, 31, 23);
    let page = Page::open().await;
    page.region("Ask").field("Month").fill("2026-01");
    stage::clock_shows(2026, 4, 1, 0);
    show_again(&page).await;
    assert_eq!(suggested(&page), pair("2026-01", "2026-04-01"));
    assert!(page.region("Ask").text().contains("Show me all the deposits from January 2026"));
}
