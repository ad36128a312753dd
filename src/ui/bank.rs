//! The bank on the page: its commands, its photo, its figures.

pub mod commands;
pub mod worlds;

use leptos::prelude::*;

pub use self::{
    commands::Commands,
    worlds::{Figures, Row},
};
use super::{example::Example, notebook::Notebook};
use examples::bank::{Account, Bank};

impl Example for Bank {
    fn opening(notebook: Notebook<Self>) -> String {
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
    }

    fn first_try(notebook: Notebook<Self>) -> String {
        let is_open = notebook.row(|row| row.today().owner().is_some());
        let button = if is_open { "Deposit" } else { "Open account" };
        format!("Try this: press {button} and watch both sides.")
    }

    fn commands(notebook: Notebook<Self>) -> AnyView {
        view! { <Commands notebook /> }.into_any()
    }

    fn row(notebook: Notebook<Self>) -> AnyView {
        view! { <Row notebook /> }.into_any()
    }

    fn now(notebook: Notebook<Self>) -> AnyView {
        view! { <Figures notebook /> }.into_any()
    }
}
