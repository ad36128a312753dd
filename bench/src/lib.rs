//! What `script/bench` measures of the crates, called from JavaScript as a page would. It is compiled with the page's own
//! profile, so that what is generic in the crates is compiled here as it is there.

mod commands;

use std::fmt::Write;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use commands::Commands;
use diary::{
    Branch, ChainHash, Decider, Diary, Snapshot, WhatIf, ascii_json, line_of, project, read_line,
    replay,
};
use examples::{
    Branched, Statement,
    bank::{
        Account, Bank, Command, Event,
        questions::{Gathered, Question},
    },
    calendar::Calendar,
};
use wasm_bindgen::prelude::wasm_bindgen;

/// A diary with all that the page reads off it.
#[wasm_bindgen]
#[derive(Default)]
pub struct Bench {
    commands: Commands,
    diary: Diary<Event>,
    row: Snapshot<Bank>,
    statement: Statement<Bank>,
    gathered: Gathered,
    /// What was worked out last, so that it can be checked when the time is taken.
    last: Bank,
    branch: Option<Branch<Bank>>,
    shown: Option<Branched<Bank>>,
}

#[wasm_bindgen]
impl Bench {
    /// An empty diary.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// A diary of so many entries with room for just these, as it is when it is opened: the number is known then.
    pub fn opened(entries: usize) -> Self {
        let mut bench = Self { diary: Diary::with_room(entries), ..Self::default() };
        bench.write(entries);
        bench.read();
        bench
    }

    /// Writes on until there are so many entries. Nothing is read off them yet.
    pub fn write(&mut self, entries: usize) {
        while self.diary.len() < entries {
            let command = self.commands.next(self.row.today());
            self.write_one(&command);
        }
    }

    /// Reads the statement off the entries that it hasn't read.
    pub fn read(&mut self) {
        self.statement = project(self.diary.entries());
    }

    /// The events from one number up to another, as JSON.
    pub fn events(&self, from: usize, until: usize) -> String {
        let entries = self.diary.until(until);
        let events = entries.iter().skip(from).map(|entry| ascii_json(&entry.event));
        format!("[{}]", events.collect::<Vec<_>>().join(","))
    }

    /// Every account with what is in it after what was done last.
    pub fn balances(&self) -> String {
        balances(&self.last)
    }

    /// How many entries there are.
    pub fn entries(&self) -> usize {
        self.diary.len()
    }

    /// Folds all entries.
    pub fn replay(&mut self) {
        self.last = replay(self.diary.entries().iter().map(|entry| &entry.event));
    }

    /// Where things stood after these many entries, one after the other.
    pub fn at(&mut self, versions: &[u32]) {
        for version in versions {
            self.last = self.statement.states().at(self.diary.entries(), *version as usize);
        }
    }

    /// Gives so many further commands: decides, writes, reads on.
    pub fn append(&mut self, count: usize) {
        for _ in 0..count {
            let command = self.commands.next(self.statement.states().latest());
            let written = self.diary.len();
            self.write_one(&command);
            self.statement.extend(self.diary.entries().get(written..).unwrap_or_default());
        }
        self.last.clone_from(self.statement.states().latest());
    }

    /// Strikes an entry and tells both futures. They are kept until [`forget`](Self::forget).
    pub fn strike(&mut self, entry: usize) {
        let branch = Branch::<Bank>::of(self.diary.entries(), WhatIf::Strike(entry));
        self.last.clone_from(branch.replayed.today());
        self.branch = Some(branch);
    }

    /// The same, with the figures of both futures, as the page shows them.
    pub fn strike_and_show(&mut self, entry: usize) {
        self.shown = Some(Branched::of(self.diary.entries(), WhatIf::Strike(entry)));
    }

    /// Drops both futures.
    pub fn forget(&mut self) {
        (self.branch, self.shown) = (None, None);
    }

    /// Asks each of the bank's questions about Everyday, from nothing gathered, and says how many answers there are.
    pub fn ask(&mut self) -> usize {
        self.gathered = Gathered::default();
        self.ask_again()
    }

    /// The same when one entry came since.
    pub fn ask_again(&mut self) -> usize {
        self.gathered.read_to(self.diary.entries());
        let day = self.diary.entries().get(self.diary.len() / 2).map(|entry| entry.at.date_naive());
        let (day, last) = (day.unwrap_or_default(), NaiveDate::MAX);
        let questions = [
            Question::BalanceOn { day },
            Question::DepositsIn { month: examples::calendar::Month::of(day) },
            Question::BalanceNow,
            Question::FeesBetween { first: day, last },
            Question::HighestBalance,
            Question::EverBelow { limit: examples::Money::cents(400_00) },
        ];
        let calendar = Calendar { today: last, zone: Utc };
        let mut answers = 0;
        for question in questions {
            let (diary, row) = (&self.diary, &self.row);
            let gathered = &mut self.gathered;
            answers += question.told(gathered, &Account::Everyday, diary, row, &calendar, 24).len();
        }
        answers
    }

    /// The entries as the lines that are kept.
    pub fn lines(&self) -> String {
        let mut link = ChainHash::default();
        let lines = self.diary.entries().iter().map(|entry| {
            let (line, next) = line_of(entry, &link);
            link = next;
            line + "\n"
        });
        lines.collect()
    }

    /// Opens a diary from the lines that were kept: every line is checked, read, and taken in.
    ///
    /// # Panics
    /// On a line that isn't as it was written.
    pub fn open(&mut self, text: &str) {
        let mut link = ChainHash::default();
        self.diary = Diary::default();
        for (number, line) in (1..).zip(text.lines()) {
            let (entry, next) = read_line(line, number, &link).expect("written by `lines`");
            self.diary.take_in(entry);
            link = next;
        }
        self.replay();
    }
}

impl Bench {
    fn write_one(&mut self, command: &Command) {
        // Some entries a day: 100,000 of them are some 17 years.
        let seconds = i64::try_from(self.diary.len()).unwrap_or_default() * 5_400;
        let at = DateTime::<Utc>::UNIX_EPOCH + TimeDelta::seconds(seconds);
        let events = self.row.today().decide(command).unwrap_or_default();
        for event in &events {
            self.row.overwrite(at, event);
        }
        self.diary.append(at, events);
    }
}

fn balances(bank: &Bank) -> String {
    let mut text = String::new();
    for held in bank.accounts() {
        let _ = write!(text, "{} {};", held.account.name(), held.balance.in_cents());
    }
    text
}
