//! A panel under its name.

use leptos::prelude::*;

use crate::{browser::dom, routes::Panel, ui::study::PANEL};

/// A panel with its name and what it is for. It comes into sight when it is opened, since it stands
/// below everything else.
pub(super) fn framed(panel: Panel, lead_in: &'static str, view: AnyView) -> AnyView {
    request_animation_frame(|| dom::arrive(PANEL));
    view! {
        <section class="panel closer" id=PANEL tabindex="-1" aria-labelledby="panel-heading">
            <h3 id="panel-heading">{panel.name()}</h3>
            <p class="lead-in">{lead_in}</p>
            {view}
        </section>
    }
    .into_any()
}
