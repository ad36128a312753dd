//! The question: its fields by their kind, the hints, and the commit. It knows how the fields are
//! filled in, and nothing of what is right.

mod cards;

mod curve;

mod hints;

mod pick;

mod problem;

use leptos::prelude::*;
use web_sys::SubmitEvent;

use self::hints::hint_list;
use super::{replay::Replay, session::Open};
use crate::ui::{
    components::field::{Field, TextField},
    live::on,
};
use course::{self, Filled, Guess, Kind, Unit, lesson::Command};

/// Ids of the fields. No question has more of them than that.
const IDS: [&str; 4] = ["guess-0", "guess-1", "guess-2", "guess-3"];

/// A field that is being filled in.
#[derive(Clone, Copy)]
enum Draft {
    Number(Field, Unit),
    Pick(pick::Pick),
    Cards(cards::Cards),
    Curve(curve::Curve),
}

impl Draft {
    fn of(id: &'static str, kind: &'static Kind) -> Self {
        match kind {
            Kind::Number { unit, .. } => Self::Number(Field::new(id, ""), *unit),
            Kind::Choice { several, choices } => Self::Pick(pick::Pick::of(id, *several, choices)),
            Kind::Order { cards, .. } => Self::Cards(cards::Cards::of(id, cards)),
            Kind::Curve { truth, .. } => Self::Curve(curve::Curve::of(id, truth.len())),
        }
    }

    /// What was filled in, or what is wrong with it. That is told at the field too, which has the
    /// focus then.
    fn guess(self, kind: &Kind) -> Result<Guess, String> {
        match self {
            Self::Number(field, unit) => {
                let read = unit.read(&untrack(|| field.text())).map(Guess::Number);
                let read = read.and_then(|guess| {
                    if kind.accepts(&guess) { Ok(guess) } else { Err("That is too much.".into()) }
                });
                field.accept(read.clone());
                read
            }
            Self::Pick(pick) => pick.guess(),
            Self::Cards(cards) => Ok(cards.guess()),
            Self::Curve(curve) => curve.guess(),
        }
    }

    fn view(self, label: &'static str, say: Callback<String>) -> AnyView {
        match self {
            Self::Number(field, unit) => {
                let inputmode = if unit == Unit::Money { "decimal" } else { "numeric" };
                view! { <TextField label field inputmode /> }.into_any()
            }
            Self::Pick(pick) => pick.view(label),
            Self::Cards(cards) => cards.view(label, say),
            Self::Curve(curve) => curve.view(label),
        }
    }
}

/// The question, for as long as it is open.
pub(super) fn ask(open: Open, replay: Replay) -> AnyView {
    let question = &open.chapter.question;
    let fields = question.fields.iter().zip(IDS);
    let drafts: Vec<_> = fields.map(|(field, id)| (field, Draft::of(id, &field.kind))).collect();
    let say = open.course.voice();
    let views =
        drafts.iter().map(|(field, draft)| draft.view(field.label, say)).collect::<Vec<_>>();
    let commit = move |event: SubmitEvent| {
        event.prevent_default();
        // Each field shows what is wrong with it; the focus goes to the first, which is said.
        let guesses: Vec<_> =
            drafts.iter().rev().map(|(field, draft)| filled(field, *draft)).collect();
        let guesses: Result<Vec<_>, _> = guesses.into_iter().rev().collect();
        match guesses {
            Ok(guesses) => {
                let chapter = open.chapter.id.to_owned();
                open.course.send(Command::Commit { chapter, guesses });
            }
            Err(problem) => open.course.say(problem),
        }
    };
    view! {
        <form class="guess" aria-labelledby="ask-question" on:submit=on(commit)>
            <h3 id="ask-question">{question.ask}</h3>
            {views}
            <div class="wishes">
                <button class="lead" type="submit">"Commit my answer"</button>
                <button type="button" on:click=on(move |_| replay.show())>"Show me without guessing"</button>
            </div>
            <div class="help">{hint_list(open)}</div>
        </form>
    }
    .into_any()
}

fn filled(field: &course::Field, draft: Draft) -> Result<Filled, String> {
    let guess = draft.guess(&field.kind)?;
    Ok(Filled { field: field.name.to_owned(), guess })
}
