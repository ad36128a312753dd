//! Lines that nobody wrote: numbers at the edges, and shapes that are almost right.

use diary::{ChainHash, Entry, FormatError, read_line};
use examples::{
    Money,
    bank::{self, Event},
    order,
};

use crate::mirror::{Fact, linked, mirror_with, open_damaged};

/// Reads a line with a good link as the first one.
fn read<E: Fact>(json: &str) -> Result<Entry<E>, FormatError> {
    let start = ChainHash::default();
    read_line(&format!("{json}|{}", start.next(json)), 1, &start).map(|(entry, _)| entry)
}

fn deposit_of(cents: &str) -> Result<Entry<Event>, FormatError> {
    read(&format!(r#"[1,0,"deposited",{{"account":"everyday","cents":{cents}}}]"#))
}

#[test]
fn fault_32_amounts_are_whole_cents_that_can_be_counted() {
    for cents in [1, 50_000, Money::MAX.in_cents()] {
        let entry = deposit_of(&cents.to_string()).unwrap();
        let Event::Deposited { amount, .. } = entry.event else { panic!("{entry:?}") };
        assert_eq!(amount.in_cents(), cents);
    }
    for cents in [
        "1e400",
        "-1e400",
        "1e2",
        "0.5",
        "50.0",
        "-0",
        "-0.0",
        "007",
        "+1",
        "NaN",
        "Infinity",
        "null",
        "\"1\"",
        "[1]",
        "{}",
        "true",
        "",
        "0x10",
        "1000000000001",
        "-1000000000001",
        // 2^53 + 1 is where JavaScript's numbers end, 2^63 where ours do.
        "9007199254740993",
        "9223372036854775807",
        "9223372036854775808",
        "18446744073709551616",
    ] {
        let found = deposit_of(cents);
        assert!(
            matches!(found, Err(FormatError::UnknownEvent { .. } | FormatError::NotAnEntry(_))),
            "{cents}: {found:?}"
        );
    }
    assert!(deposit_of(&"9".repeat(100_000)).is_err());
}

#[test]
fn fault_32_a_sum_of_allowed_amounts_never_overflows() {
    let line = |number| {
        let cents = Money::MAX.in_cents();
        format!(r#"[{number},0,"deposited",{{"account":"everyday","cents":{cents}}}]"#)
    };
    let lines: Vec<_> = (1..=200).map(line).collect();
    let segment = linked(&lines.iter().map(String::as_str).collect::<Vec<_>>());
    let opened = crate::mirror::open::<Event>(&mirror_with(&segment));
    assert_eq!(opened.damage, None);
    let entries = opened.stored.diary().entries();
    let bank: bank::Bank = diary::replay(entries.iter().map(|entry| &entry.event));
    let sum = Money::cents(200 * Money::MAX.in_cents());
    assert_eq!(bank.balance(&bank::Account::Everyday), Some(sum));
}

#[test]
fn fault_32_quantities_are_whole_and_fit() {
    let added = |quantity: &str| {
        let json =
            format!(r#"[1,0,"item_added",{{"name":"mug","cents":1,"quantity":{quantity}}}]"#);
        read::<order::Event>(&json).is_ok()
    };
    assert!(added("1") && added("4294967295"));
    for quantity in ["4294967296", "-1", "-0", "1.5", "1e3", "1e400", "null", "\"1\""] {
        assert!(!added(quantity), "{quantity}");
    }
}

#[test]
fn fault_29_times_are_in_the_years_1970_to_9999() {
    let at = |ms: &str| read::<order::Event>(&format!(r#"[1,{ms},"order_shipped",{{}}]"#));
    for ms in [0, 1, 253_402_300_799_999] {
        assert_eq!(at(&ms.to_string()).unwrap().at.timestamp_millis(), ms);
    }
    for ms in [-1, 253_402_300_800_000, i64::MAX, i64::MIN] {
        assert_eq!(at(&ms.to_string()), Err(FormatError::BadTime(ms)));
    }
    for ms in ["1e400", "1e3", "0.5", "-0", "9223372036854775808", "null", "\"0\""] {
        assert!(matches!(at(ms), Err(FormatError::NotAnEntry(_))), "{ms}");
    }
}

#[test]
fn fault_25_time_never_runs_backwards() {
    let shipped = |ms: [i64; 2]| {
        let line = |number, ms| format!(r#"[{number},{ms},"order_shipped",{{}}]"#);
        mirror_with(&linked(&[&line(1, ms[0]), &line(2, ms[1])]))
    };
    assert_eq!(crate::mirror::open::<order::Event>(&shipped([5, 5])).damage, None);
    let damage = open_damaged::<order::Event>(&shipped([5, 4])).1;
    assert_eq!((damage.stops_after, damage.why), (1, FormatError::BadTime(4)));
}

#[test]
fn numbers_count_up_from_one() {
    let numbered =
        |number: &str| read::<order::Event>(&format!(r#"[{number},0,"order_shipped",{{}}]"#));
    assert!(numbered("1").is_ok());
    for found in [0, 2, usize::MAX] {
        let expected = FormatError::WrongNumber { expected: 1, found };
        assert_eq!(numbered(&found.to_string()), Err(expected));
    }
    for number in ["-1", "-0", "1.0", "1e0", "18446744073709551616", "\"1\"", "null"] {
        assert!(matches!(numbered(number), Err(FormatError::NotAnEntry(_))), "{number}");
    }
}

#[test]
fn a_line_has_one_shape() {
    for json in [
        "",
        "null",
        "{}",
        "[]",
        "[1]",
        "[1,0]",
        r#"[1,0,"order_shipped"]"#,
        "[1,0,null,{}]",
        r#"[1,0,"order_shipped",{},{}]"#,
        r#"[1,0,"order_shipped",{}] [1]"#,
        r#"[1,0,"order_shipped",{}"#,
        "[1,0,7,{}]",
        r#"[1,0,"order_shipped",{}}]"#,
        r#"[1,0,"\ud800",{}]"#,
    ] {
        let found = read::<order::Event>(json);
        assert!(matches!(found, Err(FormatError::NotAnEntry(_))), "{json}: {found:?}");
    }
    for json in [
        r#"[1,0,"order_lost",{}]"#,
        r#"[1,0,"OrderShipped",{}]"#,
        r#"[1,0,"",{}]"#,
        r#"[1,0,"order_shipped",{"at":1}]"#,
        r#"[1,0,"order_shipped",null]"#,
        r#"[1,0,"order_created",{}]"#,
        r#"[1,0,"order_created",{"number":1}]"#,
        r#"[1,0,"order_created",{"number":"a","number":"b"}]"#,
        r#"[1,0,"order_shipped\":{},\"x",{}]"#,
    ] {
        let found = read::<order::Event>(json);
        assert!(matches!(found, Err(FormatError::UnknownEvent { .. })), "{json}: {found:?}");
    }
}

#[test]
fn fault_31_depth_does_not_overflow_the_stack() {
    for depth in [129, 1_000_000] {
        let (open, close) = ("[".repeat(depth), "]".repeat(depth));
        assert!(read::<order::Event>(&open).is_err());
        assert!(read::<order::Event>(&format!("{open}{close}")).is_err());
        assert!(read::<order::Event>(&format!(r#"[1,0,"order_shipped",{open}{close}]"#)).is_err());
        let objects = r#"{"a":"#.repeat(depth);
        assert!(read::<order::Event>(&format!(r#"[1,0,"order_shipped",{objects}"#)).is_err());
    }
}

#[test]
fn every_fault_is_a_sentence() {
    let says = |json: &str| read::<order::Event>(json).unwrap_err().to_string();
    assert_eq!(says(r#"[3,0,"order_shipped",{}]"#), "entry 1 should stand here, but it is entry 3");
    assert_eq!(
        says(r#"[1,-1,"order_shipped",{}]"#),
        "its time (-1 ms) is before that of the entry above, or not in the years 1970 to 9999"
    );
    assert!(says("[").starts_with("the line is not an entry ("));
    let unknown = says(r#"[1,0,"order_lost",{}]"#);
    assert!(
        unknown.starts_with("“order_lost” is not a kind of entry that this version can read (")
    );
    let start = ChainHash::default();
    let torn = read_line::<order::Event>("[1,0", 1, &start).unwrap_err();
    assert_eq!((&torn, torn.to_string().as_str()), (&FormatError::Torn, "the line is cut off"));
    let edited = read_line::<order::Event>("[1]|00000000", 1, &start).unwrap_err();
    assert_eq!(edited.to_string(), "the line was changed after it was written");
    for (fault, words) in [
        (
            FormatError::Newer(2),
            "a newer version of this page wrote it (format 2); reload the page",
        ),
        (FormatError::Missing { kept: 9 }, "entries up to 9 were kept, but are not there"),
        (FormatError::BadMeta("x".into()), "the diary’s record of itself can’t be read (x)"),
    ] {
        assert_eq!(fault.to_string(), words);
    }
}
