//! The bank's place: its commands, its photo, its figures, its questions.

pub mod commands;
pub mod worlds;

use leptos::prelude::*;

pub use self::{
    commands::Commands,
    worlds::{Figures, Row},
};
use super::{
    answers::{Answers, Gathered},
    ask::Asking,
    cards::cards,
    kind::Kind,
    lazy::Fetched,
    notebook::Notebook,
    own::{AskYourOwn, Own, OwnQuestions},
    study::Studies,
    workbench::{Parts, Workbench},
};
use examples::bank::{Account, Bank};

/// The bank in two worlds.
#[component]
pub fn BankPlace(
    /// The bank's diary.
    notebook: Notebook<Bank>,
) -> impl IntoView {
    let first = Asking::new("balance-on");
    let opening = move || {
        let account = notebook.chosen().unwrap_or_default();
        match (notebook.row(|row| row.today().balance(&account)), account) {
            (Some(balance), Account::Everyday) => {
                format!("Your balance is {balance}. What was it on the 1st?")
            }
            (Some(balance), account) => {
                format!("{account} holds {balance}. What did it hold on the 1st?")
            }
            (None, Account::Everyday) => {
                "A blank page. Open an account and write the first line.".into()
            }
            (None, account) => format!("{account} is not open yet. When will it be?"),
        }
    };
    let first_try = move || {
        let is_open = notebook.row(|row| row.today().owner().is_some());
        let button = if is_open { "Deposit" } else { "Open account" };
        format!("Try this: press {button} and watch both sides.")
    };
    provide_context(notebook.reader);
    let study = expect_context::<Fetched<Studies>>();
    let fetched = expect_context::<Fetched<Answers>>();
    let gathered = Gathered::nothing();
    let answers = Callback::new(move |(question, words)| {
        fetched.show(move |to| (to.bank)(notebook, gathered, question, words))
    });
    let own = Own::of(Bank::KIND, notebook.cabinet());
    let fetched = expect_context::<Fetched<OwnQuestions>>();
    let piece = move |piece| fetched.show(move |of| (of.bank)(notebook, own, piece));
    let parts = Parts {
        opening: Signal::derive(opening),
        ask_opening: Callback::new(move |()| first.ask()),
        first_try: Signal::derive(first_try),
        commands: view! { <Commands notebook /> }.into_any(),
        photo: view! { <Row notebook /> }.into_any(),
        figures: view! { <Figures notebook /> }.into_any(),
        questions: cards(notebook, answers, Some(first)),
        own: view! { <AskYourOwn own piece=Callback::new(piece) /> }.into_any(),
        page: notebook.page_state(),
        place: Bank::PLACE,
        panel: Callback::new(move |panel| study.show(move |study| (study.bank)(notebook, panel))),
    };
    view! { <Workbench parts /> }
}
