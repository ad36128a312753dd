//! The line of the moment is in sight on its paper, also where the paper is low and lines are high.

use leptos::prelude::document;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{dom::Part, page::Page};

/// Makes the paper low and its lines high, as where long words are broken on a phone.
fn crowd(page: &Page) {
    let part: &Part = page;
    let style = document().create_element("style").unwrap();
    style.set_text_content(Some(
        "#paper { position: relative; height: 150px; overflow: auto } \
         #paper tr[data-entry] td { height: 62px }",
    ));
    part.0.append_child(&style).unwrap();
}

/// The line with this number lies on the paper as a whole.
#[track_caller]
fn is_in_sight(page: &Page, entry: usize) {
    let paper = page.all("#paper")[0].0.get_bounding_client_rect();
    let row = page.all(&format!("#paper tr[data-entry='{entry}']"));
    let row = row[0].0.get_bounding_client_rect();
    assert!(row.height() >= 60.0, "the lines are high: {}", row.height());
    let (above, below) = (paper.top() - row.top(), row.bottom() - paper.bottom());
    assert!(above <= 1.0 && below <= 1.0, "entry {entry}: {above} above, {below} below");
}

#[wasm_bindgen_test]
async fn the_newest_entry_is_in_sight_after_every_command() {
    let page = Page::first_visit().await;
    crowd(&page);
    for (entry, command) in
        (12..).zip(["Deposit", "Transfer", "Transfer", "Withdraw", "Transfer", "Charge fee"])
    {
        page.command(command, "5", entry).await;
        is_in_sight(&page, entry);
    }
}

#[wasm_bindgen_test]
async fn the_entry_of_the_moment_is_in_sight_wherever_one_goes() {
    let page = Page::first_visit().await;
    crowd(&page);
    for at in (1..=11).chain((1..11).rev()).chain([11, 2, 9, 3]) {
        page.travel(at).await;
        is_in_sight(&page, at);
    }
}
