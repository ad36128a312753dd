//! What the learner does once they have committed, to see for themselves.

use leptos::prelude::*;

use super::{lesson::Open, table::Table};
use crate::{
    course::Deed,
    ui::live::{live, on},
};

/// The actions of a chapter, with a tick at those that are done.
pub(super) fn view(open: Open, table: Table) -> AnyView {
    let actions = open.chapter.stage.actions;
    let row = |(at, deed): (usize, &'static Deed)| {
        let is_done = move || table.is_done(at);
        let mark = move || if is_done() { "✓ " } else { "" }.to_owned();
        let said = move || if is_done() { " (done)" } else { "" }.to_owned();
        let words = match deed {
            Deed::Bench { words, .. } => view! { <span class="deed">{*words}</span> }.into_any(),
            deed => {
                let press = move |_| {
                    if !untrack(is_done) {
                        table.carry_out(at);
                    }
                };
                let disabled = move || is_done().then_some("true");
                view! {
                    <button class="deed" aria-disabled=live(disabled) on:click=on(press)>
                        {deed.words()}
                    </button>
                }
                .into_any()
            }
        };
        view! {
            <li class:done=live(is_done)>
                <span class="tick" aria-hidden="true">{live(mark)}</span>
                {words}
                <span class="unseen">{live(said)}</span>
            </li>
        }
        .into_any()
    };
    let left = move || {
        let left = (0..actions.len()).filter(|at| !table.is_done(*at)).count();
        match left {
            0 => "You have done it all.".to_owned(),
            left if left == actions.len() => "Now try it.".to_owned(),
            1 => "One thing is left to do.".to_owned(),
            left => format!("{left} things are left to do."),
        }
    };
    view! {
        <section class="deeds" aria-labelledby="deeds-heading">
            <h3 id="deeds-heading">"See for yourself"</h3>
            <p class="aside">{live(left)}</p>
            <ol>{actions.iter().enumerate().map(row).collect::<Vec<_>>()}</ol>
        </section>
    }
    .into_any()
}
