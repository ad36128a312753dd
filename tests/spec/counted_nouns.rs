//! Numbers of things are said with the noun that fits: one entry, two entries.

use diary::{ChainReport, Diary, line_of};
use english::counted;
use examples::{
    Money,
    bank::{
        Account::Everyday,
        Bank, Event,
        reports::{AllAccounts, MonthlyTotals},
    },
    touched::chain_words,
    two_clocks::{Edge::StartOf, TwoClocks},
};

use crate::{
    mirror::begun,
    readings::shown,
    true_days::{day, with_days},
};

#[test]
fn a_small_number_is_a_word() {
    assert_eq!([0, 1, 20, 21].map(counted::spelled), ["zero", "one", "twenty", "21"]);
    assert_eq!([10, 20, 21].map(counted::spelled_first), ["Ten", "Twenty", "21"]);
}

#[test]
fn a_count_has_the_noun_that_fits() {
    fn says(said: impl Fn(usize) -> String, expected: [&str; 3]) {
        assert_eq!([0, 1, 2].map(said), expected);
    }
    says(counted::entries, ["0 entries", "1 entry", "2 entries"]);
    says(counted::lines, ["0 lines", "1 line", "2 lines"]);
    says(|count| counted::counted(count, "box", "boxes"), ["0 boxes", "1 box", "2 boxes"]);
    says(|count| counted::noun(count, "is", "are").to_owned(), ["are", "is", "are"]);
    says(counted::there_are, ["there are 0 entries", "there is 1 entry", "there are 2 entries"]);
    says(
        counted::more_entries,
        ["(and 0 more entries)", "(and 1 more entry)", "(and 2 more entries)"],
    );
    says(counted::entries_read, ["0 entries read", "1 entry read", "2 entries read"]);
    says(
        counted::all_are_there,
        ["all its 0 entries are there", "its 1 entry is there", "all its 2 entries are there"],
    );
    says(
        counted::has_read_all,
        ["it has read all 0 entries", "it has read 1 entry", "it has read all 2 entries"],
    );
    says(
        |more| counted::written_between(3, 3 + more),
        [
            "1 entry was written in between: entry 3.",
            "2 entries were written in between: entries 3 to 4.",
            "3 entries were written in between: entries 3 to 5.",
        ],
    );
}

/// A diary with so many transfers and, before them, all that these take.
fn with_transfers(count: usize) -> Diary<Event> {
    let amount = Money::cents(1);
    let mut diary = Diary::default();
    for account in examples::bank::Account::FIRST {
        diary.append(begun(), [Event::AccountOpened { account, owner: "Ana".into() }]);
    }
    diary.append(begun(), [Event::Deposited { account: Everyday, amount }]);
    for _ in 0..count {
        let (from, to) = (Everyday, Everyday.other());
        diary.append(begun(), [Event::Transferred { from, to, amount }]);
    }
    diary
}

#[test]
fn reports_count_what_they_leave_out() {
    let notes = [0, 1, 2].map(|count| {
        let diary = with_transfers(count);
        let notes = [
            shown::<AllAccounts>(diary.entries(), &chrono::Utc, 9).note,
            shown::<MonthlyTotals>(diary.entries(), &chrono::Utc, 9).note,
        ];
        notes.map(|note| note.map(|note| note.split(':').next().unwrap_or_default().to_owned()))
    });
    let [one, two] =
        ["1 transfer is not counted in “Together”", "2 transfers are not counted in “Together”"];
    let both = |words: &str| [Some(words.to_owned()), Some(words.to_owned())];
    assert_eq!(notes, [[None, None], both(one), both(two)]);
}

#[test]
fn a_chain_counts_its_lines() {
    let words = [0, 1, 2].map(|count| {
        let mut diary = Diary::default();
        for _ in 0..count {
            diary
                .append(begun(), [Event::Deposited { account: Everyday, amount: Money::cents(1) }]);
        }
        let mut link = diary::ChainHash::default();
        let lines = diary.entries().iter().map(|entry| {
            let (line, next) = line_of(entry, &link);
            link = next;
            line + "\n"
        });
        chain_words(&ChainReport::of(&lines.collect::<String>()))
    });
    assert_eq!(
        words,
        [
            "There is no line in the text.",
            "✓ The line fits: it is the first one.",
            "✓ All 2 lines fit, each with the one before it.",
        ]
    );
}

#[test]
fn what_was_not_written_yet_is_counted() {
    let notes = [0, 1, 2].map(|count| {
        let diary: Diary<Event> = with_transfers(count);
        let days = vec![Some(day(2026, 1, 1)); diary.len()];
        let late = with_days(&diary, &days);
        let early = StartOf(day(2026, 1, 2));
        TwoClocks::of::<Bank>(Some(&Everyday.other()), late.entries())
            .at(early, StartOf(day(1980, 1, 1)), &chrono::Utc)
            .note
    });
    assert_eq!(
        notes,
        [
            "",
            "entry 4 was true by then, and not written yet",
            "2 entries were true by then, and not written yet",
        ]
    );
}
