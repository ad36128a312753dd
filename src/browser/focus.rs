//! Where the focus goes when what had it goes away. Left alone, it would fall to the body, and who
//! listens to the page or goes through it by keyboard would have to begin anew.

use std::cell::RefCell;

use leptos::prelude::{document, on_cleanup, request_animation_frame};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::dom;

/// For the part of the page that calls this: when it is drawn anew or goes away, and takes along what
/// has the focus, that goes to what stands in its place.
pub fn hand_on() {
    on_cleanup(|| hand_on_now(None));
}

/// The same, to the element `heir`, from what is within `part` (a selector): what goes away elsewhere
/// in the same moment has heirs of its own.
pub fn hand_on_to(heir: &'static str, part: &'static str) {
    on_cleanup(move || {
        let is_within = |had: Element| had.closest(part).ok().flatten().is_some();
        if document().active_element().is_some_and(is_within) {
            hand_on_now(Some(heir.to_owned()));
        }
    });
}

thread_local! {
    /// What had the focus when something went away last.
    static HAD: RefCell<Option<Element>> = const { RefCell::new(None) };
}

/// The same for a press that takes away what was pressed, before it does.
pub fn hand_on_now(heir: Option<String>) {
    let Some(had) = document().active_element().filter(|it| !is_body(it)) else { return };
    let places = places_of(&had);
    HAD.set(Some(had.clone()));
    request_animation_frame(move || {
        // The focus has gone on since, and what had it then went away too: that has heirs of its own.
        if HAD.with_borrow(|last| last.as_ref() != Some(&had)) {
            return;
        }
        // What was only moved takes it back.
        if had.is_connected() {
            take(&had);
        }
        if let Some(heir) = heir.as_deref().and_then(dom::element) {
            take(&heir);
        }
        for (around, before) in places.iter().filter(|(around, _)| around.is_connected()) {
            let before = before.as_ref().filter(|before| before.is_connected());
            let there = match before {
                Some(before) => before.next_element_sibling(),
                None => around.first_element_child(),
            };
            there.iter().for_each(take);
            take(around);
        }
    });
}

/// Gives the focus to an element, unless something has it.
pub fn rescue(heir: &str) {
    if dom::focus_is_free() {
        dom::focus(heir);
    }
}

fn is_body(element: &Element) -> bool {
    element.tag_name() == "BODY"
}

/// Where an element stands: within which others, and after which one there. From the inside out.
fn places_of(element: &Element) -> Vec<(Element, Option<Element>)> {
    let mut places = Vec::new();
    let mut at = element.clone();
    while let Some(parent) = at.parent_element() {
        places.push((parent.clone(), at.previous_element_sibling()));
        at = parent;
    }
    places
}

/// Gives the focus to an element unless something has it: to its beginning, where it has one that is
/// meant to be arrived at.
fn take(element: &Element) {
    if !dom::focus_is_free() || is_body(element) {
        return;
    }
    let beginning = element.query_selector("[tabindex='-1']").ok().flatten();
    let beginning = beginning.filter(|_| !takes_focus(element));
    let to = beginning.unwrap_or_else(|| element.clone());
    if !takes_focus(&to) {
        // It is there to be read from here on; Tab goes past it.
        let _set = to.set_attribute("tabindex", "-1");
    }
    if let Some(to) = to.dyn_ref::<HtmlElement>() {
        // What can't have it, such as a button that is disabled, leaves it to the next one.
        let _focused = to.focus();
    }
}

/// Whether the focus can be on it, by itself or by our word.
fn takes_focus(element: &Element) -> bool {
    let by_itself = element.dyn_ref::<HtmlElement>().is_some_and(|it| it.tab_index() >= 0);
    by_itself || element.has_attribute("tabindex")
}
