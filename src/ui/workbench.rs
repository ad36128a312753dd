//! The workbench: one set of commands, two worlds, the time machine and the questions.

use leptos::{context::Provider, prelude::*};
use web_sys::{Event, FocusEvent, MouseEvent, PointerEvent};

use super::{
    components::term::term,
    diary_view::{DiaryPage, Kept, figures_now, refusals::Refusals},
    find::Find,
    ids::OPENING,
    live::{live, memo, on},
    reader::{TimeTravel, Tried, reader},
    session_status::DiaryViewState,
    study::{PANEL, Study},
    take_back::TakesBack,
    time_machine::{SLIDER, TimeMachine},
    tour::{Guide, Tour},
};
use crate::browser::{dom, location};
use crate::routes::{Lesson, Look, MARKS, Panel, Place};

/// What is special to an example: the parts that the workbench puts in their places.
pub struct Parts {
    /// The question that the page opens with.
    pub opening: Signal<String>,
    /// Jumps to the opening question's card and asks it.
    pub ask_opening: Callback<()>,
    /// What leads its two-minute tour.
    pub guide: Guide,
    /// What is seen here, in one sentence; and what to do first while there is no entry.
    pub about: (&'static str, &'static str),
    /// The fields and buttons that make commands.
    pub commands: AnyView,
    /// The snapshot-only world.
    pub photo: AnyView,
    /// The diary's figures, large.
    pub figures: AnyView,
    /// The question cards.
    pub questions: AnyView,
    /// *Ask your own*, with the questions that were kept.
    pub own: AnyView,
    /// The state of the diary's page.
    pub diary_view: DiaryViewState,
    /// How its entries are taken back.
    pub takes_back: TakesBack,
    /// The place that it is: `#/bank`.
    pub place: Place,
    /// A panel of *Look closer*.
    pub panel: Callback<Panel, AnyView>,
}

/// The id of the heading of the questions.
const ASK: &str = "ask-heading";

/// The id of what says how it is called.
const CALLED: &str = "called";

/// Two worlds beside each other.
#[component]
pub fn Workbench(
    /// What is special to the example.
    parts: Parts,
) -> impl IntoView {
    let reader = reader();
    let Parts {
        opening,
        ask_opening,
        guide,
        about,
        commands,
        photo,
        figures,
        questions,
        own,
        diary_view,
        takes_back,
        place,
        panel,
    } = parts;
    let open = expect_context::<Signal<Option<Look>>>();
    let find = Find::begin();
    let tour = Tour::new(guide, diary_view.refusals);
    // On paper, where nothing can be clicked: which moment is shown, and where.
    let address = move || format!("{} · {}", reader.moment_words(), location::address());
    // Whatever belongs to an entry carries its number, and pointing at it lights up all of them.
    let light = move |event: &Event| reader.light(dom::number_at(event, "data-entry"));
    view! {
        <Opening opening about ask_opening place tour />
        <div
            class="bench"
            on:pointerover=on(move |event: PointerEvent| light(&event))
            on:pointerleave=on(move |_| reader.light(None))
            on:focusin=on(move |event: FocusEvent| light(&event))
            on:focusout=on(move |_| reader.light(None))
            on:click=on(move |event: MouseEvent| {
                // A link to an entry, an answer, or what finds it has just marked that entry.
                if !dom::is_in(&event, ".entry-link, .value-link, .find") {
                    reader.came_to.set(None);
                }
            })
        >
            <section class="commands" aria-label="Commands">
                {commands}
            </section>
            <section class="photo-side" aria-label="Snapshot only">
                {photo}
            </section>
            {figures_now(figures)}
            {diary(diary_view, place, takes_back, find)}
            <Refusals state=diary_view />
            {time_machine(find)}
            <section class="ask" aria-label="Ask">
                <h2 id=ASK tabindex="-1">"Ask both worlds"</h2>
                <p class="aside">"Press a question. Both answer."</p>
                {questions}
                {own}
                {called()}
            </section>
            <Kept state=diary_view />
            <p class="on-paper">{live(address)}</p>
        </div>
        <Provider value=place>
            <Study place open panel />
        </Provider>
    }
}

/// The diary, whose opened entries lead on in this place: a chapter that is opened after it knows nothing of that.
fn diary(state: DiaryViewState, place: Place, takes_back: TakesBack, find: Find) -> AnyView {
    view! {
        <Provider value=place>
            <Provider value=takes_back>
                <Provider value=find>
                    <DiaryPage has_sum=true state />
                </Provider>
            </Provider>
        </Provider>
    }
    .into_any()
}

/// The time machine, whose chart marks what is found in this diary and in no other.
fn time_machine(find: Find) -> AnyView {
    view! {
        <Provider value=find>
            <TimeMachine />
        </Provider>
    }
    .into_any()
}

/// How it is called, and when it is not worth it.
fn called() -> AnyView {
    view! {
        <details class="card called" id=CALLED on:toggle=on(|_: Event| dom::bring_into_view(CALLED))>
            <summary>"What is event sourcing? Most apps don’t need it"</summary>
            <p>
                "To keep every change as an "
                {term("entry", "entry")}
                ", and to add the entries up whenever you want to know where \
                 things stand, is called " <b>"event sourcing"</b> "."
            </p>
            <p>
                "Most apps don’t need it. It takes room, since nothing is thrown away. Old entries must stay \
                 readable for ever. Forgetting somebody is hard. It is worth it where the past is asked about: \
                 money, orders, parcels, who did what. For a settings page, a "
                {term("snapshot", "snapshot")}
                " is enough."
            </p>
            <p>
                <a href=Lesson::Words(None).address()>"All words, and what engineers call them"</a>
                " · "
                <a href=Lesson::Words(Some(MARKS.to_owned())).address()>"What do the marks mean?"</a>
            </p>
        </details>
    }
    .into_any()
}

/// One sentence under the question: what is seen here, or what has just been seen and what to do next.
fn sentence(reader: TimeTravel, (about, first): (&'static str, &'static str)) -> String {
    let words = match reader.tried.get() {
        // Where nothing has happened there is no past to go to.
        _ if reader.last() == 0 => first,
        Tried { command: true, travel: false, .. } => {
            "The snapshot was overwritten. The diary has a new entry. Now move the slider into \
             the past."
        }
        Tried { travel: true, question: false, .. } => {
            "The diary knows every moment. The snapshot knows only today. Now ask both worlds."
        }
        _ => about,
    };
    words.to_owned()
}

/// The question that the page opens with; in the past, the moment that is shown and the way back.
#[component]
fn Opening(
    opening: Signal<String>,
    about: (&'static str, &'static str),
    ask_opening: Callback<()>,
    place: Place,
    tour: Tour,
) -> impl IntoView {
    let reader = reader();
    // From here on, so it is the next entry that would be another.
    let from_here = move || place.with(Look::Instead(reader.version() + 1));
    let past = move || {
        let when = reader.moment_words();
        match reader.version() {
            0 => format!("You are looking at the empty diary, {when}."),
            version => format!("You are looking at {when}: entry {version} had just been written."),
        }
    };
    // Which of the two stands there is decided by this alone, so that moving on in the past leaves
    // the button and its focus where they are.
    let in_past = memo(move |_| reader.in_past());
    let is_empty = memo(move |_| reader.last() == 0);
    let back = move |_| {
        // This button goes with the past. Its focus stays in the time machine.
        dom::focus(SLIDER);
        reader.visit(usize::MAX);
    };
    let on_tour = memo(move |_| tour.is_on());
    let block = move || {
        if on_tour.get() {
            tour.view()
        } else if in_past.get() {
            view! {
                <div class="says">
                    <p class="question">{live(past)}</p>
                    <p class="hint">
                        <a href=live(from_here) on:click=on(|_| dom::focus(PANEL))>
                            "What if from here?"
                        </a>
                    </p>
                </div>
                <div class="onward">
                    <button class="lead" on:click=on(back)>
                        "Back to now"
                    </button>
                </div>
            }
            .into_any()
        } else {
            view! {
                <div class="says">
                    <p class="question">{live(move || opening.get())}</p>
                    <p class="hint">
                        {live(move || sentence(reader, about))}
                    </p>
                </div>
                <div class="onward">
                    // One thing is the next to do. In an empty diary that is its first entry.
                    <button
                        class:lead=live(move || !is_empty.get())
                        on:click=on(move |_| ask_opening.run(()))
                    >
                        "Ask both"
                        <span class="word">" worlds"</span>
                    </button>
                    <div class="quietly">
                        {tour.offer()}
                    </div>
                </div>
            }
            .into_any()
        }
    };
    view! {
        <div
            class="opening"
            id=OPENING
            tabindex="-1"
            class:past=live(move || in_past.get())
            class:touring=live(move || on_tour.get())
        >
            {live(block)}
        </div>
    }
}
