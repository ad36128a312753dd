//! What was refused at once goes when its reader presses on, if it was there to be seen.

use examples::{
    Money,
    bank::{Account::Everyday, Bank, Command},
};
use storage::{Access, CommandId, Input, OpeningId, ReadOnly, Session, StoredDiary};

use crate::mirror::begun;

fn opened(access: Access) -> Session<Bank> {
    let stored = StoredDiary::of("bank-1", begun(), course::course().bank);
    Session::new(OpeningId(1), 7, stored, access)
}

/// Asks for too much, which is refused at once.
fn ask_too_much(session: &mut Session<Bank>) -> CommandId {
    let command = Command::Withdraw { account: Everyday, amount: Money::cents(10_000_00) };
    let version = session.stored().diary().len();
    session.step(begun(), Input::Press { command, true_on: None, version });
    session.refusals().last().expect("it is refused").id
}

fn shown(session: &Session<Bank>) -> Vec<CommandId> {
    session.refusals().iter().map(|refusal| refusal.id).collect()
}

/// A field that was wrong made no command, so the refusal of before stood beside what was wrong now.
#[test]
fn a_refusal_goes_with_the_next_press_also_where_no_command_comes_of_that() {
    let mut session = opened(Access::Memory);
    let refused = ask_too_much(&mut session);
    session.step(begun(), Input::Painted(vec![refused]));
    assert_eq!(shown(&session), [refused]);
    session.step(begun(), Input::GoesOn);
    assert_eq!(shown(&session), []);
    assert_eq!(session.waiting().len(), 0, "nothing was asked for");
}

#[test]
fn a_refusal_that_was_not_on_the_screen_stays() {
    let mut session = opened(Access::Memory);
    let refused = ask_too_much(&mut session);
    session.step(begun(), Input::GoesOn);
    assert_eq!(shown(&session), [refused]);
}

/// Whoever waited for a store may look elsewhere by now.
#[test]
fn a_refusal_that_came_late_stays_until_it_is_dismissed() {
    let mut session = opened(Access::Waiting(storage::StoreError::Silent));
    for _ in 0..2 {
        let command = Command::Deposit { account: Everyday, amount: Money::cents(1) };
        let version = session.stored().diary().len();
        session.step(begun(), Input::Press { command, true_on: None, version });
    }
    session.step(begun(), Input::Access(Access::ReadOnly(ReadOnly::NotReadYet)));
    let refused = shown(&session);
    assert_eq!(refused.len(), 2);
    session.step(begun(), Input::Painted(refused.clone()));
    session.step(begun(), Input::GoesOn);
    // The first one waited for nothing before it, and so it is taken for an answer.
    assert_eq!(shown(&session), refused[1..]);
    session.step(begun(), Input::Seen(refused[1]));
    assert_eq!(shown(&session), []);
}
