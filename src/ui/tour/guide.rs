//! What leads a tour: the requests and the words of one example.

use leptos::prelude::*;

use crate::{
    browser::dom,
    ui::{ask::Asking, commands::begin_another, session_signals::SessionSignals},
};
use examples::{
    Example,
    form::{Values, next_request},
    tour::Step,
};

/// All that a tour knows of an example and its diary.
#[derive(Clone, Copy)]
pub struct Guide {
    /// What to do at a step, as things stand, in one sentence.
    pub(super) what: Callback<Step, &'static str>,
    /// What the button says that does it.
    pub(super) button: Callback<Step, String>,
    /// Does it.
    pub(super) act: Callback<Step>,
    /// Whether a question is open.
    pub(super) asked: Signal<bool>,
    /// What to do when the tour is over.
    pub(super) end: &'static str,
}

impl Guide {
    /// The guide of an example.
    pub(in crate::ui) fn of<D: Example>(signals: SessionSignals<D>, asking: Asking) -> Self {
        let what = move |step| match step {
            Step::Ask => D::TOUR.ask,
            Step::Travel => "Now move the slider into the past.",
            Step::Refuse | Step::Write if signals.reader.in_past() => "First go back to now.",
            Step::Refuse => signals.row(|row| (D::TOUR.refuse)(row.today()).0),
            Step::Write => "Now write an entry of your own.",
        };
        let button = move |step| match step {
            Step::Ask => "Ask both worlds".to_owned(),
            Step::Travel => "Go into the past".to_owned(),
            Step::Refuse | Step::Write if signals.reader.in_past() => "Back to now".to_owned(),
            Step::Refuse | Step::Write => match request(signals, step) {
                Some(command) => D::describe_command(&command),
                None => D::ANOTHER.map_or("", |another| another.label).to_owned(),
            },
        };
        let first = D::CARDS.first().map_or("", |card| card.id);
        let act = move |step| untrack(|| act(signals, asking, first, step));
        Self {
            what: Callback::new(what),
            button: Callback::new(button),
            act: Callback::new(act),
            asked: Signal::derive(move || asking.is_asked()),
            end: D::TOUR.end,
        }
    }
}

/// What a step asks for as things stand; none where this one has come to its end.
fn request<D: Example>(signals: SessionSignals<D>, step: Step) -> Option<D::Command> {
    let values = Values::new(signals.name(), signals.chosen());
    signals.row(|row| match step {
        Step::Refuse => Some((D::TOUR.refuse)(row.today()).1),
        _ => next_request(D::COMMANDS, row.today(), values),
    })
}

/// Does a step as its reader could: by the same ways, and with the focus where it is.
fn act<D: Example>(signals: SessionSignals<D>, asking: Asking, first: &'static str, step: Step) {
    let reader = signals.reader;
    match step {
        Step::Ask => asking.show(first),
        Step::Travel => {
            // On a phone the answer was looked at, which is below both worlds.
            dom::scroll_to_top();
            reader.visit(reader.last() / 2);
        }
        Step::Refuse | Step::Write if reader.in_past() => reader.visit(usize::MAX),
        Step::Refuse | Step::Write => match request(signals, step) {
            Some(command) => {
                reader.presses();
                signals.send(command);
            }
            None => begin_another(signals, || ()),
        },
    }
}
