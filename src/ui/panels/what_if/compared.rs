//! Two of the branches that are kept, beside each other.

use leptos::prelude::*;

use super::{
    notes::{Kept, Shelved},
    told::amount_words,
};
use crate::ui::{
    components::select::{Offer, select},
    live::{memo, views},
};
use examples::{Delta, Divergence, shown};

/// Two branches, or one and the diary itself: where they part, and how far today differs.
pub(super) fn compare(shelved: Shelved) -> AnyView {
    let chosen = [RwSignal::new(None), RwSignal::new(None)];
    let ours = memo(move |_| {
        let kept = shelved.notes.get().kept;
        kept.into_iter().filter(|kept| kept.is_ours).collect::<Vec<_>>()
    });
    // At first the last two branches are compared; where there is one, the diary with it.
    let suggested = move |back: usize| ours.with(Vec::len).saturating_sub(back);
    let sides = [(chosen[0], 1), (chosen[1], 0)].map(|(chosen, back)| Side {
        at: Signal::derive(move || chosen.get().unwrap_or_else(|| suggested(back))),
        chosen,
    });
    let side = move |which: Side| {
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
            {sides[0].view("compare-here", "Compare", ours)}
            {sides[1].view("compare-there", "with", ours)}
        </div>
        {views(found)}
    }
    .into_any()
}

/// One of the two that are compared: 0 is the diary, then the branches in their order.
#[derive(Clone, Copy)]
struct Side {
    at: Signal<usize>,
    chosen: RwSignal<Option<usize>>,
}

impl Side {
    fn view(self, id: &str, label: &'static str, ours: Memo<Vec<Kept>>) -> AnyView {
        let Self { at, chosen } = self;
        let offer = memo(move |_| {
            let names = ours.get().into_iter().map(|kept| shown(&kept.name));
            let names = std::iter::once("the diary".to_owned()).chain(names);
            Offer::numbered(names.enumerate(), at.get())
        });
        let choose = Callback::new(move |key: String| chosen.set(key.parse().ok()));
        select(id.to_owned(), label, offer, choose)
    }
}

#[component]
fn Parted(parting: Divergence, names: [String; 2]) -> impl IntoView {
    let [here, there] = names;
    let words = match parting.entry {
        Some(entry) => format!("They differ from entry {entry} on."),
        None => "They are the same, entry by entry.".into(),
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
