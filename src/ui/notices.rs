//! What the reader must know about keeping. It stands until they have read it.

use gloo_timers::callback::Timeout;
use leptos::prelude::*;

use super::{
    all_diaries::Diaries,
    live::{effect, memo, on, views},
};
use crate::browser::focus;
use crate::routes::Place;
use storage::DeviceInput;

/// After how many ms of waiting the reader may choose to go on without the database. It mostly
/// answers before, and then there is nothing to choose.
const CHOICE_AFTER_MS: u32 = 30_000;

/// What the reader must know, and what can be done about it.
#[component]
pub fn Notices(
    /// What is known of the stores.
    diaries: Diaries,
) -> impl IntoView {
    let Diaries { notices, is_reader, waiting_places, choices, .. } = diaries;
    let has_waited = RwSignal::new(false);
    effect(move |_| {
        let waits = !waiting_places.read().is_empty();
        has_waited.set(false);
        if waits {
            // Where the waiting is over by then, nothing is shown.
            Timeout::new(CHOICE_AFTER_MS, move || {
                let _gone = has_waited.try_set(true);
            })
            .forget();
        }
    });
    let waiting = move || if has_waited.get() { waiting_places.get() } else { Vec::new() };
    let has_lines = memo(move |_| !notices.read().is_empty());
    let has_any = memo(move |_| {
        has_lines.get() || is_reader.get() || !waiting().is_empty() || !choices.read().is_empty()
    });
    // Each part is drawn by itself, so that a notice that comes while one reads leaves the button
    // beneath, and the focus on it, where they are.
    let lines = move || {
        let line = |words| view! { <p><bdi dir="ltr">{words}</bdi></p> }.into_any();
        notices.get().into_iter().map(line).collect::<Vec<_>>()
    };
    let other = move || {
        focus::hand_on();
        is_reader.get().then(|| another_writes(diaries))
    };
    let ways_on = move || {
        focus::hand_on();
        waiting().into_iter().map(|kind| go_on(diaries, kind)).collect::<Vec<_>>()
    };
    let died = move || {
        focus::hand_on();
        choices.get().into_iter().map(|died| choose(diaries, died)).collect::<Vec<_>>()
    };
    let read = move || {
        focus::hand_on();
        has_lines.get().then(|| {
            view! {
                <p>
                    <a href=Place::Diaries.address()>"Diaries: what is kept, export, import"</a>
                </p>
                <button class="plain" on:click=on(move |_| notices.update(Vec::clear))>
                    "I have read this"
                </button>
            }
            .into_any()
        })
    };
    let shown = move || {
        focus::hand_on();
        has_any.get().then(|| {
            view! {
                <section class="notice" aria-label="Notices" data-testid="storage-notice">
                    <div>{views(lines)} {views(other)} {views(ways_on)} {views(died)}</div>
                    {views(read)}
                </section>
            }
            .into_any()
        })
    };
    views(shown)
}

fn another_writes(diaries: Diaries) -> AnyView {
    let write_here = move |_| diaries.step(DeviceInput::WriteHere);
    view! {
        <p>
            "Another tab is writing. Without the browser’s database only one tab can write, so \
             everything in this tab can only be read. "
            <button on:click=on(write_here)>"Write here instead"</button>
        </p>
    }
    .into_any()
}

/// A way out for who doesn't want to wait.
fn go_on(diaries: Diaries, kind: String) -> AnyView {
    let label = format!("Go on without waiting ({kind})");
    let go_on = move |_| diaries.step(DeviceInput::GoOn(kind.clone()));
    view! {
        <p>
            "You can go on in a new diary meanwhile. It is in memory, not kept yet, and is kept beside the others when the database answers. "
            <button on:click=on(go_on)>{label}</button>
        </p>
    }
    .into_any()
}

/// The page died when it read a diary.
fn choose(diaries: Diaries, (kind, name): (String, String)) -> AnyView {
    let words = format!(
        "The page stopped when it read {name} last. Perhaps it is too long for this device. Nothing of it is lost. "
    );
    let [again, other] = [kind.clone(), kind];
    let again = move |_| diaries.choose(&again, true);
    let other = move |_| diaries.choose(&other, false);
    view! {
        <p>
            <bdi dir="ltr">{words}</bdi>
            <button on:click=on(again)>"Try again"</button>
            " "
            <button on:click=on(other)>"Begin another diary"</button>
            " "
            <a href="?rescue">"Export it without opening it"</a>
        </p>
    }
    .into_any()
}
