//! The workbench: one set of commands, two worlds, the time machine and the questions.

use leptos::prelude::*;
use web_sys::{Event, FocusEvent, MouseEvent, PointerEvent};

use super::{
    diary_view::{DiaryPage, refusals::Refusals},
    live::{live, on},
    reader::{TimeTravel, Tried, reader},
    session_status::DiaryViewState,
    study::{PANEL, Study},
    time_machine::{SLIDER, TimeMachine},
};
use crate::browser::{dom, location};
use crate::routes::{Look, Panel, Place};

/// What is special to an example: the parts that the workbench puts in their places.
pub struct Parts {
    /// The question that the page opens with.
    pub opening: Signal<String>,
    /// Jumps to the opening question's card and asks it.
    pub ask_opening: Callback<()>,
    /// The first thing to try.
    pub first_try: Signal<String>,
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
        first_try,
        commands,
        photo,
        figures,
        questions,
        own,
        diary_view,
        place,
        panel,
    } = parts;
    let open = expect_context::<Signal<Option<Look>>>();
    provide_context(place);
    // On paper, where nothing can be clicked: which moment is shown, and where.
    let address = move || format!("{} · {}", reader.moment_words(), location::address());
    // Whatever belongs to an entry carries its number, and pointing at it lights up all of them.
    let light = move |event: &Event| reader.light(dom::number_at(event, "data-entry"));
    view! {
        <Opening opening first_try ask_opening place />
        <div
            class="bench"
            on:pointerover=on(move |event: PointerEvent| light(&event))
            on:pointerleave=on(move |_| reader.light(None))
            on:focusin=on(move |event: FocusEvent| light(&event))
            on:focusout=on(move |_| reader.light(None))
            on:click=on(move |event: MouseEvent| {
                // A link to an entry, or an answer, has just marked that entry.
                if !dom::is_in(&event, ".entry-link, .value-link") {
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
            <DiaryPage figures=Some(figures) state=diary_view />
            <Refusals state=diary_view />
            <TimeMachine />
            <section class="ask" aria-labelledby=ASK>
                <h2 id=ASK tabindex="-1">"Ask"</h2>
                <p class="aside">"Both worlds answer. Only one of them has a past."</p>
                {questions}
                {own}
                <details class="card called" id=CALLED on:toggle=on(|_| dom::bring_into_view(CALLED))>
                    <summary>"What is this called, and when is it not worth it?"</summary>
                    <p>
                        "To keep every change as a line, and to add the lines up whenever you want to \
                         know where things stand, is called " <b>"event sourcing"</b> "."
                    </p>
                    <p>
                        "Most programs don’t need it. It takes room, since nothing is thrown away. Old \
                         lines must stay readable for ever. Forgetting somebody is hard. It is worth it \
                         where the past is asked about: money, orders, parcels, who did what. For a \
                         settings page, one row is enough."
                    </p>
                </details>
            </section>
            <p class="on-paper">{live(address)}</p>
        </div>
        <Study place open panel />
    }
}

/// One thing to try next; none when everything has been tried.
fn next_try(reader: TimeTravel, first_try: Signal<String>) -> String {
    let words = match reader.tried.get() {
        Tried { command: false, .. } => return first_try.get(),
        // Where nothing has happened there is no past to go to.
        _ if reader.last() == 0 => return first_try.get(),
        Tried { travel: false, .. } => "Try this: move the slider into the past.",
        Tried { question: false, .. } => "Try this: ask both worlds.",
        _ => "",
    };
    words.to_owned()
}

/// The id of the opening question: where a place begins.
pub const OPENING: &str = "opening";

/// The question that the page opens with; in the past, the moment that is shown and the way back.
#[component]
fn Opening(
    opening: Signal<String>,
    first_try: Signal<String>,
    ask_opening: Callback<()>,
    place: Place,
) -> impl IntoView {
    let reader = reader();
    // From here on, so it is the next line that would be another.
    let from_here = move || place.with(Look::Instead(reader.version() + 1));
    let hint = move || next_try(reader, first_try);
    let past = move || {
        let version = reader.version();
        let when = reader.moment_words();
        match version {
            0 => format!("You are looking at the blank page, {when}."),
            version => format!("You are looking at {when}: entry {version} had just been written."),
        }
    };
    // Which of the two stands there is decided by this alone, so that moving on in the past leaves
    // the button and its focus where they are.
    let in_past = Memo::new(move |_| reader.in_past());
    let back = move |_| {
        // This button goes with the past. Its focus stays in the time machine.
        dom::focus(SLIDER);
        reader.visit(usize::MAX);
    };
    let line = move || {
        if in_past.get() {
            view! {
                <p class="question">{live(past)}</p>
                <button class="lead" on:click=on(back)>
                    "Back to now"
                </button>
                <a href=live(from_here) on:click=on(|_| dom::focus(PANEL))>
                    "What if from here?"
                </a>
            }
            .into_any()
        } else {
            view! {
                <p class="question">{live(move || opening.get())}</p>
                <button class="lead" on:click=on(move |_| ask_opening.run(()))>
                    "Ask both worlds"
                </button>
                <p class="hint">{live(hint)}</p>
                // Where one column holds everything, they are far below.
                <button class="plain jump" on:click=on(|_| dom::focus(ASK))>"All questions ↓"</button>
            }
            .into_any()
        }
    };
    view! {
        <div class="opening" id=OPENING tabindex="-1" class:past=live(move || in_past.get())>
            {live(line)}
        </div>
    }
}
