//! Asking before something is done.

use leptos::{ev::SubmitEvent, prelude::*};

use crate::{
    browser::{dom, focus},
    ui::{
        live::{live, on, views},
        suggested::Suggested,
    },
};

/// What a dialog asks for, beside a yes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Nothing.
    Consent,
    /// A text, with what the field is called and what stands in it until something is typed.
    Text(&'static str, Signal<String>),
    /// These very words, so that it isn't done by mistake.
    Words(String),
}

/// What is to be asked.
#[derive(Clone, Debug)]
pub struct Question {
    /// The dialog's id.
    pub id: String,
    /// What the buttons say: the one that opens the dialog, and the one in it that goes on.
    pub label: &'static str,
    /// What the dialog asks.
    pub question: String,
    /// What becomes of what is there now.
    pub farewell: &'static str,
    /// What stands in the way just now; empty when nothing does.
    pub warning: Signal<String>,
    /// What is asked for.
    pub wanted: Wanted,
    /// What is done then, with the text that was typed.
    pub then: Callback<String>,
}

/// A button that opens the dialog with this id.
pub fn opener(id: String, label: &'static str) -> AnyView {
    view! { <button on:click=on(move |_| dom::open_dialog(&id))>{label}</button> }.into_any()
}

/// A button that asks before it does something.
pub fn confirmed(question: Question, home: String) -> AnyView {
    let button = opener(question.id.clone(), question.label);
    view! {
        {button}
        {dialog(question, home)}
    }
    .into_any()
}

/// A dialog. When it closes, the focus goes back to the button that opened it, and to the element
/// `home` if that is gone.
pub fn dialog(question: Question, home: String) -> AnyView {
    let Question { id, label, question, farewell, warning, wanted, then } = question;
    let dialog = StoredValue::new(id.clone());
    let (field_id, farewell_id) = (format!("{id}-text"), format!("{id}-farewell"));
    let typed = match &wanted {
        Wanted::Text(_, text) => Suggested::following(*text),
        Wanted::Consent | Wanted::Words(_) => Suggested::of(""),
    };
    let (name, words) = match wanted {
        Wanted::Consent => (None, None),
        Wanted::Text(name, _) => (Some(name.to_owned()), None),
        Wanted::Words(words) => (Some(format!("Type {words} to go on")), Some(words)),
    };
    let is_wrong = move || words.as_ref().is_some_and(|words| typed.text().trim() != words);
    let close = move || dialog.with_value(|id| dom::close_dialog(id));
    // Enter in the field does the same, once the words are right.
    let go = move |event: SubmitEvent| {
        event.prevent_default();
        let text = untrack(|| typed.text());
        close();
        then.run(text);
    };
    // What was typed was for this time.
    let closed = move |_| {
        typed.reset();
        focus::rescue(&home);
    };
    let (asked, described_by) = (question.clone(), farewell_id.clone());
    let field = name.map(|name| {
        view! {
            <p>
                <label for=field_id.clone()>{name}</label>
                <input
                    id=field_id
                    type="text"
                    maxlength="200"
                    autocomplete="off"
                    prop:value=live(move || typed.text())
                    on:input=on(move |event| typed.set(event_target_value(&event)))
                />
            </p>
        }
        .into_any()
    });
    let warned = move || {
        let words = warning.get();
        (!words.is_empty()).then(|| view! { <p class="problem">{words}</p> }.into_any())
    };
    view! {
        <dialog id=id aria-label=asked aria-describedby=described_by on:close=on(closed)>
            <form on:submit=on(go)>
                <p class="dialog-question">
                    <bdi dir="ltr">{question}</bdi>
                </p>
                <p id=farewell_id>{farewell}</p>
                {views(warned)}
                {field}
                <div class="wishes">
                    <button class="lead" disabled=live(is_wrong)>
                        {label}
                    </button>
                    <button type="button" on:click=on(move |_| close())>
                        "Cancel"
                    </button>
                </div>
            </form>
        </dialog>
    }
    .into_any()
}
