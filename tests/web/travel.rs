//! The time machine: every page of the story, by slider, by button, by date and by link.

use chrono::Local;
use examples::{Money, calendar};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{
    page::Page,
    stage::{self, kept_bank},
};

/// What the story says of both accounts after 0, 1, … 11 entries (course.md).
const STORY: [(Option<&str>, Option<&str>); 12] = [
    (None, None),
    (Some("0.00"), None),
    (Some("500.00"), None),
    (Some("380.00"), None),
    (Some("580.00"), None),
    (Some("580.00"), Some("0.00")),
    (Some("430.00"), Some("150.00")),
    (Some("510.00"), Some("150.00")),
    (Some("505.00"), Some("150.00")),
    (Some("445.00"), Some("150.00")),
    (Some("450.00"), Some("150.00")),
    (Some("490.00"), Some("150.00")),
];

fn assert_shows(shown: &str, expected: Option<&str>) {
    match expected {
        Some(amount) => assert_eq!(shown, amount),
        None => assert!(Money::parse(shown).is_err(), "{shown} before there is an account"),
    }
}

#[wasm_bindgen_test]
async fn the_numbers_of_the_story_are_there_at_each_step() {
    let page = Page::first_visit().await;
    let diary = kept_bank();
    assert_eq!(page.slider().attribute("max").as_deref(), Some("11"));
    // Up and down again, since a step back is not a step forward.
    for at in (0..=11).chain((0..11).rev()) {
        page.travel(at).await;
        let (everyday, savings) = STORY[at];
        assert_shows(&page.says("diary-balance"), everyday);
        assert_shows(&page.says("diary-savings"), savings);
        for row in page.rows() {
            assert_eq!(row.text.contains("not yet"), row.number > at, "at {at}: {}", row.text);
        }
        let spoken = page.slider().attribute("aria-valuetext").unwrap();
        assert!(spoken.starts_with(&format!("Entry {at} of 11, ")), "{spoken}");
        let moment = page.says("moment");
        match diary.entry(at) {
            None => assert!(moment.contains("before anything happened"), "{moment}"),
            Some(entry) => {
                let when = calendar::moment_words(entry.at, &Local);
                assert!(spoken.contains(&when) && spoken.ends_with(everyday.unwrap()), "{spoken}");
                assert!(at == 11 || moment.contains(&when), "{moment}");
            }
        }
        assert_eq!(page.slider().value(), at.to_string());
    }
}

#[wasm_bindgen_test]
async fn the_terms_of_the_sum_add_up_to_the_number_at_each_step() {
    let page = Page::first_visit().await;
    for (which, account) in ["Everyday", "Savings"].into_iter().enumerate() {
        page.region("Commands").field("Account").choose(account);
        for (at, shown) in STORY.iter().map(|(one, two)| [*one, *two][which]).enumerate() {
            page.travel(at).await;
            match (page.sum(), shown) {
                (Some((number, terms)), Some(shown)) => {
                    assert_eq!(number.to_string(), shown, "{account} at {at}");
                    assert_eq!(terms.into_iter().sum::<Money>(), number, "{account} at {at}");
                }
                (sum, shown) => assert!(sum.is_none() && shown.is_none(), "{account} at {at}"),
            }
        }
    }
}

#[wasm_bindgen_test]
async fn the_snapshot_stays_at_today_and_says_that_it_has_no_past() {
    let page = Page::first_visit().await;
    let today = page.region("Snapshot only").text();
    page.travel(9).await;
    assert_eq!(page.balances(), ("490.00".into(), "445.00".into()));
    assert_eq!(page.savings().0, "150.00");
    assert_ne!(page.region("Snapshot only").text(), today, "it says something else");
    page.turn("Now").await;
    assert_eq!(page.region("Snapshot only").text(), today);
}

#[wasm_bindgen_test]
async fn buttons_go_a_step_and_to_the_ends() {
    let page = Page::first_visit().await;
    for (button, at) in [
        ("Back", "10"),
        ("Back", "9"),
        ("Forward", "10"),
        ("First", "0"),
        ("Back", "0"),
        ("Forward", "1"),
        ("Now", "11"),
        ("Forward", "11"),
    ] {
        page.turn(button).await;
        assert_eq!(page.slider().value(), at, "{button}");
    }
    page.travel(8).await;
    page.region("Diary").button("Go to entry 3").press();
    page.settle().await;
    assert_eq!(page.says("diary-balance"), "380.00");
    // A term of the sum leads to its entry.
    page.region("Diary").button("+ 500.00").press();
    page.settle().await;
    assert_eq!(page.slider().value(), "2");
}

async fn go_to(page: &Page, day: &str, edge: &str) -> (String, String) {
    let machine = page.region("Time machine");
    machine.field("Go to").fill(day);
    machine.button(edge).press();
    page.settle().await;
    (page.slider().value(), page.says("diary-balance"))
}

#[wasm_bindgen_test]
async fn a_day_has_a_start_and_an_end() {
    let page = Page::first_visit().await;
    let shown = |at: &str, balance: &str| (at.to_owned(), balance.to_owned());
    // The field begins with the first of the reader's month.
    assert_eq!(page.region("Time machine").field("Go to").value(), "2026-03-01");
    assert_eq!(go_to(&page, "2026-03-01", "Start of day").await, shown("8", "505.00"));
    assert_eq!(go_to(&page, "2026-03-01", "End of day").await, shown("9", "445.00"));
    assert_eq!(go_to(&page, "2026-02-10", "Start of day").await, shown("4", "580.00"));
    assert_eq!(go_to(&page, "2026-02-10", "End of day").await, shown("6", "430.00"));
    assert_eq!(go_to(&page, "2026-02-28", "End of day").await, shown("8", "505.00"));
    assert_eq!(go_to(&page, "9999-12-31", "End of day").await, shown("11", "490.00"));
    assert_eq!(go_to(&page, "1970-01-01", "Start of day").await.0, "0");
    // A day that is none is told at the field, and the reader stays where they are.
    assert_eq!(go_to(&page, "", "End of day").await.0, "0");
    assert!(!page.region("Time machine").field("Go to").description().is_empty());
    assert_eq!(go_to(&page, "2026-01-10", "End of day").await, shown("2", "500.00"));
    assert_eq!(page.region("Time machine").field("Go to").description(), "");
}

#[wasm_bindgen_test]
async fn the_past_is_read_and_not_written() {
    let page = Page::first_visit().await;
    page.travel(5).await;
    let (texts, rows) = (stage::our_texts(), page.rows());
    let commands = page.region("Commands");
    // *More* shows what is seldom asked for, and asks for nothing.
    for command in commands.button_names().into_iter().filter(|name| name != "More") {
        let disabled = commands.button(&command).attribute("aria-disabled");
        assert_eq!(disabled.as_deref(), Some("true"), "{command}");
        let refusal = page.refused(&command).await;
        let moment = calendar::moment_words(kept_bank().entries()[4].at, &Local);
        assert!(refusal.contains(&moment), "it says where the reader is: {refusal}");
        assert_eq!(page.rows(), rows, "{command}");
    }
    assert_eq!(stage::our_texts(), texts);

    page.turn("Now").await;
    assert_eq!(commands.button("Deposit").attribute("aria-disabled"), None);
    page.command("Deposit", "1", 12).await;
    assert_eq!(page.balances(), ("491.00".into(), "491.00".into()));
    assert_eq!(page.slider().value(), "12", "now moves on with the diary");
}
