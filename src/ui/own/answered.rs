//! What both worlds say to a question of the reader's own, at the moment where the reader stands.

use leptos::prelude::*;

use super::{
    asks::{Answered, Open},
    by_month::by_month,
};
use crate::{
    browser::focus,
    ui::{
        answers::AnswerView,
        components::entry_links::{and_more, listed, step_link},
        live::{live, views},
        reader::reader,
    },
};
use diary::When;
use examples::questions::{Citation, Finding, Step};

/// The answers, and again whenever the diary grows or the reader travels; nothing without a question.
pub(super) fn answered(asks: Open, question: Memo<Option<String>>) -> AnyView {
    let reader = reader();
    let told = asks.with_value(|asks| asks.answers(question));
    let as_of = move || match (reader.in_past(), reader.version()) {
        (false, _) => String::new(),
        (true, 0) => "As of this moment, before anything happened:".to_owned(),
        (true, version) => {
            format!("As of this moment, entry {version}, {}:", reader.moment_words())
        }
    };
    let shown = move || {
        focus::hand_on();
        told.get().map(|Answered { answer, is_list, months }| {
            let list = is_list.then(|| list(&answer.diary)).flatten();
            view! {
                <div class="answers">
                    <p class="as-of">{live(as_of)}</p>
                    <AnswerView answer />
                    {list}
                    {months.map(|months| by_month(&months))}
                </div>
            }
            .into_any()
        })
    };
    views(shown).into_any()
}

/// The entries that were asked for, in words.
fn list(found: &Finding) -> Option<AnyView> {
    let reader = reader();
    let versions = reader.versions();
    let line = |citation: &Citation| {
        let line = untrack(|| versions.line(citation.entry))?;
        let when = When { at: line.at, true_on: line.true_on };
        let step = step_link(&Step { how: "", some: None, entry: line.number, when });
        Some(view! { <li><bdi dir="ltr">{line.what}</bdi> {step}</li> }.into_any())
    };
    let lines: Vec<_> = found.rests_on.iter().filter_map(line).collect();
    (!lines.is_empty()).then(|| listed(lines, and_more(found.more.count)))
}
