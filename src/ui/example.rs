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
    notebook::SessionSignals,
    own::{AskYourOwn, Own},
    rest::{Rest, Tools},
    workbench::{Parts, Workbench},
    worlds,
};
use crate::routes::Place;
use examples::Example;

/// The example in two worlds. What answers, what is looked at more closely and questions of one's own
/// are fetched when they are wanted.
pub(super) fn place<D: Example>(notebook: SessionSignals<D>) -> AnyView {
    provide_context(notebook.reader);
    let first = Asking::new(D::CARDS.first().map_or("", |card| card.id));
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
        with_tools(Rc::new(move |tools| (tools.answers)(notebook, gathered, question, words)))
    });
    let own = Own::of(D::KIND, notebook.cabinet());
    let piece = move |piece| with_tools(Rc::new(move |tools| (tools.own)(notebook, own, piece)));
    let panel = move |panel| with_tools(Rc::new(move |tools| (tools.study)(notebook, panel)));
    let opening = move || {
        let chosen = notebook.chosen();
        notebook.row(|row| row.today().opening(chosen.as_ref()))
    };
    let parts = Parts {
        opening: Signal::derive(opening),
        ask_opening: Callback::new(move |()| first.ask()),
        first_try: Signal::derive(move || notebook.row(|row| row.today().first_try())),
        commands: commands(notebook),
        photo: worlds::row(notebook),
        figures: worlds::now(notebook),
        questions: cards(notebook, answering, Some(first)),
        own: view! { <AskYourOwn own piece=Callback::new(piece) /> }.into_any(),
        page: notebook.page_state(),
        place: Place::of(D::KIND),
        panel: Callback::new(panel),
    };
    view! { <Workbench parts /> }.into_any()
}
