//! A diary as a file: what is exported can be imported, and is the same diary.

use course::course;
use diary::Diary;
use examples::{
    Describe, LONGEST_NAME, bank,
    order::{self, Order},
};
use proptest::{collection::vec, prelude::*, sample::select};
use storage::{
    Import, Incoming, LONGEST_TEXT, Report, StoredDiary, export_lines, kind_of, text_of,
};

use crate::{
    judge::{NAME, Shown, judge, opened, world_of},
    mirror::{Fact, begun},
    random::{Sample, Script, Tale, check, name, scripts},
    stores::{answer, ask},
};

pub(crate) const BANK: &str = include_str!("../fixtures/export-1/bank.jsonl");
const RESCUED: &str = include_str!("../fixtures/export-1/rescued-order.jsonl");

/// Reads a file of a kind.
pub(crate) fn import<E: Fact>(kind: &str, text: &str) -> Result<Incoming<E>, Report> {
    Import::of(kind, text).finish()
}

/// A diary with a title.
fn titled<E: Fact>(diary: &Diary<E>, title: Option<&str>) -> StoredDiary<E> {
    let mut stored = StoredDiary::of(NAME, begun(), diary.clone());
    let changes = stored.rename(title.map(str::to_owned));
    stored.take_in([], &changes.change.record).unwrap();
    stored
}

/// What the golden file has set aside.
fn aside() -> Vec<(String, String)> {
    [("broken/1/00000", r#""[12,1767603600000,\"dep\ud83e""#), ("broken/2/meta", r#""""#)]
        .map(|(place, text)| (place.to_owned(), text.to_owned()))
        .to_vec()
}

#[test]
fn fault_43_the_golden_file_is_what_is_exported() {
    let stored = titled(&course().bank, Some("Rent “2026” \\ 🙂"));
    let file: String = export_lines("bank", &stored, &aside()).collect();
    assert_eq!(file, BANK);
}

#[test]
fn fault_43_the_golden_file_is_imported() {
    assert_eq!(kind_of(BANK), Ok("bank".into()));
    let found = import::<bank::Event>("bank", BANK).unwrap();
    assert_eq!(found.diary, course().bank);
    assert_eq!(found.title.as_deref(), Some("Rent “2026” \\ 🙂"));
    assert_eq!((found.created, found.fingerprint.to_string()), (begun(), "f36f5b69".into()));
    assert_eq!(found.set_aside, aside(), "half of a surrogate pair stays what it is");
}

#[test]
fn fault_43_a_rescued_file_may_lack_what_the_page_knew() {
    assert_eq!(kind_of(RESCUED), Ok("order".into()));
    let found = import::<order::Event>("order", RESCUED).unwrap();
    let lines = |diary: &Diary<order::Event>| {
        diary.entries().iter().map(|it| (it.at, Order::line(&it.event))).collect::<Vec<_>>()
    };
    assert_eq!((lines(&found.diary), found.title), (lines(&course().order), None));
    // It was rescued before removals had a quantity, and stays as it is.
    assert_eq!(found.fingerprint.to_string(), "ad7dd181");
    // It was begun when its first entry was written, as far as anybody can tell.
    assert_eq!(found.created, course().order.entries()[0].at);
    let nothing =
        import::<order::Event>("order", "{\"event-diary\":1,\"kind\":\"order\"}").unwrap();
    assert!(nothing.diary.is_empty() && nothing.set_aside.is_empty());
}

/// A text that somebody set aside, as JSON.
fn literal() -> impl Strategy<Value = String> {
    let odd = select(vec![r#""""#, r#""\ud83e""#, r#""\udc00\ud800x""#, r#""a\u0000\n\\\"é🙂""#]);
    prop_oneof![
        odd.prop_map(str::to_owned),
        name().prop_map(|it| serde_json::to_string(&it).unwrap())
    ]
}

fn comes_back<D: Sample>() {
    let title = prop::option::of(name().prop_filter("at most 200", |it| it.chars().count() <= 200));
    let cases = (scripts(), title, vec(literal(), 0..4), 1..9_usize, any::<bool>());
    check(cases, |(script, title, texts, slice, is_windows): (Script, _, Vec<_>, _, _)| {
        let tale = Tale::<D>::of(&script);
        let stored = titled(&tale.diary, title.as_deref());
        let aside: Vec<_> =
            (1..).zip(texts).map(|(at, text)| (format!("broken/{at}/00000"), text)).collect();
        let mut file: String = export_lines("a kind", &stored, &aside).collect();
        if is_windows {
            // A Windows editor saves it with a mark in front and two characters at each line end.
            file = format!("\u{feff}{}", file.replace('\n', "\r\n"));
        }
        let text = text_of(file.as_bytes()).unwrap();
        prop_assert_eq!(kind_of(text), Ok("a kind".to_owned()));
        let mut import = Import::<D::Event>::of("a kind", text);
        let mut rests = 0;
        while import.read_on(slice) {
            rests += 1;
        }
        prop_assert!(rests >= (tale.diary.len() + aside.len()) / slice, "it reads in slices");
        prop_assert_eq!(import.read(), tale.diary.len());
        let found = import.finish().unwrap();
        prop_assert_eq!(&found.diary, &tale.diary);
        prop_assert_eq!(found.fingerprint, stored.fingerprint());
        prop_assert_eq!((found.title, found.created), (title, begun()));
        prop_assert_eq!(&found.set_aside, &aside);
        // And again: the same file.
        let again = StoredDiary::of(NAME, found.created, found.diary);
        prop_assert_eq!(again.fingerprint(), stored.fingerprint());
        Ok(())
    });
}

#[test]
fn fault_43_every_example_comes_back_from_its_file() {
    each_once!(comes_back);
}

#[test]
fn fault_43_a_damaged_diary_carries_what_was_set_aside() {
    let (world, stored) = world_of(&course().bank);
    world.in_mirror(|texts| {
        texts.get_mut(&format!("event-diary/{NAME}/00000")).unwrap().truncate(400);
    });
    world.in_log(NAME, |book| {
        book.lines.insert(5, "[5,".into());
        book.lines.split_off(&6);
    });
    let shown = Shown::all(&stored).damaged();
    let found = judge(&world, &shown);
    assert!(found.damage.is_some() && found.set_aside);
    let start = format!("event-diary/{NAME}/");
    let aside: Vec<_> = answer(world.tab().texts(NAME))
        .unwrap()
        .into_iter()
        .filter_map(|(key, text)| Some((key.strip_prefix(&start)?.to_owned(), text)))
        .filter(|(place, _)| place.starts_with("broken/"))
        .map(|(place, text)| (place, serde_json::to_string(&text).unwrap()))
        .collect();
    assert!(!aside.is_empty());
    let file: String = export_lines("bank", &found.stored, &aside).collect();
    let back = import::<bank::Event>("bank", &file).unwrap();
    assert_eq!(back.set_aside, aside);
    let torn = aside.iter().find(|(place, _)| place.ends_with("/00000")).unwrap();
    assert!(serde_json::from_str::<String>(&torn.1).unwrap().len() == 400, "to the letter");
    // It is opened beside the other one, which stays as it is.
    let begun = ask(world.tab().begin("bank", back.created, back.diary)).unwrap();
    assert_eq!(begun.0.diary(), found.stored.diary());
    assert_eq!(begun.0.fingerprint(), back.fingerprint);
    assert_eq!(opened(&world.tab()).unwrap().stored.name(), NAME);
}

#[test]
fn what_is_handed_over_in_the_wrong_form_is_kept_all_the_same() {
    let stored = titled(&course().bank, None);
    for text in
        ["no JSON", "", "\"", "\"a\nb\"", "\"a\" ", "\"a\",\"b\"", "null", "\"a\u{1}\"", "\"\\x\""]
    {
        let aside = vec![("broken/1/00000".to_owned(), text.to_owned())];
        let file: String = export_lines("bank", &stored, &aside).collect();
        assert_eq!(file.lines().count(), 1 + 11 + 1, "{text:?}");
        let back = import::<bank::Event>("bank", &file).unwrap();
        assert_eq!(serde_json::from_str::<String>(&back.set_aside[0].1).unwrap(), text);
    }
}

#[test]
fn a_file_takes_the_names_that_the_page_takes() {
    assert_eq!(LONGEST_TEXT, LONGEST_NAME);
    let owner = "ü".repeat(LONGEST_NAME);
    let open = |owner: &str| {
        let mut diary = Diary::default();
        let account = bank::Account::Everyday;
        diary.append(begun(), [bank::Event::AccountOpened { account, owner: owner.into() }]);
        export_lines("bank", &StoredDiary::of(NAME, begun(), diary), &[]).collect::<String>()
    };
    assert!(import::<bank::Event>("bank", &open(&owner)).is_ok());
    let report = import::<bank::Event>("bank", &open(&(owner + "x"))).unwrap_err();
    assert_eq!(report.to_string(), "Line 2: A name has 201 characters. At most 200 are allowed.\n");
}
