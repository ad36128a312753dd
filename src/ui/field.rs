//! Fields whose errors stand beside them, in words.

use leptos::{html, prelude::*};

use crate::domain::{AmountError, Money};

/// What is in an amount's field, and what is wrong with it.
#[derive(Clone, Copy)]
pub struct Amount {
    text: RwSignal<String>,
    problem: RwSignal<Option<AmountError>>,
    input: NodeRef<html::Input>,
}

impl Amount {
    /// A field with this text in it.
    pub fn new(text: &str) -> Self {
        Self {
            text: RwSignal::new(text.to_owned()),
            problem: RwSignal::new(None),
            input: NodeRef::new(),
        }
    }

    /// Puts an amount into the field.
    pub fn set(self, amount: Money) {
        self.text.set(amount.to_string());
    }

    /// The amount in it. What is no amount is told at the field, which is then where one types.
    pub fn read(self) -> Option<Money> {
        let amount = Money::parse(&self.text.get_untracked());
        self.problem.set(amount.as_ref().err().cloned());
        if let (Err(_), Some(input)) = (&amount, self.input.get_untracked()) {
            // An input that is on the page takes the focus; if it is not, there is nobody to tell.
            let _focused = input.focus();
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
    /// What the ids of its parts start with.
    id: &'static str,
    /// What is in it.
    amount: Amount,
) -> impl IntoView {
    let Amount { text, problem, input } = amount;
    let problem_id = format!("{id}-problem");
    let words = move || problem.get().map(|problem| problem.to_string());
    view! {
        <label class="field">
            <span>{label}</span>
            <input
                class="short amount"
                inputmode="decimal"
                autocomplete="off"
                maxlength="24"
                aria-invalid=move || problem.get().is_some().then_some("true")
                aria-describedby=problem_id.clone()
                node_ref=input
                bind:value=text
            />
            <span class="problem" id=problem_id>
                {words}
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
    on_press: impl Fn() + 'static,
) -> impl IntoView {
    let reader = super::reader::reader();
    let disabled = move || reader.in_past().then_some("true");
    let title = move || reader.in_past().then_some("The past can be read but not written");
    view! {
        <button class:lead=lead aria-disabled=disabled title=title on:click=move |_| on_press()>
            {label}
        </button>
    }
}
