//! The handout: on paper only, and without any answer.

use leptos::prelude::*;

use course::{Chapter, Field, Kind, PARTS, Part, course};
use diary::Entry;
use examples::{
    Describe,
    bank::{Bank, Event},
    calendar::{short_day, time_words},
};

/// The diary with an empty column, and each chapter's story and question with room for a guess.
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
    view! {
        <div class="handout">
            <h2>"What would you guess?"</h2>
            <p>"Write down your guess before you look. A wrong guess that surprises you is worth more than a right one."</p>
            <table>
                <caption>"Ana’s diary. What was in Everyday after each entry?"</caption>
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
            {PARTS.iter().copied().map(questions).collect::<Vec<_>>()}
        </div>
    }
    .into_any()
}

fn questions(part: &'static Part) -> AnyView {
    view! {
        <h3>{format!("Part {}: {}", part.letter, part.title)}</h3>
        <ol class="guesses">{part.chapters.iter().copied().map(question).collect::<Vec<_>>()}</ol>
    }
    .into_any()
}

/// A question can be answered on paper because its story stands above it.
fn question(chapter: &'static Chapter) -> AnyView {
    let fields = chapter.question.fields.iter().map(field).collect::<Vec<_>>();
    view! {
        <li>
            <h4>{format!("{} {}", chapter.name(), chapter.title)}</h4>
            <p class="story">{chapter.tell.join(" ")}</p>
            <p>
                <b>{chapter.question.ask}</b>
            </p>
            {fields}
        </li>
    }
    .into_any()
}

/// Room for a guess: choices to mark, cards to number, a grid to draw in, or a line to write on.
fn field(field: &'static Field) -> AnyView {
    let item = |mark, words| view! { <li>{[mark, words].concat()}</li> }.into_any();
    let room: Vec<_> = match &field.kind {
        Kind::Choice { choices, .. } => {
            choices.iter().map(|choice| item("☐ ", choice.words)).collect()
        }
        Kind::Order { cards, .. } => cards.iter().map(|card| item("___ ", card.words)).collect(),
        Kind::Curve { truth, .. } => return grid(field.label, truth.len()),
        Kind::Number { .. } => return view! { <p class="room">{field.label}</p> }.into_any(),
    };
    view! {
        <p>{field.label}</p>
        <ul role="list">{room}</ul>
    }
    .into_any()
}

/// Squared paper with a numbered column for each line of the diary.
fn grid(label: &'static str, columns: usize) -> AnyView {
    let head = (1..=columns).map(|number| view! { <th scope="col">{number}</th> }.into_any());
    let row = |_| {
        let cells = (0..columns).map(|_| view! { <td></td> }.into_any());
        view! { <tr>{cells.collect::<Vec<_>>()}</tr> }.into_any()
    };
    view! {
        <p>{label}</p>
        <table class="squared" aria-hidden="true">
            <thead>
                <tr>{head.collect::<Vec<_>>()}</tr>
            </thead>
            <tbody>{(0..6).map(row).collect::<Vec<_>>()}</tbody>
        </table>
    }
    .into_any()
}
