//! The entries that something rests on: the first of them as links, and how many more there are.

use leptos::prelude::*;

use super::entry_link::EntryLink;
use crate::ui::reader::reader;
use examples::{Amount, questions::Step};

/// So many entries are listed one by one. What is more is counted, or a long diary would be all links.
pub const LISTED: usize = 24;

/// What the link to an entry says.
pub enum Says {
    /// Its number.
    Number,
    /// What it changed. A term has its sign before it, and needs no comma.
    Term(Amount),
    /// Other words.
    Words(String),
}

/// Links to these entries, one behind the other, and what is said of those that aren't among them.
pub fn entry_links(
    entries: impl IntoIterator<Item = (usize, Says)>,
    more: Option<String>,
) -> AnyView {
    let link = |(at, (entry, says)): (usize, (usize, Says))| {
        let between = if at > 0 && !matches!(says, Says::Term(_)) { ", " } else { " " };
        let words = match says {
            Says::Number => format!("entry {entry}"),
            Says::Term(change) => change.term(),
            Says::Words(words) => words,
        };
        view! {
            {between}
            <EntryLink entry words />
        }
        .into_any()
    };
    let links = entries.into_iter().enumerate().map(link).collect::<Vec<_>>();
    let more = more.map(|more| [" ", &more].concat()).unwrap_or_default();
    view! { {links} {more} }.into_any()
}

/// That there are so many more, if there are any.
pub fn and_more(count: usize) -> Option<String> {
    (count > 0).then(|| format!("and {count} more"))
}

/// When something happened, with a link to its entry, behind what it is about.
pub fn step_link(step: &Step) -> AnyView {
    let (entry, when) = (step.entry, step.words(&reader().clock.zone()));
    view! {
        ", "
        {when}
        " ("
        <EntryLink entry words=format!("entry {entry}") />
        ")"
    }
    .into_any()
}

/// What was asked for, one by one, and what is said of the others.
pub fn listed(items: Vec<AnyView>, more: Option<String>) -> AnyView {
    let more = more.map(|words| view! { <li>{words}</li> }.into_any());
    view! { <ul class="listed">{items} {more}</ul> }.into_any()
}
