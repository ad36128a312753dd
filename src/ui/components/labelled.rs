//! A control under its label, and what is wrong with it beside it.

use leptos::{prelude::*, tachys::reactive_graph::SharedReactiveFunction};

use crate::ui::live::live;

/// A control under the label that names it. With the control comes what else belongs there, such as its problem.
pub fn labelled(class: &'static str, id: String, label: &'static str, control: AnyView) -> AnyView {
    view! {
        <div class=class>
            <label for=id>{label}</label>
            {control}
        </div>
    }
    .into_any()
}

/// What is wrong with a control, in words; they are empty when nothing is. The control names this id in its
/// `aria-describedby`, so that its own name stays the same.
pub fn problem(id: String, words: Signal<String>) -> AnyView {
    view! {
        <span class="problem" id=id>
            {live(move || words.get())}
        </span>
    }
    .into_any()
}

/// The same as `aria-invalid` says it.
pub fn is_wrong(words: Signal<String>) -> SharedReactiveFunction<Option<&'static str>> {
    live(move || words.with(|words| !words.is_empty()).then_some("true"))
}
