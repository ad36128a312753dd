//! The copy beside the original: where both futures end, their lines, and that nothing was touched.

use leptos::prelude::*;

use super::{
    curves::curves,
    kept::keep,
    lines::lines,
    notes::Shelved,
    proof::{Stored, proof_view},
    told::{End, Rows, Summary, amount_words, refused_words},
    worlds::WORLDS,
};
use crate::ui::{
    components::entry_links::{Says, and_more, entry_links},
    live::{live, memo, on, views},
    reader::reader,
};
use examples::{Amount, Downsampled};

/// The id of the copy.
pub(super) const COPY: &str = "copy";

/// What there is to know of the copy that is open.
#[derive(Clone, Copy)]
pub(super) struct Copied {
    pub(super) summary: Memo<Option<Summary>>,
    /// One of the figures in the diary and in both futures.
    pub(super) curves: Callback<usize, Option<[Downsampled; 3]>>,
    /// What the stores hold now of the entry with this number.
    pub(super) stored: Callback<usize, RwSignal<Stored>>,
    /// At most so many lines with this figure, and how many more there are.
    pub(super) rows: Rows,
}

/// The copy, once one is open.
pub(super) fn copy_view(copied: Copied, shelved: Shelved) -> AnyView {
    let Copied { summary, .. } = copied;
    let reader = reader();
    let is_open = memo(move |_| summary.with(Option::is_some));
    let title = move || summary.get().map(|summary| summary.title).unwrap_or_default();
    let changed = Signal::derive(move || summary.with(|it| it.as_ref().map_or(0, |it| it.changed)));
    let ends = move || summary.get().map(|summary| view! { <Ends summary /> }.into_any());
    let proof = move || summary.get().map(|summary| proof_view(summary, copied.stored));
    let outlines = Callback::new(move |()| copied.curves.run(reader.figure.get()));
    let copy = move || {
        is_open.get().then(|| {
            view! {
                <section class="copy" id=COPY tabindex="-1" aria-labelledby="copy-heading">
                    <h4 id="copy-heading">
                        <span class="stamp">"Copy"</span>
                        " "
                        <bdi dir="ltr">{live(title)}</bdi>
                    </h4>
                    {views(ends)}
                    <WhichFigure />
                    {curves(outlines)}
                    {lines(copied.rows, changed)}
                    {views(proof)}
                    {keep(shelved, summary)}
                </section>
            }
            .into_any()
        })
    };
    views(copy).into_any()
}

/// Where the diary and both futures end.
#[component]
fn Ends(summary: Summary) -> impl IntoView {
    let Summary { ends, impossible, refused, parting, .. } = summary;
    let [diary, replayed, decided] = ends;
    let breaks = match impossible {
        Some((entry, why)) => view! {
            <p class="breaks">
                "⚠ This could not have happened: at"
                {entry_links([(entry, Says::Number)], None)}
                ", "
                <bdi dir="ltr">{why}</bdi>
            </p>
        }
        .into_any(),
        None => view! { <p>"Every entry obeys the rules here."</p> }.into_any(),
    };
    let (count, named) = refused;
    let unnamed = and_more(count.saturating_sub(named.len()));
    let named = entry_links(named.into_iter().map(|entry| (entry, Says::Number)), unnamed);
    let parting = match parting {
        Some(entry) => format!("The diary and this copy differ from entry {entry} on."),
        None => "This copy is the same as the diary, entry by entry.".into(),
    };
    view! {
        <div class="ends">
            <EndView at=0 end=diary testid="end-diary">
                <p>"What was written. It stays as it is."</p>
            </EndView>
            <EndView at=1 end=replayed testid="end-replayed">
                <p>"The later entries stay as they are, whatever the rules say."</p>
                {breaks}
            </EndView>
            <EndView at=2 end=decided testid="end-decided">
                <p>"The rules decide each later request once more."</p>
                <p>
                    {match count {
                        0 => "✓ Every request was accepted.".to_owned(),
                        _ => format!("✓ This could have happened: {}:", refused_words(count)),
                    }}
                    {named}
                </p>
                <p>{parting}</p>
            </EndView>
        </div>
    }
}

#[component]
fn EndView(at: usize, end: End, testid: &'static str, children: Children) -> impl IntoView {
    let (name, class) = WORLDS.get(at).copied().unwrap_or_default();
    let figure = |(name, amount, by): (String, Option<Amount>, Amount)| {
        let gap = (at > 0).then(|| view! { <span class="gap">{gap_words(by)}</span> }.into_any());
        view! {
            <p class="end-figure">
                <span class="label">{name}</span>
                <b class="amount">{amount_words(amount)}</b>
                {gap}
            </p>
        }
        .into_any()
    };
    let other = |(name, value): (String, String)| {
        view! {
            <dt>
                <bdi>{name}</bdi>
            </dt>
            <dd>
                <bdi>{value}</bdi>
            </dd>
        }
        .into_any()
    };
    let others = end.others.into_iter().map(other).collect::<Vec<_>>();
    let others = (!others.is_empty()).then(|| view! { <dl>{others}</dl> }.into_any());
    view! {
        <div class=["end ", class].concat() data-testid=testid>
            <h5>
                <svg class="swatch" viewBox="0 0 24 4" aria-hidden="true">
                    <path class=class d="M0 2H24" />
                </svg>
                {name}
            </h5>
            {end.figures.into_iter().map(figure).collect::<Vec<_>>()}
            {others}
            <div class="why">{children()}</div>
        </div>
    }
}

/// How far an amount is from the diary's.
fn gap_words(by: Amount) -> String {
    match by.units() {
        0 => "as in the diary".into(),
        1.. => format!("{by} more today"),
        _ => format!("{} less today", -by),
    }
}

/// Which figure the chart and the lines show, where there are several.
#[component]
fn WhichFigure() -> impl IntoView {
    let reader = reader();
    let offered = memo(move |_| reader.offered_figures());
    let button = move |at: usize| {
        view! {
            <button
                aria-pressed=live(move || (reader.figure.get() == at).to_string())
                on:click=on(move |_| reader.figure.set(at))
            >
                {live(move || reader.versions().figure_name(at))}
            </button>
        }
        .into_any()
    };
    let buttons = move || {
        let (shown, others) = offered.get();
        let others = and_more(others);
        (shown.len() > 1).then(|| {
            view! {
                <div class="which" role="group" aria-label="Figure">
                    {shown.into_iter().map(button).collect::<Vec<_>>()}
                    {others}
                </div>
            }
            .into_any()
        })
    };
    views(buttons)
}
