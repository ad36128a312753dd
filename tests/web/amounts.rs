//! What is no amount is told at its field, in words, and writes nothing.

use examples::Money;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{page::Page, stage};

const NO_AMOUNTS: [&str; 12] = [
    "",
    "   ",
    "abc",
    "1.234",
    "1e5",
    "12,50",
    "1.2.3",
    "0x10",
    "١٢",
    "10000000000.01",
    "99999999999999999999",
    "NaN",
];

/// Types what is no amount and presses a button: the field must say so.
async fn is_told_at(page: &Page, field: &str, command: &str, typed: &str) {
    page.fill(field, typed);
    page.press(command);
    page.settle().await;
    let field = page.region("Commands").field(field);
    assert_eq!(field.attribute("aria-invalid").as_deref(), Some("true"), "“{typed}”");
    let why = Money::parse(typed).unwrap_err().to_string();
    assert_eq!(field.description(), why, "“{typed}”");
    assert!(field.has_focus(), "“{typed}” can be corrected at once");
    assert_eq!(field.value(), typed, "what was typed is still there");
}

#[wasm_bindgen_test]
async fn what_is_no_amount_is_told_at_the_field_and_writes_nothing() {
    let page = Page::first_visit().await;
    let (texts, rows) = (stage::our_texts(), page.rows());
    for typed in NO_AMOUNTS {
        for command in ["Deposit", "Withdraw", "Transfer", "Charge fee"] {
            is_told_at(&page, "Amount", command, typed).await;
        }
    }
    assert_eq!(page.rows(), rows);
    assert_eq!(stage::our_texts(), texts);
    assert_eq!(page.refusal(), None, "it was never a wish");

    page.command("Deposit", " 1,000.5 ", 12).await;
    let field = page.region("Commands").field("Amount");
    assert_eq!((field.attribute("aria-invalid"), field.description()), (None, String::new()));
    assert_eq!(page.balances().1, "1,490.50");
}

/// Once it still stood there, beside what is wrong with the field now.
#[wasm_bindgen_test]
async fn what_was_refused_before_goes_when_a_field_is_wrong() {
    let page = Page::first_visit().await;
    page.fill("Amount", "10,000");
    page.refused("Withdraw").await;
    is_told_at(&page, "Amount", "Deposit", "abc").await;
    assert_eq!(page.refusal(), None);
    assert_eq!(page.entries(), 11);
}

#[wasm_bindgen_test]
async fn an_order_is_as_strict() {
    let page = Page::first_visit().await;
    page.go("Order").await;
    let texts = stage::our_texts();
    for typed in NO_AMOUNTS {
        is_told_at(&page, "Price", "Add item", typed).await;
        is_told_at(&page, "Amount", "Receive payment", typed).await;
    }
    assert_eq!(stage::our_texts(), texts);
}

#[wasm_bindgen_test]
async fn the_most_that_can_be_counted_is_counted() {
    let page = Page::first_visit().await;
    page.fill("Amount", "10,000,000,000");
    let refusal = page.refused("Deposit").await;
    assert!(refusal.contains("490.00") && refusal.contains("10,000,000,000.00"), "{refusal}");
    page.command("Deposit", "9,999,999,510", 12).await;
    let most = "10,000,000,000.00".to_owned();
    assert_eq!(page.balances(), (most.clone(), most));
    page.fill("Amount", "0.01");
    page.refused("Deposit").await;
    assert_eq!(page.entries(), 12);
}

#[wasm_bindgen_test]
async fn a_limit_that_is_no_amount_keeps_the_question() {
    let page = Page::first_visit().await;
    let card = page.group("Was my balance ever below 400.00?");
    card.field("Below").fill("x");
    page.settle().await;
    assert_eq!(card.name(), "Was my balance ever below 400.00?");
    let field = card.field("Below");
    assert_eq!(field.attribute("aria-invalid").as_deref(), Some("true"));
    assert_eq!(field.description(), Money::parse("x").unwrap_err().to_string());
    card.field("Below").fill("0");
    page.settle().await;
    assert_eq!(card.name(), "Was my balance ever below 0.00?");
    page.region("Ask").button(&card.name()).press();
    page.settle().await;
    assert_eq!(card.test("answer-diary").all(".value")[0].text(), "no");
}
