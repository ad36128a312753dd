//! The entries that an answer rests on, and what was asked for one by one.

use leptos::prelude::*;

use crate::ui::{
    components::{
        entry_link::EntryLink,
        entry_links::{LISTED, Says, and_more, entry_links, listed, step_link},
    },
    reader::reader,
};
use english::counted;
use examples::{
    Amount,
    questions::{Case, Citation, More, Sign, What},
};

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
    /// Whether a long sum is folded, because another answer stands below it.
    #[prop(optional)]
    folds: bool,
) -> impl IntoView {
    let sum = sum.filter(|_| rests_on.len() + more.count > 1);
    let signed = move |amount: Amount| sign.of(amount);
    let has_sum = sum.is_some();
    let sum = sum.map(|sum| view! { <b>{signed(sum).to_string()}</b> " = 0" }.into_any());
    let cut = rests_on.get(LISTED..).unwrap_or_default();
    let count = cut.len() + more.count;
    let beyond = Some(more.change).filter(|_| more.count > 0);
    let changes = cut.iter().map(|citation| citation.change).chain(beyond);
    let rest = changes.collect::<Option<Vec<Amount>>>().and_then(Amount::together);
    let more = match rest.filter(|_| count > 0) {
        Some(rest) => Some(format!("{} (in {count} more)", signed(rest).term())),
        None => and_more(count),
    };
    let cited = |Citation { entry, change }: Citation| match change {
        // Moved money was neither added nor taken.
        Some(change) if has_sum || sign != Sign::Moved => (entry, Says::Term(signed(change))),
        _ => (entry, Says::Number),
    };
    let terms = rests_on.len() + count;
    let links = entry_links(rests_on.into_iter().take(LISTED).map(cited), more);
    let proof = view! { <p class="proof">{sum} {links}</p> }.into_any();
    if folds && has_sum && terms > FEW {
        view! {
            <details class="terms">
                <summary>{format!("It comes from {}", counted::entries(terms))}</summary>
                {proof}
            </details>
        }
        .into_any()
    } else {
        proof
    }
}

/// So many terms are a short sum.
const FEW: usize = 3;

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
        view! { <li>{what} {others.iter().map(step_link).collect::<Vec<_>>()}</li> }.into_any()
    };
    let more = and_more(more).map(|words| match rest {
        Some(rest) => format!("{words}, together {rest}"),
        None => words,
    });
    listed(cases.into_iter().map(case).collect(), more)
}
