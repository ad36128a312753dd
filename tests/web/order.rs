//! The order's commands: created, filled, paid, shipped, and told no.

use diary::Diary;
use examples::{
    Money,
    order::{Event, HowMany, Rejection},
};
use storage::StoredDiary;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{
    page::Page,
    stage::{self, kept},
};

/// An empty order's diary, `order-2`.
async fn blank() -> Page {
    let page = Page::first_visit().await;
    page.go("Diaries").await;
    page.start("Order", "Start empty").await;
    crate::wait::until("the order is open", || page.has_region("Commands")).await;
    page
}

async fn do_it(page: &Page, command: &str, entry: usize) {
    page.press(command);
    page.written(entry).await;
}

async fn add(page: &Page, item: &str, price: &str, quantity: &str, entry: usize) {
    page.fill("Item", item);
    page.fill("Price", price);
    page.fill("Quantity", quantity);
    do_it(page, "Add item", entry).await;
}

fn both(text: &str) -> (String, String) {
    (text.into(), text.into())
}

fn totals(page: &Page) -> (String, String) {
    (page.region("Snapshot only").term("Total"), page.says("diary-total"))
}

fn diary(name: &str) -> Diary<Event> {
    kept(name).diary().clone()
}

#[wasm_bindgen_test]
async fn an_order_is_filled_paid_and_shipped() {
    let page = blank().await;
    assert_eq!(page.statuses(), both("no order"));
    do_it(&page, "Create order", 1).await;
    assert_eq!(page.statuses(), both("not paid"));
    add(&page, "mug", "12", "2", 2).await;
    assert_eq!(totals(&page), both("24.00"));
    add(&page, "tea", "8.50", "1", 3).await;
    assert_eq!(totals(&page), both("32.50"));
    page.fill("Item", "mug");
    page.fill("Quantity", "2");
    do_it(&page, "Remove item", 4).await;
    assert_eq!(totals(&page), both("8.50"));
    assert_eq!(page.region("Snapshot only").term("Items"), "tea");
    assert_eq!(page.says("diary-items"), "tea");

    let texts = stage::our_texts();
    page.fill("Amount", "8.49");
    let refusal = page.refused("Receive payment").await;
    let (total, paid) = (Money::cents(8_50), Money::cents(8_49));
    assert!(refusal.contains(&Rejection::WrongAmount { total, paid }.to_string()), "{refusal}");
    assert_eq!(stage::our_texts(), texts);

    page.fill("Amount", "8.50");
    do_it(&page, "Receive payment", 5).await;
    assert_eq!(page.statuses(), both("paid"));
    let refusal = page.refused("Remove item").await;
    assert!(refusal.contains(&Rejection::AlreadyPaid { total }.to_string()), "{refusal}");
    do_it(&page, "Ship", 6).await;
    assert_eq!(page.statuses(), both("shipped"));

    let refusal = page.refused("Ship").await;
    let rule = Rejection::AlreadyShipped { number: "ORD-2".into() }.to_string();
    assert!(refusal.contains(&rule), "{refusal}");
    assert_eq!(page.entries(), 6);
    let events: Vec<_> =
        diary("order-2").entries().iter().map(|entry| entry.event.clone()).collect();
    let added = |name: &str, cents, quantity| Event::ItemAdded {
        name: name.into(),
        price: Money::cents(cents),
        quantity,
    };
    assert_eq!(
        events,
        [
            Event::OrderCreated { number: "ORD-2".into() },
            added("mug", 12_00, 2),
            added("tea", 8_50, 1),
            Event::ItemRemoved { name: "mug".into(), quantity: HowMany::Exactly(2) },
            Event::PaymentReceived { amount: total },
            Event::OrderShipped {},
        ]
    );
    assert_eq!(diary("order-1"), stage::story().order, "the story's order is as it was");
}

#[wasm_bindgen_test]
async fn only_a_paid_order_is_shipped() {
    let page = blank().await;
    let refusal = page.refused("Ship").await;
    assert!(refusal.contains(&Rejection::NotCreated.to_string()), "{refusal}");
    do_it(&page, "Create order", 1).await;
    page.fill("Amount", "1");
    let refusal = page.refused("Receive payment").await;
    assert!(refusal.contains(&Rejection::NothingToPay.to_string()), "{refusal}");
    add(&page, "lamp", "39", "1", 2).await;
    let texts = stage::our_texts();

    let refusal = page.refused("Ship").await;

    let rule = Rejection::NotPaid { total: Money::cents(39_00) }.to_string();
    assert!(refusal.contains(&rule) && refusal.contains("39.00"), "{refusal}");
    assert_eq!(page.entries(), 2);
    assert_eq!(page.statuses(), both("not paid"));
    assert_eq!(stage::our_texts(), texts);
}

#[wasm_bindgen_test]
async fn what_is_not_in_the_order_is_not_removed() {
    let page = blank().await;
    do_it(&page, "Create order", 1).await;
    page.fill("Item", "teapot");
    let refusal = page.refused("Remove item").await;
    let rule = Rejection::NotInOrder { name: "teapot".into() }.to_string();
    assert!(refusal.contains(&rule), "{refusal}");
    let refusal = page.refused("Create order").await;
    let rule = Rejection::AlreadyCreated { number: "ORD-2".into() }.to_string();
    assert!(refusal.contains(&rule), "{refusal}");
    page.fill("Quantity", "0");
    let refusal = page.refused("Add item").await;
    assert!(refusal.contains(&Rejection::NoQuantity.to_string()), "{refusal}");
    assert_eq!(page.entries(), 1);
}

#[wasm_bindgen_test]
async fn some_of_an_item_are_removed() {
    let page = blank().await;
    do_it(&page, "Create order", 1).await;
    add(&page, "strings", "4", "3", 2).await;
    page.fill("Quantity", "2");
    do_it(&page, "Remove item", 3).await;
    assert_eq!(page.last_row().what, "Item removed: 2 × strings");
    assert_eq!(totals(&page), both("4.00"));
    assert_eq!(page.region("Snapshot only").term("Items"), "strings");
    assert_eq!(page.says("diary-items"), "strings");
    let removed = Event::ItemRemoved { name: "strings".into(), quantity: HowMany::Exactly(2) };
    assert_eq!(diary("order-2").entries()[2].event, removed);

    let refusal = page.refused("Remove item").await;
    let rule = Rejection::NotSoMany { name: "strings".into(), present: 1, wanted: 2 };
    assert!(refusal.contains(&rule.to_string()), "{refusal}");
    page.fill("Quantity", "0");
    let refusal = page.refused("Remove item").await;
    assert!(refusal.contains(&Rejection::NoQuantity.to_string()), "{refusal}");
    page.fill("Quantity", "all of them");
    page.press("Remove item");
    page.settle().await;
    let quantity = page.region("Commands").field("Quantity");
    assert_eq!(quantity.attribute("aria-invalid").as_deref(), Some("true"));
    assert_eq!(page.entries(), 3);

    let card = page.group("What was removed and never came back?");
    page.region("Ask").button(&card.name()).press();
    page.settle().await;
    assert_eq!(card.test("answer-diary").button_names()[0], "2 × strings");
    page.fill("Quantity", "1");
    do_it(&page, "Remove item", 4).await;
    assert_eq!(page.says("diary-items"), "none");
    assert_eq!(card.test("answer-diary").button_names()[0], "3 × strings");
}

/// As it lies in the stores since before a removal had a quantity: all of the item was meant.
#[wasm_bindgen_test]
async fn an_order_from_before_removals_had_a_quantity_is_what_it_was() {
    let key = |end: &str| format!("event-diary/order-1/{end}");
    let lines = include_str!("../fixtures/format-1-all-removed/order/00000");
    let meta = include_str!("../fixtures/format-1-all-removed/order/meta");
    let texts = [(key("meta"), meta.to_owned()), (key("00000"), lines.to_owned())].into();
    let (stored, damage, _) = StoredDiary::<Event>::from_mirror("order-1", &texts).unwrap();
    assert_eq!(damage, None);
    stage::set_alone().await;
    stage::shelve(&stored);
    let page = Page::open().await;
    page.go("Order").await;
    assert_eq!(page.statuses(), both("shipped"));
    assert_eq!(page.says("diary-items"), "3 × strings");
    assert_eq!(totals(&page), both("12.00"));
    page.travel(4).await;
    assert_eq!(page.says("diary-total"), "17.00");
    assert_eq!(kept::<Event>("order-1").texts(), texts, "to the letter");
}

#[wasm_bindgen_test]
async fn the_numbers_of_its_story_are_there_at_each_step() {
    let page = Page::first_visit().await;
    page.go("Order").await;
    let totals = ["0.00", "12.00", "20.50", "8.50", "20.50", "59.50", "20.50", "20.50", "20.50"];
    let statuses = ["not paid"; 7].into_iter().chain(["paid", "shipped"]);
    for (at, (total, status)) in totals.into_iter().zip(statuses).enumerate() {
        page.travel(at + 1).await;
        assert_eq!(page.says("diary-total"), total, "after entry {}", at + 1);
        assert_eq!(page.statuses(), ("shipped".into(), status.into()), "after entry {}", at + 1);
    }
    page.travel(0).await;
    assert_eq!(page.says("diary-status"), "no order");
}

#[wasm_bindgen_test]
async fn an_order_survives_a_reload() {
    let page = blank().await;
    do_it(&page, "Create order", 1).await;
    add(&page, "lamp", "39", "3", 2).await;
    let page = page.reload().await;
    assert_eq!(page.entries(), 2);
    assert_eq!(page.statuses(), both("not paid"));
    assert_eq!(page.region("Snapshot only").term("Items"), "3 × lamp");
    assert_eq!(totals(&page), both("117.00"));
}
