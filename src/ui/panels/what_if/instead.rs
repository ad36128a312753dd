//! The fields for what stands there instead: each kind of diary has wishes of its own.

use leptos::prelude::*;

use crate::ui::{
    field::{Field, TextField},
    kind::Kind,
    live::{live, on, views},
    notebook::Notebook,
};
use examples::{
    bank::{Account, Bank, Command},
    order::{self, Order},
};

/// A kind of diary in which something else can be wished for.
pub(crate) trait Instead: Kind {
    /// The fields of a wish, and a button that writes it in the copy.
    fn form(notebook: Notebook<Self>, write: Callback<Self::Command>) -> AnyView;
}

impl Instead for Bank {
    fn form(notebook: Notebook<Self>, write: Callback<Command>) -> AnyView {
        let wish = RwSignal::new(1);
        // At first from Everyday, and a transfer to Savings.
        let [account, to] = [0, 1].map(RwSignal::new);
        let known = Memo::new(move |_| {
            notebook.offered_figures().into_iter().map(|(_, account)| account).collect::<Vec<_>>()
        });
        let named = move |chosen: RwSignal<usize>| {
            known.with_untracked(|known| known.get(chosen.get_untracked()).cloned())
        };
        let amount = Field::new("instead-amount", "50.00");
        let press = move |()| {
            let account = named(account).unwrap_or_default();
            let to = Some(to).filter(|_| untrack(|| is_choice(known))).and_then(named);
            let to = to.unwrap_or_else(|| account.other());
            let Some(amount) = amount.amount() else { return };
            write.run(match wish.get_untracked() {
                0 => Command::Deposit { account, amount },
                1 => Command::Withdraw { account, amount },
                2 => Command::Transfer { from: account, to, amount },
                _ => Command::ChargeFee { account, amount },
            });
        };
        let names =
            Signal::derive(move || known.with(|all| all.iter().map(Account::to_string).collect()));
        let to_menu = move || {
            (wish.get() == 2 && is_choice(known)).then(|| {
                view! { <Menu label="To" id="instead-to" options=names chosen=to /> }.into_any()
            })
        };
        view! {
            <Menu
                label="Wish"
                id="instead-wish"
                options=fixed(["Deposit", "Withdraw", "Transfer", "Charge fee"])
                chosen=wish
            />
            <Menu label="Account" id="instead-account" options=names chosen=account />
            {views(to_menu)}
            <TextField label="Amount" field=amount />
            <WriteButton press=Callback::new(press) />
        }
        .into_any()
    }
}

/// Whether there is more than one account that a transfer can go to.
fn is_choice(known: Memo<Vec<Account>>) -> bool {
    known.with(Vec::len) > Account::FIRST.len()
}

impl Instead for Order {
    fn form(_: Notebook<Self>, write: Callback<order::Command>) -> AnyView {
        let wish = RwSignal::new(0);
        let item = Field::new("instead-item", "lamp");
        let price = Field::new("instead-price", "39.00");
        let quantity = Field::new("instead-quantity", "1");
        let amount = Field::new("instead-amount", "20.50");
        let name = move || untrack(|| item.text());
        let press = move |()| {
            let wish = match wish.get_untracked() {
                0 => price.amount().zip(quantity.quantity()).map(|(price, quantity)| {
                    order::Command::AddItem { name: name(), price, quantity }
                }),
                1 => quantity.quantity().map(|quantity| order::Command::RemoveItem {
                    name: name(),
                    quantity: order::HowMany::Exactly(quantity),
                }),
                2 => amount.amount().map(|amount| order::Command::ReceivePayment { amount }),
                _ => Some(order::Command::Ship),
            };
            if let Some(wish) = wish {
                write.run(wish);
            }
        };
        let item_field = move || {
            view! { <TextField label="Item" field=item class="name" inputmode="text" /> }.into_any()
        };
        let quantity_field = move || {
            view! {
                <TextField
                    label="Quantity"
                    field=quantity
                    class="tiny amount"
                    inputmode="numeric"
                />
            }
            .into_any()
        };
        let fields = move || match wish.get() {
            0 => view! {
                {item_field()}
                <TextField label="Price" field=price />
                {quantity_field()}
            }
            .into_any(),
            1 => view! {
                {item_field()}
                {quantity_field()}
            }
            .into_any(),
            2 => view! { <TextField label="Amount" field=amount /> }.into_any(),
            _ => ().into_any(),
        };
        view! {
            <Menu
                label="Wish"
                id="instead-wish"
                options=fixed(["Add item", "Remove item", "Receive payment", "Ship"])
                chosen=wish
            />
            {views(fields)}
            <WriteButton press=Callback::new(press) />
        }
        .into_any()
    }
}

#[component]
fn WriteButton(press: Callback<()>) -> impl IntoView {
    view! {
        <button class="lead" on:click=on(move |_| press.run(()))>
            "Write it in the copy"
        </button>
    }
}

/// The options of a menu that never change.
fn fixed(options: [&str; 4]) -> Signal<Vec<String>> {
    Signal::stored(options.map(str::to_owned).into())
}

#[component]
fn Menu(
    label: &'static str,
    id: &'static str,
    options: Signal<Vec<String>>,
    chosen: RwSignal<usize>,
) -> impl IntoView {
    let option = move |(at, name): (usize, String)| {
        let is_chosen = move || chosen.get() == at;
        view! {
            <option value=at.to_string() prop:selected=live(is_chosen)>
                {name}
            </option>
        }
        .into_any()
    };
    let take = move |event| chosen.set(event_target_value(&event).parse().unwrap_or(0));
    let options = move || options.get().into_iter().enumerate().map(option).collect::<Vec<_>>();
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <select id=id on:change=on(take)>
                {views(options)}
            </select>
        </div>
    }
}
