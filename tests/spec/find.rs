//! What is typed to find entries, against looking for it by hand.

use chrono::{DateTime, NaiveDate, TimeDelta, TimeZone, Utc};
use chrono_tz::{America::Sao_Paulo, Europe::Berlin, Tz};
use diary::{Diary, Entry, When};
use examples::{
    Describe, Kind,
    bank::Bank,
    calendar::{MONTHS, day_at},
    find::{Query, Search, told},
    order::Order,
    parcel::Parcel,
    story::{Dates, NOW},
};
use proptest::{collection::vec, prelude::*, sample::select, test_runner::TestCaseError};

use crate::random::{Sample, check};

type Holds = Result<(), TestCaseError>;

/// All that is found, looked for in one go.
fn found<D: Describe>(typed: &str, entries: &[Entry<D::Event>], zone: Tz) -> Vec<usize> {
    let mut search = Search::of(Query::read(typed));
    for entry in entries {
        search.look_at(entry.when(), &zone, &|| told::<D>(&entry.event));
    }
    assert_eq!(search.read(), entries.len());
    search.found().to_vec()
}

/// The sentence as the diary shows it, and the names of the accounts, where there are some.
fn by_hand<D: Describe>(event: &D::Event) -> String {
    let names = D::figures_of(event).map(D::figure_name).collect::<Vec<_>>();
    let names = if D::FIGURES.len() > 1 { names.join(" ") } else { String::new() };
    let told = format!("{} {names}", D::line(event)).to_lowercase();
    told.chars().filter(|letter| !matches!(letter, '\u{2066}'..='\u{2069}')).collect()
}

fn is_a_word(word: &str) -> bool {
    let month = MONTHS.iter().any(|name| name.to_lowercase().starts_with(word));
    !word.is_empty() && !month && !word.contains(|letter: char| letter.is_ascii_digit())
}

/// A part of a word that some entry tells, perhaps in capitals: found are those that tell it.
fn a_word_is_found_where_it_is_told<D: Sample>(
    (picks, is_loud): (Vec<(usize, usize, usize, usize)>, bool),
) -> Holds {
    let entries = D::long().diary.entries();
    let word = |&(entry, word, skip, take): &(usize, usize, usize, usize)| {
        let told = by_hand::<D>(&entries[entry % entries.len()].event);
        let words: Vec<_> = told.split_whitespace().collect();
        let word: Vec<_> = words[word % words.len()].chars().collect();
        let skip = skip % word.len();
        word.into_iter().skip(skip).take(take).collect::<String>()
    };
    let words: Vec<_> = picks.iter().map(word).filter(|word| is_a_word(word)).collect();
    prop_assume!(!words.is_empty());
    let typed = words.join("  ");
    // Some letters have several large ones or none that leads back.
    let loud = typed.to_uppercase();
    let typed = if is_loud && loud.to_lowercase() == typed { loud } else { typed };
    let has_all = |entry: &&Entry<D::Event>| {
        let told = by_hand::<D>(&entry.event);
        words.iter().all(|word| told.contains(word.as_str()))
    };
    let naive: Vec<_> = entries.iter().filter(has_all).map(|entry| entry.number).collect();
    prop_assert_eq!(found::<D>(&typed, entries, Tz::UTC), naive, "{}", typed);
    Ok(())
}

each!(
    a_word_is_found_where_it_is_told,
    300,
    (vec((0..600_usize, 0..9_usize, 0..9_usize, 1..9_usize), 1..3), any::<bool>())
);

/// Each number that some entry tells finds the entries that tell a number of this value, however it is written.
fn a_number_is_found_by_its_value<D: Sample>(pick: usize) -> Holds {
    let entries = D::long().diary.entries();
    let numbers = |entry: &Entry<D::Event>| {
        let told = by_hand::<D>(&entry.event);
        let is_part = |letter: char| !(letter.is_ascii_digit() || letter == '.' || letter == ',');
        told.split(is_part).filter_map(cents_by_hand).collect::<Vec<_>>()
    };
    let all: Vec<_> = entries.iter().flat_map(numbers).collect();
    let cents = all[pick % all.len()];
    // A year would be that too.
    prop_assume!(!(197_000..1_000_000).contains(&cents));
    let naive = entries.iter().filter(|entry| numbers(entry).contains(&cents));
    let naive: Vec<_> = naive.map(|entry| entry.number).collect();
    let whole = format!("{}.{:02}", cents / 100, cents % 100);
    for typed in [whole.clone(), format!("−{whole}"), format!(" +{whole} ")] {
        prop_assert_eq!(&found::<D>(&typed, entries, Tz::UTC), &naive, "{}", typed);
    }
    if cents % 100 == 0 {
        prop_assert_eq!(found::<D>(&(cents / 100).to_string(), entries, Tz::UTC), naive);
    }
    Ok(())
}

fn cents_by_hand(run: &str) -> Option<i64> {
    let run = run.trim_matches(['.', ',']);
    let (whole, decimals) = run.split_once('.').unwrap_or((run, ""));
    let groups: Vec<_> = whole.split(',').collect();
    let are_thousands = groups[0].len() <= 3 && groups[1..].iter().all(|group| group.len() == 3);
    let is_number = groups.len() == 1 || are_thousands;
    if whole.is_empty() || !is_number || decimals.len() > 2 || run.ends_with('.') {
        return None;
    }
    let cents: i64 = format!("{}{decimals:0<2}", groups.concat()).parse().ok()?;
    (cents <= 1_000_000_000_000).then_some(cents)
}

each!(a_number_is_found_by_its_value, 100, 0..5_000_usize);

/// A diary of deposits in the first half of 2026, some of them true on a day before.
fn dated() -> impl Strategy<Value = Vec<When>> {
    let minutes = 0..260_000_i64;
    let when = (minutes, prop::option::weighted(0.2, 0..200_i64));
    vec(when, 1..60).prop_map(|mut all| {
        all.sort_unstable();
        let start = Utc.with_ymd_and_hms(2025, 12, 30, 0, 0, 0).unwrap();
        let when = |(minutes, before): (i64, Option<i64>)| {
            let at: DateTime<Utc> = start + TimeDelta::minutes(minutes);
            When { at, true_on: before.map(|days| at.date_naive() - TimeDelta::days(days)) }
        };
        all.into_iter().map(when).collect()
    })
}

fn in_time(typed: &str, all: &[When], zone: Tz) -> Vec<usize> {
    let mut search = Search::of(Query::read(typed));
    for when in all {
        search.look_at(*when, &zone, &|| "nothing".to_owned());
    }
    search.found().to_vec()
}

/// By the days as text, which stand in the order of the alphabet.
fn naive_time(all: &[When], zone: Tz, is_in: impl Fn(NaiveDate, &str) -> bool) -> Vec<usize> {
    let is_in = |day: NaiveDate| is_in(day, &day.to_string());
    let has = |when: &When| is_in(day_at(when.at, &zone)) || when.true_on.is_some_and(&is_in);
    (1..).zip(all).filter(|(_, when)| has(when)).map(|(number, _)| number).collect()
}

#[test]
fn a_time_finds_what_was_written_or_is_true_in_it() {
    let zones = select(vec![Tz::UTC, Berlin, Sao_Paulo]);
    check((dated(), zones, 1..8_u32, 1..8_u32, 1..32_u32), |(all, zone, one, other, day)| {
        let month = |month: u32| format!("2026-{month:02}");
        let text = month(one);
        let whole = naive_time(&all, zone, |_, day| day.starts_with(&text));
        prop_assert_eq!(&in_time(&text, &all, zone), &whole);
        let name = MONTHS[one as usize - 1];
        for typed in [format!("{} 2026", &name[..3]), format!("2026 {}", name.to_uppercase())] {
            prop_assert_eq!(&in_time(&typed, &all, zone), &whole, "{}", typed);
        }
        let year = naive_time(&all, zone, |_, day| day.starts_with("2026"));
        prop_assert_eq!(in_time("2026", &all, zone), year);
        let date = format!("{text}-{day:02}");
        let of_day = naive_time(&all, zone, |_, it| it == date);
        // There is no 31 February.
        if date.parse::<NaiveDate>().is_ok() {
            prop_assert_eq!(in_time(&date, &all, zone), &of_day[..]);
        }
        prop_assert_eq!(in_time(&format!("{day} {} 2026", &name[..3]), &all, zone), &of_day[..]);
        let (first, last) = (month(one.min(other)), month(one.max(other)) + "-99");
        let between = naive_time(&all, zone, |_, day| day >= &*first && day <= &*last);
        for typed in [
            format!("{}..{}", month(one), month(other)),
            format!("{}..{}", month(other), month(one)),
        ] {
            prop_assert_eq!(&in_time(&typed, &all, zone), &between, "{}", typed);
        }
        let from = naive_time(&all, zone, |_, day| day >= &*text);
        prop_assert_eq!(in_time(&format!("{text}.."), &all, zone), from);
        let end = format!("{text}-99");
        let until = naive_time(&all, zone, |_, day| day <= &*end);
        prop_assert_eq!(in_time(&format!("..{text}"), &all, zone), until);
        Ok(())
    });
}

/// What was looked at before changes nothing: whoever goes on after a pause, or begins with any entry, finds the same.
#[test]
fn any_entry_is_found_or_not_by_itself() {
    let typed =
        select(vec!["2026-03", "1 Mar", "mar", "2026-02..2026-04", "nothing", "2026 thing", "40"]);
    check((dated(), select(vec![Tz::UTC, Berlin, Sao_Paulo]), typed), |(all, zone, typed)| {
        let alone = (1..).zip(&all).filter(|(_, when)| !in_time(typed, &[**when], zone).is_empty());
        let alone: Vec<usize> = alone.map(|(number, _)| number).collect();
        prop_assert_eq!(in_time(typed, &all, zone), alone);
        Ok(())
    });
}

/// Of each column of the chart at most one entry is marked, and no column with one that was found is left out.
#[test]
fn a_column_of_the_chart_has_one_mark_where_something_was_found() {
    check((vec(any::<bool>(), 0..400), 1..50_usize), |(told, columns)| {
        let mut search = Search::of(Query::read("yes"));
        let at = Utc.timestamp_millis_opt(NOW).unwrap();
        for is_told in &told {
            let words = if *is_told { "yes" } else { "no" };
            search.look_at(at.into(), &Utc, &|| words.to_owned());
        }
        let span = told.len().div_ceil(columns).max(1);
        let mut naive = search.found().to_vec();
        naive.dedup_by_key(|entry| (*entry - 1) / span);
        prop_assert!(naive.len() <= columns);
        prop_assert_eq!(search.marks(told.len(), columns), naive);
        for entry in 0..=told.len() + 1 {
            prop_assert_eq!(search.has(entry), search.found().contains(&entry));
            let before = search.found().iter().filter(|found| **found < entry).count();
            prop_assert_eq!(search.before(entry), before);
        }
        Ok(())
    });
}

/// Whatever is typed can be looked for.
#[test]
fn nothing_that_is_typed_is_too_much() {
    let odd = [
        "..",
        "-",
        "−",
        "...",
        "2026-13",
        "2026-02-31",
        "0000",
        "9999",
        "9999..",
        "99999999999999",
        "1,2,3",
        "+",
        "31 feb",
    ];
    check(prop_oneof![any::<String>(), select(odd.to_vec()).prop_map(str::to_owned)], |typed| {
        let query = Query::read(&typed);
        let is_blank = typed
            .chars()
            .all(|letter| letter.is_whitespace() || matches!(letter, '\u{2066}'..='\u{2069}'));
        prop_assert_eq!(query.is_empty(), is_blank);
        let found = found::<Bank>(&typed, Bank::long().diary.until(20), Berlin);
        prop_assert!(!query.is_empty() || found.is_empty());
        Ok(())
    });
}

fn in_story<D: Kind>(typed: &str) -> Vec<String> {
    let now = Utc.timestamp_millis_opt(NOW).unwrap();
    let story: Diary<D::Event> = D::story(&Dates { now, zone: &Utc });
    let found = found::<D>(typed, story.entries(), Tz::UTC);
    found.into_iter().map(|number| D::line(&story.entry(number).unwrap().event)).collect()
}

#[test]
fn the_stories_are_looked_through_as_the_documentation_says() {
    assert_eq!(in_story::<Bank>("fee charged"), ["Fee of 5.00 charged"]);
    // The sentence doesn't name the account, and it is found by it.
    assert!(
        in_story::<Bank>("everyday deposited").iter().all(|line| line.starts_with("Deposited"))
    );
    assert!(!in_story::<Bank>("everyday deposited").is_empty());
    assert_eq!(in_story::<Bank>("500"), in_story::<Bank>("500.00"));
    assert!(!in_story::<Bank>("500").is_empty());
    assert_eq!(in_story::<Bank>("savings opened"), ["Savings opened for Ana"]);
    assert!(in_story::<Order>("total").is_empty(), "it stands at every entry and tells none apart");
    assert!(in_story::<Parcel>("arrived").iter().all(|line| line.starts_with("Arrived at")));
    assert!(!in_story::<Parcel>("leipzig").is_empty());
    assert!(in_story::<Bank>("").is_empty());
}
