//! Two of the branches that are kept, beside each other.

use leptos::prelude::*;

use super::{
    notes::{Kept, Shelved},
    told::amount_words,
};
use crate::ui::live::{live, on, views};
use examples::{Delta, Divergence, shown};

/// Two branches, or one and the diary itself: where they part, and how far today differs.
pub(super) fn compare(shelved: Shelved) -> AnyView {
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
    .into_any()
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
fn Parted(parting: Divergence, names: [String; 2]) -> impl IntoView {
    let [here, there] = names;
    let words = match parting.entry {
        Some(entry) => format!("They part at line {entry}."),
        None => "They are the same, line by line.".into(),
    };
    let row = |gap: Delta| {
        view! {
            <tr>
                <th scope="row">
                    <bdi>{gap.name}</bdi>
                </th>
                <td class="amount">{amount_words(gap.here)}</td>
                <td class="amount">{amount_words(gap.there)}</td>
                <td class="amount">{gap.by.to_string()}</td>
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
