//! How things stand in both worlds.

use leptos::prelude::*;

use super::{
    components::entry_links::and_more,
    live::{keyed, live, memo, on, views},
    session_signals::SessionSignals,
    snapshot_view::{LARGE, Overwritten, Photo},
};
use diary::Snapshot;
use examples::{Cell, Example};

/// The snapshot-only world: the row as it is today.
pub(super) fn row<D: Example>(signals: SessionSignals<D>) -> AnyView {
    let cells = memo(move |_| {
        let chosen = signals.chosen();
        signals.row(|row| row.today().row(chosen.as_ref()))
    });
    let first = memo(move |_| cells.with(|cells| cells.first().cloned()));
    let name = move || first.get().map(|cell| cell.name);
    let value = Signal::derive(move || first.get().map(|cell| cell.value).unwrap_or_default());
    let first_id = first.get_untracked().map(|cell| testid("snapshot", &cell.key));
    let keys = move || {
        cells.with(|cells| cells.iter().skip(1).map(|cell| cell.key.clone()).collect::<Vec<_>>())
    };
    let others = keyed(keys, move |key| {
        let id = testid("snapshot", &key);
        named_cell(memo(move |_| find(&cells.read(), &key)), id)
    });
    view! {
        <Photo updated_at=Callback::new(move |()| signals.row(Snapshot::updated_at))>
            <p class="label">
                <bdi>{live(name)}</bdi>
            </p>
            <p class="big" data-testid=first_id>
                <Overwritten value />
            </p>
            <dl>{others}</dl>
        </Photo>
    }
    .into_any()
}

fn find(cells: &[Cell], key: &str) -> Option<Cell> {
    cells.iter().find(|cell| cell.key == *key).cloned()
}

/// A cell with its name beside it. On a phone there is room for few of them: the chosen one has it.
fn named_cell(cell: Memo<Option<Cell>>, testid: String) -> AnyView {
    let is_chosen = memo(move |_| cell.with(|cell| cell.as_ref().is_some_and(|it| it.is_chosen)));
    let name = move || cell.with(|cell| cell.as_ref().map(|cell| cell.name.clone()));
    let value = Signal::derive(move || {
        cell.with(|cell| cell.as_ref().map(|cell| cell.value.clone()).unwrap_or_default())
    });
    view! {
        <dt class:chosen=live(move || is_chosen.get()) title=live(name)>
            <bdi>{live(name)}</bdi>
        </dt>
        <dd class:chosen=live(move || is_chosen.get()) data-testid=testid>
            <bdi>
                <Overwritten value />
            </bdi>
        </dd>
    }
    .into_any()
}

/// The diary's world, large: the figures where there are several, and the facts of the moment.
pub(super) fn now<D: Example>(signals: SessionSignals<D>) -> AnyView {
    let figures = (D::FIGURES.len() > 1).then(|| figures(signals));
    let keys = untrack(|| signals.row(|row| row.today().facts())).into_iter().map(|fact| fact.key);
    let keys: Vec<_> = keys.collect();
    // A state in the past is replayed for its facts, which is not done for nothing.
    let facts = (!keys.is_empty()).then(|| facts(signals, keys, figures.is_none()));
    view! { {figures} {facts} }.into_any()
}

/// The facts with these keys; the first one can be large.
fn facts<D: Example>(
    signals: SessionSignals<D>,
    keys: Vec<String>,
    is_first_large: bool,
) -> AnyView {
    let facts = memo(move |_| signals.state(D::facts));
    let fact = move |(at, key): (usize, String)| {
        let id = testid("diary", &key);
        let fact = memo(move |_| find(&facts.read(), &key));
        let name = move || fact.get().map(|fact| fact.name);
        let value = move || fact.get().map(|fact| fact.value);
        view! {
            <p class="figure" class:big=at == 0 && is_first_large>
                <span class="label">{live(name)}</span>
                <span class="amount" data-testid=id>
                    <bdi>{live(value)}</bdi>
                </span>
            </p>
        }
        .into_any()
    };
    keys.into_iter().enumerate().map(fact).collect::<Vec<_>>().into_any()
}

/// The figures, each a button that chooses it.
fn figures<D: Example>(signals: SessionSignals<D>) -> AnyView {
    let reader = signals.reader;
    let offered = memo(move |_| reader.offered_figures());
    let figure = move |which: usize| {
        let amount =
            move || reader.figure_now(which).map_or(D::NO_FIGURE.into(), |m| m.to_string());
        // A long number is smaller, and whole.
        let is_large =
            move || reader.figure_now(which).is_some_and(|it| it.to_string().len() > LARGE);
        let key = untrack(|| signals.figure_of(which)).as_ref().map(D::figure_key);
        view! {
            <button
                class="figure"
                class:big=which == 0
                class:large=live(is_large)
                aria-pressed=live(move || (reader.figure.get() == which).to_string())
                on:click=on(move |_| reader.figure.set(which))
            >
                <span class="label" title=live(move || reader.versions().figure_name(which))>
                    <bdi>{live(move || reader.versions().figure_name(which))}</bdi>
                </span>
                <span class="amount" data-testid=key.map(|key| testid("diary", &key))>
                    {live(amount)}
                </span>
            </button>
        }
        .into_any()
    };
    let figures = move || {
        let (shown, others) = offered.get();
        let others =
            and_more(others).map(|words| view! { <p class="figure others">{words}</p> }.into_any());
        view! {
            {shown.into_iter().map(figure).collect::<Vec<_>>()}
            {others}
        }
    };
    views(figures).into_any()
}

fn testid(world: &str, key: &str) -> String {
    [world, "-", key].concat()
}
