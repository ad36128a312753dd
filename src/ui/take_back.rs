//! How an opened entry is taken back: by a new one that says the opposite.

use leptos::prelude::*;

use super::{
    live::{live, on},
    reader::reader,
    session_signals::SessionSignals,
};
use examples::{Example, Opposite};

/// How an entry of this number is taken back. Only a workbench provides it: a chapter says itself what is done.
#[derive(Clone, Copy)]
pub struct TakesBack(Callback<usize, Option<WayBack>>);

/// What is told of one entry.
#[derive(Clone)]
struct WayBack {
    question: String,
    answer: &'static str,
    /// What the button says, and what it does.
    button: Option<(String, Callback<()>)>,
}

impl TakesBack {
    /// By the requests of an example. They go the way of every other.
    pub(super) fn of<D: Example>(signals: SessionSignals<D>) -> Self {
        let way_back = move |number: usize| {
            let way = signals.at_entry(number, D::take_back)?;
            let (question, answer) = (way.question(), way.answer());
            let button = way.opposite.map(|Opposite { label, command }| {
                let send = move |()| {
                    signals.reader.presses();
                    signals.send(command.clone());
                };
                (label, Callback::new(send))
            });
            Some(WayBack { question, answer, button })
        };
        Self(Callback::new(way_back))
    }

    /// What an opened entry says of it.
    pub fn view(self, number: usize) -> Option<AnyView> {
        let reader = reader();
        let WayBack { question, answer, button } = untrack(|| self.0.run(number))?;
        // In the past it stays where it is and explains itself when pressed, as the other requests do.
        let disabled = move || reader.in_past().then_some("true");
        let button = button.map(|(label, send)| {
            view! {
                <button aria-disabled=live(disabled) on:click=on(move |_| send.run(()))>
                    <bdi dir="ltr">{label}</bdi>
                </button>
            }
            .into_any()
        });
        let view = view! {
            <div class="take-back">
                <p>
                    <b>{question}</b>
                    " "
                    {answer}
                </p>
                {button}
            </div>
        };
        Some(view.into_any())
    }
}
