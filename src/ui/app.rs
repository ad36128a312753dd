//! The page around the places: heading, places, notices, and the voice.

use leptos::prelude::*;

use super::{
    bank::BankPlace,
    cabinet::Cabinet,
    diaries::DiariesPlace,
    live::{live, on, views},
    notebook::Notebook,
    order::OrderPlace,
};
use crate::{
    browser::{place, shelf, theme},
    diary::diary_of,
    domain::{bank::Bank, order::Order},
};

/// A place on the page that can be linked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Bank,
    Order,
    Diaries,
}

impl Place {
    const ALL: [Self; 3] = [Self::Bank, Self::Order, Self::Diaries];

    /// The place that a hash names; the bank for every other text.
    fn of(hash: &str) -> Self {
        Self::ALL.into_iter().find(|place| place.hash() == hash).unwrap_or(Self::Bank)
    }

    fn hash(self) -> &'static str {
        match self {
            Self::Bank => "#/bank",
            Self::Order => "#/order",
            Self::Diaries => "#/diaries",
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Bank => "Bank",
            Self::Order => "Order",
            Self::Diaries => "Diaries",
        }
    }
}

/// Puts the app in the place of the static skeleton in `index.html`.
///
/// # Panics
/// When the page has no element with the id `app`: then it is not our page.
pub fn mount() {
    let root = document().get_element_by_id("app").expect("index.html has an element #app");
    root.set_text_content(None);
    leptos::mount::mount_to(wasm_bindgen::JsCast::unchecked_into(root), App).forget();
}

/// The whole page.
#[component]
pub fn App() -> impl IntoView {
    let cabinet = Cabinet::find();
    let bank = Notebook::<Bank>::open(cabinet);
    let order = Notebook::<Order>::open(cabinet);
    let here = RwSignal::new(Place::of(&place::current()));
    place::on_change(move |hash| {
        // What was said before belongs to the place that is left.
        bank.reader.speech.set(String::new());
        order.reader.speech.set(String::new());
        here.set(Place::of(&hash));
    });
    shelf::on_change_elsewhere(move |key| {
        // Without a key, everything was cleared.
        let is_of = |name: String| {
            key.as_deref().is_none_or(|key| diary_of(key).is_some_and(|of| of == name))
        };
        if is_of(untrack(|| bank.name())) {
            bank.look_elsewhere();
        }
        if is_of(untrack(|| order.name())) {
            order.look_elsewhere();
        }
    });

    let speech = move || match here.get() {
        Place::Order => order.reader.speech.get(),
        Place::Bank | Place::Diaries => bank.reader.speech.get(),
    };
    let view = move || match here.get() {
        Place::Bank => view! { <BankPlace notebook=bank /> }.into_any(),
        Place::Order => view! { <OrderPlace notebook=order /> }.into_any(),
        Place::Diaries => view! { <DiariesPlace cabinet bank order /> }.into_any(),
    };
    view! {
        <header class="top">
            <h1 class="brand">"Event Diary"</h1>
            <nav aria-label="Places">
                {Place::ALL
                    .map(|place| {
                        let current = live(move || (here.get() == place).then_some("page"));
                        view! {
                            <a href=place.hash() aria-current=current>
                                {place.name()}
                            </a>
                        }
                        .into_any()
                    })
                    .into_iter()
                    .collect::<Vec<_>>()}
            </nav>
            <ThemeButton cabinet />
        </header>
        <Notices cabinet />
        <main>{live(view)}</main>
        <p class="unseen" role="status" aria-live="polite">
            {live(speech)}
        </p>
    }
}

#[component]
fn ThemeButton(cabinet: Cabinet) -> impl IntoView {
    let turn = move |_| {
        let theme = if theme::is_dark() { "light" } else { "dark" };
        if let Err(error) = theme::choose(theme) {
            cabinet.warn(format!("The choice of light or dark is not remembered: {error}."));
        }
    };
    view! {
        <button class="plain theme" aria-label="Light or dark" on:click=on(turn)>
            "◐"
        </button>
    }
}

/// What the reader must know about keeping. It stands until they have read it.
#[component]
fn Notices(cabinet: Cabinet) -> impl IntoView {
    let notices = cabinet.notices;
    let shown = move || {
        let line = |words| view! { <p><bdi>{words}</bdi></p> }.into_any();
        let lines = notices.get().into_iter().map(line).collect::<Vec<_>>();
        (!lines.is_empty()).then(|| {
            view! {
                <section class="notice" aria-label="Notices" data-testid="storage-notice">
                    <div>{lines}</div>
                    <button class="plain" on:click=on(move |_| notices.update(Vec::clear))>
                        "I have read this"
                    </button>
                </section>
            }
            .into_any()
        })
    };
    views(shown)
}
