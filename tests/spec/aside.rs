//! What was set aside comes with a file, and none of it takes the place of another.

use std::collections::BTreeSet;

use examples::bank;
use proptest::{collection::vec, prelude::*, sample::select};
use storage::{StoreError, export_lines, find_room};

use crate::{
    files::{BANK, import},
    mirror::begun,
    random::check,
    stores::{Fault, Tab, World, ask, text_of},
};

const NAME: &str = "bank-1";

/// What the rescue page writes for two torn lines of one segment, and the like.
const TORN: [(&str, &str); 6] = [
    ("00000", r#""[12,17""#),
    ("00000", r#""[13,1768""#),
    ("meta", r#""{""#),
    ("broken/1/00000", r#""once""#),
    ("broken/1/00000", r#""twice""#),
    ("broken/0000000012", r#""half: \ud83e""#),
];

fn owned(texts: &[(&str, &str)]) -> Vec<(String, String)> {
    texts.iter().map(|(place, text)| ((*place).to_owned(), (*text).to_owned())).collect()
}

/// The golden file with these texts set aside.
fn file_with(texts: &[(String, String)]) -> String {
    let found = import::<bank::Event>("bank", BANK).unwrap();
    let stored = storage::StoredDiary::of(NAME, begun(), found.diary);
    export_lines("bank", &stored, texts).collect()
}

/// Takes the file in, in a tab of this world.
fn take_in(tab: &Tab, file: &str) -> Result<(), StoreError> {
    let found = import::<bank::Event>("bank", file).unwrap();
    ask(tab.begin_with("bank", found)).map(drop)
}

/// What is set aside in this world: places, and texts as far as a string can hold them.
fn set_aside(world: &World) -> Vec<(String, String)> {
    let folder = format!("event-diary/{NAME}/broken/");
    let in_mirror = world.mirror().into_iter();
    let in_mirror =
        in_mirror.filter_map(|(key, text)| Some((key.strip_prefix(&folder)?.to_owned(), text)));
    let in_log = world.book(NAME).broken.into_iter();
    in_mirror.chain(in_log.map(|(place, literal)| (place, text_of(&literal)))).collect()
}

fn sorted(texts: impl IntoIterator<Item = String>) -> Vec<String> {
    let mut texts: Vec<_> = texts.into_iter().collect();
    texts.sort();
    texts
}

#[test]
fn an_import_keeps_all_that_was_set_aside_wherever_there_is_a_store() {
    let texts = owned(&TORN);
    let file = file_with(&texts);
    for tab in [World::tab, World::mirror_only, World::log_only] {
        let world = World::default();
        take_in(&tab(&world), &file).unwrap();
        let kept = set_aside(&world);
        let expected = sorted(texts.iter().map(|(_, literal)| text_of(literal)));
        assert_eq!(sorted(kept.iter().map(|(_, text)| text.clone())), expected);
        let places: BTreeSet<_> = kept.iter().map(|(place, _)| place).collect();
        assert_eq!(places.len(), texts.len(), "each has a place of its own: {places:?}");
    }
}

#[test]
fn a_file_that_is_taken_in_and_handed_out_again_sets_the_same_aside() {
    let file = file_with(&owned(&TORN));
    let kept_in = |file: &str| {
        let world = World::default();
        take_in(&world.log_only(), file).unwrap();
        let broken = world.book(NAME).broken.into_iter();
        broken.map(|(place, text)| (format!("broken/{place}"), text)).collect::<Vec<_>>()
    };
    let once = kept_in(&file);
    assert_eq!(once.len(), TORN.len());
    // From now on every text has a place of its own, and stays there.
    assert_eq!(kept_in(&file_with(&once)), once);
}

#[test]
fn what_was_set_aside_is_kept_with_the_diary_or_not_at_all() {
    let file = file_with(&owned(&TORN));
    for tab in [World::tab, World::mirror_only, World::log_only] {
        let probe = World::default();
        take_in(&tab(&probe), &file).unwrap();
        let calls = probe.calm();
        assert!(calls > 2);
        for (at, done) in (1..=calls).flat_map(|at| [(at, false), (at, true)]) {
            let world = World::default();
            world.go_wrong(Some(Fault { at, error: StoreError::Full, done }), None);
            let outcome = take_in(&tab(&world), &file);
            world.calm();
            let texts = set_aside(&world).len();
            if outcome.is_ok() {
                assert_eq!(texts, TORN.len(), "call {at}");
            } else if !done {
                assert_eq!((texts, world.mirror().len()), (0, 0), "call {at} of {calls}");
            }
        }
    }
}

#[test]
fn a_place_stays_what_it_was_where_that_is_possible() {
    let places = |taken: &[&str], from: &[&str]| {
        let texts: Vec<_> = from.iter().map(|from| ((*from).to_owned(), String::new())).collect();
        let found = find_room(taken.iter().copied(), &texts);
        found.into_iter().map(|(place, _)| place).collect::<Vec<_>>()
    };
    assert_eq!(places(&[], &["broken/1/00000", "broken/3/meta"]), ["1/00000", "3/meta"]);
    assert_eq!(places(&[], &["00000", "00000", "meta"]), ["1/00000", "2/00000", "1/meta"]);
    assert_eq!(places(&["1/00000", "7/meta"], &["broken/1/00000"]), ["8/00000"]);
    // The log finds nothing but folders with a number, and nobody comes to the end of those.
    for odd in ["broken/0/x", "broken/01/x", "broken/+1/x", "broken/x", "broken/a/x", "broken//x"] {
        assert_eq!(places(&[], &[odd]), ["1/x"], "{odd}");
    }
    assert_eq!(places(&["4294967295/x"], &["broken/4294967295/x", "x"]), ["1/x", "2/x"]);
    assert_eq!(places(&[], &["broken/1/"]), ["1/unnamed"]);
}

#[test]
fn no_text_takes_the_place_of_another() {
    let place = || {
        select(vec![
            "00000",
            "00001",
            "meta",
            "broken/1/00000",
            "broken/2/00000",
            "broken/2/meta",
            "broken/0000000007",
            "broken/x/y",
            "broken/999999/00000",
            "broken/4294967295/00000",
        ])
    };
    check((vec(place(), 0..6), vec(place(), 0..12)), |(taken, from)| {
        let taken: BTreeSet<_> =
            taken.iter().filter_map(|place| place.strip_prefix("broken/")).collect();
        let texts: Vec<_> =
            (0..).zip(&from).map(|(at, from)| ((*from).to_owned(), format!("\"{at}\""))).collect();
        let found = find_room(taken.iter().copied(), &texts);
        let places: BTreeSet<_> = found.iter().map(|(place, _)| place.as_str()).collect();
        prop_assert_eq!(places.len(), texts.len(), "{:?}", found);
        prop_assert!(places.is_disjoint(&taken), "{:?}", found);
        let (kept, all) = (found.into_iter().map(|it| it.1), texts.into_iter().map(|it| it.1));
        prop_assert_eq!(sorted(kept), sorted(all));
        Ok(())
    });
}
