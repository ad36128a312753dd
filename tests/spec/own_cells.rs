//! The row's answer to a question of one's own is a function of the cells on the screen: whatever lies
//! behind “and 3 more”, it says the same.

use chrono::{TimeDelta, Utc};
use diary::{Diary, Snapshot};
use examples::{
    Money,
    bank::{Account, Bank, Event},
    questions::{
        Answer, Verdict,
        own::{Question, Span},
    },
};
use proptest::{collection::vec, prelude::*};

use crate::{
    honest::{is_never_wrong, said},
    mirror::begun,
    own_random::{Choices, choices},
    own_stories::question,
    random::check_times,
    verdicts::{after_all, cannot_know, knows},
};

/// Columns that the photo has at most, beside that of the chosen account.
const COLUMNS: usize = 6;

/// Accounts that were opened one after the other, each with its name and what was put in.
type Opened = Vec<(String, i64)>;

fn account(name: &str) -> Account {
    Account::called(name)
}

/// Opens all, puts all in, and then a cent into Everyday.
fn told(opened: &Opened) -> (Diary<Event>, Snapshot<Bank>) {
    let (mut diary, mut row) = (Diary::default(), Snapshot::default());
    let open = |name: &str| Event::AccountOpened { account: account(name), owner: "Ana".into() };
    let deposit = |name: &str, cents: i64| Event::Deposited {
        account: account(name),
        amount: Money::cents(cents),
    };
    let all = opened.iter().map(|(name, _)| open(name));
    let paid = opened.iter().filter(|(_, cents)| *cents > 0);
    let all = all.chain(paid.map(|(name, cents)| deposit(name, *cents)));
    for event in std::iter::once(open("Everyday")).chain(all).chain([deposit("Everyday", 1)]) {
        row.overwrite(begun() + TimeDelta::minutes(1), &event);
        diary.append(begun() + TimeDelta::minutes(1), [event]);
    }
    (diary, row)
}

/// The cells of the photo: its columns, and how many others there are.
fn cells(opened: &Opened, chosen: &str) -> (Vec<(String, i64)>, usize) {
    let savings = opened.iter().find(|(name, _)| name == "Savings");
    let named: Vec<_> = opened.iter().filter(|(name, _)| name != "Savings").cloned().collect();
    let (shown, hidden) = named.split_at(named.len().min(COLUMNS - 2));
    let chosen = hidden.iter().find(|(name, _)| name == chosen);
    let columns = savings.into_iter().chain(shown).chain(chosen).cloned().collect();
    (columns, hidden.len() - usize::from(chosen.is_some()))
}

fn ask(question: &Question<Bank>, opened: &Opened, chosen: &str) -> (Answer, usize) {
    let (diary, row) = told(opened);
    let mut gathered = question.gathered();
    gathered.read_to(diary.entries(), usize::MAX);
    let chosen = account(chosen);
    let seen = (&row, Some(&chosen));
    let (gathered, all) = (gathered.reading(), (&diary, diary.len()));
    (question.told(gathered, all, seen, &after_all(Utc), usize::MAX), diary.len())
}

/// Accounts of these first letters, which are in one another's place where they don't show.
fn opened(names: [&str; 2], has_savings: bool, cents: &[i64], chosen: &str) -> Opened {
    let names = (1..=cents.len()).map(|number| {
        let is_shown = number <= COLUMNS - 2 || format!("A{number}") == chosen;
        format!("{}{number}", names[usize::from(!is_shown)])
    });
    let savings = Some(("Savings".to_owned(), 7)).filter(|_| has_savings);
    savings.into_iter().chain(names.zip(cents.iter().copied())).collect()
}

fn subjects() -> Vec<String> {
    let named = (1..10).flat_map(|number| [format!("A{number}"), format!("B{number}")]);
    ["", "", "everyday", "savings"].map(str::to_owned).into_iter().chain(named).collect()
}

#[test]
fn what_is_not_on_the_screen_makes_no_difference() {
    let cents = || vec(0..3_i64, 9);
    let cases = (choices(), any::<prop::sample::Index>(), 0..10_usize, 0..12_usize, any::<bool>());
    check_times(
        4_000,
        (cases, cents(), cents()),
        |((choices, subject, count, chosen, has_savings), one, mut other)| {
            let chosen = format!("A{chosen}");
            // The accounts that show hold the same.
            for at in 0..9 {
                if at < COLUMNS - 2 || format!("A{}", at + 1) == chosen {
                    other[at] = one[at];
                }
            }
            let one = opened(["A", "A"], has_savings, &one[..count], &chosen);
            let other = opened(["A", "B"], has_savings, &other[..count], &chosen);
            prop_assert_eq!(cells(&one, &chosen), cells(&other, &chosen));
            let subjects = subjects();
            let question = asked(&choices).with_subject(subject.get::<String>(&subjects));
            let both = [&one, &other].map(|opened| ask(&question, opened, &chosen));
            let [(first, _), (second, _)] = &both;
            let verdicts = [first, second].map(std::slice::from_ref);
            prop_assert_eq!(said(verdicts[0]), said(verdicts[1]), "{}", question.words());
            for (answer, entries) in both {
                is_never_wrong(&[answer], entries)?;
            }
            Ok(())
        },
    );
}

fn asked(choices: &Choices) -> Question<Bank> {
    choices.question::<Bank>(&[])
}

#[test]
fn three_accounts_that_do_not_show_are_neither_added_up_nor_told() {
    let opened: Opened = (1..=7).map(|number| (format!("A{number}"), 10_00)).collect();
    let ask = |measure, topic, subject, chosen| {
        ask(&question::<Bank>(measure, topic, subject, Span::Any), &opened, chosen).0
    };
    let why = "The snapshot holds 0.01 and 10.00 and 10.00 and 10.00 and 10.00 and 3 more that \
               it doesn’t show. Every entry went into that and was then forgotten.";
    cannot_know(&ask("how-much", "everything", "", "Everyday"), why, None);
    let why = "The snapshot shows some accounts “and 3 more”. It doesn’t show A6.";
    cannot_know(&ask("how-much", "everything", "A6", "Everyday"), why, None);
    // Chosen, it has a column of its own.
    let a6 = ask("how-much", "everything", "A6", "A6");
    knows(&a6, &a6.diary.value);
    // How many there are, the screen says.
    let all = ask("how-many", "openings", "", "Everyday");
    knows(&all, &examples::questions::Value::Count(8));
    assert!(matches!(all.snapshot, Verdict::Knows { .. }));
}
