//! What readers, stores and the browser do, in any order.

use event_diary::{
    diary::Diary,
    domain::{
        Money,
        bank::{Account, Command, Event},
    },
    keeping::{DeviceInput, Outcome, Start, StoreError},
};
use proptest::{collection::vec, prelude::*, sample::select};

use super::{
    shell::Answer,
    tab::{Fate, Has, KIND, Press, Tab, Told},
};
use crate::{
    shelf::begun,
    stores::{Fault, World, ask},
};

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
    diary.append(begun(), [Event::AccountOpened { account, owner: "Ana".into() }]);
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

/// Everything that goes on in one browser.
pub(crate) struct Play {
    pub(crate) world: World,
    pub(crate) has: Has,
    pub(crate) tabs: Vec<Tab>,
    pub(crate) now: i64,
    /// The commands of tabs that are gone.
    pub(crate) past: Vec<Press>,
    /// Diaries that their readers have deleted.
    pub(crate) deleted: Vec<String>,
    /// How many diaries were begun because a reader wanted one.
    pub(crate) wanted: usize,
    pub(crate) crashes: usize,
    /// Whether there was a diary from the start.
    pub(crate) was_there: bool,
    /// How often a story was begun at a start.
    pub(crate) stories: usize,
    amounts: i64,
    started: u64,
}

impl Play {
    /// A browser with one tab; with a diary already, or new.
    pub(crate) fn new(has: Has, is_new: bool) -> Self {
        let world = World::default();
        if !is_new && has != Has::Nothing {
            let keeper = Tab::start(&world.parallel(), has, 1, 0).keeper_of(&world);
            let (_, mirror) = ask(keeper.begin(KIND, begun(), story())).expect("it is kept");
            assert_eq!(mirror, Outcome::Done(()));
            world.disk.borrow_mut().cookie = true;
            world.flush();
        }
        world.slow.set(true);
        let mut play = Self {
            world,
            has,
            tabs: Vec::new(),
            now: 0,
            past: Vec::new(),
            deleted: Vec::new(),
            wanted: 0,
            crashes: 0,
            was_there: !is_new && has != Has::Nothing,
            stories: 0,
            amounts: 1_000_000,
            started: 0,
        };
        play.open_tab();
        play
    }

    fn open_tab(&mut self) {
        self.started += 1;
        let number = self.started.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.tabs.push(Tab::start(&self.world, self.has, number, self.now));
        self.spread();
    }

    fn tab(&mut self, which: usize) -> Option<&mut Tab> {
        let count = self.tabs.len();
        self.tabs.get_mut(which % count.max(1))
    }

    fn names(&self) -> Vec<String> {
        let disk = self.world.disk.borrow();
        let keys = disk.shelf.keys().filter_map(|key| event_diary::keeping::diary_of(key));
        let mut names: Vec<_> = disk.books.keys().cloned().chain(keys.map(str::to_owned)).collect();
        names.sort();
        names.dedup();
        names
    }

    pub(crate) fn happens(&mut self, step: &Step) {
        let now = self.now;
        match step {
            Step::Deposit(tab) => self.press(*tab, None),
            Step::Withdraw(tab, cents) => self.press(*tab, Some(*cents)),
            Step::See(tab) => {
                if let Some(tab) = self.tab(*tab) {
                    tab.see_all(now);
                }
            }
            Step::Switch(tab, which) => {
                let names = self.names();
                if let (Some(name), Some(tab)) =
                    (names.get(which % names.len().max(1)).cloned(), self.tab(*tab))
                {
                    tab.device_step(now, DeviceInput::Switch(KIND.into(), name));
                }
            }
            Step::Begin(tab, start) => {
                self.wanted += 1;
                let start = *start;
                if let Some(tab) = self.tab(*tab) {
                    tab.device_step(now, DeviceInput::Start(KIND.into(), start));
                }
            }
            Step::Rename(tab, which) => {
                let names = self.names();
                if let (Some(name), Some(tab)) =
                    (names.get(which % names.len().max(1)).cloned(), self.tab(*tab))
                {
                    tab.device_step(now, DeviceInput::Rename(name, Some(format!("Title {now}"))));
                }
            }
            Step::Delete(tab, which) => {
                let names = self.names();
                if let Some(name) = names.get(which % names.len().max(1)).cloned() {
                    self.deleted.push(name.clone());
                    if let Some(tab) = self.tab(*tab) {
                        tab.device_step(now, DeviceInput::Delete(KIND.into(), name));
                    }
                }
            }
            Step::GoOn(tab) => {
                self.wanted += 1;
                if let Some(tab) = self.tab(*tab) {
                    tab.device_step(now, DeviceInput::GoOn(KIND.into()));
                }
            }
            Step::WriteHere(tab) => {
                if let Some(tab) = self.tab(*tab) {
                    tab.device_step(now, DeviceInput::WriteHere);
                }
            }
            Step::Run(times, bits) => self.run(usize::from(*times), *bits),
            Step::Wait(ms) => self.wait(*ms),
            Step::OpenTab if self.tabs.len() < 8 => self.open_tab(),
            Step::OpenTab => {}
            Step::CloseTab(tab) => {
                if self.tabs.len() > 1 {
                    let at = tab % self.tabs.len();
                    self.tabs[at].device_step(now, DeviceInput::Leaving);
                    let gone = self.tabs.remove(at);
                    self.is_gone(gone);
                }
            }
            Step::Crash(parts) => self.crash(*parts),
            Step::Flush => self.world.flush(),
            Step::Fail(fault) => self.world.go_wrong(Some(fault.clone()), None),
            Step::Silence => self.world.silent.set(true),
            Step::Speak => self.world.silent.set(false),
            Step::FullMirror => {
                let disk = &mut *self.world.disk.borrow_mut();
                let used: usize = disk.shelf.iter().map(|(key, text)| key.len() + text.len()).sum();
                disk.room = Some(used + 100);
            }
            Step::Room => self.world.disk.borrow_mut().room = None,
            Step::Lose(tab) => {
                // localStorage answers before anything can get lost.
                let can_be_lost = matches!(self.has, Has::Both | Has::Database);
                if let Some(tab) = self.tab(*tab).filter(|_| can_be_lost) {
                    tab.lose_an_answer();
                }
            }
            Step::WipeMirror => self.wipe_mirror(),
        }
        self.spread();
    }

    fn wipe_mirror(&mut self) {
        // Without a database that is the only copy, and its loss is nobody's fault.
        if self.has == Has::Both {
            self.world.on_shelf(std::collections::BTreeMap::clear);
        }
    }

    fn press(&mut self, tab: usize, withdraw: Option<i64>) {
        self.amounts += 1;
        let (now, cents) = (self.now, withdraw.map_or(self.amounts, |_| self.amounts));
        let account = Account::Everyday;
        let amount = Money::cents(cents);
        let command = match withdraw {
            None => Command::Deposit { account, amount },
            Some(_) => Command::Withdraw { account, amount },
        };
        if let Some(tab) = self.tab(tab) {
            tab.press(now, cents, command);
        }
    }

    fn is_gone(&mut self, tab: Tab) {
        self.stories += tab.began_story;
        let mut presses = tab.presses.clone();
        drop(tab);
        for press in &mut presses {
            press.is_alive = false;
        }
        self.past.extend(presses);
    }

    fn crash(&mut self, parts: u64) {
        self.crashes += 1;
        for tab in std::mem::take(&mut self.tabs) {
            self.is_gone(tab);
        }
        self.world.crash(|at| parts & (1 << (at % 64)) != 0);
        self.open_tab();
    }

    /// What one tab tells goes to all others.
    pub(super) fn spread(&mut self) {
        let all: Vec<Vec<Told>> =
            self.tabs.iter_mut().map(|tab| std::mem::take(&mut tab.outbox)).collect();
        for (from, told) in all.iter().enumerate() {
            for (to, tab) in self.tabs.iter_mut().enumerate() {
                if to != from {
                    tab.inbox.extend(told.iter().cloned());
                }
            }
        }
    }

    /// So many small steps, in an order that the bits say.
    pub(super) fn run(&mut self, times: usize, mut bits: u64) {
        for _ in 0..times {
            bits = bits.rotate_right(7).wrapping_mul(0x2545_f491_4f6c_dd1d) | 1;
            let tabs = self.tabs.len();
            let choice = usize::try_from(bits >> 33).unwrap_or_default();
            let now = self.now;
            let shelf = (self.has == Has::Mirror).then(|| self.world.shelf());
            let at = choice % tabs;
            let tab = &mut self.tabs[at];
            match (choice / tabs) % 8 {
                0 if !tab.inbox.is_empty() => {
                    if let Some(told) = tab.inbox.pop_front() {
                        tab.hear(now, told);
                    }
                }
                1 | 2 if !tab.answers.is_empty() => {
                    let which = choice / 64 % tab.answers.len();
                    let answer = tab.answers.swap_remove(which);
                    tab.old.push(answer.clone());
                    tab.arrive(now, answer);
                }
                3 if !tab.old.is_empty() && choice.is_multiple_of(5) => {
                    // It arrives a second time.
                    let which = choice / 64 % tab.old.len();
                    let answer = tab.old.swap_remove(which);
                    if !matches!(answer, Answer::Held(..)) {
                        tab.arrive(now, answer);
                    }
                }
                _ if !tab.flights.is_empty() => {
                    let which = choice / 64 % tab.flights.len();
                    if let Some(answer) = tab.flights[which].go_on() {
                        tab.flights.remove(which);
                        tab.answers.extend(answer);
                    }
                }
                _ => {}
            }
            self.now += 1;
            self.spread();
            if let Some(before) = shelf {
                self.tell_of_shelf(at, &before);
            }
        }
    }

    /// The browser tells every other tab what has changed in localStorage.
    fn tell_of_shelf(&mut self, from: usize, before: &crate::shelf::Texts) {
        let now = self.world.shelf();
        let keys = now.keys().chain(before.keys()).filter(|key| now.get(*key) != before.get(*key));
        let keys: std::collections::BTreeSet<_> = keys.cloned().collect();
        for (at, tab) in self.tabs.iter_mut().enumerate() {
            if at != from {
                tab.inbox.extend(keys.iter().cloned().map(Told::MirrorChanged));
            }
        }
    }

    /// Time goes by: whoever wanted to be woken is.
    pub(super) fn wait(&mut self, ms: i64) {
        let end = self.now + ms;
        loop {
            let next = self.tabs.iter().enumerate().flat_map(|(at, tab)| {
                tab.wakes.iter().enumerate().map(move |(which, (when, ..))| (*when, at, which))
            });
            let Some((when, at, which)) = next.min().filter(|(when, ..)| *when <= end) else {
                break;
            };
            self.now = self.now.max(when);
            let now = self.now;
            let (_, ticket, is_device) = self.tabs[at].wakes.swap_remove(which);
            if is_device {
                self.tabs[at].device_step(now, DeviceInput::Woke(ticket));
            } else {
                let woke = event_diary::keeping::Input::Woke(ticket);
                self.tabs[at].session_step(now, ticket.opening, woke);
            }
            self.spread();
        }
        self.now = self.now.max(end);
    }

    /// All commands that were ever given.
    pub(crate) fn presses(&self) -> impl Iterator<Item = &Press> {
        self.past.iter().chain(self.tabs.iter().flat_map(|tab| &tab.presses))
    }

    /// How many have come to this.
    pub(crate) fn count(&self, is_it: impl Fn(&Fate) -> bool) -> usize {
        self.presses().filter(|press| is_it(&press.fate)).count()
    }
}

impl Tab {
    /// The stores that this tab has, in another world.
    fn keeper_of(&self, world: &World) -> event_diary::keeping::Keeper<World, World> {
        let keeper = self.keeper();
        event_diary::keeping::Keeper {
            shelf: keeper.shelf.map(|_| world.clone()),
            ledger: keeper.ledger.map(|_| world.clone()),
        }
    }

    /// The answer to a question that can be asked again never arrives.
    fn lose_an_answer(&mut self) {
        let can_be_lost = |answer: &Answer| {
            use event_diary::keeping::Input;
            matches!(
                answer,
                Answer::Session(_, Input::Appended(..) | Input::ReadBack(..) | Input::Found(..))
                    | Answer::Device(DeviceInput::Names(..))
                    | Answer::Held(_, _, DeviceInput::Read(..))
            )
        };
        if let Some(at) = self.answers.iter().position(can_be_lost) {
            self.answers.remove(at);
        }
    }
}
