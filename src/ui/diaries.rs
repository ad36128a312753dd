//! What is kept on this device: every diary, and how to begin another.

pub mod drawer;

use leptos::prelude::*;

use self::drawer::{DrawerView, drawer};
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
    view! {
        <div class="diaries">
            <div class="opening">
                <p class="question">"What is kept on this device"</p>
                <p class="hint">
                    "Diaries are kept in this browser. They are sent nowhere."
                </p>
            </div>
            <DrawerView drawer=drawer(cabinet, bank, "#/bank") />
            <DrawerView drawer=drawer(cabinet, order, "#/order") />
        </div>
    }
}
