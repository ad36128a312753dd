//! What holds for every branch of every diary.

use diary::{Branch, Decider, Diary, Entry, Fate, Future, Recall, WhatIf, fingerprint, replay};
use examples::{Amount, Gap, Parting, bank::Bank, order::Order};
use proptest::{prelude::*, sample::Index, test_runner::TestCaseError};

use crate::random::{Sample, Script, Step, Tale, check, scripts, step};

type Holds = Result<(), TestCaseError>;

/// A script, an entry, and what to wish for instead of it, if it isn't struck.
pub(crate) type Case = (Script, Index, Option<Step>);

pub(crate) fn cases() -> impl Strategy<Value = Case> {
    (scripts(), any::<Index>(), prop::option::of(step(0..100)))
}

/// Tries a law on the bank and on the order.
macro_rules! both {
    ($law:ident, $cases:expr) => {
        mod $law {
            use super::*;

            #[test]
            fn bank() {
                check($cases, super::$law::<Bank>);
            }

            #[test]
            fn order() {
                check($cases, super::$law::<Order>);
            }
        }
    };
}

both!(nothing_changed_is_the_original, (scripts(), step(0..100)));
both!(the_last_entry_struck_is_the_diary_cut_before_it, scripts());
both!(the_same_wish_instead_changes_nothing, (scripts(), any::<Index>()));
both!(the_futures_are_what_a_naive_loop_tells, cases());
both!(what_is_decided_again_could_have_happened, cases());
both!(what_comes_later_changes_no_line_before_it, (cases(), any::<Index>()));
both!(the_original_stays_as_it_is, cases());
both!(histories_part_where_a_naive_loop_says, (cases(), any::<Index>()));

fn events<E: Clone>(entries: &[Entry<E>]) -> Vec<E> {
    entries.iter().map(|entry| entry.event.clone()).collect()
}

/// The diary of a case with the change to it. Of an empty diary nothing is changed.
pub(crate) fn change<D: Sample + Recall>(
    (script, at, instead): &Case,
) -> (Diary<D::Event>, WhatIf<D::Command>) {
    let diary = Tale::<D>::of(script).diary;
    let number = if diary.is_empty() { 0 } else { at.index(diary.len()) + 1 };
    let before: D = replay(&events(diary.until(number.saturating_sub(1))));
    let change = match instead {
        None => WhatIf::Strike(number),
        Some(step) => WhatIf::Instead(number, before.wish(step, &script.names)),
    };
    (diary, change)
}

fn all_kept<D: Sample + Recall>(future: &Future<D>, diary: &Diary<D::Event>) -> Holds {
    prop_assert_eq!(future.diary(), diary);
    prop_assert_eq!(future.today(), &replay::<D>(&events(diary.entries())));
    prop_assert_eq!(future.steps().len(), diary.len());
    for (page, step) in (1..).zip(future.steps()) {
        prop_assert_eq!((&step.fate, step.page), (&Fate::Kept, page));
    }
    Ok(())
}

/// Nothing struck: both futures are the original. With entry 0, which no diary has, all of it comes
/// after the change, so deciding an unchanged history again gives it event for event.
fn nothing_changed_is_the_original<D: Sample + Recall>((script, step): (Script, Step)) -> Holds {
    let diary = Tale::<D>::of(&script).diary;
    for number in [0, diary.len() + 1, usize::MAX] {
        let wish = D::default().wish(&step, &script.names);
        for change in [WhatIf::Strike(number), WhatIf::Instead(number, wish)] {
            let branch = Branch::<D>::of(diary.entries(), change);
            all_kept(&branch.replayed, &diary)?;
            all_kept(&branch.decided, &diary)?;
        }
    }
    Ok(())
}

fn the_last_entry_struck_is_the_diary_cut_before_it<D: Sample + Recall>(script: Script) -> Holds {
    let diary = Tale::<D>::of(&script).diary;
    let branch = Branch::<D>::of(diary.entries(), WhatIf::Strike(diary.len()));
    let cut = diary.until(diary.len().saturating_sub(1));
    for future in [&branch.replayed, &branch.decided] {
        prop_assert_eq!(future.diary().entries(), cut);
        prop_assert_eq!(future.today(), &replay::<D>(&events(cut)));
        let last = future.steps().last().map(|step| (&step.fate, step.page));
        prop_assert_eq!(last, (!diary.is_empty()).then_some((&Fate::Struck, cut.len())));
    }
    Ok(())
}

fn the_same_wish_instead_changes_nothing<D: Sample + Recall>(
    (script, at): (Script, Index),
) -> Holds {
    let diary = Tale::<D>::of(&script).diary;
    if diary.is_empty() {
        return Ok(());
    }
    let entry = at.get(diary.entries());
    let same = WhatIf::Instead(entry.number, D::command_behind(&entry.event));
    let branch = Branch::<D>::of(diary.entries(), same);
    all_kept(&branch.replayed, &diary)?;
    all_kept(&branch.decided, &diary)
}

/// What is known of an entry of the original: its fate, and the events that stand for it.
type Told<D> = (Fate<<D as Decider>::Event, <D as Decider>::Rejection>, Vec<<D as Decider>::Event>);

/// The loops as one would write them without a thought for anything else.
fn naive<D: Sample + Recall>(
    entries: &[Entry<D::Event>],
    change: &WhatIf<D::Command>,
    again: bool,
) -> Vec<Told<D>> {
    let mut told: Vec<Told<D>> = Vec::new();
    let mut history: Vec<D::Event> = Vec::new();
    for entry in entries {
        let (number, event) = (entry.number, entry.event.clone());
        let own = vec![event.clone()];
        let state: D = replay(&history);
        let accepted = |events: Vec<D::Event>| {
            (if events == own { Fate::Kept } else { Fate::Written }, events)
        };
        let refused = |refusal| (Fate::Refused(refusal), vec![]);
        let (fate, events) = if number < change.entry() {
            (Fate::Kept, own.clone())
        } else if number > change.entry() && again {
            let command = D::renumbered(D::command_behind(&event), &|was| {
                // The last one before that had the number, and what has its place now.
                let of = |event: &D::Event| D::number_given(event);
                let at = entries[..number - 1].iter().rposition(|it| of(&it.event) == Some(was))?;
                told[at].1.iter().find_map(of)
            });
            state.decide(&command).map_or_else(refused, accepted)
        } else if number > change.entry() {
            match state.decide(&D::command_behind(&event)) {
                Ok(events) if events == own => (Fate::Kept, own.clone()),
                decided => (Fate::Impossible(decided), own.clone()),
            }
        } else {
            match change {
                WhatIf::Strike(_) => (Fate::Struck, vec![]),
                WhatIf::Instead(_, wish) => state.decide(wish).map_or_else(refused, accepted),
            }
        };
        history.extend(events.iter().cloned());
        told.push((fate, events));
    }
    told
}

fn the_futures_are_what_a_naive_loop_tells<D: Sample + Recall>(case: Case) -> Holds {
    let (diary, change) = change::<D>(&case);
    let branch = Branch::<D>::of(diary.entries(), change.clone());
    for (future, again) in [(&branch.replayed, false), (&branch.decided, true)] {
        let naive = naive::<D>(diary.entries(), &change, again);
        prop_assert_eq!(future.steps().len(), naive.len());
        let mut written = Vec::new();
        for (number, (fate, here)) in (1..).zip(&naive) {
            let facts = future.facts(number);
            prop_assert_eq!(&events(facts), here);
            let at = diary.entry(number).unwrap().at;
            prop_assert!(facts.iter().all(|fact| fact.at == at));
            written.extend(here.iter().cloned());
            let step = future.step(number).unwrap();
            prop_assert_eq!((&step.fate, step.page), (fate, written.len()));
        }
        prop_assert_eq!(&events(future.diary().entries()), &written);
        prop_assert_eq!(future.today(), &replay::<D>(&written));
        let first = naive.iter().position(|(fate, _)| matches!(fate, Fate::Impossible(_)));
        prop_assert_eq!(future.first_impossible(), first.map(|at| at + 1));
        let refused = naive.iter().filter(|(fate, _)| matches!(fate, Fate::Refused(_))).count();
        prop_assert_eq!(future.refused().count(), refused);
    }
    Ok(())
}

/// Every later line is an accepted wish whose facts stand there, or a refusal; and the whole is a
/// diary that the rules would have let grow, so deciding *it* again changes nothing.
fn what_is_decided_again_could_have_happened<D: Sample + Recall>(case: Case) -> Holds {
    let (diary, change) = change::<D>(&case);
    let decided = Branch::<D>::of(diary.entries(), change).decided;
    for (number, step) in (1..).zip(decided.steps()) {
        let facts = decided.facts(number).len();
        match step.fate {
            Fate::Kept | Fate::Written => prop_assert_eq!(facts, 1),
            Fate::Struck | Fate::Refused(_) => prop_assert_eq!(facts, 0),
            Fate::Impossible(_) => prop_assert!(false, "entry {} is not possible", number),
        }
    }
    let again = Branch::<D>::of(decided.diary().entries(), WhatIf::Strike(0));
    all_kept(&again.decided, decided.diary())?;
    all_kept(&again.replayed, decided.diary())
}

/// What was written since is taken in, and the lines before it stay as they were. Therefore a kept
/// branch can be told anew from a diary that has grown.
fn what_comes_later_changes_no_line_before_it<D: Sample + Recall>(
    (case, at): (Case, Index),
) -> Holds {
    let (diary, change) = change::<D>(&case);
    let page = at.index(diary.len() + 1);
    let kept = Branch::<D>::of(diary.until(page), change.clone());
    let grown = Branch::<D>::of(diary.entries(), change);
    for (kept, grown) in [(kept.replayed, grown.replayed), (kept.decided, grown.decided)] {
        prop_assert_eq!(kept.steps(), &grown.steps()[..page]);
        prop_assert_eq!(kept.diary().entries(), grown.diary().until(kept.diary().len()));
        prop_assert_eq!(grown.steps().len(), diary.len());
    }
    Ok(())
}

fn the_original_stays_as_it_is<D: Sample + Recall>(case: Case) -> Holds {
    let (diary, change) = change::<D>(&case);
    let (before, link) = (diary.clone(), fingerprint(diary.entries()));
    let branch = Branch::<D>::of(diary.entries(), change);
    prop_assert_eq!(&diary, &before);
    prop_assert_eq!(fingerprint(diary.entries()), link);
    // A copy that tells another story has another fingerprint.
    for future in [branch.replayed, branch.decided] {
        let is_same = fingerprint(future.diary().entries()) == link;
        prop_assert_eq!(is_same, future.diary() == &before);
    }
    Ok(())
}

fn histories_part_where_a_naive_loop_says<D: Sample + Recall>((case, at): (Case, Index)) -> Holds {
    let (diary, change) = change::<D>(&case);
    let branch = Branch::<D>::of(diary.entries(), change);
    let cut = diary.until(at.index(diary.len() + 1));
    let others = [branch.replayed.diary().entries(), branch.decided.diary().entries(), cut];
    for there in others {
        let here = diary.entries();
        let parting = Parting::of::<D>(here, there);
        let mut first = None;
        for number in (1..=here.len().max(there.len())).rev() {
            if here.get(number - 1) != there.get(number - 1) {
                first = Some(number);
            }
        }
        prop_assert_eq!(parting.entry, first);
        let (now, then): (D, D) = (replay(&events(here)), replay(&events(there)));
        // Those at every line, and of the others the ones that differ.
        let mut figures: Vec<D::Figure> = D::FIGURES.to_vec();
        for of in now.figures().into_iter().chain(then.figures()) {
            if now.figure(&of) != then.figure(&of) && !figures.contains(&of) {
                figures.push(of);
            }
        }
        prop_assert_eq!(parting.figures.len(), figures.len());
        for (of, gap) in figures.iter().zip(&parting.figures) {
            let (here, there) = (now.figure(of), then.figure(of));
            let units = |figure: Option<Amount>| figure.map_or(0, Amount::units);
            let by = D::ZERO.like(units(there) - units(here));
            prop_assert_eq!(gap, &Gap { name: D::figure_name(of), here, there, by });
        }
    }
    Ok(())
}

/// The laws above are worth as much as the fates that come up in them.
fn fates_that_come_up<D: Sample + Recall>() -> [usize; 6] {
    let mut found = [0; 6];
    for case in crate::random::always(&cases(), 1_000) {
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
            }] += 1;
        }
    }
    found
}

#[test]
fn every_fate_comes_up() {
    let bank = fates_that_come_up::<Bank>();
    assert!(bank.iter().all(|count| *count >= 20), "{bank:?}");
    // The shop gives out no numbers: its facts are possible or refused.
    let order = fates_that_come_up::<Order>();
    assert!(order[..5].iter().all(|count| *count >= 100) && order[5] == 0, "{order:?}");
}
