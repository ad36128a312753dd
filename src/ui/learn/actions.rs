//! What the learner does once they have committed, to see for themselves.

use leptos::prelude::*;

use super::{session::Open, table::Table};
use crate::ui::live::{live, on};
use course::Action;
use english::counted;

/// The actions of a chapter, with a tick at those that are done. The next one stands out.
pub(super) fn view(open: Open, table: Table) -> AnyView {
    let stage = &open.chapter.stage;
    let actions = stage.actions.len();
    let row = |action: &'static Action| {
        let name = action.name;
        let is_done = move || table.is_done(name);
        let mark = move || if is_done() { "✓ " } else { "" }.to_owned();
        let said = move || if is_done() { " (done)" } else { "" }.to_owned();
        let disabled = move || (!table.is_due(name)).then_some("true");
        let waits = move || (!table.is_due(name) && !is_done()).then_some("One after the other");
        view! {
            <li class:done=live(is_done)>
                <span class="tick" aria-hidden="true">{live(mark)}</span>
                <button
                    class="deed"
                    class:lead=live(move || table.next() == Some(name))
                    aria-disabled=live(disabled)
                    title=live(waits)
                    on:click=on(move |_| table.carry_out(name))
                >
                    {stage.words_of(name)}
                </button>
                <span class="unseen">{live(said)}</span>
            </li>
        }
        .into_any()
    };
    let left = move || match table.left() {
        0 => "You have done it all.".to_owned(),
        left if left == actions => "Now try it.".to_owned(),
        1 => "One thing is left to do.".to_owned(),
        left => format!("{} are left to do.", counted::counted(left, "thing", "things")),
    };
    view! {
        <section class="deeds" aria-labelledby="deeds-heading">
            <h3 id="deeds-heading">"See for yourself"</h3>
            <p class="aside">{live(left)}</p>
            <ol>{stage.actions.iter().map(row).collect::<Vec<_>>()}</ol>
            {table.refusal()}
        </section>
    }
    .into_any()
}
