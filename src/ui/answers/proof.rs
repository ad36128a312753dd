//! The entries that an answer rests on, and what was asked for one by one.

use leptos::prelude::*;

use crate::{
    domain::{
        Money,
        questions::{Case, Citation, More, Step},
    },
    ui::{page::EntryLink, reader::reader, sum::term_words},
};

/// Entries that are listed one by one. A proof of more is cut, and says so.
pub const LISTED: usize = 24;

/// The entries that an answer rests on; where it is a sum of several, as that sum.
#[component]
pub(super) fn Proof(
    /// The entries, in their order.
    rests_on: Vec<Citation>,
    /// Further ones that aren't among them.
    #[prop(optional)]
    more: More,
    /// What they come to, where they are the terms of a sum.
    sum: Option<Money>,
    /// Whether the terms are what was added and taken, rather than amounts.
    changes: bool,
) -> impl IntoView {
    let is_sum = sum.is_some() && rests_on.len() + more.count > 1;
    let sum = sum.filter(|_| is_sum);
    let begins = if changes { " = 0" } else { " =" };
    let sum = sum.map(|sum| view! { <b>{sum.to_string()}</b> {begins} }.into_any());
    let cut = rests_on.get(LISTED..).unwrap_or_default();
    let count = cut.len() + more.count;
    let more = (count > 0).then(|| {
        let beyond = Some(more.change).filter(|_| more.count > 0);
        let changes = cut.iter().map(|citation| citation.change).chain(beyond);
        match changes.collect::<Option<Vec<Money>>>() {
            Some(changes) => {
                format!(" {} (in {count} more)", term_words(changes.into_iter().sum()))
            }
            None => format!(" and {count} more"),
        }
    });
    let cited = |(at, citation): (usize, Citation)| {
        let entry = citation.entry;
        let words = match citation.change {
            Some(change) if changes || (is_sum && at > 0) => term_words(change),
            Some(amount) if is_sum => amount.to_string(),
            _ => format!("entry {entry}"),
        };
        view! {
            " "
            <EntryLink entry words />
        }
        .into_any()
    };
    view! {
        <p class="proof">
            {sum}
            {rests_on.into_iter().take(LISTED).enumerate().map(cited).collect::<Vec<_>>()}
            {more.unwrap_or_default()}
        </p>
    }
}

/// What was asked for, one by one, each with its entries and when they were.
#[component]
pub(super) fn Cases(
    /// The first of them.
    cases: Vec<Case>,
    /// How many others there are.
    more: usize,
    /// What these come to, where they are amounts.
    rest: Option<Money>,
) -> impl IntoView {
    let zone = reader().clock.zone();
    let step = |step: Step| {
        let words = format!("entry {}", step.entry);
        view! {
            ", "
            {step.words(&zone)}
            " ("
            <EntryLink entry=step.entry words />
            ")"
        }
        .into_any()
    };
    let case = |Case { what, steps }: Case| {
        view! {
            <li>
                <bdi>{what}</bdi>
                {steps.into_iter().map(step).collect::<Vec<_>>()}
            </li>
        }
        .into_any()
    };
    let more = (more > 0).then(|| {
        let words = match rest {
            Some(rest) => format!("and {more} more, together {rest}"),
            None => format!("and {more} more"),
        };
        view! { <li>{words}</li> }.into_any()
    });
    view! { <ul class="listed">{cases.into_iter().map(case).collect::<Vec<_>>()} {more}</ul> }
}
