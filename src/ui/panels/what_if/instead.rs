//! The fields for what stands there instead: each kind of diary has wishes of its own.

use leptos::prelude::*;

use crate::{
    domain::{
        bank::{self, Account, Bank},
        order::{self, Order},
    },
    ui::{
        field::{Field, TextField},
        kind::Kind,
        live::{live, on, views},
    },
};

/// A kind of diary in which something else can be wished for.
pub(crate) trait Instead: Kind {
    /// The fields of a wish, and a button that writes it in the copy.
    fn form(write: Callback<Self::Command>) -> AnyView;
}

impl Instead for Bank {
    fn form(write: Callback<bank::Command>) -> AnyView {
        let wish = RwSignal::new(1);
        let account = RwSignal::new(0);
        let amount = Field::new("instead-amount", "50.00");
        let press = move |()| {
            let account = Account::ALL.get(account.get_untracked()).copied().unwrap_or_default();
            let Some(amount) = amount.amount() else { return };
            write.run(match wish.get_untracked() {
                0 => bank::Command::Deposit { account, amount },
                1 => bank::Command::Withdraw { account, amount },
                2 => bank::Command::Transfer { from: account, to: account.other(), amount },
                _ => bank::Command::ChargeFee { account, amount },
            });
        };
        let accounts = Account::ALL.map(Account::name);
        view! {
            <Menu
                label="Wish"
                id="instead-wish"
                options=["Deposit", "Withdraw", "Transfer", "Charge fee"].to_vec()
                chosen=wish
            />
            <Menu label="Account" id="instead-account" options=accounts.to_vec() chosen=account />
            <TextField label="Amount" field=amount />
            <WriteButton press=Callback::new(press) />
        }
        .into_any()
    }
}

impl Instead for Order {
    fn form(write: Callback<order::Command>) -> AnyView {
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
                options=["Add item", "Remove item", "Receive payment", "Ship"].to_vec()
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

#[component]
fn Menu(
    label: &'static str,
    id: &'static str,
    options: Vec<&'static str>,
    chosen: RwSignal<usize>,
) -> impl IntoView {
    let option = |(at, name): (usize, &'static str)| {
        view! { <option value=at.to_string()>{name}</option> }.into_any()
    };
    let take = move |event| chosen.set(event_target_value(&event).parse().unwrap_or(0));
    let options = options.into_iter().enumerate().map(option).collect::<Vec<_>>();
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <select id=id prop:value=live(move || chosen.get().to_string()) on:change=on(take)>
                {options}
            </select>
        </div>
    }
}
