//! The parcel's row says what is in it, and what was gathered of its diary goes on.

use diary::{Checkpointed, Diary};
use examples::{
    calendar::Calendar,
    parcel::{Parcel, questions::Gathered},
};
use proptest::{prelude::*, sample::Index};

use crate::{
    explains::zones,
    honest::{gaps, is_never_wrong, rebuilt, said},
    naive_days::{days, own_days},
    naive_parcel::questions,
    own_random::Counted,
    random::{Tale, check_times, scripts},
    true_days::with_days,
};

#[test]
fn the_parcel_s_row_is_honest() {
    let cases = (scripts(), days(), any::<Index>(), days(), zones(), gaps());
    check_times(1_000, cases, |(script, day, depot, today, zone, gap)| {
        let Tale { diary, row, .. } = Tale::<Parcel>::of(&script);
        let calendar = Calendar { today, zone };
        let other = Parcel::other(&row, gap);
        let other_row = rebuilt::<Parcel>(&other);
        prop_assert_eq!(&other_row, &row);
        for question in questions(day, depot.get(&script.names).trim()) {
            let answers = question.ask(&diary, &row, &calendar);
            is_never_wrong(&answers, diary.len())?;
            // Another past with the same row gets the same words: they come from the row alone.
            let others = question.ask(&other, &other_row, &calendar);
            prop_assert_eq!(said(&others), said(&answers));
            is_never_wrong(&others, other.len())?;
        }
        Ok(())
    });
}

/// What was gathered goes on, and a short answer is the beginning of the whole one.
#[test]
fn the_questions_about_the_parcel_go_on() {
    let cases = (scripts(), own_days(), any::<Index>(), days(), any::<Index>(), zones());
    check_times(1_000, cases, |(script, own_days, version, day, depot, zone)| {
        let diary = with_days(&Tale::<Parcel>::of(&script).diary, &own_days);
        let calendar = Calendar { today: day, zone };
        let mut gathered = Checkpointed::<Gathered>::default();
        for version in [version.index(diary.len() + 1), diary.len()] {
            gathered.read_to(diary.entries(), version);
            let mut early = Diary::default();
            diary.until(version).iter().for_each(|it| early.append(it.when(), [it.event.clone()]));
            let row = rebuilt::<Parcel>(&early);
            for question in questions(day, depot.get(&script.names).trim()) {
                let whole = question.ask(&early, &row, &calendar);
                let told =
                    |most| question.told(gathered.reading(), (&early, &row), &calendar, most);
                prop_assert_eq!(&told(usize::MAX), &whole);
                for (short, whole) in told(1).iter().zip(&whole) {
                    let (short, whole) = (&short.diary, &whole.diary);
                    prop_assert_eq!((&short.value, &short.note), (&whole.value, &whole.note));
                    let first = whole.rests_on.iter().take(1);
                    prop_assert!(short.rests_on.iter().eq(first));
                    prop_assert_eq!(short.rests_on.len() + short.more.count, whole.rests_on.len());
                    prop_assert_eq!(short.cases.len() + short.more_cases, whole.cases.len());
                }
            }
        }
        Ok(())
    });
}
