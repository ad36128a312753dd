//! What the shop is asked for with.

use super::{Command, HowMany, Order, Status};
use crate::{
    Money,
    form::{Button, Control, Field, Input, Late},
};

/// What the shop has on offer: names, and the prices that are filled in when one is chosen.
const OFFERS: [(&str, Money); 3] =
    [("mug", Money::cents(12_00)), ("tea", Money::cents(8_50)), ("lamp", Money::cents(39_00))];

/// What is suggested for a thing that is not on offer.
const OTHER_PRICE: Money = Money::cents(10_00);

pub(super) const COMMANDS: &[Control<Order>] = &[
    Control::Button(
        Button::<Order>::new("Create order", &[], |_, values| {
            // `order-2` is the diary of ORD-2.
            let name = &values.diary;
            let number = name.strip_prefix("order-").unwrap_or(name);
            Some(Command::CreateOrder { number: format!("ORD-{number}") })
        })
        .next_while(|order| order.status() == Status::NotCreated)
        .beginning(),
    ),
    Control::Field(
        Field::new("item", "Item", Input::Text { hint: "", offers: &["mug", "tea", "lamp"] })
            .suggesting(|_, _| "lamp".into()),
    ),
    Control::Field(
        Field::new("price", "Price", Input::Amount)
            .suggesting(|_, values| {
                let offer = OFFERS.iter().find(|(offer, _)| *offer == values.text("item"));
                offer.map_or(OTHER_PRICE, |(_, price)| *price).to_string()
            })
            .following("item"),
    ),
    Control::Field(Field::new("quantity", "Quantity", Input::Count).suggesting(|_, _| "1".into())),
    Control::Button(
        Button::<Order>::new("Add item", &["item", "price", "quantity"], |_, values| {
            let (price, quantity) = (values.amount("price")?, values.count("quantity")?);
            Some(Command::AddItem { name: values.text("item").to_owned(), price, quantity })
        })
        .next_while(|order| order.status() == Status::Filling),
    ),
    Control::Button(Button::<Order>::new("Remove item", &["item", "quantity"], |_, values| {
        let quantity = HowMany::Exactly(values.count("quantity")?);
        Some(Command::RemoveItem { name: values.text("item").to_owned(), quantity })
    })),
    Control::Field(
        // The amount that is due is there for the one who pays; it can be changed.
        Field::new("amount", "Amount", Input::Amount)
            .suggesting(|order, _| order.total().to_string()),
    ),
    Control::Button(Button::<Order>::new("Receive payment", &["amount"], |_, values| {
        Some(Command::ReceivePayment { amount: values.amount("amount")? })
    })),
    Control::Button(
        Button::<Order>::new("Ship", &[], |_, _| Some(Command::Ship))
            .next_while(|order| order.status() == Status::Paid),
    ),
];

pub(super) const LATE: Late<Order> = Late {
    fields: &[
        Field::new("letter-item", "Handed over earlier", Input::Text { hint: "", offers: &[] })
            .suggesting(|_, _| "tea".into()),
        Field::new("letter-amount", "at the price of", Input::Amount)
            .suggesting(|_, _| "8.50".into()),
    ],
    command: |_, values| {
        let (name, price) =
            (values.text("letter-item").to_owned(), values.amount("letter-amount")?);
        Some(Command::AddItem { name, price, quantity: 1 })
    },
};
