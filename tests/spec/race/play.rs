//! What readers, stores and the browser do, in any order.

use examples::{
    Money,
    bank::{Account, Command},
};
use storage::{DeviceInput, Outcome};

use super::{
    shell::Answer,
    steps::{Step, story},
    tab::{Fate, Has, KIND, Press, Tab},
};
use crate::{
    mirror::begun,
    stores::{World, ask},
};

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
    /// How often the stores were to fail.
    pub(crate) faults: usize,
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
            let mut tab = Tab::start(&world.parallel(), has, 1, 0);
            tab.has_found = true;
            let store = tab.store_of(&world);
            let (_, mirror) = ask(store.begin(KIND, begun(), story())).expect("it is kept");
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
            faults: 0,
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
        let keys = disk.mirror.keys().filter_map(|key| storage::diary_of(key));
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
            Step::Fail(fault) => {
                self.faults += 1;
                self.world.go_wrong(Some(fault.clone()), None);
            }
            Step::Silence => self.world.silent.set(true),
            Step::Speak => self.world.silent.set(false),
            Step::FullMirror => {
                let disk = &mut *self.world.disk.borrow_mut();
                let used: usize =
                    disk.mirror.iter().map(|(key, text)| key.len() + text.len()).sum();
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
            self.world.in_mirror(std::collections::BTreeMap::clear);
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
    fn store_of(&self, world: &World) -> storage::DiaryStore<World, World> {
        let store = self.store();
        storage::DiaryStore {
            mirror: store.mirror.map(|_| world.clone()),
            log: store.log.map(|_| world.clone()),
        }
    }

    /// The answer to a question that can be asked again never arrives.
    fn lose_an_answer(&mut self) {
        let can_be_lost = |answer: &Answer| {
            use storage::Input;
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
