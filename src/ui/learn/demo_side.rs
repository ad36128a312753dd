//! One side of a demo: what can be read off there, and what is written.

use chrono::{DateTime, Utc};
use leptos::prelude::*;

use course::demo::{Fact, Look, Note, Side};
use english::counted;
use examples::calendar::{short_day, time_words};

/// A side as it is now. What was not there before the last press is marked.
pub(super) fn side(before: Side, now: Side) -> AnyView {
    // Before the first press there is nothing that could be new.
    let is_touched = !now.said.is_empty();
    let fact = |fact: Fact| {
        let is_new = is_touched && !before.facts.contains(&fact);
        view! {
            <div class:new=is_new>
                <dt>{fact.label}</dt>
                <dd>
                    <bdi>{fact.value}</bdi>
                </dd>
            </div>
        }
        .into_any()
    };
    let facts = now.facts.into_iter().map(fact).collect::<Vec<_>>();
    let facts = (!facts.is_empty()).then(|| view! { <dl>{facts}</dl> }.into_any());
    let hidden = now.notes.first().and_then(|note| note.entry?.checked_sub(1)).unwrap_or_default();
    let hidden =
        (hidden > 0).then(|| view! { <li class="aside">{earlier(hidden)}</li> }.into_any());
    // Where nothing is as it was, it would mark nothing out to mark it all.
    let has_old = now.notes.iter().any(|note| before.notes.contains(note));
    let note = |note: Note| {
        let is_new = is_touched && has_old && !before.notes.contains(&note);
        view! { <NoteView note is_new /> }.into_any()
    };
    let notes = now.notes.into_iter().map(note).collect::<Vec<_>>();
    let notes = (!notes.is_empty())
        .then(|| view! { <ul class="notes" role="list">{hidden} {notes}</ul> }.into_any());
    view! {
        <div class="side" role="group" aria-label=now.name>
            <h4>{now.name}</h4>
            {facts}
            {notes}
        </div>
    }
    .into_any()
}

#[component]
fn NoteView(note: Note, is_new: bool) -> impl IntoView {
    let Note { entry, at, words, look, wrong } = note;
    let number = entry.map(|number| view! { <span class="number">{number}</span> }.into_any());
    let when = at.map(|at| view! { <span class="when">{moment(at)}</span> }.into_any());
    let wrong = (!wrong.is_empty()).then_some(wrong);
    let what = match look {
        Look::Line => view! { <bdi dir="ltr">{words}</bdi> {wrong.map(fault)} }.into_any(),
        Look::Stored => {
            view! { <code class="stored" translate="no">{words}</code> {wrong.map(fault)} }
                .into_any()
        }
        Look::Sent => view! {
            <span class="mark" aria-hidden="true">"✉ "</span>
            "Email. "
            <bdi dir="ltr">{words}</bdi>
        }
        .into_any(),
        Look::Refused => view! {
            <span class="mark" aria-hidden="true">"✕ "</span>
            <bdi class="wish" dir="ltr">{words}</bdi>
            ": "
            <bdi dir="ltr">{wrong}</bdi>
            " "
            <em>"No entry was written."</em>
        }
        .into_any(),
    };
    view! {
        <li class:new=is_new class:refused=look == Look::Refused>
            {number} <span class="what">{what}</span> {when}
        </li>
    }
}

/// What is wrong with something that stands there all the same.
fn fault(wrong: String) -> AnyView {
    view! {
        <span class="fault">
            <span aria-hidden="true">"✕ "</span>
            <bdi dir="ltr">{wrong}</bdi>
        </span>
    }
    .into_any()
}

/// How many lines are not shown, which stand above the first one that is.
fn earlier(hidden: usize) -> String {
    counted::counted(hidden, "earlier entry", "earlier entries")
}

/// `1 Mar 2026, 10:30`, in UTC as everywhere in the course.
fn moment(at: DateTime<Utc>) -> String {
    [short_day(at.date_naive()), time_words(at.time())].join(", ")
}
