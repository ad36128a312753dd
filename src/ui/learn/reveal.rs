//! The answer: guess and truth beside each other, why, and the lines that decide it.

use leptos::prelude::*;

use super::{curve_chart, session::Open, table::Table};
use crate::ui::{
    components::entry_links::{Says, entry_links},
    live::on,
};
use course::{Field, Guess, Kind, Tool};

/// The id of its heading.
pub(super) const ANSWER: &str = "answer-heading";

/// The answer to all fields of the question.
pub(super) fn view(open: Open, table: Table) -> AnyView {
    let chapter = open.chapter;
    if let Some(reader) = untrack(|| table.reader()) {
        provide_context(reader);
    }
    let guess = |field: &Field| untrack(|| open.guess(field.name));
    let fields = chapter.question.fields.iter();
    let compared =
        fields.map(|field| compare(open, table, field, guess(field).as_ref())).collect::<Vec<_>>();
    let verdict = untrack(|| verdict(open));
    view! {
        <section class="reveal" aria-labelledby=ANSWER>
            <h3 id=ANSWER tabindex="-1">{verdict}</h3>
            <p class="aside">{chapter.question.ask}</p>
            {compared}
            <div class="pair worlds">
                <div class="from-snapshot">
                    <span class="world">"Snapshot"</span>
                    <p>{chapter.reveal.snapshot}</p>
                </div>
                <div class="from-diary">
                    <span class="world">"Diary"</span>
                    <p>{chapter.reveal.diary}</p>
                </div>
            </div>
        </section>
    }
    .into_any()
}

/// How the guess went, in a sentence.
pub(super) fn verdict(open: Open) -> &'static str {
    let judged = |field: &Field| Some(field.kind.judge(&open.guess(field.name)?).right);
    let right: Vec<_> = open.chapter.question.fields.iter().filter_map(judged).collect();
    match right.iter().all(|right| *right) {
        _ if right.is_empty() => "The answer, without a guess.",
        true => "Your guess was right.",
        false => "A surprise! You guessed something else.",
    }
}

fn compare(open: Open, table: Table, field: &'static Field, guess: Option<&Guess>) -> AnyView {
    let truth = field.kind.truth();
    let judged = guess.map(|guess| field.kind.judge(guess));
    let guessed = guess.map(|guess| {
        let right = judged.as_ref().is_some_and(|judged| judged.right);
        let mark = if right { "✓ right" } else { "not quite" };
        view! {
            <div class="from-guess">
                <span class="world">"Your guess · " {mark}</span>
                {value(&field.kind, guess)}
            </div>
        }
        .into_any()
    });
    let whys = judged.map(|judged| judged.why).unwrap_or_default();
    let whys = whys.into_iter().map(|why| view! { <p class="stands-for">{why}</p> }.into_any());
    view! {
        <div class="compared" role="group" aria-label=field.label>
            <h4>{field.label}</h4>
            <div class="pair">
                {guessed}
                <div class="from-truth">
                    <span class="world">"The answer"</span>
                    {value(&field.kind, &truth)}
                </div>
            </div>
            {whys.collect::<Vec<_>>()}
            {guess.and_then(|guess| why_right(&field.kind, guess)).map(|why| view! { <p>{why}</p> }.into_any())}
            <p>{field.because}</p>
            {proof(open, table, field)}
        </div>
    }
    .into_any()
}

/// Why the one choice that was taken is right, where it is.
fn why_right(kind: &'static Kind, guess: &Guess) -> Option<&'static str> {
    match (kind, guess) {
        (Kind::Choice { several: false, choices }, Guess::Choices(names)) => {
            let chosen = choices.iter().find(|choice| names.iter().any(|name| name == choice.name));
            chosen.filter(|choice| choice.right).map(|choice| choice.why)
        }
        _ => None,
    }
}

fn value(kind: &'static Kind, guess: &Guess) -> AnyView {
    match guess {
        Guess::Curve(figures) => curve_chart::picture(figures, &kind.words(guess)),
        // Each of several choices is a line of its own.
        Guess::Choices(names) if names.len() > 1 => {
            let one = |name: &String| {
                let words = kind.words(&Guess::Choices(vec![name.clone()]));
                view! { <li>{words}</li> }.into_any()
            };
            view! { <ul class="value">{names.iter().map(one).collect::<Vec<_>>()}</ul> }.into_any()
        }
        guess => view! { <p class="value">{kind.words(guess)}</p> }.into_any(),
    }
}

/// The lines that decide. Where there is a time machine, each leads to its moment.
fn proof(open: Open, table: Table, field: &'static Field) -> Option<AnyView> {
    let reader = untrack(|| table.reader())?;
    let last = untrack(|| reader.last());
    let entries: Vec<_> = field.entries.iter().copied().filter(|entry| *entry <= last).collect();
    let has_machine = open.chapter.stage.after.contains(&Tool::Machine);
    let go = (has_machine && field.version <= last).then(|| {
        let version = field.version;
        view! {
            " "
            <button class="plain" on:click=on(move |_| reader.come_to(version))>"Go to this moment"</button>
        }
        .into_any()
    });
    (!entries.is_empty()).then(|| {
        let lines = if entries.len() == 1 { "Entry" } else { "Entries" };
        let words = entries.iter().map(usize::to_string);
        let entries = if has_machine {
            let says = words.map(Says::Words);
            entry_links(entries.iter().copied().zip(says), None)
        } else {
            [" ", &words.collect::<Vec<_>>().join(", ")].concat().into_any()
        };
        view! { <p class="proof">{lines} {entries} {go}</p> }.into_any()
    })
}
