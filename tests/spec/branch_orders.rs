//! What if an order's story had gone another way?

use course::course;
use diary::{Diary, Fate, fingerprint};
use examples::{
    Divergence, Money,
    Outcome::{Impossible, Refused, Struck},
    order::{self, Order, Status},
};

use crate::branches::{cents, is_told, strike};

#[test]
fn an_order_that_was_never_paid_is_not_shipped() {
    let diary = course().order;
    let branched = strike::<Order>(&diary, 8);
    let struck = (8, Struck, "Payment of 20.50 received", "");
    let why = "only a paid order can be shipped. Pay the total of 20.50 first.";
    let figures = ["0.00", "12.00", "20.50", "8.50", "20.50", "59.50", "20.50", "20.50", "20.50"];
    is_told::<Order>(
        &diary,
        |entry| branched.replayed_line(entry),
        &[struck, (9, Impossible, "Order shipped", why)],
        &figures,
    );
    is_told::<Order>(
        &diary,
        |entry| branched.decided_line(entry),
        &[struck, (9, Refused, "Ship", why)],
        &figures,
    );
    let branch = branched.branch();
    assert_eq!(branch.replayed.today().status(), Status::Shipped);
    assert_eq!(branch.decided.today().status(), Status::Filling);
}

/// Without the first mug, taking it out is refused, and the order still comes to the same.
#[test]
fn an_order_without_the_first_mug() {
    let diary = course().order;
    let branched = strike::<Order>(&diary, 2);
    let struck = (2, Struck, "Item added: mug, 12.00", "");
    let why = "the order has no “mug”.";
    let figures = ["0.00", "0.00", "8.50", "8.50", "20.50", "59.50", "20.50", "20.50", "20.50"];
    is_told::<Order>(
        &diary,
        |entry| branched.replayed_line(entry),
        &[struck, (4, Impossible, "Item removed: mug", why)],
        &figures,
    );
    is_told::<Order>(
        &diary,
        |entry| branched.decided_line(entry),
        &[struck, (4, Refused, "Remove mug", why)],
        &figures,
    );
    let decided = &branched.branch().decided;
    assert_eq!((decided.today().status(), decided.diary().len()), (Status::Shipped, 7));
    let parting = Divergence::of::<Order>(diary.entries(), decided.diary().entries());
    assert_eq!((parting.entry, parting.figures[0].by), (Some(2), Money::ZERO.into()));
    assert_eq!(fingerprint(diary.entries()).to_string(), "263badbd");
}

/// The customer paid 20.50, and no branch makes another payment of it.
#[test]
fn an_order_without_the_second_mug() {
    let diary = course().order;
    let branched = strike::<Order>(&diary, 5);
    let pay = "the total is 8.50, so the payment must be 8.50 and not 20.50.";
    let ship = "only a paid order can be shipped. Pay the total of 8.50 first.";
    let struck = (5, Struck, "Item added: mug, 12.00", "");
    let figures = ["0.00", "12.00", "20.50", "8.50", "8.50", "47.50", "8.50", "8.50", "8.50"];
    is_told::<Order>(
        &diary,
        |entry| branched.replayed_line(entry),
        // Once the payment stands there, shipping is as it should be.
        &[struck, (8, Impossible, "Payment of 20.50 received", pay)],
        &figures,
    );
    is_told::<Order>(
        &diary,
        |entry| branched.decided_line(entry),
        &[struck, (8, Refused, "Receive a payment of 20.50", pay), (9, Refused, "Ship", ship)],
        &figures,
    );
}

/// An order with an impossible fact in it, from a file perhaps, is branched without a fuss.
#[test]
fn a_diary_that_nobody_decided_is_branched_too() {
    let mut diary = Diary::default();
    let amount = cents(1_00);
    diary.append(
        course().order.entries()[0].at,
        [
            order::Event::OrderShipped {},
            order::Event::PaymentReceived { amount },
            order::Event::OrderCreated { number: "ORD-2".into() },
        ],
    );
    let branched = strike::<Order>(&diary, 1);
    let refused = Fate::Impossible(Err(order::Rejection::NotCreated));
    assert_eq!(branched.branch().replayed.step(2).unwrap().fate, refused);
    assert_eq!(branched.branch().decided.refused().collect::<Vec<_>>(), [2]);
    assert_eq!(branched.branch().decided.today().number(), "ORD-2");
}
