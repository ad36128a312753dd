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

use super::notebook::SessionSignals;
use examples::Example;

/// A panel on a diary.
pub(super) fn panel<D: Example>(notebook: SessionSignals<D>, panel: Panel) -> AnyView {
    match panel {
        Panel::WhatIf => what_if::panel(notebook),
        Panel::Moments => moments::panel(notebook),
        Panel::Readings => readings::panel(notebook),
        Panel::Clocks => clocks::panel(notebook),
        Panel::Touched => touched::panel(notebook),
    }
}
