//! The diaries of one kind, and what can be done with them.

use leptos::{prelude::*, task::spawn_local};

use super::{
    action::{Act, Deed},
    dialog::{Question, Wanted, confirmed},
    export::export,
    listed::Listed,
    row::rows,
};
use crate::{
    browser::{dom, focus, location},
    routes::Place,
    ui::{
        all_diaries::Diaries,
        ids::OPENING,
        kept_lines::{self, branches_of},
        live::{effect, views},
        reader::say,
        session_signals::{SessionSignals, story},
    },
};
use examples::Kind;
use storage::{DeviceInput, LONGEST_TITLE, Outcome, Start};

/// The diaries of one kind, and what can be done with them.
#[derive(Clone, Copy)]
pub struct DiaryList {
    kind: &'static str,
    place: Place,
    title: &'static str,
    /// The name of the diary that is open.
    open: Signal<String>,
    listed: RwSignal<Vec<Listed>>,
    /// Why they can't be listed; empty when they can.
    problem: RwSignal<String>,
    /// How many requests wait in the diary of this name.
    waiting: Callback<String, usize>,
    /// Does something with the diary of this name; the text is what was typed for it.
    act: Act,
    begin_empty: Callback<String>,
    /// None where the stories tell nothing of the kind.
    begin_story: Option<Callback<String>>,
    /// What becomes of the diary that is open when another one is begun.
    farewell: &'static str,
}

/// The drawer of one kind. What was done is said by `voice`.
pub fn drawer<D: Kind>(signals: SessionSignals<D>, voice: RwSignal<String>) -> DiaryList {
    let diaries = signals.diaries();
    let (listed, problem) = (RwSignal::new(Vec::new()), RwSignal::new(String::new()));
    // Listed anew whenever another diary is opened, or one grows or is named.
    effect(move |_| {
        diaries.changed.track();
        let open = signals.stored(Listed::in_memory);
        spawn_local(list::<D>(diaries, open, listed, problem));
    });
    effect(move |_| {
        let words = diaries.done.get();
        if !words.is_empty() {
            say(voice, words);
            diaries.done.set(String::new());
        }
    });
    // Whatever is begun or opened is what the reader wants to see.
    let shown = || go_to(&Place::of(D::KIND).address());
    let act = move |(deed, name, typed): (Deed, String, String)| match deed {
        Deed::Open => signals.switch(&name, shown),
        Deed::Export => spawn_local(async move {
            match export::<D>(diaries, signals, &name).await {
                Ok(words) => say(voice, words),
                Err(why) => diaries.warn(why),
            }
        }),
        Deed::Rename => {
            let title: String = typed.trim().chars().take(LONGEST_TITLE).collect();
            let title = (!title.is_empty()).then_some(title);
            diaries.step(DeviceInput::Rename(name, title));
        }
        Deed::Delete => {
            // What had the focus goes with the diary.
            dom::focus(&heading(D::KIND));
            delete::<D>(diaries, name);
        }
    };
    DiaryList {
        kind: D::KIND,
        place: Place::of(D::KIND),
        title: D::TITLE,
        open: Signal::derive(move || signals.name()),
        listed,
        problem,
        waiting: Callback::new(move |name: String| signals.waiting_in(&name)),
        act: Callback::new(act),
        begin_empty: Callback::new(move |_| signals.start(Start::Empty, shown)),
        begin_story: (!story::<D>().is_empty())
            .then(|| Callback::new(move |_| signals.start(Start::Story, shown))),
        farewell: if untrack(|| diaries.keeps()) {
            "The diary that is open now stays in this list. You can open it again."
        } else {
            "Nothing is kept here: the diary that is open now will be gone."
        },
    }
}

async fn list<D: Kind>(
    diaries: Diaries,
    open: Listed,
    listed: RwSignal<Vec<Listed>>,
    problem: RwSignal<String>,
) {
    let store = diaries.store();
    let copies = usize::from(store.mirror.is_some()) + usize::from(store.log.is_some());
    if copies == 0 {
        let _gone = listed.try_set(vec![open]);
        return;
    }
    // The reader may have left this place meanwhile.
    let _gone = match store.summaries(D::KIND).await {
        Outcome::Done(all) => {
            let all = all.into_iter().map(|summary| Listed::of(summary, &open, copies));
            let _gone = listed.try_set(all.collect());
            problem.try_set(String::new())
        }
        Outcome::Failed(error) => {
            // What was listed before is still there, as far as anybody knows.
            problem.try_set(format!("The diaries can’t be listed just now: {error}."))
        }
    };
}

/// Deletes a diary. Requests that wait in it were told of in the dialog, and are refused.
fn delete<D: Kind>(diaries: Diaries, name: String) {
    // What was kept of its other futures goes with it; where it can't, nobody finds it any more.
    match kept_lines::change(diaries, branches_of(&name), Vec::clear) {
        Outcome::Done(()) | Outcome::Failed(_) => {}
    }
    diaries.step(DeviceInput::Delete(D::KIND.to_owned(), name));
}

/// A drawer on the page.
#[component]
pub fn DiaryListView(
    /// The diaries.
    drawer: DiaryList,
) -> impl IntoView {
    let DiaryList {
        kind,
        place,
        title,
        open,
        listed,
        problem,
        waiting,
        act,
        begin_empty,
        begin_story,
        farewell,
    } = drawer;
    let not_listed = move || {
        let words = problem.get();
        (!words.is_empty()).then(|| view! { <p class="problem">{words}</p> }.into_any())
    };
    let begin = |id, label, question: &str, then| {
        let question = Question {
            id: format!("{kind}-{id}"),
            label,
            question: question.to_owned(),
            farewell,
            warning: Signal::stored(String::new()),
            wanted: Wanted::Consent,
            then,
        };
        confirmed(question, heading(kind))
    };
    view! {
        <section class="kept" aria-label=title>
            <h2 id=heading(kind) tabindex="-1">{title}</h2>
            {views(not_listed)}
            {rows(place, open, listed.into(), act, waiting, heading(kind))}
            <div class="wishes">
                {begin("empty", "Start empty", "Start an empty diary?", begin_empty)}
                {begin_story.map(|then| begin("story", "Start from the story", "Start a new diary from the story?", then))}
            </div>
        </section>
    }
}

/// The id of a drawer's heading.
fn heading(kind: &str) -> String {
    format!("{kind}-diaries")
}

/// Goes to a place, and to its beginning by keyboard and aloud.
pub fn go_to(href: &str) {
    location::go(href);
    // The place changes with the address, which the browser tells of later.
    // Whoever is quicker, and has gone on from there, stays where they are.
    request_animation_frame(|| request_animation_frame(|| focus::rescue(OPENING)));
}
