//! *Look closer*: what else can be done with a diary that keeps everything. One panel at a time
//! stands below the workbench; its code is fetched when it is opened.

use leptos::prelude::*;

use super::{
    live::{live, views},
    notebook::Notebook,
};
use examples::{bank::Bank, order::Order};

/// What can be looked at more closely, in the order in which it is offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Panel {
    /// A copy in which one entry is struck or replaced.
    WhatIf,
    /// Several projections of one diary.
    Readings,
    /// What changed between two moments.
    Moments,
    /// When something was true, and when it was known.
    Clocks,
    /// Whether stored lines are what was written.
    Touched,
}

impl Panel {
    const ALL: [Self; 5] =
        [Self::WhatIf, Self::Readings, Self::Moments, Self::Clocks, Self::Touched];

    /// The panel in a place's hash: `#/bank/what-if`, whatever is chosen in it.
    pub fn of(hash: &str) -> Option<Self> {
        let slug = hash.split('/').nth(2)?;
        Self::ALL.into_iter().find(|panel| panel.slug() == slug)
    }

    fn slug(self) -> &'static str {
        match self {
            Self::WhatIf => "what-if",
            Self::Readings => "readings",
            Self::Moments => "moments",
            Self::Clocks => "clocks",
            Self::Touched => "touched",
        }
    }

    /// Its address in a place.
    pub fn address(self, home: Home) -> String {
        [home.0, "/", self.slug()].concat()
    }

    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::WhatIf => "What if?",
            Self::Readings => "Many readings",
            Self::Moments => "Two moments",
            Self::Clocks => "Two clocks",
            Self::Touched => "Was it touched?",
        }
    }
}

/// The id of the panel that is open.
pub const PANEL: &str = "panel";

/// The place whose panels these are, for links into them: `#/bank`.
#[derive(Clone, Copy)]
pub struct Home(pub &'static str);

impl Home {
    /// The address where entry `number` is struck in a copy; with `instead`, where something else is
    /// written in its place.
    pub fn what_if(self, instead: &str, number: usize) -> String {
        [self.0, "/what-if/", instead, &number.to_string()].concat()
    }
}

/// The panels of *Look closer*, for both kinds of diary.
#[derive(Clone, Copy)]
pub(super) struct Studies {
    /// A panel on the bank's diary.
    pub(super) bank: fn(Notebook<Bank>, Panel) -> AnyView,
    /// A panel on the order's diary.
    pub(super) order: fn(Notebook<Order>, Panel) -> AnyView,
}

/// The panels of one place: links to all, and the one that is open.
#[component]
pub fn Study(
    /// The place whose diary is looked at: `#/bank`.
    home: &'static str,
    /// The panel in the address.
    open: Signal<Option<Panel>>,
    /// The view of a panel.
    panel: Callback<Panel, AnyView>,
) -> impl IntoView {
    let link = move |of: Panel| {
        let is_open = move || open.get() == Some(of);
        let href = move || {
            if is_open() { home.to_owned() } else { of.address(Home(home)) }
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
            {views(move || open.get().map(|of| panel.run(of)))}
        </section>
    }
}
