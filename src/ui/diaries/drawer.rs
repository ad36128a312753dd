//! The diaries of one kind, and what can be done with them.

use leptos::{prelude::*, task::spawn_local};

use super::{
    dialog::{Confirmed, ConfirmedProps, Wanted},
    export::export,
    listed::Listed,
};
use crate::{
    browser::{dom, place},
    diary::Diary,
    keeping::LONGEST_TITLE,
    ui::{
        cabinet::{Cabinet, story},
        kept_lines::{self, branches_of},
        kind::Kind,
        live::{on, views},
        notebook::Notebook,
        reader::say,
        workbench::OPENING,
    },
};

/// What can be done with one of the diaries in a drawer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// Open it.
    Open,
    /// Hand it to the reader as a file.
    Export,
    /// Call it something; the text.
    Rename,
    /// Delete it.
    Delete,
}

/// The diaries of one kind, and what can be done with them.
#[derive(Clone, Copy)]
pub struct Drawer {
    kind: &'static str,
    title: &'static str,
    /// The name of the diary that is open.
    open: Signal<String>,
    diaries: RwSignal<Vec<Listed>>,
    /// Does something with the diary of this name; the text is what was typed for it.
    act: Callback<(Deed, String, String)>,
    begin_empty: Callback<String>,
    /// None where the stories tell nothing of the kind.
    begin_story: Option<Callback<String>>,
    /// What becomes of the diary that is open when another one is begun.
    farewell: &'static str,
}

/// The drawer of one kind. `changed` counts up when something on the shelf has changed, and what was
/// done is said by `voice`.
pub fn drawer<D: Kind>(
    cabinet: Cabinet,
    notebook: Notebook<D>,
    changed: RwSignal<usize>,
    voice: RwSignal<String>,
) -> Drawer {
    let diaries = RwSignal::new(Vec::new());
    // Listed anew whenever another diary is opened, or this one grows or is named.
    Effect::new(move |_| {
        changed.track();
        let (keeper, open) = (cabinet.keeper(), notebook.volume(Listed::in_memory));
        spawn_local(async move {
            let all = Listed::all::<D>(&keeper, open).await;
            // The reader may have left this place meanwhile.
            let _shown = diaries.try_set(all);
        });
    });
    // Whatever is begun is what the reader wants to see.
    let begin = move |diary: Diary<D::Event>| {
        spawn_local(async move {
            notebook.begin(diary).await;
            go_to(D::HOME);
        });
    };
    let act = move |(deed, name, typed): (Deed, String, String)| {
        spawn_local(async move {
            let done = match deed {
                Deed::Open => {
                    notebook.reopen(&name).await;
                    go_to(D::HOME);
                    Ok(String::new())
                }
                Deed::Export => export(cabinet, notebook, &name).await,
                Deed::Rename => rename::<D>(cabinet, notebook, &name, &typed).await,
                Deed::Delete => {
                    // What had the focus goes with the diary.
                    dom::focus(&heading(D::KIND));
                    delete::<D>(cabinet, notebook, &name).await
                }
            };
            match done {
                Ok(words) => say(voice, words),
                Err(why) => cabinet.warn(why),
            }
            changed.update(|changed| *changed += 1);
        });
    };
    Drawer {
        kind: D::KIND,
        title: D::TITLE,
        open: Signal::derive(move || notebook.name()),
        diaries,
        act: Callback::new(act),
        begin_empty: Callback::new(move |_| begin(Diary::default())),
        begin_story: (!story::<D>().is_empty())
            .then(|| Callback::new(move |_| begin(story::<D>()))),
        farewell: if cabinet.keeps() {
            "The diary that is open now stays in this list. You can open it again."
        } else {
            "Nothing is kept here: the diary that is open now will be gone."
        },
    }
}

async fn rename<D: Kind>(
    cabinet: Cabinet,
    notebook: Notebook<D>,
    name: &str,
    title: &str,
) -> Result<String, String> {
    let title: String = title.trim().chars().take(LONGEST_TITLE).collect();
    let title = (!title.is_empty()).then_some(title);
    let look = cabinet.keeper().look::<D::Event>(name).await;
    let Ok(Some((volume, None, _))) = look else {
        return Err(format!("{name} was not renamed: it can’t be read as a whole."));
    };
    let ink = volume.rename(title.clone());
    if let Err(why) = cabinet.keep(&ink).await {
        return Err(format!("{name} was not renamed: {why}."));
    }
    notebook.scribe.hear_record(name, &ink.change.record);
    Ok(match title {
        Some(title) => format!("{name} is called “{title}” now."),
        None => format!("{name} goes by its name again."),
    })
}

async fn delete<D: Kind>(
    cabinet: Cabinet,
    notebook: Notebook<D>,
    name: &str,
) -> Result<String, String> {
    cabinet
        .keeper()
        .delete(name)
        .await
        .map_err(|error| format!("{name} was not deleted as a whole: {error}."))?;
    cabinet.tell_deleted(name);
    // What was kept of its other futures goes with it; where it can't, nobody finds it any more.
    let _gone = kept_lines::change(cabinet, branches_of(name), Vec::clear);
    if name == notebook.name_untracked() {
        notebook.open_another().await;
    }
    Ok(format!("{name} is deleted."))
}

/// A drawer on the page.
#[component]
pub fn DrawerView(
    /// The diaries.
    drawer: Drawer,
) -> impl IntoView {
    let Drawer { kind, title, open, diaries, act, begin_empty, begin_story, farewell } = drawer;
    let row = move |diary: Listed| row(diary, kind, open, act);
    let begin = |id, label, question: &str, then| {
        Confirmed(ConfirmedProps {
            id: format!("{kind}-{id}"),
            label,
            question: question.to_owned(),
            farewell,
            wanted: Wanted::Consent,
            then,
        })
        .into_any()
    };
    view! {
        <section class="kept" aria-label=title>
            <h2 id=heading(kind) tabindex="-1">{title}</h2>
            <ul class="volumes">{views(move || diaries.get().into_iter().map(row).collect::<Vec<_>>())}</ul>
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

fn row(
    diary: Listed,
    kind: &'static str,
    open: Signal<String>,
    act: Callback<(Deed, String, String)>,
) -> AnyView {
    let Listed { name, title, entries, written, fingerprint, health, is_ill, broken } = diary;
    let is_open = name == open.get();
    let does = {
        let name = name.clone();
        move |deed| {
            let name = name.clone();
            Callback::new(move |typed: String| act.run((deed, name.clone(), typed)))
        }
    };
    let (turn_to, hand_out) = (does(Deed::Open), does(Deed::Export));
    let first = if is_open {
        view! { <a href=format!("#/{kind}")>"Open now: go to it"</a> }.into_any()
    } else {
        let label = format!("Open {name}");
        view! { <button on:click=on(move |_| turn_to.run(String::new()))>{label}</button> }
            .into_any()
    };
    view! {
        <li>
            <h3>
                <span class="name">{name.clone()}</span>
                " "
                <bdi class="title">{title.clone()}</bdi>
            </h3>
            <p><b class="entries">{entries.to_string()}</b> {if entries == 1 { " entry" } else { " entries" }} " · kept here since " {written}</p>
            <p class=if is_ill { "problem" } else { "health" }>
                {health} " · fingerprint " <code>{fingerprint}</code>
            </p>
            {(!broken.is_empty()).then(|| view! { <SetAside broken /> })}
            <div class="wishes" role="group" aria-label=name.clone()>
                {first}
                <button on:click=on(move |_| hand_out.run(String::new()))>"Export"</button>
                <Confirmed
                    id=format!("{name}-rename")
                    label="Rename"
                    question=format!("What should {name} be called?")
                    farewell="Its entries stay as they are. An empty name takes the title away."
                    wanted=Wanted::Text("Title", title)
                    then=does(Deed::Rename)
                />
                <Confirmed
                    id=format!("{name}-delete")
                    label="Delete"
                    question=format!("Delete {name} for good?")
                    farewell="All its entries and what was set aside of it will be gone from this device. Export it first if you might want it back."
                    wanted=Wanted::Words(name.clone())
                    then=does(Deed::Delete)
                />
            </div>
        </li>
    }
    .into_any()
}

/// Goes to a place, and to its beginning by keyboard and aloud.
pub fn go_to(href: &'static str) {
    place::go(href);
    // The place changes with the address, which the browser tells of later.
    request_animation_frame(|| request_animation_frame(|| dom::focus(OPENING)));
}

/// What could not be read, to be looked at and copied. Nothing of it is lost.
#[component]
fn SetAside(broken: Vec<(String, String)>) -> impl IntoView {
    let text = |(place, text): (String, String)| {
        // JSON shows what is no text, and can be read where it is one.
        let plain = serde_json::from_str::<String>(&text).unwrap_or(text);
        view! {
            <p><code>{place}</code></p>
            <pre tabindex="0"><bdi>{plain}</bdi></pre>
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
