//! A panel under its name.

use leptos::prelude::*;

use crate::{
    browser::dom,
    routes::Panel,
    ui::{components::term::term, study::PANEL},
};

/// The word of the glossary that a panel is about, as its first sentences say it.
fn word(panel: Panel) -> (&'static str, &'static str) {
    match panel {
        Panel::WhatIf => ("copy", "copy"),
        Panel::Readings => ("report", "report"),
        Panel::Moments => ("moments", "moment"),
        Panel::Clocks => ("late", "late-entry"),
        Panel::Touched => ("seal", "seal"),
    }
}

/// A panel with its name and what it is for, where its word opens the glossary. It comes into sight when it is opened, since it stands
/// below everything else.
pub(super) fn framed(panel: Panel, lead_in: &'static str, view: AnyView) -> AnyView {
    request_animation_frame(|| dom::arrive(PANEL));
    let (word, slug) = word(panel);
    let lead_in = match lead_in.split_once(word) {
        Some((before, after)) => view! { {before} {term(slug, word)} {after} }.into_any(),
        None => lead_in.into_any(),
    };
    view! {
        <section class="panel closer" id=PANEL tabindex="-1" aria-labelledby="panel-heading">
            <h3 id="panel-heading">{panel.name()}</h3>
            <p class="lead-in">{lead_in}</p>
            {view}
        </section>
    }
    .into_any()
}
