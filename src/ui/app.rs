//! The page around the places: heading, places, notices, and the voice.

use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;

use super::{
    bank::BankPlace,
    cabinet::{Cabinet, Opening, story},
    live::{live, on, views},
    notebook::Notebook,
    parts::{self, Fetched, Keepers, Rest, Unfetched},
    study::Panel,
    today::hang_up_calendar,
    workbench::OPENING,
};
use crate::{
    browser::{device, dom, focus, place, theme},
    domain::bank::{self, Bank},
    keeping::Volume,
};

/// A place on the page that can be linked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Bank,
    Order,
    Learn,
    Diaries,
}

impl Place {
    const ALL: [Self; 4] = [Self::Bank, Self::Order, Self::Learn, Self::Diaries];

    /// The place that a hash names, whatever is open in it; the bank for every other text.
    fn of(hash: &str) -> Self {
        let names = |place: &Self| {
            hash.strip_prefix(place.hash())
                .is_some_and(|open| open.is_empty() || open.starts_with('/'))
        };
        Self::ALL.into_iter().find(names).unwrap_or(Self::Bank)
    }

    fn hash(self) -> &'static str {
        match self {
            Self::Bank => "#/bank",
            Self::Order => "#/order",
            Self::Learn => "#/learn",
            Self::Diaries => "#/diaries",
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Bank => "Bank",
            Self::Order => "Order",
            Self::Learn => "Learn",
            Self::Diaries => "Diaries",
        }
    }
}

/// What was found when the page was opened: both places, and the bank's diary. The order's is opened
/// when it is first looked at. None for somebody new, who sees the story.
pub struct Found(Option<(Keepers, Opening, Volume<bank::Event>)>);

impl Found {
    /// Looks for it. `rest` is called now and then, with how many entries have been read.
    ///
    /// # Errors
    /// All that keeps could not be fetched.
    pub async fn find(rest: Rest) -> Result<Self, Unfetched> {
        if device::has_somebody_new().await {
            return Ok(Self(None));
        }
        let keepers = parts::keepers().await?;
        let (opening, bank) = (keepers.find)(rest).await;
        Ok(Self(Some((keepers, opening, bank))))
    }
}

/// Opens what is kept and puts the app in the place of the static skeleton in `index.html`.
///
/// # Panics
/// When the page has no element with the id `app`: then it is not our page.
pub async fn start() {
    let root = document().get_element_by_id("app").expect("index.html has an element #app");
    let found = Found::find(|read| {
        dom::tell("progress", &format!("Opening the diary… {read} entries"));
        // The browser paints, and whatever the reader wants comes first.
        Box::pin(TimeoutFuture::new(0))
    })
    .await;
    let found = match found {
        Ok(found) => found,
        Err(why) => return dom::give_up("unfetched", &why.to_string()),
    };
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
    let (bank, kept) = match found.0 {
        Some((keepers, opening, bank)) => ((keepers.open)(opening, bank), Fetched::already(())),
        None => for_somebody_new(page.clone()),
    };
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
    provide_context(Fetched::by(parts::answers));
    provide_context(Fetched::styled(parts::studies));
    provide_context(Fetched::styled(parts::own_questions));
    let hash = RwSignal::new(place::current());
    let here = Memo::new(move |_| Place::of(&hash.read()));
    provide_context(Signal::derive(move || Panel::of(&hash.read())));
    place::on_change(move |to| {
        // What was said before belongs to the place that is left.
        bank.reader.hush();
        if let Some((order, _)) = untrack(|| order.get()) {
            order.reader.hush();
        }
        lesson_speech.set(String::new());
        hash.set(to);
    });
    place::before_leaving(move || !cabinet.keeps() && cabinet.has_written());

    let speech = move || match (here.get(), order.get()) {
        (Place::Learn, _) => lesson_speech.get(),
        (Place::Order, Some((order, _))) => order.reader.speech.get(),
        _ => bank.reader.speech.get(),
    };
    Effect::new(move |_| dom::title(here.get().name()));
    let view = move || match here.get() {
        Place::Bank => view! { <BankPlace notebook=bank /> }.into_any(),
        Place::Order => kept.show(move |()| order.show(|(notebook, view)| view(notebook))),
        Place::Learn => kept.show(move |()| {
            learn.show(move |(learner, view)| view(learner, hash.into(), lesson_speech))
        }),
        Place::Diaries => kept.show(move |()| {
            order.show(move |(order, _)| {
                learn.show(move |(learner, _)| {
                    diaries.show(move |view| view(cabinet, bank, order, learner))
                })
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
        <main>{live(main)}</main>
        <p class="unseen" role="status" aria-live="polite">
            {live(speech)}
        </p>
    }
}

/// The story, and what keeps it as soon as there is a sign that somebody is there.
fn for_somebody_new(page: WeakOwner) -> (Notebook<Bank>, Fetched<()>) {
    let bank = Notebook::unkept(Cabinet::unopened(), story::<Bank>());
    let kept = Fetched::by(move || {
        let page = page.upgrade().unwrap_or_default();
        async move {
            (parts::keepers().await?.keep)(bank, page).await;
            Ok(())
        }
    });
    // What has failed is tried again with the next wish, or where one asks for it.
    place::on_touch(move || {
        if untrack(|| kept.problem()).is_none() || bank.has_wishes() {
            kept.fetch();
        }
    });
    Effect::new(move || {
        if kept.problem().is_some() {
            bank.give_up(
                "sorry, what keeps your entries could not be fetched. Are you online? If you are, \
                 there may be a newer version of the page: reload it.",
            );
        }
    });
    (bank, kept)
}

#[component]
fn ThemeButton(cabinet: Cabinet) -> impl IntoView {
    let is_dark = RwSignal::new(theme::is_dark());
    let turn = move |_| {
        // The system may have changed meanwhile.
        is_dark.set(!theme::is_dark());
        let theme = if is_dark.get_untracked() { "dark" } else { "light" };
        if let Err(error) = theme::choose(theme) {
            cabinet.warn(format!("The choice of light or dark is not remembered: {error}."));
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

/// What the reader must know about keeping. It stands until they have read it.
#[component]
fn Notices(cabinet: Cabinet) -> impl IntoView {
    let notices = cabinet.notices;
    let shown = move || {
        focus::hand_on(None);
        let line = |words| view! { <p><bdi>{words}</bdi></p> }.into_any();
        let lines = notices.get().into_iter().map(line).collect::<Vec<_>>();
        let is_writer = cabinet.is_writer.get();
        (!lines.is_empty() || !is_writer).then(|| {
            let other = (!is_writer).then(|| {
                view! {
                    <p>
                        "Another tab writes. Without the browser’s database only one can, so here everything can only be read. "
                        <button on:click=on(move |_| cabinet.write_here())>"Write here instead"</button>
                    </p>
                }
                .into_any()
            });
            let read = (!lines.is_empty()).then(|| {
                view! {
                    <p><a href="#/diaries">"Diaries: what is kept, export, import"</a></p>
                    <button class="plain" on:click=on(move |_| notices.update(Vec::clear))>
                        "I have read this"
                    </button>
                }
                .into_any()
            });
            view! {
                <section class="notice" aria-label="Notices" data-testid="storage-notice">
                    <div>{lines} {other}</div>
                    {read}
                </section>
            }
            .into_any()
        })
    };
    views(shown)
}
