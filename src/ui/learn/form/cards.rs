//! Cards to put in order, with a button up and one down at each place.

use leptos::prelude::*;

use crate::{
    browser::dom,
    ui::live::{live, on},
};
use course::{Card, Guess};

/// Cards in the order in which they lie.
#[derive(Clone, Copy)]
pub(super) struct Cards {
    id: &'static str,
    all: &'static [Card],
    order: RwSignal<Vec<usize>>,
}

impl Cards {
    pub(super) fn of(id: &'static str, cards: &'static [Card]) -> Self {
        Self { id, all: cards, order: RwSignal::new((0..cards.len()).collect()) }
    }

    pub(super) fn guess(self) -> Guess {
        let order = self.order.get_untracked();
        let cards = order.into_iter().filter_map(|at| self.all.get(at));
        Guess::Order(cards.map(|card| card.name.to_owned()).collect())
    }

    fn words(self, place: usize) -> &'static str {
        let card = self.order.with(|order| order.get(place).copied());
        card.and_then(|at| self.all.get(at)).map_or("", |card| card.words)
    }

    /// Moves the card at a place up or down, and the focus with it. Says where the card is then, if
    /// it could be moved.
    fn shift(self, from: usize, to: Option<usize>, button: &'static str) -> Option<String> {
        let to = to.filter(|to| *to < self.all.len())?;
        self.order.update(|order| order.swap(from, to));
        dom::focus(&format!("{}-{button}-{to}", self.id));
        let card = untrack(|| self.words(to));
        Some(format!("“{card}”: place {} of {}", to + 1, self.all.len()))
    }

    pub(super) fn view(self, label: &'static str, say: Callback<String>) -> AnyView {
        // The places stay and the words move, so the focus is never on something that is gone.
        let place = move |place: usize| {
            let last = self.all.len() - 1;
            let button =
                move |name: &'static str, sign: &'static str, to: Option<usize>, ends: bool| {
                    let label = move || format!("Move “{}” {name}", self.words(place));
                    let press = move |_| {
                        if let Some(words) = self.shift(place, to, name) {
                            say.run(words);
                        }
                    };
                    view! {
                        <button
                            type="button"
                            id=format!("{}-{name}-{place}", self.id)
                            aria-label=live(label)
                            aria-disabled=ends.then_some("true")
                            on:click=on(press)
                        >
                            {sign}
                        </button>
                    }
                    .into_any()
                };
            view! {
                <li>
                    <span class="words">{live(move || self.words(place))}</span>
                    {button("up", "↑", place.checked_sub(1), place == 0)}
                    {button("down", "↓", Some(place + 1), place == last)}
                </li>
            }
            .into_any()
        };
        view! {
            <fieldset>
                <legend>{label}</legend>
                <ol class="cards">{(0..self.all.len()).map(place).collect::<Vec<_>>()}</ol>
            </fieldset>
        }
        .into_any()
    }
}
