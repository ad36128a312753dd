//! A long diary: only the lines around what is shown are in the page, and nothing else is missing.

use chrono::{TimeDelta, Utc};
use diary::Diary;
use examples::{
    Money,
    bank::{Account, Event},
};
use leptos::prelude::document;
use storage::StoredDiary;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{dom::Part, page::Page, row::Row, segments::long, stage};

const LAST: usize = 2_000;

async fn open(diary: Diary<Event>) -> Page {
    stage::set_alone().await;
    stage::shelve(&StoredDiary::of("bank-1", Utc::now(), diary));
    Page::open().await
}

/// The lines that are in the page, in their order, each with its place in the whole table.
fn lines(page: &Page) -> Vec<Row> {
    let rows = page.region("Diary").table("Diary entries").all("tbody tr[data-entry]");
    for row in &rows {
        let number: usize = row.attribute("data-entry").unwrap().parse().unwrap();
        assert_eq!(row.attribute("aria-rowindex"), Some((number + 1).to_string()));
    }
    rows.iter().map(Row::of).collect()
}

/// The balance after so many entries, each of which but the first is a cent.
fn balance(page: usize) -> String {
    Money::cents(i64::try_from(page).unwrap() - 1).to_string()
}

#[track_caller]
fn shows(page: &Page, number: usize) {
    let lines = lines(page);
    let numbers: Vec<_> = lines.iter().map(|line| line.number).collect();
    let line = lines.iter().find(|line| line.number == number);
    let line = line.unwrap_or_else(|| panic!("line {number} is not among {numbers:?}"));
    assert_eq!(line.figures[0], balance(number), "at {number}");
    assert!(numbers.is_sorted() && numbers.len() < 100, "a window: {numbers:?}");
}

fn nodes() -> usize {
    Part(document().document_element().unwrap()).all("*").len()
}

#[wasm_bindgen_test]
async fn a_long_diary_is_shown_around_the_moment() {
    let page = open(long(LAST)).await;
    let table = page.region("Diary").table("Diary entries");
    assert_eq!(table.attribute("aria-rowcount"), Some((LAST + 1).to_string()));
    shows(&page, LAST);
    for at in [1, LAST / 2, LAST / 2 + 1, 700, LAST - 1, LAST, 2] {
        page.travel(at).await;
        shows(&page, at);
        assert_eq!(page.balances(), (balance(LAST), balance(at)));
        let not_yet = |line: &Row| line.text.contains("not yet") == (line.number > at);
        assert!(lines(&page).iter().all(not_yet), "at {at}");
    }
    page.travel(0).await;
    assert_eq!(lines(&page)[0].number, 1, "before anything happened the first lines are shown");
}

#[wasm_bindgen_test]
async fn the_lines_that_are_not_there_keep_their_place() {
    let page = open(long(LAST)).await;
    page.travel(1_000).await;
    let rows = page.region("Diary").table("Diary entries").all("tbody tr");
    let (first, last) = (&rows[0], &rows[rows.len() - 1]);
    for empty in [first, last] {
        assert_eq!(empty.attribute("aria-hidden").as_deref(), Some("true"));
        assert_eq!(empty.text(), "");
    }
    let lines = lines(&page);
    assert_eq!(first.attribute("data-missing").as_deref(), Some("1"));
    let next = lines[lines.len() - 1].number + 1;
    assert_eq!(last.attribute("data-missing"), Some(next.to_string()));
}

#[wasm_bindgen_test]
async fn a_short_diary_is_in_the_page_as_a_whole() {
    let page = open(long(300)).await;
    assert_eq!(page.rows().len(), 300, "and there are no other rows");
    page.command("Deposit", "0.01", 301).await;
    shows(&page, 301);
}

#[wasm_bindgen_test]
async fn a_link_to_a_line_that_is_not_there_brings_it_in() {
    let page = open(long(LAST)).await;
    let card = page.region("Ask").group("What was my highest balance?");
    page.region("Ask").button(&card.name()).press();
    page.travel(1_000).await;
    let cited = card.all("button.entry-link").into_iter().next().expect("it cites an entry");
    let number: usize = cited.attribute("data-entry").unwrap().parse().unwrap();
    assert!(lines(&page).iter().all(|line| line.number != number));
    cited.press();
    page.settle().await;
    shows(&page, number);
    // The same link again, after the reader has gone elsewhere.
    page.travel(1_500).await;
    cited.press();
    page.settle().await;
    shows(&page, number);
}

#[wasm_bindgen_test]
async fn a_new_line_is_shown_at_the_end() {
    let page = open(long(LAST)).await;
    let before = nodes();
    for entry in LAST + 1..=LAST + 20 {
        page.command("Deposit", "0.01", entry).await;
        let last = lines(&page).pop().unwrap();
        assert_eq!((last.number, last.figures[0].clone()), (entry, balance(entry)));
    }
    assert!(nodes() <= before + 10, "{} nodes of {before}", nodes());
    let rows = page.region("Diary").all("tr.fresh");
    assert!(!rows.is_empty(), "they were written before the reader's eyes");
    page.travel(1).await;
    page.turn("Now").await;
    shows(&page, LAST + 20);
    assert!(page.region("Diary").all("tr.fresh").is_empty(), "and no row is fresh for ever");
}

#[wasm_bindgen_test]
async fn the_nodes_do_not_grow_with_the_diary() {
    let short = {
        let _page = open(long(500)).await;
        nodes()
    };
    let _page = open(long(10_000)).await;
    assert!(nodes() * 10 <= short * 12, "{} nodes, and {short} at 500", nodes());
}

#[wasm_bindgen_test]
async fn the_chart_keeps_a_single_extreme_among_ten_thousand_points() {
    let mut diary = long(6_000);
    let at = diary.entries()[5_999].at;
    let amount = Money::cents(1_000_000_00);
    diary.append(at, [Event::Deposited { account: Account::Everyday, amount }]);
    diary.append(at, [Event::Withdrawn { account: Account::Everyday, amount }]);
    let cents = |_| Event::Deposited { account: Account::Everyday, amount: Money::cents(1) };
    diary.append(at + TimeDelta::minutes(1), (0..4_000).map(cents));
    let page = open(diary).await;
    let chart = page.region("Time machine").all("[role=img]").remove(0);
    let name = chart.name();
    assert!(name.ends_with("lowest 0.00, highest 1,000,059.99"), "{name}");
    let line = chart.all("path").remove(0).attribute("d").unwrap();
    // That one entry is the highest, and it alone.
    let heights =
        line.split('V').skip(1).filter_map(|it| it.split('H').next()?.parse::<i64>().ok());
    let heights: Vec<_> = heights.collect();
    let top = heights.iter().min().unwrap();
    assert_eq!(heights.iter().filter(|height| *height == top).count(), 1, "{line}");
    let points = line.matches('V').count();
    assert!((500..=512 * 4).contains(&points), "{points} points");
}

#[wasm_bindgen_test]
async fn another_diary_in_its_place_has_its_own_lines() {
    let page = open(long(LAST)).await;
    page.go("Diaries").await;
    page.start("Bank", "Start empty").await;
    assert_eq!(page.entries(), 0);
    assert!(lines(&page).is_empty());
    page.command("Open account", "1", 1).await;
    assert_eq!(lines(&page).len(), 1);
}
