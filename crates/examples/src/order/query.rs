//! What an order has to be asked about, and what its row remembers.

use chrono::NaiveDate;

use super::{
    Event, Order, Status, Total, cost,
    questions::{PAID_BEFORE, held},
};
use crate::{
    Money, Name,
    questions::own::{Amounts, Kept, Measure, Queryable, Question, RowKnowledge, Span, Words},
    shown,
};
use diary::Snapshot;

/// A kind of entry in the order's diary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// The order was begun.
    Created,
    /// Items that were put in.
    ItemsAdded,
    /// Items that were taken out.
    ItemsRemoved,
    /// Payments that came.
    Payments,
    /// The order was sent.
    Shipped,
    /// All of them.
    Everything,
}

impl Queryable for Order {
    type Topic = Topic;
    type Subject = Name;

    const TOPICS: &'static [Topic] = &[
        Topic::Created,
        Topic::ItemsAdded,
        Topic::ItemsRemoved,
        Topic::Payments,
        Topic::Shipped,
        Topic::Everything,
    ];

    const EVERYTHING: Topic = Topic::Everything;

    const ANY: &'static str = "any item";

    const WHICH: &'static str = "which item";

    fn usual(_today: NaiveDate) -> Question<Self> {
        Question::new(Measure::First, Topic::ItemsRemoved, None, Span::Any)
    }

    fn words_of(topic: Topic) -> Words {
        match topic {
            Topic::Created => Words {
                menu: "order created",
                ..Words::of(
                    "created",
                    ["creation of the order", "creations of the order"],
                    None,
                    Amounts::None,
                )
            },
            Topic::ItemsAdded => Words {
                menu: "items added",
                any: ["item added", "items added"],
                ..Words::of("items-added", ["addition", "additions"], Some("of"), Amounts::Each)
            },
            Topic::ItemsRemoved => Words {
                menu: "items removed",
                any: ["item removed", "items removed"],
                ..Words::of("items-removed", ["removal", "removals"], Some("of"), Amounts::None)
            },
            Topic::Payments => Words {
                menu: "payments received",
                any: ["payment received", "payments received"],
                ..Words::of("payments", ["payment", "payments"], None, Amounts::Each)
            },
            Topic::Shipped => Words {
                menu: "order shipped",
                ..Words::of("shipped", ["shipment", "shipments"], None, Amounts::None)
            },
            Topic::Everything => Words {
                menu: "everything",
                ..Words::of("everything", ["entry", "entries"], Some("about"), Amounts::None)
            },
        }
    }

    const SUBJECTS: &'static [Name] = &[];

    fn about(event: &Event) -> impl Iterator<Item = &Name> {
        named(event).filter(|name| !name.is_empty()).into_iter()
    }

    fn key_of(name: &Name) -> String {
        name.to_string()
    }

    fn subject_of(key: &str) -> Option<Name> {
        Some(key.into()).filter(|name: &Name| !name.is_empty())
    }

    fn name_of(name: &Name) -> String {
        shown(name)
    }

    fn meets(event: &Event, topic: Topic, item: Option<&Name>) -> Option<Money> {
        let about = item.is_none_or(|item| named(event) == Some(item));
        let (found, amount) = match event {
            Event::OrderCreated { .. } => (Topic::Created, Money::ZERO),
            Event::ItemAdded { price, quantity, .. } => {
                (Topic::ItemsAdded, cost(*price, *quantity))
            }
            Event::ItemRemoved { .. } => (Topic::ItemsRemoved, Money::ZERO),
            Event::PaymentReceived { amount } => (Topic::Payments, *amount),
            Event::OrderShipped {} => (Topic::Shipped, Money::ZERO),
        };
        match topic {
            _ if !about => None,
            Topic::Everything => Some(Money::ZERO),
            topic => (found == topic).then_some(amount),
        }
    }

    /// One addition may put in several things, and one removal take out several.
    fn things(before: &Self, event: &Event, topic: Topic) -> Option<u32> {
        let is_meant = match event {
            Event::ItemAdded { .. } => topic != Topic::ItemsRemoved,
            // Among everything, what was put in and what was taken out are not added up.
            Event::ItemRemoved { .. } => topic == Topic::ItemsRemoved,
            _ => false,
        };
        before.moved_by(event).filter(|_| is_meant)
    }

    fn things_words(topic: Topic, things: u64) -> String {
        let things = match things {
            1 => "1 thing was".into(),
            many => format!("{many} things were"),
        };
        let moved = if topic == Topic::ItemsRemoved { "removed" } else { "added" };
        format!("{things} {moved} in all")
    }

    fn memory(
        row: &Snapshot<Order>,
        topic: Topic,
        item: Option<&Name>,
        _: Option<&Total>,
    ) -> RowKnowledge {
        let (order, last_change) = (row.today(), row.updated_at());
        let once = Kept { count: Some(1), note: "it happens once", ..Kept::NOTHING };
        let lost = |why| RowKnowledge { never: None, kept: None, why };
        match (topic, order.status()) {
            (Topic::Created, Status::NotCreated) => {
                RowKnowledge::never("the snapshot says: no order")
            }
            (Topic::Created, _) => RowKnowledge {
                kept: Some(Kept { numbers: Some((1, 1)), ..once }),
                ..lost("The snapshot says that it was created, but not when.".into())
            },
            (Topic::Payments, Status::NotCreated | Status::Filling) => {
                RowKnowledge::never("the snapshot says: not paid")
            }
            (Topic::Payments, status) => RowKnowledge {
                kept: Some(Kept {
                    amounts: Some(vec![order.total()]),
                    // Nothing may change between payment and shipping.
                    last: last_change.filter(|_| status == Status::Paid),
                    note: "it was paid once, with exactly its total",
                    ..once
                }),
                ..lost(PAID_BEFORE.into())
            },
            (Topic::Shipped, Status::Shipped) => RowKnowledge {
                kept: Some(Kept {
                    last: last_change,
                    note: "the shipping was the last change",
                    ..once
                }),
                ..lost(String::new())
            },
            (Topic::Shipped, _) => RowKnowledge::never("the snapshot says: not shipped"),
            (Topic::ItemsAdded, _) => lost(format!(
                "The snapshot holds {}. It did not keep when and how that came into it.",
                held(order)
            )),
            (Topic::ItemsRemoved, _) => lost(format!(
                "The snapshot holds {}. What was taken out left no trace in it.",
                held(order)
            )),
            (Topic::Everything, _) => RowKnowledge {
                // The last change of the row was the last entry, though not that about an item.
                kept: Some(Kept { last: last_change.filter(|_| item.is_none()), ..Kept::NOTHING }),
                ..lost(
                    "The snapshot says where the order stands. Every step on the way there was \
                     overwritten by the next one."
                        .into(),
                )
            },
        }
    }
}

/// The item that a fact is about.
fn named(event: &Event) -> Option<&Name> {
    match event {
        Event::ItemAdded { name, .. } | Event::ItemRemoved { name, .. } => Some(name),
        Event::OrderCreated { .. } | Event::PaymentReceived { .. } | Event::OrderShipped {} => None,
    }
}
