//! What readers, stores and the browser may do.

use diary::Diary;
use examples::{
    Money,
    bank::{Account, Event},
};
use proptest::{collection::vec, prelude::*, sample::select};
use storage::{Start, StoreError};

use crate::{mirror::begun, stores::Fault};

/// Something that happens. The first number is the tab, or whatever there are that many of.
#[derive(Clone, Debug)]
pub(crate) enum Step {
    Deposit(usize),
    Withdraw(usize, i64),
    See(usize),
    Switch(usize, usize),
    Begin(usize, Start),
    Rename(usize, usize),
    Delete(usize, usize),
    GoOn(usize),
    WriteHere(usize),
    /// So many small steps of the machine: polls, answers and messages, by these bits.
    Run(u8, u64),
    /// Time goes by, in ms.
    Wait(i64),
    OpenTab,
    CloseTab(usize),
    /// The browser is killed; which unflushed writes are on the disk.
    Crash(u64),
    Flush,
    /// The call after so many fails like this.
    Fail(Fault),
    Silence,
    Speak,
    FullMirror,
    Room,
    /// An answer to a question never arrives.
    Lose(usize),
    WipeMirror,
}

pub(crate) fn step() -> impl Strategy<Value = Step> {
    let tab = 0..8_usize;
    let failed = StoreError::Failed("a reason".into());
    let unknown = StoreError::Unknown("a reason".into());
    let error = select(vec![StoreError::Full, StoreError::Aborted, failed, unknown]);
    let fault = (1..12_usize, error, any::<bool>()).prop_map(|(at, error, done)| {
        let done = done && matches!(error, StoreError::Unknown(_));
        Fault { at, error, done }
    });
    let start = select(vec![Start::Empty, Start::Story, Start::File(0)]);
    prop_oneof![
        16 => tab.clone().prop_map(Step::Deposit),
        4 => (tab.clone(), 0..3_000_i64).prop_map(|(tab, cents)| Step::Withdraw(tab, cents)),
        2 => tab.clone().prop_map(Step::See),
        4 => (tab.clone(), 0..4_usize).prop_map(|(tab, which)| Step::Switch(tab, which)),
        2 => (tab.clone(), start).prop_map(|(tab, start)| Step::Begin(tab, start)),
        1 => (tab.clone(), 0..4_usize).prop_map(|(tab, which)| Step::Rename(tab, which)),
        1 => (tab.clone(), 0..4_usize).prop_map(|(tab, which)| Step::Delete(tab, which)),
        1 => tab.clone().prop_map(Step::GoOn),
        1 => tab.clone().prop_map(Step::WriteHere),
        24 => (1..40_u8, any::<u64>()).prop_map(|(times, bits)| Step::Run(times, bits)),
        5 => (1..9_000_i64).prop_map(Step::Wait),
        3 => Just(Step::OpenTab),
        2 => tab.clone().prop_map(Step::CloseTab),
        1 => any::<u64>().prop_map(Step::Crash),
        1 => Just(Step::Flush),
        4 => fault.prop_map(Step::Fail),
        2 => Just(Step::Silence),
        3 => Just(Step::Speak),
        1 => Just(Step::FullMirror),
        2 => Just(Step::Room),
        2 => tab.prop_map(Step::Lose),
        1 => Just(Step::WipeMirror),
    ]
}

pub(crate) fn steps() -> impl Strategy<Value = Vec<Step>> {
    vec(step(), 1..60)
}

/// The story of this browser: an account with some money.
pub(crate) fn story() -> Diary<Event> {
    let mut diary = Diary::default();
    let account = Account::Everyday;
    diary.append(begun(), [Event::AccountOpened { account: account.clone(), owner: "Ana".into() }]);
    diary.append(begun(), [Event::Deposited { account, amount: Money::cents(2_000) }]);
    diary
}

/// A diary that comes as a file.
pub(crate) fn file() -> Diary<Event> {
    let mut diary = story();
    let account = Account::Everyday;
    diary.append(begun(), [Event::Deposited { account, amount: Money::cents(1) }]);
    diary
}
