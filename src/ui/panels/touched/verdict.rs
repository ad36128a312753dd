//! What the chain tells of the copy, and what a fingerprint that was kept elsewhere tells.

use leptos::prelude::*;

use super::copy::Copied;
use crate::ui::{
    answers::{VerdictView, VerdictViewProps},
    components::field::{Field, TextField},
    live::{live, memo, on, views},
};
use diary::{ChainHash, ChainReport};
use examples::{
    questions::Verdict,
    touched::{chain_words, end_words, link_said, verdict},
};

/// How much of a line is shown in the list.
const SHORT: usize = 48;

/// Every line with whether its link follows, the first that doesn't, and where all of it ends.
pub(super) fn follows(copied: Copied, found: Memo<ChainReport>) -> AnyView {
    let lines = move || {
        let text = copied.text();
        found.with(|found| {
            let checked = found.links().iter().zip(found.faults());
            let line =
                |((number, line), (link, fault)): ((usize, &str), (&ChainHash, &Option<_>))| {
                    line_view(number, line, fault.is_some().then_some(*link))
                };
            (1..).zip(text.lines()).zip(checked).map(line).collect::<Vec<_>>()
        })
    };
    let is_broken = move || found.with(|found| found.first_fault().is_some());
    let diary = memo(move |_| copied.original.with(|text| ChainReport::of(text).fingerprint()));
    let ends = move || {
        let text = copied.text();
        found.with(|found| end_words(diary.get(), &text, found))
    };
    view! {
        <div class="chain">
            <h4 class="told" class:broken=live(is_broken)>{live(move || found.with(chain_words))}</h4>
            <ol aria-label="Lines of the text" tabindex="0">{views(lines)}</ol>
            <p class="aside ends">{live(ends)}</p>
        </div>
    }
    .into_any()
}

/// A line with the link at its end and, where that doesn't follow, the one that would.
fn line_view(number: usize, line: &str, instead: Option<ChainHash>) -> AnyView {
    let (mark, words) = match instead {
        Some(_) => ("✗", "doesn’t fit"),
        None => ("✓", "fits"),
    };
    let short: String = line.chars().take(SHORT).collect();
    let said = link_said(line).unwrap_or_else(|| "no seal".into());
    let instead = instead.filter(|link| link.to_string() != said);
    let instead = instead.map(|link| {
        view! {
            " "
            <span>"should be"</span>
            " "
            <code translate="no">{link.to_string()}</code>
        }
        .into_any()
    });
    view! {
        <li class:broken=mark == "✗">
            <span class="mark" aria-hidden="true">{mark}</span>
            " "
            <span>{format!("{number} {words}")}</span>
            " "
            <code aria-hidden="true" translate="no">{short}"…"</code>
            " "
            <code translate="no">{said}</code>
            {instead}
        </li>
    }
    .into_any()
}

/// The copy against a fingerprint kept elsewhere, and beside it what the snapshot-only world tells.
pub(super) fn compared(copied: Copied, found: Memo<ChainReport>) -> AnyView {
    let noted = RwSignal::new(String::new());
    let field = Field::suggesting("kept-fingerprint", noted.into());
    let note = move |_| {
        let fingerprint = untrack(|| ChainReport::of(&copied.original.get()).fingerprint());
        noted.set(fingerprint.to_string());
        field.reset();
        copied.reader.say(format!("Noted: {fingerprint}."));
    };
    let diary = move || {
        let (value, why) = found.with(|found| verdict(found, field.text().trim()));
        view! {
            <p class="value">{value}</p>
            <p class="why">{why}</p>
        }
        .into_any()
    };
    view! {
        <div class="wishes kept-elsewhere">
            <TextField
                label="Fingerprint kept elsewhere"
                field=field
                class="name"
                inputmode="text"
            />
            <button on:click=on(note)>"Note today’s fingerprint"</button>
        </div>
        <div class="answers" role="group" aria-label="Was the text touched?">
            <h4>"Was the text touched?"</h4>
            <div class="pair">
                <div class="from-snapshot" data-testid="touched-snapshot">
                    <span class="world">"Snapshot"</span>
                    {VerdictView(VerdictViewProps { verdict: Verdict::was_it_touched() })}
                </div>
                <div class="from-diary" data-testid="touched-diary">
                    <span class="world">"Diary"</span>
                    {views(diary)}
                </div>
            </div>
        </div>
    }
    .into_any()
}
