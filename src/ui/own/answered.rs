//! What both worlds say to a question of the reader's own, at the moment where the reader stands.

use leptos::prelude::*;

use super::{
    asks::{Answered, Open},
    by_month::by_month,
};
use crate::{
    browser::{clock, focus},
    domain::{calendar::moment_words, questions::Citation},
    ui::{
        answers::{AnswerView, LISTED},
        live::{live, views},
        page::EntryLink,
        reader::reader,
    },
};

/// The answers, and again whenever the diary grows or the reader travels; nothing without a question.
pub(super) fn answered(asks: Open, question: Memo<Option<String>>) -> AnyView {
    let reader = reader();
    // The same answer is shown once: moving the slider over entries that change nothing is quiet.
    let told = Memo::new(move |_| {
        question.get().and_then(|question| asks.with_value(|asks| asks.answer(&question)))
    });
    let as_of = move || match (reader.in_past(), reader.page()) {
        (false, _) => String::new(),
        (true, 0) => "As of this moment, before anything happened:".to_owned(),
        (true, page) => format!("As of this moment, entry {page}, {}:", reader.moment_words()),
    };
    let shown = move || {
        focus::hand_on(None);
        told.get().map(|Answered { answer, is_list, months }| {
            let list = is_list.then(|| list(&answer.diary.rests_on)).flatten();
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
fn list(entries: &[Citation]) -> Option<AnyView> {
    let reader = reader();
    let pages = reader.pages();
    let line = |citation: &Citation| {
        let line = untrack(|| pages.line(citation.entry))?;
        let words = format!("entry {}", line.number);
        let when = moment_words(line.at, &clock::ZONE);
        Some(
            view! {
                <li>
                    <bdi>{line.what}</bdi>
                    ", "
                    {when}
                    " ("
                    <EntryLink entry=line.number words />
                    ")"
                </li>
            }
            .into_any(),
        )
    };
    let lines: Vec<_> = entries.iter().take(LISTED).filter_map(line).collect();
    let more = entries.len().checked_sub(LISTED + 1);
    let more = more.map(|more| view! { <li>{format!("and {} more", more + 1)}</li> }.into_any());
    (!lines.is_empty()).then(|| view! { <ul class="listed">{lines} {more}</ul> }.into_any())
}
