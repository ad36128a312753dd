//! Question cards: each is answered by both worlds, side by side. What answers is fetched with the
//! first question, see [`answers`](super::answers).

use leptos::prelude::*;

use super::live::{live, on, views};
use crate::browser::dom;

/// A question that can be asked from elsewhere on the page too.
#[derive(Clone, Copy)]
pub struct Asking {
    asked: RwSignal<bool>,
    /// The id of its card.
    card: &'static str,
}

impl Asking {
    /// A question that has not been asked yet, and the id of its card.
    pub fn new(card: &'static str) -> Self {
        Self { asked: RwSignal::new(false), card }
    }

    /// Asks it, also when it has been asked, and brings the answer into sight.
    pub fn ask(self) {
        self.asked.set(true);
        dom::arrive(self.card);
    }
}

/// One question, its choices, and the answers once it has been asked.
#[component]
pub fn QuestionCard(
    /// The question, which is also the card's name.
    #[prop(into)]
    question: Signal<String>,
    /// What both worlds say to the question that goes by these words; wanted whenever it is asked.
    answers: Callback<Signal<String>, AnyView>,
    /// Fields that make the question more exact.
    #[prop(optional_no_strip)]
    choices: Option<AnyView>,
    /// For a question that can be asked from elsewhere on the page too.
    #[prop(optional_no_strip)]
    asking: Option<Asking>,
    /// What the ids of its parts start with.
    id: &'static str,
) -> impl IntoView {
    let is_first = asking.is_some();
    let Asking { asked, card } = asking.unwrap_or_else(|| Asking::new(id));
    let press = move |_| asked.update(|asked| *asked = !*asked);
    let answered = move || asked.get().then(|| answers.run(question));
    let heading = format!("{id}-question");
    let labelled_by = heading.clone();
    view! {
        <div
            class="card"
            class:asked=live(move || asked.get())
            role="group"
            tabindex="-1"
            aria-labelledby=labelled_by
            id=card
        >
            <div class="card-head">
                <h3 id=heading>{live(move || question.get())}</h3>
                <button
                    class:lead=live(move || is_first && !asked.get())
                    aria-expanded=live(move || asked.get().to_string())
                    on:click=on(press)
                >
                    {live(move || if asked.get() { "Close" } else { "Ask" }.to_owned())}
                </button>
            </div>
            <div class="choices">{choices}</div>
            {views(answered)}
        </div>
    }
}
