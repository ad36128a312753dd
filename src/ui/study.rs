//! *Look closer*: what else can be done with a diary that keeps everything. One panel at a time
//! stands below the workbench; its code is fetched when it is opened.

use leptos::prelude::*;

use super::{
    live::{live, views},
    session_signals::SessionSignals,
};
use crate::routes::{Look, Panel, Place};

/// The id of the panel that is open.
pub const PANEL: &str = "panel";

/// What shows a panel on one kind of diary.
pub type StudyOf<D> = fn(SessionSignals<D>, Panel) -> AnyView;

/// The panels of one place: links to all, and the one that is open.
#[component]
pub fn Study(
    /// The place whose diary is looked at.
    place: Place,
    /// What the address says is open.
    open: Signal<Option<Look>>,
    /// The view of a panel.
    panel: Callback<Panel, AnyView>,
) -> impl IntoView {
    let link = move |of: Panel| {
        let is_open = move || open.get().is_some_and(|look| look.panel() == of);
        let href = move || {
            if is_open() { place.address() } else { place.with(Look::At(of)) }
        };
        view! {
            <a href=live(href) aria-current=live(move || is_open().then_some("true"))>
                {of.name()}
            </a>
        }
        .into_any()
    };
    view! {
        <section class="study" aria-labelledby="study-heading">
            <nav class="panels" aria-labelledby="study-heading">
                <h2 id="study-heading">"Look closer"</h2>
                {Panel::ALL.map(link).into_iter().collect::<Vec<_>>()}
            </nav>
            {views(move || open.get().map(|look| panel.run(look.panel())))}
        </section>
    }
}
