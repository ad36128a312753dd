//! Keeping the copy that is open, and the branches that are kept: opened, compared, deleted.

use leptos::prelude::*;

use super::{
    notes::{Kept, Notes, Shelved},
    told::{Summary, amount_words},
};
use crate::{
    domain::{Gap, Parting, shown},
    ui::{
        field::{Field, TextField},
        live::{live, on, views},
        reader::reader,
    },
};

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
        Memo::new(move |_| summary.with(|it| it.as_ref().is_some_and(|it| it.can_be_kept)));
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
            let words = "The wish was refused, so nothing stands in the place of this entry. There is nothing to keep.";
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
        if done(shelved.delete.run(kept.text.clone()), words) {
            deleted.set(Some(kept));
        }
    });
    let undo = move || {
        let kept = deleted.get()?;
        let name = shown(&kept.name);
        let words = format!("“{name}” is deleted. ");
        let put_back = move |_| {
            // Until it is back, this is the only place where it is.
            if done(shelved.put_back.run(kept.text.clone()), format!("“{name}” is back.")) {
                deleted.set(None);
            }
        };
        Some(
            view! {
                <p class="aside">
                    <bdi>{words}</bdi>
                    <button on:click=on(put_back)>"Put it back"</button>
                </p>
            }
            .into_any(),
        )
    };
    let list = move || {
        let Notes { kept, unread, problem } = notes.get();
        let one = |kept| view! { <Branch kept open=shelved.open delete /> }.into_any();
        let is_empty = kept.is_empty();
        let branches = kept.into_iter().map(one).collect::<Vec<_>>();
        let told = |why: String| {
            let words =
                format!("One line of what is kept can’t be read: {why}. It stays as it is.");
            view! { <p class="problem">{words}</p> }.into_any()
        };
        let unread = unread.into_iter().map(told).collect::<Vec<_>>();
        let problem = problem.map(|why| {
            let words =
                format!("Branches can’t be kept here: {why}. A copy stays until you leave it.");
            view! { <p class="problem">{words}</p> }.into_any()
        });
        let empty = is_empty.then(|| {
            let words = "None yet. A copy that you keep is called a branch. Give one a name and keep it: then it can be opened and compared later.";
            view! { <p class="aside">{words}</p> }.into_any()
        });
        view! {
            {empty}
            <ul class="branches">{branches}</ul>
            {unread}
            {problem}
        }
        .into_any()
    };
    let some = Memo::new(move |_| notes.with(|notes| notes.kept.iter().any(|kept| kept.is_ours)));
    let compare = move || some.get().then(|| view! { <Compare shelved /> }.into_any());
    view! {
        <section class="kept-branches" aria-labelledby="kept-heading">
            <h4 id="kept-heading">"Kept branches"</h4>
            {views(list)}
            {views(undo)}
            <p class="problem">{live(move || problem.get())}</p>
            {views(compare)}
        </section>
    }
    .into_any()
}

/// One branch in the list.
#[component]
fn Branch(kept: Kept, open: Callback<String>, delete: Callback<Kept>) -> impl IntoView {
    let reader = reader();
    let Kept { text, name, words, page, is_ours } = kept.clone();
    let name = shown(&name);
    let since = move || {
        if !is_ours {
            return " · The diary that is open isn’t the one that it was made of.".to_owned();
        }
        match reader.last().saturating_sub(page) {
            0 => String::new(),
            1 => " · 1 line was written since. It is taken in.".to_owned(),
            many => format!(" · {many} lines were written since. They are taken in."),
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
        <li>
            <p>
                <b>
                    <bdi>{name}</bdi>
                </b>
                <span class="aside">" · "<bdi>{words}</bdi>{live(since)}</span>
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

/// Two branches, or one and the diary itself: where they part, and how far today differs.
#[component]
fn Compare(shelved: Shelved) -> impl IntoView {
    let chosen = [RwSignal::new(None), RwSignal::new(None)];
    let ours = Memo::new(move |_| {
        let kept = shelved.notes.get().kept;
        kept.into_iter().filter(|kept| kept.is_ours).collect::<Vec<_>>()
    });
    // At first the last two branches are compared; where there is one, the diary with it.
    let suggested = move |back: usize| ours.with(Vec::len).saturating_sub(back);
    let sides = [(chosen[0], 1), (chosen[1], 0)].map(|(chosen, back)| Choice {
        at: Signal::derive(move || chosen.get().unwrap_or_else(|| suggested(back))),
        chosen,
    });
    let side = move |which: Choice| {
        let at = which.at.get();
        ours.with(|ours| at.checked_sub(1).and_then(|at| ours.get(at).cloned()))
    };
    let name = move |which| match side(which) {
        Some(kept) => format!("“{}”", shown(&kept.name)),
        None => "the diary".into(),
    };
    let found = move || {
        let text = |which| side(which).map(|kept| kept.text);
        let parting = shelved.compare.run(sides.map(text))?;
        Some(view! { <Parted parting names=sides.map(name) /> }.into_any())
    };
    view! {
        <div class="wishes compare" role="group" aria-label="Compare two">
            <Side label="Compare" id="compare-here" choice=sides[0] ours />
            <Side label="with" id="compare-there" choice=sides[1] ours />
        </div>
        {views(found)}
    }
}

/// One of the two that are compared: 0 is the diary, then the branches in their order.
#[derive(Clone, Copy)]
struct Choice {
    at: Signal<usize>,
    chosen: RwSignal<Option<usize>>,
}

#[component]
fn Side(
    label: &'static str,
    id: &'static str,
    choice: Choice,
    ours: Memo<Vec<Kept>>,
) -> impl IntoView {
    let option = move |at: usize, name: String| {
        let is_chosen = move || choice.at.get() == at;
        view! {
            <option value=at.to_string() prop:selected=live(is_chosen)>
                {name}
            </option>
        }
        .into_any()
    };
    let options = move || {
        let names = ours.get().into_iter().map(|kept| shown(&kept.name));
        let names = std::iter::once("the diary".to_owned()).chain(names).enumerate();
        names.map(|(at, name)| option(at, name)).collect::<Vec<_>>()
    };
    let take = move |event| choice.chosen.set(event_target_value(&event).parse().ok());
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <select id=id on:change=on(take)>
                {views(options)}
            </select>
        </div>
    }
}

#[component]
fn Parted(parting: Parting, names: [String; 2]) -> impl IntoView {
    let [here, there] = names;
    let words = match parting.entry {
        Some(entry) => format!("They part at line {entry}."),
        None => "They are the same, line by line.".into(),
    };
    let row = |gap: Gap| {
        let by = gap.by();
        view! {
            <tr>
                <th scope="row">{gap.name}</th>
                <td class="amount">{amount_words(gap.here)}</td>
                <td class="amount">{amount_words(gap.there)}</td>
                <td class="amount">{by.to_string()}</td>
            </tr>
        }
        .into_any()
    };
    view! {
        <p class="finding" data-testid="parting">
            {words}
        </p>
        <div class="wide">
            <table class="differences">
                <caption class="unseen">"Where both stand today"</caption>
                <thead>
                    <tr>
                        <th scope="col">"Today"</th>
                        <th scope="col" class="amount">
                            <bdi>{here}</bdi>
                        </th>
                        <th scope="col" class="amount">
                            <bdi>{there}</bdi>
                        </th>
                        <th scope="col" class="amount">
                            "Difference"
                        </th>
                    </tr>
                </thead>
                <tbody>{parting.figures.into_iter().map(row).collect::<Vec<_>>()}</tbody>
            </table>
        </div>
    }
}
