//! The diaries of one kind, and what can be done with them.

use leptos::{prelude::*, task::spawn_local};

use super::{
    dialog::{Question, Wanted, confirmed},
    listed::Listed,
    row::rows,
};
use crate::{
    browser::{dom, files, place},
    diary::Diary,
    keeping::{LONGEST_TITLE, export_lines},
    ui::{
        cabinet::{Cabinet, story},
        kept_lines::{self, branches_of},
        kind::Kind,
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
                Deed::Export => export::<D>(cabinet, notebook, &name).await,
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

async fn export<D: Kind>(
    cabinet: Cabinet,
    notebook: Notebook<D>,
    name: &str,
) -> Result<String, String> {
    let handed_out = |()| format!("{name} is saved as a file.");
    let file = format!("{name}.jsonl");
    let keeper = cabinet.keeper();
    let broken = Cabinet::set_aside(&keeper, name).await;
    if name == notebook.name_untracked() {
        return untrack(|| {
            notebook.volume(|volume| files::save(&file, export_lines(D::KIND, volume, &broken)))
        })
        .map(handed_out);
    }
    match keeper.look::<D::Event>(name).await {
        Ok(Some((volume, ..))) => {
            files::save(&file, export_lines(D::KIND, &volume, &broken)).map(handed_out)
        }
        Ok(None) => Err(format!("{name} is not there any more.")),
        Err(error) => Err(format!("{name} could not be read: {error}.")),
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
    let begin = |id, label, question: &str, then| {
        let question = Question {
            id: format!("{kind}-{id}"),
            label,
            question: question.to_owned(),
            farewell,
            wanted: Wanted::Consent,
            then,
        };
        confirmed(question, heading(kind))
    };
    view! {
        <section class="kept" aria-label=title>
            <h2 id=heading(kind) tabindex="-1">{title}</h2>
            {rows(kind, open, diaries.into(), act)}
            <div class="wishes">
                {begin("empty", "Start empty", "Start an empty diary?", begin_empty)}
                {begin_story.map(|then| begin("story", "Start from the story", "Start a new diary from the story?", then))}
            </div>
        </section>
    }
}

/// The id of a drawer's heading.
pub(super) fn heading(kind: &str) -> String {
    format!("{kind}-diaries")
}

/// Goes to a place, and to its beginning by keyboard and aloud.
pub fn go_to(href: &'static str) {
    place::go(href);
    // The place changes with the address, which the browser tells of later.
    request_animation_frame(|| request_animation_frame(|| dom::focus(OPENING)));
}
