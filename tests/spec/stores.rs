//! A browser's two stores in memory, shared by several tabs, that fail, forget and stop on demand.
//!
//! The mirror forgets what localStorage may forget: any part of what was put since the last flush.
//! The log keeps what it has confirmed, as `IndexedDB` was measured to do; a transaction is made
//! as a whole or not at all. Every call to either is counted as one step.

mod asked;

use std::{
    cell::{Cell, RefCell},
    collections::{BTreeMap, VecDeque},
    rc::Rc,
};

use storage::{DiaryStore, Outcome, StoreError, Texts};

use crate::turns::{block_on, pause};

/// What a store answers, for a test that knows what to expect.
pub(crate) fn answer<T>(outcome: Outcome<T>) -> Result<T, StoreError> {
    match outcome {
        Outcome::Done(answer) => Ok(answer),
        Outcome::Failed(error) => Err(error),
    }
}

/// Asks and waits for the answer.
pub(crate) fn ask<T>(question: impl Future<Output = Outcome<T>>) -> Result<T, StoreError> {
    answer(block_on(question))
}

/// A call that does not do what it should.
#[derive(Clone, Debug)]
pub(crate) struct Fault {
    /// Which call it is, counted from 1.
    pub(crate) at: usize,
    pub(crate) error: StoreError,
    /// Whether it is done all the same: a store that falls silent may have done its work.
    pub(crate) done: bool,
}

/// What the log has of one diary.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Book {
    pub(crate) record: Option<String>,
    pub(crate) lines: BTreeMap<usize, String>,
    /// What was set aside; nothing is ever written over in it.
    pub(crate) aside: Vec<(usize, String)>,
    /// Where the entries of each command are, by its id.
    pub(crate) commands: BTreeMap<String, (usize, usize)>,
    /// What came with a file and had been set aside elsewhere: places, and texts as JSON.
    pub(crate) broken: BTreeMap<String, String>,
}

/// One write to the mirror: a key with its new text, or without one when it is freed.
type Put = (String, Option<String>);

/// One browser: what lies in its stores, and what is going to go wrong.
#[derive(Clone, Debug, Default)]
pub(crate) struct Disk {
    /// The mirror as every tab sees it.
    pub(crate) mirror: Texts,
    /// The mirror as it is on the disk.
    flushed: Texts,
    /// What was done to the mirror since the last flush.
    pub(crate) unflushed: Vec<Put>,
    /// How many UTF-16 units fit, keys included.
    pub(crate) room: Option<usize>,
    pub(crate) books: BTreeMap<String, Book>,
    /// How many calls there have been.
    pub(crate) calls: usize,
    pub(crate) fault: Option<Fault>,
    /// The browser is killed after so many calls: nothing that comes later happens.
    pub(crate) stop_after: Option<usize>,
    /// Whether somebody ever tried to write a line where one stands.
    pub(crate) written_over: bool,
    /// The log's transactions that are under way, in the order in which they were begun. Each
    /// waits for those before it.
    under_way: VecDeque<u64>,
    begun: u64,
    /// Whether the browser remembers that something was kept here.
    pub(crate) cookie: bool,
}

/// A shared browser.
#[derive(Clone, Debug, Default)]
pub(crate) struct World {
    pub(crate) disk: Rc<RefCell<Disk>>,
    /// Whether the log takes its time, so that other tabs get in between.
    pub(crate) slow: Rc<Cell<bool>>,
    /// Whether the log is silent: what was asked goes on when it speaks again.
    pub(crate) silent: Rc<Cell<bool>>,
}

/// The place of a transaction in the queue. Whoever drops it before it is done takes it back.
struct Transaction {
    disk: Rc<RefCell<Disk>>,
    number: u64,
}

impl Drop for Transaction {
    fn drop(&mut self) {
        self.disk.borrow_mut().under_way.retain(|number| *number != self.number);
    }
}

/// A tab of it, as far as storage goes.
pub(crate) type Tab = DiaryStore<World, World>;

impl World {
    /// A copy that shares nothing with this one: to try several futures of the same present.
    pub(crate) fn parallel(&self) -> Self {
        let disk = self.disk.borrow().clone();
        Self { disk: Rc::new(RefCell::new(disk)), ..Self::default() }
    }

    /// A tab with both stores.
    pub(crate) fn tab(&self) -> Tab {
        DiaryStore { mirror: Some(self.clone()), log: Some(self.clone()) }
    }

    /// A tab in a browser without `IndexedDB`.
    pub(crate) fn mirror_only(&self) -> Tab {
        DiaryStore { mirror: Some(self.clone()), log: None }
    }

    /// A tab in a browser without localStorage.
    pub(crate) fn log_only(&self) -> Tab {
        DiaryStore { mirror: None, log: Some(self.clone()) }
    }

    /// Everything that is in the mirror goes to the disk.
    pub(crate) fn flush(&self) {
        let disk = &mut *self.disk.borrow_mut();
        disk.flushed.clone_from(&disk.mirror);
        disk.unflushed.clear();
    }

    /// The browser is killed and started again. Of what was not flushed, the writes for which
    /// `survives` says so have reached the disk.
    pub(crate) fn crash(&self, mut survives: impl FnMut(usize) -> bool) {
        let disk = &mut *self.disk.borrow_mut();
        let mut on_disk = std::mem::take(&mut disk.flushed);
        for (at, (key, text)) in std::mem::take(&mut disk.unflushed).into_iter().enumerate() {
            if survives(at) {
                put(&mut on_disk, key, text);
            }
        }
        disk.mirror.clone_from(&on_disk);
        disk.flushed = on_disk;
        (disk.fault, disk.stop_after) = (None, None);
    }

    /// The calls from now on are counted from 1, and go wrong as told.
    pub(crate) fn go_wrong(&self, fault: Option<Fault>, stop_after: Option<usize>) {
        let disk = &mut *self.disk.borrow_mut();
        (disk.calls, disk.fault, disk.stop_after) = (0, fault, stop_after);
    }

    /// How many calls there have been; from now on nothing goes wrong.
    pub(crate) fn calm(&self) -> usize {
        let disk = &mut *self.disk.borrow_mut();
        (disk.fault, disk.stop_after) = (None, None);
        disk.calls
    }

    /// Changes the mirror behind the page's back.
    pub(crate) fn in_mirror(&self, change: impl FnOnce(&mut Texts)) {
        change(&mut self.disk.borrow_mut().mirror);
        self.flush();
    }

    /// Changes what the log has of a diary behind the page's back.
    pub(crate) fn in_log(&self, name: &str, change: impl FnOnce(&mut Book)) {
        change(self.disk.borrow_mut().books.entry(name.to_owned()).or_default());
    }

    /// The log's database is gone.
    pub(crate) fn wipe_log(&self) {
        self.disk.borrow_mut().books.clear();
    }

    /// What the log has of a diary.
    pub(crate) fn book(&self, name: &str) -> Book {
        self.disk.borrow().books.get(name).cloned().unwrap_or_default()
    }

    /// What is in the mirror.
    pub(crate) fn mirror(&self) -> Texts {
        self.disk.borrow().mirror.clone()
    }

    /// One call: counted, stopped or failed as told, otherwise done.
    fn step<T>(
        &self,
        call: impl FnOnce(&mut Disk) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let disk = &mut *self.disk.borrow_mut();
        disk.calls += 1;
        if disk.stop_after.is_some_and(|last| disk.calls > last) {
            return Err(StoreError::Failed("the browser was killed".into()));
        }
        match disk.fault.clone().filter(|fault| fault.at == disk.calls) {
            Some(Fault { error, done, .. }) => {
                if done {
                    let _unheard = call(disk);
                }
                Err(error)
            }
            None => call(disk),
        }
    }

    /// Begins a transaction, and waits for its turn.
    async fn transaction(&self) -> Transaction {
        let number = {
            let disk = &mut *self.disk.borrow_mut();
            disk.begun += 1;
            disk.under_way.push_back(disk.begun);
            disk.begun
        };
        let ours = Transaction { disk: self.disk.clone(), number };
        if self.slow.get() {
            pause().await;
        }
        while self.silent.get() || self.disk.borrow().under_way.front() != Some(&number) {
            pause().await;
        }
        ours
    }

    /// Opens the log.
    pub(crate) async fn find(&self) -> Outcome<()> {
        if self.slow.get() {
            pause().await;
        }
        while self.silent.get() {
            pause().await;
        }
        self.step(|_| Ok(())).into()
    }

    /// What was done is known a while later.
    async fn answered<T>(&self, ours: Transaction, answer: Result<T, StoreError>) -> Outcome<T> {
        drop(ours);
        if self.slow.get() {
            pause().await;
        }
        answer.into()
    }
}

/// The text that a literal says; where no string of ours can hold it, the literal itself.
pub(crate) fn text_of(literal: &str) -> String {
    serde_json::from_str(literal).unwrap_or_else(|_| literal.to_owned())
}

fn put(texts: &mut Texts, key: String, text: Option<String>) {
    match text {
        Some(text) => texts.insert(key, text),
        None => texts.remove(&key),
    };
}
