//! The laws of branches are worth as much as the fates that come up in them.

use diary::{Branch, Fate, FromEvent};
use examples::{bank::Bank, order::Order, parcel::Parcel};

use crate::{
    branch_laws::{cases, change},
    random::{Sample, always},
};

/// How often each fate comes up: kept, struck, written, refused, impossible as the rules refuse it, and
/// impossible as they would have written something else.
fn fates_that_come_up<D: Sample + FromEvent>() -> [usize; 7] {
    let mut found = [0; 7];
    for case in always(&cases(), 1_000) {
        let (diary, change) = change::<D>(&case);
        let branch = Branch::<D>::of(diary.entries(), change);
        for step in branch.replayed.steps().iter().chain(branch.decided.steps()) {
            found[match step.fate {
                Fate::Kept => 0,
                Fate::Struck => 1,
                Fate::Written => 2,
                Fate::Refused(_) => 3,
                Fate::Impossible(Err(_)) => 4,
                Fate::Impossible(Ok(_)) => 5,
                Fate::NotBrought => 6,
            }] += 1;
        }
    }
    found
}

#[test]
fn every_fate_comes_up() {
    let bank = fates_that_come_up::<Bank>();
    assert!(bank[..6].iter().all(|count| *count >= 20) && bank[6] == 0, "{bank:?}");
    // The shop gives out no numbers: its facts are possible or refused.
    let order = fates_that_come_up::<Order>();
    assert!(order[..5].iter().all(|count| *count >= 100) && order[5..] == [0, 0], "{order:?}");
    let parcel = fates_that_come_up::<Parcel>();
    assert!(parcel.iter().all(|count| *count >= 20), "{parcel:?}");
}
