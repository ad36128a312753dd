//! Who comes back to a chapter finds its workbench as they left it: the diary with all that was done
//! is there from the beginning, and nothing has to be done once more.

use event_diary::{
    course::{Chapter, Deed, chapter, chapters},
    diary::Diary,
    domain::{
        bank::{self, Bank},
        order::{self, Order},
    },
};

use crate::truths::{carry_out, everyday};

/// The names of a chapter's first so many actions.
fn first(chapter: &Chapter, actions: usize) -> Vec<&'static str> {
    chapter.stage.actions.iter().take(actions).map(|action| action.name).collect()
}

/// What the learner saw, who made one wish after the other.
fn as_left(
    chapter: &Chapter,
    actions: usize,
) -> (Option<Diary<bank::Event>>, Option<Diary<order::Event>>) {
    let (mut bank, mut order) = (chapter.stage.bank(), chapter.stage.order());
    for action in chapter.stage.actions.iter().take(actions) {
        match (&action.deed, &mut bank, &mut order) {
            (Deed::Bank(wish), Some(bank), _) => {
                carry_out::<Bank>(bank, wish);
            }
            (Deed::Order(wish), _, Some(order)) => {
                carry_out::<Order>(order, wish);
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
            // In whichever order they were noted, wishes are made in their own.
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
