//! A figure is an amount of money, or how many there are of something.

use examples::{Amount, Money, Series, Value};
use proptest::prelude::*;

use crate::random::check;

#[test]
fn each_kind_is_written_in_its_own_way() {
    let money = |cents| Amount::Money(Money::cents(cents));
    let written = [
        (money(490_00), "490.00", "+ 490.00"),
        (money(-1_234_50), "−1,234.50", "− 1,234.50"),
        (money(0), "0.00", "+ 0.00"),
        (Amount::Count(3), "3", "+ 3"),
        (Amount::Count(-2), "−2", "− 2"),
        (Amount::Count(0), "0", "+ 0"),
        (Amount::Count(1_234_567), "1,234,567", "+ 1,234,567"),
    ];
    for (amount, alone, term) in written {
        assert_eq!((amount.to_string().as_str(), amount.term().as_str()), (alone, term));
    }
    // At the end of the scale, too.
    assert_eq!(Amount::Count(i64::MIN).to_string(), "−9,223,372,036,854,775,808");
    assert_eq!((-Amount::Count(i64::MIN)).units(), i64::MAX);
    assert_eq!(Amount::Count(i64::MAX).plus(Amount::Count(1)), Amount::Count(i64::MAX));
}

#[test]
fn a_figure_is_an_answer() {
    assert_eq!(Value::from(Amount::Money(Money::cents(5))), Value::Money(Money::cents(5)));
    assert_eq!(Value::from(Amount::Count(3)), Value::Count(3));
    assert_eq!(Value::from(Amount::Count(-1)), Value::Count(0));
}

#[test]
fn sums_and_differences_keep_the_kind() {
    check((any::<i32>(), any::<i32>(), any::<bool>()), |(one, other, is_money)| {
        let amount = |units: i64| {
            if is_money { Amount::Money(Money::cents(units)) } else { Amount::Count(units) }
        };
        let (one, other) = (i64::from(one), i64::from(other));
        prop_assert_eq!(amount(one).plus(amount(other)), amount(one + other));
        prop_assert_eq!(amount(one).minus(amount(other)), amount(one - other));
        prop_assert_eq!(-amount(one), amount(-one));
        prop_assert_eq!(amount(one).is_nothing(), one == 0);
        let both = Amount::together([amount(one), amount(other)]);
        prop_assert_eq!(both, Some(amount(one + other)));
        Ok(())
    });
    assert_eq!(Amount::together([]), None);
}

/// A step is kept for each entry that changed one of many figures.
#[test]
fn a_figure_of_any_kind_takes_no_more_memory_than_one_of_money() {
    assert_eq!(size_of::<Option<Amount>>(), size_of::<Option<Money>>());
    assert_eq!(size_of::<Series>(), size_of::<Series<Money>>());
}
