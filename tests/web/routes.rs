//! Addresses: what is written leads back to where it was written, and every text leads somewhere.

use event_diary::routes::{Lesson, Look, MARKS, Panel, Place, Route};
use examples::EXAMPLES;
use wasm_bindgen_test::wasm_bindgen_test;

fn all() -> Vec<Route> {
    let benches = (0..EXAMPLES.len()).map(Place::Workbench).flat_map(|place| {
        let panels = Panel::ALL.map(Look::At);
        let looks = panels.into_iter().chain([Look::Strike(2), Look::Instead(100_000)]).map(Some);
        looks.chain([None]).map(move |look| Route::Workbench(place, look))
    });
    let lessons = [Lesson::Map, Lesson::Check, Lesson::Teachers, Lesson::SeeAlso];
    let words = [None, Some(MARKS), Some("late-entry")];
    let words = words.map(|at| Lesson::Words(at.map(str::to_owned)));
    let chapters = course::chapters().map(|chapter| Lesson::Chapter(chapter.id.to_owned()));
    let lessons = lessons.into_iter().chain(words).chain(chapters).map(Route::Learn);
    benches.chain(lessons).chain([Route::Diaries]).collect()
}

#[wasm_bindgen_test]
fn an_address_leads_back_to_what_it_was_made_of() {
    let mut addresses = Vec::new();
    for route in all() {
        let address = route.to_string();
        assert_eq!(Route::parse(&address), route, "{address}");
        assert!(address.starts_with(&route.place().address()), "{address}");
        addresses.push(address);
    }
    let count = addresses.len();
    addresses.sort();
    addresses.dedup();
    assert_eq!(addresses.len(), count, "two places have one address");
    for place in Place::all() {
        assert_eq!(Route::parse(&place.address()).place(), place);
    }
}

#[wasm_bindgen_test]
fn every_other_text_leads_to_the_nearest_place() {
    let bank = Route::Workbench(Place::of("bank"), None);
    for odd in
        ["", "#", "#/", "bank", "#bank", "#/bankers", "#/Bank", "#/nowhere/what-if/2", "#//order"]
    {
        assert_eq!(Route::parse(odd).place(), Place::of("bank"), "{odd}");
    }
    for odd in ["#/bank/", "#/bank/what", "#/bank//what-if"] {
        assert_eq!(Route::parse(odd), bank, "{odd}");
    }
    let what_if = Route::Workbench(Place::of("order"), Some(Look::At(Panel::WhatIf)));
    for odd in [
        "#/order/what-if/",
        "#/order/what-if/two",
        "#/order/what-if/-1",
        "#/order/what-if/instead/",
    ] {
        assert_eq!(Route::parse(odd), what_if, "{odd}");
    }
    let clocks = Route::Workbench(Place::of("bank"), Some(Look::At(Panel::Clocks)));
    assert_eq!(Route::parse("#/bank/clocks/3"), clocks);
    assert_eq!(Route::parse("#/learn/"), Route::Learn(Lesson::Map));
    assert_eq!(Route::parse("#/learn/words/"), Route::Learn(Lesson::Words(None)));
    assert_eq!(Route::parse("#/diaries/bank-1"), Route::Diaries);
}
