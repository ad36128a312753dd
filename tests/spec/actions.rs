//! What there is to do in a chapter: which of it can be done now, what it is called, and what the
//! workbench comes to by it. Who comes back to a chapter finds it as they left it: the diary with all
//! that was done is there from the beginning.

use course::{Action, Chapter, Deed, chapter, chapters};
use diary::Diary;
use examples::{
    bank::{self, Bank},
    order::{self, Order},
};

use crate::truths::{carry_out, everyday};

/// An answer that counts moves would be wrong after any other order of them.
#[test]
fn commands_are_made_in_their_order_and_all_else_in_any() {
    let due = |id: &str, done: &[&str]| {
        let stage = &chapter(id).unwrap().stage;
        let names = stage.actions.iter().map(|action| action.name);
        names.filter(|name| stage.is_due(name, done)).collect::<Vec<_>>()
    };
    assert_eq!(due("a1", &[]), ["first-deposit"]);
    assert_eq!(due("a1", &["first-deposit"]), ["withdraw"]);
    assert_eq!(due("a1", &["first-deposit", "withdraw", "second-deposit"]), [""; 0]);
    assert_eq!(due("a6", &["withdraw-too-much", "ship"]), ["pay"]);
    assert_eq!(due("a4", &[]), ["ask-deposits", "ask-fees"]);
    assert_eq!(due("b1", &["refund"]), ["erase", "ask"]);
    let next = |id: &str, done: &[&str]| {
        let stage = &chapter(id).unwrap().stage;
        (stage.next(done).map(|action| action.name), stage.next_at_demo(done))
    };
    assert_eq!(next("b1", &["erase"]), (Some("refund"), Some("refund")));
    assert_eq!(next("b1", &["ask", "refund", "erase"]), (None, None));
    assert_eq!(next("a4", &[]), (Some("ask-deposits"), None));
}

#[test]
fn deeds_are_recognised_in_any_order_and_each_once() {
    let action_of = |id: &str, deed: &Deed, done: &[&str]| {
        chapter(id).unwrap().stage.action_of(deed, done).map(|action| action.name)
    };
    let stage = &chapter("a6").unwrap().stage;
    let pay = &stage.action("pay").unwrap().deed;
    assert_eq!(action_of("a6", pay, &[]), Some("pay"));
    assert_eq!(action_of("a6", pay, &["pay"]), Some("pay-again"));
    assert_eq!(action_of("a6", pay, &["pay-again", "pay"]), None);
    assert_eq!(action_of("a6", &Deed::Visit(3), &[]), None);
    let pressed = Deed::Demo { name: "two-pays", words: "" };
    assert_eq!(action_of("c1", &pressed, &["one-pays"]), Some("two-pays"));
    assert_eq!(action_of("c1", &pressed, &["two-pays"]), Some("two-pays-again"));
    let words = |action: &Action| stage.words_of(action.name).unwrap();
    let said: Vec<_> = stage.actions.iter().map(words).collect();
    let sentences = [
        "Withdraw 10,000.00 from Everyday",
        "Ship",
        "Receive a payment of 20.50",
        "Receive a payment of 20.50 again",
    ];
    assert_eq!(said, sentences);
    let actions = chapter("a4").unwrap().stage.actions.iter();
    let ask: Vec<_> = actions.map(|action| action.deed.words()).collect();
    assert_eq!(
        ask,
        [
            "Ask: Show me all the deposits from last month",
            "Ask: Which fees did I pay from 1 January 2026 to 20 March 2026?"
        ]
    );
}

/// The names of a chapter's first so many actions.
fn first(chapter: &Chapter, actions: usize) -> Vec<&'static str> {
    chapter.stage.actions.iter().take(actions).map(|action| action.name).collect()
}

/// What the learner saw, who made one command after the other.
fn as_left(
    chapter: &Chapter,
    actions: usize,
) -> (Option<Diary<bank::Event>>, Option<Diary<order::Event>>) {
    let (mut bank, mut order) = (chapter.stage.bank(), chapter.stage.order());
    for action in chapter.stage.actions.iter().take(actions) {
        match (&action.deed, &mut bank, &mut order) {
            (Deed::Bank(command), Some(bank), _) => {
                carry_out::<Bank>(bank, command);
            }
            (Deed::Order(command), _, Some(order)) => {
                carry_out::<Order>(order, command);
            }
            _ => {}
        }
    }
    (bank, order)
}

#[test]
fn the_diary_is_as_it_was_left() {
    for chapter in chapters() {
        for actions in 0..=chapter.stage.actions.len() {
            let mut done = first(chapter, actions);
            let found = (chapter.stage.bank_after(&done), chapter.stage.order_after(&done));
            assert_eq!(found, as_left(chapter, actions), "{} after {done:?}", chapter.id);
            // In whichever order they were noted, commands are made in their own.
            done.reverse();
            let found = (chapter.stage.bank_after(&done), chapter.stage.order_after(&done));
            assert_eq!(found, as_left(chapter, actions), "{} after {done:?}", chapter.id);
        }
    }
}

#[test]
fn what_was_granted_is_there_and_what_was_refused_is_not() {
    let a1 = &chapter("a1").unwrap().stage;
    let balance = |done: &[&str]| {
        let diary = a1.bank_after(done).unwrap();
        (diary.len(), everyday(diary.entries()).to_string())
    };
    assert_eq!(balance(&[]), (1, "0.00".into()));
    assert_eq!(balance(&["first-deposit", "withdraw"]), (3, "380.00".into()));
    assert_eq!(balance(&["first-deposit", "withdraw", "second-deposit"]), (4, "580.00".into()));
    assert_eq!(balance(&["dance"]), (1, "0.00".into()));
    let a6 = &chapter("a6").unwrap().stage;
    let all = ["withdraw-too-much", "ship", "pay", "pay-again"];
    assert_eq!(a6.bank_after(&all), a6.bank());
    assert_eq!(a6.order_after(&all).unwrap().len(), 8);
    assert_eq!(a1.order_after(&all), None);
}
