//! The diaries of a drawer, a row for each. A row belongs to its diary and stays where it is while
//! others come and go; the dialogs of a diary even stay, with what is typed in them, when it goes.

use leptos::prelude::*;

use super::{
    action::{Act, Deed},
    dialog::{Question, Wanted, dialog, opener},
    listed::Listed,
};
use crate::{
    browser::focus,
    routes::Place,
    ui::live::{keyed, live, memo, on, views},
};
use english::counted;

/// The rows, and the dialogs of all diaries that have been in them. When a dialog closes and the
/// button that opened it is gone, the focus goes to the element `home`.
pub(super) fn rows(
    place: Place,
    open: Signal<String>,
    diaries: Signal<Vec<Listed>>,
    act: Act,
    waiting: Callback<String, usize>,
    home: String,
) -> AnyView {
    let names = memo(move |_| {
        diaries.with(|all| all.iter().map(|diary| diary.name.clone()).collect::<Vec<_>>())
    });
    let ever = memo(move |before: Option<&Vec<String>>| {
        let mut ever = before.cloned().unwrap_or_default();
        let is_new = |name: &String| !ever.contains(name);
        let new: Vec<_> = names.get().into_iter().filter(is_new).collect();
        ever.extend(new);
        ever
    });
    let each = move || {
        focus::hand_on();
        names.get()
    };
    let row = move |name: String| row(of(diaries, name.clone()), name, place, open, act);
    let dialogs =
        move |name: String| dialogs(of(diaries, name.clone()), &name, act, waiting, &home);
    view! {
        <ul class="volumes">{keyed(each, row)}</ul>
        {keyed(move || ever.get(), dialogs)}
    }
    .into_any()
}

/// What is listed of the diary of this name: what was, once it is gone.
fn of(diaries: Signal<Vec<Listed>>, name: String) -> Memo<Option<Listed>> {
    memo(move |before: Option<&Option<Listed>>| {
        let now = diaries.with(|all| all.iter().find(|diary| diary.name == name).cloned());
        now.or_else(|| before.cloned().flatten())
    })
}

/// A text of what is listed, tracked.
fn text(listed: Memo<Option<Listed>>, of: fn(&Listed) -> String) -> String {
    listed.with(|listed| listed.as_ref().map(of).unwrap_or_default())
}

/// The id of the dialog that asks for a new title, and of the one that asks before it deletes.
fn dialog_ids(name: &str) -> [String; 2] {
    [format!("{name}-rename"), format!("{name}-delete")]
}

fn row(
    listed: Memo<Option<Listed>>,
    name: String,
    place: Place,
    open: Signal<String>,
    act: Act,
) -> AnyView {
    let [rename, delete] = dialog_ids(&name);
    let stored = StoredValue::new(name.clone());
    let does = move |deed| on(move |_| act.run((deed, stored.get_value(), String::new())));
    let is_open = memo(move |_| open.with(|open| stored.with_value(|name| name == open)));
    let first = move || {
        if is_open.get() {
            return view! { <a href=place.address()>"Open now: go to it"</a> }.into_any();
        }
        let label = stored.with_value(|name| format!("Open {name}"));
        view! { <button on:click=does(Deed::Open)>{label}</button> }.into_any()
    };
    let shown = move |of| live(move || text(listed, of)).into_any();
    let noun = |it: &Listed| counted::noun(it.entries, " entry", " entries").to_owned();
    let class = |it: &Listed| if it.is_ill { "problem" } else { "health" }.to_owned();
    let aside = move || {
        let broken = listed.get().map(|listed| listed.broken).unwrap_or_default();
        (!broken.is_empty()).then(|| view! { <SetAside broken /> }.into_any())
    };
    view! {
        <li>
            <h3>
                <span class="name">{name.clone()}</span>
                " "
                <bdi class="title" data-words="kept">{shown(|it| it.title.clone())}</bdi>
            </h3>
            <p>
                <b class="entries">{shown(|it| it.entries.to_string())}</b>
                {shown(noun)}
                " · kept here since "
                {shown(|it| it.written.clone())}
            </p>
            <p class=live(move || text(listed, class))>
                {shown(|it| it.health.clone())}
                " · fingerprint "
                <code translate="no">{shown(|it| it.fingerprint.clone())}</code>
            </p>
            {views(aside)}
            <div class="wishes" role="group" aria-label=name>
                {views(first)}
                <button on:click=does(Deed::Export)>"Export"</button>
                {opener(rename, "Rename")}
                {opener(delete, "Delete")}
            </div>
        </li>
    }
    .into_any()
}

fn dialogs(
    listed: Memo<Option<Listed>>,
    name: &str,
    act: Act,
    waiting: Callback<String, usize>,
    home: &str,
) -> AnyView {
    let [rename, delete] = dialog_ids(name);
    let does = |deed| {
        let name = name.to_owned();
        Callback::new(move |typed: String| act.run((deed, name.clone(), typed)))
    };
    let rename = Question {
        id: rename,
        label: "Rename",
        question: format!("What should {name} be called?"),
        farewell: "Its entries stay as they are. If you leave the title empty, the diary is \
                   called by its name.",
        warning: Signal::stored(String::new()),
        wanted: Wanted::Text("Title", Signal::derive(move || text(listed, |it| it.title.clone()))),
        then: does(Deed::Rename),
    };
    let of = name.to_owned();
    let warning = move || match waiting.run(of.clone()) {
        0 => String::new(),
        1 => format!("1 request waits in {of}. It will be refused."),
        many => {
            let requests = counted::counted(many, "request", "requests");
            format!("{requests} wait in {of}. They will be refused.")
        }
    };
    let delete = Question {
        id: delete,
        label: "Delete",
        question: format!("Delete {name} for good?"),
        farewell: "All its entries and what was set aside of it will be gone from this device. Export it first if you might want it back.",
        warning: Signal::derive(warning),
        wanted: Wanted::Words(name.to_owned()),
        then: does(Deed::Delete),
    };
    let dialogs = [rename, delete].map(|question| dialog(question, home.to_owned()));
    dialogs.into_iter().collect::<Vec<_>>().into_any()
}

/// What could not be read, to be looked at and copied. Nothing of it is lost.
#[component]
fn SetAside(broken: Vec<(String, String)>) -> impl IntoView {
    let text = |(place, text): (String, String)| {
        // JSON shows what is no text, and can be read where it is one.
        let plain = serde_json::from_str::<String>(&text).unwrap_or(text);
        view! {
            <p><code translate="no">{place}</code></p>
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
