//! The page around the places: heading, places, notices, and the voice.

use leptos::prelude::*;

use super::{
    cabinet::Cabinet,
    example,
    lazy::Fetched,
    live::{live, on},
    notebook::Notebook,
    notices::Notices,
    parts,
    today::hang_up_calendar,
    workbench::OPENING,
};
use crate::{
    browser::{dom, focus, place, theme},
    routes::{Lesson, Place, Route},
};
use examples::bank::Bank;
use storage::Outcome;

/// What was found when the page was opened: the stores, and the bank's diary. The others are opened
/// when they are first looked at.
pub struct Found {
    /// All of it lives as long as this does.
    owner: Owner,
    bank: Notebook<Bank>,
}

impl Found {
    /// Looks for it, until there is something to show.
    pub async fn find() -> Self {
        let owner = Owner::new();
        let cabinet = owner.with(Cabinet::find);
        let bank = Notebook::open(cabinet, owner.clone()).await;
        Self { owner, bank }
    }
}

/// Opens what is kept and puts the app in the place of the static skeleton in `index.html`.
///
/// # Panics
/// When the page has no element with the id `app`: then it is not our page.
pub async fn start() {
    let root = document().get_element_by_id("app").expect("index.html has an element #app");
    let found = Found::find().await;
    root.set_text_content(None);
    let root = wasm_bindgen::JsCast::unchecked_into(root);
    leptos::mount::mount_to(root, move || view! { <App found /> }).forget();
}

/// The whole page.
#[component]
pub fn App(
    /// What is kept.
    found: Found,
) -> impl IntoView {
    hang_up_calendar();
    // What is opened later lives as long as the page, not as long as the place that asked for it.
    // The page itself must not live longer for that, so it is only held while something is opened.
    let page = Owner::current().unwrap_or_default().downgrade();
    let Found { owner, bank } = found;
    on_cleanup(move || owner.cleanup());
    let cabinet = bank.cabinet();
    let lasting = page.clone();
    let order = Fetched::styled(move || {
        let page = lasting.upgrade().unwrap_or_default();
        async move {
            let notebook = parts::open_order(cabinet, page).await?.await;
            Ok((notebook, parts::order().await?))
        }
    });
    let diaries = Fetched::styled(parts::diaries);
    let learn = Fetched::styled(move || {
        let page = page.upgrade().unwrap_or_default();
        async move {
            let learner = parts::open_learner(cabinet, page).await?.await;
            Ok((learner, parts::learn().await?))
        }
    });
    // What the course has to say: its lessons come and go, and each has diaries of its own.
    let lesson_speech = RwSignal::new(String::new());
    provide_context(Fetched::by(parts::bank_answers));
    provide_context(Fetched::by(parts::order_answers));
    provide_context(Fetched::styled(parts::bank_study));
    provide_context(Fetched::styled(parts::order_study));
    provide_context(Fetched::styled(parts::bank_own));
    provide_context(Fetched::styled(parts::order_own));
    let hash = RwSignal::new(place::current());
    let here = Memo::new(move |_| Route::parse(&hash.read()).place());
    provide_context(Signal::derive(move || Route::parse(&hash.read()).look()));
    place::on_change(move |to| {
        // What was said before belongs to the place that is left.
        bank.reader.hush();
        if let Some((order, _)) = untrack(|| order.get()) {
            order.reader.hush();
        }
        lesson_speech.set(String::new());
        hash.set(to);
    });
    place::before_leaving(move || cabinet.would_lose());

    let speech = move || match (here.get(), order.get()) {
        (Place::Learn, _) => lesson_speech.get(),
        (Place::Order, Some((order, _))) => order.reader.speech.get(),
        _ => bank.reader.speech.get(),
    };
    Effect::new(move |_| dom::title(here.get().name()));
    let view = move || match here.get() {
        Place::Bank => example::place(bank),
        Place::Order => order.show(|(notebook, view)| view(notebook)),
        Place::Learn => {
            let lesson = Memo::new(move |_| match Route::parse(&hash.read()) {
                Route::Learn(lesson) => lesson,
                _ => Lesson::Map,
            });
            learn.show(move |(learner, view)| view(learner, lesson, lesson_speech))
        }
        Place::Diaries => order.show(move |(order, _)| {
            learn.show(move |(learner, _)| {
                diaries.show(move |view| view(cabinet, bank, order, learner))
            })
        }),
    };
    let main = move || {
        // A link in a place that leads to another goes with it.
        focus::hand_on(Some(OPENING));
        view()
    };
    view! {
        <header class="top">
            <h1 class="brand">"Event Diary"</h1>
            <nav aria-label="Places">
                {Place::ALL
                    .map(|place| {
                        let current = live(move || (here.get() == place).then_some("page"));
                        view! {
                            <a href=place.address() aria-current=current>
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
        <main>{live(main)}</main>
        <p class="unseen" role="status" aria-live="polite">
            {live(speech)}
        </p>
    }
}

#[component]
fn ThemeButton(cabinet: Cabinet) -> impl IntoView {
    let is_dark = RwSignal::new(theme::is_dark());
    let turn = move |_| {
        // The system may have changed meanwhile.
        is_dark.set(!theme::is_dark());
        let theme = if is_dark.get_untracked() { "dark" } else { "light" };
        match theme::choose(theme) {
            Outcome::Done(()) => {}
            Outcome::Failed(error) => {
                cabinet.warn(format!("The choice of light or dark is not remembered: {error}."));
            }
        }
    };
    view! {
        <button
            class="plain theme"
            aria-label="Dark"
            aria-pressed=live(move || is_dark.get().to_string())
            on:click=on(turn)
        >
            "◐"
        </button>
    }
}
