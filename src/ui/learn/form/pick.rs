//! One choice or several, with the browser's own round and square boxes.

use leptos::prelude::*;
use web_sys::HtmlInputElement;

use super::problem::complain;
use crate::ui::{
    components::labelled::problem,
    live::{live, on},
};
use course::{Choice, Guess};

/// What has been chosen.
#[derive(Clone, Copy)]
pub(super) struct Pick {
    id: &'static str,
    several: bool,
    choices: &'static [Choice],
    /// The places of what was chosen.
    chosen: RwSignal<Vec<usize>>,
    problem: RwSignal<String>,
}

impl Pick {
    pub(super) fn of(id: &'static str, several: bool, choices: &'static [Choice]) -> Self {
        let (chosen, problem) = (RwSignal::new(Vec::new()), RwSignal::new(String::new()));
        Self { id, several, choices, chosen, problem }
    }

    pub(super) fn guess(self) -> Result<Guess, String> {
        let chosen = self.chosen.get_untracked();
        let all = self.choices.iter().enumerate().filter(|(at, _)| chosen.contains(at));
        let names: Vec<_> = all.map(|(_, choice)| choice.name.to_owned()).collect();
        if names.is_empty() {
            let words = if self.several { "Choose at least one." } else { "Choose one." };
            return complain(self.problem, &format!("{}-0", self.id), words);
        }
        Ok(Guess::Choices(names))
    }

    fn choose(self, at: usize, checked: bool) {
        self.problem.set(String::new());
        self.chosen.update(|chosen| {
            if !self.several {
                chosen.clear();
            }
            chosen.retain(|other| *other != at);
            if checked {
                chosen.push(at);
            }
        });
    }

    pub(super) fn view(self, label: &'static str) -> AnyView {
        let kind = if self.several { "checkbox" } else { "radio" };
        let problem_id = format!("{}-problem", self.id);
        let described = problem_id.clone();
        let choice = move |(at, choice): (usize, &'static Choice)| {
            let change = move |event| {
                self.choose(at, event_target::<HtmlInputElement>(&event).checked());
            };
            let chosen = move || self.chosen.with(|chosen| chosen.contains(&at));
            view! {
                <label class="choice">
                    <input
                        type=kind
                        id=format!("{}-{at}", self.id)
                        name=self.id
                        aria-describedby=described.clone()
                        prop:checked=live(chosen)
                        on:change=on(change)
                    />
                    <span>{choice.words}</span>
                </label>
            }
            .into_any()
        };
        view! {
            <fieldset>
                <legend>{label}</legend>
                {self.choices.iter().enumerate().map(choice).collect::<Vec<_>>()}
                {problem(problem_id, self.problem.into())}
            </fieldset>
        }
        .into_any()
    }
}
