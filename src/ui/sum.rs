//! The number on show as arithmetic: each term is an entry.

use leptos::prelude::*;

use super::{
    components::entry_link::EntryLink,
    live::{live, on},
    reader::reader,
};
use crate::browser::dom;
use examples::{self, Amount};

/// Terms that are written out. What was there before them is brought forward, as on a bank's statement.
const TERMS: usize = 3;

/// The id of the sum.
const SUM: &str = "sum";

/// Terms in the column that the reader opens.
const MORE_TERMS: usize = 12;

/// `490.00 = 505.00 after entry 8 − 60.00 + 5.00 + 40.00`, for the chosen figure at the moment that is shown.
#[component]
pub fn Sum() -> impl IntoView {
    let reader = reader();
    let is_open = RwSignal::new(false);
    let sum = move || {
        let terms = if is_open.get() { MORE_TERMS } else { TERMS };
        reader.versions().sum(reader.version(), reader.figure.get(), terms)
    };
    let name = move || reader.figure_name();
    let term = move |(entry, change): (usize, Amount)| {
        let fresh = reader.wrote.get() == Some(entry);
        view! {
            " "
            <span class="term" class:fresh=fresh>
                <EntryLink entry words=change.term() />
            </span>
        }
        .into_any()
    };
    let carried = move |(entry, figure): (usize, Amount)| {
        view! {
            <button
                class="value-link"
                aria-expanded=live(move || is_open.get().to_string())
                on:click=on(move |_| {
                    is_open.update(|is_open| *is_open = !*is_open);
                    // The sum is written anew, and this button with it.
                    dom::focus(SUM);
                })
            >
                {format!("{figure} after entry {entry}")}
            </button>
        }
        .into_any()
    };
    let written_out = move || match sum() {
        None => view! { <span>"not there yet"</span> }.into_any(),
        Some(examples::Sum { result, carried: before, terms }) => {
            let before = before.map_or_else(|| "0".into_any(), carried);
            view! {
                <b>{result.to_string()}</b>
                " = "
                {before}
                {terms.into_iter().map(term).collect::<Vec<_>>()}
            }
            .into_any()
        }
    };
    view! {
        <p class="sum" id=SUM tabindex="-1" aria-label="The sum" class:open=live(move || is_open.get())>
            <span class="unseen">{live(name)}": "</span>
            {live(written_out)}
        </p>
    }
}
