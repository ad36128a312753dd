//! Keeping the copy that is open, and the branches that are kept: opened, deleted, put back.

use leptos::prelude::*;

use super::{
    compared::compare,
    notes::{Kept, Notes, Shelved},
    told::Summary,
};
use crate::{
    browser::focus,
    ui::{
        components::field::{Field, TextField},
        live::{keyed, live, memo, on, views},
        reader::reader,
    },
};
use diary::ChainHash;
use english::counted;
use examples::shown;

/// The id of the button that puts a deleted branch back.
const PUT_BACK: &str = "put-branch-back";

/// A name for the copy, and a button that keeps it.
pub(super) fn keep(shelved: Shelved, summary: Memo<Option<Summary>>) -> AnyView {
    let reader = reader();
    let suggestion = move || summary.get().map(|summary| summary.name).unwrap_or_default();
    let name = Field::suggesting("branch-name", Signal::derive(suggestion));
    let keep = move |_| {
        let text = untrack(|| name.text());
        match shelved.keep.run(text.clone()) {
            Ok(()) => {
                name.reset();
                reader.say(format!("Kept as “{}”.", shown(text.trim())));
            }
            Err(why) => name.refuse(why),
        }
    };
    let can_be_kept =
        memo(move |_| summary.with(|it| it.as_ref().is_some_and(|it| it.can_be_kept)));
    let field = move || {
        if can_be_kept.get() {
            view! {
                <div class="wishes keep">
                    <TextField label="Name" field=name class="branch-name" inputmode="text" />
                    <button on:click=on(keep)>"Keep this branch"</button>
                </div>
            }
            .into_any()
        } else {
            let words = "The request was refused, so nothing stands in the place of this entry. \
                         There is nothing to keep.";
            view! { <p class="aside">{words}</p> }.into_any()
        }
    };
    views(field).into_any()
}

/// The branches that are kept.
pub(super) fn kept_branches(shelved: Shelved) -> AnyView {
    let reader = reader();
    let notes = shelved.notes;
    let deleted = RwSignal::new(None::<Kept>);
    let problem = RwSignal::new(String::new());
    let done = move |done: Result<(), String>, words: String| match done {
        Ok(()) => {
            problem.set(String::new());
            reader.say(words);
            true
        }
        Err(why) => {
            problem.set(why);
            false
        }
    };
    let delete = Callback::new(move |kept: Kept| {
        let words = format!("“{}” was deleted.", shown(&kept.name));
        focus::hand_on_now(Some(PUT_BACK.to_owned()));
        if done(shelved.delete.run(kept.text.clone()), words) {
            deleted.set(Some(kept));
        }
    });
    let undo = move || {
        let kept = deleted.get()?;
        let name = shown(&kept.name);
        let words = format!("“{name}” is deleted. ");
        let put_back = move |_| {
            focus::hand_on_now(Some(id_of(&kept)));
            // Until it is back, this is the only place where it is.
            if done(shelved.put_back.run(kept.text.clone()), format!("“{name}” is back.")) {
                deleted.set(None);
            }
        };
        Some(
            view! {
                <p class="aside">
                    <bdi dir="ltr">{words}</bdi>
                    <button id=PUT_BACK on:click=on(put_back)>
                        "Put it back"
                    </button>
                </p>
            }
            .into_any(),
        )
    };
    let branches = move || {
        focus::hand_on();
        notes.with(|notes| notes.kept.iter().map(Kept::key).collect())
    };
    let branch = move |key: String| {
        let is_it = |kept: &&Kept| kept.key() == key;
        let kept = notes.with_untracked(|notes| notes.kept.iter().find(is_it).cloned());
        let branch = kept.map(|kept| view! { <Branch kept open=shelved.open delete /> });
        branch.into_any()
    };
    let is_empty = memo(move |_| notes.with(|notes| notes.kept.is_empty()));
    let empty = move || {
        is_empty.get().then(|| {
            let words = "None yet. Give the copy a name and keep it: then it can be opened and compared later.";
            view! { <p class="aside">{words}</p> }.into_any()
        })
    };
    let problems = move || {
        let Notes { unread, problem, .. } = notes.get();
        let told = |why: String| {
            let words =
                format!("One line of the kept branches can’t be read: {why}. It stays as it is.");
            view! { <p class="problem">{words}</p> }.into_any()
        };
        let unread = unread.into_iter().map(told).collect::<Vec<_>>();
        let problem = problem.map(|why| {
            let words =
                format!("Branches can’t be kept here: {why}. A copy stays until you leave it.");
            view! { <p class="problem">{words}</p> }.into_any()
        });
        view! {
            {unread}
            {problem}
        }
        .into_any()
    };
    let some = memo(move |_| notes.with(|notes| notes.kept.iter().any(|kept| kept.is_ours)));
    let compared = move || {
        focus::hand_on();
        some.get().then(|| compare(shelved))
    };
    view! {
        <section class="kept-branches" aria-labelledby="kept-heading">
            <h4 id="kept-heading">"Kept branches"</h4>
            {views(empty)}
            <ul class="branches">{keyed(branches, branch)}</ul>
            {views(problems)}
            {views(undo)}
            <p class="problem">{live(move || problem.get())}</p>
            {views(compared)}
        </section>
    }
    .into_any()
}

/// The id of a branch in the list.
fn id_of(kept: &Kept) -> String {
    format!("branch-{}", ChainHash::default().next(&kept.text))
}

/// One branch in the list.
#[component]
fn Branch(kept: Kept, open: Callback<String>, delete: Callback<Kept>) -> impl IntoView {
    let reader = reader();
    let id = id_of(&kept);
    let Kept { text, name, words, version, is_ours } = kept.clone();
    let name = shown(&name);
    let since = move || {
        if !is_ours {
            return " · It was made of another diary than the one that is open.".to_owned();
        }
        match reader.last().saturating_sub(version) {
            0 => String::new(),
            1 => " · 1 entry was written since. It is included.".to_owned(),
            many => format!(" · {} were written since. They are included.", counted::entries(many)),
        }
    };
    let open_name = format!("Open “{name}”");
    let delete_name = format!("Delete “{name}”");
    let open = is_ours.then(|| {
        view! {
            <button aria-label=open_name on:click=on(move |_| open.run(text.clone()))>
                "Open"
            </button>
        }
        .into_any()
    });
    view! {
        <li id=id tabindex="-1">
            <p>
                <b>
                    <bdi>{name}</bdi>
                </b>
                <span class="aside">" · "<bdi dir="ltr">{words}</bdi>{live(since)}</span>
            </p>
            <div class="wishes">
                {open}
                <button
                    class="plain"
                    aria-label=delete_name
                    on:click=on(move |_| delete.run(kept.clone()))
                >
                    "Delete"
                </button>
            </div>
        </li>
    }
}
