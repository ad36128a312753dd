//! What is kept on this device: every diary, and how to begin another.

use leptos::prelude::*;

use super::{
    cabinet::Cabinet,
    live::{live, on},
    notebook::{Kept, Notebook},
};
use crate::{
    browser::{clock, dom, place},
    course::free_play,
    diary::{Diary, Volume},
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
            <Kind kind=kind(cabinet, bank, "#/bank") dialogs=["bank-empty", "bank-story"] />
            <Kind kind=kind(cabinet, order, "#/order") dialogs=["order-empty", "order-story"] />
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
    /// Texts that could not be read and were set aside: key and text.
    broken: Vec<(String, String)>,
}

fn listed<D: Kept>(cabinet: Cabinet, name: String) -> Option<Listed> {
    let texts = cabinet.texts(&name);
    let opened = Volume::<D::Event>::open(&name, &texts)?;
    let volume = opened.volume;
    Some(Listed {
        entries: volume.diary().len(),
        created: calendar::moment_words(volume.created(), &clock::ZONE),
        fingerprint: volume.fingerprint().to_string(),
        broken: texts.into_iter().filter(|(key, _)| key.contains("/broken/")).collect(),
        name,
    })
}

/// The diaries of one kind, and what can be done with them.
#[derive(Clone, Copy)]
struct Kind {
    title: &'static str,
    href: &'static str,
    /// The name of the diary that is open.
    open: Signal<String>,
    diaries: Signal<Vec<Listed>>,
    reopen: Callback<String>,
    begin_empty: Callback<()>,
    begin_story: Callback<()>,
}

fn kind<D: Kept>(cabinet: Cabinet, notebook: Notebook<D>, href: &'static str) -> Kind {
    let open = Signal::derive(move || notebook.name());
    let diaries = move || {
        // Listed anew whenever another diary is opened or begun.
        open.track();
        let names = cabinet.names(D::KIND).into_iter();
        names.filter_map(|name| listed::<D>(cabinet, name)).collect()
    };
    let story = move || D::story(free_play(clock::now(), &clock::ZONE));
    Kind {
        title: D::TITLE,
        href,
        open,
        diaries: Signal::derive(diaries),
        reopen: Callback::new(move |name: String| notebook.reopen(&name)),
        begin_empty: Callback::new(move |()| notebook.begin(Diary::default())),
        begin_story: Callback::new(move |()| notebook.begin(story())),
    }
}

#[component]
fn Kind(
    kind: Kind,
    /// The ids of its dialogs: for starting empty and for starting from the story.
    dialogs: [&'static str; 2],
) -> impl IntoView {
    let Kind { title, href, open, diaries, reopen, begin_empty, begin_story } = kind;
    let [empty, story] = dialogs;
    // Whatever is opened or begun is what the reader wants to see.
    let then_go = move |begin: Callback<()>| {
        Callback::new(move |()| {
            begin.run(());
            place::go(href);
        })
    };
    let row = move |diary: Listed| {
        let Listed { name, entries, created, fingerprint, broken } = diary;
        let is_open = name == open.get();
        let turn_to = {
            let name = name.clone();
            move |_| {
                reopen.run(name.clone());
                place::go(href);
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
                            <th scope="col">"Fingerprint of the last line"</th>
                            <th scope="col">"Open"</th>
                        </tr>
                    </thead>
                    <tbody>{live(move || diaries.get().into_iter().map(row).collect::<Vec<_>>())}</tbody>
                </table>
            </div>
            <div class="wishes">
                <Confirmed
                    id=empty
                    label="Start empty"
                    question="Start an empty diary?"
                    then=then_go(begin_empty)
                />
                <Confirmed
                    id=story
                    label="Start from the story"
                    question="Start a new diary from the story?"
                    then=then_go(begin_story)
                />
            </div>
        </section>
    }
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
            <p>"The diary that is open now stays in this list. You can open it again."</p>
            <div class="wishes">
                <button class="lead" on:click=on(go)>
                    {label}
                </button>
                <button on:click=on(move |_| dom::close_dialog(id))>"Cancel"</button>
            </div>
        </dialog>
    }
}
