//! The panels of *Look closer*. All of this is in a part that is fetched when one is opened.

mod clocks;

mod entry_menu;

mod frame;

mod moments;

mod readings;

mod touched;

mod what_if;

use crate::routes::Panel;
use leptos::prelude::*;

use super::notebook::Notebook;
use examples::{bank::Bank, order::Order};

/// A panel on the bank's diary.
pub(super) fn bank(notebook: Notebook<Bank>, panel: Panel) -> AnyView {
    match panel {
        Panel::WhatIf => what_if::panel(notebook),
        Panel::Moments => moments::panel(notebook),
        Panel::Readings => readings::bank(notebook),
        Panel::Clocks => clocks::panel(notebook),
        Panel::Touched => touched::panel(notebook),
    }
}

/// A panel on the order's diary.
pub(super) fn order(notebook: Notebook<Order>, panel: Panel) -> AnyView {
    match panel {
        Panel::WhatIf => what_if::panel(notebook),
        Panel::Moments => moments::panel(notebook),
        Panel::Readings => readings::order(notebook),
        Panel::Clocks => clocks::panel(notebook),
        Panel::Touched => touched::panel(notebook),
    }
}
