//! A line may say on which day it is true, beside the moment at which it was written.

use std::fmt::Debug;

use chrono::{NaiveDate, Utc};
use course::{COURSE_NOW, course};
use diary::{ChainHash, Diary, Entry, FormatError, When, line_of, read_line};
use examples::{
    Money,
    bank::{self, Account::Everyday},
    order,
};
use proptest::{collection::vec, option, prelude::*};
use serde_json::value::RawValue;
use storage::{StoredDiary, export_lines};

use crate::{
    files::import,
    judge::{Shown, judge, world_of},
    mirror::{Fact, Texts, begun, open, shelved, stored_of},
    months::any_day,
    random::{Sample, Script, Tale, check, scripts},
};

pub(crate) fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// The moment `now` of the course, with a day on which something is true.
fn now_but_true_on(true_on: NaiveDate) -> When {
    let at = chrono::DateTime::<Utc>::from_timestamp_millis(COURSE_NOW).unwrap();
    When { at, true_on: Some(true_on) }
}

/// The bank's story, and then the late letter: on 20 March a cheque of 30.00 of 27 February.
pub(crate) fn late_letter() -> Diary<bank::Event> {
    let mut diary = course().bank;
    let cheque = bank::Event::Deposited { account: Everyday, amount: Money::cents(30_00) };
    diary.append(now_but_true_on(day(2026, 2, 27)), [cheque]);
    diary
}

/// The order's story, in which the parcel had left a day before it was written down.
pub(crate) fn shipped_on() -> Diary<order::Event> {
    let (mut diary, course) = (Diary::default(), course().order);
    for entry in course.entries() {
        let is_last = entry.number == course.len();
        let true_on = is_last.then(|| day(2026, 2, 20));
        diary.append(When { at: entry.at, true_on }, [entry.event.clone()]);
    }
    diary
}

/// What happened in a tale, with a day for some of it.
pub(crate) fn with_days<E: Clone>(diary: &Diary<E>, days: &[Option<NaiveDate>]) -> Diary<E> {
    let mut dated = Diary::default();
    for (entry, true_on) in diary.entries().iter().zip(days.iter().cycle()) {
        dated.append(When { at: entry.at, true_on: *true_on }, [entry.event.clone()]);
    }
    dated
}

fn some_days() -> impl Strategy<Value = Vec<Option<NaiveDate>>> {
    vec(option::of(any_day()), 1..20)
}

/// Draft by draft, line by line, as a file, and told to another tab: always the same diary.
fn is_read_as_written<D: Sample>((script, days): (Script, Vec<Option<NaiveDate>>)) -> Holds {
    let diary = with_days(&Tale::<D>::of(&script).diary, &days);
    let stored = stored_of(&diary);
    prop_assert_eq!(stored.diary(), &diary, "draft by draft");
    let opened = open::<D::Event>(&shelved(&stored));
    prop_assert_eq!(opened.damage, None);
    prop_assert_eq!(&opened.stored, &stored);
    let file: String = export_lines("test", &stored, &[]).collect();
    prop_assert_eq!(&import::<D::Event>("test", &file).unwrap().diary, &diary);
    let mut other = StoredDiary::new("test", begun());
    let lines = stored.lines(1);
    let lines = lines.iter().map(|(_, line)| line.as_str());
    other.take_in(lines, &stored.record()).unwrap();
    prop_assert_eq!(other.diary(), &diary);
    Ok(())
}

type Holds = Result<(), TestCaseError>;

each!(is_read_as_written, (scripts(), some_days()));

/// What a version from before there were such days makes of a line: it reads the content as the
/// event that the line names.
fn read_as_before<E: Fact>(line: &str) -> Result<E, String> {
    let (json, _) = line.rsplit_once('|').unwrap();
    let (_, _, name, content): (usize, i64, String, &RawValue) =
        serde_json::from_str(json).expect("it is an entry to an older version as well");
    let event = format!("{{\"{name}\":{}}}", content.get());
    serde_json::from_str(&event).map_err(|error| error.to_string())
}

/// A line without a day is the same to the letter as before there were such days. One with a day is
/// an unknown event to an older version, which leaves the diary alone then and says so.
fn an_older_version_is_honest<D: Sample>((script, days): (Script, Vec<Option<NaiveDate>>)) -> Holds
where
    D::Event: Debug + PartialEq,
{
    let diary = with_days(&Tale::<D>::of(&script).diary, &days);
    for entry in diary.entries() {
        let line = line_of(entry, &ChainHash::default()).0;
        let older = read_as_before::<D::Event>(&line);
        if entry.true_on.is_none() {
            prop_assert_eq!(older, Ok(entry.event.clone()));
        } else {
            let words = older.unwrap_err();
            prop_assert!(words.starts_with("unknown field `true_on`"), "{}", words);
        }
    }
    Ok(())
}

#[test]
fn fault_08_an_older_version_leaves_a_day_that_it_does_not_know_alone() {
    fn law<D: Sample>() {
        check((scripts(), some_days()), an_older_version_is_honest::<D>);
    }
    each_once!(law);
}

/// Reads a line of this content with a good link.
fn read<E: Fact>(name: &str, content: &str) -> Result<Entry<E>, FormatError> {
    let json = format!("[1,0,\"{name}\",{content}]");
    let start = ChainHash::default();
    let line = format!("{json}|{}", start.next(&json));
    read_line(&line, 1, &start).map(|(entry, _)| entry)
}

#[test]
fn a_day_is_read_where_it_is_written_and_nowhere_else() {
    for (text, true_on) in [
        ("2026-02-27", day(2026, 2, 27)),
        ("2024-02-29", day(2024, 2, 29)),
        ("1970-01-01", day(1970, 1, 1)),
        ("9999-12-31", day(9999, 12, 31)),
    ] {
        let content = format!(r#"{{"account":"everyday","cents":1,"true_on":"{text}"}}"#);
        assert_eq!(read::<bank::Event>("deposited", &content).unwrap().true_on, Some(true_on));
        let shipped = format!(r#"{{"true_on":"{text}"}}"#);
        assert_eq!(read::<order::Event>("order_shipped", &shipped).unwrap().true_on, Some(true_on));
    }
    for content in [
        // Not as it is written, so it would be written in another way and have another link.
        r#"{"account":"everyday","cents":1,"true_on":"2026-2-27"}"#,
        r#"{"account":"everyday","cents":1,"true_on":"+2026-02-27"}"#,
        r#"{"account":"everyday","cents":1,"true_on":" 2026-02-27"}"#,
        r#"{"account":"everyday","cents":1,"true_on":"2026-02-27-01"}"#,
        r#"{"account":"everyday","cents":1, "true_on":"2026-02-27"}"#,
        r#"{"account":"everyday","cents":1,"true_on": "2026-02-27"}"#,
        r#"{"account":"everyday","cents":1,"true_on":"2026-02-27" }"#,
        r#"{"true_on":"2026-02-27","account":"everyday","cents":1}"#,
        r#"{"account":"everyday","cents":1,"true_on":"2026-02-27","true_on":"2026-02-27"}"#,
        // No day, or none that can be written.
        r#"{"account":"everyday","cents":1,"true_on":"2026-02-30"}"#,
        r#"{"account":"everyday","cents":1,"true_on":"1969-12-31"}"#,
        r#"{"account":"everyday","cents":1,"true_on":"10000-01-01"}"#,
        r#"{"account":"everyday","cents":1,"true_on":"262143-01-01"}"#,
        r#"{"account":"everyday","cents":1,"true_on":""}"#,
        r#"{"account":"everyday","cents":1,"true_on":"--"}"#,
        r#"{"account":"everyday","cents":1,"true_on":null}"#,
        r#"{"account":"everyday","cents":1,"true_on":20260227}"#,
    ] {
        let found = read::<bank::Event>("deposited", content);
        assert!(
            matches!(&found, Err(FormatError::UnknownEvent { name, .. }) if name == "deposited"),
            "{content}: {found:?}"
        );
    }
}

#[test]
fn a_name_that_looks_like_a_day_is_a_name() {
    for name in
        [r#"","true_on":"2026-02-27"#, r#""true_on":"2026-02-27"}"#, r#"\","true_on":"2026-02-27"#]
    {
        for true_on in [None, Some(day(2026, 2, 27))] {
            let mut diary = Diary::default();
            let event = order::Event::ItemRemoved {
                name: name.into(),
                quantity: order::HowMany::Exactly(2),
            };
            diary.append(When { at: begun(), true_on }, [event]);
            assert_eq!(open(&shelved(&stored_of(&diary))).stored.diary(), &diary, "{name}");
        }
    }
}

#[test]
fn fault_29_whatever_day_is_given_can_be_read_again() {
    for (given, kept) in [
        (NaiveDate::MIN, day(1970, 1, 1)),
        (day(1969, 12, 31), day(1970, 1, 1)),
        (day(10_000, 1, 1), day(9999, 12, 31)),
        (NaiveDate::MAX, day(9999, 12, 31)),
    ] {
        let mut stored = StoredDiary::new("test", begun());
        let event = order::Event::OrderShipped {};
        let draft = stored.draft(When { at: begun(), true_on: Some(given) }, [event]);
        stored.accept(draft);
        assert_eq!(stored.diary().entries()[0].true_on, Some(kept));
        let opened = open(&shelved(&stored));
        assert_eq!((opened.damage, opened.stored), (None, stored), "on {given}");
    }
}

#[test]
fn a_copy_that_was_wiped_comes_back_with_its_days() {
    let (mirror, stored) = world_of(&late_letter());
    mirror.in_mirror(Texts::clear);
    let (log, _) = world_of(&late_letter());
    log.wipe_log();
    for world in [mirror, log] {
        let found = judge(&world, &Shown::all(&stored));
        assert_eq!(found.stored.diary(), &late_letter());
    }
}

#[test]
fn fault_43_a_file_with_a_day_is_imported_and_exported() {
    const FILE: &str = include_str!("../fixtures/export-1/late-letter.jsonl");
    let found = import::<bank::Event>("bank", FILE).unwrap();
    assert_eq!((&found.diary, found.fingerprint.to_string()), (&late_letter(), "407617e7".into()));
    let stored = StoredDiary::of("bank-1", begun(), found.diary);
    assert_eq!(export_lines("bank", &stored, &[]).collect::<String>(), FILE);
}
