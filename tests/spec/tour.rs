//! The two-minute tour: its steps in any order, and requests that do what their step is about.

use diary::{Diary, replay};
use examples::{
    Example,
    form::{Values, next_request},
    questions::Card,
    story::{Dates, NOW},
    tour::{Step, Walk},
};
use proptest::{prelude::*, sample::subsequence, test_runner::TestCaseError};

use crate::random::{Sample, Script, Tale, check, scripts};

type Holds = Result<(), TestCaseError>;

each!(what_the_rules_are_to_refuse_they_refuse, scripts());

fn state<D: Example>(diary: &Diary<D::Event>, version: usize) -> D {
    replay(diary.until(version).iter().map(|entry| &entry.event))
}

/// However things stand, and however much is in an account.
fn what_the_rules_are_to_refuse_they_refuse<D: Sample + Example>(script: Script) -> Holds {
    let diary = Tale::<D>::of(&script).diary;
    for version in 0..=diary.len() {
        let now = state::<D>(&diary, version);
        let (what, command) = (D::TOUR.refuse)(&now);
        prop_assert!(now.decide(&command).is_err(), "{what} {command:?} after {version} entries");
    }
    Ok(())
}

/// On every story there is a next request at every moment, and the rules allow it; or the thing has come to its end,
/// and another one can be begun.
fn the_next_request_is_allowed<D: Example>() {
    let now = chrono::DateTime::from_timestamp_millis(NOW).unwrap();
    let story = D::story(&Dates { now, zone: &chrono_tz::Tz::Europe__Berlin });
    for version in 0..=story.len() {
        let state = state::<D>(&story, version);
        let figure = D::FIGURES.first().cloned();
        let values = Values::new(format!("{}-2", D::KIND), figure);
        match next_request(D::COMMANDS, &state, values) {
            Some(command) => {
                let words = D::describe_command(&command);
                assert!(state.decide(&command).is_ok(), "{words} after {version} entries");
            }
            // Only what is over has a way on that is no request.
            None => assert!(D::ANOTHER.is_some(), "{} after {version} entries", D::KIND),
        }
    }
}

#[test]
fn the_next_request_of_each_story_is_allowed() {
    each_once!(the_next_request_is_allowed);
}

/// Every sentence is short enough to be read in a breath, and the last two together as well.
fn is_short<D: Example>() {
    let count = |words: &str| words.split_whitespace().count();
    let end = [Step::Write.seen(), " ", D::TOUR.end].concat();
    let seen = Step::ALL.map(Step::seen).into_iter().chain([Walk::default().seen(), &end]);
    seen.for_each(|words| assert!(count(words) <= 20, "{words}"));
    for what in [D::TOUR.ask, (D::TOUR.refuse)(&D::default()).0] {
        assert!(count(what) <= 10 && what.ends_with('.'), "{what}");
    }
    assert!(matches!(D::CARDS.first(), Some(Card { .. })), "{} asks nothing", D::KIND);
}

#[test]
fn what_is_said_is_short() {
    each_once!(is_short);
}

#[test]
fn a_step_is_done_in_any_order_and_stays_done() {
    let steps = subsequence(Step::ALL.to_vec(), 0..=4).prop_shuffle();
    check((steps, any::<bool>()), |(steps, is_empty)| {
        let mut walk = Walk::default();
        prop_assert_eq!((walk.number(), walk.next(is_empty)), (1, Some(Step::Ask)));
        for (done, step) in steps.iter().enumerate() {
            walk = walk.and(|now| now == *step);
            prop_assert_eq!(walk.number(), done + 2);
            prop_assert_eq!(walk.seen(), step.seen());
            // What is done once is not done a second time.
            prop_assert_eq!(walk.and(|now| now == *step), walk);
        }
        let open: Vec<_> = Step::ALL.into_iter().filter(|step| !steps.contains(step)).collect();
        prop_assert_eq!(walk.next(false), open.first().copied());
        prop_assert_eq!(walk.next(true).is_none(), open.is_empty());
        Ok(())
    });
}

/// An empty diary has no past to go to: its first entry comes before that.
#[test]
fn in_an_empty_diary_an_entry_is_written_first() {
    let asked = Walk::default().and(|step| step == Step::Ask);
    assert_eq!((asked.next(true), asked.next(false)), (Some(Step::Write), Some(Step::Travel)));
    let wrote = asked.and(|step| step == Step::Write);
    assert_eq!((wrote.next(false), wrote.number()), (Some(Step::Travel), 3));
}
