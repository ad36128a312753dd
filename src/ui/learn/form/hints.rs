//! The hints to a chapter's question.

use leptos::prelude::*;

use crate::ui::{
    learn::session::Open,
    live::{live, on, views},
};
use course::lesson::Command;

/// The hints that were taken, and the button for the next.
pub(super) fn hint_list(open: Open) -> AnyView {
    let taken = move || {
        let hint = |words: &&'static str| view! { <li>{*words}</li> }.into_any();
        let hints = open.chapter.hints.get(..open.hints().min(3)).unwrap_or_default();
        (!hints.is_empty()).then(|| {
            let hints = hints.iter().map(hint).collect::<Vec<_>>();
            view! { <ol class="hints" aria-label="Hints">{hints}</ol> }.into_any()
        })
    };
    let take = move |_| {
        let next = untrack(|| open.hints());
        if let Some(words) = open.chapter.hints.get(next) {
            open.course.say(*words);
            open.send(|chapter| Command::TakeHint { chapter });
        }
    };
    let left = move || match open.hints() {
        0 => "Give me a hint".to_owned(),
        1 | 2 => "Another hint".to_owned(),
        _ => "No more hints".to_owned(),
    };
    let all_taken = move || (open.hints() >= 3).then_some("true");
    view! {
        {views(taken)}
        <button type="button" class="plain" aria-disabled=live(all_taken) on:click=on(take)>
            {live(left)}
        </button>
    }
    .into_any()
}
