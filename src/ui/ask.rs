//! Questions: each is a line of one sheet, and a button. Opened, it shows what both worlds say, side by side.
//! What answers is fetched with the first question, see [`answers`](super::answers).

use leptos::prelude::*;

use super::live::{live, memo, on, views};
use crate::browser::dom;

/// Which question is open. One is at a time: its answer is what one looks at.
#[derive(Clone, Copy)]
pub struct Asking(RwSignal<&'static str>);

impl Asking {
    /// No question is open.
    pub fn nothing() -> Self {
        Self(RwSignal::new(""))
    }

    /// Whether a question is open.
    pub fn is_asked(self) -> bool {
        self.0.with(|open| !open.is_empty())
    }

    /// Asks the question with this id and shows the answer. The focus stays where it is.
    pub fn show(self, id: &'static str) {
        self.0.set(id);
        dom::scroll_to(id);
    }

    /// Asks the question with this id, also when it has been asked, and brings the answer into sight.
    pub fn ask(self, id: &'static str) {
        self.0.set(id);
        dom::arrive(id);
    }
}

/// One question, which is a button named by it; opened, a group of the same name with its fields and the
/// answers.
#[component]
pub fn Question(
    /// The question.
    #[prop(into)]
    question: Signal<String>,
    /// What both worlds say to the question that goes by these words; wanted whenever it is asked.
    answers: Callback<Signal<String>, AnyView>,
    /// Fields that make the question more exact.
    #[prop(optional_no_strip)]
    choices: Option<AnyView>,
    /// Which question is open.
    asking: Asking,
    /// Its id, and what the ids of its parts start with.
    id: &'static str,
) -> impl IntoView {
    let Asking(open) = asking;
    let asked = memo(move |_| open.get() == id);
    let press = move |_| open.update(|open| *open = if *open == id { "" } else { id });
    let answered = move || asked.get().then(|| answers.run(question));
    let heading = [id, "-question"].concat();
    let labelled_by = heading.clone();
    view! {
        <div class="card" class:asked=live(move || asked.get()) id=id tabindex="-1">
            <h3>
                <button
                    class="asked-line"
                    id=heading
                    aria-expanded=live(move || asked.get().to_string())
                    on:click=on(press)
                >
                    {live(move || question.get())}
                </button>
            </h3>
            <div role="group" aria-labelledby=labelled_by hidden=live(move || !asked.get())>
                <div class="choices">{choices}</div>
                {views(answered)}
            </div>
        </div>
    }
}
