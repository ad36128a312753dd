//! What could go wrong in the mirror, and that it is noticed and nothing of it is lost.

use course::course;
use diary::FormatError;
use examples::{
    bank::{self, Bank},
    order,
};
use storage::{SEGMENT, Write};

use crate::{
    mirror::{
        META, Texts, apply, linked, mirror_with, open, open_damaged, repair_loses_nothing, shelved,
        stored_of, with,
    },
    random::Sample,
};

fn key(at: usize) -> String {
    format!("event-diary/test/{at:05}")
}

/// 600 entries: two full segments, and one of 88.
fn long() -> Texts {
    shelved(&stored_of(&Bank::long().diary))
}

fn without(texts: &Texts, key: &str) -> Texts {
    let mut texts = texts.clone();
    texts.remove(key).expect("it was there");
    texts
}

#[test]
fn fault_18_a_missing_segment_is_noticed() {
    let whole = long();
    for (at, stops_after) in [(0, 0), (1, SEGMENT), (2, 2 * SEGMENT)] {
        let damaged = without(&whole, &key(at));
        let damage = open_damaged::<bank::Event>(&damaged).1;
        assert_eq!(
            (damage.stops_after, damage.why),
            (stops_after, FormatError::Missing { kept: 600 })
        );
        repair_loses_nothing::<bank::Event>(&damaged);
    }
    let damaged = without(&without(&whole, &key(1)), &key(2));
    assert_eq!(open_damaged::<bank::Event>(&damaged).1.stops_after, SEGMENT);
}

#[test]
fn fault_18_a_swapped_or_copied_segment_is_noticed() {
    let whole = long();
    for from in 0..3 {
        for to in (0..=3).filter(|to| *to != from) {
            let copied = with(&whole, &key(to), whole[&key(from)].clone());
            let swapped = match whole.get(&key(to)) {
                Some(other) => with(&copied, &key(from), other.clone()),
                None => copied.clone(),
            };
            for (damaged, first_bad) in [(copied, to), (swapped, to.min(from))] {
                let good = (first_bad * SEGMENT).min(600);
                // A copy behind the end leaves everything readable before it.
                let good = if to == 3 { 600 } else { good };
                assert_eq!(open_damaged::<bank::Event>(&damaged).1.stops_after, good);
                repair_loses_nothing::<bank::Event>(&damaged);
            }
        }
    }
}

#[test]
fn a_missing_record_is_noticed() {
    for damaged in [without(&long(), META), without(&mirror_with(""), META)] {
        let (stored, damage) = open_damaged::<bank::Event>(&damaged);
        assert_eq!(damage.why, FormatError::BadMeta("it is missing".into()));
        assert_eq!(damage.stops_after, stored.diary().len());
        repair_loses_nothing::<bank::Event>(&damaged);
    }
    // Empty does not mean new: only what was set aside is left.
    let aside = Texts::from([("event-diary/test/broken/1/00000".into(), "torn".into())]);
    assert_eq!(open_damaged::<bank::Event>(&aside).1.stops_after, 0);
    repair_loses_nothing::<bank::Event>(&aside);
}

#[test]
fn fault_16_a_record_that_cannot_be_read_costs_no_entry() {
    let whole = shelved(&stored_of(&course().order));
    let meta = |head: &str| {
        format!(r#"{{"format":1,"created":1767603600000,"head":{head},"fingerprint":"00000000"}}"#)
    };
    let bad = ["", "null", "garbage", "{}", "{\"format\":1}", "[1,1767603600000,9,\"\"]x"];
    let bad_heads = ["-1", "1e400", "18446744073709551616", "9.5", "null", "\"9\""];
    for text in bad.map(str::to_owned).into_iter().chain(bad_heads.map(meta)) {
        let damaged = with(&whole, META, text.clone());
        let (stored, damage) = open_damaged::<order::Event>(&damaged);
        assert!(matches!(damage.why, FormatError::BadMeta(_)), "{text}: {:?}", damage.why);
        assert_eq!(stored.diary(), &course().order, "{text}");
        repair_loses_nothing::<order::Event>(&damaged);
    }
    for kept in [10, 256, usize::MAX] {
        let damaged = with(&whole, META, meta(&kept.to_string()));
        assert_eq!(open_damaged::<order::Event>(&damaged).1.why, FormatError::Missing { kept });
        repair_loses_nothing::<order::Event>(&damaged);
    }
}

#[test]
fn fault_08_what_a_newer_version_wrote_is_left_alone() {
    let whole = shelved(&stored_of(&course().order));
    let newer = [
        r#"{"format":2,"created":1767603600000,"head":9,"fingerprint":"00000000"}"#,
        // What else stands in a newer record can't be known today.
        r#"{"format":2,"begun":"2026-01-05","pages":{"last":9}}"#,
        r#"{"head":"nine","format":2}"#,
    ];
    for meta in newer {
        let damage = open_damaged::<order::Event>(&with(&whole, META, meta)).1;
        assert_eq!((damage.why, damage.repair), (FormatError::Newer(2), vec![]), "{meta}");
        // It explains every other fault, and nothing of those is touched either.
        let damaged = with(&with(&whole, META, meta), &key(0), "2:9:order_created");
        let damage = open_damaged::<order::Event>(&damaged).1;
        assert_eq!((damage.why, damage.repair), (FormatError::Newer(2), vec![]), "{meta}");
    }
    let future = linked(&[
        r#"[1,0,"account_opened",{"account":"everyday","owner":"Ana"}]"#,
        r#"[2,0,"account_frozen",{"account":"everyday"}]"#,
        r#"[3,0,"deposited",{"account":"everyday","cents":1}]"#,
    ]);
    let damage = open_damaged::<bank::Event>(&mirror_with(&future)).1;
    assert_eq!((damage.stops_after, damage.repair), (1, vec![]));
    assert!(
        matches!(damage.why, FormatError::UnknownEvent { name, .. } if name == "account_frozen")
    );
}

#[test]
fn fault_24_copies_come_before_anything_that_replaces_them() {
    let whole = long();
    let torn = &whole[&key(1)][..whole[&key(1)].len() / 2];
    let damaged = with(&whole, &key(1), torn);
    let repair = open_damaged::<bank::Event>(&damaged).1.repair;
    let steps: Vec<_> = repair
        .iter()
        .map(|write| (write.key().as_str(), matches!(write, Write::Copy(..))))
        .collect();
    // The first three are copies word for word, the others replace and free.
    let expected = [
        ("event-diary/test/broken/1/00001", true),
        ("event-diary/test/broken/1/00002", true),
        ("event-diary/test/broken/1/meta", true),
        ("event-diary/test/00001", false),
        ("event-diary/test/meta", false),
        ("event-diary/test/00002", false),
    ];
    assert_eq!(steps, expected);
    assert!(matches!(repair.last(), Some(Write::Free(_))));
}

#[test]
fn a_second_damage_keeps_what_the_first_set_aside() {
    let mut texts = long();
    for time in 1..=3 {
        let torn = texts[&key(0)].len() - 1;
        texts.get_mut(&key(0)).unwrap().truncate(torn);
        repair_loses_nothing::<bank::Event>(&texts);
        for write in open_damaged::<bank::Event>(&texts).1.repair {
            apply(&mut texts, &write);
        }
        assert!(texts.contains_key(&format!("event-diary/test/broken/{time}/00000")));
    }
    // The torn line went aside each time, and the two segments behind it the first time.
    assert_eq!(texts.keys().filter(|key| key.contains("/broken/")).count(), 4 + 2 + 2);
}

#[test]
fn fault_41_the_others_on_the_mirror_are_none_of_its_business() {
    let whole = shelved(&stored_of(&course().order));
    assert!(whole.keys().all(|key| key.starts_with(storage::PREFIX)));
    let bank = "event-diary/bank/00000";
    let shared = with(&whole, bank, "[1,");
    assert_eq!(open::<order::Event>(&shared).damage, None);
}
