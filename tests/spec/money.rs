//! Amounts as they are typed and shown.

use examples::{AmountError, Money};
use proptest::prelude::*;

use crate::random::check;

fn parse(text: &str) -> Result<i64, AmountError> {
    Money::parse(text).map(Money::in_cents)
}

#[test]
fn reads_what_people_type() {
    for (text, cents) in [
        ("50", 50_00),
        ("12.5", 12_50),
        ("12.50", 12_50),
        (" 0.05\t", 5),
        ("0", 0),
        ("-0", 0),
        ("007", 7_00),
        ("1,234.50", 1_234_50),
        ("1,234,567", 1_234_567_00),
        ("-3.20", -3_20),
        ("−3.20", -3_20),
        ("10,000,000,000.00", Money::MAX.in_cents()),
        ("10000000000", Money::MAX.in_cents()),
    ] {
        assert_eq!(parse(text), Ok(cents), "{text}");
    }
}

#[test]
fn refuses_what_is_not_an_amount() {
    for text in [
        "abc", ".", "-", ",", "5.", ".5", "1.234", "1.2.3", "--5", "-−5", "+5", "1e3", "0x10",
        "1 000", "５", "٣", "NaN", "inf", "12.5€", "\0", "1.-5", "1._0", "’5",
    ] {
        assert_eq!(parse(text), Err(AmountError::NotAnAmount(text.into())), "{text:?}");
    }
}

#[test]
fn a_comma_is_never_mistaken_for_a_point() {
    // Half of the world writes 12,50 for twelve and a half: it must not become 1,250.00.
    for text in
        ["12,50", "1,5", "0,99", "1,23,456", ",500", "1,,000", "1234,567", "1.5,00", "1,000,"]
    {
        assert_eq!(parse(text), Err(AmountError::NotAnAmount(text.into())), "{text}");
    }
}

#[test]
fn refuses_an_empty_field_and_too_much() {
    assert_eq!(parse(""), Err(AmountError::Empty));
    assert_eq!(parse(" \n "), Err(AmountError::Empty));
    for text in ["10000000000.01", "-10000000000.01", "92233720368547758.08", &"9".repeat(10_000)] {
        assert_eq!(parse(text), Err(AmountError::TooLarge), "{text}");
    }
}

#[test]
fn says_what_is_wrong() {
    let says = |text: &str| Money::parse(text).unwrap_err().to_string();
    assert_eq!(says(""), "Type an amount first, such as 50 or 12.50.");
    assert_eq!(says("ten"), "“ten” is not an amount. Use digits and a point, such as 50 or 12.50.");
    assert_eq!(says("99999999999"), "That is too much: an amount is at most 10,000,000,000.00.");
    // A megabyte of text makes no megabyte of an error.
    assert!(says(&"é".repeat(1_000_000)).chars().count() < 100);
}

#[test]
fn shows_amounts_with_a_true_minus_sign() {
    for (cents, shown) in [
        (0, "0.00"),
        (5, "0.05"),
        (-5, "−0.05"),
        (999_99, "999.99"),
        (1_000_00, "1,000.00"),
        (-123_456_789_01, "−123,456,789.01"),
        (i64::MIN, "−92,233,720,368,547,758.08"),
    ] {
        assert_eq!(Money::cents(cents).to_string(), shown);
    }
}

#[test]
fn what_is_shown_can_be_typed() {
    let max = Money::MAX.in_cents();
    check(-max..=max, |cents| {
        prop_assert_eq!(parse(&Money::cents(cents).to_string()), Ok(cents));
        Ok(())
    });
}

#[test]
fn no_text_makes_it_panic() {
    let pieces =
        prop::sample::select(vec!["-", "−", ",", ".", "0", "9", "00", "123", " ", "é", "\0"]);
    check(prop::collection::vec(pieces, 0..24), |pieces| {
        if let Ok(money) = Money::parse(&pieces.concat()) {
            prop_assert!(money.is_allowed());
        }
        Ok(())
    });
}

#[test]
fn fault_32_no_sum_wraps_around() {
    let amounts = prop_oneof![any::<i64>(), -10..10_i64, Just(i64::MAX), Just(i64::MIN)];
    check((amounts.clone(), amounts, any::<u32>()), |(a, b, count)| {
        let allowed = |exact: i128| {
            let max = i128::from(Money::MAX.in_cents());
            (-max..=max).contains(&exact).then_some(exact)
        };
        let cents = |money: Option<Money>| money.map(|money| i128::from(money.in_cents()));
        let (x, y) = (i128::from(a), i128::from(b));
        prop_assert_eq!(cents(Money::cents(a).plus(Money::cents(b))), allowed(x + y));
        prop_assert_eq!(cents(Money::cents(a).minus(Money::cents(b))), allowed(x - y));
        prop_assert_eq!(cents(Money::cents(a).times(count)), allowed(x * i128::from(count)));
        let sum: Money = [Money::cents(a), Money::cents(b)].into_iter().sum();
        let stays = (x + y).clamp(i64::MIN.into(), i64::MAX.into());
        prop_assert_eq!(i128::from(sum.in_cents()), stays);
        Ok(())
    });
}
