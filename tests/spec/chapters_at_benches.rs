//! Every chapter with a bench, played on that bench: its actions are buttons that can be pressed in
//! their order, and what then stands there is what the chapter promises.

use course::{
    Bench, Chapter, Deed, Kind,
    bench::{Look, SYSTEMS, Worth},
    chapters,
};

use crate::at_bench::{AtBench, LEFT, RIGHT, sit_at};

/// The chapter's bench, with all actions carried out.
fn play(chapter: &Chapter) -> AtBench {
    let mut bench = sit_at(chapter.stage.bench);
    let actions = chapter.stage.actions.iter();
    let names = actions.filter_map(|action| match &action.deed {
        Deed::Bench { name, .. } => Some(*name),
        _ => None,
    });
    names.for_each(|name| bench.press([name]));
    bench
}

/// The right answer as it would stand on a bench.
fn truth(chapter: &Chapter, field: usize) -> String {
    let field = &chapter.question.fields[field];
    field.kind.words(&field.kind.truth())
}

#[test]
fn each_ends_as_its_chapter_promises() {
    let mut played = Vec::new();
    for chapter in chapters().filter(|chapter| chapter.stage.bench != Bench::None) {
        let bench = play(chapter);
        played.push(chapter.stage.bench);
        let right = |label: &str| {
            let shown = bench.fact(RIGHT, label);
            shown.unwrap_or_else(|| panic!("{}: {label} is not shown", chapter.id))
        };
        let left = |label: &str| bench.fact(LEFT, label);
        let truth = |field| truth(chapter, field);
        match chapter.stage.bench {
            Bench::None => unreachable!(),
            Bench::EraseOrRefund => {
                assert_eq!(right("Balance on 2 March"), truth(0));
                assert_eq!(right("Fee and refund together"), "0.00");
            }
            Bench::WhatIf => {
                assert_eq!(right("The copy ends at"), truth(0));
                assert_eq!(left("The copy ends at").as_deref(), Some("−10.00"));
                assert_eq!(right("Lines of the original"), "the same as before");
            }
            Bench::Readings => {
                assert_eq!(right("Line 6 changes that by"), truth(0));
                assert!(bench.said(RIGHT).ends_with("the same as before."));
            }
            Bench::Checkpoint => {
                // Spoiled at last: trusted on the left, found out on the right.
                assert_eq!(left("Lines replayed"), Some(truth(0)));
                assert_eq!(right("Lines replayed"), "10,000");
            }
            Bench::NewFee => assert!(truth(0).starts_with(&right("February’s fee"))),
            Bench::Receipts => {
                // None for the replay, one for the deposit after it.
                assert_eq!((truth(0).as_str(), right("Mails sent").as_str()), ("0", "1"));
                assert_eq!(left("Mails sent").as_deref(), Some("5"));
            }
            Bench::TwoTellers => {
                assert_eq!(right("Paid out"), "400.00");
                assert_eq!(left("Paid out").as_deref(), Some("800.00"));
                assert_eq!((truth(0).as_str(), bench.notes(RIGHT, Look::Refused).len()), ("1", 1));
            }
            Bench::SaidTwice => assert_eq!(right("Balance"), truth(0)),
            Bench::TwoClocks => {
                assert_eq!(right("When March began, as we know today"), truth(0));
                assert_eq!(right("When March began, as known then"), truth(1));
            }
            Bench::OldWords => {
                assert_eq!(right("Mugs in the order"), truth(0));
                assert_eq!(right("Stored lines changed"), "not one letter");
            }
            Bench::Tampering => {
                let before = sit_at(Bench::Tampering);
                assert_eq!(before.notes(RIGHT, Look::Stored).len(), 6);
                assert_eq!(right("First line that doesn’t fit"), "none", "the links were forged");
                assert_ne!(right("Link that the lines lead to"), right("Last link on paper"));
                let mut checked = sit_at(Bench::Tampering);
                checked.press(["touch", "check"]);
                assert_eq!(checked.fact(RIGHT, "First line that doesn’t fit"), Some(truth(0)));
            }
            Bench::ForgetMe => {
                assert_eq!(right("Whose accounts"), "somebody forgotten");
                let before = sit_at(Bench::ForgetMe);
                assert_eq!(
                    before.fact(RIGHT, "Money in the bank"),
                    Some(right("Money in the bank"))
                );
                assert_eq!(truth(0), right("Money in the bank"));
            }
            Bench::GoodNames => {
                let tells = |name: &&str| {
                    let mut bench = sit_at(Bench::GoodNames);
                    bench.press([*name]);
                    bench.said(RIGHT).starts_with("The two pages differ")
                };
                let names = chapter.stage.actions.iter().filter_map(|it| match &it.deed {
                    Deed::Bench { name, .. } => Some(*name),
                    _ => None,
                });
                assert_eq!(names.filter(tells).collect::<Vec<_>>(), ["PaymentReceived"]);
                assert!(truth(0).starts_with("PaymentReceived"));
            }
            Bench::Systems => {
                let Kind::Choice { choices, .. } = &chapter.question.fields[0].kind else {
                    panic!("systems are chosen")
                };
                assert_eq!(choices.len(), SYSTEMS.len());
                for (system, choice) in SYSTEMS.iter().zip(*choices) {
                    assert!(choice.words.starts_with(system.name), "{}", choice.words);
                    assert_eq!(system.worth == Worth::Diary, choice.right, "{}", choice.words);
                    let mut bench = sit_at(Bench::Systems);
                    bench.press([system.name]);
                    assert!(bench.said(RIGHT).starts_with(system.worth.words()));
                }
            }
        }
    }
    assert_eq!(played, Bench::ALL, "each bench has its chapter, in their order");
}

/// A button says about the same as the chapter's action: whoever looks for it finds it.
#[test]
fn actions_are_found_by_their_names() {
    for chapter in chapters().filter(|chapter| chapter.stage.bench != Bench::None) {
        let AtBench(bench) = sit_at(chapter.stage.bench);
        let buttons: Vec<_> = bench.actions().iter().map(|action| action.name).collect();
        for action in chapter.stage.actions {
            let Deed::Bench { name, words } = &action.deed else { continue };
            assert!(buttons.contains(name), "{}: {words}", chapter.id);
        }
    }
}
