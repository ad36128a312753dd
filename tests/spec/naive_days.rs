//! Days as the naive models choose and count them.

use chrono::{DateTime, Datelike, Days, NaiveDate, TimeZone, Utc};
use chrono_tz::Tz;
use diary::Entry;
use examples::calendar::Month;
use proptest::{collection::vec, option, prelude::*, sample::select};

/// A day around the weeks in which random tales happen, and some far from them.
pub(crate) fn days() -> impl Strategy<Value = NaiveDate> {
    let first = NaiveDate::from_ymd_opt(2025, 12, 20).unwrap();
    let near = (0..170_u64).prop_map(move |days| first.checked_add_days(Days::new(days)).unwrap());
    let far = [(1970, 1, 1), (2031, 10, 10), (9999, 12, 31)];
    let far = far.map(|(year, month, day)| NaiveDate::from_ymd_opt(year, month, day).unwrap());
    prop_oneof![12 => near, 1 => select(far.to_vec())]
}

/// Days of their own for a few entries, and for none in most diaries.
pub(crate) fn own_days() -> impl Strategy<Value = Vec<Option<NaiveDate>>> {
    prop_oneof![2 => Just(vec![None]), 3 => vec(option::weighted(0.3, days()), 1..20)]
}

pub(crate) fn day_of(at: DateTime<Utc>, zone: Tz) -> NaiveDate {
    zone.from_utc_datetime(&at.naive_utc()).date_naive()
}

/// Whether an entry is true before a day: by its own day, or since it has been written by then.
pub(crate) fn before<E>(entry: &Entry<E>, day: NaiveDate, zone: Tz) -> bool {
    day_of(entry.at, zone) < day || entry.true_on.is_some_and(|own| own < day)
}

pub(crate) fn month_days(month: Month) -> (NaiveDate, NaiveDate) {
    let first = NaiveDate::from_ymd_opt(month.year, month.month, 1).unwrap();
    let next = first.checked_add_days(Days::new(31)).and_then(|day| day.with_day(1));
    (first, next.unwrap_or(first))
}
