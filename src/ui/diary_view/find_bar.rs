//! The field above the entries in which one types what is looked for.

use leptos::prelude::*;
use web_sys::KeyboardEvent;

use crate::ui::{
    find::{BAR, FIELD, Find, OPENS},
    live::{live, on},
};

/// What the field says of itself to those who listen, and to those who point at it.
const HINT: &str = "Type words, a name, an amount or a time. Enter goes to the next one that was found, Shift and \
                    Enter to the one before. Escape closes it. The key / opens it where nothing is typed.";

/// The button that opens it and closes it, beside the heading.
pub(super) fn opens(find: Find) -> AnyView {
    let press = move |_| if find.is_open.get_untracked() { find.close() } else { find.open() };
    view! {
        <button
            class="plain link opens-find"
            id=OPENS
            aria-expanded=live(move || find.is_open.get().to_string())
            aria-controls=BAR
            aria-keyshortcuts="/"
            title="Find entries (key /)"
            on:click=on(press)
        >
            "Find"
        </button>
    }
    .into_any()
}

/// The field, how many were found, and the ways to them.
pub(super) fn bar(find: Find) -> AnyView {
    let key = move |event: KeyboardEvent| {
        // What chooses among suggested letters is not meant for us.
        if !event.is_composing() && event.key() == "Enter" {
            find.go(!event.shift_key());
        }
    };
    let close = move |event: KeyboardEvent| {
        if !event.is_composing() && event.key() == "Escape" {
            event.prevent_default();
            find.close();
        }
    };
    let way = |label: &'static str, sign: &'static str, title: &'static str, is_next: bool| {
        view! {
            <button class="plain" aria-label=label title=title on:click=on(move |_| find.go(is_next))>
                {sign}
            </button>
        }
        .into_any()
    };
    view! {
        <div
            class="find"
            class:nowhere=live(move || find.is_nowhere())
            id=BAR
            role="search"
            aria-label="Find entries"
            hidden=live(move || !find.is_open.get())
            on:keydown=on(close)
        >
            <label for=FIELD>"Find"</label>
            <input
                id=FIELD
                type="text"
                inputmode="search"
                enterkeyhint="search"
                autocomplete="off"
                spellcheck="false"
                maxlength="200"
                placeholder="fee, 40.00, 2026-03"
                title=HINT
                prop:value=live(move || find.typed.get())
                on:input=on(move |event| find.typed.set(event_target_value(&event)))
                on:keydown=on(key)
            />
            <span class="ways-found">
                {way("Previous", "↑", "The one before (Shift+Enter)", false)}
                {way("Next", "↓", "The next one (Enter)", true)}
                <button
                    class="plain"
                    aria-label="Close"
                    title="Close (Escape)"
                    on:click=on(move |_| find.close())
                >
                    "×"
                </button>
            </span>
            <p class="aside" data-testid="found">{live(move || find.words())}</p>
        </div>
    }
    .into_any()
}
