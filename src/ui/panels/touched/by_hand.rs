//! A link of the diary worked out by hand: all of it, what it is made from, and commands that make it.

use leptos::prelude::*;

use crate::ui::{
    components::field::{CheckedField, CheckedFieldProps},
    live::{memo, views},
    suggested::Suggested,
};
use diary::ByHand;
use examples::touched::RECIPE;

/// The link of an entry that the reader chooses, at first the last one of these stored lines.
pub(super) fn by_hand(original: Memo<String>) -> AnyView {
    let last = memo(move |_| original.with(|text| text.lines().count()));
    let text = Suggested::following(Signal::derive(move || last.get().to_string()));
    let chosen = memo(move |_| {
        let entry = text.text().trim().parse().ok()?;
        original.with(|stored| ByHand::of(stored, entry))
    });
    let problem = move |()| match (chosen.with(Option::is_some), last.get()) {
        (true, _) => String::new(),
        (false, 0) => "There is no entry yet.".to_owned(),
        (false, last) => format!("Choose the number of an entry: 1 to {last}."),
    };
    let worked_out = move || chosen.get().map(worked_out);
    let field = CheckedField(CheckedFieldProps {
        id: "by-hand",
        label: "Entry of the diary",
        kind: "text",
        text,
        problem: Callback::new(problem),
    });
    view! {
        <details class="by-hand">
            <summary>"Check a seal by hand"</summary>
            <p class="lead-in">{RECIPE}</p>
            {field}
            {views(worked_out)}
        </details>
    }
    .into_any()
}

fn worked_out(by_hand: ByHand) -> AnyView {
    let (sha256sum, python) = (by_hand.sha256sum(), by_hand.python());
    let ByHand { before, text, link } = by_hand;
    let kept = link.to_string();
    let program = |label: &'static str, program: String| {
        view! {
            <h5>{label}</h5>
            <pre tabindex="0" role="group" aria-label=label translate="no">{program}</pre>
        }
        .into_any()
    };
    let part = |label: &'static str, text: String| {
        view! {
            <dt>{label}</dt>
            <dd>
                <code translate="no">{text}</code>
            </dd>
        }
        .into_any()
    };
    view! {
        <dl>
            {part("The whole seal of the entry before", before.whole())}
            {part("The text of the entry, up to its last bar", text)}
            {part("Its whole seal", link.whole())}
            {part("What the line keeps of the seal", kept)}
        </dl>
        <p>"Each of these programs prints the whole seal:"</p>
        {program("In a shell, with sha256sum", sha256sum)}
        {program("With Python 3", python)}
    }
    .into_any()
}
