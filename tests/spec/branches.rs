//! What if? The stories with one entry changed in a copy, line by line.

use chrono::NaiveDate;
use course::course;
use diary::{Diary, Entry, FromEvent, WhatIf, When, fingerprint, project};
use examples::{
    Amount, BranchLine, Branched, Delta, Describe, Divergence, Money,
    Outcome::{self, Impossible, Kept, Refused, Struck},
    Statement,
    bank::{self, Account::Everyday, Account::Savings, Bank},
};

/// How an entry fared, what stands there, why, and the figures after it.
pub(crate) fn line(told: &BranchLine) -> (Outcome, String, String, String) {
    let figures: Vec<_> = told.figures.iter().flatten().map(Amount::to_string).collect();
    (told.outcome, told.what.clone(), told.why.clone(), figures.join(" "))
}

/// A line that is not as it was: its number, how it fared, what stands there, and why.
pub(crate) type Change = (usize, Outcome, &'static str, &'static str);

/// Every line is as it was but these, and these are the figures after each entry.
#[track_caller]
pub(crate) fn is_told<D: Describe + FromEvent>(
    diary: &Diary<D::Event>,
    told: impl Fn(&Entry<D::Event>) -> Option<BranchLine>,
    changes: &[Change],
    figures: &[&str],
) {
    let original: Statement<D> = project(diary.entries());
    assert_eq!(figures.len(), diary.len());
    for (entry, figures) in diary.entries().iter().zip(figures) {
        let told = told(entry).unwrap();
        assert_eq!(told.number, entry.number);
        let kept = (entry.number, Kept, original.line(entry).what, String::new());
        let expected = changes
            .iter()
            .find(|change| change.0 == entry.number)
            .map_or(kept, |&(number, outcome, what, why)| {
                (number, outcome, what.to_owned(), why.to_owned())
            });
        let (outcome, what, why, shown) = line(&told);
        assert_eq!((told.number, outcome, what, why), expected);
        assert_eq!(shown, *figures, "after entry {}", entry.number);
    }
}

/// A diary without one of its entries.
pub(crate) fn strike<D: Describe + FromEvent>(
    diary: &Diary<D::Event>,
    entry: usize,
) -> Branched<D> {
    Branched::of(diary.entries(), WhatIf::Strike(entry))
}

/// An amount.
pub(crate) fn cents(cents: i64) -> Money {
    Money::cents(cents)
}

/// The course's B2, every line of it.
#[test]
fn without_the_salary() {
    let diary = course().bank;
    let branched = strike::<Bank>(&diary, 2);
    let struck = (2, Struck, "Deposited 500.00", "");

    is_told::<Bank>(
        &diary,
        |entry| branched.replayed_line(entry),
        &[
            struck,
            (
                3,
                Impossible,
                "Withdrawn 120.00",
                "the balance of Everyday is 0.00, and 120.00 is more than that.",
            ),
            (
                6,
                Impossible,
                "Transferred 150.00 to Savings",
                "the balance of Everyday is 80.00, and 150.00 is more than that.",
            ),
            (
                9,
                Impossible,
                "Withdrawn 60.00",
                "the balance of Everyday is 5.00, and 60.00 is more than that.",
            ),
        ],
        &[
            "0.00",
            "0.00",
            "−120.00",
            "80.00",
            "80.00 0.00",
            "−70.00 150.00",
            "10.00 150.00",
            "5.00 150.00",
            "−55.00 150.00",
            "−50.00 150.00",
            "−10.00 150.00",
        ],
    );
    let replayed = &branched.branch().replayed;
    assert_eq!(replayed.first_impossible(), Some(3));
    assert_eq!(replayed.refused().count(), 0);
    assert_eq!(replayed.today().balance(&Everyday), Some(cents(-10_00)));
    assert_eq!(branched.replayed().figure_at(10, 0), Some(cents(-10_00).into()));
    assert_eq!(replayed.diary().len(), 10);

    is_told::<Bank>(
        &diary,
        |entry| branched.decided_line(entry),
        &[
            struck,
            (
                3,
                Refused,
                "Withdraw 120.00 from Everyday",
                "the balance of Everyday is 0.00, and 120.00 is more than that.",
            ),
        ],
        &[
            "0.00",
            "0.00",
            "0.00",
            "200.00",
            "200.00 0.00",
            "50.00 150.00",
            "130.00 150.00",
            "125.00 150.00",
            "65.00 150.00",
            "70.00 150.00",
            "110.00 150.00",
        ],
    );
    let decided = &branched.branch().decided;
    assert_eq!(decided.first_impossible(), None);
    assert_eq!(decided.refused().collect::<Vec<_>>(), [3]);
    assert_eq!(decided.today().balance(&Everyday), Some(cents(110_00)));
    assert_eq!(decided.today().balance(&Savings), Some(cents(150_00)));
    assert_eq!(branched.decided().figure_at(9, 0), Some(cents(110_00).into()));
    assert_eq!(decided.diary().len(), 9);

    // The diary is byte for byte the same: this fingerprint is in the fixtures, too.
    assert_eq!(diary, course().bank);
    assert_eq!(fingerprint(diary.entries()).to_string(), "f36f5b69");
}

#[test]
fn where_the_salary_makes_a_difference() {
    let diary = course().bank;
    let branched = strike::<Bank>(&diary, 2);
    let amount = |of: i64| Amount::Money(cents(of));
    let gap = |name, here, there| {
        let by = amount(there - here);
        Delta { name, here: Some(amount(here)), there: Some(amount(there)), by }
    };
    let savings = gap("Savings".to_owned(), 150_00, 150_00);

    let replayed = branched.branch().replayed.diary().entries();
    let parting = Divergence::of::<Bank>(diary.entries(), replayed);
    let figures = vec![gap("Everyday".to_owned(), 490_00, -10_00), savings.clone()];
    assert_eq!(parting, Divergence { entry: Some(2), figures });
    assert_eq!(parting.figures[0].by, amount(-500_00));
    assert_eq!(parting.figures[1].by, amount(0));

    let decided = branched.branch().decided.diary().entries();
    let parting = Divergence::of::<Bank>(diary.entries(), decided);
    let figures = vec![gap("Everyday".to_owned(), 490_00, 110_00), savings];
    assert_eq!(parting, Divergence { entry: Some(2), figures });
    assert_eq!(parting.figures[0].by, amount(-380_00));

    // The two futures part where the withdrawal stands in the one alone.
    let parting = Divergence::of::<Bank>(replayed, decided);
    assert_eq!((parting.entry, parting.figures[0].by), (Some(2), amount(120_00)));
    assert_eq!(Divergence::of::<Bank>(diary.entries(), diary.entries()).entry, None);
    // What isn't there counts as nothing.
    let parting = Divergence::of::<Bank>(diary.until(4), diary.entries());
    assert_eq!((parting.entry, parting.figures[1].by), (Some(5), amount(150_00)));
    assert_eq!(parting.figures[1].here, None);
}

#[test]
fn only_20_withdrawn_instead() {
    let diary = course().bank;
    let less = bank::Command::Withdraw { account: Everyday, amount: cents(20_00) };
    let branched = Branched::<Bank>::of(diary.entries(), WhatIf::Instead(3, less));
    let branch = branched.branch();
    assert_eq!(branch.replayed, branch.decided, "the rules have no objection");
    assert_eq!(branch.decided.today().balance(&Everyday), Some(cents(590_00)));
    assert_eq!((branch.replayed.first_impossible(), branch.decided.refused().count()), (None, 0));
    assert_eq!(branch.decided.diary().len(), 11);
}

/// A smaller salary: what is refused later on is told as it was asked for then.
#[test]
fn a_salary_of_50_instead() {
    let diary = course().bank;
    let less = bank::Command::Deposit { account: Everyday, amount: cents(50_00) };
    let branched = Branched::<Bank>::of(diary.entries(), WhatIf::Instead(2, less));
    let told = branched.decided_line(diary.entry(3).unwrap()).unwrap();
    let command = "Withdraw 120.00 from Everyday".to_owned();
    let why = "the balance of Everyday is 50.00, and 120.00 is more than that.".to_owned();
    assert_eq!(line(&told), (Refused, command, why, "50.00".into()));
    let branch = branched.branch();
    assert_eq!(branch.decided.refused().collect::<Vec<_>>(), [3]);
    assert_eq!(branch.decided.today().balance(&Everyday), Some(cents(160_00)));
    // Replayed as they are, the balance is 130.00 before the transfer of 150.00.
    assert_eq!(branch.replayed.first_impossible(), Some(3));
    assert_eq!(branch.replayed.today().balance(&Everyday), Some(cents(40_00)));
}

#[test]
fn what_is_written_instead_obeys_the_rules_too() {
    let diary = course().bank;
    let more = bank::Command::Withdraw { account: Everyday, amount: cents(10_000_00) };
    let branched = Branched::<Bank>::of(diary.entries(), WhatIf::Instead(3, more));
    for told in [
        branched.replayed_line(diary.entry(3).unwrap()),
        branched.decided_line(diary.entry(3).unwrap()),
    ] {
        let why = "the balance of Everyday is 500.00, and 10,000.00 is more than that.".to_owned();
        let command = "Withdraw 10,000.00 from Everyday".to_owned();
        assert_eq!(line(&told.unwrap()), (Refused, command, why, "500.00".into()));
    }
    // Nothing stands there, so it is as if the entry had been struck.
    let struck = strike::<Bank>(&diary, 3);
    assert_eq!(branched.branch().replayed.diary(), struck.branch().replayed.diary());
    assert_eq!(branched.branch().decided.diary(), struck.branch().decided.diary());
}

#[test]
fn a_line_that_was_written_since_is_not_told() {
    let diary = course().bank;
    let branched = Branched::<Bank>::of(diary.until(9), WhatIf::Strike(2));
    assert!(branched.decided_line(diary.entry(9).unwrap()).is_some());
    assert_eq!(branched.decided_line(diary.entry(10).unwrap()), None);
    assert_eq!(branched.branch().decided.step(0), None);
    assert_eq!(branched.branch().decided.facts(0), []);
    assert_eq!(branched.branch().decided.facts(12), []);
}

#[test]
fn a_late_letter_keeps_its_day_in_the_copy() {
    let mut diary = course().bank;
    let at = diary.entries().last().unwrap().at;
    let true_on = NaiveDate::from_ymd_opt(2026, 2, 27);
    let letter = || bank::Event::Deposited { account: Everyday, amount: Money::cents(30_00) };
    diary.append(When { at, true_on }, [letter()]);
    diary.append(at, [letter()]);

    let branched = Branched::<Bank>::of(diary.entries(), WhatIf::Strike(13));
    for future in [&branched.branch().replayed, &branched.branch().decided] {
        assert_eq!(future.diary().entries(), diary.until(12));
    }
    let parting =
        Divergence::of::<Bank>(diary.entries(), branched.branch().decided.diary().entries());
    assert_eq!(parting.entry, Some(13));
}
