//! The number on show as arithmetic: each term is an entry.

use leptos::prelude::*;

use super::{live::live, page::EntryLink, reader::reader};
use crate::domain::{Line, Money, figure_at};

/// Terms that are written out. Earlier ones are gathered in one, or a long diary would be all sum.
const TERMS: usize = 12;

/// A number and what it is made of.
struct Arithmetic {
    result: Money,
    /// How many earlier entries are gathered in one term, and what they come to.
    gathered: Option<(usize, Money)>,
    /// The number of the entry and what it added.
    terms: Vec<(usize, Money)>,
}

fn arithmetic(lines: &[Line], page: usize, figure: usize) -> Option<Arithmetic> {
    let result = figure_at(lines, page, figure)?;
    let cents = |page| figure_at(lines, page, figure).map_or(0, Money::in_cents);
    let changes = (1..=page).map(|entry| (entry, Money::cents(cents(entry) - cents(entry - 1))));
    let mut terms: Vec<_> = changes.filter(|(_, change)| *change != Money::ZERO).collect();
    let late = terms.split_off(terms.len().saturating_sub(TERMS));
    let early = terms.iter().map(|(_, change)| *change).sum();
    let gathered = (!terms.is_empty()).then_some((terms.len(), early));
    Some(Arithmetic { result, gathered, terms: late })
}

/// `445.00 = 0 + 500.00 − 120.00 …`, for the chosen figure at the moment that is shown.
#[component]
pub fn Sum() -> impl IntoView {
    let reader = reader();
    let sum = move || {
        let (page, figure) = (reader.page(), reader.figure.get());
        reader.lines.with(|lines| arithmetic(lines, page, figure))
    };
    let name =
        move || reader.figures.get(reader.figure.get()).copied().unwrap_or_default().to_owned();
    let term = |(entry, change)| {
        view! {
            " "
            <EntryLink entry words=term_words(change) />
        }
        .into_any()
    };
    let written_out = move || match sum() {
        None => view! { <span>"not there yet"</span> }.into_any(),
        Some(Arithmetic { result, gathered, terms }) => {
            let gathered = gathered
                .map(|(count, total)| format!(" {} ({count} earlier entries)", term_words(total)))
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

/// `+ 500.00`, `− 120.00`.
pub fn term_words(change: Money) -> String {
    if change < Money::ZERO { format!("− {}", -change) } else { format!("+ {change}") }
}
