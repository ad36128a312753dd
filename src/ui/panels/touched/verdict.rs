//! What the chain tells of the copy, and what a fingerprint that was kept elsewhere tells.

use leptos::prelude::*;

use super::copy::Copied;
use crate::{
    diary::{FormatError, Inspection},
    domain::questions::Verdict,
    ui::{
        answers::{VerdictView, VerdictViewProps},
        field::{Field, TextField},
        live::{live, on, views},
    },
};

/// How much of a line is shown in the list.
const SHORT: usize = 48;

/// Every line with whether its link follows, and the first that doesn't.
pub(super) fn follows(copied: Copied, found: Memo<Inspection>) -> AnyView {
    let lines = move || {
        let text = copied.text();
        let line = |((number, line), fault): ((usize, &str), &Option<FormatError>)| {
            line_view(number, line, fault.is_some())
        };
        found.with(|found| {
            let lines = (1..).zip(text.lines()).zip(found.faults());
            lines.map(line).collect::<Vec<_>>()
        })
    };
    let is_broken = move || found.with(|found| found.first_fault().is_some());
    view! {
        <div class="chain">
            <h4 class="told" class:broken=live(is_broken)>{live(move || found.with(chain_words))}</h4>
            <ol aria-label="Lines of the copy" tabindex="0">{views(lines)}</ol>
        </div>
    }
    .into_any()
}

fn line_view(number: usize, line: &str, is_faulty: bool) -> AnyView {
    let (mark, words) = if is_faulty { ("✗", "does not follow") } else { ("✓", "follows") };
    let short: String = line.chars().take(SHORT).collect();
    let (_, link) = line.rsplit_once('|').unwrap_or_default();
    let link = link.chars().take(8).collect::<String>();
    view! {
        <li class:broken=is_faulty>
            <span class="mark" aria-hidden="true">{mark}</span>
            " "
            <span>{format!("{number} {words}")}</span>
            " "
            <code aria-hidden="true" translate="no">{short}"…"</code>
            " "
            <code translate="no">{link}</code>
        </li>
    }
    .into_any()
}

/// “Line 3 is the first that does not follow: the line was changed after it was written.”
fn chain_words(found: &Inspection) -> String {
    let lines = found.faults().len();
    match found.first_fault() {
        None if lines == 0 => "There is no line in the copy.".into(),
        None => format!("✓ All {lines} lines follow, each from those before it."),
        Some((line, why)) => {
            let broken = found.faults().iter().filter(|fault| fault.is_some()).count();
            let after = match broken {
                1 => String::new(),
                _ => {
                    format!(" {broken} lines don’t follow: each link is made from the one before.")
                }
            };
            format!("✗ Line {line} is the first that doesn’t follow: {why}.{after}")
        }
    }
}

/// The copy against a fingerprint kept elsewhere, and beside it what the snapshot-only world tells.
pub(super) fn compared(copied: Copied, found: Memo<Inspection>) -> AnyView {
    let noted = RwSignal::new(String::new());
    let field = Field::suggesting("kept-fingerprint", noted.into());
    let note = move |_| {
        let fingerprint = untrack(|| Inspection::of(&copied.original.get()).fingerprint());
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
        <div class="answers" role="group" aria-label="Was the copy touched?">
            <h4>"Was the copy touched?"</h4>
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

/// How many signs a fingerprint has.
const SIGNS: usize = 8;

/// Whether the copy was touched, and how one can tell.
fn verdict(found: &Inspection, kept: &str) -> (&'static str, String) {
    let (lines, last) = (found.faults().len(), found.fingerprint());
    if kept.is_empty() {
        return match found.first_fault() {
            Some((line, _)) => ("yes", format!("Line {line} doesn’t follow from those before it.")),
            None => (
                "the chain is unbroken",
                "That alone proves nothing: somebody may have made all links anew. Note today’s fingerprint, as if on paper, and \
                 compare later."
                    .into(),
            ),
        };
    }
    if kept.len() != SIGNS || !kept.bytes().all(|sign| sign.is_ascii_hexdigit()) {
        let why = "A fingerprint has 8 signs: 0 to 9 and a to f. Press “Note today’s fingerprint”.";
        return ("can’t compare", why.into());
    }
    match found.kept_after(&kept.to_ascii_lowercase()) {
        Some(all) if all == lines => match found.first_fault() {
            None => ("no", format!("Its last link is {last}, and that was kept.")),
            Some((line, _)) => (
                "yes",
                format!("What the lines say is as it was, but not the link of line {line}."),
            ),
        },
        Some(first) => {
            let later = lines - first;
            (
                "not up to there",
                format!("The first {first} lines are what was kept. {later} more came later."),
            )
        }
        None => (
            "yes",
            format!(
                "Its last link is {last}, and {kept} was kept. A line was changed or left out."
            ),
        ),
    }
}
