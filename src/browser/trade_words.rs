//! Engineers’ words, as a translation: while they are chosen, each text that comes onto the page is said with the trade’s words, and each
//! name and value that is spoken instead of being seen.
//!
//! The app says everything in everyday words and knows nothing of this, as it knows nothing of a browser’s translator.
//! So no sentence is written twice, and none can be forgotten. What is written into a text is seen here before it is
//! painted: an observer of changes runs at the end of the task that made them.

use std::cell::RefCell;

use js_sys::{Array, WeakMap};
use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use web_sys::{
    CharacterData, Element, MutationObserver, MutationObserverInit, MutationRecord, Node,
};

use super::{local_storage::LocalStorageMirror, location};
use english::trade::in_trade_words;
use storage::Outcome;

const KEY: &str = "event-diary/words";
const ENGINEER: &str = "engineer";
const EVERYDAY: &str = "everyday";

/// What is spoken or shown beside the texts.
const ATTRIBUTES: [&str; 4] = ["aria-label", "aria-valuetext", "title", "placeholder"];

/// What stays as it is: what is stored or is a program, what the reader has named, and the names of places.
const KEPT: &str = "[translate=no], [data-words=kept], script, style, textarea, font";

/// Names of regions, by which people and programs find them in both forms.
const FIXED: [&str; 2] = ["Snapshot only", "Diary"];

thread_local! {
    static TRANSLATION: RefCell<Option<Translation>> = const { RefCell::new(None) };
}

/// Whether the page is said in the trade’s words: the address decides (`?words=engineer`), then what was chosen.
pub fn are_asked_for() -> bool {
    let asks = |words| location::asks_for(&["words=", words].concat());
    asks(ENGINEER) || (!asks(EVERYDAY) && kept().as_deref() == Some(ENGINEER))
}

fn kept() -> Option<String> {
    match LocalStorageMirror::find() {
        Outcome::Done(mirror) => mirror.setting(KEY),
        Outcome::Failed(_) => None,
    }
}

/// Says the page in these words and keeps the choice for the next visit.
///
/// The page changes also where the browser can’t keep the choice.
pub fn choose(are_on: bool) -> Outcome<()> {
    show(are_on);
    match LocalStorageMirror::find() {
        Outcome::Done(mirror) => mirror.keep_setting(KEY, if are_on { ENGINEER } else { EVERYDAY }),
        Outcome::Failed(error) => Outcome::Failed(error),
    }
}

/// Whether the page is said in the trade’s words now.
pub fn are_on() -> bool {
    TRANSLATION.with_borrow(Option::is_some)
}

/// Says the page in these words from now on.
pub fn show(are_on: bool) {
    TRANSLATION.with_borrow_mut(|translation| {
        if let Some(running) = translation.take() {
            running.end();
        }
        *translation = are_on.then(Translation::begin).flatten();
    });
}

/// The page while it is said in the trade’s words.
struct Translation {
    observer: MutationObserver,
    originals: Originals,
    _observe: Closure<dyn FnMut(Array, MutationObserver)>,
}

impl Translation {
    fn begin() -> Option<Self> {
        let originals = Originals::default();
        let of_change = originals.clone();
        let observe = Closure::<dyn FnMut(Array, MutationObserver)>::new(
            move |records: Array, observer: MutationObserver| {
                for record in records.iter().map(JsValue::unchecked_into::<MutationRecord>) {
                    of_change.follow(record);
                }
                // What was changed here is translated already.
                observer.take_records();
            },
        );
        let observer = MutationObserver::new(observe.as_ref().unchecked_ref()).ok()?;
        let page = document().document_element()?;
        walk(&page, &|node| originals.translate(node));
        let what = MutationObserverInit::new();
        what.set_child_list(true);
        what.set_subtree(true);
        what.set_character_data(true);
        what.set_attribute_filter(
            &ATTRIBUTES.iter().map(|name| JsValue::from(*name)).collect::<Array>(),
        );
        observer.observe_with_options(&page, &what).ok()?;
        Some(Self { observer, originals, _observe: observe })
    }

    /// Everything is said in everyday words again.
    fn end(self) {
        self.observer.disconnect();
        if let Some(page) = document().document_element() {
            walk(&page, &|node| self.originals.restore(node));
        }
    }
}

/// What was said in everyday words where the trade’s stand now: of each text, and of each attribute of an element. Who
/// leaves the page is forgotten with it.
#[derive(Clone)]
struct Originals {
    texts: WeakMap,
    attributes: [WeakMap; ATTRIBUTES.len()],
}

impl Default for Originals {
    fn default() -> Self {
        Self { texts: WeakMap::new(), attributes: ATTRIBUTES.map(|_| WeakMap::new()) }
    }
}

impl Originals {
    fn follow(&self, record: MutationRecord) {
        if let Some(target) = record.target().filter(|_| record.type_() != "childList") {
            self.translate(&target);
        }
        let added = record.added_nodes();
        (0..added.length()).filter_map(|at| added.item(at)).for_each(|node| {
            walk(&node, &|node| self.translate(node));
        });
    }

    fn translate(&self, node: &Node) {
        if let Some(text) = node.dyn_ref::<CharacterData>() {
            let is_kept = || text.parent_element().is_some_and(|it| is_kept(&it));
            if let Some(words) = translated(&self.texts, node, &text.data(), is_kept) {
                text.set_data(&words);
            }
        } else if let Some(element) = node.dyn_ref::<Element>() {
            for (name, originals) in ATTRIBUTES.iter().zip(&self.attributes) {
                let Some(value) = element.get_attribute(name) else { continue };
                let is_kept = || FIXED.contains(&value.as_str()) || is_kept(element);
                if let Some(words) = translated(originals, node, &value, is_kept) {
                    // A name that the element has already is a valid one.
                    let _set = element.set_attribute(name, &words);
                }
            }
        }
    }

    fn restore(&self, node: &Node) {
        if let Some(text) = node.dyn_ref::<CharacterData>() {
            if let Some(words) = original(&self.texts, node, &text.data()) {
                text.set_data(&words);
            }
        } else if let Some(element) = node.dyn_ref::<Element>() {
            for (name, originals) in ATTRIBUTES.iter().zip(&self.attributes) {
                let value = element.get_attribute(name);
                if let Some(words) = value.and_then(|value| original(originals, node, &value)) {
                    let _set = element.set_attribute(name, &words);
                }
            }
        }
    }
}

/// The translation of these words, if they are none and it is another text.
fn translated(
    originals: &WeakMap,
    node: &Node,
    words: &str,
    is_kept: impl Fn() -> bool,
) -> Option<String> {
    if original(originals, node, words).is_some() {
        return None;
    }
    let trade = in_trade_words(words);
    if *trade == *words || is_kept() {
        return None;
    }
    originals.set(node, &Array::of(&[JsValue::from(words), JsValue::from(&*trade)]));
    Some(trade.into_owned())
}

/// The original of these words, if they are its translation.
fn original(originals: &WeakMap, node: &Node, words: &str) -> Option<String> {
    let pair = originals.get(node).dyn_into::<Array>().ok()?;
    (pair.get(1).as_string()? == words).then(|| pair.get(0).as_string())?
}

fn is_kept(element: &Element) -> bool {
    element.closest(KEPT).ok().flatten().is_some()
}

/// Goes through a part of the page, from the outside to the inside.
fn walk(node: &Node, visit: &dyn Fn(&Node)) {
    visit(node);
    let mut child = node.first_child();
    while let Some(node) = child {
        child = node.next_sibling();
        walk(&node, visit);
    }
}
