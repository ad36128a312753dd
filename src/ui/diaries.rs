//! What is kept on this device: every diary, and how to begin another.

use leptos::prelude::*;

use super::{
    cabinet::Cabinet,
    kind::Kind,
    live::{on, views},
    notebook::Notebook,
    workbench::OPENING,
};
use crate::{
    browser::{clock, dom, place},
    course::free_play,
    diary::{Diary, Opened, Volume},
    domain::{bank::Bank, calendar, order::Order},
};

/// The diaries of both kinds.
#[component]
pub fn DiariesPlace(
    /// Where all diaries lie.
    cabinet: Cabinet,
    /// The bank's diary that is open.
    bank: Notebook<Bank>,
    /// The order's diary that is open.
    order: Notebook<Order>,
) -> impl IntoView {
    view! {
        <div class="diaries">
            <div class="opening">
                <p class="question">"What is kept on this device"</p>
                <p class="hint">
                    "Diaries are kept in this browser. They are sent nowhere."
                </p>
            </div>
            <DrawerView drawer=drawer(cabinet, bank, "#/bank") dialogs=["bank-empty", "bank-story"] />
            <DrawerView drawer=drawer(cabinet, order, "#/order") dialogs=["order-empty", "order-story"] />
        </div>
    }
}

/// What is listed of a diary.
#[derive(Clone, PartialEq, Eq)]
struct Listed {
    name: String,
    entries: usize,
    created: String,
    fingerprint: String,
    /// What is wrong with it, in words; empty when nothing is.
    damage: String,
    /// Texts that could not be read and were set aside: key and text.
    broken: Vec<(String, String)>,
}

impl Listed {
    fn of<E>(volume: &Volume<E>) -> Self {
        Self {
            name: volume.name().to_owned(),
            entries: volume.diary().len(),
            created: calendar::moment_words(volume.created(), &clock::ZONE),
            fingerprint: volume.fingerprint().to_string(),
            damage: String::new(),
            broken: Vec::new(),
        }
    }

    fn on_shelf<D: Kind>(cabinet: Cabinet, name: &str) -> Option<Self> {
        let texts = cabinet.texts(name);
        let Opened { volume, damage } = Volume::<D::Event>::open(name, &texts)?;
        Some(Self {
            damage: damage.map(|damage| damage.why.to_string()).unwrap_or_default(),
            broken: texts.into_iter().filter(|(key, _)| key.contains("/broken/")).collect(),
            ..Self::of(&volume)
        })
    }
}

/// The diaries of one kind, and what can be done with them.
#[derive(Clone, Copy)]
struct Drawer {
    title: &'static str,
    href: &'static str,
    /// The name of the diary that is open.
    open: Signal<String>,
    diaries: Callback<(), Vec<Listed>>,
    reopen: Callback<String>,
    begin_empty: Callback<()>,
    begin_story: Callback<()>,
    /// What becomes of the diary that is open when another one is begun.
    farewell: &'static str,
}

fn drawer<D: Kind>(cabinet: Cabinet, notebook: Notebook<D>, href: &'static str) -> Drawer {
    let open = Signal::derive(move || notebook.name());
    let diaries = move |()| {
        // Listed anew whenever another diary is opened or begun.
        open.track();
        if !cabinet.has_shelf() {
            return vec![notebook.volume(Listed::of)];
        }
        let names = cabinet.names(D::KIND).into_iter();
        names.filter_map(|name| Listed::on_shelf::<D>(cabinet, &name)).collect()
    };
    let story = move || D::story(free_play(clock::now(), &clock::ZONE));
    Drawer {
        title: D::TITLE,
        href,
        open,
        diaries: Callback::new(diaries),
        reopen: Callback::new(move |name: String| notebook.reopen(&name)),
        begin_empty: Callback::new(move |()| notebook.begin(Diary::default())),
        begin_story: Callback::new(move |()| notebook.begin(story())),
        farewell: if cabinet.has_shelf() {
            "The diary that is open now stays in this list. You can open it again."
        } else {
            "Nothing is kept here: the diary that is open now will be gone."
        },
    }
}

#[component]
fn DrawerView(
    drawer: Drawer,
    /// The ids of its dialogs: for starting empty and for starting from the story.
    dialogs: [&'static str; 2],
) -> impl IntoView {
    let Drawer { title, href, open, diaries, reopen, begin_empty, begin_story, farewell } = drawer;
    let [empty, story] = dialogs;
    // Whatever is opened or begun is what the reader wants to see.
    let then_go = move |begin: Callback<()>| {
        Callback::new(move |()| {
            begin.run(());
            go_to(href);
        })
    };
    let row = move |diary: Listed| {
        let Listed { name, entries, created, fingerprint, damage, broken } = diary;
        let is_open = name == open.get();
        let turn_to = {
            let name = name.clone();
            move |_| {
                reopen.run(name.clone());
                go_to(href);
            }
        };
        let action = if is_open {
            view! { <a href=href>"Open now: go to it"</a> }.into_any()
        } else {
            view! { <button on:click=on(turn_to)>{format!("Open {name}")}</button> }.into_any()
        };
        view! {
            <tr>
                <th scope="row">{name}</th>
                <td class="amount">{entries.to_string()}</td>
                <td>{created}</td>
                <td>
                    <code>{fingerprint}</code>
                    <span class="problem">{damage}</span>
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
                            <th scope="col">"Fingerprint"</th>
                            <th scope="col">"Open"</th>
                        </tr>
                    </thead>
                    <tbody>{views(move || diaries.run(()).into_iter().map(row).collect::<Vec<_>>())}</tbody>
                </table>
            </div>
            <div class="wishes">
                <Confirmed
                    id=empty
                    label="Start empty"
                    question="Start an empty diary?"
                    farewell=farewell
                    then=then_go(begin_empty)
                />
                <Confirmed
                    id=story
                    label="Start from the story"
                    question="Start a new diary from the story?"
                    farewell=farewell
                    then=then_go(begin_story)
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
fn SetAside(broken: Vec<(String, String)>) -> impl IntoView {
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
    id: &'static str,
    label: &'static str,
    question: &'static str,
    farewell: &'static str,
    then: Callback<()>,
) -> impl IntoView {
    let go = move |_| {
        dom::close_dialog(id);
        then.run(());
    };
    view! {
        <button on:click=on(move |_| dom::open_dialog(id))>{label}</button>
        <dialog id=id aria-label=question>
            <p class="dialog-question">{question}</p>
            <p>{farewell}</p>
            <div class="wishes">
                <button class="lead" on:click=on(go)>
                    {label}
                </button>
                <button on:click=on(move |_| dom::close_dialog(id))>"Cancel"</button>
            </div>
        </dialog>
    }
}
