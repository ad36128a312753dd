//! Names are text, whatever is in them.

use examples::{bank::Account, shown};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{dom::Part, page::Page, stage, wait::until};

const NAMES: [&str; 8] = [
    "<img src=x onerror=\"document.title='broken'\">",
    "</td></tr></table><script>document.title='broken'</script>",
    "\u{202e}desrever\u{2066}",
    "👩‍👩‍👧‍👦 𝕏 é 漢字",
    "a|b\"]|00000000\\n[2,",
    "=1+1&amp;{{7*7}}${7}%s",
    "javascript:document.title='broken'",
    "\u{0}\u{7}\u{1b}[31m",
];

fn has_bdi(part: &Part, name: &str) -> bool {
    part.all("bdi").iter().any(|bdi| bdi.text().contains(name))
}

fn assert_harmless(page: &Page, name: &str) {
    let title = leptos::prelude::document().title();
    assert_ne!(title, "broken", "{name} was run");
    assert!(page.all("img, script, iframe, td script").is_empty(), "{name} became markup");
    let ascii = stage::our_texts().iter().all(|(key, text)| key.is_ascii() && text.is_ascii());
    assert!(ascii, "{name} is stored as ASCII");
}

#[wasm_bindgen_test]
async fn fault_36_an_owner_may_have_any_name() {
    for name in NAMES {
        let page = Page::blank_alone().await;
        page.fill("Owner", name);
        page.press("Open account");
        page.written(1).await;
        let page = page.reload().await;
        let name = &*shown(name);
        assert_eq!(page.region("Snapshot only").term("Owner"), name);
        assert!(page.last_row().what.contains(name), "{:?}", page.last_row());
        assert!(has_bdi(&page.region("Diary").table("Diary entries"), name), "{name} stays apart");
        assert!(has_bdi(&page.region("Snapshot only"), name), "{name} stays apart");
        assert_harmless(&page, name);
    }
}

#[wasm_bindgen_test]
async fn fault_36_an_account_may_have_any_name() {
    let page = Page::first_visit_alone().await;
    for (at, name) in NAMES.into_iter().enumerate() {
        page.fill("New account", name);
        page.press("Open account");
        page.written(12 + at).await;
        let name = &*Account::called(name).to_string();
        assert!(page.last_row().what.contains(name), "{:?}", page.last_row());
        assert_eq!(page.region("Snapshot only").term(name), "0.00");
        for part in [page.region("Diary"), page.region("Snapshot only")] {
            assert!(has_bdi(&part, name), "{name} stays apart");
        }
        assert_harmless(&page, name);
    }
}

#[wasm_bindgen_test]
async fn fault_36_an_item_may_have_any_name() {
    let page = Page::first_visit_alone().await;
    page.go("Diaries").await;
    page.start("Order", "Start empty").await;
    until("the order is open", || page.has_region("Commands")).await;
    page.press("Create order");
    page.written(1).await;
    for (at, name) in NAMES.into_iter().enumerate() {
        page.fill("Item", name);
        page.press("Add item");
        page.written(at + 2).await;
        let name = &*shown(name);
        assert!(page.last_row().what.contains(name), "{:?}", page.last_row());
        assert!(page.says("diary-items").contains(name), "{name}");
        assert!(page.region("Snapshot only").term("Items").contains(name), "{name}");
    }
    page.fill("Item", "<b>none</b>");
    let refusal = page.refused("Remove item").await;
    assert!(refusal.contains("<b>none</b>"), "{refusal}");
    page.fill("Item", NAMES[0]);
    page.press("Remove item");
    page.written(NAMES.len() + 2).await;
    let card = page.group("What was removed and never came back?");
    page.region("Ask").button(&card.name()).press();
    page.settle().await;
    assert_eq!(card.test("answer-diary").button_names()[0], NAMES[0]);
    assert_harmless(&page, "an item");
}
