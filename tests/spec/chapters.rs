//! What holds for every chapter, whatever it teaches.

use std::collections::BTreeSet;

use course::{
    Action, Chapter, Deed, Field, Guess, Kind, PARTS, RevealBy, Tool, Unit, chapter, chapters,
    part_of,
};

/// A wrong guess for each misconception that a field knows, and one that is simply wrong.
pub(crate) fn wrong_guesses(kind: &Kind) -> Vec<Guess> {
    match kind {
        Kind::Number { truth, wrong, .. } => {
            let known = wrong.iter().map(|(number, _)| Guess::Number(*number));
            known.chain([Guess::Number(truth + 77_777)]).collect()
        }
        Kind::Choice { several: false, choices } => {
            let wrong = choices.iter().filter(|choice| !choice.right);
            wrong.map(|choice| Guess::Choices(vec![choice.name.into()])).collect()
        }
        Kind::Choice { several: true, choices } => {
            let each = choices.iter().filter(|choice| !choice.right);
            let all = Guess::Choices(choices.iter().map(|choice| choice.name.into()).collect());
            each.map(|choice| Guess::Choices(vec![choice.name.into()])).chain([all]).collect()
        }
        Kind::Order { cards, .. } => {
            let mut right: Vec<_> = cards.iter().collect();
            right.sort_by_key(|card| card.place);
            let names: Vec<String> = right.iter().map(|card| card.name.into()).collect();
            let swapped = |at: usize| {
                let mut names = names.clone();
                names.swap(at, at + 1);
                Guess::Order(names)
            };
            (0..names.len() - 1).map(swapped).collect()
        }
        Kind::Curve { truth, turns, .. } => {
            let bent = |entry: usize, went| {
                let before = truth[entry - 2];
                let step = match went {
                    std::cmp::Ordering::Less => -7_00,
                    std::cmp::Ordering::Equal => 0,
                    std::cmp::Ordering::Greater => 7_00,
                };
                let off = before + step - truth[entry - 1];
                let moved =
                    |(at, cents): (usize, &i64)| cents + if at + 1 < entry { 0 } else { off };
                Guess::Curve(truth.iter().enumerate().map(moved).collect())
            };
            let known = turns.iter().map(|turn| bent(turn.entry, turn.went));
            known.chain([bent(2, std::cmp::Ordering::Less)]).collect()
        }
    }
}

pub(crate) fn fields() -> impl Iterator<Item = (&'static Chapter, &'static Field)> {
    chapters().flat_map(|chapter| chapter.question.fields.iter().map(move |field| (chapter, field)))
}

#[test]
fn a_chapter_is_short_and_so_is_a_part() {
    for chapter in chapters() {
        assert!((1..=3).contains(&chapter.minutes), "{} takes too long", chapter.id);
        assert_eq!(chapter.name(), chapter.id.to_uppercase());
    }
    // One sitting is a quarter of an hour. Of the last part, one takes what one likes.
    let [sittings @ .., _] = PARTS else { panic!("there are parts") };
    assert!(sittings.iter().all(|part| (12..=18).contains(&part.minutes())));
}

#[test]
fn back_and_next_go_through_all_chapters() {
    let all: Vec<_> = chapters().map(|chapter| chapter.id).collect();
    let ids = |it: Option<&'static Chapter>| it.map(|chapter| chapter.id);
    let there = std::iter::successors(chapters().next(), |chapter| chapter.next());
    assert_eq!(there.map(|chapter| chapter.id).collect::<Vec<_>>(), all);
    let back = std::iter::successors(chapters().last(), |chapter| chapter.previous());
    assert!(back.map(|chapter| chapter.id).eq(all.iter().rev().copied()));
    for part in PARTS {
        for it in part.chapters {
            assert_eq!(ids(chapter(it.id)), Some(it.id));
            assert_eq!(part_of(it.id).map(|part| part.letter), Some(part.letter));
        }
    }
    assert!(chapter("a0").is_none() && part_of("A1").is_none());
}

/// The page has ids for so many, and what is beyond them would not be on it.
#[test]
fn no_chapter_asks_or_does_too_much() {
    for chapter in chapters() {
        assert!((1..=4).contains(&chapter.question.fields.len()), "{}", chapter.id);
        assert!((1..=8).contains(&chapter.stage.actions.len()), "{}", chapter.id);
    }
}

#[test]
fn right_is_right_and_every_misconception_has_its_own_explanation() {
    for (chapter, field) in fields() {
        let place = format!("{}, {}", chapter.id, field.label);
        let truth = field.kind.truth();
        assert!(field.kind.accepts(&truth), "{place}");
        let judged = field.kind.judge(&truth);
        assert!(judged.right && judged.why.is_empty(), "{place}");
        if let Kind::Order { cards, .. } = &field.kind {
            assert!(!cards.is_sorted_by_key(|card| card.place), "{place}: they lie there rightly");
        }
        let mut explanations = BTreeSet::new();
        for guess in wrong_guesses(&field.kind) {
            assert!(field.kind.accepts(&guess), "{place}: {guess:?}");
            let judged = field.kind.judge(&guess);
            assert!(!judged.right, "{place}: {guess:?}");
            assert!(!judged.why.is_empty(), "{place}: {guess:?} is not explained");
            explanations.insert(judged.why.join(" "));
        }
        assert!(explanations.len() >= 2, "{place} explains too little");
        assert!(!explanations.contains(field.because), "{place}");
    }
}

/// No explanation stands for two different misconceptions of one field.
#[test]
fn no_explanation_is_used_twice() {
    for (chapter, field) in fields() {
        let whys: Vec<&str> = match &field.kind {
            Kind::Number { wrong, otherwise, .. } => {
                wrong.iter().map(|(_, why)| *why).chain([*otherwise]).collect()
            }
            Kind::Choice { choices, .. } => choices.iter().map(|choice| choice.why).collect(),
            Kind::Order { too_early, otherwise, .. } => {
                too_early.iter().map(|(.., why)| *why).chain([*otherwise]).collect()
            }
            Kind::Curve { turns, otherwise, .. } => {
                turns.iter().map(|turn| turn.why).chain([*otherwise]).collect()
            }
        };
        let distinct: BTreeSet<_> = whys.iter().collect();
        assert_eq!(distinct.len(), whys.len(), "{}, {}", chapter.id, field.label);
        assert!(whys.iter().all(|why| why.len() > 20), "{}, {}", chapter.id, field.label);
    }
}

#[test]
fn a_curve_is_right_by_its_shape() {
    let field = &chapter("a3").unwrap().question.fields[0];
    let drawn = [0, 300, 200, 400, 400, 100, 110, 105, 20, 21, 90];
    let judge = |figures: &[i64]| field.kind.judge(&Guess::Curve(figures.to_vec()));
    assert!(judge(&drawn).right);
    // Where it begins is a height, and heights don't count.
    let raised = drawn.map(|cents| cents + 80_00);
    assert!(judge(&raised).right);
    let mut saved = drawn;
    saved[4] = 401; // Savings opens, and the curve goes up.
    let judged = judge(&saved);
    assert!(!judged.right && judged.why.len() == 1, "{:?}", judged.why);
    assert!(judged.why[0].starts_with("Entry 5 opens Savings."));
    saved[5] = 500; // And the transfer is taken for money that came in.
    let judged = judge(&saved);
    assert_eq!(judged.why.len(), 2);
}

#[test]
fn numbers_are_read_as_people_type_them() {
    let count = |text| Unit::Count.read(text);
    assert_eq!((count(" 3 "), count("10000")), (Ok(3), Ok(10_000)));
    for wrong in ["", "three", "-1", "2.5", "1000001", "99999999999"] {
        assert_eq!(count(wrong), Err("Type a number in digits, such as 7.".into()), "{wrong}");
    }
    let money = |text| Unit::Money.read(text);
    assert_eq!((money("505"), money("−10.00")), (Ok(505_00), Ok(-10_00)));
    assert_eq!(money(""), Err("Type an amount first, such as 50 or 12.50.".into()));
}

#[test]
fn what_was_left_out_is_explained_too() {
    let field = &chapter("c8").unwrap().question.fields[0];
    let guess = Guess::Choices(vec!["blog".into(), "ledger".into(), "parcels".into()]);
    let why = field.kind.judge(&guess).why;
    assert_eq!(why.len(), 2);
    assert!(why[0].starts_with("The blog:") && why[1].starts_with("The medical record:"));
}

#[test]
fn there_are_three_different_hints_everywhere() {
    for chapter in chapters() {
        let distinct: BTreeSet<_> = chapter.hints.iter().filter(|hint| hint.len() > 20).collect();
        assert_eq!(distinct.len(), 3, "{}", chapter.id);
    }
}

#[test]
fn what_is_to_be_done_can_be_done_with_what_is_there() {
    for chapter in chapters() {
        let stage = &chapter.stage;
        let after = stage.tools(true);
        for Action { deed, .. } in stage.actions {
            let can = match deed {
                Deed::Bank(_) => stage.bank().is_some(),
                Deed::Order(_) => stage.order().is_some(),
                Deed::Visit(_) => after.contains(&Tool::Machine),
                Deed::AskBank(_) => after.contains(&Tool::Ask) && stage.bank().is_some(),
                Deed::AskOrder(_) => after.contains(&Tool::Ask) && stage.order().is_some(),
                Deed::Demo { .. } => stage.demo.is_some(),
            };
            assert!(can, "{}: {}", chapter.id, deed.words());
        }
    }
}

#[test]
fn an_answer_comes_by_a_replay_only_where_it_can_be_read_off() {
    let by = |comes| chapters().filter(move |chapter| chapter.reveal.comes == comes);
    for chapter in by(RevealBy::ByReplay) {
        // It can be left again, and it leads somewhere.
        assert!(chapter.stage.after.contains(&Tool::Machine), "{}", chapter.id);
        let last = chapter.stage.bank().map_or(9, |diary| diary.len());
        assert!(chapter.question.fields.iter().any(|field| (1..=last).contains(&field.version)));
    }
    for chapter in by(RevealBy::ByDeeds) {
        let is_command = |deed: &Deed| matches!(deed, Deed::Bank(_) | Deed::Order(_));
        let actions = chapter.stage.actions;
        assert!(actions.iter().all(|action| is_command(&action.deed)), "{}", chapter.id);
    }
    for chapter in by(RevealBy::AtOnce) {
        // Then it can be seen on the demo.
        assert!(chapter.stage.demo.is_some(), "{}", chapter.id);
    }
}

#[test]
fn an_amount_is_told_apart_from_a_number_of_things() {
    let why = |id: &str, field: usize, guess| {
        let field = &chapter(id).unwrap().question.fields[field];
        field.kind.judge(&Guess::Number(guess)).why
    };
    for (id, field) in [("a1", 0), ("a1", 1), ("a4", 0), ("c1", 0)] {
        assert!(why(id, field, 580)[0].starts_with("That may well be the right amount."), "{id}");
        assert!(!why(id, field, 99)[0].starts_with("That may well"), "{id}");
    }
    // Where many are counted, many is a guess like any other, and so is money where it is asked for.
    assert!(why("b4", 0, 580)[0].starts_with("Count the entries from the saved sum"));
    assert!(why("a2", 0, 580_00)[0].starts_with("Start at 0.00"));
}
