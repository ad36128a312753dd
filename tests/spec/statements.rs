//! What is told of a long diary without going through it is what going through it tells.

use diary::{Entry, contributions, project, replay};
use examples::{Amount, Column, Downsampled, Money, Series, Statement, first_and_chosen};
use proptest::{collection::vec, prelude::*, test_runner::TestCaseError};

use crate::random::{Sample, check_times};

type Holds = Result<(), TestCaseError>;

fn entries<D: Sample>(length: usize) -> &'static [Entry<D::Event>] {
    D::long().diary.until(length)
}

/// A statement that is extended is the one that is read anew, wherever it is cut.
fn extended_is_rebuilt<D: Sample>((length, cuts): (usize, Vec<usize>)) -> Holds {
    let entries = entries::<D>(length);
    let mut extended = Statement::<D>::default();
    let mut cuts: Vec<_> = cuts.into_iter().map(|cut| cut.min(entries.len())).collect();
    cuts.sort_unstable();
    let mut from = 0;
    for to in cuts.into_iter().chain([entries.len()]) {
        extended.extend(&entries[from..to]);
        from = to;
    }
    prop_assert_eq!(extended, project(entries));
    Ok(())
}

/// Any line and any figure is what replay up to there tells, also when more has been written since.
fn any_line_is_as_replay_tells<D: Sample>((length, version): (usize, usize)) -> Holds {
    let entries = entries::<D>(length);
    let statement: Statement<D> = project(entries);
    let version = version.min(entries.len());
    let state: D = replay(entries[..version].iter().map(|entry| &entry.event));
    for (which, (of, _)) in statement.figures().iter().enumerate() {
        prop_assert_eq!(statement.place(of), Some(which));
        prop_assert_eq!(statement.figure_at(version, which), state.figure(of));
        prop_assert_eq!(statement.figure_at(entries.len() + 1, which), None);
        let mut naive = Downsampled::default();
        let mut state = D::default();
        for entry in entries {
            state = state.evolve(&entry.event);
            naive.push(state.figure(of).map_or(0, Amount::units));
        }
        prop_assert_eq!(statement.outline(which), naive);
    }
    let figures = state.figures();
    prop_assert!(figures.iter().all(|of| statement.place(of).is_some()), "each has come up");
    let Some(entry) = version.checked_sub(1).map(|at| &entries[at]) else { return Ok(()) };
    let line = statement.line(entry);
    let before: Statement<D> = project(&entries[..version]);
    prop_assert_eq!(&line, &before.line(entry));
    prop_assert_eq!((line.number, line.at, line.what), (version, entry.at, D::line(&entry.event)));
    let figures: Vec<_> = D::FIGURES.iter().map(|of| state.figure(of)).collect();
    prop_assert_eq!(line.figures, figures);
    Ok(())
}

/// The sum is the number, and its terms are the last of what each entry contributed.
fn the_sum_adds_up<D: Sample>((length, version, most): (usize, usize, usize)) -> Holds {
    let statement: Statement<D> = project(entries::<D>(length));
    let version = version.min(length);
    for (which, (of, _)) in statement.figures().iter().enumerate() {
        let cents = |state: &D| state.figure(of).map_or(0, Amount::units);
        let naive = contributions::<D>(entries::<D>(version), cents);
        let Some(sum) = statement.figure(which).and_then(|figure| figure.sum(version, most)) else {
            prop_assert_eq!(statement.figure_at(version, which), None);
            continue;
        };
        prop_assert_eq!(Some(sum.result), statement.figure_at(version, which));
        let (early, late) = naive.split_at(naive.len().saturating_sub(most));
        let late: Vec<_> = late.iter().map(|it| (it.entry, D::ZERO.like(it.change))).collect();
        prop_assert_eq!(&sum.terms, &late);
        let total: i64 = early.iter().map(|it| it.change).sum();
        prop_assert_eq!(sum.carried.is_some(), !early.is_empty());
        // What is brought forward stood there after the last entry that it is made of, until the next one.
        for ((after, carried), last) in sum.carried.into_iter().zip(early.last()) {
            prop_assert_eq!(carried, D::ZERO.like(total));
            prop_assert_eq!(statement.figure_at(after, which), Some(carried));
            let next = sum.terms.first().map_or(usize::MAX, |(entry, _)| *entry);
            prop_assert!((last.entry..next).contains(&after));
        }
    }
    Ok(())
}

each!(extended_is_rebuilt, 100, (0..=600_usize, vec(0..=600_usize, 0..4)));
each!(any_line_is_as_replay_tells, 200, (0..=600_usize, 0..=600_usize));
each!(the_sum_adds_up, 200, (0..=600_usize, 0..=600_usize, 0..20_usize));

/// However many entries leave a figure as it was, they are taken in like one after the other.
#[test]
fn entries_that_change_nothing_are_taken_in_at_once() {
    let steps = vec((-1_000_i64..1_000, prop_oneof![0..4_usize, 0..3_000_usize]), 0..12);
    check_times(200, steps, |steps| {
        let (mut quick, mut slow) = (Downsampled::default(), Downsampled::default());
        for (cents, stays) in steps {
            quick.push(cents);
            quick.stay(stays);
            (0..=stays).for_each(|_| slow.push(cents));
            prop_assert_eq!(&quick, &slow);
        }
        Ok(())
    });
}

#[test]
fn of_many_figures_the_first_and_the_chosen_are_shown() {
    assert_eq!(first_and_chosen(2, 6, 1), (vec![0, 1], 0));
    assert_eq!(first_and_chosen(6, 6, 5), (vec![0, 1, 2, 3, 4, 5], 0));
    assert_eq!(first_and_chosen(22, 6, 0), (vec![0, 1, 2, 3, 4, 5], 16));
    assert_eq!(first_and_chosen(22, 6, 21), (vec![0, 1, 2, 3, 4, 5, 21], 15));
    // What another diary had is not there.
    assert_eq!(first_and_chosen(3, 6, 9), (vec![0, 1, 2], 0));
}

/// An outline has at most 512 columns, and each is what its entries did.
#[test]
fn an_outline_loses_no_extreme() {
    let some = prop_oneof![0..40_usize, 500..530_usize, 1_020..1_030_usize, 0..5_000_usize];
    let cases = some.prop_flat_map(|length| vec(-1_000_i64..1_000, length));
    check_times(100, cases, |cents| {
        let mut outline = Downsampled::default();
        for cents in &cents {
            outline.push(*cents);
        }
        let versions: Vec<i64> = std::iter::once(0).chain(cents).collect();
        prop_assert_eq!(outline.last(), versions.len() - 1);
        prop_assert!(outline.columns().len() <= 512);
        prop_assert!(outline.span() == 1 || outline.columns().len() > 256);
        let naive: Vec<_> = versions.chunks(outline.span()).map(column).collect();
        prop_assert_eq!(outline.columns(), naive);
        prop_assert_eq!(outline.range(), (column(&versions).lowest, column(&versions).highest));
        Ok(())
    });
}

fn column(cents: &[i64]) -> Column {
    let (first, last) = (cents[0], cents[cents.len() - 1]);
    let (lowest, highest) = (cents.iter().min().unwrap(), cents.iter().max().unwrap());
    Column { first, lowest: *lowest, highest: *highest, last }
}

#[test]
fn one_extreme_among_a_hundred_thousand_is_kept() {
    let mut figure = Series::default();
    for entry in 1..=100_000 {
        let cents = if entry == 77_777 { 9_999 } else { 100 };
        figure.read(entry, Some(Money::cents(cents)));
    }
    assert_eq!(figure.outline(100_000).range(), (0, 9_999));
    let outline = figure.outline(100_000);
    let highest = outline.columns().iter().position(|column| column.highest == 9_999);
    assert_eq!(highest, Some(77_777 / outline.span()));
    assert_eq!(figure.at(77_777), Some(Money::cents(9_999)));
    assert_eq!(figure.sum(100_000, 2).unwrap().terms.len(), 2);
}
