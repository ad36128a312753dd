//! Every rule of the order.

use diary::{Decider, replay};
use examples::{
    Money,
    order::{Command, Event, HowMany, Order, Rejection, Status},
};

use crate::given::{Given, given};

pub(crate) fn created() -> Event {
    Event::OrderCreated { number: "ORD-1".into() }
}

pub(crate) fn added(name: &str, price: i64, quantity: u32) -> Event {
    Event::ItemAdded { name: name.into(), price: Money::cents(price), quantity }
}

pub(crate) fn removed(name: &str, quantity: u32) -> Event {
    Event::ItemRemoved { name: name.into(), quantity: HowMany::Exactly(quantity) }
}

fn received(amount: i64) -> Event {
    Event::PaymentReceived { amount: Money::cents(amount) }
}

pub(crate) fn create(number: &str) -> Command {
    Command::CreateOrder { number: number.into() }
}

pub(crate) fn add(name: &str, price: i64, quantity: u32) -> Command {
    Command::AddItem { name: name.into(), price: Money::cents(price), quantity }
}

pub(crate) fn remove(name: &str, quantity: u32) -> Command {
    Command::RemoveItem { name: name.into(), quantity: HowMany::Exactly(quantity) }
}

pub(crate) fn pay(amount: i64) -> Command {
    Command::ReceivePayment { amount: Money::cents(amount) }
}

pub(crate) fn empty() -> Given<Order> {
    given([created()])
}

/// A mug for 12.00, not paid yet.
fn filled() -> Given<Order> {
    given([created(), added("mug", 12_00, 1)])
}

fn paid() -> Given<Order> {
    given([created(), added("mug", 12_00, 1), received(12_00)])
}

fn shipped() -> Given<Order> {
    given([created(), added("mug", 12_00, 1), received(12_00), Event::OrderShipped {}])
}

const MAX: i64 = Money::MAX.in_cents();

#[test]
fn is_created_once() {
    given::<Order>([]).when(create(" ORD-1 ")).then([created()]);
    for order in [empty(), filled(), paid(), shipped()] {
        order
            .when(create("ORD-2"))
            .then_rejected(Rejection::AlreadyCreated { number: "ORD-1".into() })
            .saying("ORD-1 is here already, and a diary holds one order.");
    }
}

#[test]
fn nothing_happens_before_it_is_created() {
    for command in [add("mug", 12_00, 1), remove("mug", 1), pay(0), Command::Ship] {
        given::<Order>([])
            .when(command)
            .then_rejected(Rejection::NotCreated)
            .saying("there is no order yet. Create one first.");
    }
}

#[test]
fn names_have_between_1_and_200_characters() {
    let longest = "☕".repeat(200);
    let too_long = format!("{longest}☕");
    given::<Order>([])
        .when(create(&longest))
        .then([Event::OrderCreated { number: longest.as_str().into() }]);
    empty().when(add(&longest, 1, 1)).then([added(&longest, 1, 1)]);
    empty().when(add("  mug ", 1, 1)).then([added("mug", 1, 1)]);
    filled().when(remove(" mug", 1)).then([removed("mug", 1)]);

    let bad_name = |characters| Rejection::BadName { characters };
    given::<Order>([])
        .when(create(&too_long))
        .then_rejected(bad_name(201))
        .saying("a name has at most 200 characters, and this has 201.");
    empty().when(add(&too_long, 1, 1)).then_rejected(bad_name(201));
    filled().when(remove(&too_long, 1)).then_rejected(bad_name(201));
    given::<Order>([]).when(create("")).then_rejected(bad_name(0)).saying("a name is missing.");
    empty().when(add(" \n", 1, 1)).then_rejected(bad_name(0));
    filled().when(remove("", 1)).then_rejected(bad_name(0));
}

#[test]
fn an_item_has_a_price_and_a_quantity() {
    empty().when(add("mug", 1, 1)).then([added("mug", 1, 1)]);
    empty()
        .when(add("mug", 0, 1))
        .then_rejected(Rejection::NotPositive { price: Money::ZERO })
        .saying("a price must be more than 0.00, and this is 0.00.");
    empty()
        .when(add("mug", -1, 1))
        .then_rejected(Rejection::NotPositive { price: Money::cents(-1) });
    empty()
        .when(add("mug", 12_00, 0))
        .then_rejected(Rejection::NoQuantity)
        .saying("a quantity must be at least 1, and this is 0.");
}

#[test]
fn more_of_an_item_comes_at_the_same_price() {
    filled().when(add("mug", 12_00, 2)).then([added("mug", 12_00, 2)]);
    filled()
        .when(add("mug", 9_00, 1))
        .then_rejected(Rejection::OtherPrice {
            name: "mug".into(),
            price: Money::cents(12_00),
            wanted: Money::cents(9_00),
        })
        .saying("“mug” costs 12.00 each in this order. Use that price, and not 9.00.");
    // What was taken out can come back at any price.
    given::<Order>([created(), added("mug", 12_00, 1), removed("mug", 1)])
        .when(add("mug", 9_00, 1))
        .then([added("mug", 9_00, 1)]);
}

#[test]
fn a_total_is_at_most_what_can_be_counted() {
    empty().when(add("yacht", MAX, 1)).then([added("yacht", MAX, 1)]);
    filled().when(add("yacht", MAX - 12_00, 1)).then([added("yacht", MAX - 12_00, 1)]);
    let too_much = |total| Rejection::TooMuch { total: Money::cents(total) };
    filled().when(add("yacht", MAX - 11_99, 1)).then_rejected(too_much(12_00)).saying(
        "the total is 12.00 and would be more than 10,000,000,000.00, the most this shop can count.",
    );
    empty().when(add("yacht", MAX, 2)).then_rejected(too_much(0));
    empty().when(add("yacht", i64::MAX, u32::MAX)).then_rejected(too_much(0));
    // One cent each still counts up to the largest quantity, and any more is refused.
    for more in [1, 2, u32::MAX] {
        given::<Order>([created(), added("dot", 1, u32::MAX)])
            .when(add("dot", 1, more))
            .then_rejected(too_much(u32::MAX.into()));
    }
}

#[test]
fn a_payment_is_exactly_the_total() {
    filled().when(pay(12_00)).then([received(12_00)]);
    given::<Order>([created(), added("mug", 12_00, 2), added("tea", 8_50, 1)])
        .when(pay(32_50))
        .then([received(32_50)]);
    for amount in [0, 11_99, 12_01, -12_00, i64::MIN] {
        filled().when(pay(amount)).then_rejected(Rejection::WrongAmount {
            total: Money::cents(12_00),
            paid: Money::cents(amount),
        });
    }
    filled()
        .when(pay(12_01))
        .then_rejected(Rejection::WrongAmount {
            total: Money::cents(12_00),
            paid: Money::cents(12_01),
        })
        .saying("the total is 12.00, so the payment must be 12.00 and not 12.01.");
}

#[test]
fn an_empty_order_is_not_paid() {
    for order in [empty(), given([created(), added("mug", 12_00, 1), removed("mug", 1)])] {
        order
            .when(pay(0))
            .then_rejected(Rejection::NothingToPay)
            .saying("the order is empty. Add an item first.");
    }
}

#[test]
fn ships_only_what_is_paid() {
    paid().when(Command::Ship).then([Event::OrderShipped {}]);
    filled()
        .when(Command::Ship)
        .then_rejected(Rejection::NotPaid { total: Money::cents(12_00) })
        .saying("only a paid order can be shipped. Pay the total of 12.00 first.");
    empty()
        .when(Command::Ship)
        .then_rejected(Rejection::NotPaid { total: Money::ZERO })
        .saying("the order is empty, and only a paid order can be shipped. Add an item first.");
}

#[test]
fn nothing_changes_after_the_payment() {
    for command in [add("tea", 8_50, 1), remove("mug", 1), pay(12_00), pay(0)] {
        paid()
            .when(command)
            .then_rejected(Rejection::AlreadyPaid { total: Money::cents(12_00) })
            .saying("12.00 has been paid, and a paid order can’t be changed any more.");
    }
}

#[test]
fn nothing_happens_after_the_shipping() {
    for command in [add("tea", 8_50, 1), remove("mug", 1), pay(12_00), Command::Ship] {
        shipped()
            .when(command)
            .then_rejected(Rejection::AlreadyShipped { number: "ORD-1".into() })
            .saying("ORD-1 was shipped, and a shipped order can’t be changed any more.");
    }
}

#[test]
fn remembers_what_the_rules_need() {
    let facts = [created(), added("mug", 12_00, 1), added("tea", 8_50, 1), added("mug", 12_00, 2)];
    let order: Order = replay(&facts);
    assert_eq!(order.number(), "ORD-1");
    let items: Vec<_> =
        order.items().iter().map(|it| (it.name.as_str(), it.price, it.quantity)).collect();
    assert_eq!(items, [("mug", Money::cents(12_00), 3), ("tea", Money::cents(8_50), 1)]);
    assert_eq!(order.total(), Money::cents(44_50));
    assert_eq!(order.status(), Status::Filling);
}

#[test]
fn a_fact_cannot_be_refused() {
    // None of these could be decided, and all of them are taken in.
    let facts =
        [Event::OrderShipped {}, added("dot", i64::MAX, u32::MAX), removed("mug", 1), received(-1)];
    let order: Order = replay(&facts);
    let order = facts.iter().cycle().take(30).fold(order, Order::evolve);
    assert_eq!(order.items().len(), 1);
}
