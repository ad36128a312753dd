//! A removal said no quantity once: `"item_removed",{"name":"mug"}`, and meant all of the item. It is
//! read as that, for ever; and what is stored stays as it is, to the letter.
//!
//! The fixtures were written by the last build that wrote it so: three strings and two thés, all of
//! which are taken out, one of them on a day of its own; then one string and two more.

use chrono::{NaiveDate, TimeDelta};
use diary::{
    Branch, BranchNote, ChainHash, Decider, Entry, Fate, FormatError, FromEvent, StoredEvent,
    WhatIf, fingerprint, line_of, project, read_line, replay,
};
use examples::{
    Describe, Money, Statement,
    order::{Command, Event, HowMany, Order},
};
use proptest::prelude::*;
use serde::{Deserialize, Serialize};
use storage::{StoredDiary, export_lines};

use crate::{
    files::import,
    mirror::{Texts, begun, read_event as read},
    order::{add, remove, removed},
    random::{Script, Tale, check, name, scripts},
    removals::all_removed,
};

const LINES: &str = include_str!("../fixtures/format-1-all-removed/order/00000");
const META: &str = include_str!("../fixtures/format-1-all-removed/order/meta");
const FILE: &str = include_str!("../fixtures/export-1/all-removed.jsonl");

/// Kept by that build, with the third of the fixture's entries made another.
const NOTE: &str = r#"{"format":1,"name":"Without strings","page":9,"fingerprint":"f6e33d26","entry":3,"instead":{"item_removed":{"name":"strings"}}}"#;

fn as_kept() -> Texts {
    let key = |end: &str| format!("event-diary/order-1/{end}");
    Texts::from([(key("meta"), META.to_owned()), (key("00000"), LINES.to_owned())])
}

#[track_caller]
fn open(texts: &Texts) -> StoredDiary<Event> {
    let (stored, damage, writes) = StoredDiary::from_mirror("order-1", texts).unwrap();
    assert_eq!((damage, writes), (None, vec![]));
    stored
}

#[test]
fn it_opens_and_stays_as_it_is() {
    let stored = open(&as_kept());
    assert_eq!((stored.diary().len(), stored.created()), (9, begun()));
    assert_eq!(stored.fingerprint().to_string(), "f6e33d26");
    assert_eq!(stored.texts(), as_kept());
    assert_eq!(export_lines("order", &stored, &[]).collect::<String>(), FILE);
    let incoming = import::<Event>("order", FILE).unwrap();
    let imported = StoredDiary::of("order-1", incoming.created, incoming.diary);
    assert_eq!(imported, stored);
    assert_eq!(export_lines("order", &imported, &[]).collect::<String>(), FILE);
}

#[test]
fn each_removal_is_of_all_that_was_there() {
    let stored = open(&as_kept());
    let diary = stored.diary();
    assert_eq!(diary.entry(4).unwrap().event, all_removed("strings"));
    assert_eq!(diary.entry(7).unwrap().event, all_removed("thé"));
    assert_eq!(diary.entry(7).unwrap().true_on, NaiveDate::from_ymd_opt(2025, 12, 31));
    let statement: Statement<Order> = project(diary.entries());
    let told = diary.entries().iter().map(|entry| {
        let order: Order = replay(diary.until(entry.number).iter().map(|entry| &entry.event));
        (statement.line(entry).what, order.contents().join(", "), order.total().to_string())
    });
    let expected = [
        ("Order ORD-1 created", "", "0.00"),
        ("Item added: 3 × strings, 4.00 each", "3 × strings", "12.00"),
        (
            "Item added: 2 × \u{2068}thé\u{2069}, 8.50 each",
            "3 × strings, 2 × \u{2068}thé\u{2069}",
            "29.00",
        ),
        ("Item removed: strings", "2 × \u{2068}thé\u{2069}", "17.00"),
        ("Item added: strings, 4.00", "2 × \u{2068}thé\u{2069}, strings", "21.00"),
        ("Item added: 2 × strings, 4.00 each", "2 × \u{2068}thé\u{2069}, 3 × strings", "29.00"),
        ("Item removed: \u{2068}thé\u{2069}", "3 × strings", "12.00"),
        ("Payment of 12.00 received", "3 × strings", "12.00"),
        ("Order shipped", "3 × strings", "12.00"),
    ];
    let expected = expected.map(|(what, items, total)| (what.into(), items.into(), total.into()));
    assert_eq!(told.collect::<Vec<(String, String, String)>>(), expected);
}

/// The first seven entries, and what is written behind them today.
#[test]
fn new_entries_stand_behind_the_old_ones() {
    let mut texts = as_kept();
    let seven: String = LINES.split_inclusive('\n').take(7).collect();
    texts.insert("event-diary/order-1/00000".into(), seven.clone());
    texts.insert(
        "event-diary/order-1/meta".into(),
        META.replace("\"head\":9", "\"head\":7").replace("f6e33d26", "f6394ae7"),
    );
    let (mut stored, ..) = StoredDiary::<Event>::from_mirror("order-1", &texts).unwrap();
    let last = stored.diary().entries().last().unwrap().at;
    let draft = stored.draft(last + TimeDelta::minutes(1), [removed("strings", 2)]);
    let [(_, line)] = &draft.changes.change.lines[..] else { panic!("one line") };
    let line = line.clone();
    let form = r#","item_removed",{"name":"strings","quantity":2}]|"#;
    assert!(line.contains(form), "{line}");
    stored.accept(draft);
    let text = &stored.texts()["event-diary/order-1/00000"];
    assert_eq!(*text, [seven.as_str(), &line, "\n"].concat());
    assert_eq!(open(&stored.texts()), stored);
}

/// An event as the builds before this one knew it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
enum Before {
    OrderCreated { number: String },
    ItemAdded { name: String, cents: i64, quantity: u32 },
    ItemRemoved { name: String },
}

impl StoredEvent for Before {}

#[test]
fn fault_08_an_older_build_leaves_the_new_form_alone() {
    let mut stored = StoredDiary::new("order-1", begun());
    let facts = [Event::OrderCreated { number: "ORD-1".into() }, removed("mug", 1)];
    for fact in facts {
        let draft = stored.draft(begun(), [fact]);
        stored.accept(draft);
    }
    let (opened, damage, writes) =
        StoredDiary::<Before>::from_mirror("order-1", &stored.texts()).unwrap();
    assert_eq!((opened.diary().len(), writes), (1, vec![]));
    let damage = damage.expect("it can't read the second entry");
    let FormatError::UnknownEvent { name, why } = damage.why else { panic!("{damage:?}") };
    assert_eq!(name, "item_removed");
    assert!(why.starts_with("unknown field `quantity`"), "{why}");
}

#[test]
fn what_is_in_neither_form_is_refused() {
    for content in [
        "{}",
        r#"{"name":7}"#,
        r#"{"name":"mug","name":"tea"}"#,
        r#"{"name":"mug","count":2}"#,
        r#"{"name":"mug","quantity":null}"#,
        r#"{"name":"mug","quantity":-1}"#,
        r#"{"name":"mug","quantity":1.5}"#,
        r#"{"name":"mug","quantity":4294967296}"#,
        r#"{"name":"mug","quantity":"two"}"#,
        r#"{"name":"mug","quantity":[2]}"#,
    ] {
        let found = read::<Event>(&format!(r#""item_removed",{content}"#));
        assert!(
            matches!(&found, Err(FormatError::UnknownEvent { name, .. }) if name == "item_removed"),
            "{content}: {found:?}"
        );
    }
    let most = read::<Event>(r#""item_removed",{"name":"mug","quantity":4294967295}"#).unwrap();
    assert_eq!(most.event, removed("mug", u32::MAX));
}

#[test]
fn an_old_entry_is_written_as_it_was_read() {
    check(name(), |name| {
        let name = serde_json::to_string(&name).unwrap();
        let stored = format!(r#""item_removed",{{"name":{name}}}"#);
        let entry = read::<Event>(&stored).unwrap();
        let (again, link) = line_of(&entry, &ChainHash::default());
        prop_assert_eq!(again, format!("[1,0,{stored}]|{link}"));
        // In today's form it says the same.
        let today = Entry { old_form: None, ..entry.clone() };
        let (new, _) = line_of(&today, &ChainHash::default());
        let (again, _) = read_line::<Event>(&new, 1, &ChainHash::default()).unwrap();
        prop_assert_eq!(again, today);
        Ok(())
    });
}

/// The same tale, once with removals of all and once with the numbers that these were.
#[test]
fn all_of_an_item_is_the_number_that_was_there() {
    check(scripts(), |script: Script| {
        let diary = Tale::<Order>::of(&script).diary;
        let (mut as_all, mut in_numbers) = (Order::default(), Order::default());
        for entry in diary.entries() {
            let event = match &entry.event {
                Event::ItemRemoved { name, .. } => {
                    let present = in_numbers.item(name).map_or(0, |item| item.quantity);
                    as_all = as_all.evolve(&all_removed(name));
                    removed(name, present)
                }
                event => {
                    as_all = as_all.evolve(event);
                    event.clone()
                }
            };
            in_numbers = in_numbers.evolve(&event);
            prop_assert_eq!(&as_all, &in_numbers);
        }
        Ok(())
    });
}

/// Decided again, an old removal takes out all that there is in the copy.
#[test]
fn a_copy_of_an_old_diary_means_all_too() {
    let stored = open(&as_kept());
    let entries = stored.diary().entries();
    let more = WhatIf::Instead(2, add("strings", 4_00, 5));
    let branch = Branch::<Order>::of(entries, more);
    for future in [&branch.replayed, &branch.decided] {
        assert_eq!(future.step(4).unwrap().fate, Fate::Kept);
        assert_eq!(future.today().total(), Money::cents(12_00));
    }
    // Where nothing became different, the copy is the diary, to the last link.
    let was = Order::command_of(&entries[1].event).unwrap();
    let same = Branch::<Order>::of(entries, WhatIf::Instead(2, was));
    for future in [&same.replayed, &same.decided] {
        assert_eq!(future.diary(), stored.diary());
        assert_eq!(fingerprint(future.diary().entries()), stored.fingerprint());
    }
    let command = Order::command_of(&all_removed("strings")).unwrap();
    assert_eq!(command, Command::RemoveItem { name: "strings".into(), quantity: HowMany::All });
    assert_eq!(Order::describe_command(&command), "Remove strings");
}

#[test]
fn a_branch_that_was_kept_then_is_read_too() {
    let note = BranchNote::<Event>::read(NOTE).unwrap();
    let stored = open(&as_kept());
    assert_eq!(note.since(stored.diary().entries()), Some(0));
    assert_eq!(note.instead, Some(all_removed("strings")));
    let branch = Branch::<Order>::of(stored.diary().entries(), note.change::<Order>());
    assert_eq!(branch.decided.diary().until(3).last().unwrap().event, all_removed("strings"));
    // One that is kept today says how many.
    let change = WhatIf::Instead(3, remove("strings", 2));
    let branch = Branch::<Order>::of(stored.diary().entries(), change.clone());
    let note = BranchNote::of("Two", stored.diary().entries(), &branch).unwrap();
    let end = r#""instead":{"item_removed":{"name":"strings","quantity":2}}}"#;
    assert!(note.text().ends_with(end), "{}", note.text());
    let read = BranchNote::<Event>::read(&note.text()).unwrap();
    assert_eq!(read.change::<Order>(), change);
    for (instead, why) in [
        ("{}", "it needs one entry, and has 0"),
        (r#"{"item_removed":{"name":"x"},"order_shipped":{}}"#, "it needs one entry, and has 2"),
    ] {
        let start = NOTE.split_once(r#"{"item_removed"#).unwrap().0;
        let found = BranchNote::<Event>::read(&format!("{start}{instead}}}"));
        assert_eq!(found, Err(FormatError::BadNote(why.into())));
    }
}
