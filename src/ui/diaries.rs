//! What is kept on this device: every diary, how to begin another, and how to take one along.

pub mod action;
pub mod dialog;
pub mod drawer;
mod export;
pub mod import;
pub mod listed;
pub mod room;
mod row;

use leptos::prelude::*;

use self::{
    drawer::{DrawerView, drawer},
    import::ImportView,
    room::Room,
};
use super::{cabinet::Cabinet, notebook::Notebook, page::refusals::Refusals, workbench::OPENING};
use course::lesson::Learner;
use examples::{bank::Bank, order::Order};

/// The diaries of all kinds.
#[component]
pub fn DiariesPlace(
    /// Where all diaries lie.
    cabinet: Cabinet,
    /// The bank's diary that is open.
    bank: Notebook<Bank>,
    /// The order's diary that is open.
    order: Notebook<Order>,
    /// The learning diary that is open.
    learner: Notebook<Learner>,
) -> impl IntoView {
    let voice = bank.reader.speech;
    provide_context(bank.reader);
    view! {
        <div class="diaries">
            <div class="opening" id=OPENING tabindex="-1">
                <p class="question">"What is kept on this device"</p>
                <p class="hint">
                    "Diaries are kept in this browser. They are sent nowhere."
                </p>
            </div>
            <Refusals state=bank.page_state() />
            <Refusals state=order.page_state() />
            <DrawerView drawer=drawer(cabinet, bank, voice) />
            <DrawerView drawer=drawer(cabinet, order, voice) />
            <DrawerView drawer=drawer(cabinet, learner, voice) />
            <Room cabinet />
            <ImportView cabinet bank order learner />
        </div>
    }
}
