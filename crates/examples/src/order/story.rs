//! The order ORD-1: nine entries.

use chrono::{TimeDelta, TimeZone};

use super::{Event, HowMany};
use crate::{Money, story::Dates};
use diary::Diary;

/// Month, day, hour and minute.
const CREATED: (u32, u32, u32, u32) = (2, 18, 14, 2);

/// The story on the reader's calendar.
///
/// Hours and minutes between an order's entries are part of its story, so they are counted from its first
/// entry and not read off a wall clock, which may be changed in between.
pub(super) fn story(dates: &Dates<'_, impl TimeZone>) -> Diary<Event> {
    let mut diary = Diary::default();
    let (month, day, hour, minute) = CREATED;
    if let Some(created) = dates.place(month, day, hour, minute) {
        for (minutes, event) in entries() {
            diary.append(created + TimeDelta::minutes(minutes), [event]);
        }
    }
    diary
}

/// Minutes since the order was created, and what happened.
fn entries() -> [(i64, Event); 9] {
    use Event::{ItemAdded, ItemRemoved, OrderCreated, OrderShipped, PaymentReceived};
    let added = |name: &str, cents| ItemAdded {
        name: name.into(),
        price: Money::cents(cents),
        quantity: 1,
    };
    let removed = |name: &str| ItemRemoved { name: name.into(), quantity: HowMany::Exactly(1) };
    [
        (0, OrderCreated { number: "ORD-1".into() }),
        (1, added("mug", 12_00)),
        (3, added("tea", 8_50)),
        (4, removed("mug")),
        (9, added("mug", 12_00)),
        (13, added("lamp", 39_00)),
        (14, removed("lamp")),
        (19 * 60 + 28, PaymentReceived { amount: Money::cents(20_50) }),
        (74 * 60 + 43, OrderShipped {}),
    ]
}
