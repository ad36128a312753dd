//! The panels of *Look closer*. All of this is in a part that is fetched when one is opened.

mod clocks;

mod frame;

mod readings;

mod touched;

use leptos::prelude::*;

use super::{kind::Kind, notebook::Notebook, study::Panel};
use crate::domain::{bank::Bank, order::Order};

/// A panel on the bank's diary.
pub(super) fn bank(notebook: Notebook<Bank>, panel: Panel) -> AnyView {
    match panel {
        Panel::Readings => readings::bank(notebook),
        Panel::Clocks => clocks::bank(notebook),
        Panel::Touched => touched::panel(notebook),
        Panel::WhatIf | Panel::Moments => any(notebook, panel),
    }
}

/// A panel on the order's diary.
pub(super) fn order(notebook: Notebook<Order>, panel: Panel) -> AnyView {
    match panel {
        Panel::Readings => readings::order(notebook),
        Panel::Clocks => clocks::order(),
        Panel::Touched => touched::panel(notebook),
        Panel::WhatIf | Panel::Moments => any(notebook, panel),
    }
}

fn any<D: Kind>(notebook: Notebook<D>, panel: Panel) -> AnyView {
    let name = notebook.name();
    view! {
        <div class="panel">
            <h3>{panel.name()}</h3>
            <p class="aside">{name}</p>
        </div>
    }
    .into_any()
}
