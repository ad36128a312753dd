//! The handout: on paper only, and without any answer.

use leptos::prelude::*;

use crate::{
    course::{Chapter, Field, Kind, PARTS, course},
    diary::Entry,
    domain::{
        Told,
        bank::{Bank, Event},
        calendar::{short_day, time_words},
    },
};

/// The diary with an empty column, and the questions of parts A and B with room for a guess.
pub(super) fn view() -> AnyView {
    let line = |entry: &Entry<Event>| {
        let when = [short_day(entry.at.date_naive()), time_words(entry.at.time())].join(", ");
        view! {
            <tr>
                <td class="amount">{entry.number}</td>
                <td>{when}</td>
                <td>{Bank::line(&entry.event)}</td>
                <td></td>
            </tr>
        }
        .into_any()
    };
    let lines = course().bank.entries().iter().map(line).collect::<Vec<_>>();
    let chapters = PARTS.iter().take(2).flat_map(|part| part.chapters.iter().copied());
    view! {
        <div class="handout">
            <h2>"What would you guess?"</h2>
            <p>"Write down your guess before you look. A wrong guess that surprises you is worth more than a right one."</p>
            <table>
                <caption>"Ana’s diary. What was in Everyday after each line?"</caption>
                <thead>
                    <tr>
                        <th scope="col">"No."</th>
                        <th scope="col">"When"</th>
                        <th scope="col">"What happened"</th>
                        <th scope="col">"Everyday"</th>
                    </tr>
                </thead>
                <tbody>{lines}</tbody>
            </table>
            <ol class="guesses">{chapters.map(question).collect::<Vec<_>>()}</ol>
        </div>
    }
    .into_any()
}

fn question(chapter: &'static Chapter) -> AnyView {
    let fields = chapter.question.fields.iter().map(field).collect::<Vec<_>>();
    view! {
        <li>
            <h3>{format!("{} {}", chapter.name(), chapter.title)}</h3>
            <p>{chapter.question.ask}</p>
            {fields}
        </li>
    }
    .into_any()
}

/// Room for a guess; where there are choices or cards, they are listed, to be marked or numbered.
fn field(field: &'static Field) -> AnyView {
    let item = |mark, words| view! { <li>{[mark, words].concat()}</li> }.into_any();
    let listed: Vec<_> = match &field.kind {
        Kind::Choice { choices, .. } => {
            choices.iter().map(|choice| item("☐ ", choice.words)).collect()
        }
        Kind::Order { cards, .. } => cards.iter().map(|card| item("___ ", card.words)).collect(),
        Kind::Number { .. } | Kind::Curve { .. } => Vec::new(),
    };
    let room = if listed.is_empty() { "room" } else { "" };
    view! {
        <p class=room>{field.label}</p>
        <ul role="list">{listed}</ul>
    }
    .into_any()
}
