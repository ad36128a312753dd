//! The diaries of one kind, and what can be done with them.

use leptos::{prelude::*, task::spawn_local};

use super::super::{
    cabinet::{BrowserKeeper, Cabinet},
    kind::Kind,
    live::{on, views},
    notebook::Notebook,
    workbench::OPENING,
};
use crate::{
    browser::{clock, dom, place},
    course::free_play,
    diary::Diary,
    domain::calendar,
    keeping::Texts,
};

/// What is listed of a diary.
#[derive(Clone, PartialEq, Eq)]
struct Listed {
    name: String,
    /// What its reader calls it.
    title: Option<String>,
    entries: usize,
    begun: String,
    fingerprint: String,
    /// How it is, in words.
    health: String,
    /// Whether there is something wrong with it.
    is_ill: bool,
    /// Texts that could not be read and were set aside: key and text.
    broken: Texts,
}

impl Listed {
    async fn of<D: Kind>(keeper: &BrowserKeeper, name: &str) -> Option<Self> {
        let (volume, damage, is_whole) = keeper.look::<D::Event>(name).await.ok()??;
        let health = match (&damage, is_whole, keeper.ledger.is_some()) {
            (Some(damage), ..) => {
                format!("Stops after entry {}: {}", damage.stops_after, damage.why)
            }
            (None, false, _) => "One copy is behind; opening it mends that".into(),
            (None, true, true) => "Chain unbroken, both copies equal".into(),
            (None, true, false) => "Chain unbroken".into(),
        };
        let texts = keeper.texts(name).unwrap_or_default().into_iter();
        Some(Self {
            name: name.to_owned(),
            title: volume.title().map(str::to_owned),
            entries: volume.diary().len(),
            begun: calendar::moment_words(volume.created(), &clock::ZONE),
            fingerprint: volume.fingerprint().to_string(),
            health,
            is_ill: damage.is_some(),
            broken: texts.filter(|(key, _)| key.contains("/broken/")).collect(),
        })
    }

    async fn all<D: Kind>(keeper: &BrowserKeeper, open: Self) -> Vec<Self> {
        if keeper.ledger.is_none() && keeper.shelf.is_none() {
            return vec![open];
        }
        let names = keeper.names_of(D::KIND).await.unwrap_or_default();
        let mut all = Vec::new();
        for name in names {
            all.extend(Self::of::<D>(keeper, &name).await);
        }
        all
    }

    /// The diary that is open, where nothing is kept.
    fn in_memory<D: Kind>(notebook: Notebook<D>) -> Self {
        notebook.volume(|volume| Self {
            name: volume.name().to_owned(),
            title: None,
            entries: volume.diary().len(),
            begun: calendar::moment_words(volume.created(), &clock::ZONE),
            fingerprint: volume.fingerprint().to_string(),
            health: "In memory only".into(),
            is_ill: false,
            broken: Texts::new(),
        })
    }
}

/// The diaries of one kind, and what can be done with them.
#[derive(Clone, Copy)]
pub struct Drawer {
    kind: &'static str,
    title: &'static str,
    /// The name of the diary that is open.
    open: Signal<String>,
    diaries: RwSignal<Vec<Listed>>,
    reopen: Callback<String>,
    begin_empty: Callback<()>,
    begin_story: Callback<()>,
    /// What becomes of the diary that is open when another one is begun.
    farewell: &'static str,
}

/// The drawer of one kind.
pub fn drawer<D: Kind>(cabinet: Cabinet, notebook: Notebook<D>, href: &'static str) -> Drawer {
    let diaries = RwSignal::new(Vec::new());
    // Listed anew whenever another diary is opened, or this one grows or is named.
    Effect::new(move |_| {
        let (keeper, open) = (cabinet.keeper(), Listed::in_memory(notebook));
        spawn_local(async move {
            let all = Listed::all::<D>(&keeper, open).await;
            // The reader may have left this place meanwhile.
            let _shown = diaries.try_set(all);
        });
    });
    // Whatever is opened or begun is what the reader wants to see.
    let begin = move |diary: Diary<D::Event>| {
        spawn_local(async move {
            notebook.begin(diary).await;
            go_to(href);
        });
    };
    let reopen = move |name: String| {
        spawn_local(async move {
            notebook.reopen(&name).await;
            go_to(href);
        });
    };
    let story = move || D::story(free_play(clock::now(), &clock::ZONE));
    Drawer {
        kind: D::KIND,
        title: D::TITLE,
        open: Signal::derive(move || notebook.name()),
        diaries,
        reopen: Callback::new(reopen),
        begin_empty: Callback::new(move |()| begin(Diary::default())),
        begin_story: Callback::new(move |()| begin(story())),
        farewell: if cabinet.keeps() {
            "The diary that is open now stays in this list. You can open it again."
        } else {
            "Nothing is kept here: the diary that is open now will be gone."
        },
    }
}

/// A drawer on the page.
#[component]
pub fn DrawerView(
    /// The diaries.
    drawer: Drawer,
) -> impl IntoView {
    let Drawer { kind, title, open, diaries, reopen, begin_empty, begin_story, farewell } = drawer;
    let row = move |diary: Listed| {
        let Listed { name, title, entries, begun, fingerprint, health, is_ill, broken } = diary;
        let is_open = name == open.get();
        let turn_to = {
            let name = name.clone();
            move |_| reopen.run(name.clone())
        };
        let action = if is_open {
            view! { <a href=format!("#/{kind}")>"Open now: go to it"</a> }.into_any()
        } else {
            view! { <button on:click=on(turn_to)>{format!("Open {name}")}</button> }.into_any()
        };
        view! {
            <tr>
                <th scope="row">{name} {title.map(|title| view! { <br /> <bdi>{title}</bdi> })}</th>
                <td class="amount">{entries.to_string()}</td>
                <td>{begun}</td>
                <td>
                    <code>{fingerprint}</code>
                    <span class=if is_ill { "problem" } else { "quiet" }>{health}</span>
                    {(!broken.is_empty()).then(|| view! { <SetAside broken /> })}
                </td>
                <td>{action}</td>
            </tr>
        }
        .into_any()
    };
    view! {
        <section class="kept" aria-label=title>
            <h2>{title}</h2>
            <div class="wide">
                <table>
                    <thead>
                        <tr>
                            <th scope="col">"Diary"</th>
                            <th scope="col" class="amount">"Entries"</th>
                            <th scope="col">"Begun"</th>
                            <th scope="col">"Fingerprint and health"</th>
                            <th scope="col">"Open"</th>
                        </tr>
                    </thead>
                    <tbody>{views(move || diaries.get().into_iter().map(row).collect::<Vec<_>>())}</tbody>
                </table>
            </div>
            <div class="wishes">
                <Confirmed
                    id=format!("{kind}-empty")
                    label="Start empty"
                    question="Start an empty diary?"
                    farewell=farewell
                    then=begin_empty
                />
                <Confirmed
                    id=format!("{kind}-story")
                    label="Start from the story"
                    question="Start a new diary from the story?"
                    farewell=farewell
                    then=begin_story
                />
            </div>
        </section>
    }
}

/// Goes to a place, and to its beginning by keyboard and aloud.
fn go_to(href: &'static str) {
    place::go(href);
    // The place changes with the address, which the browser tells of later.
    request_animation_frame(|| request_animation_frame(|| dom::focus(OPENING)));
}

/// What could not be read, to be looked at and copied. Nothing of it is lost.
#[component]
fn SetAside(broken: Texts) -> impl IntoView {
    let text = |(key, text): (String, String)| {
        view! {
            <p><code>{key}</code></p>
            <pre tabindex="0"><bdi>{text}</bdi></pre>
        }
        .into_any()
    };
    view! {
        <details>
            <summary>"Set aside: what could not be read"</summary>
            {broken.into_iter().map(text).collect::<Vec<_>>()}
        </details>
    }
}

/// A button that asks before it does something.
#[component]
fn Confirmed(
    id: String,
    label: &'static str,
    question: &'static str,
    farewell: &'static str,
    then: Callback<()>,
) -> impl IntoView {
    let dialog = StoredValue::new(id.clone());
    let close = move || dialog.with_value(|id| dom::close_dialog(id));
    let go = move |_| {
        close();
        then.run(());
    };
    view! {
        <button on:click=on(move |_| dialog.with_value(|id| dom::open_dialog(id)))>{label}</button>
        <dialog id=id aria-label=question>
            <p class="dialog-question">{question}</p>
            <p>{farewell}</p>
            <div class="wishes">
                <button class="lead" on:click=on(go)>
                    {label}
                </button>
                <button on:click=on(move |_| close())>"Cancel"</button>
            </div>
        </dialog>
    }
}
