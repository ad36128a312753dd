//! Every chapter with a demo, played on that demo: its actions are buttons that can be pressed in
//! their order, and what then stands there is what the chapter promises.

use course::{
    Chapter, Deed, Kind, chapter,
    demo::{Look, SYSTEMS, Worth},
};

use crate::{
    answers,
    at_demo::{AtDemo, LEFT, RIGHT, sit_at, with_a_demo},
};

/// The chapter's demo, with all actions carried out.
fn play(chapter: &Chapter) -> AtDemo {
    let mut demo = sit_at(chapter.id);
    let actions = chapter.stage.actions.iter();
    let names = actions.filter_map(|action| match &action.deed {
        Deed::Demo { name, .. } => Some(*name),
        _ => None,
    });
    names.for_each(|name| demo.press([name]));
    demo
}

#[test]
fn each_ends_as_its_chapter_promises() {
    for chapter in with_a_demo().filter_map(chapter) {
        let demo = play(chapter);
        let right = |label: &str| {
            let shown = demo.fact(RIGHT, label);
            shown.unwrap_or_else(|| panic!("{}: {label} is not shown", chapter.id))
        };
        let left = |label: &str| demo.fact(LEFT, label);
        let truth = |field| answers::right(chapter.id, field);
        match chapter.id {
            "b1" => {
                assert_eq!(right("Balance on 2 March"), truth(0));
                assert_eq!(right("Fee and refund together"), "0.00");
            }
            "b2" => {
                assert_eq!(right("The copy ends at"), truth(0));
                assert_eq!(left("The copy ends at").as_deref(), Some("−10.00"));
                assert_eq!(right("Entries of the original"), "the same as before");
            }
            "b3" => {
                assert_eq!(right("Entry 6 changes that by"), truth(0));
                assert!(demo.said(RIGHT).ends_with("the same as before."));
            }
            "b4" => {
                // Spoiled at last: trusted on the left, found out on the right.
                assert_eq!(left("Entries replayed"), Some(truth(0)));
                assert_eq!(right("Entries replayed"), "10,000");
            }
            "b5" => assert!(truth(0).starts_with(&right("February’s fee"))),
            "b6" => {
                // None for the replay, one for the deposit after it.
                assert_eq!(right("Emails sent"), "1");
                assert_eq!(left("Emails sent").as_deref(), Some("5"));
                let mut replayed = sit_at("b6");
                replayed.press(["attach", "replay"]);
                assert_eq!(replayed.fact(RIGHT, "Emails sent"), Some(truth(0)));
            }
            "c1" => {
                assert_eq!(right("Paid out"), "400.00");
                assert_eq!(left("Paid out").as_deref(), Some("800.00"));
                assert_eq!(demo.notes(RIGHT, Look::Refused).len(), 1);
            }
            "c2" => assert_eq!(right("Balance"), truth(0)),
            "c3" => {
                assert_eq!(right("When March began, as we know today"), truth(0));
                assert_eq!(right("When March began, as known then"), truth(1));
            }
            "c4" => {
                assert_eq!(right("Mugs in the order"), truth(0));
                assert_eq!(right("Stored lines changed"), "not one character");
            }
            "c5" => {
                let before = sit_at("c5");
                assert_eq!(before.notes(RIGHT, Look::Stored).len(), 6);
                assert_eq!(right("First entry that doesn’t fit"), "none", "the seals were forged");
                assert_ne!(right("Seal that the entries lead to"), right("Last seal on paper"));
                let mut checked = sit_at("c5");
                checked.press(["touch", "check"]);
                assert_eq!(checked.fact(RIGHT, "First entry that doesn’t fit"), Some(truth(0)));
            }
            "c6" => {
                assert_eq!(right("Whose accounts"), "somebody forgotten");
                let before = sit_at("c6");
                assert_eq!(
                    before.fact(RIGHT, "Money in the bank"),
                    Some(right("Money in the bank"))
                );
                assert_eq!(truth(0), right("Money in the bank"));
            }
            "c7" => {
                let tells = |name: &&str| {
                    let mut demo = sit_at("c7");
                    demo.press([*name]);
                    demo.said(RIGHT).starts_with("The two days leave different entries")
                };
                let names = chapter.stage.actions.iter().filter_map(|it| match &it.deed {
                    Deed::Demo { name, .. } => Some(*name),
                    _ => None,
                });
                assert_eq!(names.filter(tells).collect::<Vec<_>>(), ["PaymentReceived"]);
                assert!(truth(0).starts_with("PaymentReceived"));
            }
            "c8" => {
                let Kind::Choice { choices, .. } = &chapter.question.fields[0].kind else {
                    panic!("systems are chosen")
                };
                assert_eq!(choices.len(), SYSTEMS.len());
                for (system, choice) in SYSTEMS.iter().zip(*choices) {
                    assert!(choice.words.starts_with(system.name), "{}", choice.words);
                    assert_eq!(system.worth == Worth::Diary, choice.right, "{}", choice.words);
                    let mut demo = sit_at("c8");
                    demo.press([system.name]);
                    assert!(demo.said(RIGHT).starts_with(system.worth.words()));
                }
            }
            other => panic!("nobody tries what stands on the bench of {other} at its end"),
        }
    }
}

/// A button says about the same as the chapter's action: whoever looks for it finds it.
#[test]
fn actions_are_found_by_their_names() {
    for chapter in with_a_demo().filter_map(chapter) {
        let AtDemo(demo) = sit_at(chapter.id);
        let buttons: Vec<_> = demo.actions().iter().map(|action| action.name).collect();
        for action in chapter.stage.actions {
            let Deed::Demo { name, words } = &action.deed else { continue };
            assert!(buttons.contains(name), "{}: {words}", chapter.id);
        }
    }
}
