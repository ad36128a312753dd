//! An example in its place: what the page needs of it, and the place, which is written once.

use leptos::prelude::*;

use super::{
    answers::{AnswersOf, Gathered},
    ask::Asking,
    cards::cards,
    kind::Kind,
    lazy::Fetched,
    notebook::Notebook,
    own::{AskYourOwn, Own, OwnOf},
    study::StudyOf,
    workbench::{Parts, Workbench},
};
use examples::questions::Questions;

/// What the page needs of an example.
pub trait Example: Kind + Questions {
    /// The question that the page opens with, as things stand; tracked.
    fn opening(notebook: Notebook<Self>) -> String;

    /// The first thing to try, as things stand; tracked.
    fn first_try(notebook: Notebook<Self>) -> String;

    /// The fields and buttons that give commands.
    fn commands(notebook: Notebook<Self>) -> AnyView;

    /// The snapshot-only world.
    fn row(notebook: Notebook<Self>) -> AnyView;

    /// The figures of the moment that is shown, large.
    fn now(notebook: Notebook<Self>) -> AnyView;
}

/// The example in two worlds. What answers, what is looked at more closely and questions of one's own
/// are fetched when they are wanted.
pub(super) fn place<D: Example>(notebook: Notebook<D>) -> AnyView {
    provide_context(notebook.reader);
    let first = Asking::new(D::CARDS.first().map_or("", |card| card.id));
    let study = expect_context::<Fetched<StudyOf<D>>>();
    let answers = expect_context::<Fetched<AnswersOf<D>>>();
    let gathered = Gathered::nothing();
    let answering = Callback::new(move |(question, words)| {
        answers.show(move |answers| answers(notebook, gathered, question, words))
    });
    let own = Own::of(D::KIND, notebook.cabinet());
    let own_questions = expect_context::<Fetched<OwnOf<D>>>();
    let piece = move |piece| own_questions.show(move |show| show(notebook, own, piece));
    let parts = Parts {
        opening: Signal::derive(move || D::opening(notebook)),
        ask_opening: Callback::new(move |()| first.ask()),
        first_try: Signal::derive(move || D::first_try(notebook)),
        commands: D::commands(notebook),
        photo: D::row(notebook),
        figures: D::now(notebook),
        questions: cards(notebook, answering, Some(first)),
        own: view! { <AskYourOwn own piece=Callback::new(piece) /> }.into_any(),
        page: notebook.page_state(),
        place: D::PLACE,
        panel: Callback::new(move |panel| study.show(move |show| show(notebook, panel))),
    };
    view! { <Workbench parts /> }.into_any()
}
