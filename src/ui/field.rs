//! Fields whose errors stand beside them, in words.

use leptos::prelude::*;

use super::{
    live::{live, on},
    reader::reader,
};
use crate::{
    browser::dom,
    domain::{AmountError, Money},
};

/// What is in an amount's field, and what is wrong with it.
#[derive(Clone, Copy)]
pub struct Amount {
    text: RwSignal<String>,
    problem: RwSignal<Option<AmountError>>,
    id: &'static str,
}

impl Amount {
    /// A field with this id and this text in it.
    pub fn new(id: &'static str, text: &str) -> Self {
        Self { text: RwSignal::new(text.to_owned()), problem: RwSignal::new(None), id }
    }

    /// Puts an amount into the field.
    pub fn set(self, amount: Money) {
        self.text.set(amount.to_string());
    }

    /// The amount in it. What is no amount is told at the field, which is then where one types.
    pub fn read(self) -> Option<Money> {
        let amount = Money::parse(&self.text.get_untracked());
        self.problem.set(amount.as_ref().err().cloned());
        if amount.is_err() {
            dom::focus(self.id);
        }
        amount.ok()
    }

    /// The amount in it, tracked; `None` while it is not an amount.
    pub fn get(self) -> Option<Money> {
        Money::parse(&self.text.get()).ok()
    }
}

/// A labelled field for an amount.
#[component]
pub fn AmountField(
    /// What the field is called.
    label: &'static str,
    /// What is in it.
    amount: Amount,
) -> impl IntoView {
    let Amount { text, problem, id } = amount;
    let problem_id = format!("{id}-problem");
    let words = move || problem.get().map(|problem| problem.to_string()).unwrap_or_default();
    view! {
        <label class="field">
            <span>{label}</span>
            <input
                class="short amount"
                id=id
                inputmode="decimal"
                autocomplete="off"
                maxlength="24"
                aria-invalid=live(move || problem.get().is_some().then_some("true"))
                aria-describedby=problem_id.clone()
                prop:value=live(move || text.get())
                on:input=on(move |event| text.set(event_target_value(&event)))
            />
            <span class="problem" id=problem_id>
                {live(words)}
            </span>
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
        <button class:lead=lead aria-disabled=live(disabled) title=live(title) on:click=on(move |_| on_press.run(()))>
            {label}
        </button>
    }
}
