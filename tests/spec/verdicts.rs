//! What is expected of the snapshot's half of an answer.

use chrono::NaiveDate;
use examples::{
    calendar::Calendar,
    questions::{Answer, Value, Verdict},
};

/// A calendar on which every day has come.
pub(crate) fn after_all<Z>(zone: Z) -> Calendar<Z> {
    Calendar { today: NaiveDate::MAX, zone }
}

/// The snapshot holds this.
#[track_caller]
pub(crate) fn knows(answer: &Answer, expected: &Value) {
    assert!(
        matches!(&answer.snapshot, Verdict::Knows { value, .. } if value == expected),
        "{answer:#?}"
    );
}

/// The row doesn't hold it, for this reason, and this entry overwrote it.
#[track_caller]
pub(crate) fn cannot_know(answer: &Answer, sentence: &str, by: Option<usize>) {
    let expected = Verdict::CannotKnow { why: sentence.into(), overwritten_by: by };
    assert_eq!(answer.snapshot, expected);
}
