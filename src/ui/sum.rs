//! The number on show as arithmetic: each term is an entry.

use leptos::prelude::*;

use super::{components::entry_link::EntryLink, live::live, reader::reader};
use english::counted::earlier_entries;
use examples::{self, Amount};

/// Terms that are written out. Earlier ones are gathered in one, or a long diary would be all sum.
const TERMS: usize = 12;

/// `445.00 = 0 + 500.00 − 120.00 …`, for the chosen figure at the moment that is shown.
#[component]
pub fn Sum() -> impl IntoView {
    let reader = reader();
    let sum = move || reader.versions().sum(reader.version(), reader.figure.get(), TERMS);
    let name = move || reader.figure_name();
    let term = |(entry, change): (usize, Amount)| {
        view! {
            " "
            <EntryLink entry words=change.term() />
        }
        .into_any()
    };
    let written_out = move || match sum() {
        None => view! { <span>"not there yet"</span> }.into_any(),
        Some(examples::Sum { result, gathered, terms }) => {
            let gathered = gathered
                .map(|(count, total)| format!(" {} {}", total.term(), earlier_entries(count)))
                .unwrap_or_default();
            view! {
                <span>
                    <b>{result.to_string()}</b>
                    " = 0"
                </span>
                {gathered}
                {terms.into_iter().map(term).collect::<Vec<_>>()}
            }
            .into_any()
        }
    };
    view! {
        <p class="sum" aria-label="The sum">
            <span class="unseen">{live(name)}": "</span>
            {live(written_out)}
        </p>
    }
}
