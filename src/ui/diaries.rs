//! What is kept on this device: every diary, how to begin another, and how to take one along.

pub mod dialog;
pub mod drawer;
pub mod import;
pub mod listed;
pub mod room;

use leptos::prelude::*;

use self::{
    drawer::{DrawerView, drawer},
    import::ImportView,
    room::Room,
};
use super::{cabinet::Cabinet, notebook::Notebook};
use crate::domain::{bank::Bank, order::Order};

/// The diaries of both kinds.
#[component]
pub fn DiariesPlace(
    /// Where all diaries lie.
    cabinet: Cabinet,
    /// The bank's diary that is open.
    bank: Notebook<Bank>,
    /// The order's diary that is open.
    order: Notebook<Order>,
) -> impl IntoView {
    let changed = RwSignal::new(0);
    view! {
        <div class="diaries">
            <div class="opening">
                <p class="question">"What is kept on this device"</p>
                <p class="hint">
                    "Diaries are kept in this browser. They are sent nowhere."
                </p>
            </div>
            <DrawerView drawer=drawer(cabinet, bank, "#/bank", changed) />
            <DrawerView drawer=drawer(cabinet, order, "#/order", changed) />
            <Room cabinet changed=changed.into() />
            <ImportView cabinet bank order />
        </div>
    }
}
