//! The place of an example, which is written once for all of them.

use std::rc::Rc;

use leptos::prelude::*;
use send_wrapper::SendWrapper;

use super::{
    answers::Gathered,
    ask::Asking,
    cards::cards,
    commands::commands,
    lazy::Lazy,
    own::{AskYourOwn, Own},
    rest::{Rest, Tools},
    session_signals::SessionSignals,
    take_back::TakesBack,
    tour::Guide,
    workbench::{Parts, Workbench},
    worlds,
};
use crate::routes::Place;
use examples::{Example, calendar::Month};

/// The example in two worlds. What answers, what is looked at more closely and questions of one's own
/// are fetched when they are wanted.
pub(super) fn place<D: Example>(signals: SessionSignals<D>) -> AnyView {
    provide_context(signals.reader);
    let asking = Asking::nothing();
    let first = D::CARDS.first().map_or("", |card| card.id);
    let rest = expect_context::<Lazy<Rest>>();
    let with_tools = move |view: Rc<dyn Fn(Tools<D>) -> AnyView>| {
        let view = SendWrapper::new(view);
        rest.show(move |rest| match rest.tools::<D>() {
            Some(tools) => view(tools),
            None => ().into_any(),
        })
    };
    let gathered = Gathered::nothing();
    let answering = Callback::new(move |(question, words)| {
        with_tools(Rc::new(move |tools| (tools.answers)(signals, gathered, question, words)))
    });
    let own = Own::of(D::KIND, signals.diaries());
    let piece = move |piece| with_tools(Rc::new(move |tools| (tools.own)(signals, own, piece)));
    let panel = move |panel| with_tools(Rc::new(move |tools| (tools.study)(signals, panel)));
    let today = signals.reader.today();
    let opening = move || {
        let (chosen, day) = (signals.chosen(), Month::of(today.get()).day(1));
        signals.row(|row| row.today().opening(chosen.as_ref(), day))
    };
    let parts = Parts {
        opening: Signal::derive(opening),
        ask_opening: Callback::new(move |()| asking.ask(first)),
        guide: Guide::of(signals, asking),
        about: (D::ABOUT, D::FIRST),
        commands: commands(signals),
        photo: worlds::row(signals),
        figures: worlds::now(signals),
        questions: cards(signals, answering, asking),
        own: view! { <AskYourOwn own piece=Callback::new(piece) /> }.into_any(),
        diary_view: signals.diary_view_state(),
        takes_back: TakesBack::of(signals),
        place: Place::of(D::KIND),
        panel: Callback::new(panel),
    };
    view! { <Workbench parts /> }.into_any()
}
