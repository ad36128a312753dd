//! What stands in the place of an answer that is out already, while a room of people looks on.

use leptos::prelude::*;

use super::session::Open;
use crate::ui::live::on;
use course::lesson::Command;

/// The question, and a choice: to go on with the guess that was made, or to begin with a new class.
pub(super) fn view(open: Open) -> AnyView {
    let anew = move |_| open.send(|chapter| Command::StartAgain { chapter });
    view! {
        <section class="guess" aria-labelledby="ask-question">
            <h3 id="ask-question">{open.chapter.question.ask}</h3>
            <p>"This chapter has been played before. Its guess and its answer are covered."</p>
            <div class="wishes">
                <button class="lead" on:click=on(move |_| open.uncover())>
                    "Show the answer"
                </button>
                <button on:click=on(anew)>"Guess again"</button>
            </div>
        </section>
    }
    .into_any()
}
