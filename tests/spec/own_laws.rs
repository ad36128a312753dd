//! Questions of the reader's own, put together at random and asked of random diaries.

use chrono::{Datelike, NaiveDate, TimeDelta};
use chrono_tz::Tz;
use diary::{Diary, When};
use examples::{
    Money,
    calendar::{Calendar, Month},
    questions::{
        Answer, Value, Verdict,
        own::{MonthTotal, Months, Question},
    },
};
use proptest::{prelude::*, sample::Index, test_runner::TestCaseError};

use crate::{
    explains::{is_explained, zones},
    honest::{gaps, is_never_wrong, rebuilt, said},
    naive_days::{days, own_days},
    own_random::{Choices, Counted, choices, counted, first_day, true_day},
    random::{Script, Tale, scripts},
    true_days::with_days,
    verdicts::after_all,
};

type Holds = Result<(), TestCaseError>;

/// Days of their own, for some entries.
type OwnDays = Vec<Option<NaiveDate>>;

each!(
    the_builder_counts_as_a_loop_does,
    (scripts(), own_days(), choices(), any::<Index>(), zones(), days())
);
each!(a_moment_is_the_diary_cut_there, (scripts(), own_days(), choices(), any::<Index>(), zones()));
each!(the_row_is_honest, (scripts(), own_days(), choices(), any::<Index>(), zones(), gaps()));
each!(months_share_out_what_was_found, (scripts(), own_days(), choices(), zones()));
each!(a_kept_question_is_the_same, (scripts(), choices()));

fn the_builder_counts_as_a_loop_does<D: Counted>(
    (script, own_days, choices, version, zone, today): (
        Script,
        OwnDays,
        Choices,
        Index,
        Tz,
        NaiveDate,
    ),
) -> Holds {
    let Tale { diary, row, .. } = Tale::<D>::of(&script);
    let diary = with_days(&diary, &own_days);
    let question = choices.question::<D>(&script.names);
    let version = version.index(diary.len() + 1);
    let answer = question.answer(&diary, version, &row, &Calendar { today, zone });
    if first_day(question.span()).is_some_and(|first| first > today) {
        let not_yet = Value::NotYet { now: None };
        prop_assert_eq!(&answer.diary.value, &not_yet);
        let row_knows =
            matches!(&answer.snapshot, Verdict::Knows { value, .. } if *value == not_yet);
        prop_assert!(row_knows);
        return Ok(());
    }
    let found = counted(&question, diary.until(version), zone, false);

    let none = Value::Nothing("none");
    let money =
        |cents: Option<i64>| cents.map_or(none.clone(), |it| Value::Money(Money::cents(it)));
    let at = |one: Option<&(usize, When, i64)>| {
        let when = one.map(|it| it.1);
        when.map_or(none.clone(), |it| it.true_on.map_or(Value::At(it.at), Value::On))
    };
    let first = found.iter().min_by_key(|it| (true_day(it.1, zone), it.0));
    let last = found.iter().max_by_key(|it| (true_day(it.1, zone), it.0));
    let all_cents = || found.iter().map(|it| it.2);
    let sum = Money::cents(all_cents().sum());
    let has_amounts = question.measures().iter().any(|measure| measure.key == "biggest");
    let expected = match question.measure().key() {
        "how-much" if !has_amounts => money((!found.is_empty()).then(|| sum.in_cents())),
        "how-much" => Value::Total { count: found.len(), sum },
        "list" if has_amounts => Value::Total { count: found.len(), sum },
        "how-many" | "list" => Value::Count(found.len()),
        "first" => at(first),
        "last" => at(last),
        "biggest" => money(all_cents().max()),
        "smallest" => money(all_cents().min()),
        other => panic!("{other}"),
    };
    prop_assert_eq!(&answer.diary.value, &expected);

    // Where the clock of writing says something else, that is said.
    let mut written = counted(&question, diary.until(version), zone, true);
    let (early, late) = (written.first().map(|it| it.0), written.last().map(|it| it.0));
    let at_writing =
        |one: Option<&(usize, When, i64)>| one.map_or(none.clone(), |it| Value::At(it.1.at));
    let differs = match question.measure().key() {
        // Another entry of the same moment says nothing else.
        "first" => early != first.map(|it| it.0) && at_writing(written.first()) != expected,
        "last" => late != last.map(|it| it.0) && at_writing(written.last()) != expected,
        "biggest" => written.iter().map(|it| it.2).max() != all_cents().max(),
        "smallest" => written.iter().map(|it| it.2).min() != all_cents().min(),
        "how-many" => written.len() != found.len(),
        _ => written.drain(..).map(|it| it.2).sum::<i64>() != all_cents().sum::<i64>(),
    };
    if differs {
        let note = &answer.diary.note;
        prop_assert!(note.contains("y the day of writing: "), "{}: {:?}", question.words(), note);
    }

    // And it rests on just those entries.
    is_explained(&answer, version)?;
    let cited: Vec<_> = answer.diary.rests_on.iter().map(|part| part.entry).collect();
    let numbers = |wanted: &dyn Fn(i64) -> bool| -> Vec<usize> {
        found.iter().filter(|it| wanted(it.2)).map(|it| it.0).collect()
    };
    let rests_on = match question.measure().key() {
        "how-much" if !has_amounts => numbers(&|cents| cents != 0),
        "how-much" | "how-many" | "list" => numbers(&|_| true),
        "first" => first.map(|it| it.0).into_iter().collect(),
        "last" => last.map(|it| it.0).into_iter().collect(),
        _ => numbers(&|cents| money(Some(cents)) == expected).into_iter().take(1).collect(),
    };
    prop_assert_eq!(cited, rests_on);
    Ok(())
}

/// Where the reader stands, the diary says what it would if nothing had been written since.
fn a_moment_is_the_diary_cut_there<D: Counted>(
    (script, own_days, choices, version, zone): (Script, OwnDays, Choices, Index, Tz),
) -> Holds {
    let Tale { diary, row, .. } = Tale::<D>::of(&script);
    let diary = with_days(&diary, &own_days);
    let question = choices.question::<D>(&script.names);
    let version = version.index(diary.len() + 1);
    let mut cut = Diary::default();
    for entry in diary.until(version) {
        cut.append(entry.when(), [entry.event.clone()]);
    }
    let here = question.answer(&diary, version, &row, &after_all(zone));
    let there = question.answer(&cut, version, &rebuilt::<D>(&cut), &after_all(zone));
    prop_assert_eq!(here.diary, there.diary);
    let beyond = question.answer(&diary, usize::MAX, &row, &after_all(zone));
    prop_assert_eq!(beyond, question.answer(&diary, diary.len(), &row, &after_all(zone)));
    Ok(())
}

/// What the snapshot says is right at every moment, and comes from its row alone.
fn the_row_is_honest<D: Counted>(
    (script, own_days, choices, version, zone, gap): (
        Script,
        OwnDays,
        Choices,
        Index,
        Tz,
        TimeDelta,
    ),
) -> Holds {
    let Tale { diary, row, .. } = Tale::<D>::of(&script);
    let diary = with_days(&diary, &own_days);
    let question = choices.question::<D>(&script.names);
    let ask = |diary: &Diary<D::Event>, version| {
        vec![question.answer(diary, version, &row, &after_all(zone))]
    };
    // A row has one clock, that of writing: by it, what it knows is so.
    let written = with_days(&diary, &[None]);
    let at_version = |version| -> Result<Vec<Answer>, TestCaseError> {
        let answers = ask(&diary, version);
        let by_writing = ask(&written, version);
        prop_assert_eq!(said(&answers), said(&by_writing));
        is_never_wrong(&by_writing, diary.len())?;
        Ok(answers)
    };
    at_version(version.index(diary.len() + 1))?;
    let now = at_version(diary.len())?;
    let other = D::other(&row, gap);
    prop_assert_eq!(&rebuilt::<D>(&other), &row);
    let others = ask(&other, other.len());
    prop_assert_eq!(said(&others), said(&now));
    is_never_wrong(&others, other.len())
}

fn months_share_out_what_was_found<D: Counted>(
    (script, own_days, choices, zone): (Script, OwnDays, Choices, Tz),
) -> Holds {
    let diary = with_days(&Tale::<D>::of(&script).diary, &own_days);
    let question = choices.question::<D>(&script.names);
    let months = question.by_month(diary.entries(), &zone);
    let mut found = counted(&question, diary.entries(), zone, false);
    found.sort_by_key(|it| true_day(it.1, zone));
    let month_of = |when: When| {
        let day = true_day(when, zone);
        Month { year: day.year(), month: day.month() }
    };
    let has_amounts = question.measures().iter().any(|measure| measure.key == "how-much");
    let mut expected = Vec::new();
    if let (Some(first), Some(last)) = (found.first(), found.last()) {
        let mut month = month_of(first.1);
        while month <= month_of(last.1) {
            let here = || found.iter().filter(|it| month_of(it.1) == month);
            let sum = Money::cents(here().map(|it| it.2).sum());
            let sum = has_amounts.then_some(sum);
            expected.push(MonthTotal { month, count: here().count(), sum });
            month = month.next();
        }
    }
    // A day of its own may lie far back: ten years are shown.
    let shown = expected.split_off(expected.len().saturating_sub(120));
    let earlier = expected.iter().map(|month| month.count).sum();
    prop_assert_eq!(months, Months { earlier, months: shown });
    Ok(())
}

fn a_kept_question_is_the_same<D: Counted>((script, choices): (Script, Choices)) -> Holds {
    let question = choices.question::<D>(&script.names);
    let text = question.text();
    prop_assert!(text.is_ascii() && !text.contains('\n'), "{}", text);
    prop_assert_eq!(Question::<D>::read(&text), Ok(question));
    Ok(())
}
