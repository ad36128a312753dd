//! Fields whose errors stand beside them, in words.

use leptos::prelude::*;

use super::{
    live::{live, on},
    reader::reader,
};
use crate::{browser::dom, domain::Money};

/// What is in a field, and what is wrong with it. Until something is typed, it holds a suggestion.
#[derive(Clone, Copy)]
pub struct Field {
    id: &'static str,
    typed: RwSignal<Option<String>>,
    suggestion: Signal<String>,
    problem: RwSignal<String>,
}

impl Field {
    /// A field with this id and this text in it.
    pub fn new(id: &'static str, text: &str) -> Self {
        Self::suggesting(id, Signal::stored(text.to_owned()))
    }

    /// A field whose text follows a suggestion until something is typed.
    pub fn suggesting(id: &'static str, suggestion: Signal<String>) -> Self {
        Self { id, typed: RwSignal::new(None), suggestion, problem: RwSignal::new(String::new()) }
    }

    /// Goes back to the suggestion.
    pub fn reset(self) {
        self.typed.set(None);
        self.problem.set(String::new());
    }

    /// The text in it, tracked.
    pub fn text(self) -> String {
        self.typed.get().unwrap_or_else(|| self.suggestion.get())
    }

    /// The amount in it. What is no amount is told at the field, which is then where one types.
    pub fn amount(self) -> Option<Money> {
        self.accept(Money::parse(&untrack(|| self.text())).map_err(|error| error.to_string()))
    }

    /// The number of things in it, told at the field when it is none.
    pub fn quantity(self) -> Option<u32> {
        let text = untrack(|| self.text());
        self.accept(text.trim().parse().map_err(|_| {
            let text: String = text.chars().take(20).collect();
            format!("“{text}” is not a number of things. Use 1, 2, 3 …")
        }))
    }

    /// What was read of it, if anything could be. What is wrong is told at the field, which is then
    /// where one types.
    pub fn accept<T>(self, read: Result<T, String>) -> Option<T> {
        self.problem.set(read.as_ref().err().cloned().unwrap_or_default());
        if read.is_err() {
            dom::focus(self.id);
        }
        read.ok()
    }
}

/// A labelled field. What is wrong with it is beside its label, so that its name stays the same.
#[component]
pub fn TextField(
    /// What the field is called.
    label: &'static str,
    /// What is in it.
    field: Field,
    /// How wide it is and how it is set, as a class.
    #[prop(default = "short amount")]
    class: &'static str,
    /// The keyboard to show on a phone.
    #[prop(default = "decimal")]
    inputmode: &'static str,
    /// The id of a list of words to choose from.
    #[prop(default = "")]
    list: &'static str,
    /// What else happens when something is typed.
    #[prop(optional_no_strip)]
    on_typed: Option<Callback<()>>,
) -> impl IntoView {
    let Field { id, typed, problem, .. } = field;
    let take = move |event| {
        typed.set(Some(event_target_value(&event)));
        // What was wrong is being put right.
        problem.set(String::new());
        if let Some(then) = on_typed {
            then.run(());
        }
    };
    let problem_id = format!("{id}-problem");
    let is_wrong = move || problem.with(|words| !words.is_empty()).then_some("true");
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <input
                class=class
                id=id
                inputmode=inputmode
                list=(!list.is_empty()).then_some(list)
                autocomplete="off"
                maxlength="200"
                aria-invalid=live(is_wrong)
                aria-describedby=problem_id.clone()
                prop:value=live(move || field.text())
                on:input=on(take)
            />
            <span class="problem" id=problem_id>
                {live(move || problem.get())}
            </span>
        </div>
    }
}

/// A labelled field for a day or a month, as `kind` says.
#[component]
pub fn DayField(
    /// What the field is called.
    label: &'static str,
    /// `date` or `month`, as an input's type.
    kind: &'static str,
    /// What is in it, as the browser writes it.
    day: RwSignal<String>,
) -> impl IntoView {
    let (first, last) =
        if kind == "month" { ("1970-01", "9999-12") } else { ("1970-01-01", "9999-12-31") };
    view! {
        <label>
            {label}
            " "
            <input
                type=kind
                min=first
                max=last
                prop:value=live(move || day.get())
                on:input=on(move |event| day.set(event_target_value(&event)))
            />
        </label>
    }
}

/// A button that makes a wish. In the past it stays where it is and explains itself when pressed.
#[component]
pub fn WishButton(
    /// The wish, in the imperative.
    label: &'static str,
    /// Whether it is one to try first.
    #[prop(optional)]
    lead: bool,
    /// Makes the wish.
    #[prop(into)]
    on_press: Callback<()>,
) -> impl IntoView {
    let reader = reader();
    let disabled = move || reader.in_past().then_some("true");
    let title = move || reader.in_past().then_some("The past can be read but not written");
    view! {
        <button
            class:lead=lead
            aria-disabled=live(disabled)
            title=live(title)
            on:click=on(move |_| on_press.run(()))
        >
            {label}
        </button>
    }
}
