//! What was true of an order on one day, as it was known on another.

use chrono::{Days, Utc};
use diary::{Diary, When, replay};
use examples::{
    Money,
    calendar::start_of_day,
    order::{self, Order},
    questions::{Citation, Value},
    two_clocks::{Edge::EndOf, TwoClocks},
};
use proptest::{collection::vec, option, prelude::*};

use crate::{
    months::any_zone,
    random::{Tale, check, scripts},
    true_days::{day, with_days},
    two_clocks::{amount, day_of, edges, is_before},
};

/// The order's story before it is paid for, and tea that was handed over on the 19th and entered on
/// the 25th of February.
fn late_tea() -> Diary<order::Event> {
    let mut diary = Diary::default();
    let story = course::course().order;
    for entry in story.until(7) {
        diary.append(entry.at, [entry.event.clone()]);
    }
    let at = start_of_day(day(2026, 2, 25), &Utc);
    let tea =
        order::Event::ItemAdded { name: "rum".into(), price: Money::cents(4_00), quantity: 1 };
    diary.append(When { at, true_on: Some(day(2026, 2, 19)) }, [tea]);
    diary
}

#[test]
fn an_order_has_two_clocks_as_well() {
    let diary = late_tea();
    let clocks = TwoClocks::of::<Order>(Some(&order::Total), diary.entries());
    let shown = |true_on, known_on| {
        let found = clocks.at(EndOf(day(2026, 2, true_on)), EndOf(day(2026, 2, known_on)), &Utc);
        (amount(&found), found.note)
    };
    let late = "entry 8 was true by then, and not written yet".to_owned();
    assert_eq!(shown(18, 18), ("20.50".into(), String::new()));
    assert_eq!(shown(19, 20), ("20.50".into(), late));
    assert_eq!(shown(19, 25), ("24.50".into(), String::new()));
    assert_eq!(shown(17, 25).0, "not created yet");
    let may = |on: u32| {
        let may = clocks.may_be_true_on(day(2026, 2, on), day(2026, 2, 25), &Utc);
        may.map_err(|why| why.to_string())
    };
    assert_eq!(may(18), Ok(()));
    let words = "The order was created on 18 February 2026. Choose that day or a later one.";
    assert_eq!(may(17), Err(words.into()));
    let blank = TwoClocks::of::<Order>(Some(&order::Total), &[]).may_be_true_on(
        day(2026, 2, 1),
        day(2026, 2, 1),
        &Utc,
    );
    assert_eq!(blank.unwrap_err().to_string(), "There is no order yet. Create it first.");
}

/// What was known of an order on a day and true by then is what a plain loop over its lines finds.
#[test]
fn an_order_s_grid_agrees_with_a_naive_computation() {
    let near = (0..150_u64).prop_map(|days| day(2025, 12, 25) + Days::new(days));
    let days = vec(option::of(near), 1..20);
    check(
        (scripts(), days, any_zone(), edges(), edges()),
        |(script, days, zone, true_at, known_at)| {
            let diary = with_days(&Tale::<Order>::of(&script).diary, &days);
            let found = TwoClocks::of::<Order>(Some(&order::Total), diary.entries())
                .at(true_at, known_at, &zone);
            let (mut cents, mut begun, mut rests_on) = (0, false, Vec::new());
            for entry in diary.entries() {
                let total = |version: usize| -> i64 {
                    replay::<Order>(diary.until(version).iter().map(|it| &it.event))
                        .total()
                        .in_cents()
                };
                // What is written is true by then, also where its day had not come yet.
                let holds = is_before(day_of(entry.at, zone), true_at)
                    || entry.true_on.is_some_and(|day| is_before(day, true_at));
                if !holds || !is_before(day_of(entry.at, zone), known_at) {
                    continue;
                }
                let change = total(entry.number) - total(entry.number - 1);
                begun |= entry.number == 1 || change != 0;
                cents += change;
                if change != 0 {
                    let change = Some(Money::cents(change).into());
                    rests_on.push(Citation { entry: entry.number, change });
                }
            }
            let nothing = Value::Nothing("not created yet");
            prop_assert_eq!(
                found.value,
                if begun { Value::Money(Money::cents(cents)) } else { nothing }
            );
            prop_assert_eq!(found.rests_on, rests_on);
            Ok(())
        },
    );
}
