//! Requests that left no entry: they stand beside the diary until their reader has seen them.

use leptos::prelude::*;

use crate::{
    browser::{focus, sight},
    ui::{
        live::{effect, memo, on, views},
        reader::reader,
        session_status::{DiaryViewState, Refused},
    },
};
use english::counted;
use storage::CommandId;

/// The id of the place where they stand.
const REFUSED: &str = "refusals";

/// So many are shown one by one; what is more is counted.
const SHOWN: usize = 2;

/// The refusals, the newest last.
#[component]
pub fn Refusals(
    /// With those that their reader may not have seen yet.
    state: DiaryViewState,
) -> impl IntoView {
    let DiaryViewState { refusals, painted, seen, .. } = state;
    let reader = reader();
    // Drawn anew only when there are others, and not with every entry.
    let here = memo(move |_| {
        let version = reader.version();
        let is_here = |refused: &Refused| refused.version.is_none_or(|seen| seen == version);
        refusals.get().into_iter().filter(is_here).collect::<Vec<_>>()
    });
    // The first frame is the one that paints them.
    effect(move |_| {
        let ids: Vec<_> = here.with(|here| here.iter().map(|refused| refused.id).collect());
        if !ids.is_empty() {
            request_animation_frame(move || {
                request_animation_frame(move || {
                    // The page may be gone by then.
                    let _gone = painted.try_run(ids);
                });
            });
        }
    });
    // One that answers a press is seen as a whole. One that comes later moves nothing.
    effect(move |before: Option<Option<CommandId>>| {
        let is_direct = |refused: &&Refused| refused.version.is_some();
        let newest = here.with(|here| here.iter().rfind(is_direct).map(|refused| refused.id));
        if newest.is_some() && before.is_some_and(|before| before != newest) {
            sight::bring_later(REFUSED);
        }
        newest
    });
    let shown = move || {
        focus::hand_on();
        let here = here.get();
        let count = here.len();
        let all: Vec<_> = here.iter().map(|refused| refused.id).collect();
        let mut lines = here.into_iter().map(|refused| line(refused, seen));
        if count <= SHOWN + 1 {
            return lines.collect::<Vec<_>>().into_any();
        }
        let folded: Vec<_> = lines.by_ref().take(count - SHOWN).collect();
        let words = {
            // Never one alone: that would be shown.
            let requests = counted::counted(folded.len(), "more request", "more requests");
            format!("{requests} were refused")
        };
        view! {
            <details>
                <summary>{words}</summary>
                <button class="plain" on:click=on(move |_| seen.run(all.clone()))>
                    "I have seen all of them"
                </button>
                {folded}
            </details>
            {lines.collect::<Vec<_>>()}
        }
        .into_any()
    };
    view! { <div class="refusals" id=REFUSED>{views(shown)}</div> }
}

fn line(refused: Refused, seen: Callback<Vec<CommandId>>) -> AnyView {
    let Refused { id, command, why, version } = refused;
    // What answers at once goes with the next request; the rest goes when it has been seen.
    let close = version.is_none().then(|| {
        view! {
            <button
                class="plain seen"
                aria-label="I have seen this"
                on:click=on(move |_| seen.run(vec![id]))
            >
                "×"
            </button>
        }
        .into_any()
    });
    view! {
        <p class="no-ink" data-testid="refusal">
            <span class="mark" aria-hidden="true">"✕"</span>
            <span>
                <bdi class="wish" dir="ltr">{command}</bdi>
                ": "
                <bdi dir="ltr">{why}</bdi>
                " "
                <em>"No entry was written."</em>
            </span>
            {close}
        </p>
    }
    .into_any()
}
