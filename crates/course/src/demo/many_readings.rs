//! Many readings: the same lines, gathered for one question after the other.

use chrono::Utc;

use super::{
    ana,
    trial::{Button, Demo, Fact, Look, Note, Trial},
};
use crate::stories::calendar;
use diary::{Diary, Entry, Snapshot, project};
use english::counted;
use examples::{
    Money,
    bank::{
        Account::Everyday,
        Bank, Event,
        query::Topic as BankTopic,
        reports::{AllAccounts, MonthlyTotals, Totals},
    },
    calendar::month_words,
    questions::{
        Verdict,
        own::{Measure, MonthTotal, Question, Span},
    },
};

/// The line that moves money from one account to the other.
const TRANSFER: usize = 6;

pub(crate) const DEMO: Demo = Demo::tried::<Readings>();

/// Ana's lines, the row of today, and the reading that is on show.
struct Readings {
    diary: Diary<Event>,
    row: Snapshot<Bank>,
    shown: Way,
    /// What the reading that the learner built holds.
    built: Option<Vec<String>>,
}

/// A way to read the lines.
#[derive(Clone, Copy)]
enum Way {
    /// Line by line, for one account.
    Everyday,
    /// What all accounts hold together.
    All,
    /// What came and went in each month.
    Monthly,
    /// The one that was built: the deposits of each month.
    Built,
}

impl Default for Readings {
    fn default() -> Self {
        let diary = ana::diary();
        let mut row = Snapshot::default();
        diary.entries().iter().for_each(|entry| row.overwrite(entry.at, &entry.event));
        Self { diary, row, shown: Way::Everyday, built: None }
    }
}

impl Trial for Readings {
    const ABOUT: &'static str = "One diary, and more than one report on it. On one side is the \
        snapshot, with what somebody once chose to keep in it. On the other, the report is filled \
        from the entries.";
    const SIDES: [&'static str; 2] = ["Snapshot only", "The diary"];
    const BUTTONS: &'static [Button<Self>] = &[
        Button {
            name: "switch",
            label: "Switch to another report",
            why_not: super::trial::always,
            press: Self::switch,
        },
        Button {
            name: "build",
            label: "Build one: deposits by month",
            why_not: |demo| demo.built.is_some().then_some("It is built. Switch to see others."),
            press: Self::build,
        },
        Button {
            name: "rebuild",
            label: "Throw it away and fill it again",
            why_not: |demo| demo.built.is_none().then_some("Build a report first."),
            press: Self::rebuild,
        },
    ];

    fn shows(&self) -> [(Vec<Fact>, Vec<Note>); 2] {
        let entries = self.diary.entries();
        let row = match self.in_row() {
            Verdict::Knows { value, .. } => value.words(&Utc),
            Verdict::CannotKnow { .. } => "cannot know".into(),
        };
        let reading = Fact::new("Report", self.shown.name());
        let left = vec![reading.clone(), Fact::new("It comes to", row)];
        let right = vec![
            reading,
            Fact::new("It comes to", self.shown.comes_to(entries)),
            Fact::new("Entry 6 changes that by", self.transfer_changes()),
        ];
        [(left, Vec::new()), (right, self.notes())]
    }
}

impl Readings {
    fn switch(&mut self) -> [String; 2] {
        self.shown = match self.shown {
            Way::Everyday => Way::All,
            Way::All => Way::Monthly,
            Way::Monthly if self.built.is_some() => Way::Built,
            Way::Monthly | Way::Built => Way::Everyday,
        };
        self.tell()
    }

    fn build(&mut self) -> [String; 2] {
        self.built = Some(deposits(self.diary.entries()));
        self.shown = Way::Built;
        self.tell()
    }

    fn rebuild(&mut self) -> [String; 2] {
        let before = self.built.take();
        self.built = Some(deposits(self.diary.entries()));
        self.shown = Way::Built;
        let same = if self.built == before { "is the same as before" } else { "has changed" };
        let [left, _] = self.tell();
        let read = counted::entries(self.diary.len());
        [left, format!("It was thrown away and filled again from {read}. It {same}.")]
    }

    /// What each side makes of the reading that is on show.
    fn tell(&self) -> [String; 2] {
        let row = match self.in_row() {
            Verdict::Knows { .. } => "The snapshot holds what it takes, for today.".into(),
            Verdict::CannotKnow { why, .. } => format!("The snapshot cannot know: {why}"),
        };
        let read = counted::entries(self.diary.len());
        let change = self.transfer_changes();
        let name = self.shown.name();
        [row, format!("{name}: filled from {read}. Entry {TRANSFER} changes it by {change}.")]
    }

    /// What the row can say of it.
    fn in_row(&self) -> Verdict {
        let question = |topic, account| {
            let question = Question::<Bank>::new(Measure::HowMuch, topic, account, Span::Any);
            question.answer(&self.diary, self.diary.len(), &self.row, &calendar()).snapshot
        };
        match self.shown {
            Way::Everyday => question(BankTopic::Everything, Some(Everyday)),
            Way::All => question(BankTopic::Everything, None),
            Way::Monthly => question(BankTopic::Withdrawals, None),
            Way::Built => question(BankTopic::Deposits, None),
        }
    }

    /// What the reading gains by the transfer.
    fn transfer_changes(&self) -> Money {
        let [before, after] = [TRANSFER - 1, TRANSFER].map(|version| self.diary.until(version));
        ana::difference(self.shown.comes_to(after), self.shown.comes_to(before))
    }

    fn notes(&self) -> Vec<Note> {
        let entries = self.diary.entries();
        let rows = match self.shown {
            Way::Everyday => return ana::last_notes(&self.diary),
            Way::All => accounts(entries),
            Way::Monthly => months(entries),
            Way::Built => self.built.clone().unwrap_or_default(),
        };
        rows.into_iter().map(|row| Note::new(Look::Line, row)).collect()
    }
}

impl Way {
    fn name(self) -> &'static str {
        match self {
            Self::Everyday => "Everyday, entry by entry",
            Self::All => "All accounts together",
            Self::Monthly => "What came and went by month",
            Self::Built => "Deposits by month",
        }
    }

    /// The amount at the foot of the reading.
    fn comes_to(self, entries: &[Entry<Event>]) -> Money {
        match self {
            Self::Everyday => ana::everyday(entries),
            Self::All => {
                project::<AllAccounts>(entries).total().map_or(Money::ZERO, |sum| sum.result)
            }
            Self::Monthly => project::<MonthlyTotals>(entries).all().net(),
            Self::Built => project::<MonthlyTotals>(entries).all().money_in,
        }
    }
}

fn accounts(entries: &[Entry<Event>]) -> Vec<String> {
    let reading = project::<AllAccounts>(entries);
    reading
        .balances()
        .into_iter()
        .map(|(account, sum)| format!("{account}: {}", sum.result))
        .collect()
}

fn months(entries: &[Entry<Event>]) -> Vec<String> {
    let months = project::<MonthlyTotals>(entries).months(&Utc);
    let row = |(month, Totals { money_in, money_out, fees, refunds, .. })| {
        let month = month_words(month);
        format!("{month}: {money_in} in, {money_out} out, {fees} in fees, {refunds} given back")
    };
    months.into_iter().map(row).collect()
}

/// The reading that is built: which deposits there were in each month.
fn deposits(entries: &[Entry<Event>]) -> Vec<String> {
    let question = Question::<Bank>::new(Measure::HowMuch, BankTopic::Deposits, None, Span::Any);
    let months = question.by_month(entries, &Utc).months.into_iter();
    let row = |total: MonthTotal| {
        let sum = total.sum.unwrap_or_default();
        format!("{}: {} of them, together {sum}", month_words(total.month), total.count)
    };
    months.map(row).collect()
}
