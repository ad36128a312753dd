//! Question cards: the diary answers each, and the snapshot no more than its row can tell.

use chrono::Local;
use examples::{calendar, order::questions::Question};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{dom::Part, page::Page, stage::kept};

/// What the snapshot says when its row doesn't hold the answer.
const CANNOT: &str = "cannot know";

/// The answers on a card. Of the diary's, first the value, then the entries that it rests on.
fn answers(card: &Part) -> Vec<(String, Vec<String>)> {
    let snapshots = card.tests("answer-snapshot");
    let diaries = card.tests("answer-diary");
    assert_eq!(snapshots.len(), diaries.len(), "both worlds answer");
    snapshots.iter().zip(&diaries).map(|(one, two)| (one.text(), two.button_names())).collect()
}

/// Asks a card, and makes sure that nothing was told before.
async fn ask(page: &Page, question: &str) -> Vec<(String, Vec<String>)> {
    let card = page.region("Ask").group(question);
    assert!(answers(&card).is_empty(), "{question}");
    page.region("Ask").button(&card.name()).press();
    page.settle().await;
    answers(&card)
}

/// Asks a card that has one answer: the snapshot's words must be in its answer.
async fn one_answer(page: &Page, question: &str, snapshot: &str, diary: &[&str]) {
    let answers = ask(page, question).await;
    let [(by_row, by_diary)] = answers.as_slice() else { panic!("{question} {answers:?}") };
    assert!(by_row.contains(snapshot), "{question} {by_row}");
    assert_eq!(by_diary, diary, "{question}");
}

/// The numbers of the rows that are marked as the one where a link has led to.
fn came_to(page: &Page) -> Vec<String> {
    let rows = page.region("Diary").all("tbody tr.came-to");
    rows.iter().filter_map(|row| row.attribute("data-entry")).collect()
}

/// Once nothing showed which entry it was.
#[wasm_bindgen_test]
async fn a_link_to_an_entry_marks_it_until_something_else_is_done() {
    let page = Page::first_visit().await;
    ask(&page, "What was my balance on 1 March 2026?").await;
    let card = page.region("Ask").group("What was my balance on 1 March 2026?");
    let link = |term: &str| {
        let found = card.all("button.entry-link");
        found.into_iter().find(|part| part.text() == term).expect("the entry is cited")
    };
    assert_eq!(came_to(&page), [""; 0]);
    link("+ 80.00").press();
    page.settle().await;
    assert_eq!((page.slider().value(), came_to(&page)), ("7".into(), vec!["7".to_owned()]));
    // Another link marks another one, also the entry after which nothing has come yet.
    link("− 60.00").press();
    page.settle().await;
    assert_eq!(came_to(&page), ["9"]);
    // Going on by the slider is something else, and so is a press anywhere.
    page.travel(8).await;
    assert_eq!(came_to(&page), [""; 0]);
    link("− 60.00").press();
    page.settle().await;
    page.turn("Now").await;
    assert_eq!(came_to(&page), [""; 0]);
    link("− 60.00").press();
    page.settle().await;
    page.region("Diary").all("summary")[0].press();
    page.settle().await;
    assert_eq!(came_to(&page), [""; 0]);
}

#[wasm_bindgen_test]
async fn what_was_the_balance_on_a_day() {
    let page = Page::first_visit().await;
    let answers = ask(&page, "What was my balance on 1 March 2026?").await;
    assert_eq!(answers.len(), 2, "a day has a start and an end");
    assert!(answers.iter().all(|(snapshot, _)| snapshot.contains(CANNOT)), "{answers:?}");
    let terms = ["+ 500.00", "− 120.00", "+ 200.00", "− 150.00", "+ 80.00", "− 5.00"];
    assert_eq!(answers[0].1[0], "505.00");
    assert_eq!(answers[0].1[1..], terms);
    assert_eq!(answers[1].1[0], "445.00");
    assert_eq!(answers[1].1[1..], [&terms[..], &["− 60.00"]].concat());

    // The answer leads to the moment when it could be seen.
    let card = page.region("Ask").group("What was my balance on 1 March 2026?");
    card.button("445.00").press();
    page.settle().await;
    assert_eq!(page.slider().value(), "9");
    assert_eq!(page.says("diary-balance"), "445.00");
}

#[wasm_bindgen_test]
async fn another_day_is_another_question() {
    let page = Page::first_visit().await;
    let card = page.region("Ask").group("What was my balance on 1 March 2026?");
    page.region("Ask").button(&card.name()).press();
    card.field("Day").fill("2026-02-10");
    page.settle().await;
    assert_eq!(card.name(), "What was my balance on 10 February 2026?");
    let values: Vec<_> = answers(&card).into_iter().map(|(_, diary)| diary[0].clone()).collect();
    assert_eq!(values, ["580.00", "430.00"]);
    // A day that is still to come has no balance yet, and both worlds know that.
    card.field("Day").fill("2026-03-30");
    page.settle().await;
    let both = answers(&card);
    let [(snapshot, diary)] = both.as_slice() else { panic!("{both:?}") };
    assert_eq!(diary[0], "not yet; now it is 490.00");
    assert!(snapshot.contains("not yet; now it is 490.00"), "{snapshot}");
    card.field("Day").fill("");
    page.settle().await;
    assert_eq!(card.name(), "What was my balance on 30 March 2026?", "no day is no question");
    let problem = card.field("Day").description();
    assert_eq!(problem, "It is not complete yet, or there is no such day.");
    page.region("Ask").button(&card.name()).press();
    page.settle().await;
    assert!(answers(&card).is_empty());
}

#[wasm_bindgen_test]
async fn what_the_bank_is_asked() {
    let page = Page::first_visit().await;
    let deposits = "Show me all the deposits from last month";
    let none: [&str; 0] = [];
    one_answer(&page, deposits, CANNOT, &["2, together 280.00", "+ 200.00", "+ 80.00"]).await;
    let terms =
        ["+ 500.00", "− 120.00", "+ 200.00", "− 150.00", "+ 80.00", "− 5.00", "− 60.00", "+ 5.00"];
    let now = [&["490.00"], &terms[..], &["+ 40.00"]].concat();
    one_answer(&page, "What is my balance now?", "490.00", &now).await;
    let fees = "Which fees did I pay from 1 February 2026 to 28 February 2026?";
    one_answer(&page, fees, CANNOT, &["1, together −5.00", "− 5.00", "entry 10"]).await;
    let highest = ["580.00", "+ 500.00", "− 120.00", "+ 200.00"];
    one_answer(&page, "What was my highest balance?", CANNOT, &highest).await;
    let below = ["yes", "entry 3"];
    one_answer(&page, "Was my balance ever below 400.00?", CANNOT, &below).await;

    // One question is open at a time.
    let card = page.region("Ask").group(deposits);
    page.region("Ask").button(deposits).press();
    page.settle().await;
    card.field("Month").fill("2026-01");
    page.settle().await;
    assert_eq!(card.name(), "Show me all the deposits from January 2026");
    assert_eq!(answers(&card)[0].1, ["1, together 500.00", "+ 500.00"]);
    card.field("Month").fill("2025-12");
    page.settle().await;
    assert_eq!(card.test("answer-diary").all(".value")[0].text(), "not opened yet");
    assert_eq!(answers(&card)[0].1, none, "it leads nowhere");
}

#[wasm_bindgen_test]
async fn every_card_of_the_bank_can_be_asked() {
    let page = Page::first_visit().await;
    let cards = page.region("Ask").all("[role=group]");
    let (own, cards) = cards.split_last().unwrap();
    assert_eq!((cards.len(), own.name().as_str()), (6, "Ask your own"));
    for card in cards {
        page.region("Ask").button(&card.name()).press();
        page.settle().await;
        let both = answers(card);
        assert!(!both.is_empty(), "{}", card.name());
        assert!(both.iter().all(|(_, diary)| !diary.is_empty()), "{}", card.name());
    }
}

#[wasm_bindgen_test]
async fn the_answers_grow_with_the_diary_and_follow_the_account() {
    let page = Page::first_visit().await;
    let question = "What is my balance now?";
    ask(&page, question).await;
    page.command("Withdraw", "90", 12).await;
    let card = page.region("Ask").group(question);
    let both = answers(&card);
    assert!(both[0].0.contains("400.00"), "{both:?}");
    assert_eq!(both[0].1[0], "400.00");

    page.region("Commands").field("Account").choose("Savings");
    page.settle().await;
    assert!(card.name().contains("Savings"), "{}", card.name());
    let both = answers(&card);
    assert!(both[0].0.contains("150.00"), "{both:?}");
    assert_eq!(both[0].1, ["150.00", "+ 150.00"]);
}

#[wasm_bindgen_test]
async fn what_the_order_is_asked() {
    let page = Page::first_visit().await;
    page.go("Order").await;
    let stored = kept::<examples::order::Event>("order-1");
    let paid = calendar::moment_words(stored.diary().entries()[7].at, &Local);
    assert_eq!(paid, "19 February 2026, 09:30");
    let basket = "tea, mug, together 20.50";
    let terms = ["+ 12.00", "+ 8.50", "− 12.00", "+ 12.00", "+ 39.00", "− 39.00"];
    let contents = [&[basket], &terms[..]].concat();
    for (question, snapshot, diary) in [
        (Question::WhenPaid, CANNOT, &[paid.as_str(), "entry 8"][..]),
        (Question::RemovedAndReadded, CANNOT, &["yes", "entry 4", "entry 5"]),
        (Question::ItemsWhenPaid, basket, &contents),
        (Question::NeverCameBack, CANNOT, &["lamp", "entry 7"]),
        (Question::PaymentToShipping, CANNOT, &["2 d 7 h 15 min", "entry 8", "entry 9"]),
    ] {
        one_answer(&page, question.words(), snapshot, diary).await;
    }
    // The last card is for questions of one's own.
    assert_eq!(page.region("Ask").all("[role=group]").len(), Question::ALL.len() + 1);
}
