//! What holds for every chapter, whatever it teaches.

use std::collections::BTreeSet;

use course::{
    Action, Bench, Chapter, Deed, Field, Guess, Kind, PARTS, RevealBy, Tool, Unit, chapter,
    chapters, part_of,
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
fn the_table_of_contents_is_as_planned() {
    let ids: Vec<_> = chapters().map(|chapter| chapter.id).collect();
    let planned = "a1 a2 a3 a4 a5 a6 b1 b2 b3 b4 b5 b6 c1 c2 c3 c4 c5 c6 c7 c8";
    assert_eq!(ids, planned.split(' ').collect::<Vec<_>>());
    let minutes: Vec<_> = PARTS.iter().map(|part| (part.letter, part.minutes())).collect();
    assert_eq!(minutes, [('A', 15), ('B', 14), ('C', 21)]);
    for chapter in chapters() {
        assert_eq!(chapter.name(), chapter.id.to_uppercase());
        let letter = chapter.id.chars().next().map(|letter| letter.to_ascii_uppercase());
        assert_eq!(part_of(chapter.id).map(|part| part.letter), letter);
        assert!((1..=3).contains(&chapter.minutes), "{} takes too long", chapter.id);
    }
}

#[test]
fn back_and_next_go_through_all_chapters() {
    let mut there = vec![chapter("a1").unwrap().id];
    while let Some(next) = chapter(there[there.len() - 1]).unwrap().next() {
        assert_eq!(next.previous().map(|it| it.id), there.last().copied());
        there.push(next.id);
    }
    assert_eq!(there.len(), 20);
    assert!(chapter("a1").unwrap().previous().is_none());
    assert!(chapter("a0").is_none() && part_of("A1").is_none());
}

/// For teachers: the answers as the plan of the course has them.
#[test]
fn the_syllabus_has_the_planned_answers() {
    let answers: Vec<_> = chapters()
        .map(|chapter| {
            let answers: Vec<_> = chapter.answers().into_iter().map(|(_, words)| words).collect();
            format!("{}: {}", chapter.name(), answers.join(" | "))
        })
        .collect();
    let planned = [
        "A1: 3 | 1",
        "A2: 505.00 | 445.00",
        "A3: 0.00, 500.00, 380.00, 580.00, 580.00, 430.00, 510.00, 505.00, 445.00, 450.00, 490.00 | They stay as they are.",
        "A4: 2 | 280.00",
        "A5: Yes, the mug. | On 19 February at 09:30.",
        "A6: No. | the rule looks at the wish → a line is written → the lines are added up anew",
        "B1: 445.00",
        "B2: 110.00",
        "B3: 0.00",
        "B4: 16",
        "B5: 5.00: that is what was charged.",
        "B6: 0",
        "C1: 1",
        "C2: 540.00",
        "C3: 535.00 | 505.00",
        "C4: 1",
        "C5: 3",
        "C6: 640.00",
        "C7: PaymentReceived: 20.50",
        "C8: A ledger: why is the balance what it is?; Parcels: where has it been, and who had it last?; A medical record: what did the doctor know when she decided?",
    ];
    assert_eq!(answers, planned);
}

#[test]
fn right_is_right_and_every_misconception_has_its_own_explanation() {
    for (chapter, field) in fields() {
        let place = format!("{}, {}", chapter.id, field.label);
        let truth = field.kind.truth();
        assert!(field.kind.accepts(&truth), "{place}");
        let judged = field.kind.judge(&truth);
        assert!(judged.right && judged.why.is_empty(), "{place}");
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
    assert!(judged.why[0].starts_with("Line 5 opens Savings."));
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
        assert!(!stage.actions.is_empty(), "{} has nothing to do", chapter.id);
        let after = stage.tools(true);
        for Action { deed, .. } in stage.actions {
            let can = match deed {
                Deed::Bank(_) => stage.bank().is_some(),
                Deed::Order(_) => stage.order().is_some(),
                Deed::Visit(_) => after.contains(&Tool::Machine),
                Deed::AskBank(_) => after.contains(&Tool::Ask) && stage.bank().is_some(),
                Deed::AskOrder(_) => after.contains(&Tool::Ask) && stage.order().is_some(),
                Deed::Bench { .. } => stage.bench != Bench::None,
            };
            assert!(can, "{}: {}", chapter.id, deed.words());
        }
    }
}

#[test]
fn an_answer_comes_by_a_replay_only_where_it_can_be_read_off() {
    let by = |comes| {
        let of_kind = chapters().filter(|chapter| chapter.reveal.comes == comes);
        of_kind.map(|chapter| chapter.id).collect::<Vec<_>>()
    };
    assert_eq!(by(RevealBy::ByReplay), ["a2", "a3", "a4", "a5", "b1", "b5", "c3"]);
    assert_eq!(by(RevealBy::ByDeeds), ["a1", "a6"]);
    for id in by(RevealBy::ByReplay) {
        // It can be left again, and it leads somewhere.
        let chapter = chapter(id).unwrap();
        assert!(chapter.stage.after.contains(&Tool::Machine), "{id}");
        let last = chapter.stage.bank().map_or(9, |diary| diary.len());
        assert!(chapter.question.fields.iter().any(|field| (1..=last).contains(&field.page)));
    }
    for id in by(RevealBy::ByDeeds) {
        let is_wish = |deed: &Deed| matches!(deed, Deed::Bank(_) | Deed::Order(_));
        let actions = chapter(id).unwrap().stage.actions;
        assert!(actions.iter().all(|action| is_wish(&action.deed)), "{id}");
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
    assert!(why("b4", 0, 580)[0].starts_with("It is the lines"));
    assert!(why("a2", 0, 580_00)[0].starts_with("Start at 0.00"));
}
