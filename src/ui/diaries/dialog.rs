//! Asking before something is done.

use leptos::{ev::SubmitEvent, prelude::*};

use crate::{
    browser::dom,
    ui::live::{live, on},
};

/// What a dialog asks for, beside a yes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Nothing.
    Consent,
    /// A text, with what the field is called and what stands in it first.
    Text(&'static str, String),
    /// These very words, so that it isn't done by mistake.
    Words(String),
}

/// A button that asks before it does something.
#[component]
pub fn Confirmed(
    /// The dialog's id.
    id: String,
    /// What the button says.
    label: &'static str,
    /// What the dialog asks.
    question: String,
    /// What becomes of what is there now.
    farewell: &'static str,
    /// What is asked for.
    wanted: Wanted,
    /// What is done then, with the text that was typed.
    then: Callback<String>,
) -> impl IntoView {
    let dialog = StoredValue::new(id.clone());
    let (field_id, farewell_id) = (format!("{id}-text"), format!("{id}-farewell"));
    let typed = RwSignal::new(match &wanted {
        Wanted::Text(_, text) => text.clone(),
        Wanted::Consent | Wanted::Words(_) => String::new(),
    });
    let (name, words) = match wanted {
        Wanted::Consent => (None, None),
        Wanted::Text(name, _) => (Some(name.to_owned()), None),
        Wanted::Words(words) => (Some(format!("Type {words} to go on")), Some(words)),
    };
    let is_wrong = move || words.as_ref().is_some_and(|words| typed.get().trim() != words);
    let close = move || dialog.with_value(|id| dom::close_dialog(id));
    // Enter in the field does the same, once the words are right.
    let go = move |event: SubmitEvent| {
        event.prevent_default();
        close();
        then.run(typed.get_untracked());
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
                    prop:value=live(move || typed.get())
                    on:input=on(move |event| typed.set(event_target_value(&event)))
                />
            </p>
        }
        .into_any()
    });
    view! {
        <button on:click=on(move |_| dialog.with_value(|id| dom::open_dialog(id)))>{label}</button>
        <dialog id=id aria-label=asked aria-describedby=described_by>
            <form on:submit=on(go)>
            <p class="dialog-question"><bdi>{question}</bdi></p>
            <p id=farewell_id>{farewell}</p>
            {field}
            <div class="wishes">
                <button class="lead" disabled=live(is_wrong)>
                    {label}
                </button>
                <button type="button" on:click=on(move |_| close())>"Cancel"</button>
            </div>
            </form>
        </dialog>
    }
}
