//! The order on the page: its commands, its photo, its figures.

use leptos::prelude::*;

use super::{
    example::Example,
    field::{Enter, Field, TextField, WishButton},
    live::{live, on, views},
    notebook::Notebook,
    photo::{Overwritten, Photo},
    workbench::OPENING,
};
use crate::browser::dom;
use diary::Snapshot;
use examples::{
    Money,
    order::{Command, HowMany, Order, Status},
};
use storage::Start;

/// What the shop has on offer: names and prices that are filled in when one is chosen.
const OFFERS: [(&str, Money); 3] =
    [("mug", Money::cents(12_00)), ("tea", Money::cents(8_50)), ("lamp", Money::cents(39_00))];

/// What is suggested for a thing that is not on offer.
const OTHER_PRICE: Money = Money::cents(10_00);

impl Example for Order {
    fn opening(notebook: Notebook<Self>) -> String {
        notebook.row(|row| match row.today().status() {
            Status::NotCreated => "A blank page. Create an order and write the first line.".into(),
            Status::Filling => "Pay for your order and ship it. Then ask: when was it paid?".into(),
            status => format!("Your order is {status}. When was it paid?"),
        })
    }

    fn first_try(notebook: Notebook<Self>) -> String {
        let words = match notebook.row(|row| row.today().status()) {
            Status::NotCreated => "Try this: press Create order and watch both sides.",
            Status::Filling => "Try this: press Add item and watch both sides.",
            Status::Paid => "Try this: press Ship and watch both sides.",
            Status::Shipped => {
                "Try this: press Ship once more. A wish that breaks a rule leaves no line."
            }
        };
        words.to_owned()
    }

    fn commands(notebook: Notebook<Self>) -> AnyView {
        view! { <Commands notebook /> }.into_any()
    }

    fn row(notebook: Notebook<Self>) -> AnyView {
        view! { <Row notebook /> }.into_any()
    }

    fn now(notebook: Notebook<Self>) -> AnyView {
        view! { <Figures notebook /> }.into_any()
    }
}

/// The fields and buttons that make wishes.
#[component]
pub fn Commands(
    /// The order's diary.
    notebook: Notebook<Order>,
) -> impl IntoView {
    let item = Field::new("item", "lamp");
    // What is on offer brings its price along.
    let offered = move || {
        let name = item.text();
        let offer = OFFERS.iter().find(|(offer, _)| *offer == name);
        offer.map_or(OTHER_PRICE, |(_, price)| *price).to_string()
    };
    let price = Field::suggesting("price", Signal::derive(offered));
    let quantity = Field::new("quantity", "1");
    // The amount that is due is there for the one who pays; it can be changed.
    let due = move || notebook.row(|row| row.today().total().to_string());
    let amount = Field::suggesting("amount", Signal::derive(due));
    let (with_a_price, with_an_amount) = (Enter::unset(), Enter::unset());
    let create = move |()| {
        // `order-2` is the diary of ORD-2.
        let name = notebook.name();
        let number = name.strip_prefix("order-").unwrap_or(&name);
        notebook.send(Command::CreateOrder { number: format!("ORD-{number}") });
    };
    let add = move |()| {
        if let (Some(price), Some(quantity)) = (price.amount(), quantity.quantity()) {
            notebook.send(Command::AddItem { name: untrack(|| item.text()), price, quantity });
        }
    };
    let remove = move |()| {
        if let Some(quantity) = quantity.quantity() {
            let (name, quantity) = (untrack(|| item.text()), HowMany::Exactly(quantity));
            notebook.send(Command::RemoveItem { name, quantity });
        }
    };
    let pay = move |()| {
        if let Some(amount) = amount.amount() {
            notebook.send(Command::ReceivePayment { amount });
        }
    };
    let is_complete =
        Memo::new(move |_| notebook.row(|row| row.today().status() == Status::Shipped));
    // The next step of an order is the one to try.
    let at =
        move |status| Signal::derive(move || notebook.row(|row| row.today().status() == status));
    let begin = move |_| {
        let before = notebook.name_untracked();
        // Where it can't be begun, that is told.
        let then = move || {
            if untrack(|| notebook.cabinet().keeps()) {
                notebook.tell(format!("{before} is kept under Diaries."));
            }
            // This button has gone with the order.
            dom::focus(OPENING);
        };
        notebook.start(Start::Empty, then);
    };
    let another = move || {
        is_complete.get().then(|| {
            view! { <button class="plain" on:click=on(begin)>"Start another order"</button> }
                .into_any()
        })
    };
    view! {
        <div class="wishes">
            <WishButton label="Create order" lead=at(Status::NotCreated) on_press=create />
            <TextField
                label="Item"
                field=item
                class="name"
                inputmode="text"
                list="offers"
                on_typed=Some(Callback::new(move |()| price.reset()))
            />
            <datalist id="offers">
                {OFFERS
                    .map(|(name, _)| view! { <option value=name></option> }.into_any())
                    .into_iter()
                    .collect::<Vec<_>>()}
            </datalist>
            <TextField label="Price" field=price enter=with_a_price />
            <TextField label="Quantity" field=quantity class="tiny amount" inputmode="numeric" enter=with_a_price />
            <WishButton label="Add item" lead=at(Status::Filling) on_press=add enter=with_a_price />
            <WishButton label="Remove item" on_press=remove />
            <TextField label="Amount" field=amount enter=with_an_amount />
            <WishButton label="Receive payment" on_press=pay enter=with_an_amount />
            <WishButton label="Ship" lead=at(Status::Paid) on_press=move |()| notebook.send(Command::Ship) />
            {views(another)}
        </div>
    }
}

/// The snapshot-only world.
#[component]
pub fn Row(
    /// The order's diary, beside which its row is kept.
    notebook: Notebook<Order>,
) -> impl IntoView {
    let cells = Memo::new(move |_| notebook.row(|row| row.today().cells()));
    let [number, status, total, items] =
        [0, 1, 2, 3].map(|which| move || cells.with(|it| it[which].clone()));
    let number = move || match number() {
        empty if empty.is_empty() => "Order".into(),
        number => number,
    };
    view! {
        <Photo updated_at=Callback::new(move |()| notebook.row(Snapshot::updated_at))>
            <p class="label">
                <bdi>{live(number)}</bdi>
            </p>
            <p class="big" data-testid="snapshot-status">
                <Overwritten value=Signal::derive(status) />
            </p>
            <dl>
                <dt>"Total"</dt>
                <dd data-testid="snapshot-total">
                    <Overwritten value=Signal::derive(total) />
                </dd>
                <dt>"Items"</dt>
                <dd>
                    <bdi>
                        <Overwritten value=Signal::derive(items) />
                    </bdi>
                </dd>
            </dl>
        </Photo>
    }
}

/// How the order stands, large.
#[component]
pub fn Figures(
    /// The order's diary.
    notebook: Notebook<Order>,
) -> impl IntoView {
    let cells = Memo::new(move |_| notebook.state(Order::cells));
    let [status, total, items] = [1, 2, 3].map(|which| move || cells.with(|it| it[which].clone()));
    view! {
        <p class="figure big">
            <span class="label">"Status"</span>
            <span class="amount" data-testid="diary-status">
                {live(status)}
            </span>
        </p>
        <p class="figure">
            <span class="label">"Items"</span>
            <span class="amount" data-testid="diary-items">
                <bdi>{live(items)}</bdi>
            </span>
        </p>
        <p class="figure">
            <span class="label">"Total"</span>
            <span class="amount" data-testid="diary-total">
                {live(total)}
            </span>
        </p>
    }
}
