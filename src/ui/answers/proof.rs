//! The entries that an answer rests on, and what was asked for one by one.

use leptos::prelude::*;

use crate::ui::{
    entry_link::{EntryLink, before_link},
    reader::reader,
};
use examples::{
    Amount,
    questions::{Case, Citation, More, Sign, Step, What},
};

/// Entries that are listed one by one. A proof of more is cut, and says so.
pub const LISTED: usize = 24;

/// The entries that an answer rests on; where it is a sum of several, as that sum.
#[component]
pub fn Proof(
    /// The entries, in their order.
    rests_on: Vec<Citation>,
    /// Further ones that aren't among them.
    #[prop(optional)]
    more: More,
    /// What they come to, where they are the terms of a sum.
    sum: Option<Amount>,
    /// What the terms did: an amount that was taken has a minus.
    #[prop(optional)]
    sign: Sign,
) -> impl IntoView {
    let sum = sum.filter(|_| rests_on.len() + more.count > 1);
    let signed = move |amount: Amount| sign.of(amount);
    let has_sum = sum.is_some();
    let sum = sum.map(|sum| view! { <b>{signed(sum).to_string()}</b> " = 0" }.into_any());
    let cut = rests_on.get(LISTED..).unwrap_or_default();
    let count = cut.len() + more.count;
    let more = (count > 0).then(|| {
        let beyond = Some(more.change).filter(|_| more.count > 0);
        let changes = cut.iter().map(|citation| citation.change).chain(beyond);
        let changes = changes.collect::<Option<Vec<Amount>>>();
        match changes.and_then(Amount::together) {
            Some(rest) => format!(" {} (in {count} more)", signed(rest).term()),
            None => format!(" and {count} more"),
        }
    });
    let cited = |(at, citation): (usize, Citation)| {
        let entry = citation.entry;
        let words = match citation.change {
            // Moved money was neither added nor taken.
            Some(change) if has_sum || sign != Sign::Moved => Some(signed(change).term()),
            _ => None,
        };
        // Terms have their signs between them.
        let between = before_link(if words.is_none() { at } else { 0 });
        let words = words.unwrap_or_else(|| format!("entry {entry}"));
        view! {
            {between}
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
pub fn Cases(
    /// The first of them.
    cases: Vec<Case>,
    /// How many others there are.
    more: usize,
    /// What these come to, where they are amounts.
    rest: Option<Amount>,
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
        // An amount leads to its entry itself.
        let (what, others) = match (what, steps.split_first()) {
            (What::Change(change), Some((first, others))) => {
                let (entry, when) = (first.entry, first.words(&zone));
                let link = view! { <EntryLink entry words=change.term() /> ", " {when} };
                (link.into_any(), others.to_vec())
            }
            (What::Change(change), None) => (change.to_string().into_any(), Vec::new()),
            (What::Named(name), _) => (view! { <bdi>{name}</bdi> }.into_any(), steps),
        };
        view! { <li>{what} {others.into_iter().map(step).collect::<Vec<_>>()}</li> }.into_any()
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
