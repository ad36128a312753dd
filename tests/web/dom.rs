//! Finding things as a reader does: by what they are and what they are called.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventInit, HtmlElement, HtmlInputElement, HtmlSelectElement, Node};

/// A part of the page.
#[derive(Clone, Debug)]
pub(crate) struct Part(pub(crate) Element);

const FIELDS: &str = "input, select, textarea";

impl Part {
    /// Every part that a selector finds, closed dialogs left out.
    pub(crate) fn all(&self, selector: &str) -> Vec<Self> {
        let found = self.0.query_selector_all(selector).unwrap();
        let found = (0..found.length()).filter_map(|at| found.item(at)?.dyn_into::<Element>().ok());
        found
            .filter(|element| element.closest("dialog:not([open])").unwrap().is_none())
            .map(Self)
            .collect()
    }

    /// The one part of a kind that has this name.
    #[track_caller]
    fn named(&self, kind: &str, selector: &str, name: &str) -> Self {
        let mut found = self.all(selector);
        let names: Vec<_> = found.iter().map(Self::name).collect();
        found.retain(|part| part.name() == name);
        assert!(found.len() == 1, "{} {kind} is called “{name}”, of {names:?}", found.len());
        found.remove(0)
    }

    /// Whether there is a part of a kind with this name.
    fn has(&self, selector: &str, name: &str) -> bool {
        self.all(selector).iter().any(|part| part.name() == name)
    }

    /// The region with this name.
    #[track_caller]
    pub(crate) fn region(&self, name: &str) -> Self {
        self.named("region", "section, nav, [role=region]", name)
    }

    /// Whether there is a region with this name.
    pub(crate) fn has_region(&self, name: &str) -> bool {
        self.has("section, nav, [role=region]", name)
    }

    /// The group with this name.
    #[track_caller]
    pub(crate) fn group(&self, name: &str) -> Self {
        self.named("group", "[role=group], fieldset", name)
    }

    /// The button with this name.
    #[track_caller]
    pub(crate) fn button(&self, name: &str) -> Self {
        self.named("button", "button", name)
    }

    /// Whether there is a button with this name.
    pub(crate) fn has_button(&self, name: &str) -> bool {
        self.has("button", name)
    }

    /// The names of all buttons.
    pub(crate) fn button_names(&self) -> Vec<String> {
        self.all("button").iter().map(Self::name).collect()
    }

    /// The link with this name.
    #[track_caller]
    pub(crate) fn link(&self, name: &str) -> Self {
        self.named("link", "a[href]", name)
    }

    /// The field with this label.
    #[track_caller]
    pub(crate) fn field(&self, label: &str) -> Self {
        self.named("field", FIELDS, label)
    }

    /// The table with this caption.
    #[track_caller]
    pub(crate) fn table(&self, caption: &str) -> Self {
        self.named("table", "table", caption)
    }

    /// The dialog that is open.
    #[track_caller]
    pub(crate) fn dialog(&self) -> Self {
        let mut open = self.all("dialog[open]");
        assert!(open.len() == 1, "{} dialogs are open", open.len());
        open.remove(0)
    }

    /// Every part with this `data-testid`.
    pub(crate) fn tests(&self, id: &str) -> Vec<Self> {
        self.all(&format!("[data-testid='{id}']"))
    }

    /// The one part with this `data-testid`.
    #[track_caller]
    pub(crate) fn test(&self, id: &str) -> Self {
        let mut found = self.tests(id);
        assert!(found.len() == 1, "there are {} of {id}", found.len());
        found.remove(0)
    }

    /// What a list of terms says of one.
    #[track_caller]
    pub(crate) fn term(&self, term: &str) -> String {
        let found = self.all("dt").into_iter().find(|part| part.text() == term);
        let says = found.and_then(|found| found.0.next_element_sibling());
        Self(says.unwrap_or_else(|| panic!("nothing is said of “{term}”"))).text()
    }

    /// What it says to one who listens: its text without what is hidden from them.
    pub(crate) fn text(&self) -> String {
        let mut words = String::new();
        collect(&self.0, &|_| false, &mut words);
        tidy(&words)
    }

    /// What it is called: labelled by another part, labelled by hand, by its `<label>` or its
    /// caption, or by its own text.
    pub(crate) fn name(&self) -> String {
        if let Some(ids) = self.attribute("aria-labelledby") {
            let texts: Vec<_> = ids.split_whitespace().map(text_of_id).collect();
            return texts.join(" ");
        }
        if let Some(label) = self.attribute("aria-label") {
            return label;
        }
        if self.0.matches(FIELDS).unwrap() {
            let by_id = format!("label[for='{}']", self.0.id());
            let label = document().query_selector(&by_id).unwrap();
            let mut words = String::new();
            if let Some(label) = label.or_else(|| self.0.closest("label").unwrap()) {
                collect(&label, &|part: &Element| part.matches(FIELDS).unwrap(), &mut words);
            }
            return tidy(&words);
        }
        if self.0.matches("table").unwrap() {
            return self.all("caption").first().map(Self::text).unwrap_or_default();
        }
        self.text()
    }

    /// What describes it, such as what is wrong with a field.
    pub(crate) fn description(&self) -> String {
        self.attribute("aria-describedby").map(|id| text_of_id(&id)).unwrap_or_default()
    }

    /// An attribute.
    pub(crate) fn attribute(&self, name: &str) -> Option<String> {
        self.0.get_attribute(name)
    }

    /// Presses it.
    pub(crate) fn press(&self) {
        self.0.unchecked_ref::<HtmlElement>().click();
    }

    /// What is in a field.
    pub(crate) fn value(&self) -> String {
        match self.0.dyn_ref::<HtmlSelectElement>() {
            Some(select) => select.value(),
            None => self.0.unchecked_ref::<HtmlInputElement>().value(),
        }
    }

    /// Puts a text into a field, as typing it would.
    pub(crate) fn fill(&self, text: &str) {
        self.0.unchecked_ref::<HtmlInputElement>().set_value(text);
        self.tell("input");
        self.tell("change");
    }

    /// Chooses the option with this name.
    #[track_caller]
    pub(crate) fn choose(&self, option: &str) {
        let option = self.named("option", "option", option);
        let value = option.attribute("value").unwrap();
        self.0.unchecked_ref::<HtmlSelectElement>().set_value(&value);
        self.tell("input");
        self.tell("change");
    }

    /// Whether the focus is on it.
    pub(crate) fn has_focus(&self) -> bool {
        document().active_element().as_ref() == Some(&self.0)
    }

    fn tell(&self, event: &str) {
        let init = EventInit::new();
        init.set_bubbles(true);
        let event = Event::new_with_event_init_dict(event, &init).unwrap();
        self.0.dispatch_event(&event).unwrap();
    }
}

fn text_of_id(id: &str) -> String {
    document().get_element_by_id(id).map(|part| Part(part).text()).unwrap_or_default()
}

fn tidy(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Adds the text in a node to `words`, without what is hidden and what is to be left out.
fn collect(node: &Node, left_out: &impl Fn(&Element) -> bool, words: &mut String) {
    let children = node.child_nodes();
    for child in (0..children.length()).filter_map(|at| children.item(at)) {
        match child.dyn_ref::<Element>() {
            Some(part) if part.get_attribute("aria-hidden").as_deref() == Some("true") => {}
            Some(part) if left_out(part) => {}
            Some(part) => collect(part, left_out, words),
            None if child.node_type() == Node::TEXT_NODE => {
                words.push_str(&child.text_content().unwrap_or_default());
            }
            None => {}
        }
    }
}
