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

use super::session_signals::SessionSignals;
use examples::Example;

/// A panel on a diary.
pub(super) fn panel<D: Example>(signals: SessionSignals<D>, panel: Panel) -> AnyView {
    match panel {
        Panel::WhatIf => what_if::panel(signals),
        Panel::Moments => moments::panel(signals),
        Panel::Readings => readings::panel(signals),
        Panel::Clocks => clocks::panel(signals),
        Panel::Touched => touched::panel(signals),
    }
}
