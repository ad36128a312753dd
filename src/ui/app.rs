//! The page around the places: heading, places, notices, and the voice.

use std::time::Duration;

use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*};

use super::{
    all_diaries::Diaries,
    example,
    ids::OPENING,
    lazy::Lazy,
    live::{effect, live, memo, on},
    notices::Notices,
    parts,
    reader::TimeTravel,
    rest::{Course, First, Opened, Rest},
    session_signals::SessionSignals,
    today::hang_up_calendar,
};
use crate::{
    browser::{device, dom, focus, location, theme, trade_words},
    routes::{Lesson, Place, Route},
};
use examples::EXAMPLES;
use storage::Outcome;

/// When the reader has what they came for, and the rest may be fetched while they look and the page is idle.
const SETTLED: Duration = Duration::from_secs(4);

/// What was found when the page was opened: the stores, and the diary of the first example. The others are opened
/// when they are first looked at.
pub struct Found {
    /// All of it lives as long as this does.
    owner: Owner,
    first: SessionSignals<First>,
}

impl Found {
    /// Looks for it, until there is something to show.
    pub async fn find() -> Self {
        let owner = Owner::new();
        let diaries = owner.with(Diaries::find);
        let first = SessionSignals::open(diaries, owner.clone()).await;
        Self { owner, first }
    }
}

/// Opens what is kept and puts the app in the place of the first view in `index.html`.
///
/// # Panics
/// When the page has no element with the id `app`: then it is not our page.
pub async fn start() {
    let root = document().get_element_by_id("app").expect("index.html has an element #app");
    let found = Found::find().await;
    let is_there = dom::take_over();
    root.set_text_content(None);
    trade_words::show(trade_words::are_asked_for());
    let root = wasm_bindgen::JsCast::unchecked_into(root);
    leptos::mount::mount_to(root, move || view! { <App found /> }).forget();
    is_there();
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
    let Found { owner, first } = found;
    on_cleanup(move || owner.cleanup());
    let diaries = first.diaries();
    let rest = Lazy::by(parts::rest);
    provide_context(rest);
    provide_context(Lazy::by(|| async { Ok(parts::rest().await?.looks) }));
    let settle = move || {
        if !device::saves_data() {
            dom::when_idle(move || rest.fetch());
        }
    };
    let timer = set_timeout_with_handle(settle, SETTLED);
    // A page that is gone by then has nothing to fetch for.
    on_cleanup(move || timer.iter().for_each(TimeoutHandle::clear));
    let lasting = move || page.upgrade().unwrap_or_default();
    let others = others(diaries, lasting.clone());
    let learn = Lazy::by(move || {
        let page = lasting();
        async move { Ok((parts::rest().await?.learn)(diaries, page).await) }
    });
    // What the course has to say: its lessons come and go, and each has diaries of its own.
    let lesson_speech = RwSignal::new(String::new());
    let hash = RwSignal::new(location::current());
    let here = memo(move |_| Route::parse(&hash.read()).place());
    provide_context(Signal::derive(move || Route::parse(&hash.read()).look()));
    // Whoever reads at a workbench, if its diary is open.
    let reader = move |which: usize| match which.checked_sub(1) {
        None => Some(first.reader),
        Some(other) => others.with_value(|all| Some(all.get(other)?.get()?.reader)),
    };
    location::on_change(move |to| {
        // What was said before belongs to the place that is left.
        untrack(|| (0..EXAMPLES.len()).filter_map(reader).for_each(TimeTravel::hush));
        lesson_speech.set(String::new());
        hash.set(to);
    });
    location::before_leaving(move || diaries.would_lose());

    let speech = move || match here.get() {
        Place::Learn => lesson_speech.get(),
        Place::Workbench(which) => reader(which).unwrap_or(first.reader).speech.get(),
        Place::Diaries => first.reader.speech.get(),
    };
    effect(move |_| dom::title(here.get().name()));
    let lesson = memo(move |_| match Route::parse(&hash.read()) {
        Route::Learn(lesson) => lesson,
        _ => Lesson::Map,
    });
    let view = move || match here.get() {
        Place::Workbench(which) => {
            let other = which.checked_sub(1);
            match other.and_then(|other| others.with_value(|all| all.get(other).copied())) {
                Some(other) => other.show(|opened| opened.place.run(())),
                None => example::place(first),
            }
        }
        Place::Learn => {
            learn.show(move |Course { learner, place }| place(learner, lesson, lesson_speech))
        }
        Place::Diaries => diaries_place(rest, first, others.get_value(), learn),
    };
    let main = move || {
        // A link in a place that leads to another goes with it.
        focus::hand_on_to(OPENING, "main");
        view()
    };
    view! {
        <header class="top">
            <h1 class="brand">"Event Diary"</h1>
            <nav aria-label="Places" data-words="kept">
                {Place::all()
                    .map(|place| {
                        let current = live(move || (here.get() == place).then_some("page"));
                        // The places to play in, and the others.
                        let class = (place == Place::Learn).then_some("then");
                        view! {
                            <a href=place.address() aria-current=current class=class>
                                {place.name()}
                            </a>
                        }
                        .into_any()
                    })
                    .collect::<Vec<_>>()}
            </nav>
        </header>
        <Notices diaries />
        <main>{live(main)}</main>
        <p class="unseen" role="status" aria-live="polite">
            {live(speech)}
        </p>
        // At the end of the header where there is room; on a phone at the foot of the page.
        <footer class="switches">
            {switch(diaries, ("words", "Engineers’ words"), trade_words::are_on, trade_words::choose, "words")}
            {switch(diaries, ("theme", "Dark"), theme::is_dark, theme::choose, "light or dark")}
        </footer>
    }
}

/// The examples after the first one: each is opened when it is first looked at, and lives as long as the page.
fn others(
    diaries: Diaries,
    page: impl Fn() -> Owner + Clone + Send + Sync + 'static,
) -> StoredValue<Vec<Lazy<Opened>>> {
    let open = |kind: &'static str| {
        let page = page.clone();
        Lazy::by(move || {
            let page = page();
            async move {
                let open = parts::rest().await?.open;
                let Some(opening) = open(kind, diaries, page) else {
                    unreachable!("{kind} is registered")
                };
                Ok(opening.await)
            }
        })
    };
    // The first one is there already.
    StoredValue::new(EXAMPLES.iter().skip(1).map(|example| open(example.kind)).collect())
}

/// The place that shows what is kept, once all diaries are open.
fn diaries_place(
    rest: Lazy<Rest>,
    first: SessionSignals<First>,
    others: Vec<Lazy<Opened>>,
    learn: Lazy<Course>,
) -> AnyView {
    learn.show(move |Course { learner, .. }| {
        let shown = Callback::new(move |others: Vec<Opened>| {
            rest.show(move |rest| (rest.diaries)(first, others.clone(), learner))
        });
        all_open(others.clone(), Vec::new(), shown)
    })
}

/// Opens one after another, and shows something of all of them.
fn all_open(
    mut closed: Vec<Lazy<Opened>>,
    open: Vec<Opened>,
    shown: Callback<Vec<Opened>, AnyView>,
) -> AnyView {
    match closed.pop() {
        None => shown.run(open),
        Some(last) => last.show(move |opened| {
            all_open(closed.clone(), [vec![opened], open.clone()].concat(), shown)
        }),
    }
}

/// A choice about the whole page that is remembered. `is_on` tells how it is now: something else may have changed it.
fn switch(
    diaries: Diaries,
    (class, label): (&'static str, &'static str),
    is_on: fn() -> bool,
    choose: fn(bool) -> Outcome<()>,
    what: &'static str,
) -> AnyView {
    let is_pressed = RwSignal::new(is_on());
    let turn = move |_| {
        let now = !is_on();
        is_pressed.set(now);
        match choose(now) {
            Outcome::Done(()) => {}
            Outcome::Failed(error) => {
                diaries.warn(format!("The choice of {what} is not remembered: {error}."));
            }
        }
    };
    view! {
        <button
            class=["plain ", class].concat()
            aria-pressed=live(move || is_pressed.get().to_string())
            on:click=on(turn)
        >
            {label}
        </button>
    }
    .into_any()
}
