//! What holds for every branch of every diary.

use diary::{Branch, Diary, Entry, Fate, FromEvent, Future, WhatIf, fingerprint, replay};
use examples::{Amount, Delta, Divergence};
use proptest::{prelude::*, sample::Index, test_runner::TestCaseError};

use crate::{
    branch_naive::told,
    random::{Sample, Script, Step, Tale, scripts, step},
};

type Holds = Result<(), TestCaseError>;

/// A script, an entry, and what to ask for instead of it, if it isn't struck.
pub(crate) type Case = (Script, Index, Option<Step>);

pub(crate) fn cases() -> impl Strategy<Value = Case> {
    (scripts(), any::<Index>(), prop::option::of(step(0..100)))
}

each!(nothing_changed_is_the_original, (scripts(), step(0..100)));
each!(the_last_entry_struck_is_the_diary_cut_before_it, scripts());
each!(the_same_command_instead_changes_nothing, (scripts(), any::<Index>()));
each!(the_futures_are_what_a_naive_loop_tells, cases());
each!(what_is_decided_again_could_have_happened, cases());
each!(what_comes_later_changes_no_line_before_it, (cases(), any::<Index>()));
each!(the_original_stays_as_it_is, cases());
each!(histories_part_where_a_naive_loop_says, (cases(), any::<Index>()));

fn events<E: Clone>(entries: &[Entry<E>]) -> Vec<E> {
    entries.iter().map(|entry| entry.event.clone()).collect()
}

/// The diary of a case with the change to it. Of an empty diary nothing is changed.
pub(crate) fn change<D: Sample + FromEvent>(
    (script, at, instead): &Case,
) -> (Diary<D::Event>, WhatIf<D::Command>) {
    let diary = Tale::<D>::of(script).diary;
    let number = if diary.is_empty() { 0 } else { at.index(diary.len()) + 1 };
    let before: D = replay(&events(diary.until(number.saturating_sub(1))));
    let change = match instead {
        None => WhatIf::Strike(number),
        Some(step) => WhatIf::Instead(number, before.command(step, &script.names)),
    };
    (diary, change)
}

fn all_kept<D: Sample + FromEvent>(future: &Future<D>, diary: &Diary<D::Event>) -> Holds {
    prop_assert_eq!(future.diary(), diary);
    prop_assert_eq!(future.today(), &replay::<D>(&events(diary.entries())));
    prop_assert_eq!(future.steps().len(), diary.len());
    for (version, step) in (1..).zip(future.steps()) {
        prop_assert_eq!((&step.fate, step.version), (&Fate::Kept, version));
    }
    Ok(())
}

/// Nothing struck: both futures are the original. With entry 0, which no diary has, all of it comes
/// after the change, so deciding an unchanged history again gives it event for event.
fn nothing_changed_is_the_original<D: Sample + FromEvent>((script, step): (Script, Step)) -> Holds {
    let diary = Tale::<D>::of(&script).diary;
    for number in [0, diary.len() + 1, usize::MAX] {
        let command = D::default().command(&step, &script.names);
        for change in [WhatIf::Strike(number), WhatIf::Instead(number, command)] {
            let branch = Branch::<D>::of(diary.entries(), change);
            all_kept(&branch.replayed, &diary)?;
            all_kept(&branch.decided, &diary)?;
        }
    }
    Ok(())
}

fn the_last_entry_struck_is_the_diary_cut_before_it<D: Sample + FromEvent>(
    script: Script,
) -> Holds {
    let diary = Tale::<D>::of(&script).diary;
    let branch = Branch::<D>::of(diary.entries(), WhatIf::Strike(diary.len()));
    let cut = diary.until(diary.len().saturating_sub(1));
    let last = diary.entries().last();
    let was_brought = last.is_some_and(|last| D::command_of(&last.event).is_none());
    if was_brought {
        // Its command brings it along once more.
        all_kept(&branch.decided, &diary)?;
    }
    let decided = Some(&branch.decided).filter(|_| !was_brought);
    for future in [&branch.replayed].into_iter().chain(decided) {
        prop_assert_eq!(future.diary().entries(), cut);
        prop_assert_eq!(future.today(), &replay::<D>(&events(cut)));
        let last = future.steps().last().map(|step| (&step.fate, step.version));
        prop_assert_eq!(last, (!diary.is_empty()).then_some((&Fate::Struck, cut.len())));
    }
    Ok(())
}

fn the_same_command_instead_changes_nothing<D: Sample + FromEvent>(
    (script, at): (Script, Index),
) -> Holds {
    let diary = Tale::<D>::of(&script).diary;
    if diary.is_empty() {
        return Ok(());
    }
    let entry = at.get(diary.entries());
    // What another fact brought along, nobody asked for.
    let Some(same) = D::command_of(&entry.event) else { return Ok(()) };
    let branch = Branch::<D>::of(diary.entries(), WhatIf::Instead(entry.number, same));
    all_kept(&branch.replayed, &diary)?;
    all_kept(&branch.decided, &diary)
}

fn the_futures_are_what_a_naive_loop_tells<D: Sample + FromEvent>(case: Case) -> Holds {
    let (diary, change) = change::<D>(&case);
    let branch = Branch::<D>::of(diary.entries(), change.clone());
    for (future, again) in [(&branch.replayed, false), (&branch.decided, true)] {
        let naive = told::<D>(diary.entries(), &change, again);
        prop_assert_eq!(future.steps().len(), naive.len());
        let mut written = Vec::new();
        for (number, (fate, here)) in (1..).zip(&naive) {
            let facts = future.facts(number);
            prop_assert_eq!(&events(facts), here);
            let at = diary.entry(number).unwrap().at;
            prop_assert!(facts.iter().all(|fact| fact.at == at));
            written.extend(here.iter().cloned());
            let step = future.step(number).unwrap();
            prop_assert_eq!((&step.fate, step.version), (fate, written.len()));
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

/// Every later line is an accepted command whose facts stand there, or a refusal; and the whole is a
/// diary that the rules would have let grow, so deciding *it* again changes nothing.
fn what_is_decided_again_could_have_happened<D: Sample + FromEvent>(case: Case) -> Holds {
    let (diary, change) = change::<D>(&case);
    let decided = Branch::<D>::of(diary.entries(), change).decided;
    for (number, step) in (1..).zip(decided.steps()) {
        let facts = decided.facts(number).len();
        match step.fate {
            Fate::Kept => prop_assert_eq!(facts, 1),
            // A command may bring more along than it did.
            Fate::Written => prop_assert!(facts >= 1),
            Fate::Struck | Fate::Refused(_) | Fate::NotBrought => prop_assert_eq!(facts, 0),
            Fate::Impossible(_) => prop_assert!(false, "entry {} is not possible", number),
        }
    }
    let again = Branch::<D>::of(decided.diary().entries(), WhatIf::Strike(0));
    all_kept(&again.decided, decided.diary())?;
    all_kept(&again.replayed, decided.diary())
}

/// What was written since is taken in, and the lines before it stay as they were. Therefore a kept
/// branch can be told anew from a diary that has grown.
fn what_comes_later_changes_no_line_before_it<D: Sample + FromEvent>(
    (case, at): (Case, Index),
) -> Holds {
    let (diary, change) = change::<D>(&case);
    let mut version = at.index(diary.len() + 1);
    // What one command has written is there or not, all of it.
    while diary.entry(version + 1).is_some_and(|next| D::command_of(&next.event).is_none()) {
        version += 1;
    }
    let kept = Branch::<D>::of(diary.until(version), change.clone());
    let grown = Branch::<D>::of(diary.entries(), change);
    for (kept, grown) in [(kept.replayed, grown.replayed), (kept.decided, grown.decided)] {
        prop_assert_eq!(kept.steps(), &grown.steps()[..version]);
        prop_assert_eq!(kept.diary().entries(), grown.diary().until(kept.diary().len()));
        prop_assert_eq!(grown.steps().len(), diary.len());
    }
    Ok(())
}

fn the_original_stays_as_it_is<D: Sample + FromEvent>(case: Case) -> Holds {
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

fn histories_part_where_a_naive_loop_says<D: Sample + FromEvent>(
    (case, at): (Case, Index),
) -> Holds {
    let (diary, change) = change::<D>(&case);
    let branch = Branch::<D>::of(diary.entries(), change);
    let cut = diary.until(at.index(diary.len() + 1));
    let others = [branch.replayed.diary().entries(), branch.decided.diary().entries(), cut];
    for there in others {
        let here = diary.entries();
        let parting = Divergence::of::<D>(here, there);
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
            prop_assert_eq!(gap, &Delta { name: D::figure_name(of), here, there, by });
        }
    }
    Ok(())
}
