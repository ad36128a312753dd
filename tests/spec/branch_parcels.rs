//! What if a parcel's way had gone otherwise? A try may bring it along that the parcel is sent back.

use diary::{Branch, BranchNote, Decider, Fate, FromEvent, Future, WhatIf};
use examples::{
    Branched,
    Outcome::{Impossible, Kept, NotBrought, Refused, Struck, Written},
    parcel::{Event, Parcel, Status},
};

use crate::{
    branches::{is_told, strike},
    golden::three_tries,
    parcel::{arrive, fail, hand_over, leave, tried},
    parcel_story::story,
};

const NOT_BROUGHT: &str =
    "nobody asks for this alone. The entry before it brings it along, and here it doesn’t.";
const BACK: (&str, &str) = ("Sent back to the sender", NOT_BROUGHT);
const FIGURES: [&str; 8] = ["0", "0", "1", "1", "1", "1", "1", "1"];

fn fates(future: &Future<Parcel>) -> Vec<&Fate<Event, <Parcel as Decider>::Rejection>> {
    future.steps().iter().map(|step| &step.fate).collect()
}

/// Without the first try, the third one is the second, and brings nothing along.
#[test]
fn without_one_of_three_tries_it_is_not_sent_back() {
    let diary = three_tries();
    let branched = strike::<Parcel>(&diary, 5);
    let struck = (5, Struck, "Delivery tried: nobody at home", "");
    is_told::<Parcel>(
        &diary,
        |entry| branched.replayed_line(entry),
        &[struck, (8, Impossible, BACK.0, BACK.1)],
        &FIGURES,
    );
    is_told::<Parcel>(
        &diary,
        |entry| branched.decided_line(entry),
        &[struck, (8, NotBrought, BACK.0, BACK.1)],
        &FIGURES,
    );
    let branch = branched.branch();
    assert_eq!(branch.replayed.today().status(), Status::SentBack);
    assert_eq!(branch.replayed.first_impossible(), Some(8));
    assert_eq!(branch.decided.today().status(), Status::Out);
    assert_eq!((branch.decided.diary().len(), branch.decided.refused().count()), (6, 0));
    assert!(branch.decided.facts(8).is_empty());
}

#[test]
fn without_the_third_try_it_is_not_sent_back() {
    let branch = Branch::<Parcel>::of(three_tries().entries(), WhatIf::Strike(7));
    assert_eq!(fates(&branch.decided)[6..], [&Fate::Struck, &Fate::NotBrought]);
    assert_eq!(fates(&branch.replayed)[6..], [&Fate::Struck, &Fate::Impossible(Ok(vec![]))]);
}

/// It follows from the third try: whoever decides again can't have the one without the other.
#[test]
fn what_was_brought_along_can_not_be_struck_alone() {
    let diary = three_tries();
    for change in [WhatIf::Strike(8), WhatIf::Instead(8, hand_over("Ana"))] {
        let branch = Branch::<Parcel>::of(diary.entries(), change);
        assert_eq!(branch.decided.diary(), &diary);
        assert!(fates(&branch.decided).iter().all(|fate| **fate == Fate::Kept));
        // Plain replay does as it is told.
        assert_eq!(fates(&branch.replayed)[..7], [&Fate::Kept; 7]);
        assert_ne!(branch.replayed.today().status(), Status::SentBack);
    }
}

#[test]
fn why_it_stays_is_said() {
    let diary = three_tries();
    let branched = strike::<Parcel>(&diary, 8);
    let why = "it comes with the entry before it. Change that entry, and both are gone.";
    let stays = (8, Kept, BACK.0, why);
    is_told::<Parcel>(&diary, |entry| branched.decided_line(entry), &[stays], &FIGURES);
    let struck = (8, Struck, BACK.0, "");
    is_told::<Parcel>(&diary, |entry| branched.replayed_line(entry), &[struck], &FIGURES);
}

#[test]
fn a_refused_try_brings_nothing_along() {
    let diary = three_tries();
    let branched = Branched::<Parcel>::of(diary.entries(), WhatIf::Instead(6, hand_over("Ana")));
    let why = "PCL-1 was handed over to Ana, so nothing more can happen to it.";
    let instead = (6, Written, "Handed over to Ana", "");
    let dog = "Delivery tried: a dog";
    let figures = ["0", "0", "1", "1", "1", "2", "2", "2"];
    is_told::<Parcel>(
        &diary,
        |entry| branched.replayed_line(entry),
        &[instead, (7, Impossible, dog, why), (8, Impossible, BACK.0, BACK.1)],
        &figures,
    );
    is_told::<Parcel>(
        &diary,
        |entry| branched.decided_line(entry),
        &[instead, (7, Refused, "Try the delivery: a dog", why), (8, NotBrought, BACK.0, BACK.1)],
        &figures,
    );
}

/// One more try before the third one makes that the fourth, for which it is too late.
#[test]
fn an_earlier_third_try_brings_it_along_earlier() {
    let diary = story();
    // Instead of coming back to Leipzig, it is tried again; and once more on the next day.
    let more = WhatIf::Instead(10, fail("a dog"));
    let branched = Branched::<Parcel>::of(diary.entries(), more);
    let decided = &branched.branch().decided;
    let line = |number: usize| {
        let told = branched.decided_line(diary.entry(number).unwrap()).unwrap();
        (told.outcome, told.what, told.version)
    };
    let tried_twice = |what: &str| format!("Delivery tried: {what}; Sent back to the sender");
    assert_eq!(line(10), (Written, "Delivery tried: a dog".into(), 10));
    assert_eq!(line(11), (Refused, "Leave Leipzig".into(), 10));
    assert_eq!(line(12), (Written, tried_twice("the bell is broken"), 12));
    assert_eq!(line(13), (Refused, "Hand over to Ben, next door".into(), 12));
    let facts: Vec<_> = decided.facts(12).iter().map(|fact| fact.event.clone()).collect();
    assert_eq!(facts, [tried("the bell is broken"), Event::SentBack {}]);
    let at = diary.entry(12).unwrap().at;
    assert!(decided.facts(12).iter().all(|fact| fact.at == at));
    assert_eq!(decided.today().status(), Status::SentBack);
    // Plain replay writes what stands there and no more, and says what the rules would have written.
    let replayed = branched.replayed_line(diary.entry(12).unwrap()).unwrap();
    let why = "the rules would have written “Delivery tried: the bell is broken; Sent back to the \
               sender”.";
    assert_eq!((replayed.outcome, replayed.why.as_str()), (Impossible, why));
    assert_eq!(branched.branch().replayed.diary().len(), diary.len());
}

#[test]
fn a_note_keeps_the_try_and_not_what_it_brings_along() {
    let diary = three_tries();
    let third = WhatIf::Instead(7, fail("no bell"));
    let branch = Branch::<Parcel>::of(diary.entries(), third.clone());
    assert_eq!(fates(&branch.decided)[6..], [&Fate::Written, &Fate::Kept]);
    let note = BranchNote::of("No bell", diary.entries(), &branch).unwrap();
    assert_eq!(note.instead, Some(tried("no bell")));
    assert_eq!(note.change::<Parcel>(), third);
    // What stands there has come along, whatever was asked for: there is nothing to keep.
    for command in [leave("Leipzig"), arrive("Leipzig")] {
        let branch = Branch::<Parcel>::of(diary.entries(), WhatIf::Instead(8, command));
        assert_eq!(BranchNote::of("Nothing", diary.entries(), &branch), None);
    }
    // A note that somebody wrote by hand.
    let text =
        note.text().replace(r#"{"delivery_tried":{"reason":"no bell"}}"#, r#"{"sent_back":{}}"#);
    let note = BranchNote::<Event>::read(&text).unwrap();
    assert_eq!(note.change::<Parcel>(), WhatIf::Strike(7));
    assert_eq!(Parcel::command_of(&Event::SentBack {}), None);
}
