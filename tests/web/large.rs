//! Long diaries in the shapes that cost most: fees that nobody gives back, many items, long names.
//! With all cards open a line is written, and everything on the page tells of it.

use chrono::{DateTime, TimeDelta, Utc};
use diary::Diary;
use examples::{
    LONGEST_NAME, Money, Name,
    bank::{self, Account},
    order,
};
use storage::StoredDiary;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{dom::Part, page::Page, stage};

const FEES: u32 = 10_000;
const ITEMS: usize = 2_000;
const CENT: Money = Money::cents(1);

fn begun() -> DateTime<Utc> {
    Utc::now() - TimeDelta::days(2)
}

fn open_fees() -> Diary<bank::Event> {
    let salary = Money::cents(1_000_00);
    let mut diary = Diary::default();
    diary.append(
        begun(),
        [bank::Event::AccountOpened { account: Account::Everyday, owner: "Ana".into() }],
    );
    diary.append(begun(), [bank::Event::Deposited { account: Account::Everyday, amount: salary }]);
    let fee = |fee| bank::Event::FeeCharged { account: Account::Everyday, amount: CENT, fee };
    diary.append(begun(), (1..=FEES).map(fee));
    diary
}

fn name(number: usize) -> Name {
    format!("{number:05} {}", "x".repeat(LONGEST_NAME - 6)).into()
}

/// As many items as there is room for, half of which are taken out again.
fn many_items() -> Diary<order::Event> {
    let mut diary = Diary::default();
    diary.append(begun(), [order::Event::OrderCreated { number: "ORD-1".into() }]);
    let added = |at| order::Event::ItemAdded { name: name(at), price: CENT, quantity: 1 };
    diary.append(begun(), (0..ITEMS).map(added));
    let removed =
        |at| order::Event::ItemRemoved { name: name(at), quantity: order::HowMany::Exactly(1) };
    diary.append(begun(), (0..ITEMS / 2).map(removed));
    diary
}

/// Asks all questions on the page, one after another.
async fn ask_all(page: &Page) -> Vec<Part> {
    let mut cards = page.region("Ask").all("[role=group]");
    let own = cards.pop().unwrap();
    assert_eq!(own.name(), "Ask your own");
    for card in &cards {
        let _answered = answer(page, card).await;
    }
    cards
}

/// What the diary says to a question, which is open after that.
async fn answer(page: &Page, card: &Part) -> String {
    let question = page.region("Ask").button(&card.name());
    if question.attribute("aria-expanded").as_deref() == Some("false") {
        question.press();
    }
    crate::wait::until("it is answered", || !card.tests("answer-diary").is_empty()).await;
    card.tests("answer-diary").remove(0).text()
}

#[wasm_bindgen_test]
async fn fees_that_nobody_gives_back() {
    stage::set_alone().await;
    stage::shelve(&StoredDiary::of("bank-1", Utc::now(), open_fees()));
    let page = Page::open().await;
    assert_eq!(page.balances().0, "900.00");
    let cards = ask_all(&page).await;
    assert_eq!(cards.len(), 6);
    page.command("Deposit", "0.50", FEES as usize + 3).await;
    let now = answer(&page, &cards[2]).await;
    assert!(now.contains("900.50"), "{now}");
    // 24 terms are listed; the others are one.
    assert!(now.contains(&format!("(in {} more)", FEES as usize + 2 - 24)), "{now}");
    page.press("Refund fee");
    page.written(FEES as usize + 4).await;
    assert_eq!(page.balances().0, "900.51");
}

#[wasm_bindgen_test]
async fn many_items_with_long_names() {
    stage::set_alone().await;
    stage::shelve(&StoredDiary::of("order-1", Utc::now(), many_items()));
    let page = Page::open().await;
    page.go("Order").await;
    let left = ITEMS / 2;
    assert_eq!(page.region("Snapshot only").term("Items"), format!("{left} different things"));
    let cards = ask_all(&page).await;
    assert_eq!(cards.len(), 5);
    let gone = answer(&page, &cards[3]).await;
    assert!(gone.contains(&format!("and {} more", left - 24)), "{gone}");
    // One of them comes back.
    page.fill("Item", &name(7));
    page.fill("Price", "0.01");
    page.press("Add item");
    page.written(1 + ITEMS + left + 1).await;
    assert_eq!(page.says("diary-items"), format!("{} different things", left + 1));
    let (back, gone) = (answer(&page, &cards[1]).await, answer(&page, &cards[3]).await);
    assert!(back.contains("00007 xxx"), "{back}");
    assert!(gone.contains(&format!("and {} more", left - 25)), "{gone}");
}
