//! The panels of *Look closer*. All of this is in a part that is fetched when one is opened.

mod entry_menu;

mod moments;

mod what_if;

use leptos::prelude::*;

use self::what_if::Instead;
use super::{
    kind::Kind,
    notebook::Notebook,
    study::{PANEL, Panel},
};
use crate::{
    browser::dom,
    diary::Recall,
    domain::{bank::Bank, compare::Compared, order::Order},
};

/// A diary that can be looked at closely.
trait Studied: Kind + Compared + Recall<Rejection: Send + Sync> + Instead {}

impl Studied for Bank {}

impl Studied for Order {}

/// A panel on the bank's diary.
pub(super) fn bank(notebook: Notebook<Bank>, panel: Panel) -> AnyView {
    any(notebook, panel)
}

/// A panel on the order's diary.
pub(super) fn order(notebook: Notebook<Order>, panel: Panel) -> AnyView {
    any(notebook, panel)
}

fn any<D: Studied>(notebook: Notebook<D>, panel: Panel) -> AnyView {
    let view = match panel {
        Panel::WhatIf => what_if::panel(notebook),
        Panel::Readings => ().into_any(),
        Panel::Moments => moments::panel(notebook),
        Panel::Clocks => ().into_any(),
        Panel::Touched => ().into_any(),
    };
    framed(panel, view)
}

/// A panel under its name. It comes into sight when it is opened: it stands below everything else.
fn framed(panel: Panel, view: AnyView) -> AnyView {
    request_animation_frame(|| dom::focus(PANEL));
    view! {
        <section class="panel" id=PANEL tabindex="-1" aria-labelledby="panel-heading">
            <h3 id="panel-heading">{panel.name()}</h3>
            {view}
        </section>
    }
    .into_any()
}
