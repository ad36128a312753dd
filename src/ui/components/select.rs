//! Menus: what can be chosen, and what is.

use leptos::prelude::*;

use super::{entry_links::and_more, labelled::labelled};
use crate::ui::live::{live, on, views};
use examples::Choice;

/// What a menu offers.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Offer {
    /// In their order.
    pub choices: Vec<Choice>,
    /// The key of what is chosen.
    pub chosen: String,
    /// How many others there are, which can't be chosen here.
    pub more: usize,
}

impl Offer {
    /// These choices, with the key of one of them.
    pub fn of(choices: Vec<Choice>, chosen: String) -> Self {
        Self { choices, chosen, more: 0 }
    }

    /// Choices that go by their numbers.
    pub fn numbered(choices: impl IntoIterator<Item = (usize, String)>, chosen: usize) -> Self {
        let choice = |(number, words): (usize, _)| Choice { key: number.to_string(), words };
        Self::of(choices.into_iter().map(choice).collect(), chosen.to_string())
    }
}

/// A menu under its label.
pub fn select(
    id: String,
    label: &'static str,
    offer: Memo<Offer>,
    choose: Callback<String>,
) -> AnyView {
    labelled("field", id.clone(), label, menu(id, offer, choose))
}

/// A menu without its label. Where it is too narrow for what is chosen, its title still says that.
pub fn menu(id: String, offer: Memo<Offer>, choose: Callback<String>) -> AnyView {
    let title = move || {
        offer.with(|Offer { choices, chosen, .. }| {
            choices.iter().find(|choice| choice.key == *chosen).map(|choice| choice.words.clone())
        })
    };
    view! {
        <select id=id title=live(title) on:change=on(move |event| choose.run(event_target_value(&event)))>
            {options(offer)}
        </select>
    }
    .into_any()
}

/// A menu in a sentence. The rest of its label is for those who don't see the sentence around it.
pub fn select_in_sentence(
    label: &'static str,
    rest: &'static str,
    offer: Memo<Offer>,
    choose: Callback<String>,
) -> AnyView {
    view! {
        <label>
            {label}
            " "
            <span class="unseen">{rest}</span>
            <select on:change=on(move |event| choose.run(event_target_value(&event)))>
                {options(offer)}
            </select>
        </label>
    }
    .into_any()
}

fn options(offer: Memo<Offer>) -> AnyView {
    let options = move || {
        let Offer { choices, chosen, more } = offer.get();
        let option = |Choice { key, words }| {
            let is_chosen = key == chosen;
            view! { <option value=key prop:selected=is_chosen>{words}</option> }.into_any()
        };
        let more =
            and_more(more).map(|words| view! { <option disabled=true>{words}</option> }.into_any());
        choices.into_iter().map(option).chain(more).collect::<Vec<_>>()
    };
    views(options).into_any()
}
