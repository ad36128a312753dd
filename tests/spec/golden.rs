//! Every format that was ever shipped opens for ever, as it lies in `tests/fixtures`.
//!
//! A fixture is never written again. When the format changes, a folder is added.

use course::course;
use diary::Diary;
use examples::{
    order::{self, HowMany},
    parcel,
};
use storage::StoredDiary;

use crate::{
    mirror::{Fact, Texts, begun},
    parcel::{arrived, left, registered, tried},
    parcel_story,
    true_days::{late_letter, shipped_on},
};

/// A diary of format 1, from its two files.
fn format_1(name: &str, meta: &str, segment: &str) -> Texts {
    let key = |end: &str| format!("event-diary/{name}/{end}");
    Texts::from([(key("meta"), meta.to_owned()), (key("00000"), segment.to_owned())])
}

fn bank() -> Texts {
    let meta = include_str!("../fixtures/format-1/bank/meta");
    format_1("bank", meta, include_str!("../fixtures/format-1/bank/00000"))
}

fn order() -> Texts {
    let meta = include_str!("../fixtures/format-1/order/meta");
    format_1("order", meta, include_str!("../fixtures/format-1/order/00000"))
}

/// The same stories, each with one entry that is true on another day than the one on which it was
/// written. These were not written by this program, but by hand.
fn bank_true_on() -> Texts {
    let meta = include_str!("../fixtures/format-1-true-on/bank/meta");
    format_1("bank", meta, include_str!("../fixtures/format-1-true-on/bank/00000"))
}

fn order_true_on() -> Texts {
    let meta = include_str!("../fixtures/format-1-true-on/order/meta");
    format_1("order", meta, include_str!("../fixtures/format-1-true-on/order/00000"))
}

/// The orders since a removal says how many it takes out.
fn order_quantities() -> Texts {
    let meta = include_str!("../fixtures/format-1-quantities/order/meta");
    format_1("order", meta, include_str!("../fixtures/format-1-quantities/order/00000"))
}

fn order_quantities_true_on() -> Texts {
    let meta = include_str!("../fixtures/format-1-quantities-true-on/order/meta");
    format_1("order", meta, include_str!("../fixtures/format-1-quantities-true-on/order/00000"))
}

fn parcel() -> Texts {
    let meta = include_str!("../fixtures/format-1/parcel/meta");
    format_1("parcel", meta, include_str!("../fixtures/format-1/parcel/00000"))
}

/// Another parcel, of which the third try brought it along that it was sent back. Both parcels were written by
/// hand, and not by this program.
fn parcel_sent_back() -> Texts {
    let meta = include_str!("../fixtures/format-1-sent-back/parcel/meta");
    format_1("parcel", meta, include_str!("../fixtures/format-1-sent-back/parcel/00000"))
}

/// A parcel that was sent back after three tries.
pub(crate) fn three_tries() -> Diary<parcel::Event> {
    let story = parcel_story::story();
    let at = |entry: usize| story.entry(entry).expect("the story has it").at;
    let minutes = chrono::TimeDelta::minutes;
    let mut diary = Diary::default();
    diary.append(at(1), [registered()]);
    diary.append(at(2), [parcel::Event::Collected {}]);
    diary.append(at(7), [arrived("Leipzig")]);
    diary.append(at(8), [left("Leipzig")]);
    diary.append(at(9), [tried("nobody at home")]);
    diary.append(at(9) + minutes(180), [tried("nobody at home")]);
    diary.append(at(9) + minutes(385), [tried("a dog"), parcel::Event::SentBack {}]);
    diary
}

#[track_caller]
fn opens_as<E: Fact>(name: &str, texts: &Texts, story: &Diary<E>) {
    let (stored, damage, writes) = StoredDiary::<E>::from_mirror(name, texts).unwrap();
    assert_eq!((damage, writes), (None, vec![]));
    assert_eq!(stored.diary(), story);
    assert_eq!((stored.name(), stored.created()), (name, begun()));
}

#[test]
fn format_1_opens() {
    opens_as("bank", &bank(), &course().bank);
    opens_as("order", &order_quantities(), &course().order);
    opens_as("parcel", &parcel(), &parcel_story::story());
    opens_as("parcel", &parcel_sent_back(), &three_tries());
}

#[test]
fn format_1_with_days_opens() {
    opens_as("bank", &bank_true_on(), &late_letter());
    opens_as("order", &order_quantities_true_on(), &shipped_on());
}

/// An entry in an older form is today's entry, and stays in the store as it was written.
#[test]
fn format_1_opens_from_before_removals_had_a_quantity() {
    for (texts, story, fingerprint) in
        [(order(), course().order, "ad7dd181"), (order_true_on(), shipped_on(), "ca33eb9c")]
    {
        let (stored, damage, writes) =
            StoredDiary::<order::Event>::from_mirror("order", &texts).unwrap();
        assert_eq!((damage, writes), (None, vec![]));
        let mut then = Diary::default();
        for entry in story.entries() {
            let event = match &entry.event {
                order::Event::ItemRemoved { name, .. } => {
                    order::Event::ItemRemoved { name: name.clone(), quantity: HowMany::All }
                }
                event => event.clone(),
            };
            then.append(entry.when(), [event]);
        }
        let parts = |diary: &Diary<order::Event>| {
            let parts = diary.entries().iter().map(|entry| (entry.when(), entry.event.clone()));
            parts.collect::<Vec<_>>()
        };
        assert_eq!(parts(stored.diary()), parts(&then));
        assert_eq!(stored.texts(), texts);
        assert_eq!(stored.fingerprint().to_string(), fingerprint);
    }
}

/// The same bytes: a fingerprint that somebody kept, on paper perhaps, is still the right one.
#[track_caller]
fn is_written_as<E: Fact>(name: &str, texts: &Texts, story: &Diary<E>, fingerprint: &str) {
    let mut stored = StoredDiary::new(name, begun());
    for entry in story.entries() {
        let draft = stored.draft(entry.when(), [entry.event.clone()]);
        stored.accept(draft);
    }
    assert_eq!(&stored.texts().into_iter().collect::<Texts>(), texts);
    assert_eq!(stored.fingerprint().to_string(), fingerprint);
}

#[test]
fn format_1_is_what_is_written_today() {
    is_written_as("bank", &bank(), &course().bank, "f36f5b69");
    is_written_as("order", &order_quantities(), &course().order, "263badbd");
    is_written_as("parcel", &parcel(), &parcel_story::story(), "617d78a9");
    is_written_as("parcel", &parcel_sent_back(), &three_tries(), "4aa41632");
}

#[test]
fn format_1_with_days_is_what_is_written_today() {
    is_written_as("bank", &bank_true_on(), &late_letter(), "407617e7");
    is_written_as("order", &order_quantities_true_on(), &shipped_on(), "c72baca4");
}
