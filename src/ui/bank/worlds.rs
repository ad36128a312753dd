//! The bank's balances in both worlds.

use leptos::prelude::*;

use crate::ui::{
    live::{live, on, views},
    notebook::Notebook,
    photo::{Overwritten, Photo},
    reader::OFFERED,
};
use diary::Snapshot;
use examples::{
    bank::{Account, Bank},
    shown,
};

/// The snapshot-only world.
#[component]
pub fn Row(
    /// The bank's diary, beside which its row is kept.
    notebook: Notebook<Bank>,
) -> impl IntoView {
    let balance = move |account: Account| {
        Signal::derive(move || {
            let balance = notebook.row(|row| row.today().balance(&account));
            balance.map_or_else(|| "not open".into(), |balance| balance.to_string())
        })
    };
    let column = move |account: Account| {
        // On a phone there is room for few of them.
        let this = account.clone();
        let is_chosen = Memo::new(move |_| notebook.chosen() == this);
        view! {
            <dt class:chosen=live(move || is_chosen.get())>
                <bdi>{account.to_string()}</bdi>
            </dt>
            <dd class:chosen=live(move || is_chosen.get())>
                <Overwritten value=balance(account) />
            </dd>
        }
        .into_any()
    };
    let named = Memo::new(move |_| {
        let chosen = notebook.chosen();
        notebook.row(|row| named_columns(row.today(), &chosen))
    });
    let named = move || {
        let (shown, others) = named.get();
        let others = (others > 0).then(|| {
            view! {
                <dt>"Other accounts"</dt>
                <dd>{format!("and {others} more")}</dd>
            }
            .into_any()
        });
        view! {
            {shown.into_iter().map(column).collect::<Vec<_>>()}
            {others}
        }
    };
    let owner =
        move || notebook.row(|row| row.today().owner().map_or_else(|| "nobody".into(), shown));
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

/// The columns of the row beside Everyday and Savings, which are always there: the first ones and that
/// of the chosen account. And how many others there are.
fn named_columns(bank: &Bank, chosen: &Account) -> (Vec<Account>, usize) {
    let is_named = |account: &Account| !Account::FIRST.contains(account);
    let first = bank.first_accounts(OFFERED).into_iter().map(|held| held.account.clone());
    let mut named: Vec<_> = first.filter(is_named).take(OFFERED - Account::FIRST.len()).collect();
    if is_named(chosen) && bank.balance(chosen).is_some() && !named.contains(chosen) {
        named.push(chosen.clone());
    }
    let closed = Account::FIRST.iter().filter(|it| bank.balance(it).is_none()).count();
    let others = bank.open_accounts() + closed - Account::FIRST.len() - named.len();
    (named, others)
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
                <span class="label">
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
