//! The bank's balances in both worlds.

use leptos::prelude::*;

use crate::ui::{
    live::{live, on, views},
    notebook::Notebook,
    photo::{Overwritten, Photo},
};
use diary::Snapshot;
use examples::bank::{Account, Bank};

/// The snapshot-only world.
#[component]
pub fn Row(
    /// The bank's diary, beside which its row is kept.
    notebook: Notebook<Bank>,
) -> impl IntoView {
    let balance = move |account: Account| {
        Signal::derive(move || notebook.row(|row| row.today().cell(&account)))
    };
    let column = move |account: Account| {
        // On a phone there is room for few of them.
        let this = account.clone();
        let is_chosen = Memo::new(move |_| notebook.chosen().unwrap_or_default() == this);
        view! {
            <dt class:chosen=live(move || is_chosen.get()) title=account.name().to_owned()>
                <bdi>{account.to_string()}</bdi>
            </dt>
            <dd class:chosen=live(move || is_chosen.get())>
                <Overwritten value=balance(account) />
            </dd>
        }
        .into_any()
    };
    let columns = Memo::new(move |_| {
        let chosen = notebook.chosen().unwrap_or_default();
        notebook.row(|row| row.today().columns(&chosen, Bank::COLUMNS))
    });
    let named = move || {
        let (shown, others) = columns.get();
        let others = (others > 0).then(|| {
            view! {
                <dt>"Other accounts"</dt>
                <dd>{format!("and {others} more")}</dd>
            }
            .into_any()
        });
        // The first two have their places above.
        let named = shown.into_iter().skip(Account::FIRST.len());
        view! {
            {named.map(column).collect::<Vec<_>>()}
            {others}
        }
    };
    let owner = move || notebook.row(|row| row.today().owner_cell());
    view! {
        <Photo updated_at=Callback::new(move |()| notebook.row(Snapshot::updated_at))>
            <p class="label">"Everyday"</p>
            <p class="big" data-testid="snapshot-balance">
                <Overwritten value=balance(Account::Everyday) />
            </p>
            <dl>
                {column(Account::Savings)}
                {views(named)}
                <dt>"Owner"</dt>
                <dd>
                    <bdi>{live(owner)}</bdi>
                </dd>
            </dl>
        </Photo>
    }
}

/// The balances of the accounts, large.
#[component]
pub fn Figures(
    /// The bank's diary.
    notebook: Notebook<Bank>,
) -> impl IntoView {
    let reader = notebook.reader;
    let offered = Memo::new(move |_| reader.offered_figures());
    let figure = move |which: usize| {
        let amount = move || reader.figure_now(which).map_or("not open".into(), |m| m.to_string());
        let testid = match which {
            0 => Some("diary-balance"),
            1 => Some("diary-savings"),
            _ => None,
        };
        view! {
            <button
                class="figure"
                class:big=which == 0
                aria-pressed=live(move || (reader.figure.get() == which).to_string())
                on:click=on(move |_| reader.figure.set(which))
            >
                <span class="label" title=live(move || reader.pages().figure_name(which))>
                    <bdi>{live(move || reader.pages().figure_name(which))}</bdi>
                </span>
                <span class="amount" data-testid=testid>
                    {live(amount)}
                </span>
            </button>
        }
        .into_any()
    };
    let figures = move || {
        let (shown, others) = offered.get();
        let others = (others > 0).then(|| {
            view! { <p class="figure others">{format!("and {others} more")}</p> }.into_any()
        });
        view! {
            {shown.into_iter().map(figure).collect::<Vec<_>>()}
            {others}
        }
    };
    views(figures)
}
